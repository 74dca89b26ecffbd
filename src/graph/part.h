/* Groups of nodes: numbering them, and cutting a graph into one graph a group. */
#ifndef KITH_GRAPH_PART_H
#define KITH_GRAPH_PART_H

#include "base/arena.h"
#include "graph/door.h"

/* Renumber `groups` (one for each of `node_count` nodes, below node_count): 1 is the
 * largest group; of groups as large, the one whose first node comes first. *group_count
 * is their number. */
enum kith_status kith_groups_rank(uint32_t *groups, uint32_t node_count,
                                  struct kith_arena *arena, uint32_t *group_count,
                                  struct kith_error *err);

/* One group as a graph of its own. */
struct kith_part {
    struct kith_lines lines;
    const uint32_t *nodes; /* its node i is the whole graph's node nodes[i]; rising */
};

/* Cut `whole` into the parts 1, 2 ... of `groups`, at parts[0], parts[1] ...; edges
 * between groups are left out. All of it lives in `arena`. Linear. */
enum kith_status kith_parts_cut(const struct kith_lines *whole, const uint32_t *groups,
                                uint32_t group_count, struct kith_arena *arena,
                                struct kith_part **parts, struct kith_error *err);

#endif
