/* Looking up entries by their first word. */
#include "relate/listed.h"

/* The first phrase that begins with `class` or a greater one. */
static uint32_t lower_bound(const struct kith_phrases *phrases, kith_id class)
{
    uint32_t low = 0, high = phrases->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (phrases->items[middle].words[0] < class)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct kith_listed kith_listed_under(const struct kith_phrases *phrases, kith_id class)
{
    if (class == KITH_NO_ID)
        return (struct kith_listed){0, 0};
    return (struct kith_listed){lower_bound(phrases, class),
                                lower_bound(phrases, class + 1)};
}
