/* How many numbers two posting lists share, for many pairs of lists at once. */
#ifndef KITH_GRAPH_OVERLAP_H
#define KITH_GRAPH_OVERLAP_H

#include "base/status.h"
#include "graph/posting.h"

/* One question and where its answer goes. All lists of one call are items of one array,
 * or fields of the items of one. */
struct kith_overlap_question {
    const struct kith_posting *a, *b;
    uint32_t *common;
};

/* Answer all `count` questions; their order and the order of a and b are lost. The
 * numbers in the lists are below `limit`. Time: the length of every list once, plus, for
 * each pair, the length of the shorter list. KITH_INTERRUPTED soon after *stop (may be
 * NULL) is not zero. */
enum kith_status kith_overlaps_count(struct kith_overlap_question *overlaps,
                                     uint32_t count, uint32_t limit,
                                     const volatile int *stop, struct kith_error *err);

#endif
