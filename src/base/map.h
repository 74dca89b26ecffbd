/* A table from 64-bit keys to 32-bit values: open addressing, linear probing, at most
 * three quarters full. Keys are usually two ids packed into one (kith_map_pair). Nothing
 * is ever removed. Look-up and insertion take constant time on average. */
#ifndef KITH_BASE_MAP_H
#define KITH_BASE_MAP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/id.h"

struct kith_map_slot {
    uint64_t key;
    uint32_t value;
    uint32_t is_taken;
};

struct kith_map {
    struct kith_map_slot *slots; /* NULL until the first insertion */
    uint64_t mask;               /* slots - 1; the number of slots is a power of two */
    uint64_t count;
};

/* An empty map is {0}. */

static inline uint64_t kith_map_pair(kith_id a, kith_id b)
{
    return (uint64_t)a << 32 | b;
}

/* The value kept for `key`, or NULL. The pointer is good until the next insertion. */
uint32_t *kith_map_find(const struct kith_map *map, uint64_t key);

/* Fetch what looking `key` up will read: worth its while in a large map, a few look-ups
 * ahead. */
void kith_map_prefetch(const struct kith_map *map, uint64_t key);

/* The place of the value for `key`, made with `initial` when the key is new; *is_new (may
 * be NULL) tells. NULL when memory is out; the map is unchanged then. */
uint32_t *kith_map_place(struct kith_map *map, uint64_t key, uint32_t initial,
                         bool *is_new);

/* Forget all keys, keep the memory. Linear in the number of slots. */
void kith_map_reset(struct kith_map *map);

void kith_map_release(struct kith_map *map);

#endif
