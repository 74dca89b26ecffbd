/* Measures of what neighbours have among themselves: the clustering coefficient and
 * Burt's constraint, from one look at every triangle. */
#ifndef KITH_GRAPH_TRIANGLE_H
#define KITH_GRAPH_TRIANGLE_H

#include "base/arena.h"
#include "graph/door.h"

/* Clustering is NaN for nodes with less than two neighbours, constraint for those without
 * any. `degrees` and `strengths` are the nodes' own. Time: at most the number of lines to
 * the power of 1.5. KITH_INTERRUPTED soon after *stop (may be NULL) is not zero; values
 * are written when all is well. */
enum kith_status kith_triangles_measure(const struct kith_lines *lines,
                                        const uint32_t *degrees, const double *strengths,
                                        const volatile int *stop,
                                        struct kith_arena *arena, double *clustering,
                                        double *constraint, struct kith_error *err);

#endif
