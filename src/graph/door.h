/* The door to igraph: measures of a simple undirected graph, on plain arrays.
 *
 * Behind it lies the only file that knows igraph. In front of it stand arrays in the
 * order of nodes, and calls that return like any other of ours: igraph's errors become
 * sentences, nothing is printed, nothing aborts. igraph keeps its state in globals, so
 * all of this belongs to one thread. Every call gives the same bytes for the same
 * arguments. */
#ifndef KITH_GRAPH_DOOR_H
#define KITH_GRAPH_DOOR_H

#include <stdint.h>

#include "base/status.h"

/* A simple undirected graph as arrays, borrowed: edge i joins ends[2i] and ends[2i + 1],
 * two different nodes, and no other edge joins them. The arrays are not NULL, even when
 * they are empty. */
struct kith_lines {
    uint32_t node_count, edge_count;
    const uint32_t *ends;
    const double *strengths; /* above 0: how near the two are */
    const double *lengths;   /* how far apart; for parts and layouts, else NULL will do */
};

/* Take igraph's handlers over and give them back. All other calls stand between the two.
 * `stop` may be NULL; once *stop is not zero, calls end with KITH_INTERRUPTED, most of
 * them within a second. */
void kith_door_begin(const volatile int *stop);
void kith_door_end(void);

/* igraph's own copy of `lines`, whose arrays must outlive it. */
struct kith_door;
enum kith_status kith_door_open(const struct kith_lines *lines, struct kith_door **out,
                                struct kith_error *err);
void kith_door_close(struct kith_door *door);

/* Each fills one number a node. What they mean: docs/ALGORITHMS.md. */
enum kith_status kith_door_degree(struct kith_door *door, uint32_t *degrees,
                                  struct kith_error *err);
enum kith_status kith_door_strength(struct kith_door *door, double *strengths,
                                    struct kith_error *err);
enum kith_status kith_door_core(struct kith_door *door, uint32_t *cores,
                                struct kith_error *err);
/* Any number below node_count a component, in no particular order. */
enum kith_status kith_door_components(struct kith_door *door, uint32_t *components,
                                      struct kith_error *err);

/* Mark the nodes and the lines without which some component would fall apart; the others
 * are left alone. */
enum kith_status kith_door_cuts(struct kith_door *door, bool *is_articulation,
                                bool *is_bridge, struct kith_error *err);

/* As with components, a community, by the Leiden algorithm with this seed, in at most
 * `rounds` rounds, of which the last one gains nothing, and the modularity of the whole.
 * The graph has an edge. */
enum kith_status kith_door_communities(struct kith_door *door, uint64_t seed, int rounds,
                                       uint32_t *communities, double *modularity,
                                       struct kith_error *err);

struct kith_springs {
    const double *pulls; /* by line, above 0: how strongly it draws */
    uint64_t seed;
    int rounds;
    double step; /* how far a node may move in the first round; in the last hardly at all.
                    A node has a square of side 1 for itself */
    bool is_seated; /* starting from the positions given; else they are drawn by lot */
};

/* Positions by springs. */
enum kith_status kith_door_springs(struct kith_door *door,
                                   const struct kith_springs *springs, double *x,
                                   double *y, struct kith_error *err);

/* Move given positions until distances are in proportion to lengths along the edges, all
 * above 0. The graph is connected. Takes time with the square of its nodes. */
enum kith_status kith_door_distances_drawn(struct kith_door *door, const double *lengths,
                                           double *x, double *y, struct kith_error *err);

#endif
