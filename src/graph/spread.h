/* Boxes moved apart until none covers another. */
#ifndef KITH_GRAPH_SPREAD_H
#define KITH_GRAPH_SPREAD_H

#include "base/arena.h"
#include "base/status.h"

/* Boxes by their middles; x and y are moved, widths and heights only read. */
struct kith_boxes {
    uint32_t count;
    double *x, *y;
    const double *widths, *heights;
};

/* Move boxes that overlap apart, each as little as it takes and the shorter way, and
 * widen the whole where that is not enough. Up to 2,000 boxes none overlaps afterwards;
 * of more, few do. KITH_INTERRUPTED soon after *stop (may be NULL) is not zero. */
enum kith_status kith_spread(const struct kith_boxes *boxes, const volatile int *stop,
                             struct kith_arena *arena, struct kith_error *err);

#endif
