/* What of a network is drawn: the strongest entities, and as many edges as the eye takes.
 */
#ifndef KITH_OUTPUT_DRAWING_H
#define KITH_OUTPUT_DRAWING_H

#include "graph/network.h"
#include "output/palette.h"

/* A shown entity. */
struct kith_drawn_node {
    struct kith_str id; /* its key, raw */
    struct kith_str label, type;
    struct kith_str link; /* an address of http or https, or empty */
    struct kith_look look;
    double share; /* PageRank over the largest shown, 0 to 1 */
    uint64_t mentions;
    uint32_t stories;
    uint32_t community;
};

/* A shown edge: a pair that stands together, or one relation. */
struct kith_drawn_edge {
    uint32_t source, target;  /* indices in nodes */
    struct kith_str relation; /* empty for co-occurrence */
    bool is_directed;
    bool is_conflict; /* of the family of that name */
    bool is_labelled; /* the relation is written on it, if there is room */
    const struct kith_support *support; /* NULL for co-occurrence */
    uint32_t number;                    /* its id in the files */
    uint32_t weight, stories;
};

struct kith_drawing {
    struct kith_drawn_node *nodes; /* most central first */
    uint32_t node_count;
    struct kith_drawn_edge *edges; /* pairs, then relations, each weakest first, so that
                                      the strongest lie on top */
    uint32_t edge_count;
    uint32_t entity_count, pair_count, relation_count; /* in all of the network */
    uint32_t shown_pairs, shown_relations;
};

/* Choose the `limit` entities of highest PageRank (0: all) that have an edge to another
 * one chosen, and among them
 *   - the relations that are asserted most, at most two an entity and three a pair;
 *   - the pairs of greatest weight, at most two an entity, and each entity's strongest;
 *     a pair with a relation is shown by that alone.
 * With limit 0 nothing is left out. The drawing lives in `arena` and borrows texts from
 * the network's gazetteer and rules. */
enum kith_status kith_drawing_choose(const struct kith_network *network, uint32_t limit,
                                     struct kith_arena *arena,
                                     struct kith_drawing *drawing,
                                     struct kith_error *err);

#endif
