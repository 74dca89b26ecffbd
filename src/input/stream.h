/* Bytes, one after the other, from wherever they stand: a file, or a file inside of an
 * archive. What is ahead can be looked at before it is read.
 *
 * Readers take a stream and need not know whose it is. */
#ifndef KITH_INPUT_STREAM_H
#define KITH_INPUT_STREAM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

/* Put up to `room` bytes into `bytes`; *got is 0 at the end alone. */
typedef enum kith_status kith_stream_fn(void *from, char *bytes, size_t room, size_t *got,
                                        struct kith_error *err);

/* Not to be copied. */
struct kith_stream {
    const char *path; /* borrowed; for messages */
    kith_stream_fn *fill;
    void *from;
    int descriptor;    /* of a file, or -1 */
    const char *fault; /* what a failure to read is called in problems.csv */
    char *ahead;       /* looked at: */
    size_t begin;      /* read up to here, */
    size_t end;        /* known up to here */
    size_t room;
    bool is_at_end;  /* nothing follows `end` */
    bool has_failed; /* as reading is sure to fail again */
};

/* The file at `path`: KITH_CANNOT_READ, naming it, when the system refuses. Close it when
 * done. */
enum kith_status kith_stream_open(struct kith_stream *stream, const char *path,
                                  struct kith_error *err);

/* What `fill` gives. Close it when done; `from` is the caller's. */
void kith_stream_of(struct kith_stream *stream, const char *path, kith_stream_fn *fill,
                    void *from);

void kith_stream_close(struct kith_stream *stream);

/* The descriptor of a file that can be gone about in, or -1. It stands at the file's
 * begin; the stream is not to be read after it. */
int kith_stream_file(struct kith_stream *stream);

/* Look at the next `count` bytes, fewer only where the stream ends. They live until the
 * next call. */
enum kith_status kith_stream_look(struct kith_stream *stream, size_t count,
                                  struct kith_str *ahead, struct kith_error *err);

/* Read some bytes, at most `room`; *got is 0 at the end alone. */
enum kith_status kith_stream_read(struct kith_stream *stream, char *bytes, size_t room,
                                  size_t *got, struct kith_error *err);

/* All that is left, in the arena, with KITH_FILE_PADDING zero bytes behind it. KITH_LIMIT
 * when it is more than `limit` bytes. */
enum kith_status kith_stream_read_all(struct kith_stream *stream, uint64_t limit,
                                      struct kith_arena *arena, struct kith_str *bytes,
                                      struct kith_error *err);

#endif
