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

/* Roles that help a verb by themselves, and those that need a second word for it: "on |
 * Friday", "that | it", "of | attacking". */
#define KITH_VERB_GROUP_HELPING                                                          \
    (KITH_ROLE_STATUS | KITH_ROLE_BE | KITH_ROLE_AUXILIARY | KITH_ROLE_ADVERB |          \
     KITH_ROLE_TIME | KITH_ROLE_PRONOUN)
#define KITH_VERB_GROUP_PERHAPS                                                          \
    (KITH_ROLE_BEFORE_TIME | KITH_ROLE_THAT | KITH_ROLE_CHARGE)

/* False when what stands at `at` helps no verb: one follows there at once, if at all. */
static inline bool kith_verb_group_begins(const struct kith_sequence *sequence,
                                          uint32_t at)
{
    const unsigned seconds = KITH_ROLE_TIME | KITH_ROLE_BEFORE_TIME | KITH_ROLE_PRONOUN;
    const struct kith_symbol *symbol = &sequence->items[at];
    if (symbol->roles & KITH_VERB_GROUP_HELPING)
        return true;
    bool may_help =
        symbol->kind == KITH_TOKEN_NUMBER || symbol->roles & KITH_VERB_GROUP_PERHAPS;
    return may_help && at + 1 < sequence->count &&
           (symbol[1].roles & seconds || symbol[1].kind == KITH_TOKEN_NUMBER ||
            kith_sequence_is_participle(sequence, at + 1));
}

/* Where a verb may follow what begins at `at`: at once (but for KITH_HELP_PASSIVE), and
 * behind each word that may help it. */
void kith_verb_group_pass(const struct kith_rules *rules,
                          const struct kith_sequence *sequence, uint32_t at,
                          enum kith_help help, struct kith_group_ends *ends);

#endif
