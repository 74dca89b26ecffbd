/* One article that has been read: the first stages, the same for every verb. */
#ifndef KITH_BATCH_READING_H
#define KITH_BATCH_READING_H

#include "batch/setup.h"
#include "input/intake.h"

/* Not to be copied: the document knows its article. */
struct kith_reading {
    struct kith_article article;
    struct kith_document document;
    struct kith_mentions mentions;
};

/* Where the user's own columns are, and how large an article may be; 0: as usual. */
struct kith_reader_options
kith_reader_options_of(const struct kith_article_columns *columns, uint64_t max_size);

/* Read `unread` up to its document. Of a failure, *kind (may be NULL) is a short word, as
 * from kith_article_read. What is new of it lives in `arena`. */
enum kith_status
kith_reading_begin(const struct kith_setup *setup, const struct kith_unread *unread,
                   const struct kith_reader_options *options, struct kith_arena *arena,
                   struct kith_article *article, struct kith_document *document,
                   const char **kind, struct kith_error *err);

/* The same for an article by its path, as kith_intake_find takes it. */
enum kith_status kith_reading_open(const struct kith_setup *setup, struct kith_str path,
                                   const struct kith_reader_options *options,
                                   struct kith_arena *arena, struct kith_reading *reading,
                                   struct kith_error *err);

#endif
