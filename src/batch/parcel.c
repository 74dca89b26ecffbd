/* From the intake to the slots of the pool. */
#include "batch/parcel.h"

#include <stdlib.h>

/* Larger articles go with fewer others, so that the slots stay small. Bytes. */
#define PARCEL_BYTES ((size_t)1024 * 1024)

enum kith_status kith_parcels_init(struct kith_parcels *parcels, unsigned count,
                                   struct kith_error *err)
{
    parcels->items = calloc(count, sizeof *parcels->items);
    if (!parcels->items)
        return kith_no_memory(err);
    parcels->count = count;
    for (unsigned i = 0; i < count; i++)
        kith_arena_init(&parcels->items[i].arena, KITH_ARENA_UNCAPPED);
    return KITH_OK;
}

void kith_parcels_release(struct kith_parcels *parcels)
{
    for (unsigned i = 0; i < parcels->count; i++)
        kith_arena_release(&parcels->items[i].arena);
    free(parcels->items);
    *parcels = (struct kith_parcels){0};
}

void kith_parcel_reset(struct kith_parcel *parcel)
{
    parcel->count = 0;
    kith_arena_reset(&parcel->arena);
}

struct delivery {
    struct kith_parcels *parcels;
    struct kith_feed *feed;
    const struct kith_sources *sources;
    uint32_t source;          /* the one that is being taken apart */
    kith_id number;           /* of the next article */
    struct kith_parcel *open; /* NULL: the next article needs a new one */
    size_t bytes;             /* in it */
};

static enum kith_status submit(struct delivery *delivery, struct kith_error *err)
{
    if (!delivery->open)
        return KITH_OK;
    delivery->open = NULL;
    return kith_feed_submit(delivery->feed, err);
}

/* The parcel that the next article goes into. */
static enum kith_status open_parcel(struct delivery *delivery)
{
    unsigned slot;
    if (delivery->open)
        return KITH_OK;
    KITH_TRY(kith_feed_wait(delivery->feed, &slot));
    delivery->open = &delivery->parcels->items[slot];
    delivery->bytes = 0;
    kith_parcel_reset(delivery->open);
    return KITH_OK;
}

/* An article has come into the open parcel. */
static enum kith_status close_article(struct delivery *delivery, struct kith_error *err)
{
    struct kith_parcel *parcel = delivery->open;
    delivery->bytes += parcel->articles[parcel->count++].article.bytes.length;
    delivery->number++;
    bool is_full = parcel->count == KITH_PARCEL_SIZE || delivery->bytes > PARCEL_BYTES;
    return is_full ? submit(delivery, err) : KITH_OK;
}

/* ---- articles that have to be read ---- */

static enum kith_status put(void *context, const struct kith_unread *unread,
                            struct kith_error *err)
{
    struct delivery *delivery = context;
    KITH_TRY(open_parcel(delivery));
    struct kith_parcel *parcel = delivery->open;
    struct kith_unread *copy = &parcel->articles[parcel->count];
    KITH_TRY(kith_unread_copy(unread, &parcel->arena, copy, err));
    size_t length = delivery->sources->items[delivery->source].length;
    struct kith_str path = copy->article.path;
    parcel->places[parcel->count] = (struct kith_parcel_place){
        delivery->source, {.place = kith_str_slice(path, length, path.length)}};
    return close_article(delivery, err);
}

/* ---- articles that are known ---- */

static bool join(struct kith_arena *arena, struct kith_str path, struct kith_str place,
                 struct kith_str *joined)
{
    char *bytes = kith_arena_alloc(arena, path.length + place.length + 1);
    if (!bytes)
        return false;
    memcpy(bytes, path.data, path.length);
    if (place.length)
        memcpy(bytes + path.length, place.data, place.length);
    bytes[path.length + place.length] = '\0';
    *joined = (struct kith_str){bytes, path.length + place.length};
    return true;
}

static enum kith_status put_known(struct delivery *delivery,
                                  const struct kith_stored_article *stored,
                                  struct kith_error *err)
{
    KITH_TRY(open_parcel(delivery));
    struct kith_parcel *parcel = delivery->open;
    struct kith_unread *unread = &parcel->articles[parcel->count];
    *unread = (struct kith_unread){.kind = KITH_UNREAD_FILE,
                                   .article.number = delivery->number};
    if (!join(&parcel->arena, delivery->sources->items[delivery->source], stored->place,
              &unread->article.path))
        return kith_no_memory(err);
    parcel->places[parcel->count] = (struct kith_parcel_place){delivery->source, *stored};
    return close_article(delivery, err);
}

static enum kith_status give_known(struct delivery *delivery,
                                   const struct kith_intake *intake,
                                   const struct kith_known_source *known,
                                   struct kith_error *err)
{
    for (uint32_t i = 0; i < known->count; i++) {
        if (intake->stop && *intake->stop)
            return kith_fail(err, KITH_INTERRUPTED, "interrupted");
        KITH_TRY(put_known(delivery, &known->articles[i], err));
    }
    return KITH_OK;
}

/* ---- all of them ---- */

static enum kith_status open_source(struct delivery *delivery,
                                    const struct kith_intake *intake,
                                    struct kith_error *err)
{
    const struct kith_sources one = {.items = &delivery->sources->items[delivery->source],
                                     .count = 1};
    struct kith_intake opening = *intake;
    opening.on_article = put;
    opening.context = delivery;
    opening.first_number = delivery->number;
    return kith_intake_run(&opening, &one, err);
}

enum kith_status kith_parcels_deliver(struct kith_parcels *parcels,
                                      const struct kith_intake *intake,
                                      const struct kith_sources *sources,
                                      const struct kith_known_source *known,
                                      struct kith_feed *feed, struct kith_error *err)
{
    struct delivery delivery = {.parcels = parcels, .feed = feed, .sources = sources};
    for (; delivery.source < sources->count; delivery.source++)
        KITH_TRY(known && known[delivery.source].is_known
                     ? give_known(&delivery, intake, &known[delivery.source], err)
                     : open_source(&delivery, intake, err));
    return submit(&delivery, err);
}
