/* Accounts: three growing arrays, each with a table of keys beside it. */
#include "graph/account.h"

#include <stdlib.h>

#include "base/grow.h"

void kith_accounts_init(struct kith_accounts *accounts)
{
    *accounts = (struct kith_accounts){0};
    kith_arena_init(&accounts->arena, KITH_ARENA_UNCAPPED);
}

void kith_accounts_release(struct kith_accounts *accounts)
{
    kith_arena_release(&accounts->arena);
    free(accounts->entities);
    free(accounts->pairs);
    free(accounts->edges);
    kith_map_release(&accounts->entity_of);
    kith_accounts_seal(accounts);
    kith_accounts_init(accounts);
}

void kith_accounts_seal(struct kith_accounts *accounts)
{
    kith_map_release(&accounts->pair_of);
    kith_map_release(&accounts->edge_of);
}

/* The index that `key` has, or `count` for a new key, for which an item has room then.
 * KITH_NO_ID when memory is out. */
static uint32_t place(struct kith_map *map, uint64_t key, void **items, uint32_t count,
                      uint32_t *room, size_t size)
{
    uint32_t *found = kith_map_find(map, key);
    if (found)
        return *found;
    if (!kith_grow(items, count, 1, room, size) || !kith_map_place(map, key, count, NULL))
        return KITH_NO_ID;
    return count;
}

#define PLACE(map, key, items, count, room)                                              \
    place((map), (key), (void **)&(items), (count), &(room), sizeof *(items))

struct kith_entity_account *kith_accounts_entity(struct kith_accounts *accounts,
                                                 kith_id entity)
{
    uint32_t index = PLACE(&accounts->entity_of, entity, accounts->entities,
                           accounts->entity_count, accounts->entity_room);
    if (index == KITH_NO_ID)
        return NULL;
    struct kith_entity_account *account = &accounts->entities[index];
    if (index == accounts->entity_count) {
        *account = (struct kith_entity_account){.entity = entity,
                                                .last_sentence = KITH_NO_ID,
                                                .dates = {KITH_NO_ID, KITH_NO_ID},
                                                .months = KITH_NO_ID};
        accounts->entity_count++;
    }
    return account;
}

struct kith_pair_account *kith_accounts_pair(struct kith_accounts *accounts,
                                             kith_id source, kith_id target)
{
    uint32_t index = PLACE(&accounts->pair_of, kith_map_pair(source, target),
                           accounts->pairs, accounts->pair_count, accounts->pair_room);
    if (index == KITH_NO_ID)
        return NULL;
    struct kith_pair_account *account = &accounts->pairs[index];
    if (index == accounts->pair_count) {
        *account = (struct kith_pair_account){.source = source, .target = target};
        accounts->pair_count++;
    }
    return account;
}

struct kith_edge_account *kith_accounts_edge(struct kith_accounts *accounts,
                                             kith_id source, kith_id target,
                                             kith_id relation)
{
    struct kith_pair_account *pair = kith_accounts_pair(accounts, source, target);
    if (!pair)
        return NULL;
    uint32_t pair_index = (uint32_t)(pair - accounts->pairs);
    uint32_t index = PLACE(&accounts->edge_of, kith_map_pair(pair_index, relation),
                           accounts->edges, accounts->edge_count, accounts->edge_room);
    if (index == KITH_NO_ID)
        return NULL;
    struct kith_edge_account *account = &accounts->edges[index];
    if (index == accounts->edge_count) {
        *account = (struct kith_edge_account){.pair = pair_index,
                                              .relation = relation,
                                              .first_rule = KITH_NO_ID,
                                              .last_article = KITH_NO_ID,
                                              .stories = KITH_NO_ID,
                                              .dates = {KITH_NO_ID, KITH_NO_ID},
                                              .months = KITH_NO_ID,
                                              .support = KITH_NO_ID};
        accounts->edge_count++;
    }
    return account;
}

struct kith_entity_account *kith_accounts_find(const struct kith_accounts *accounts,
                                               kith_id entity)
{
    const uint32_t *index = kith_map_find(&accounts->entity_of, entity);
    return index ? &accounts->entities[*index] : NULL;
}
