/* The inside of a gazetteer, for this room only: flat tables that refer to each other by
 * number, and to text by offset into one pool.
 *
 * Nothing that matching reads is a pointer of its own to a thing of its own: compiling
 * lays all tables out in one image (image.h), which can be written to a file and mapped.
 * From then on the tables are views of it and are not to be changed. A table is any
 * struct with `items`, `count` and `room`; its items hold no pointers and no padding, and
 * a new one goes into the list in image_layout.c. What an image says may be damaged, so
 * whoever follows a number checks it first. */
#ifndef KITH_GAZETTEER_TABLES_H
#define KITH_GAZETTEER_TABLES_H

#include "base/arena.h"
#include "base/intern.h"
#include "base/map.h"
#include "base/stop.h"
#include "gazetteer/gazetteer.h"
#include "gazetteer/image.h"
#include "gazetteer/paths.h"
#include "gazetteer/stop_list.h"
#include "gazetteer/type_tree.h"

/* The strings of all rows, one behind the other, and a stretch of them. */
struct kith_text_pool {
    char *items;
    uint32_t count, room;
};

struct kith_piece {
    uint32_t offset, length;
};

/* Where a row stands. */
struct kith_row {
    kith_id file; /* in files */
    uint32_t line;
};

struct kith_row_table {
    struct kith_row *items;
    uint32_t count, room;
};

/* How an alias may be written in the text, by the mark before it. docs/FORMATS.md. */
enum kith_case_rule {
    KITH_CASE_DEFAULT, /* as written, in Title Case, in ALL CAPS */
    KITH_CASE_EXACT,   /* '=': as written */
    KITH_CASE_ANY,     /* '~': in any way */
    KITH_CASE_NEVER    /* corrected: it is kept as a label at most, and never found */
};

struct kith_alias_record {
    kith_id entity;
    uint32_t row;
    uint32_t text; /* offset in the pool */
    uint16_t length;
    uint8_t case_rule; /* enum kith_case_rule */
    uint8_t traits;    /* bits of enum kith_alias_trait */
};

struct kith_alias_table {
    struct kith_alias_record *items;
    uint32_t count, room;
};

/* Aliases that rules have made stand behind all others; of each, the number of its rule
 * in variant_rules. */
struct kith_variant_table {
    uint16_t *items;
    uint32_t count, room;
};

struct kith_entity_record {
    kith_id name; /* the alias that is its label */
    kith_id type;
    struct kith_piece key; /* empty when it is the slug of the name */
    uint32_t first_cell;   /* head of a chain through cells, or KITH_NO_ID */
};

struct kith_entity_table {
    struct kith_entity_record *items;
    uint32_t count, room;
};

/* One filled cell of a further column. */
struct kith_cell {
    uint32_t column;
    uint32_t next; /* the same entity's, or KITH_NO_ID */
    struct kith_piece text;
};

struct kith_cell_table {
    struct kith_cell *items;
    uint32_t count, room;
};

struct kith_gazetteer {
    struct kith_arena arena;   /* holds the tables until they are compiled */
    struct kith_arena lasting; /* what is no table: interned strings, origins */
    struct kith_image image;   /* holds the tables afterwards */
    struct kith_origins origins;
    struct kith_text_pool pool;
    struct kith_row_table rows;
    struct kith_alias_table aliases;
    struct kith_variant_table variants;
    struct kith_entity_table entities;
    struct kith_cell_table cells;
    struct kith_intern files, types;
    struct kith_type_tree type_tree;
    struct kith_stop_list stops;
    struct kith_intern columns;       /* in lower case: how a heading finds its column */
    struct kith_intern headings;      /* the same, numbered alike, as first written */
    struct kith_intern variant_rules; /* names of the rules that made aliases */

    /* Only while loading; keys are hashes, so a hit is looked at once more. */
    struct kith_map by_id;    /* column id -> entity */
    struct kith_map by_name;  /* name and type -> entity */
    struct kith_map by_alias; /* entity and spelling -> alias, for a few: alias.c */

    struct kith_paths paths; /* made by compiling */

    const volatile int *stop; /* may be NULL */
};

/* Forget everything; the gazetteer is as if new. */
void kith_gazetteer_clear(struct kith_gazetteer *gazetteer);

/* Copy `s` into the pool. KITH_LIMIT when the pool would pass 4 GiB. */
enum kith_status kith_piece_add(struct kith_gazetteer *gazetteer, struct kith_str s,
                                struct kith_piece *piece, struct kith_error *err);

static inline struct kith_str kith_piece_view(const struct kith_gazetteer *gazetteer,
                                              struct kith_piece piece)
{
    const struct kith_text_pool *pool = &gazetteer->pool;
    if (piece.offset > pool->count || piece.length > pool->count - piece.offset)
        return (struct kith_str){0};
    return (struct kith_str){pool->items + piece.offset, piece.length};
}

static inline struct kith_str kith_alias_text(const struct kith_gazetteer *gazetteer,
                                              kith_id alias)
{
    if (alias >= gazetteer->aliases.count)
        return (struct kith_str){0};
    const struct kith_alias_record *record = &gazetteer->aliases.items[alias];
    return kith_piece_view(gazetteer, (struct kith_piece){record->text, record->length});
}

/* The place of a row; of none, when there is no such row. */
struct kith_place {
    struct kith_str file;
    uint32_t line;
};

static inline struct kith_place kith_row_place(const struct kith_gazetteer *gazetteer,
                                               uint32_t row)
{
    if (row >= gazetteer->rows.count ||
        gazetteer->rows.items[row].file >= gazetteer->files.count)
        return (struct kith_place){0};
    const struct kith_row *found = &gazetteer->rows.items[row];
    return (struct kith_place){gazetteer->files.items[found->file], found->line};
}

#endif
