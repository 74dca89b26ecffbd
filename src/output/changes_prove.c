/* The sentences behind what appeared or turned: days of articles first, then the newest
 * row of evidence of each change, then the words. */
#include "output/changes.h"

#include "graph/calendar.h"
#include "output/folder_table.h"
#include "output/passage.h"

struct prover {
    struct kith_changes *changes;
    struct kith_map days;   /* article -> day, 20240322; 0: unknown. Those in time */
    struct kith_map wanted; /* changes that are shown: index in items -> 1 */
    struct kith_map newest; /* index in items -> day of its sentence */
    struct kith_passages passages;
};

/* Is it something that articles say, and say now? */
static bool is_to_be_proven(const struct kith_change *change)
{
    return change->kind == KITH_APPEARED || change->kind == KITH_TURNED;
}

static enum kith_status want(struct prover *prover, uint32_t top, struct kith_error *err)
{
    struct kith_changes *changes = prover->changes;
    for (uint32_t begin = 0, end; begin < changes->listed_count; begin = end) {
        end = kith_changes_group(changes, begin);
        for (uint32_t i = begin; i < kith_changes_shown(begin, end, top); i++)
            if (is_to_be_proven(changes->listed[i]) &&
                !kith_map_place(&prover->wanted,
                                (uint64_t)(changes->listed[i] - changes->items), 1, NULL))
                return kith_no_memory(err);
    }
    return KITH_OK;
}

/* ---- articles -------------------------------------------------------------------- */

/* Does the day lie in the slice "2024-03", "2024-Q1", "2024" or "undated"? */
static bool is_in_slice(struct kith_str date, const char *slice)
{
    struct kith_str name = kith_str_of(slice ? slice : "");
    if (kith_str_equal(name, KITH_STR("undated")))
        return date.length == 0;
    uint32_t month = kith_month_of(date);
    if (name.length == 7 && name.data[5] == 'Q' && month != KITH_NO_MONTH)
        return kith_str_starts_with(date, kith_str_slice(name, 0, 5)) &&
               (uint32_t)(name.data[6] - '1') == month % 12 / 3;
    return kith_str_starts_with(date, name);
}

static enum kith_status on_day(void *context, const struct kith_str *cells, uint64_t line,
                               struct kith_error *err)
{
    (void)line;
    struct prover *prover = context;
    if (!is_in_slice(cells[1], prover->changes->slice))
        return KITH_OK;
    return kith_map_place(&prover->days, kith_cell_number(cells[0]),
                          (uint32_t)kith_cell_number(cells[1]), NULL)
               ? KITH_OK
               : kith_no_memory(err);
}

/* ---- evidence -------------------------------------------------------------------- */

enum {
    EVIDENCE_EDGE,
    EVIDENCE_ARTICLE,
    EVIDENCE_BEGIN,
    EVIDENCE_END,
    EVIDENCE_POLARITY,
    EVIDENCE_STATUS,
    EVIDENCE_SPEAKER
};

/* What a row makes of its relation, as the column `status` of edges.csv has it. */
static const char *standing_of(const struct kith_str *cells)
{
    if (kith_str_equal(cells[EVIDENCE_POLARITY], KITH_STR("negative")))
        return "denied";
    if (kith_str_equal(cells[EVIDENCE_STATUS], KITH_STR("unreal")))
        return "unreal";
    return cells[EVIDENCE_SPEAKER].length ? "claimed" : "asserted";
}

/* Take the row when its article is newer than that of the sentence so far. */
static enum kith_status take(struct prover *prover, uint32_t index, uint32_t day,
                             const struct kith_str *cells, struct kith_error *err)
{
    struct kith_change *change = &prover->changes->items[index];
    if (change->status[1].length &&
        !kith_str_equal(change->status[1], kith_str_of(standing_of(cells))))
        return KITH_OK;
    bool is_new;
    uint32_t *newest = kith_map_place(&prover->newest, index, day, &is_new);
    if (!newest)
        return kith_no_memory(err);
    if (!is_new && *newest >= day)
        return KITH_OK;
    *newest = day;
    change->article = kith_cell_number(cells[EVIDENCE_ARTICLE]);
    change->begin = kith_cell_number(cells[EVIDENCE_BEGIN]);
    change->end = kith_cell_number(cells[EVIDENCE_END]);
    return KITH_OK;
}

static enum kith_status on_evidence(void *context, const struct kith_str *cells,
                                    uint64_t line, struct kith_error *err)
{
    (void)line;
    struct prover *prover = context;
    struct kith_changes *changes = prover->changes;
    const uint32_t *day =
        kith_map_find(&prover->days, kith_cell_number(cells[EVIDENCE_ARTICLE]));
    const uint32_t *edge =
        kith_map_find(&changes->edges, kith_cell_number(cells[EVIDENCE_EDGE]));
    if (!day || !edge)
        return KITH_OK;
    const struct kith_change *joined = &changes->items[*edge];
    const uint32_t things[] = {*edge, kith_intern_find(&changes->keys, joined->id),
                               kith_intern_find(&changes->keys, joined->target)};
    for (size_t i = 0; i < sizeof things / sizeof *things; i++)
        if (kith_map_find(&prover->wanted, things[i]))
            KITH_TRY(take(prover, things[i], *day, cells, err));
    return KITH_OK;
}

/* ---- words ----------------------------------------------------------------------- */

static enum kith_status quote(struct prover *prover, struct kith_change *change,
                              struct kith_error *err)
{
    struct kith_quote words;
    const struct kith_passage_row *article =
        kith_passages_article(&prover->passages, change->article);
    if (!article)
        return KITH_OK;
    change->path = article->cells[0];
    change->date = article->cells[1];
    KITH_TRY(kith_passages_quote(&prover->passages, change->article, change->begin,
                                 change->end, prover->changes->arena, &words, err));
    change->text = words.text;
    return KITH_OK;
}

/* What the articles say at the places that were found. */
static enum kith_status quote_all(struct prover *prover, struct kith_error *err)
{
    struct kith_changes *changes = prover->changes;
    for (uint32_t i = 0; i < changes->listed_count; i++)
        if (changes->listed[i]->article &&
            !kith_passages_want(&prover->passages, changes->listed[i]->article))
            return kith_no_memory(err);
    KITH_TRY(kith_passages_read(&prover->passages, changes->newer, changes->arena, err));
    for (uint32_t i = 0; i < changes->listed_count; i++)
        if (changes->listed[i]->article)
            KITH_TRY(quote(prover, changes->listed[i], err));
    return KITH_OK;
}

/* ---- all together ---------------------------------------------------------------- */

static enum kith_status prove(struct prover *prover, uint32_t top, struct kith_error *err)
{
    const struct kith_csv_table days = {{"article", "date"}, 2, on_day, prover};
    const struct kith_csv_table evidence = {
        {"edge", "article", "begin", "end", "polarity", "status", "speaker"},
        7,
        on_evidence,
        prover};
    const struct kith_graph_tables *newer = prover->changes->newer;
    struct kith_arena *arena = prover->changes->arena;
    KITH_TRY(want(prover, top, err));
    if (prover->wanted.count == 0)
        return KITH_OK;
    KITH_TRY(newer->read(newer, KITH_ARTICLE_TABLE, &days, arena, err));
    KITH_TRY(newer->read(newer, KITH_EVIDENCE_TABLE, &evidence, arena, err));
    return quote_all(prover, err);
}

enum kith_status kith_changes_prove(struct kith_changes *changes, uint32_t top,
                                    struct kith_error *err)
{
    struct prover prover = {.changes = changes};
    enum kith_status status = prove(&prover, top, err);
    kith_map_release(&prover.days);
    kith_map_release(&prover.wanted);
    kith_map_release(&prover.newest);
    kith_passages_release(&prover.passages);
    return status;
}
