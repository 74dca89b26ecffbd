/* The tree of types: an agency is an organisation, a city is a place. From types.csv;
 * docs/FORMATS.md, Types. */
#ifndef KITH_GAZETTEER_TYPE_TREE_H
#define KITH_GAZETTEER_TYPE_TREE_H

#include "base/arena.h"
#include "base/id.h"
#include "base/str.h"

/* What types.csv says of a type. Parents never lead in a circle. */
struct kith_type_record {
    kith_id parent;         /* or KITH_NO_ID */
    struct kith_str colour; /* "#E69F00", or empty */
    struct kith_str shape;  /* one of docs/FORMATS.md, or empty */
    bool has_row;           /* some types.csv names it */
};

/* By type; shorter than the types when the last ones have no row. */
struct kith_type_tree {
    struct kith_arena arena;
    struct kith_type_record *items;
    uint32_t count, room;
};

void kith_type_tree_init(struct kith_type_tree *tree);
void kith_type_tree_release(struct kith_type_tree *tree);

#endif
