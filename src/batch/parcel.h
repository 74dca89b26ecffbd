/* A parcel: a few articles that are read together by one worker and merged together.
 *
 * Handing over single articles would cost more in locks and sleeping threads than reading
 * them. The articles of a parcel share one arena, which the merger resets. */
#ifndef KITH_BATCH_PARCEL_H
#define KITH_BATCH_PARCEL_H

#include "batch/analyze.h"
#include "input/source.h"
#include "output/rows.h"

/* Measured on short news articles (3 kB): 8 to 64 make no difference, 1 costs a tenth. */
#define KITH_PARCEL_SIZE 16

struct kith_parcel {
    struct kith_arena arena;
    uint32_t count;
    struct kith_analysis analyses[KITH_PARCEL_SIZE];
    struct kith_rows rows[KITH_PARCEL_SIZE]; /* the articles' lines of the tables */
};

/* What every parcel is filled from; constant while workers run. */
struct kith_parcel_plan {
    const struct kith_setup *setup;
    const struct kith_sources *sources;
    struct kith_window window;
    uint64_t max_size;
    const volatile int *stop; /* may be NULL; non-zero: parcels stay empty */
};

/* How many parcels the sources make. */
uint32_t kith_parcel_count(const struct kith_sources *sources);

void kith_parcel_init(struct kith_parcel *parcel);

/* Read the articles of parcel `number` and render their rows. Failures stay in the
 * analyses. */
void kith_parcel_fill(struct kith_parcel *parcel, const struct kith_parcel_plan *plan,
                      uint32_t number);

/* Empty it for the next articles. */
void kith_parcel_reset(struct kith_parcel *parcel);
void kith_parcel_release(struct kith_parcel *parcel);

#endif
