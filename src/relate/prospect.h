/* What a sentence may say at all: the relations that two of its names could be in by
 * their types, and the rules for which it has the words.
 *
 * Both are sets of 64 bits. Relations that admit the same types are one bit of the first.
 * Of a rule, one word has to stand in the sentence of those of its rarest item, among the
 * items that cannot be left out. Rules that want the same item are one bit of the second
 * set. Where there are too many some share a bit, and a sentence promises more than it
 * holds. */
#ifndef KITH_RELATE_PROSPECT_H
#define KITH_RELATE_PROSPECT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"

struct kith_rules;
struct kith_sequence;

struct kith_prospect {
    uint64_t pairs; /* of types */
    uint64_t wants; /* of words */
};

static inline bool kith_prospect_meets(struct kith_prospect a, struct kith_prospect b)
{
    return (a.pairs & b.pairs) && (a.wants & b.wants);
}

struct kith_prospects {
    uint64_t *from, *to;         /* pairs by type: whose A, and whose B, may be of it */
    uint64_t *words;             /* wants by class */
    struct kith_prospect *rules; /* by number */
};

/* Set the prospects of all types, words and rules. The types of signatures are resolved.
 * Linear in the patterns of rules and, for each rule, in the list it wants. */
enum kith_status kith_prospects_build(struct kith_rules *rules, struct kith_error *err);

/* The prospects of a sentence. */
struct kith_prospect kith_prospects_in(const struct kith_prospects *prospects,
                                       const struct kith_sequence *sequence);

#endif
