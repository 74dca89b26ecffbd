/* Where nodes sit before anything pulls at them: those of one community together. */
#ifndef KITH_GRAPH_SEAT_H
#define KITH_GRAPH_SEAT_H

#include "graph/part.h"

/* The nodes of `part` around a circle, community after community, `spacing` from one to
 * the next. `communities` is by node of the whole; `x` and `y` by node of the part. */
enum kith_status kith_seats_circle(const struct kith_part *part,
                                   const uint32_t *communities, double spacing,
                                   struct kith_arena *arena, double *x, double *y,
                                   struct kith_error *err);

/* Each community on a disc of its own, with a square of side 1 for each node; the first
 * community in the middle of all, and the first nodes in the middle of each. */
enum kith_status kith_seats_discs(const struct kith_part *part,
                                  const uint32_t *communities, struct kith_arena *arena,
                                  double *x, double *y, struct kith_error *err);

#endif
