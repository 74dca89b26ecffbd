/* One article that has been read: the first stages, the same for every verb. */
#ifndef KITH_BATCH_READING_H
#define KITH_BATCH_READING_H

#include "batch/setup.h"
#include "input/reader.h"

/* Not to be copied: the document knows its article. */
struct kith_reading {
    struct kith_article article;
    struct kith_document document;
    struct kith_mentions mentions;
};

/* Read the article at article->path, which with article->number is kept, up to its
 * document. Of a failure, *kind (may be NULL) is a short word, as from kith_article_read.
 * All of it lives in `arena`. */
enum kith_status kith_reading_begin(const struct kith_setup *setup, uint64_t max_size,
                                    struct kith_arena *arena,
                                    struct kith_article *article,
                                    struct kith_document *document, const char **kind,
                                    struct kith_error *err);

/* The same for an article by itself, of the size that is usual. */
static inline enum kith_status kith_reading_open(const struct kith_setup *setup,
                                                 struct kith_str path,
                                                 struct kith_arena *arena,
                                                 struct kith_reading *reading,
                                                 struct kith_error *err)
{
    *reading = (struct kith_reading){.article = {.path = path}};
    return kith_reading_begin(setup, KITH_DEFAULT_MAX_SIZE, arena, &reading->article,
                              &reading->document, NULL, err);
}

#endif
