/* From a path to an article: picks the reader for the file's kind.
 *
 * The kind is told by the name's ending, in any case; a name without an ending is taken
 * for plain text. Each kind is one file in this folder (plain_reader.c ...). A kind that
 * is not read yet is refused with a sentence that names it and says what to do. */
#ifndef KITH_INPUT_READER_H
#define KITH_INPUT_READER_H

#include "input/article.h"
#include "base/status.h"

/* A file past this is refused unless the user asks for more: --max-size. */
#define KITH_DEFAULT_MAX_SIZE ((uint64_t)16 * 1024 * 1024)

/* Read the file at `path` into `article`; all of it lives in `arena`. The article's
 * number is 0: its place is the caller's to give. KITH_BAD_INPUT when it is empty, binary
 * or of an unknown kind, KITH_LIMIT when it is larger than `max_size` bytes,
 * KITH_CANNOT_READ when the system refuses, KITH_NO_MEMORY when the arena is full. `err`
 * names the path. On failure *kind (may be NULL) is a short word for problems.csv:
 * "empty", "binary", "kind", "size", "unreadable", "memory". */
enum kith_status kith_article_read(const char *path, uint64_t max_size,
                                   struct kith_arena *arena, struct kith_article *article,
                                   const char **kind, struct kith_error *err);

#endif
