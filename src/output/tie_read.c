/* Reading ties: the edges between the two, then their evidence, then the articles and
 * sentences it stands in. */
#include <stdlib.h>

#include "output/folder_table.h"
#include "output/passage.h"
#include "output/tie.h"

/* An edge between the two. */
struct edge {
    struct kith_str id;
    bool is_directed;
};

struct reader {
    struct kith_ties *ties;
    struct kith_arena *arena;
    bool is_full;
    struct {
        struct edge *items;
        uint32_t count, room;
    } edges;
    struct kith_passages passages;
};

/* A copy that stays. Memory that is out is told at the end of the table. */
static struct kith_str keep(struct reader *reader, struct kith_str cell)
{
    struct kith_str copy = kith_str_copy(reader->arena, cell);
    reader->is_full |= !copy.data;
    return copy;
}

static bool joins(const struct reader *reader, struct kith_str source,
                  struct kith_str target)
{
    struct kith_str one = reader->ties->one->id, other = reader->ties->other->id;
    return (kith_str_equal(source, one) && kith_str_equal(target, other)) ||
           (kith_str_equal(source, other) && kith_str_equal(target, one));
}

/* ---- the tables ------------------------------------------------------------------ */

static enum kith_status on_edge(void *context, const struct kith_str *cells,
                                uint64_t line, struct kith_error *err)
{
    (void)line;
    struct reader *reader = context;
    if (!joins(reader, cells[1], cells[2]))
        return KITH_OK;
    if (!KITH_ARENA_PUSHABLE(reader->arena, &reader->edges))
        return kith_no_memory(err);
    struct edge *edge = &reader->edges.items[reader->edges.count++];
    *edge =
        (struct edge){keep(reader, cells[0]), kith_str_equal(cells[3], KITH_STR("true"))};
    return KITH_OK;
}

static const struct edge *find_edge(const struct reader *reader, struct kith_str id)
{
    for (uint32_t i = 0; i < reader->edges.count; i++)
        if (kith_str_equal(reader->edges.items[i].id, id))
            return &reader->edges.items[i];
    return NULL;
}

enum {
    EVIDENCE_EDGE,
    EVIDENCE_SOURCE,
    EVIDENCE_TARGET,
    EVIDENCE_RELATION,
    EVIDENCE_ARTICLE,
    EVIDENCE_SENTENCE,
    EVIDENCE_BEGIN,
    EVIDENCE_END,
    EVIDENCE_TRIGGER,
    EVIDENCE_RULE,
    EVIDENCE_POLARITY,
    EVIDENCE_STATUS,
    EVIDENCE_SPEAKER
};

static struct kith_tie tie_of(struct reader *reader, const struct kith_str *cells,
                              const struct edge *edge)
{
    const struct kith_ties *ties = reader->ties;
    bool is_from_one = kith_str_equal(cells[EVIDENCE_SOURCE], ties->one->id);
    return (struct kith_tie){
        .edge = edge->id,
        .relation = keep(reader, cells[EVIDENCE_RELATION]),
        .trigger = keep(reader, cells[EVIDENCE_TRIGGER]),
        .rule = keep(reader, cells[EVIDENCE_RULE]),
        .polarity = keep(reader, cells[EVIDENCE_POLARITY]),
        .status = keep(reader, cells[EVIDENCE_STATUS]),
        .speaker = keep(reader, cells[EVIDENCE_SPEAKER]),
        .source = is_from_one ? ties->one : ties->other,
        .target = is_from_one ? ties->other : ties->one,
        .is_directed = edge->is_directed,
        .article = keep(reader, cells[EVIDENCE_ARTICLE]),
        .article_number = kith_cell_number(cells[EVIDENCE_ARTICLE]),
        .begin = kith_cell_number(cells[EVIDENCE_BEGIN]),
        .end = kith_cell_number(cells[EVIDENCE_END]),
        .sentence = keep(reader, cells[EVIDENCE_SENTENCE]),
    };
}

static enum kith_status on_evidence(void *context, const struct kith_str *cells,
                                    uint64_t line, struct kith_error *err)
{
    (void)line;
    struct reader *reader = context;
    struct kith_ties *ties = reader->ties;
    if (!joins(reader, cells[EVIDENCE_SOURCE], cells[EVIDENCE_TARGET]))
        return KITH_OK;
    /* Edges that a filter left out of the graph have evidence, too. */
    const struct edge *edge = find_edge(reader, cells[EVIDENCE_EDGE]);
    if (!edge)
        return KITH_OK;
    if (!KITH_ARENA_PUSHABLE(reader->arena, ties))
        return kith_no_memory(err);
    struct kith_tie *tie = &ties->items[ties->count];
    *tie = tie_of(reader, cells, edge);
    tie->row = ties->count++;
    return kith_passages_want(&reader->passages, tie->article_number)
               ? KITH_OK
               : kith_no_memory(err);
}

static enum kith_status read_tables(struct reader *reader, const char *folder,
                                    struct kith_error *err)
{
    const struct kith_graph_tables all = kith_graph_tables_of_folder(folder);
    const struct {
        const char *name;
        struct kith_csv_table table;
    } tables[] = {
        {"edges.csv", {{"id", "source", "target", "directed"}, 4, on_edge, reader}},
        {"evidence.csv",
         {{"edge", "source", "target", "relation", "article", "sentence", "begin", "end",
           "trigger", "rule", "polarity", "status", "speaker"},
          13,
          on_evidence,
          reader}},
    };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        KITH_TRY(kith_folder_table_read(&tables[i].table, folder, tables[i].name,
                                        reader->arena, err));
    KITH_TRY(kith_passages_read(&reader->passages, &all, reader->arena, err));
    return reader->is_full ? kith_no_memory(err) : KITH_OK;
}

/* ---- putting them together ------------------------------------------------------- */

static int compare_numbers(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

static enum kith_status complete(struct reader *reader, struct kith_error *err)
{
    struct kith_ties *ties = reader->ties;
    for (uint32_t i = 0; i < ties->count; i++) {
        struct kith_tie *tie = &ties->items[i];
        struct kith_quote quote;
        const struct kith_passage_row *article =
            kith_passages_article(&reader->passages, tie->article_number);
        if (article) {
            tie->path = article->cells[0];
            tie->date = article->cells[1];
        }
        KITH_TRY(kith_passages_quote(&reader->passages, tie->article_number, tie->begin,
                                     tie->end, reader->arena, &quote, err));
        tie->text = quote.text;
        tie->place = quote.place;
    }
    return KITH_OK;
}

/* Newest first; those without a date last. */
static int compare_dates(struct kith_str a, struct kith_str b)
{
    return kith_str_compare(b, a);
}

static int compare_ties(const void *left, const void *right)
{
    const struct kith_tie *a = left, *b = right;
    int order = compare_dates(a->date, b->date);
    if (order == 0)
        order = compare_numbers(a->article_number, b->article_number);
    if (order == 0)
        order = compare_numbers(a->place, b->place);
    if (order == 0)
        order = kith_tie_is_cooccurrence(a) - kith_tie_is_cooccurrence(b);
    return order ? order : compare_numbers(a->row, b->row);
}

static enum kith_status find_both(struct kith_ties *ties, const char *one,
                                  const char *other, struct kith_error *err)
{
    KITH_TRY(kith_cast_find(&ties->cast, kith_str_of(one), &ties->one, err));
    KITH_TRY(kith_cast_find(&ties->cast, kith_str_of(other), &ties->other, err));
    if (ties->one == ties->other)
        return kith_fail(err, KITH_BAD_INPUT, "\"%s\" and \"%s\" are one: %.*s", one,
                         other, KITH_STR_ARGS(ties->one->label));
    return KITH_OK;
}

static enum kith_status read_ties(struct reader *reader, const char *folder,
                                  struct kith_error *err)
{
    struct kith_ties *ties = reader->ties;
    KITH_TRY(read_tables(reader, folder, err));
    KITH_TRY(complete(reader, err));
    if (ties->count == 0)
        return kith_fail(err, KITH_BAD_INPUT, "%s has no edge between %.*s and %.*s",
                         folder, KITH_STR_ARGS(ties->one->label),
                         KITH_STR_ARGS(ties->other->label));
    qsort(ties->items, ties->count, sizeof *ties->items, compare_ties);
    return KITH_OK;
}

enum kith_status kith_ties_read(struct kith_ties *ties, const char *folder,
                                const char *one, const char *other,
                                struct kith_arena *arena, struct kith_error *err)
{
    *ties = (struct kith_ties){0};
    KITH_TRY(kith_cast_read(&ties->cast, folder, arena, err));
    KITH_TRY(find_both(ties, one, other, err));
    struct reader reader = {.ties = ties, .arena = arena};
    enum kith_status status = read_ties(&reader, folder, err);
    kith_passages_release(&reader.passages);
    return status;
}

void kith_ties_release(struct kith_ties *ties)
{
    kith_cast_release(&ties->cast);
}

bool kith_tie_is_cooccurrence(const struct kith_tie *tie)
{
    return tie->polarity.length == 0;
}
