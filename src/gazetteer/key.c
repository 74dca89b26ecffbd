/* Keys: ids first, since the user chose them, then slugs in row order. */
#include "gazetteer/key.h"

#include "text/fold.h"

/* The keys given so far. */
struct taken_keys {
    struct kith_arena arena;
    struct kith_intern keys;
    struct {
        uint32_t *items; /* by key: the number to try behind it next */
        uint32_t count, room;
    } next;
};

static enum kith_status take(struct taken_keys *taken, struct kith_str key, kith_id *id,
                             bool *is_new, struct kith_error *err)
{
    uint32_t before = taken->keys.count;
    *id = kith_intern_add(&taken->keys, key);
    if (*id == KITH_NO_ID)
        return kith_no_memory(err);
    *is_new = taken->keys.count > before;
    if (!*is_new)
        return KITH_OK;
    if (!KITH_ARENA_PUSHABLE(&taken->arena, &taken->next))
        return kith_no_memory(err);
    taken->next.items[taken->next.count++] = 2;
    return KITH_OK;
}

/* Put the first free number behind the slug. Each slug remembers where it has come to, so
 * that a thousand people of one name do not count to a thousand each. */
static enum kith_status take_numbered(struct taken_keys *taken, kith_id slug_id,
                                      struct kith_buf *slug, struct kith_error *err)
{
    const size_t length = slug->length;
    bool is_new = false;
    while (!is_new) {
        kith_id id;
        slug->length = length;
        kith_buf_format(slug, "-%u", taken->next.items[slug_id]++);
        KITH_TRY(kith_buf_check(slug, err));
        KITH_TRY(take(taken, kith_buf_view(slug), &id, &is_new, err));
    }
    return KITH_OK;
}

static enum kith_status make_key(struct kith_gazetteer *gazetteer,
                                 struct taken_keys *taken, kith_id entity,
                                 struct kith_buf *slug, struct kith_error *err)
{
    struct kith_entity_record *record = &gazetteer->entities.items[entity];
    kith_buf_reset(slug);
    kith_slug(kith_alias_text(gazetteer, record->name), slug);
    if (slug->length == 0)
        kith_buf_format(slug, "entity-%u", entity + 1);
    KITH_TRY(kith_buf_check(slug, err));
    kith_id id;
    bool is_new;
    KITH_TRY(take(taken, kith_buf_view(slug), &id, &is_new, err));
    if (!is_new)
        KITH_TRY(take_numbered(taken, id, slug, err));
    return kith_pool_add(gazetteer, kith_buf_view(slug), &record->key, err);
}

static enum kith_status make_keys(struct kith_gazetteer *gazetteer,
                                  struct taken_keys *taken, struct kith_buf *slug,
                                  struct kith_error *err)
{
    const struct kith_entity_table *entities = &gazetteer->entities;
    for (kith_id e = 0; e < entities->count; e++) {
        kith_id id;
        bool is_new;
        if (entities->items[e].key.length)
            KITH_TRY(take(taken, kith_pool_view(gazetteer, entities->items[e].key), &id,
                          &is_new, err));
    }
    for (kith_id e = 0; e < entities->count; e++)
        if (!entities->items[e].key.length)
            KITH_TRY(make_key(gazetteer, taken, e, slug, err));
    return KITH_OK;
}

enum kith_status kith_keys_make(struct kith_gazetteer *gazetteer, struct kith_error *err)
{
    struct taken_keys taken = {0};
    struct kith_buf slug = {0};
    kith_arena_init(&taken.arena, KITH_ARENA_UNCAPPED);
    kith_intern_init(&taken.keys, &taken.arena);
    enum kith_status status = make_keys(gazetteer, &taken, &slug, err);
    kith_buf_release(&slug);
    kith_intern_release(&taken.keys);
    kith_arena_release(&taken.arena);
    return status;
}
