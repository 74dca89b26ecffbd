/* What rules and the entries of lists are known by from one reading of their files to the
 * next: hashes of all that they say, in words, to a sentence. Where they stand, how sure
 * a rule is, examples and notes are no part of it, and the numbers of words, lists and
 * relations change nothing. */
#ifndef KITH_RELATE_RULE_IDENTITY_H
#define KITH_RELATE_RULE_IDENTITY_H

#include "relate/rule_book.h"

struct kith_rule_identities {
    const struct kith_rules *rules;
    const uint64_t *keys; /* of words, by class (kith_word_class_keys) */
    uint64_t *rule;       /* by rule: its relation, types, language and pattern */
    uint64_t *outline;    /* by rule: the same but for the forms of its verbs */
    uint64_t *list;       /* by list: its name, and which of that name it is; of the forms
                             of verbs, which have no name, all that is in it */
    bool *is_named;       /* by list: a pattern speaks of it by its name */
};

/* Hash the rules, which have been read. All of it lives in `arena`. Linear. */
enum kith_status kith_rules_identify(const struct kith_rules *rules,
                                     struct kith_arena *arena,
                                     struct kith_rule_identities *identities,
                                     struct kith_error *err);

/* The hash of a row of words. `tag` tells rows apart that mean something else. */
uint64_t kith_rule_words_hash(const struct kith_rule_identities *identities,
                              const kith_id *classes, uint32_t count, uint64_t tag);

#endif
