/* Communities: who hangs together more than chance would have it. */
#ifndef KITH_GRAPH_COMMUNITY_H
#define KITH_GRAPH_COMMUNITY_H

#include "base/arena.h"
#include "graph/door.h"

/* Entities after which a community is called. */
#define KITH_COMMUNITY_NAMES 3

struct kith_community {
    uint32_t size;
    uint32_t strongest[KITH_COMMUNITY_NAMES]; /* nodes, strongest first; of equal ones the
                                                 first; KITH_NO_ID past `size` */
};

/* Write every node's community into `communities`: 1 is the largest, then by earliest
 * node; without lines each node is its own. *modularity is that of the whole, 0 without
 * lines. Stands between kith_door_begin and _end. */
enum kith_status kith_communities_find(struct kith_door *door,
                                       const struct kith_lines *lines, uint64_t seed,
                                       struct kith_arena *arena, uint32_t *communities,
                                       uint32_t *count, double *modularity,
                                       struct kith_error *err);

/* What there is to say of the `count` communities, number 1 first; NULL when memory is
 * out. */
const struct kith_community *
kith_communities_describe(const uint32_t *communities, const double *strengths,
                          uint32_t node_count, uint32_t count, struct kith_arena *arena);

#endif
