/* Gazetteer rows as CSV, into a file or to whoever takes the text. */
#ifndef KITH_IMPORT_WRITER_H
#define KITH_IMPORT_WRITER_H

#include "base/file.h"
#include "import/entry.h"

struct kith_import_writer {
    struct kith_output out;       /* its buffer is used in either case */
    kith_import_text_fn *on_text; /* NULL: `out` is a file */
    void *context;
    struct kith_buf aliases; /* the cell being put together */
    const char *columns;
    unsigned column_count;
};

/* Begin a gazetteer in the file at `path`, or, when that is NULL, for `on_text`, with its
 * header: name,type,aliases,id and `columns` ("country,population", `column_count` of
 * them, or ""). */
enum kith_status kith_import_writer_open(struct kith_import_writer *writer,
                                         const char *path, kith_import_text_fn *on_text,
                                         void *context, const char *columns,
                                         unsigned column_count, struct kith_error *err);

/* Write the row of an entity. KITH_CANNOT_WRITE when on_text refuses. */
enum kith_status kith_import_writer_put(struct kith_import_writer *writer,
                                        const struct kith_import_entry *entry,
                                        struct kith_error *err);

/* Finish: the file stands at its path, whole. */
enum kith_status kith_import_writer_commit(struct kith_import_writer *writer,
                                           struct kith_error *err);

/* Drop what was not committed, and the memory. */
void kith_import_writer_release(struct kith_import_writer *writer);

#endif
