/* What a sentence makes of what a rule found in it: a fact or something else.
 *
 * Rules say nothing of negation, modality or reporting. Three lists do, whose entries may
 * stand in any rule file, and hold for all rules: `negative`, `unreal` and `speech`. */
#ifndef KITH_RELATE_STATEMENT_H
#define KITH_RELATE_STATEMENT_H

#include "relate/findings.h"
#include "relate/rule_match.h"

/* Read what `match`, found by `rule` in `sequence`, is: `text` is the document's. */
struct kith_statement kith_statement_read(const struct kith_rules *rules, kith_id rule,
                                          const struct kith_sequence *sequence,
                                          const struct kith_rule_match *match,
                                          struct kith_str text);

#endif
