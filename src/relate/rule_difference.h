/* What is different between the rules of two runs, as far as an article can tell: what of
 * words it needs before it may be read differently.
 *
 * A rule is as it was when its relation, the types of both sides, its language and its
 * pattern are, and it stands in the same order among all others that are as they were;
 * where it stands, how sure it is, examples and notes are nothing to an article. An
 * article is read alike with both when it meets the need of no other rule, from either
 * side, and holds no words that mean something else: an entry that a list which rules
 * name or which tells of status has on one side alone, a form of a verb that a rule has
 * on one side alone, a word that plays another role. Besides those the reading of a
 * sentence rests on nothing that rule files say. */
#ifndef KITH_RELATE_RULE_DIFFERENCE_H
#define KITH_RELATE_RULE_DIFFERENCE_H

#include "relate/need.h"

struct kith_rule_difference {
    kith_id *successor_of;   /* of a rule of the first, in the second, perhaps with
                                other verbs; KITH_NO_ID: it is gone or another. Rising
                                where it is not that */
    struct kith_needs needs; /* an article that meets none is read alike */
    uint32_t rules,
        lists; /* of the files, that are not as they were; each counted once */
};

/* Compare the rules of `before`, which have been read and not compiled, with those of
 * `after`, which are compiled. All of it lives in `arena`. KITH_NO_MEMORY is the only
 * failure. Linear but for a sort. */
enum kith_status kith_rules_compare(struct kith_rules *before,
                                    const struct kith_rules *after,
                                    struct kith_arena *arena,
                                    struct kith_rule_difference *difference,
                                    struct kith_error *err);

#endif
