/* What loading names came to: the compiled gazetteer, and what was told of its rows. A
 * store keeps both, and a run that finds all files as they were need not read them. */
#ifndef KITH_BATCH_KEPT_NAMES_H
#define KITH_BATCH_KEPT_NAMES_H

#include "base/buf.h"
#include "base/problem.h"

struct kith_kept_names {
    struct kith_buf image;    /* the gazetteer; empty: nothing is kept */
    struct kith_buf problems; /* packed */
};

void kith_kept_names_release(struct kith_kept_names *kept);

/* Append the problems from `first` up to `end`. */
void kith_problems_pack(const struct kith_problems *problems, uint32_t first,
                        uint32_t end, struct kith_buf *out);

/* Add them to `problems` again. KITH_BAD_INPUT, without a sentence, when they are
 * damaged: none is added then. */
enum kith_status kith_problems_unpack(struct kith_str packed,
                                      struct kith_problems *problems,
                                      struct kith_error *err);

#endif
