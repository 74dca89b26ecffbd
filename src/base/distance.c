/* Levenshtein's distance, one row of the table at a time. */
#include "base/distance.h"

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static size_t difference(size_t a, size_t b)
{
    return a > b ? a - b : b - a;
}

uint32_t kith_distance(struct kith_str a, struct kith_str b, uint32_t limit)
{
    uint32_t row[KITH_DISTANCE_LENGTH + 1];
    if (a.length > KITH_DISTANCE_LENGTH || b.length > KITH_DISTANCE_LENGTH ||
        difference(a.length, b.length) > limit)
        return UINT32_MAX;
    for (uint32_t k = 0; k <= b.length; k++)
        row[k] = k;
    for (uint32_t i = 1; i <= a.length; i++) {
        uint32_t before = row[0], smallest = row[0] = i;
        for (uint32_t k = 1; k <= b.length; k++) {
            uint32_t change =
                before + (kith_lower(a.data[i - 1]) != kith_lower(b.data[k - 1]));
            before = row[k];
            row[k] = least(change, least(row[k], row[k - 1]) + 1);
            smallest = least(smallest, row[k]);
        }
        if (smallest > limit)
            return smallest;
    }
    return row[b.length];
}
