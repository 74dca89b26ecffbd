/* The sentences that make brokers: of the evidence of a line the best row, then the
 * article it stands in and its words. */
#include "output/broker.h"
#include "output/folder_table.h"
#include "output/passage.h"

struct reader {
    struct kith_broker_proof **proofs; /* of all brokers */
    uint32_t proof_count;
    const struct kith_holding *holding;
    struct kith_arena *arena;
    struct kith_map is_wanted; /* lines that are to be proven */
    struct kith_passages passages;
    uint64_t row;
};

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
    const uint32_t *joined =
        kith_map_find(&reader->holding->line_of_edge, kith_cell_number(cells[0]));
    reader->row++;
    if (!joined || !kith_map_find(&reader->is_wanted, *joined))
        return KITH_OK;
    bool is_relation = cells[5].length,
         is_fact = kith_str_equal(cells[6], KITH_STR("fact"));
    for (uint32_t i = 0; i < reader->proof_count; i++) {
        struct kith_broker_proof *proof = reader->proofs[i];
        if (proof->line != *joined || !is_better(proof, is_relation, is_fact))
            continue;
        proof->is_relation = is_relation;
        proof->is_fact = is_fact;
        KITH_TRY(take(reader, proof, cells, err));
    }
    return KITH_OK;
}

static enum kith_status read_evidence(struct reader *reader, const char *folder,
                                      struct kith_error *err)
{
    const struct kith_csv_table table = {
        {"edge", "relation", "article", "begin", "end", "polarity", "status"},
        7,
        on_evidence,
        reader};
    for (uint32_t i = 0; i < reader->proof_count; i++)
        if (!kith_map_place(&reader->is_wanted, reader->proofs[i]->line, 1, NULL))
            return kith_no_memory(err);
    return kith_folder_table_read(&table, folder, "evidence.csv", reader->arena, err);
}

/* What the articles say at the places of the evidence. */
static enum kith_status quote(struct reader *reader, const char *folder,
                              struct kith_error *err)
{
    const struct kith_graph_tables tables = kith_graph_tables_of_folder(folder);
    struct kith_passages *passages = &reader->passages;
    for (uint32_t i = 0; i < reader->proof_count; i++)
        if (!kith_passages_want(passages, reader->proofs[i]->article))
            return kith_no_memory(err);
    KITH_TRY(kith_passages_read(passages, &tables, reader->arena, err));
    for (uint32_t i = 0; i < reader->proof_count; i++) {
        struct kith_broker_proof *proof = reader->proofs[i];
        struct kith_quote words;
        const struct kith_passage_row *article =
            kith_passages_article(passages, proof->article);
        if (!proof->evidence || !article)
            continue;
        proof->path = article->cells[0];
        proof->date = article->cells[1];
        KITH_TRY(kith_passages_quote(passages, proof->article, proof->begin, proof->end,
                                     reader->arena, &words, err));
        proof->text = words.text;
    }
    return KITH_OK;
}

/* The proofs of all brokers in one row. */
static bool collect(struct reader *reader, struct kith_brokers *brokers)
{
    reader->proofs = KITH_ARRAY(reader->arena, struct kith_broker_proof *,
                                (size_t)brokers->count * KITH_BROKER_PROOFS);
    for (uint32_t i = 0; reader->proofs && i < brokers->count; i++)
        for (uint32_t k = 0; k < brokers->items[i].proof_count; k++)
            reader->proofs[reader->proof_count++] = &brokers->items[i].proofs[k];
    return reader->proofs;
}

enum kith_status kith_broker_proofs_read(struct kith_brokers *brokers, const char *folder,
                                         struct kith_arena *arena, struct kith_error *err)
{
    struct reader reader = {.holding = &brokers->holding, .arena = arena};
    if (!collect(&reader, brokers))
        return kith_no_memory(err);
    enum kith_status status = read_evidence(&reader, folder, err);
    if (status == KITH_OK)
        status = quote(&reader, folder, err);
    kith_map_release(&reader.is_wanted);
    kith_passages_release(&reader.passages);
    return status;
}
