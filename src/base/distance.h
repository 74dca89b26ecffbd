/* How many letters two names differ in. */
#ifndef KITH_BASE_DISTANCE_H
#define KITH_BASE_DISTANCE_H

#include <stdint.h>

#include "base/str.h"

/* Longer names are far from any other. */
#define KITH_DISTANCE_LENGTH 64

/* Levenshtein's distance in bytes, ASCII case aside. Something above `limit` when it is
 * above, found sooner than how much. */
uint32_t kith_distance(struct kith_str a, struct kith_str b, uint32_t limit);

#endif
