/* The longest rising run, by patience sorting (M. Fredman, "On computing the length of
 * longest increasing subsequences", 1975). */
#include "base/rising.h"

/* The piles, of which the tops rise. */
struct piles {
    kith_id *top;
    kith_id *below; /* of a thing: the top of the pile to the left when it was laid */
    uint32_t count;
};

/* The first pile whose top is not below `successor`. */
static uint32_t pile_of(const struct piles *piles, const kith_id *successor_of,
                        kith_id successor)
{
    uint32_t low = 0, high = piles->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (successor_of[piles->top[middle]] < successor)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void lay(struct piles *piles, const kith_id *successor_of, kith_id thing)
{
    uint32_t pile = pile_of(piles, successor_of, successor_of[thing]);
    piles->below[thing] = pile ? piles->top[pile - 1] : KITH_NO_ID;
    piles->top[pile] = thing;
    piles->count += pile == piles->count;
}

bool kith_keep_rising(kith_id *successor_of, uint32_t count, struct kith_arena *arena)
{
    struct piles piles = {.top = KITH_ARRAY(arena, kith_id, count),
                          .below = KITH_ARRAY(arena, kith_id, count)};
    bool *is_kept = KITH_ARRAY(arena, bool, count);
    if (!piles.top || !piles.below || !is_kept)
        return false;
    for (kith_id i = 0; i < count; i++)
        if (successor_of[i] != KITH_NO_ID)
            lay(&piles, successor_of, i);
    kith_id last = piles.count ? piles.top[piles.count - 1] : KITH_NO_ID;
    for (kith_id i = last; i != KITH_NO_ID; i = piles.below[i])
        is_kept[i] = true;
    for (kith_id i = 0; i < count; i++)
        if (!is_kept[i])
            successor_of[i] = KITH_NO_ID;
    return true;
}
