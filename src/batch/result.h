/* What a worker makes of a parcel: findings, and the articles' lines of the tables. */
#ifndef KITH_BATCH_RESULT_H
#define KITH_BATCH_RESULT_H

#include "batch/analyze.h"
#include "batch/parcel.h"
#include "batch/recall.h"
#include "output/rows.h"

struct kith_result {
    uint32_t count;
    struct kith_analysis analyses[KITH_PARCEL_SIZE]; /* they live in the parcel's arena */
    struct kith_rows rows[KITH_ROW_FORMS]
                         [KITH_PARCEL_SIZE]; /* of forms that are wanted */
    struct kith_recollection recollections[KITH_PARCEL_SIZE];
};

/* What every result is made with; constant while workers run. */
struct kith_result_plan {
    const struct kith_setup *setup;
    struct kith_reader_options options;
    struct kith_window window;
    const struct kith_recall *recall; /* NULL: there is no store */
    unsigned formats;                 /* enum kith_format */
    const volatile int *stop;         /* may be NULL; non-zero: the rest stays undone */
};

/* Read the articles of `parcel` and render their rows. Failures stay in the analyses. */
void kith_result_fill(struct kith_result *result, const struct kith_result_plan *plan,
                      struct kith_parcel *parcel);

/* Empty it for the next parcel; {0} is empty. */
void kith_result_reset(struct kith_result *result);
void kith_result_release(struct kith_result *result);

#endif
