/* Where to draw the nodes. */
#ifndef KITH_GRAPH_LAYOUT_H
#define KITH_GRAPH_LAYOUT_H

#include "graph/part.h"

/* Positions for all nodes of `parts`, which are connected and come largest first: each
 * part by springs, the first in the middle of the page, the others in rows below. x and y
 * have one place for each node of the whole. A node has about 100 by 100 for itself.
 * Stands between kith_door_begin and _end. */
enum kith_status kith_layout(const struct kith_part *parts, uint32_t part_count,
                             uint64_t seed, struct kith_arena *arena, double *x,
                             double *y, struct kith_error *err);

#endif
