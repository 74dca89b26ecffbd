/* What changed, and in which order it is told. */
#include "output/changes.h"

#include <math.h>
#include <stdlib.h>

#include "graph/association.h"

static enum kith_change_kind kind_of(const struct kith_change *change)
{
    uint64_t before = change->counts[0], after = change->counts[1];
    if (before == 0 || after == 0)
        return before == after ? KITH_UNCHANGED : before ? KITH_VANISHED : KITH_APPEARED;
    if (!kith_str_equal(change->status[0], change->status[1]))
        return KITH_TURNED;
    return before == after ? KITH_UNCHANGED : before < after ? KITH_GREW : KITH_SHRANK;
}

/* Dunning's log-likelihood ratio of the thing's share of all that counts alike, before
 * and after: with twice as many articles everything grows, and what grew like the rest
 * tells little. */
static double score_of(const struct kith_changes *changes,
                       const struct kith_change *change)
{
    const uint64_t *totals = changes->totals[change->sort];
    struct kith_association counts = {totals[0] + totals[1], totals[1],
                                      change->counts[0] + change->counts[1],
                                      change->counts[1]};
    return fabs(kith_llr(counts));
}

static uint64_t difference(const struct kith_change *change)
{
    uint64_t before = change->counts[0], after = change->counts[1];
    return before < after ? after - before : before - after;
}

static int compare(const void *left, const void *right)
{
    const struct kith_change *a = *(struct kith_change *const *)left;
    const struct kith_change *b = *(struct kith_change *const *)right;
    if (a->sort != b->sort)
        return a->sort < b->sort ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    if (difference(a) != difference(b))
        return difference(a) > difference(b) ? -1 : 1;
    int order = kith_str_compare(a->id, b->id);
    if (order == 0)
        order = kith_str_compare(a->relation, b->relation);
    return order ? order : kith_str_compare(a->target, b->target);
}

enum kith_status kith_changes_list(struct kith_changes *changes, struct kith_error *err)
{
    changes->listed = KITH_ARRAY(changes->arena, struct kith_change *, changes->count);
    if (!changes->listed)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < changes->count; i++) {
        struct kith_change *change = &changes->items[i];
        change->kind = kind_of(change);
        if (change->kind == KITH_UNCHANGED)
            continue;
        change->score = score_of(changes, change);
        changes->listed[changes->listed_count++] = change;
    }
    qsort(changes->listed, changes->listed_count, sizeof(struct kith_change *), compare);
    return KITH_OK;
}

uint32_t kith_changes_group(const struct kith_changes *changes, uint32_t begin)
{
    const struct kith_change *first = changes->listed[begin];
    uint32_t end = begin + 1;
    while (end < changes->listed_count && changes->listed[end]->sort == first->sort &&
           changes->listed[end]->kind == first->kind)
        end++;
    return end;
}

uint32_t kith_changes_shown(uint32_t begin, uint32_t end, uint32_t top)
{
    return top && end - begin > top ? begin + top : end;
}
