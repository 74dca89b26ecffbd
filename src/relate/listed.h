/* Entries of a list, where they stand in a sentence. */
#ifndef KITH_RELATE_LISTED_H
#define KITH_RELATE_LISTED_H

#include "relate/sequence.h"

/* The entries of `phrases` that begin with `class`: half-open, the longest first. */
struct kith_listed {
    uint32_t begin, end;
};
struct kith_listed kith_listed_under(const struct kith_phrases *phrases, kith_id class);

/* True when the words, of which there are `count`, stand from symbol `at` on. */
static inline bool kith_listed_stands(const kith_id *words, uint32_t count,
                                      const struct kith_sequence *sequence, uint32_t at)
{
    if (count > sequence->count - at)
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (sequence->items[at + i].class != words[i])
            return false;
    return true;
}

#endif
