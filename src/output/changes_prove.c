/* The sentences behind what appeared or turned: days of articles first, then the newest
 * row of evidence of each change, then the words. */
#include "output/changes.h"

#include <stdlib.h>

#include "graph/calendar.h"
#include "output/folder_table.h"

struct prover {
    struct kith_changes *changes;
    struct kith_map days;        /* article -> day, 20240322; 0: unknown. Those in time */
    struct kith_map wanted;      /* changes that are shown: index in items -> 1 */
    struct kith_map newest;      /* index in items -> day of its sentence */
    struct kith_change **proven; /* those with a sentence, by its place */
    uint32_t proven_count;
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
    EVIDENCE_SOURCE,
    EVIDENCE_TARGET,
    EVIDENCE_ARTICLE,
    EVIDENCE_SENTENCE,
    EVIDENCE_BEGIN,
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
    change->sentence = kith_cell_number(cells[EVIDENCE_SENTENCE]);
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
    const uint32_t things[] = {*edge,
                               kith_intern_find(&changes->keys, cells[EVIDENCE_SOURCE]),
                               kith_intern_find(&changes->keys, cells[EVIDENCE_TARGET])};
    for (size_t i = 0; i < sizeof things / sizeof *things; i++)
        if (kith_map_find(&prover->wanted, things[i]))
            KITH_TRY(take(prover, things[i], *day, cells, err));
    return KITH_OK;
}

/* ---- words ----------------------------------------------------------------------- */

static int compare_places(const void *left, const void *right)
{
    const struct kith_change *a = *(struct kith_change *const *)left;
    const struct kith_change *b = *(struct kith_change *const *)right;
    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    return (a->sentence > b->sentence) - (a->sentence < b->sentence);
}

/* The changes that have a sentence, by its place. */
static enum kith_status collect(struct prover *prover, struct kith_error *err)
{
    struct kith_changes *changes = prover->changes;
    prover->proven =
        KITH_ARRAY(changes->arena, struct kith_change *, prover->newest.count);
    if (!prover->proven)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < changes->listed_count; i++)
        if (changes->listed[i]->article)
            prover->proven[prover->proven_count++] = changes->listed[i];
    qsort(prover->proven, prover->proven_count, sizeof(struct kith_change *),
          compare_places);
    return KITH_OK;
}

/* The first whose sentence is that one of the article or stands behind it. */
static uint32_t find_place(const struct prover *prover, uint64_t article,
                           uint64_t sentence)
{
    uint32_t low = 0, high = prover->proven_count;
    const struct kith_change wanted = {.article = article, .sentence = sentence};
    const struct kith_change *key = &wanted;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare_places(&prover->proven[middle], &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static enum kith_status on_article(void *context, const struct kith_str *cells,
                                   uint64_t line, struct kith_error *err)
{
    (void)line;
    struct prover *prover = context;
    uint64_t article = kith_cell_number(cells[0]);
    uint32_t i = find_place(prover, article, 0);
    if (i == prover->proven_count || prover->proven[i]->article != article)
        return KITH_OK;
    struct kith_str path = kith_str_copy(prover->changes->arena, cells[1]);
    struct kith_str date = kith_str_copy(prover->changes->arena, cells[2]);
    if (!path.data || !date.data)
        return kith_no_memory(err);
    for (; i < prover->proven_count && prover->proven[i]->article == article; i++) {
        prover->proven[i]->path = path;
        prover->proven[i]->date = date;
    }
    return KITH_OK;
}

static enum kith_status on_sentence(void *context, const struct kith_str *cells,
                                    uint64_t line, struct kith_error *err)
{
    (void)line;
    struct prover *prover = context;
    uint64_t article = kith_cell_number(cells[0]), sentence = kith_cell_number(cells[1]);
    for (uint32_t i = find_place(prover, article, sentence);
         i < prover->proven_count && prover->proven[i]->article == article &&
         prover->proven[i]->sentence == sentence;
         i++) {
        prover->proven[i]->text = kith_str_copy(prover->changes->arena, cells[2]);
        if (!prover->proven[i]->text.data)
            return kith_no_memory(err);
    }
    return KITH_OK;
}

/* ---- all together ---------------------------------------------------------------- */

static enum kith_status prove(struct prover *prover, uint32_t top, struct kith_error *err)
{
    const struct kith_csv_table days = {{"article", "date"}, 2, on_day, prover};
    const struct kith_csv_table evidence = {{"edge", "source", "target", "article",
                                             "sentence", "begin", "polarity", "status",
                                             "speaker"},
                                            9,
                                            on_evidence,
                                            prover};
    const struct kith_csv_table articles = {
        {"article", "path", "date"}, 3, on_article, prover};
    const struct kith_csv_table sentences = {
        {"article", "sentence", "text"}, 3, on_sentence, prover};
    const char *folder = prover->changes->newer;
    struct kith_arena *arena = prover->changes->arena;
    KITH_TRY(want(prover, top, err));
    if (prover->wanted.count == 0)
        return KITH_OK;
    KITH_TRY(kith_folder_table_read(&days, folder, "articles.csv", arena, err));
    KITH_TRY(kith_folder_table_read(&evidence, folder, "evidence.csv", arena, err));
    KITH_TRY(collect(prover, err));
    KITH_TRY(kith_folder_table_read(&articles, folder, "articles.csv", arena, err));
    return kith_folder_table_read(&sentences, folder, "sentences.csv", arena, err);
}

enum kith_status kith_changes_prove(struct kith_changes *changes, uint32_t top,
                                    struct kith_error *err)
{
    struct prover prover = {.changes = changes};
    enum kith_status status = prove(&prover, top, err);
    kith_map_release(&prover.days);
    kith_map_release(&prover.wanted);
    kith_map_release(&prover.newest);
    return status;
}
