/* Public lists of names into a gazetteer: a run of it, and what its parts share.
 *
 * format.h knows the kinds of lists; each has a file of its own here that reads its rows
 * (with walk.h or json.h) and makes an entry of each (entry.h), which goes to the writer.
 * One entry is in memory at a time. */
#ifndef KITH_IMPORT_IMPORT_H
#define KITH_IMPORT_IMPORT_H

#include "import/entry.h"
#include "import/writer.h"

/* A run: given to all that reads. */
struct kith_import {
    const struct kith_import_options *options;
    struct kith_arena *arena; /* not owned: what a kind keeps, then the entry */
    void *kept;               /* what the kind's `prepare` put there */
    const char *path;         /* of the list being read */
    uint64_t line;            /* of the row being read */
    struct kith_import_entry entry;
    struct kith_import_writer writer;
    struct kith_buf id; /* what kith_import_id gave last */
    struct kith_map seen;
    struct kith_import_summary *summary;
};

/* The whole job; `arena` holds what is kept of the lists and one entity. */
enum kith_status kith_import_run(const struct kith_import_options *options,
                                 struct kith_arena *arena,
                                 struct kith_import_summary *summary,
                                 struct kith_error *err);

/* Tell of the row at import->line that it is left out, or that it means nothing. */
void kith_import_fault(struct kith_import *import, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void kith_import_note(struct kith_import *import, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* `prefix` and `number` as one id: "geonames:42". Good until the next call; empty when
 * memory is out, which the entry then reports. */
struct kith_str kith_import_id(struct kith_import *import, const char *prefix,
                               struct kith_str number);

/* The type the user gave, or else `own`. */
struct kith_str kith_import_type(const struct kith_import *import, struct kith_str own);

/* Begin the entity of the row at import->line. *is_open is false, and a fault told, when
 * nothing can be called so. */
enum kith_status kith_import_begin(struct kith_import *import, struct kith_str name,
                                   struct kith_str type, struct kith_str id,
                                   bool *is_open, struct kith_error *err);

/* Write the entity that is open, if one is. */
enum kith_status kith_import_close(struct kith_import *import, struct kith_error *err);

/* For lists that have several rows for one entity, one behind the other: is this row one
 * of the entity that is open? When not, that one is closed. An id that was closed before
 * cannot be taken up again, since its row is written: a fault is told. Which ids were
 * seen is remembered by hash, 16 to 43 bytes each. */
enum kith_import_place { KITH_IMPORT_SAME, KITH_IMPORT_NEW, KITH_IMPORT_LATE };
enum kith_status kith_import_place_row(struct kith_import *import, struct kith_str id,
                                       enum kith_import_place *place,
                                       struct kith_error *err);

#endif
