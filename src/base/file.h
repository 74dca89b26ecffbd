/* Files: whole ones in, whole ones out.
 *
 * Reading takes a file at one go. Writing goes to a temporary file beside the target and
 * renames it at the end, so that a reader sees the old file or the new one, never half.
 */
#ifndef KITH_BASE_FILE_H
#define KITH_BASE_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"
#include "base/str.h"

/* Read all of `path` into the arena; `bytes` is followed by KITH_FILE_PADDING zero bytes,
 * so that scanners may look a word ahead. KITH_LIMIT when it holds more than `limit`
 * bytes; KITH_CANNOT_READ with the system's reason otherwise. Errors name the path. */
#define KITH_FILE_PADDING 64
enum kith_status kith_file_read(const char *path, uint64_t limit,
                                struct kith_arena *arena, struct kith_str *bytes,
                                struct kith_error *err);

/* A file being written. Not to be copied. */
struct kith_output {
    char *path;      /* the target */
    char *temporary; /* what is being written; NULL when nothing is open */
    int descriptor;
    bool has_failed;
    bool is_finished;         /* all written and synced */
    int reason;               /* errno of the first failure */
    const volatile int *stop; /* may be NULL; non-zero is a failure, KITH_INTERRUPTED */
    struct kith_buf buffer;
};

/* Begin a file that will stand at `path`. */
enum kith_status kith_output_open(struct kith_output *out, const char *path,
                                  struct kith_error *err);

/* The buffer to append to. Call kith_output_flow now and then: it writes the buffer out
 * once that is large. A failed write is remembered and told by kith_output_commit; false
 * says so before, to who has much left to write. */
bool kith_output_flow(struct kith_output *out);

/* Read `length` bytes, written from `place` on, back. False when they cannot be read. */
bool kith_output_read_back(struct kith_output *out, uint64_t place, size_t length,
                           char *bytes);

/* Write what is left, sync and close, without moving the file yet: what can fail has
 * failed then, so that several files can be finished first and committed together. On
 * failure the temporary file is gone and `out` is closed. */
enum kith_status kith_output_finish(struct kith_output *out, struct kith_error *err);

/* Finish the file and move it to its place. On failure the temporary file is gone and an
 * older file at the path stands untouched. Either way `out` is closed. */
enum kith_status kith_output_commit(struct kith_output *out, struct kith_error *err);

/* Throw away what was written; nothing when `out` is closed or {0}. */
void kith_output_discard(struct kith_output *out);

/* Make the folder `path` and those above it; one that exists is fine. */
enum kith_status kith_folder_make(const char *path, struct kith_error *err);

#endif
