/* Where to draw the nodes. */
#ifndef KITH_GRAPH_LAYOUT_H
#define KITH_GRAPH_LAYOUT_H

#include "graph/part.h"
#include "kith.h"

/* What is asked of a layout; the arrays have one place for each node of the whole. */
struct kith_layout_wish {
    enum kith_layout_kind kind;
    uint64_t seed;
    const double *widths, *heights; /* of the box that a node and its name need */
    const uint32_t *communities;    /* those of one community are drawn nearer */
    bool is_picture; /* boxes are drawn as large as said: the lines' lengths are the least
                        that should lie between two, and others stay off the line */
    const volatile int *stop; /* may be NULL */
};

/* Positions for all nodes of `parts`, which are connected and come largest first: the
 * first in the middle of the page, the others in rows below. Boxes do not overlap, but
 * for some in parts of more than 2,000 nodes. KITH_INTERRUPTED soon after *stop is not
 * zero. Stands between kith_door_begin and _end. */
enum kith_status kith_layout(const struct kith_part *parts, uint32_t part_count,
                             const struct kith_layout_wish *wish,
                             struct kith_arena *arena, double *x, double *y,
                             struct kith_error *err);

#endif
