/* Overlaps of posting lists, by a row of bits.
 *
 * The numbers of a long list are marked in a row of bits, once for all the pairs in which
 * it is the longer one; then each shorter list is read and its marked numbers counted. A
 * list that stands in thousands of pairs is thus read in full once, not thousands of
 * times, and a pair costs no more than its shorter list. */
#include "graph/overlap.h"

#include <stdlib.h>

#include "base/stop.h"

static void put_longer_first(struct kith_overlap_question *overlap)
{
    if (overlap->b->count > overlap->a->count) {
        const struct kith_posting *longer = overlap->b;
        overlap->b = overlap->a;
        overlap->a = longer;
    }
}

/* By the longer list; any order does that keeps equal ones together. */
static int compare(const void *left, const void *right)
{
    uintptr_t a = (uintptr_t)((const struct kith_overlap_question *)left)->a;
    uintptr_t b = (uintptr_t)((const struct kith_overlap_question *)right)->a;
    return (a > b) - (a < b);
}

/* Turn over the bit of every number in the list: the first call marks them, the second
 * one wipes them away. */
static void flip(uint64_t *bits, const struct kith_posting *posting)
{
    struct kith_posting_cursor cursor = {.chunk = posting->first};
    while (kith_posting_next(&cursor))
        bits[cursor.number / 64] ^= (uint64_t)1 << cursor.number % 64;
}

static uint32_t count_marked(const uint64_t *bits, const struct kith_posting *posting)
{
    uint32_t marked = 0;
    struct kith_posting_cursor cursor = {.chunk = posting->first};
    while (kith_posting_next(&cursor))
        marked += (uint32_t)(bits[cursor.number / 64] >> cursor.number % 64 & 1);
    return marked;
}

enum kith_status kith_overlaps_count(struct kith_overlap_question *overlaps,
                                     uint32_t count, uint32_t limit,
                                     const volatile int *stop, struct kith_error *err)
{
    uint64_t *bits = calloc((size_t)limit / 64 + 1, sizeof *bits);
    if (!bits)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < count; i++)
        put_longer_first(&overlaps[i]);
    if (count)
        qsort(overlaps, count, sizeof *overlaps, compare);
    enum kith_status status = KITH_OK;
    for (uint32_t i = 0; i < count && status == KITH_OK;) {
        const struct kith_posting *longer = overlaps[i].a;
        flip(bits, longer);
        for (; i < count && overlaps[i].a == longer; i++)
            *overlaps[i].common = count_marked(bits, overlaps[i].b);
        flip(bits, longer);
        status = kith_check_stop(stop, err);
    }
    free(bits);
    return status;
}
