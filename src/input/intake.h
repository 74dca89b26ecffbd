/* All articles of the user's files, one after the other: files as they stand, and the
 * articles inside those that hold many. */
#ifndef KITH_INPUT_INTAKE_H
#define KITH_INPUT_INTAKE_H

#include "input/reader.h"
#include "input/source.h"

/* Called with each article, whose number and path are set; its strings live until it
 * returns. Anything but KITH_OK ends the intake. */
typedef enum kith_status kith_unread_fn(void *context, const struct kith_unread *unread,
                                        struct kith_error *err);

struct kith_intake {
    struct kith_reader_options options;
    const volatile int *stop; /* may be NULL; non-zero ends with KITH_INTERRUPTED */
    kith_id first_number;     /* of the first article */
    kith_unread_fn *on_article;
    void *context;
};

/* Go through all sources in their order. What cannot be read becomes a refused one in
 * its place. Memory is the largest article. Returned is what `on_article` returned,
 * KITH_NO_MEMORY or KITH_INTERRUPTED. */
enum kith_status kith_intake_run(const struct kith_intake *intake,
                                 const struct kith_sources *sources,
                                 struct kith_error *err);

/* Does `path` name an article inside of a file, as below? `arena` is for scratch. */
bool kith_intake_is_inside(struct kith_str path, struct kith_arena *arena);

/* The one article at `path`, copied into `arena`: a file, "news.jsonl#12", or
 * "news.zip/2024/a.txt". on_article and context are not used. KITH_BAD_INPUT when the
 * file holds no such article. */
enum kith_status kith_intake_find(const struct kith_intake *intake, struct kith_str path,
                                  struct kith_arena *arena, struct kith_unread *unread,
                                  struct kith_error *err);

#endif
