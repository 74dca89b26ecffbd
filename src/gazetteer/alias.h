/* Aliases while rows come in: the ways of writing an entity, each kept once. */
#ifndef KITH_GAZETTEER_ALIAS_H
#define KITH_GAZETTEER_ALIAS_H

#include "gazetteer/tables.h"

/* A longer alias is left out and reported: nobody is called so, and a cell whose closing
 * quote was forgotten easily looks so. Bytes. */
#define KITH_ALIAS_LIMIT 512

/* An alias as it stands in a cell: a mark, then the text. */
struct kith_marked_alias {
    struct kith_str text;
    enum kith_case_rule rule;
    unsigned traits; /* of enum kith_alias_trait */
};

/* Take the mark off a trimmed part of an `aliases` cell. */
struct kith_marked_alias kith_alias_unmark(struct kith_str part);

/* Add a way of writing `entity`: not empty, at most KITH_ALIAS_LIMIT bytes. One that it
 * has already is kept once, and a marked one lends its mark to an unmarked one. What is a
 * name and a demonym is a name. */
enum kith_status kith_alias_add(struct kith_gazetteer *gazetteer, kith_id entity,
                                const struct kith_marked_alias *alias, uint32_t row,
                                struct kith_error *err);

/* The alias of `entity` that is written exactly so, or KITH_NO_ID. Only while loading. */
kith_id kith_alias_find(const struct kith_gazetteer *gazetteer, kith_id entity,
                        struct kith_str text);

#endif
