/* Finding people: three maps over tables that are there already. */
#include "gazetteer/roll.h"

#include "base/hash.h"
#include "base/near.h"
#include "gazetteer/columns.h"
#include "gazetteer/key.h"

static uint64_t key_of(struct kith_str text)
{
    return kith_hash(text.data, text.length);
}

enum kith_status kith_roll_enter(struct kith_roll *roll, kith_id alias,
                                 struct kith_error *err)
{
    const struct kith_gazetteer *gazetteer = roll->gazetteer;
    kith_id entity = gazetteer->aliases.items[alias].entity;
    bool is_new;
    uint32_t *first = kith_map_place(
        &roll->by_text, key_of(kith_alias_text(gazetteer, alias)), alias, &is_new);
    if (!first)
        return kith_no_memory(err);
    roll->next_of_text[alias] = is_new ? KITH_NO_ID : *first;
    *first = alias;
    roll->next_of_entity[alias] = roll->first_of_entity[entity];
    roll->first_of_entity[entity] = alias;
    return KITH_OK;
}

static enum kith_status enter_keys(struct kith_roll *roll, struct kith_error *err)
{
    struct kith_gazetteer *gazetteer = roll->gazetteer;
    KITH_TRY(kith_keys_make(gazetteer, true, err));
    for (kith_id e = 0; e < gazetteer->entities.count; e++) {
        struct kith_str key =
            kith_piece_view(gazetteer, gazetteer->entities.items[e].key);
        if (!kith_map_place(&roll->by_key, key_of(key), e, NULL))
            return kith_no_memory(err);
        roll->first_of_entity[e] = KITH_NO_ID;
        /* Somebody whose label is another's was merged before. */
        roll->merged_into[e] =
            gazetteer->aliases.items[gazetteer->entities.items[e].name].entity;
    }
    return KITH_OK;
}

enum kith_status kith_roll_call(struct kith_roll *roll, struct kith_gazetteer *gazetteer,
                                uint32_t more, struct kith_error *err)
{
    const size_t entity_count = gazetteer->entities.count;
    *roll = (struct kith_roll){.gazetteer = gazetteer};
    kith_arena_init(&roll->arena, KITH_ARENA_UNCAPPED);
    roll->room = gazetteer->aliases.count + more;
    roll->next_of_text = KITH_ARRAY(&roll->arena, kith_id, roll->room);
    roll->next_of_entity = KITH_ARRAY(&roll->arena, kith_id, roll->room);
    roll->first_of_entity = KITH_ARRAY(&roll->arena, kith_id, entity_count);
    roll->merged_into = KITH_ARRAY(&roll->arena, kith_id, entity_count);
    if (!roll->next_of_text || !roll->next_of_entity || !roll->first_of_entity ||
        !roll->merged_into)
        return kith_no_memory(err);
    KITH_TRY(enter_keys(roll, err));
    for (kith_id alias = 0; alias < gazetteer->aliases.count; alias++)
        KITH_TRY(kith_roll_enter(roll, alias, err));
    return KITH_OK;
}

void kith_roll_release(struct kith_roll *roll)
{
    kith_map_release(&roll->by_key);
    kith_map_release(&roll->by_text);
    kith_arena_release(&roll->arena);
}

static kith_id find_key(const struct kith_roll *roll, struct kith_str name)
{
    const struct kith_gazetteer *gazetteer = roll->gazetteer;
    const uint32_t *found = kith_map_find(&roll->by_key, key_of(name));
    if (!found)
        return KITH_NO_ID;
    struct kith_str key =
        kith_piece_view(gazetteer, gazetteer->entities.items[*found].key);
    return kith_str_equal(key, name) ? *found : KITH_NO_ID;
}

/* Everyone of one spelling and, unless `type` is empty, one type. */
struct namesakes {
    kith_id labelled, called; /* one by label, one by alias; or KITH_NO_ID */
    bool are_several_labelled, are_several_called;
};

static void count(kith_id *one, bool *are_several, kith_id entity)
{
    *are_several |= *one != KITH_NO_ID && *one != entity;
    *one = entity;
}

static struct namesakes find_namesakes(const struct kith_roll *roll, struct kith_str name,
                                       struct kith_str type)
{
    const struct kith_gazetteer *gazetteer = roll->gazetteer;
    struct namesakes found = {KITH_NO_ID, KITH_NO_ID, false, false};
    const uint32_t *first = kith_map_find(&roll->by_text, key_of(name));
    for (kith_id alias = first ? *first : KITH_NO_ID; alias != KITH_NO_ID;
         alias = roll->next_of_text[alias]) {
        kith_id entity = gazetteer->aliases.items[alias].entity;
        struct kith_str its = kith_gazetteer_entity(gazetteer, entity).type;
        if (!kith_str_equal(kith_alias_text(gazetteer, alias), name) ||
            (type.length && !kith_str_equal(its, type)))
            continue;
        if (gazetteer->entities.items[entity].name == alias)
            count(&found.labelled, &found.are_several_labelled, entity);
        else
            count(&found.called, &found.are_several_called, entity);
    }
    return found;
}

static enum kith_roll_answer answer(const struct namesakes *found, kith_id *entity)
{
    bool has_label = found->labelled != KITH_NO_ID;
    *entity = has_label ? found->labelled : found->called;
    if (*entity == KITH_NO_ID)
        return KITH_ROLL_UNKNOWN;
    bool are_several =
        has_label ? found->are_several_labelled : found->are_several_called;
    return are_several ? KITH_ROLL_SEVERAL : KITH_ROLL_FOUND;
}

enum kith_roll_answer kith_roll_find_typed(const struct kith_roll *roll,
                                           struct kith_str name, struct kith_str type,
                                           kith_id *entity)
{
    struct namesakes found = find_namesakes(roll, name, type);
    return answer(&found, entity);
}

/* Cut "Georgia [country]" in two; `type` is empty when there are no brackets. */
static struct kith_str cut_type(struct kith_str name, struct kith_str *type)
{
    *type = (struct kith_str){0};
    if (!kith_str_ends_with(name, KITH_STR("]")))
        return name;
    for (size_t i = name.length - 1; i > 0; i--)
        if (name.data[i] == '[') {
            *type = kith_str_trim(kith_str_slice(name, i + 1, name.length - 1));
            return kith_str_trim(kith_str_slice(name, 0, i));
        }
    return name;
}

enum kith_roll_answer kith_roll_find(const struct kith_roll *roll, struct kith_str name,
                                     kith_id *entity)
{
    *entity = find_key(roll, name);
    if (*entity != KITH_NO_ID) {
        while (roll->merged_into[*entity] != *entity)
            *entity = roll->merged_into[*entity];
        return KITH_ROLL_FOUND;
    }
    struct kith_str type = {0};
    enum kith_roll_answer given = kith_roll_find_typed(roll, name, type, entity);
    if (given != KITH_ROLL_UNKNOWN)
        return given;
    struct kith_str bare = cut_type(name, &type);
    return type.length ? kith_roll_find_typed(roll, bare, type, entity)
                       : KITH_ROLL_UNKNOWN;
}

struct kith_str kith_roll_nearest(const struct kith_roll *roll, struct kith_str name)
{
    const struct kith_gazetteer *gazetteer = roll->gazetteer;
    struct kith_str nearest = {0};
    uint32_t bound = kith_near_limit(name) + 1;
    if (bound == 1)
        return nearest;
    for (kith_id alias = 0; alias < gazetteer->aliases.count; alias++) {
        struct kith_str other = kith_alias_text(gazetteer, alias);
        uint32_t far = kith_distance(name, other, KITH_NEAR_DISTANCE);
        if (far < bound) {
            bound = far;
            nearest = other;
        }
    }
    return nearest;
}
