/* What keeps its order when things are put in, taken out and moved. */
#ifndef KITH_BASE_RISING_H
#define KITH_BASE_RISING_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/id.h"

/* `successor_of` has for each of `count` things the one it has become, or KITH_NO_ID.
 * Keep the longest run of them that rises, and set the others to KITH_NO_ID. False when
 * memory is out. n log n. */
bool kith_keep_rising(kith_id *successor_of, uint32_t count, struct kith_arena *arena);

#endif
