/* One article, end to end: file -> article -> document -> mentions -> findings. */
#ifndef KITH_BATCH_ANALYZE_H
#define KITH_BATCH_ANALYZE_H

#include "batch/setup.h"
#include "input/reader.h"

/* All of it lives in the arena that was passed in. */
struct kith_analysis {
    enum kith_status status;     /* KITH_OK, or why the article could not be used */
    const char *kind;            /* of the failure: a short word for problems.csv */
    const char *reason;          /* of the failure: one sentence */
    uint64_t line;               /* of the failure: where it stands in the file, or 0 */
    struct kith_article article; /* one that is left out has nothing of the below */
    struct kith_document document;
    struct kith_findings findings;
};

/* Read `unread`. A failure is part of the answer: the arena is rewound to
 * where it stood, and one sentence is kept. */
void kith_analyze(const struct kith_setup *setup, struct kith_window window,
                  const struct kith_reader_options *options,
                  const struct kith_unread *unread, struct kith_arena *arena,
                  struct kith_analysis *analysis);

#endif
