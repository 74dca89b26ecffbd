/* Polarity: whether a sentence states what a rule found in it, denies it, or leaves it
 * open. docs/ALGORITHMS.md, Statements, has the scopes. */
#ifndef KITH_RELATE_POLARITY_H
#define KITH_RELATE_POLARITY_H

#include "relate/rule_match.h"

struct kith_polarity {
    bool is_denied, is_unreal;
    bool is_naming; /* "Navy chief Anna": said in passing of who is named, by the article
                       itself, whoever speaks around it */
};

/* Of `match`, found by `rule` in `sequence`, whose bytes are in `text`. */
struct kith_polarity kith_polarity_read(const struct kith_rules *rules, kith_id rule,
                                        const struct kith_sequence *sequence,
                                        const struct kith_rule_match *match,
                                        struct kith_str text);

#endif
