/* Words that look like slips of one another. */
#ifndef KITH_BASE_NEAR_H
#define KITH_BASE_NEAR_H

#include "base/distance.h"

/* Letters that a slip gets wrong. */
#define KITH_NEAR_DISTANCE 2

/* How far a slip of `word` may be from it: in a word of three letters two that differ
 * make another word. 0 for words that are too short to tell. */
static inline uint32_t kith_near_limit(struct kith_str word)
{
    if (word.length < 3)
        return 0;
    return word.length < 6 ? 1 : KITH_NEAR_DISTANCE;
}

/* May `word` be a slip of `meant`, and not the same? */
static inline bool kith_is_near(struct kith_str word, struct kith_str meant)
{
    uint32_t far = kith_distance(word, meant, KITH_NEAR_DISTANCE);
    return far > 0 && far <= kith_near_limit(meant);
}

#endif
