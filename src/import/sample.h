/* The beginning of a list, by which its kind is recognised. */
#ifndef KITH_IMPORT_SAMPLE_H
#define KITH_IMPORT_SAMPLE_H

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

struct kith_import_sample {
    const char *path;
    struct kith_str bytes;  /* the first 64 KiB, without byte order mark */
    struct kith_str line;   /* the first that is neither empty nor a comment, trimmed */
    struct kith_str *cells; /* that line as CSV */
    uint32_t cell_count;
};

/* KITH_CANNOT_READ when the system refuses; KITH_BAD_INPUT for a pipe, which could not be
 * read again, and for what is no text. */
enum kith_status kith_import_sample_take(const char *path, struct kith_arena *arena,
                                         struct kith_import_sample *sample,
                                         struct kith_error *err);

/* Is there a cell `heading` in the first line? */
bool kith_import_sample_has(const struct kith_import_sample *sample, const char *heading);

/* Does `text` stand anywhere in the sample? */
bool kith_import_sample_holds(const struct kith_import_sample *sample, const char *text);

/* Does `part`, which is not empty, stand anywhere in `text`? */
bool kith_import_contains(struct kith_str text, struct kith_str part);

#endif
