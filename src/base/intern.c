/* Interned strings, chained by equal hash. */
#include "base/intern.h"

#include "base/hash.h"

void kith_intern_init(struct kith_intern *table, struct kith_arena *arena)
{
    *table = (struct kith_intern){.arena = arena};
}

static uint64_t key_of(struct kith_str s)
{
    return kith_hash(s.data, s.length);
}

kith_id kith_intern_find(const struct kith_intern *table, struct kith_str s)
{
    const uint32_t *newest = kith_map_find(&table->ids, key_of(s));
    kith_id id = newest ? *newest : KITH_NO_ID;
    while (id != KITH_NO_ID && !kith_str_equal(table->items[id], s))
        id = table->older[id];
    return id;
}

static bool widen(struct kith_intern *table)
{
    if (table->count < table->room)
        return true;
    uint32_t room = table->room;
    uint32_t same = table->room;
    return kith_arena_widen(table->arena, (void **)&table->items, &room,
                            sizeof *table->items) &&
           kith_arena_widen(table->arena, (void **)&table->older, &same,
                            sizeof *table->older) &&
           (table->room = room);
}

kith_id kith_intern_add(struct kith_intern *table, struct kith_str s)
{
    kith_id id = kith_intern_find(table, s);
    if (id != KITH_NO_ID)
        return id;
    struct kith_str copy = kith_str_copy(table->arena, s);
    if (!copy.data || !widen(table))
        return KITH_NO_ID;
    uint32_t *newest = kith_map_place(&table->ids, key_of(s), KITH_NO_ID, NULL);
    if (!newest)
        return KITH_NO_ID;
    id = table->count++;
    table->items[id] = copy;
    table->older[id] = *newest;
    *newest = id;
    return id;
}

void kith_intern_release(struct kith_intern *table)
{
    kith_map_release(&table->ids);
    kith_intern_init(table, table->arena);
}
