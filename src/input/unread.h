/* An article on its way from a file to the worker that reads it.
 *
 * Files that hold many articles are taken apart by one thread, in order, as far as that
 * needs no understanding: a row, the bytes of an object, a file out of an archive. What
 * remains of the reading is the worker's. */
#ifndef KITH_INPUT_UNREAD_H
#define KITH_INPUT_UNREAD_H

#include "base/arena.h"
#include "base/status.h"
#include "input/article.h"

enum kith_unread_kind {
    KITH_UNREAD_FILE,   /* the file at article.path */
    KITH_UNREAD_BYTES,  /* article.bytes are those of a file */
    KITH_UNREAD_OBJECT, /* article.bytes are a JSON object */
    KITH_UNREAD_TEXT,   /* article.bytes are its text, and all fields are known */
    KITH_UNREAD_REFUSED /* no article can come of it */
};

struct kith_unread {
    enum kith_unread_kind kind;
    struct kith_article article;
    uint64_t line;          /* of a refused one, where it stands in its file, or 0 */
    const char *fault;      /* of a refused one: a short word for problems.csv, static, */
    struct kith_str reason; /* and one sentence */
};

/* Copy it with all its strings into `arena`, the bytes padded. KITH_NO_MEMORY. */
enum kith_status kith_unread_copy(const struct kith_unread *unread,
                                  struct kith_arena *arena, struct kith_unread *copy,
                                  struct kith_error *err);

/* Make the article's bytes of a title and a text, the title as a line of its own in front
 * unless the text begins with it. Either may be empty. Into `arena`, padded. */
enum kith_status kith_article_compose(struct kith_article *article, struct kith_str title,
                                      struct kith_str text, struct kith_arena *arena,
                                      struct kith_error *err);

#endif
