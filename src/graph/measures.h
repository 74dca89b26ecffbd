/* Every measure of a graph, taken one after the other, each into an array in the order of
 * the nodes. What they mean: docs/ALGORITHMS.md. */
#ifndef KITH_GRAPH_MEASURES_H
#define KITH_GRAPH_MEASURES_H

#include "base/arena.h"
#include "graph/door.h"
#include "graph/layout.h"

/* A number that was not computed is KITH_NO_ID, a value NaN. */
struct kith_measures {
    uint32_t *degree, *core, *component, *community;
    double *strength, *pagerank, *betweenness, *betweenness_error, *closeness, *harmonic,
        *eigenvector;
    double *clustering, *constraint, *hub, *authority, *x, *y;
    bool *is_articulation; /* by node, and by line; both only when has_cuts */
    bool *is_bridge;
    bool has_cuts;
    uint32_t component_count, community_count; /* 0 when not computed */
    double modularity;
    bool betweenness_is_sampled, has_closeness;
    double relative_error;  /* of the highest betweenness when sampled, else 0 */
    uint32_t pivots;        /* sources of sampled betweenness, else 0 */
    const char *stopped_at; /* the measure at which *stop was heard; NULL: at none */
};

struct kith_measures_options {
    struct kith_layout_wish layout; /* but for communities and stop */
    uint64_t seed;
    double seconds;           /* as in graph/path.h */
    unsigned jobs;            /* threads of path measures; 0: one a core */
    const volatile int *stop; /* may be NULL */
};

/* Measure `lines`, and hubs and authorities on `arrows` (graph/iteration.h). All of it
 * lives in `arena`. A stop is no failure: the measures that were not finished are absent.
 * To be called on one thread at a time. */
enum kith_status
kith_measures_take(const struct kith_lines *lines, const struct kith_lines *arrows,
                   const struct kith_measures_options *options, struct kith_arena *arena,
                   struct kith_measures *measures, struct kith_error *err);

#endif
