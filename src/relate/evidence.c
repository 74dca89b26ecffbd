/* Rows of evidence. */
#include "relate/evidence.h"

#include <stdlib.h>

uint32_t kith_mention_gap(const struct kith_mention *one,
                          const struct kith_mention *other)
{
    return one->first_token < other->first_token ? other->first_token - one->end_token
                                                 : one->first_token - other->end_token;
}

struct kith_evidence kith_evidence_between(const struct kith_mentions *mentions,
                                           uint32_t source, uint32_t target)
{
    const struct kith_mention *from = &mentions->items[source];
    const struct kith_mention *to = &mentions->items[target];
    const struct kith_mention *earlier = source < target ? from : to;
    const struct kith_mention *later = source < target ? to : from;
    return (struct kith_evidence){
        .source = from->entity,
        .target = to->entity,
        .relation = KITH_COOCCURRENCE,
        .rule = KITH_NO_ID,
        .source_mention = source,
        .target_mention = target,
        .sentence = earlier->sentence,
        .begin = earlier->begin,
        .end = later->end,
        .trigger_begin = earlier->begin,
        .trigger_end = earlier->begin,
        .statement = {.speaker = KITH_NO_ID},
        .gap = kith_mention_gap(from, to),
        .edge = KITH_NO_ID,
    };
}

enum kith_status kith_evidence_push(struct kith_findings *findings,
                                    struct kith_arena *arena, struct kith_evidence row,
                                    struct kith_error *err)
{
    if (findings->evidence_count == findings->evidence_room &&
        !kith_arena_widen(arena, (void **)&findings->evidence, &findings->evidence_room,
                          sizeof *findings->evidence))
        return kith_no_memory(err);
    findings->evidence[findings->evidence_count++] = row;
    return KITH_OK;
}

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

/* A total order, so that qsort's instability cannot show. */
static int compare_rows(const void *left, const void *right)
{
    const struct kith_evidence *a = left, *b = right;
    int order = compare_numbers(a->begin, b->begin);
    if (order == 0)
        order = compare_numbers(a->end, b->end);
    if (order == 0)
        order = compare_numbers(a->source, b->source);
    if (order == 0)
        order = compare_numbers(a->target, b->target);
    return order ? order : compare_numbers(a->relation, b->relation);
}

void kith_evidence_sort(struct kith_findings *findings, uint32_t first)
{
    if (findings->evidence_count > first)
        qsort(findings->evidence + first, findings->evidence_count - first,
              sizeof *findings->evidence, compare_rows);
}
