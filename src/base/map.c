/* Maps from 64-bit keys to 32-bit values. */
#include "base/map.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/hash.h"

static struct kith_map_slot *slot_for(const struct kith_map *map, uint64_t key)
{
    uint64_t i = kith_hash_u64(key) & map->mask;
    while (map->slots[i].is_taken && map->slots[i].key != key)
        i = (i + 1) & map->mask;
    return &map->slots[i];
}

uint32_t *kith_map_find(const struct kith_map *map, uint64_t key)
{
    if (!map->slots)
        return NULL;
    struct kith_map_slot *slot = slot_for(map, key);
    return slot->is_taken ? &slot->value : NULL;
}

void kith_map_prefetch(const struct kith_map *map, uint64_t key)
{
    if (map->slots)
        __builtin_prefetch(&map->slots[kith_hash_u64(key) & map->mask]);
}

/* Slots of a large map lie all over its memory: large pages save most of the time that
 * finding them takes. */
#define LARGE_PAGE ((size_t)2 << 20)

static struct kith_map_slot *new_slots(uint64_t count)
{
    if (count > SIZE_MAX / sizeof(struct kith_map_slot))
        return NULL;
    size_t size = count * sizeof(struct kith_map_slot);
    if (size < 2 * LARGE_PAGE)
        return calloc(count, sizeof(struct kith_map_slot));
    struct kith_map_slot *slots = aligned_alloc(LARGE_PAGE, size);
    if (!slots)
        return NULL;
    madvise(slots, size, MADV_HUGEPAGE);
    return memset(slots, 0, size);
}

static bool grow(struct kith_map *map)
{
    uint64_t wider = map->slots ? (map->mask + 1) * 2 : 16;
    struct kith_map larger = {
        .slots = new_slots(wider), .mask = wider - 1, .count = map->count};
    if (!larger.slots)
        return false;
    for (uint64_t i = 0; map->slots && i <= map->mask; i++)
        if (map->slots[i].is_taken)
            *slot_for(&larger, map->slots[i].key) = map->slots[i];
    free(map->slots);
    *map = larger;
    return true;
}

uint32_t *kith_map_place(struct kith_map *map, uint64_t key, uint32_t initial,
                         bool *is_new)
{
    if ((!map->slots || map->count * 4 >= (map->mask + 1) * 3) && !grow(map))
        return NULL;
    struct kith_map_slot *slot = slot_for(map, key);
    if (is_new)
        *is_new = !slot->is_taken;
    if (!slot->is_taken) {
        *slot = (struct kith_map_slot){.key = key, .value = initial, .is_taken = 1};
        map->count++;
    }
    return &slot->value;
}

void kith_map_reset(struct kith_map *map)
{
    if (map->slots)
        memset(map->slots, 0, (map->mask + 1) * sizeof *map->slots);
    map->count = 0;
}

void kith_map_release(struct kith_map *map)
{
    free(map->slots);
    *map = (struct kith_map){0};
}
