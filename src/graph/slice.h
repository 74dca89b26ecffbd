/* Slices of time: months, quarters or years, and what a thing counts in each.
 *
 * A slice is known by its first month; what bears no date is in a slice of its own, which
 * comes last. */
#ifndef KITH_GRAPH_SLICE_H
#define KITH_GRAPH_SLICE_H

#include "base/buf.h"
#include "base/status.h"
#include "graph/calendar.h"

/* The slice of what has no month. */
#define KITH_UNDATED_SLICE KITH_NO_MONTH

struct kith_slice {
    uint32_t month; /* its first, or KITH_UNDATED_SLICE */
    uint64_t count; /* above 0 */
};

/* How many months a slice has: 1, 3 or 12; of KITH_SLICE_NONE 1. */
uint32_t kith_slice_width(enum kith_slicing slicing);

/* Going through the slices of a thing that counts `total` in all. */
struct kith_slices {
    enum kith_slicing slicing;
    struct kith_months months;
    uint64_t left;
    uint32_t at;
};

/* Begin. The months count `total` or less; what they lack is undated. */
struct kith_slices kith_slices_of(struct kith_months months, uint64_t total,
                                  enum kith_slicing slicing);

/* The next slice in which the thing counts; false at the end. The counts of all of them
 * are the total. */
bool kith_slices_next(struct kith_slices *slices, struct kith_slice *slice);

/* "2024-03", "2024-Q1", "2024" or "undated". */
void kith_slice_name(enum kith_slicing slicing, uint32_t month, struct kith_buf *out);

#endif
