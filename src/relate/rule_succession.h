/* Which rule of one reading of rule files is which of another. */
#ifndef KITH_RELATE_RULE_SUCCESSION_H
#define KITH_RELATE_RULE_SUCCESSION_H

#include "relate/rule_identity.h"

/* Set (*successor_of)[i], in `arena`, to what rule i of `before` is in `after`, or to
 * KITH_NO_ID. It is a rule that says the same or, failing that, one of the same outline.
 * Successors rise: of rules that say the same of a place, the earlier is the one that
 * counts. Their relations stand in the order in which they stood, too, since rows of
 * evidence at one place are sorted by relation. KITH_NO_MEMORY is the only failure.
 * Linear but for a sort. */
enum kith_status kith_rules_succeed(const struct kith_rule_identities *before,
                                    const struct kith_rule_identities *after,
                                    struct kith_arena *arena, kith_id **successor_of,
                                    struct kith_error *err);

#endif
