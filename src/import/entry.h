/* One entity on its way from a public list into a gazetteer: what its row will hold.
 *
 * A list gives its names as they are. What a gazetteer cannot hold is mended here, once
 * for all lists: bars inside an alias, marks in front of one, aliases said twice. */
#ifndef KITH_IMPORT_ENTRY_H
#define KITH_IMPORT_ENTRY_H

#include "base/arena.h"
#include "base/map.h"
#include "base/status.h"
#include "base/str.h"

/* Columns behind name, type, aliases and id that a list may fill. */
#define KITH_IMPORT_CELLS 4

/* Longer names are no names: the gazetteer refuses them. */
#define KITH_IMPORT_NAME_LIMIT 512

/* More aliases than anything has; it bounds the memory of an entity whose rows never
 * end. */
#define KITH_IMPORT_ALIAS_LIMIT 4096

struct kith_import_entry {
    struct kith_arena *arena; /* not owned; rewound to `mark` for each entity */
    struct kith_arena_mark mark;
    bool is_open;
    uint64_t line; /* of its first row */
    struct kith_str name, type, id;
    struct kith_str *items; /* aliases, in the order of the list */
    uint32_t count, room;
    uint32_t dropped;      /* aliases past the limit */
    struct kith_map known; /* the aliases by hash, once there are many */
    struct kith_str cells[KITH_IMPORT_CELLS];
};

/* What is in the arena by now stays; entities come behind it. */
void kith_import_entry_init(struct kith_import_entry *entry, struct kith_arena *arena);
void kith_import_entry_release(struct kith_import_entry *entry);

/* Forget the entity that was here and begin another. The strings are copied. */
enum kith_status kith_import_entry_begin(struct kith_import_entry *entry,
                                         struct kith_str name, struct kith_str type,
                                         struct kith_str id, uint64_t line,
                                         struct kith_error *err);

/* Add an alias, copied: trimmed, `|` in it replaced by `/`, marks in front of it taken
 * off. Dropped without a word when it is empty, has no letter or digit, is longer than
 * the limit, equals the name or is there already. */
enum kith_status kith_import_entry_alias(struct kith_import_entry *entry,
                                         struct kith_str alias, struct kith_error *err);

/* The same, with a gazetteer's mark ('=' or '~') put in front. Such an alias may equal
 * the name: it says how the name may be written. */
enum kith_status kith_import_entry_marked(struct kith_import_entry *entry, char mark,
                                          struct kith_str alias, struct kith_error *err);

/* Fill the further column `cell`; copied. */
enum kith_status kith_import_entry_fill(struct kith_import_entry *entry, unsigned cell,
                                        struct kith_str text, struct kith_error *err);

/* Why nothing can be called `name`, or NULL. */
const char *kith_import_name_fault(struct kith_str name);

#endif
