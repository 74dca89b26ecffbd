/* A parcel: a few articles, found and not yet read, that go to one worker together.
 *
 * Handing over single articles would cost more in locks and sleeping threads than reading
 * them. */
#ifndef KITH_BATCH_PARCEL_H
#define KITH_BATCH_PARCEL_H

#include "base/pool.h"
#include "input/intake.h"
#include "store/store.h"

/* Measured on short news articles (3 kB): 8 to 64 make no difference, 1 costs a tenth. */
#define KITH_PARCEL_SIZE 16

/* Where an article stands. */
struct kith_parcel_place {
    uint32_t source;                   /* number of its file */
    struct kith_stored_article stored; /* record 0: none is known */
};

struct kith_parcel {
    struct kith_arena arena; /* their strings, and what the worker makes of them */
    uint32_t count;
    struct kith_unread articles[KITH_PARCEL_SIZE]; /* KITH_UNREAD_FILE with a record */
    struct kith_parcel_place places[KITH_PARCEL_SIZE];
};

/* What is known of a source before it is opened. */
struct kith_known_source {
    int64_t file;  /* its id in the store; 0: it is not there */
    bool is_known; /* these are its articles, and it need not be opened */
    const struct kith_stored_article *articles;
    uint32_t count;
};

struct kith_parcels {
    struct kith_parcel *items; /* one a slot of the pool */
    unsigned count;
};

/* KITH_NO_MEMORY. Release also after a failure. */
enum kith_status kith_parcels_init(struct kith_parcels *parcels, unsigned count,
                                   struct kith_error *err);
void kith_parcels_release(struct kith_parcels *parcels);

/* Empty it for the next articles. */
void kith_parcel_reset(struct kith_parcel *parcel);

/* Put what `intake` finds in `sources` into parcels and hand them over, each in its slot,
 * reset. on_article and context of the intake are not used. `known` has an item for each
 * source; NULL: nothing is known. */
enum kith_status kith_parcels_deliver(struct kith_parcels *parcels,
                                      const struct kith_intake *intake,
                                      const struct kith_sources *sources,
                                      const struct kith_known_source *known,
                                      struct kith_feed *feed, struct kith_error *err);

#endif
