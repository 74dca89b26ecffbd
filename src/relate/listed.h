/* Entries of a list, where they stand in a sentence. */
#ifndef KITH_RELATE_LISTED_H
#define KITH_RELATE_LISTED_H

#include "relate/sequence.h"

/* The entries of `phrases` that begin with `class`: half-open, the longest first. */
struct kith_listed {
    uint32_t begin, end;
};
struct kith_listed kith_listed_under(const struct kith_phrases *phrases, kith_id class);

/* True when the entry stands at symbol `at`. */
bool kith_listed_stands(const struct kith_phrase *phrase,
                        const struct kith_sequence *sequence, uint32_t at);

/* The entry at symbol `at` that has most words, or NULL. */
const struct kith_phrase *kith_listed_longest(const struct kith_phrases *phrases,
                                              const struct kith_sequence *sequence,
                                              uint32_t at);

#endif
