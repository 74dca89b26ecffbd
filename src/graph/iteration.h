/* Measures in which nodes hand values on along lines until nothing changes: PageRank,
 * eigenvector centrality, hubs and authorities. Each is found by doing so, round after
 * round, from values that are alike (power iteration); no lots are drawn.
 *
 * `stop` may be NULL; once *stop is not zero a call ends with KITH_INTERRUPTED, after a
 * few milliseconds a million lines. Values are written when all is well. */
#ifndef KITH_GRAPH_ITERATION_H
#define KITH_GRAPH_ITERATION_H

#include "base/arena.h"
#include "graph/door.h"

/* The share of its visits that a random walker pays to each node; all together: 1. */
enum kith_status kith_iterate_pagerank(const struct kith_lines *lines,
                                       const volatile int *stop, struct kith_arena *arena,
                                       double *ranks, struct kith_error *err);

/* The graph should be connected and hold an edge. The greatest value is 1; NaN throughout
 * when the rounds do not settle. */
enum kith_status kith_iterate_eigenvector(const struct kith_lines *lines,
                                          const volatile int *stop,
                                          struct kith_arena *arena, double *values,
                                          struct kith_error *err);

/* Here line i is an arrow from ends[2i] to ends[2i + 1], and there may be several between
 * two nodes. The greatest hub and the greatest authority are 1; NaN throughout without an
 * arrow, and when the rounds do not settle. */
enum kith_status kith_iterate_hubs(const struct kith_lines *arrows,
                                   const volatile int *stop, struct kith_arena *arena,
                                   double *hubs, double *authorities,
                                   struct kith_error *err);

#endif
