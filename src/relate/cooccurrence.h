/* Who stands beside whom, at every scope, in one pass over the mentions.
 *
 * The definitions are in docs/ALGORITHMS.md, with an example counted by hand. */
#ifndef KITH_RELATE_COOCCURRENCE_H
#define KITH_RELATE_COOCCURRENCE_H

#include "relate/findings.h"

/* Fill findings->evidence (one row for each unit of weight at window.scope) and
 * findings->pairs (sentences and token windows that hold both) from findings->mentions
 * and findings->document. Both live in `arena`. The work is linear in the mentions and in
 * the pairs that stand together; at article scope these grow with the square of the
 * entities named, and the cap of the arena is what ends a monstrous article. */
enum kith_status kith_cooccurrence_find(struct kith_window window,
                                        struct kith_arena *arena,
                                        struct kith_findings *findings,
                                        struct kith_error *err);

#endif
