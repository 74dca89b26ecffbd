/* Backbones: the co-occurrence edges that matter, by one of four rules. Relations are
 * always kept: what an article says is no noise. */
#ifndef KITH_GRAPH_BACKBONE_H
#define KITH_GRAPH_BACKBONE_H

#include "base/arena.h"
#include "graph/ledger.h"

/* Say of every edge of the closed `ledger`, in is_kept, whether it belongs to the
 * backbone of this kind (not KITH_BACKBONE_NONE) and limit: docs/ALGORITHMS.md. `is_kept`
 * has a place for each edge. Linear but for a look at the sizes of the pairs. */
enum kith_status kith_backbone_find(const struct kith_ledger *ledger,
                                    enum kith_backbone kind, double limit,
                                    struct kith_arena *arena, bool *is_kept,
                                    struct kith_error *err);

/* The chance that two sets of `a` and `b` of `all` things share `both` or more, were they
 * drawn by lot (hypergeometric). */
double kith_chance_of_sharing(uint64_t all, uint64_t a, uint64_t b, uint64_t both);

#endif
