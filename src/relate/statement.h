/* What a sentence makes of what a rule found in it: a fact or something else.
 *
 * Rules say nothing of negation, modality or reporting. Four lists do, whose entries may
 * stand in any rule file, and hold for all rules: `negative`, `unreal`, `fact`, `speech`.
 */
#ifndef KITH_RELATE_STATEMENT_H
#define KITH_RELATE_STATEMENT_H

#include "relate/findings.h"
#include "relate/rule_match.h"
#include "relate/speech.h"

/* The sentence that a match stands in. */
struct kith_stage {
    const struct kith_sequence *sequence;
    uint32_t sentence;
    uint32_t first_mention; /* of the sentence */
};

/* Read what becomes of `match`, found by `rule`. `speech` is the article's. */
enum kith_status kith_statement_read(const struct kith_rules *rules, kith_id rule,
                                     const struct kith_stage *stage,
                                     const struct kith_rule_match *match,
                                     struct kith_str text, struct kith_speech *speech,
                                     struct kith_statement *statement,
                                     struct kith_error *err);

#endif
