/* Measures along shortest paths, and what they may cost.
 *
 * They take the time of one search from every node. A budget of seconds is turned into
 * steps by a fixed rate, never by a clock, so that the same graph and the same budget
 * give the same numbers on every machine. */
#ifndef KITH_GRAPH_PATH_H
#define KITH_GRAPH_PATH_H

#include "base/arena.h"
#include "graph/door.h"

/* The length of an edge of strength 1; of strength s it is PATH_UNIT / s, rounded. A
 * number with so many divisors (all up to 16 but 11 and 13 divide it) rounds seldom where
 * strengths are small. */
#define KITH_PATH_UNIT 720720.0

/* What the seconds allow on a graph. */
struct kith_path_plan {
    uint32_t *sources;     /* of betweenness; NULL when every node is one */
    uint32_t source_count; /* of them; node_count when every node is one */
    double scale;          /* from the sources' share to the whole */
    bool has_distances;    /* closeness and harmonic are affordable */
};

/* Plan for nodes of these `degrees`: sources are drawn by `seed` among nodes with a
 * neighbour. Lives in `arena`. */
enum kith_status kith_path_plan(const struct kith_lines *lines, const uint32_t *degrees,
                                double seconds, uint64_t seed, struct kith_arena *arena,
                                struct kith_path_plan *plan, struct kith_error *err);

/* Betweenness: over the plan's sources, scaled up when those are not all. */
enum kith_status kith_path_betweenness(struct kith_door *door,
                                       const struct kith_lines *lines,
                                       const struct kith_path_plan *plan, double *values,
                                       struct kith_error *err);

/* Closeness and harmonic centrality in one pass; all NaN when the plan says no. */
enum kith_status kith_path_nearness(struct kith_door *door,
                                    const struct kith_lines *lines,
                                    const struct kith_path_plan *plan,
                                    struct kith_arena *arena, double *closeness,
                                    double *harmonic, struct kith_error *err);

#endif
