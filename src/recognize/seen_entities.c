/* A set of entities in one array. */
#include "recognize/seen_entities.h"

#include <string.h>

#include "base/hash.h"

enum kith_status kith_seen_init(struct kith_seen_entities *seen, uint32_t limit,
                                struct kith_arena *arena, struct kith_error *err)
{
    uint64_t room = 16;
    while (room < (uint64_t)limit * 2)
        room *= 2;
    seen->slots = kith_arena_alloc(arena, room * sizeof *seen->slots);
    if (!seen->slots)
        return kith_no_memory(err);
    memset(seen->slots, 0xFF, room * sizeof *seen->slots);
    seen->mask = (uint32_t)(room - 1);
    return KITH_OK;
}

/* The slot where `entity` is, or would be. */
static kith_id *slot_of(const struct kith_seen_entities *seen, kith_id entity)
{
    uint32_t i = (uint32_t)kith_hash_u64(entity) & seen->mask;
    while (seen->slots[i] != entity && seen->slots[i] != KITH_NO_ID)
        i = (i + 1) & seen->mask;
    return &seen->slots[i];
}

void kith_seen_add(struct kith_seen_entities *seen, kith_id entity)
{
    *slot_of(seen, entity) = entity;
}

bool kith_seen_has(const struct kith_seen_entities *seen, kith_id entity)
{
    return *slot_of(seen, entity) != KITH_NO_ID;
}
