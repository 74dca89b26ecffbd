/* Statements: their polarity. */
#include "relate/statement.h"

#include "relate/polarity.h"

struct kith_statement kith_statement_read(const struct kith_rules *rules, kith_id rule,
                                          const struct kith_sequence *sequence,
                                          const struct kith_rule_match *match,
                                          struct kith_str text)
{
    struct kith_polarity polarity =
        kith_polarity_read(rules, rule, sequence, match, text);
    return (struct kith_statement){.is_denied = polarity.is_denied,
                                   .is_unreal = polarity.is_unreal,
                                   .speaker = KITH_NO_ID};
}
