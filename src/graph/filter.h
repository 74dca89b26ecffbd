/* Which edges a graph is wanted with. A filter works on a closed ledger, before anything
 * is measured: what it takes out is in no graph and in no measure. */
#ifndef KITH_GRAPH_FILTER_H
#define KITH_GRAPH_FILTER_H

#include "graph/ledger.h"

/* {0} keeps everything. */
struct kith_filter {
    bool *is_wanted;                   /* by relation type; NULL: all are */
    uint32_t min_weight, min_articles; /* edges with less go */
    bool without_cooccurrence;
    enum kith_backbone backbone; /* of what is left then; graph/backbone.h */
    double backbone_limit;
};

/* What was taken out. */
struct kith_filtered {
    uint32_t cooccurrence_edges, relation_edges;
    uint32_t nodes; /* entities left without an edge, or that never had one */
    /* By the backbone, after that. */
    uint32_t pruned_edges, pruned_nodes;
    uint64_t pruned_weight, looked_at_weight; /* of co-occurrence edges */
};

/* Want only the relations called `names` and the kinds of them, each name one of a
 * relation or several divided by commas, in any case. `rules` may be NULL: then there are
 * none to name. The choice lives in `arena`. KITH_BAD_INPUT, with a list of the relations
 * that there are, for a name that is none of theirs. */
enum kith_status kith_filter_choose(struct kith_filter *filter,
                                    const struct kith_rules *rules,
                                    const char *const *names, size_t count,
                                    struct kith_arena *arena, struct kith_error *err);

/* Take the edges out of the closed `ledger` that are not wanted, and, when the filter
 * wants anything, the entities that are left without an edge. Order and numbers stay. */
enum kith_status kith_filter_apply(const struct kith_filter *filter,
                                   struct kith_ledger *ledger,
                                   struct kith_filtered *filtered,
                                   struct kith_error *err);

#endif
