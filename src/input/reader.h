/* From an unread article to one that is read: picks the reader for its kind.
 *
 * What is a page or XML shows by its bytes, all else is plain text, which is read if the
 * name does not say otherwise (file_kind.h). Each kind is one file in this folder
 * (plain_reader.c ...). A kind that is not read is refused with a sentence that names it
 * and says what to do. */
#ifndef KITH_INPUT_READER_H
#define KITH_INPUT_READER_H

#include "input/article_field.h"
#include "input/date.h"
#include "input/unread.h"

/* Larger articles are refused unless the user asks for more: --max-size. */
#define KITH_DEFAULT_MAX_SIZE ((uint64_t)16 * 1024 * 1024)

/* {0} is the usual. */
struct kith_reader_options {
    uint64_t max_size;             /* of one article, bytes; 0: KITH_DEFAULT_MAX_SIZE */
    struct kith_field_names names; /* of the columns of tables and members of objects */
    struct kith_days days;         /* articles of other days are left out */
};

/* The largest size of an article that `options` allow. */
static inline uint64_t kith_reader_limit(const struct kith_reader_options *options)
{
    return options->max_size ? options->max_size : KITH_DEFAULT_MAX_SIZE;
}

/* Read the file of an article that is one, so that its bytes are at hand: `unread` is
 * KITH_UNREAD_BYTES then, and kith_article_read goes on from there. Others are left as
 * they are. Fails as kith_article_read does. */
enum kith_status kith_unread_load(struct kith_unread *unread,
                                  const struct kith_reader_options *options,
                                  struct kith_arena *arena, struct kith_error *err);

/* Read `unread` into `article`, with the same number and path; what is new of it
 * lives in `arena`. A date that the article does not tell is looked for in its path;
 * article->is_left_out says that it does not lie in the options' days.
 * KITH_BAD_INPUT when it is empty, binary or of an unknown kind, KITH_LIMIT when it is
 * too large, KITH_CANNOT_READ when the system refuses, KITH_NO_MEMORY when the arena is
 * full. `err` names the path. On failure *kind (may be NULL) is a short word for
 * problems.csv: "empty", "binary", "kind", "size", "json", "unreadable", "memory". */
enum kith_status kith_article_read(const struct kith_unread *unread,
                                   const struct kith_reader_options *options,
                                   struct kith_arena *arena, struct kith_article *article,
                                   const char **kind, struct kith_error *err);

#endif
