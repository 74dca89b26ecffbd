/* The kinds of lists: a table of what each is called, how it looks and who reads it. */
#ifndef KITH_IMPORT_FORMAT_H
#define KITH_IMPORT_FORMAT_H

#include "import/import.h"
#include "import/sample.h"

struct kith_import_format {
    struct kith_import_kind kind;
    const char *columns; /* behind name,type,aliases,id: "country,population" */
    unsigned column_count;
    bool needs_type; /* the list has none: the user must give it */

    /* Does a list that begins so look like one of this kind? */
    bool (*recognizes)(const struct kith_import_sample *sample);

    /* Before the first list: look at all of them. May be NULL. */
    enum kith_status (*prepare)(struct kith_import *import, struct kith_error *err);

    /* Read the list at import->path. The entity that is open at its end is closed by the
     * caller. */
    enum kith_status (*read)(struct kith_import *import, struct kith_error *err);
};

/* In the order in which a list is held against them: the most particular first. */
extern const struct kith_import_format kith_import_geonames, kith_import_wikidata,
    kith_import_opensanctions, kith_import_ofac, kith_import_everypolitician,
    kith_import_entity_ruler, kith_import_gate, kith_import_petrarch, kith_import_words;

/* The kind at `index`; NULL past the last. */
const struct kith_import_kind *kith_import_format_kind(size_t index);

/* The kind called `name`, or NULL. */
const struct kith_import_format *kith_import_format_named(const char *name);

/* The kind of the list at `path`, by its first 64 KiB. KITH_BAD_INPUT when it is none. */
enum kith_status kith_import_format_of(const char *path, struct kith_arena *arena,
                                       const struct kith_import_format **format,
                                       struct kith_error *err);

#endif
