/* What may stand between who does something and the verb: auxiliaries, adverbs, the time
 * of the deed, and what turns a fact into something else.
 *
 *     Ostland | has repeatedly | attacked Westland
 *     Ostland | on Friday threatened to | attack Westland
 *     Ostland | denied that it had | attacked Westland
 */
#ifndef KITH_RELATE_VERB_GROUP_H
#define KITH_RELATE_VERB_GROUP_H

#include "relate/sequence.h"

/* Words that a verb group may have before its verb, and places where it may end. */
#define KITH_VERB_GROUP_LIMIT 10

struct kith_group_ends {
    uint32_t items[KITH_VERB_GROUP_LIMIT + 1]; /* symbols, the nearest first */
    uint32_t count;
};

/* False when the symbol at `at` helps no verb: one follows there at once, if at all. */
bool kith_verb_group_begins(const struct kith_sequence *sequence, uint32_t at);

/* Where a verb may follow what begins at `at`: at once (but for KITH_HELP_PASSIVE), and
 * behind each word that may help it. */
void kith_verb_group_pass(const struct kith_rules *rules,
                          const struct kith_sequence *sequence, uint32_t at,
                          enum kith_help help, struct kith_group_ends *ends);

#endif
