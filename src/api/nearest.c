/* kith_nearest of kith.h. */
#include "kith.h"

#include "base/near.h"

const char *kith_nearest(const char *word, const char *const *words, size_t count)
{
    const struct kith_str slip = kith_str_of(word);
    uint32_t least = slip.length < 5 ? 2 : KITH_NEAR_DISTANCE + 1;
    const char *nearest = NULL;
    for (size_t i = 0; i < count; i++) {
        uint32_t far = kith_distance(slip, kith_str_of(words[i]), KITH_NEAR_DISTANCE);
        if (far >= least)
            continue;
        least = far;
        nearest = words[i];
    }
    return nearest;
}
