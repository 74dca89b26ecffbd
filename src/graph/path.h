/* Betweenness, closeness and harmonic centrality, and what they may cost.
 *
 * They take the time of one search from every node. A budget of seconds is turned into
 * searches by a fixed rate, never by a clock, so that the same graph and the same budget
 * give the same numbers on every machine. */
#ifndef KITH_GRAPH_PATH_H
#define KITH_GRAPH_PATH_H

#include "base/arena.h"
#include "graph/door.h"

/* What the seconds allow on a graph. */
struct kith_path_plan {
    const uint32_t *sources; /* nodes to search from, in their order: those that have a
                                neighbour, or a sample of them */
    uint32_t source_count;
    uint32_t connected_count; /* nodes that have a neighbour */
};

/* Plan for nodes of these `degrees`: a sample is drawn by `seed`. Lives in `arena`. */
enum kith_status kith_path_plan(const struct kith_lines *lines, const uint32_t *degrees,
                                double seconds, uint64_t seed, struct kith_arena *arena,
                                struct kith_path_plan *plan, struct kith_error *err);

/* Whether not all are searched from. */
bool kith_path_is_sampled(const struct kith_path_plan *plan);

/* Where results go, by node. */
struct kith_path_values {
    double *betweenness;
    double *betweenness_error; /* its standard error when sampled, else NaN */
    double *closeness;         /* NaN when sampled, and where no node is reached */
    double *harmonic;          /* NaN when sampled */
};

/* Search from the plan's sources with `jobs` threads (0: one a core); the values are the
 * same for any number. KITH_INTERRUPTED soon after *stop (may be NULL) is not zero;
 * values are written when all is well. */
enum kith_status kith_path_measure(const struct kith_lines *lines,
                                   const struct kith_path_plan *plan, unsigned jobs,
                                   const volatile int *stop, struct kith_arena *arena,
                                   const struct kith_path_values *values,
                                   struct kith_error *err);

/* How good a sample is, as one number: the standard error of betweenness as a share of
 * the value, the mean of the 20 highest. */
double kith_path_relative_error(const struct kith_path_values *values,
                                uint32_t node_count);

#endif
