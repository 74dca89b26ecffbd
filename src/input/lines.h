/* A file, or any stream, line by line, with a memory that reaches back to a chosen line.
 *
 * The caller says from where on lines are kept (kith_lines_keep); what is kept can be
 * looked at as one piece, and gone back into. Memory is what is kept and one block, not
 * the file. */
#ifndef KITH_INPUT_LINES_H
#define KITH_INPUT_LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "input/stream.h"

/* Not to be copied. */
struct kith_lines {
    const char *path;           /* borrowed; for messages */
    struct kith_stream *stream; /* NULL for bytes in memory */
    struct kith_stream file;    /* the stream, when it was opened here */
    char *block;                /* owned; NULL for bytes in memory */
    size_t room;                /* bytes in block */
    const char *data;           /* the block, or the bytes in memory */
    size_t begin;               /* kept from here, */
    size_t next;                /* given out up to here, */
    size_t end;                 /* known up to here */
    size_t limit;               /* `next` - `begin` never passes this */
    uint64_t number;            /* of the line given last, 1-based; 0 before the first */
    bool is_at_end;             /* nothing follows `end` */
};

/* A place to go back to: behind the line given last. */
struct kith_line_mark {
    size_t offset; /* from the first byte kept */
    uint64_t number;
};

/* KITH_CANNOT_READ naming the path when the system refuses. Close it when done. */
enum kith_status kith_lines_open(struct kith_lines *lines, const char *path, size_t limit,
                                 struct kith_error *err);

/* The same over a stream, which must outlive the use and is closed by its owner. */
void kith_lines_of_stream(struct kith_lines *lines, struct kith_stream *stream,
                          size_t limit);

/* The same over bytes in memory, which must outlive the use. Needs no closing. */
void kith_lines_of_bytes(struct kith_lines *lines, struct kith_str bytes,
                         const char *name, size_t limit);

void kith_lines_close(struct kith_lines *lines);

/* The next line with its end (LF, CRLF or a lone CR; the last line may have none). It
 * lives until the next call. KITH_END after the last; KITH_LIMIT, with nothing given and
 * `err` untouched, when the lines kept would pass the limit (the last one's end not
 * counted). */
enum kith_status kith_lines_next(struct kith_lines *lines, struct kith_str *line,
                                 struct kith_error *err);

/* Pass over the next line however long it is, and forget what was kept. */
enum kith_status kith_lines_skip(struct kith_lines *lines, struct kith_error *err);

/* Keep from the next line on; forget what came before. Marks end here. */
void kith_lines_keep(struct kith_lines *lines);

/* All lines given since kith_lines_keep, as one piece. */
struct kith_str kith_lines_kept(const struct kith_lines *lines);

struct kith_line_mark kith_lines_mark(const struct kith_lines *lines);

/* Go back: the next line is the one behind `mark`. */
void kith_lines_rewind(struct kith_lines *lines, struct kith_line_mark mark);

#endif
