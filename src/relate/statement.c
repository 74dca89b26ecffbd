/* Statements: their polarity, and who says so. */
#include "relate/statement.h"

#include "relate/polarity.h"

/* The symbol that must stand among somebody's words for the match to be his: the verb,
 * else the first word of the rule. */
static uint32_t heart_of(const struct kith_rule_match *match)
{
    return match->group_begin < match->group_end ? match->group_end : match->word_begin;
}

enum kith_status kith_statement_read(const struct kith_rules *rules, kith_id rule,
                                     const struct kith_stage *stage,
                                     const struct kith_rule_match *match,
                                     struct kith_str text, struct kith_speech *speech,
                                     struct kith_statement *statement,
                                     struct kith_error *err)
{
    struct kith_polarity polarity =
        kith_polarity_read(rules, rule, stage->sequence, match, text);
    *statement = (struct kith_statement){.is_denied = polarity.is_denied,
                                         .is_unreal = polarity.is_unreal,
                                         .speaker = KITH_NO_ID};
    if (polarity.is_naming)
        return KITH_OK;
    return kith_speech_find(speech, stage->sequence, stage->sentence,
                            stage->first_mention, heart_of(match), statement, err);
}
