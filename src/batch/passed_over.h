/* Articles that were found and not used, counted by the reason. */
#ifndef KITH_BATCH_PASSED_OVER_H
#define KITH_BATCH_PASSED_OVER_H

#include <stdint.h>

#include "base/status.h"
#include "input/article.h"

/* Kinds of faults that articles can have are fewer: docs/FORMATS.md, Articles. */
#define KITH_FAULT_KINDS 16

/* {0} is empty. */
struct kith_passed_over {
    uint64_t skipped;                            /* could not be used */
    struct kith_skipped kinds[KITH_FAULT_KINDS]; /* of these, in the order of the first */
    uint32_t kind_count;
    uint64_t outside, undated; /* left out by their day, for want of one */
};

/* Count an article that has the fault `kind`, a string that outlives the count. */
void kith_passed_over_skip(struct kith_passed_over *passed, const char *kind);

/* Count an article that is left out. */
void kith_passed_over_leave(struct kith_passed_over *passed,
                            const struct kith_article *article);

/* All of them. */
uint64_t kith_passed_over_count(const struct kith_passed_over *passed);

#endif
