/* One article, end to end: file -> article -> document -> mentions -> findings. */
#ifndef KITH_BATCH_ANALYZE_H
#define KITH_BATCH_ANALYZE_H

#include "batch/setup.h"
#include "input/reader.h"

/* All of it lives in the arena that was passed in. */
struct kith_analysis {
    enum kith_status status; /* KITH_OK, or why the article could not be used */
    const char *kind;        /* of the failure: a short word for problems.csv */
    const char *reason;      /* of the failure: one sentence */
    struct kith_article article;
    struct kith_document document;
    struct kith_findings findings;
};

/* Read the article at `path`, the `number`th of the run. A failure is part of the answer:
 * the arena is rewound to where it stood, and one sentence is kept. */
void kith_analyze(const struct kith_setup *setup, struct kith_window window,
                  uint64_t max_size, kith_id number, struct kith_str path,
                  struct kith_arena *arena, struct kith_analysis *analysis);

#endif
