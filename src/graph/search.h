/* Shortest paths from one node to all others: how long they are, how many there are, and
 * how much of them passes each node.
 *
 * The lengths of lines are whole numbers, so that two ways of the same length are equal
 * however they were added up. A graph is drawn up once, as a web, and read by many
 * searches at a time; each thread has a search of its own. */
#ifndef KITH_GRAPH_SEARCH_H
#define KITH_GRAPH_SEARCH_H

#include "base/arena.h"
#include "graph/door.h"

/* The length of a line of strength 1; of strength s it is KITH_PATH_UNIT / s, rounded, at
 * least 1. A number with so many divisors (all up to 16 but 11 and 13 divide it) rounds
 * seldom where strengths are small. */
#define KITH_PATH_UNIT 720720.0
uint32_t kith_path_length(double strength);

struct kith_web_arc {
    uint32_t node, length;
};

/* For each node, where its arcs begin; those of the next end them. */
struct kith_web {
    uint32_t node_count;
    const size_t *begin;
    const struct kith_web_arc *arcs;
    uint32_t shortest, longest; /* lengths; 1 and 1 without a line */
};

/* The web of `lines`, in `arena`. Several lines between two nodes are as many ways; one
 * from a node to itself is on no way. */
enum kith_status kith_web_draw(const struct kith_lines *lines, struct kith_arena *arena,
                               struct kith_web *web, struct kith_error *err);

struct kith_search;

/* Room for searches, one after the other. NULL when memory is out. */
struct kith_search *kith_search_new(const struct kith_web *web);
void kith_search_free(struct kith_search *search);

/* What was found: all of it lives until the next run. */
struct kith_reach {
    const uint32_t
        *order;       /* the nodes that are reached, the source first, never a farther
                         one before a nearer by as much as the shortest line */
    uint32_t reached; /* the source is one of them */
    const uint64_t *distance; /* by node; of those reached */
    const double *dependency; /* by node; of those reached: over all nodes, the share of
                                 the shortest paths to them that passes this one on its
                                 way (U. Brandes 2001). The source's says nothing */
};

struct kith_reach kith_search_run(struct kith_search *search, uint32_t source);

#endif
