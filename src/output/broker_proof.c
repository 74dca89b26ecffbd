/* The sentences that make brokers: of the evidence of a line the best row, then the
 * article it stands in and its words. */
#include "output/broker.h"
#include "output/folder_table.h"

struct reader {
    struct kith_brokers *brokers;
    struct kith_arena *arena;
    struct kith_map is_wanted; /* lines; later numbers of articles */
    uint64_t row;
};

static struct kith_broker_proof *proofs_end(struct kith_broker *broker)
{
    return broker->proofs + broker->proof_count;
}

/* A statement of fact before other relations, these before standing together; of equal
 * ones the first. */
static bool is_better(const struct kith_broker_proof *proof, bool is_relation,
                      bool is_fact)
{
    if (!proof->evidence)
        return true;
    return is_relation != proof->is_relation ? is_relation : is_fact && !proof->is_fact;
}

static enum kith_status take(struct reader *reader, struct kith_broker_proof *proof,
                             const struct kith_str *cells, struct kith_error *err)
{
    proof->evidence = reader->row;
    proof->article = kith_cell_number(cells[2]);
    proof->begin = kith_cell_number(cells[3]);
    proof->end = kith_cell_number(cells[4]);
    proof->relation = kith_str_copy(reader->arena, cells[1]);
    return proof->relation.data ? KITH_OK : kith_no_memory(err);
}

static enum kith_status on_evidence(void *context, const struct kith_str *cells,
                                    uint64_t line, struct kith_error *err)
{
    (void)line;
    struct reader *reader = context;
    struct kith_brokers *brokers = reader->brokers;
    const uint32_t *joined =
        kith_map_find(&brokers->holding.line_of_edge, kith_cell_number(cells[0]));
    reader->row++;
    if (!joined || !kith_map_find(&reader->is_wanted, *joined))
        return KITH_OK;
    bool is_relation = cells[5].length,
         is_fact = kith_str_equal(cells[6], KITH_STR("fact"));
    for (uint32_t i = 0; i < brokers->count; i++)
        for (struct kith_broker_proof *proof = brokers->items[i].proofs;
             proof < proofs_end(&brokers->items[i]); proof++)
            if (proof->line == *joined && is_better(proof, is_relation, is_fact)) {
                proof->is_relation = is_relation;
                proof->is_fact = is_fact;
                KITH_TRY(take(reader, proof, cells, err));
            }
    return KITH_OK;
}

static enum kith_status on_article(void *context, const struct kith_str *cells,
                                   uint64_t line, struct kith_error *err)
{
    (void)line;
    struct reader *reader = context;
    struct kith_brokers *brokers = reader->brokers;
    uint64_t article = kith_cell_number(cells[0]);
    if (!kith_map_find(&reader->is_wanted, article))
        return KITH_OK;
    struct kith_str path = kith_str_copy(reader->arena, cells[1]);
    struct kith_str date = kith_str_copy(reader->arena, cells[2]);
    if (!path.data || !date.data)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < brokers->count; i++)
        for (struct kith_broker_proof *proof = brokers->items[i].proofs;
             proof < proofs_end(&brokers->items[i]); proof++)
            if (proof->evidence && proof->article == article) {
                proof->path = path;
                proof->date = date;
            }
    return KITH_OK;
}

/* Add a sentence to the words of a proof. */
static enum kith_status quote(struct reader *reader, struct kith_broker_proof *proof,
                              struct kith_str sentence, struct kith_error *err)
{
    struct kith_buf words = {0};
    kith_buf_str(&words, proof->text);
    kith_buf_text(&words, proof->text.length ? " " : "");
    kith_buf_str(&words, sentence);
    proof->text = kith_str_copy(reader->arena, kith_buf_view(&words));
    bool is_kept = !words.is_broken && proof->text.data;
    kith_buf_release(&words);
    return is_kept ? KITH_OK : kith_no_memory(err);
}

static enum kith_status on_sentence(void *context, const struct kith_str *cells,
                                    uint64_t line, struct kith_error *err)
{
    (void)line;
    struct reader *reader = context;
    struct kith_brokers *brokers = reader->brokers;
    uint64_t article = kith_cell_number(cells[0]);
    if (!kith_map_find(&reader->is_wanted, article))
        return KITH_OK;
    uint64_t begin = kith_cell_number(cells[1]), end = kith_cell_number(cells[2]);
    for (uint32_t i = 0; i < brokers->count; i++)
        for (struct kith_broker_proof *proof = brokers->items[i].proofs;
             proof < proofs_end(&brokers->items[i]); proof++)
            if (proof->evidence && proof->article == article && begin < proof->end &&
                end > proof->begin)
                KITH_TRY(quote(reader, proof, cells[3], err));
    return KITH_OK;
}

/* The lines that are to be proven, or, once their evidence is known, its articles. */
static enum kith_status want(struct reader *reader, bool articles, struct kith_error *err)
{
    kith_map_reset(&reader->is_wanted);
    for (uint32_t i = 0; i < reader->brokers->count; i++) {
        struct kith_broker *broker = &reader->brokers->items[i];
        for (const struct kith_broker_proof *proof = broker->proofs;
             proof < proofs_end(broker); proof++) {
            uint64_t key = articles ? proof->article : proof->line;
            if (!kith_map_place(&reader->is_wanted, key, 1, NULL))
                return kith_no_memory(err);
        }
    }
    return KITH_OK;
}

static enum kith_status read_tables(struct reader *reader, const char *folder,
                                    struct kith_error *err)
{
    const struct {
        const char *name;
        struct kith_csv_table table;
    } tables[] = {
        {"evidence.csv",
         {{"edge", "relation", "article", "begin", "end", "polarity", "status"},
          7,
          on_evidence,
          reader}},
        {"articles.csv", {{"article", "path", "date"}, 3, on_article, reader}},
        {"sentences.csv", {{"article", "begin", "end", "text"}, 4, on_sentence, reader}},
    };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        if (i < 2)
            KITH_TRY(want(reader, i > 0, err));
        KITH_TRY(kith_folder_table_read(&tables[i].table, folder, tables[i].name,
                                        reader->arena, err));
    }
    return KITH_OK;
}

enum kith_status kith_broker_proofs_read(struct kith_brokers *brokers, const char *folder,
                                         struct kith_arena *arena, struct kith_error *err)
{
    struct reader reader = {.brokers = brokers, .arena = arena};
    enum kith_status status = read_tables(&reader, folder, err);
    kith_map_release(&reader.is_wanted);
    return status;
}
