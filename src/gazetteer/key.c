/* Keys: ids first, since the user chose them, then slugs in row order. */
#include "gazetteer/key.h"

#include "base/hash.h"
#include "text/fold.h"

/* The keys given so far, by their hashes. Should two keys share one, the later counts as
 * taken and gets a number, which does no harm. */
struct taken_keys {
    struct kith_map keys; /* hash of a key -> the number to try behind it next */
    struct kith_buf slug; /* the one being made */
};

/* Take the key; *next is the number to try behind it when it was taken before. */
static enum kith_status take(struct taken_keys *taken, struct kith_str key,
                             uint32_t **next, bool *is_new, struct kith_error *err)
{
    *next = kith_map_place(&taken->keys, kith_hash(key.data, key.length), 2, is_new);
    return *next ? KITH_OK : kith_no_memory(err);
}

/* Put the first free number behind the slug, `number` or a later one; *number becomes the
 * one to try next. */
static enum kith_status take_numbered(struct taken_keys *taken, uint32_t *number,
                                      struct kith_error *err)
{
    struct kith_buf *slug = &taken->slug;
    const size_t length = slug->length;
    bool is_new = false;
    while (!is_new) {
        uint32_t *next;
        slug->length = length;
        kith_buf_format(slug, "-%u", (*number)++);
        KITH_TRY(kith_buf_check(slug, err));
        KITH_TRY(take(taken, kith_buf_view(slug), &next, &is_new, err));
    }
    return KITH_OK;
}

/* Each slug remembers where it has come to, so that a thousand people of one name do not
 * count to a thousand each. */
static enum kith_status take_next(struct taken_keys *taken, uint32_t number,
                                  struct kith_error *err)
{
    const struct kith_str slug = kith_buf_view(&taken->slug);
    const uint64_t key = kith_hash(slug.data, slug.length);
    KITH_TRY(take_numbered(taken, &number, err));
    *kith_map_find(&taken->keys, key) = number;
    return KITH_OK;
}

/* Write the key that an entity has unless it is another's. */
static void write_slug(const struct kith_gazetteer *gazetteer, kith_id entity,
                       struct kith_buf *slug)
{
    kith_buf_reset(slug);
    kith_slug(kith_alias_text(gazetteer, gazetteer->entities.items[entity].name), slug);
    if (slug->length == 0)
        kith_buf_format(slug, "entity-%u", entity + 1);
}

static enum kith_status make_key(struct kith_gazetteer *gazetteer,
                                 struct taken_keys *taken, kith_id entity, bool keeps_all,
                                 struct kith_error *err)
{
    uint32_t *next;
    bool is_new;
    write_slug(gazetteer, entity, &taken->slug);
    KITH_TRY(kith_buf_check(&taken->slug, err));
    KITH_TRY(take(taken, kith_buf_view(&taken->slug), &next, &is_new, err));
    if (is_new && !keeps_all)
        return KITH_OK;
    if (!is_new)
        KITH_TRY(take_next(taken, *next, err));
    return kith_piece_add(gazetteer, kith_buf_view(&taken->slug),
                          &gazetteer->entities.items[entity].key, err);
}

static enum kith_status make_keys(struct kith_gazetteer *gazetteer,
                                  struct taken_keys *taken, bool keeps_all,
                                  struct kith_error *err)
{
    const struct kith_entity_table *entities = &gazetteer->entities;
    for (kith_id e = 0; e < entities->count; e++) {
        uint32_t *next;
        bool is_new;
        if (entities->items[e].key.length)
            KITH_TRY(take(taken, kith_piece_view(gazetteer, entities->items[e].key),
                          &next, &is_new, err));
    }
    for (kith_id e = 0; e < entities->count; e++)
        if (!entities->items[e].key.length)
            KITH_TRY(make_key(gazetteer, taken, e, keeps_all, err));
    return KITH_OK;
}

enum kith_status kith_keys_make(struct kith_gazetteer *gazetteer, bool keeps_all,
                                struct kith_error *err)
{
    struct taken_keys taken = {0};
    enum kith_status status = make_keys(gazetteer, &taken, keeps_all, err);
    kith_buf_release(&taken.slug);
    kith_map_release(&taken.keys);
    return status;
}

struct kith_str kith_gazetteer_key(const struct kith_gazetteer *gazetteer, kith_id entity,
                                   struct kith_buf *room)
{
    kith_buf_reset(room);
    if (entity >= gazetteer->entities.count)
        return (struct kith_str){0};
    struct kith_str key =
        kith_piece_view(gazetteer, gazetteer->entities.items[entity].key);
    if (key.length)
        return key;
    write_slug(gazetteer, entity, room);
    return kith_buf_view(room);
}
