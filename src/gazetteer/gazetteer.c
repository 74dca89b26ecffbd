/* The gazetteer as its callers see it: made, looked into, freed. */
#include "gazetteer/gazetteer.h"

#include <stdlib.h>

#include "gazetteer/entity.h"
#include "gazetteer/tables.h"

static void init(struct kith_gazetteer *gazetteer)
{
    kith_arena_init(&gazetteer->arena, KITH_ARENA_UNCAPPED);
    kith_arena_init(&gazetteer->lasting, KITH_ARENA_UNCAPPED);
    kith_intern_init(&gazetteer->files, &gazetteer->lasting);
    kith_intern_init(&gazetteer->types, &gazetteer->lasting);
    kith_intern_init(&gazetteer->columns, &gazetteer->lasting);
    kith_intern_init(&gazetteer->headings, &gazetteer->lasting);
    kith_intern_init(&gazetteer->variant_rules, &gazetteer->lasting);
    kith_type_tree_init(&gazetteer->type_tree);
    kith_stop_list_init(&gazetteer->stops);
}

static void release(struct kith_gazetteer *gazetteer)
{
    kith_intern_release(&gazetteer->files);
    kith_intern_release(&gazetteer->types);
    kith_intern_release(&gazetteer->columns);
    kith_intern_release(&gazetteer->headings);
    kith_intern_release(&gazetteer->variant_rules);
    kith_map_release(&gazetteer->by_id);
    kith_map_release(&gazetteer->by_name);
    kith_map_release(&gazetteer->by_alias);
    kith_type_tree_release(&gazetteer->type_tree);
    kith_stop_list_release(&gazetteer->stops);
    kith_image_release(&gazetteer->image);
    kith_arena_release(&gazetteer->lasting);
    kith_arena_release(&gazetteer->arena);
}

enum kith_status kith_gazetteer_new(struct kith_gazetteer **out, struct kith_error *err)
{
    struct kith_gazetteer *gazetteer = calloc(1, sizeof *gazetteer);
    if (!gazetteer)
        return kith_no_memory(err);
    init(gazetteer);
    *out = gazetteer;
    return KITH_OK;
}

void kith_gazetteer_free(struct kith_gazetteer *gazetteer)
{
    if (!gazetteer)
        return;
    release(gazetteer);
    free(gazetteer);
}

void kith_gazetteer_clear(struct kith_gazetteer *gazetteer)
{
    const volatile int *stop = gazetteer->stop;
    release(gazetteer);
    memset(gazetteer, 0, sizeof *gazetteer);
    init(gazetteer);
    gazetteer->stop = stop;
}

void kith_gazetteer_listen(struct kith_gazetteer *gazetteer, const volatile int *stop)
{
    gazetteer->stop = stop;
}

/* Room for `more` bytes behind the pool's end, by doubling. */
static bool widen(struct kith_arena *arena, struct kith_text_pool *pool, size_t more)
{
    size_t needed = pool->count + more;
    if (needed <= pool->room)
        return true;
    size_t room = pool->room ? pool->room : 4096;
    while (room < needed)
        room *= 2;
    if (room > UINT32_MAX)
        room = UINT32_MAX;
    char *moved = kith_arena_regrow(arena, pool->items, pool->room, room, 1);
    if (!moved)
        return false;
    pool->items = moved;
    pool->room = (uint32_t)room;
    return true;
}

enum kith_status kith_piece_add(struct kith_gazetteer *gazetteer, struct kith_str s,
                                struct kith_piece *piece, struct kith_error *err)
{
    struct kith_text_pool *pool = &gazetteer->pool;
    if (s.length > UINT32_MAX - pool->count)
        return kith_fail(err, KITH_LIMIT, "the gazetteers hold more than 4 GiB of names");
    if (!widen(&gazetteer->arena, pool, s.length))
        return kith_no_memory(err);
    *piece = (struct kith_piece){pool->count, (uint32_t)s.length};
    if (s.length)
        memcpy(pool->items + pool->count, s.data, s.length);
    pool->count += (uint32_t)s.length;
    return KITH_OK;
}

const char *kith_gazetteer_source(const struct kith_gazetteer *gazetteer, uint32_t i)
{
    const struct kith_origins *origins = &gazetteer->origins;
    for (uint32_t o = 0; o < origins->count; o++)
        if (origins->items[o].role == KITH_ORIGIN_NAMES && i-- == 0)
            return kith_origin_path(&origins->items[o]);
    return NULL;
}

uint32_t kith_gazetteer_entity_count(const struct kith_gazetteer *gazetteer)
{
    return gazetteer->entities.count;
}

uint32_t kith_gazetteer_alias_count(const struct kith_gazetteer *gazetteer)
{
    return gazetteer->aliases.count;
}

uint32_t kith_gazetteer_row_alias_count(const struct kith_gazetteer *gazetteer)
{
    /* Only a damaged image has more variants than aliases. */
    uint32_t count = gazetteer->aliases.count, made = gazetteer->variants.count;
    return made < count ? count - made : 0;
}

struct kith_entity kith_gazetteer_entity(const struct kith_gazetteer *gazetteer,
                                         kith_id entity)
{
    if (entity >= gazetteer->entities.count)
        return (struct kith_entity){0};
    const struct kith_entity_record *record = &gazetteer->entities.items[entity];
    struct kith_alias label = kith_gazetteer_alias(gazetteer, record->name);
    return (struct kith_entity){
        .name = label.text,
        .type = kith_gazetteer_type(gazetteer, record->type),
        .type_id = record->type,
        .file = label.file,
        .line = label.line,
    };
}

kith_id kith_gazetteer_entity_type(const struct kith_gazetteer *gazetteer, kith_id entity)
{
    return gazetteer->entities.items[entity].type;
}

static struct kith_str rule_of(const struct kith_gazetteer *gazetteer, kith_id alias)
{
    uint32_t first = kith_gazetteer_row_alias_count(gazetteer);
    if (alias < first || alias - first >= gazetteer->variants.count)
        return (struct kith_str){0};
    uint16_t rule = gazetteer->variants.items[alias - first];
    return rule < gazetteer->variant_rules.count ? gazetteer->variant_rules.items[rule]
                                                 : (struct kith_str){0};
}

struct kith_alias kith_gazetteer_alias(const struct kith_gazetteer *gazetteer,
                                       kith_id alias)
{
    if (alias >= gazetteer->aliases.count)
        return (struct kith_alias){0};
    const struct kith_alias_record *record = &gazetteer->aliases.items[alias];
    struct kith_place place = kith_row_place(gazetteer, record->row);
    return (struct kith_alias){
        .entity = record->entity,
        .text = kith_alias_text(gazetteer, alias),
        .is_exact = record->case_rule == KITH_CASE_EXACT,
        .rule = rule_of(gazetteer, alias),
        .traits = record->traits,
        .file = place.file,
        .line = place.line,
    };
}

uint32_t kith_gazetteer_type_count(const struct kith_gazetteer *gazetteer)
{
    return gazetteer->types.count;
}

struct kith_str kith_gazetteer_type(const struct kith_gazetteer *gazetteer, kith_id type)
{
    return type < gazetteer->types.count ? gazetteer->types.items[type]
                                         : (struct kith_str){0};
}

kith_id kith_gazetteer_find_type(const struct kith_gazetteer *gazetteer,
                                 struct kith_str name)
{
    return kith_intern_find(&gazetteer->types, name);
}

uint32_t kith_gazetteer_column_count(const struct kith_gazetteer *gazetteer)
{
    return gazetteer->headings.count;
}

struct kith_str kith_gazetteer_column(const struct kith_gazetteer *gazetteer,
                                      uint32_t column)
{
    return gazetteer->headings.items[column];
}

struct kith_str kith_gazetteer_cell(const struct kith_gazetteer *gazetteer,
                                    kith_id entity, uint32_t column)
{
    return kith_entity_cell(gazetteer, entity, column);
}

uint32_t kith_gazetteer_find_column(const struct kith_gazetteer *gazetteer,
                                    const char *heading)
{
    struct kith_str wanted = kith_str_of(heading);
    for (uint32_t c = 0; c < kith_gazetteer_column_count(gazetteer); c++)
        if (kith_str_equal_caseless(kith_gazetteer_column(gazetteer, c), wanted))
            return c;
    return KITH_NO_ID;
}

uint64_t kith_gazetteer_size(const struct kith_gazetteer *gazetteer)
{
    return gazetteer->image.size;
}
