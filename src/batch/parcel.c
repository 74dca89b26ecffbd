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

static enum kith_status put(void *context, const struct kith_unread *unread,
                            struct kith_error *err)
{
    struct delivery *delivery = context;
    if (!delivery->open) {
        unsigned slot;
        KITH_TRY(kith_feed_wait(delivery->feed, &slot));
        delivery->open = &delivery->parcels->items[slot];
        delivery->bytes = 0;
        kith_parcel_reset(delivery->open);
    }
    struct kith_parcel *parcel = delivery->open;
    KITH_TRY(
        kith_unread_copy(unread, &parcel->arena, &parcel->articles[parcel->count], err));
    parcel->count++;
    delivery->bytes += unread->article.bytes.length;
    bool is_full = parcel->count == KITH_PARCEL_SIZE || delivery->bytes > PARCEL_BYTES;
    return is_full ? submit(delivery, err) : KITH_OK;
}

enum kith_status kith_parcels_deliver(struct kith_parcels *parcels,
                                      const struct kith_intake *intake,
                                      const struct kith_sources *sources,
                                      struct kith_feed *feed, struct kith_error *err)
{
    struct delivery delivery = {.parcels = parcels, .feed = feed};
    struct kith_intake delivering = *intake;
    delivering.on_article = put;
    delivering.context = &delivery;
    KITH_TRY(kith_intake_run(&delivering, sources, err));
    return submit(&delivery, err);
}
