/* Names: who and what the user cares about, from plain CSV files, compiled for matching.
 *
 * A gazetteer is filled by kith_gazetteer_load, then compiled once; from then on it is
 * immutable and shared by all threads. Compiled, it can be written to a file, an image,
 * which is opened by mapping it. */
#ifndef KITH_GAZETTEER_GAZETTEER_H
#define KITH_GAZETTEER_GAZETTEER_H

#include "base/buf.h"
#include "base/id.h"
#include "base/problem.h"
#include "base/status.h"
#include "base/str.h"

struct kith_gazetteer;

/* One row of a gazetteer: an entity. Borrowed from the gazetteer, by value. */
struct kith_entity {
    struct kith_str name; /* column `name`: the label */
    struct kith_str type; /* column `type`, lower-case */
    kith_id type_id;
    struct kith_str file; /* where the row stands that gave it the name */
    uint32_t line;
};

/* What an alias is besides a name; bits. */
enum kith_alias_trait {
    KITH_ALIAS_DEMONYM = 1, /* a word for its people: "Russian" */
    KITH_ALIAS_WEAK = 2,    /* '?': counts only where the article supports it */
    KITH_ALIAS_VARIANT = 4  /* made by a rule of spelling */
};

/* One way of writing an entity. */
struct kith_alias {
    kith_id entity;
    struct kith_str text; /* as written in the row, marks removed */
    bool is_exact;        /* marked '=': matches only as written */
    struct kith_str rule; /* that made it; empty: it stands in the row itself */
    uint8_t traits;       /* bits of enum kith_alias_trait */
    struct kith_str file;
    uint32_t line;
};

/* An empty gazetteer, to be freed by the caller with kith_gazetteer_free. */
enum kith_status kith_gazetteer_new(struct kith_gazetteer **out, struct kith_error *err);
void kith_gazetteer_free(struct kith_gazetteer *gazetteer);

/* Once *stop is not zero, loading, varying, compiling and writing end with
 * KITH_INTERRUPTED within a second; such a gazetteer can only be freed. */
void kith_gazetteer_listen(struct kith_gazetteer *gazetteer, const volatile int *stop);

/* Add every row of the CSV or TSV at `path`; for a folder, of every .csv and .tsv below
 * it whose header has the columns `name` and `type` (other CSV files there, such as the
 * abbreviations, are passed over), in byte order of their paths. A file named directly
 * must have both columns: KITH_BAD_INPUT. Bad rows go to `problems` with their lines and
 * are left out. Columns: docs/FORMATS.md.
 *
 * A path that ends in .kith is an image. It is mapped, not read, and stands alone: an
 * image and other gazetteers, before it or behind it, are KITH_BAD_INPUT, as is a file
 * that is no image or a damaged one. When its sources have changed it is compiled anew
 * from them and written again; that, and that they are gone, is a KITH_NOTE. */
enum kith_status kith_gazetteer_load(struct kith_gazetteer *gazetteer, const char *path,
                                     struct kith_problems *problems,
                                     struct kith_error *err);

/* Load what an image was compiled from, in its place, so that the names can be corrected
 * and go with others. The image is left as it is. KITH_BAD_INPUT when its sources are not
 * where they were. */
enum kith_status kith_gazetteer_load_sources(struct kith_gazetteer *gazetteer,
                                             const char *image,
                                             struct kith_problems *problems,
                                             struct kith_error *err);

/* The same for one table that is in memory; `name` stands for the path in messages, and
 * its ending tells CSV from TSV. */
enum kith_status kith_gazetteer_load_bytes(struct kith_gazetteer *gazetteer,
                                           struct kith_str bytes, const char *name,
                                           struct kith_problems *problems,
                                           struct kith_error *err);

/* By which rules further spellings are made. */
struct kith_variants_wish {
    struct kith_str languages; /* "en ru" */
    const char *const *paths;  /* the files of rules */
    size_t path_count;
    unsigned jobs; /* threads; 0: one a core. The spellings are the same */
};

/* Make further spellings of every alias and add them as aliases that name their rule:
 * docs/ALGORITHMS.md, Spelling variants. Aliases marked '=' and demonyms make none; those
 * of a weak alias are weak. A spelling that another entity has, or would have by the
 * rules, or that is an ordinary word, is left out, which is a KITH_NOTE of the kind
 * "variant". Call at most once, after the types and the last load and before compiling;
 * the files become sources of the image. KITH_BAD_INPUT when the gazetteer is an image.
 */
enum kith_status kith_gazetteer_vary(struct kith_gazetteer *gazetteer,
                                     const struct kith_variants_wish *wish,
                                     struct kith_problems *problems,
                                     struct kith_error *err);

/* Build the paths. An alias that belongs to two entities is kept for both and reported as
 * a KITH_NOTE. Call once, after the last load. Linear in the bytes of all aliases. */
enum kith_status kith_gazetteer_compile(struct kith_gazetteer *gazetteer,
                                        struct kith_problems *problems,
                                        struct kith_error *err);

/* Write a compiled gazetteer as an image, byte for byte the same for the same sources. */
enum kith_status kith_gazetteer_write(const struct kith_gazetteer *gazetteer,
                                      const char *path, struct kith_error *err);

/* A hash of a compiled gazetteer: of two that differ in anything it is another. */
uint64_t kith_gazetteer_hash(const struct kith_gazetteer *gazetteer);

/* Append a compiled gazetteer as an image without origins, which kith_image_attach makes
 * a gazetteer of again. */
void kith_gazetteer_save(const struct kith_gazetteer *gazetteer, struct kith_buf *out);

/* Bytes of a compiled gazetteer, all tables together. */
uint64_t kith_gazetteer_size(const struct kith_gazetteer *gazetteer);

/* The files and folders that the rows come from, in the order of loading: as the user
 * named them, or in full where that is another file now. Of an image, its sources. They
 * may be gone. NULL behind the last. */
const char *kith_gazetteer_source(const struct kith_gazetteer *gazetteer, uint32_t i);

/* Does the path name an image? */
bool kith_gazetteer_is_image(const char *path);

uint32_t kith_gazetteer_entity_count(const struct kith_gazetteer *gazetteer);
uint32_t kith_gazetteer_alias_count(const struct kith_gazetteer *gazetteer);

/* The same without those that rules have made, which come last. */
uint32_t kith_gazetteer_row_alias_count(const struct kith_gazetteer *gazetteer);
struct kith_entity kith_gazetteer_entity(const struct kith_gazetteer *gazetteer,
                                         kith_id entity);
/* The id of its node, unique: column `id`, else a slug of the name. It lies in the
 * gazetteer or in `room`, which is emptied for it. */
struct kith_str kith_gazetteer_key(const struct kith_gazetteer *gazetteer, kith_id entity,
                                   struct kith_buf *room);
/* Its type_id alone, when that is all one wants to know. */
kith_id kith_gazetteer_entity_type(const struct kith_gazetteer *gazetteer,
                                   kith_id entity);
struct kith_alias kith_gazetteer_alias(const struct kith_gazetteer *gazetteer,
                                       kith_id alias);

/* Types, numbered in order of first appearance. */
uint32_t kith_gazetteer_type_count(const struct kith_gazetteer *gazetteer);
struct kith_str kith_gazetteer_type(const struct kith_gazetteer *gazetteer, kith_id type);
kith_id kith_gazetteer_find_type(const struct kith_gazetteer *gazetteer,
                                 struct kith_str name); /* or KITH_NO_ID */

/* Add the rows of a types.csv to the tree of types: docs/FORMATS.md, Types. A later file
 * adds types and moves or repaints earlier ones. What cannot be used goes to `problems`
 * with its line. May be called before compiling or after, but before others read. */
enum kith_status kith_gazetteer_load_types(struct kith_gazetteer *gazetteer,
                                           const char *path,
                                           struct kith_problems *problems,
                                           struct kith_error *err);

/* Add the rows of a stop list: spellings that are never names, docs/FORMATS.md, Stop
 * lists. What cannot be used goes to `problems` with its line. Called when all types are
 * known, and before others read. */
enum kith_status kith_gazetteer_load_stops(struct kith_gazetteer *gazetteer,
                                           const char *path,
                                           struct kith_problems *problems,
                                           struct kith_error *err);

/* True when `type` is `ancestor` or stands below it: an agency is an organisation. */
bool kith_gazetteer_type_is(const struct kith_gazetteer *gazetteer, kith_id type,
                            kith_id ancestor);

/* The type right above, or KITH_NO_ID. */
kith_id kith_gazetteer_type_parent(const struct kith_gazetteer *gazetteer, kith_id type);

/* What types.csv gives for the type itself, zero-terminated ("#E69F00", "hexagon"); empty
 * when it gives nothing. */
struct kith_str kith_gazetteer_type_colour(const struct kith_gazetteer *gazetteer,
                                           kith_id type);
struct kith_str kith_gazetteer_type_shape(const struct kith_gazetteer *gazetteer,
                                          kith_id type);

/* Further columns, in order of first appearance over all files, `name`, `type`, `aliases`
 * and `id` left out. A cell that a row lacks is empty. */
uint32_t kith_gazetteer_column_count(const struct kith_gazetteer *gazetteer);
struct kith_str kith_gazetteer_column(const struct kith_gazetteer *gazetteer,
                                      uint32_t column);
struct kith_str kith_gazetteer_cell(const struct kith_gazetteer *gazetteer,
                                    kith_id entity, uint32_t column);
/* The column with this heading, given in small letters, or KITH_NO_ID. */
uint32_t kith_gazetteer_find_column(const struct kith_gazetteer *gazetteer,
                                    const char *heading);

#endif
