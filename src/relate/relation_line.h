/* The line that opens a relation: its name, its direction, the types of its ends. */
#ifndef KITH_RELATE_RELATION_LINE_H
#define KITH_RELATE_RELATION_LINE_H

#include "relate/rule_book.h"

/* A relation, as written; slices of the parser's pieces, which are kept. */
struct kith_relation_words {
    struct kith_str name;
    struct kith_str parent;   /* what it is a kind of; data NULL: of nothing */
    struct kith_str sides[2]; /* types of A, of B, divided by commas */
    bool is_symmetric;
};

/* Enter the relation, or find the one of that name, and set *signature to what the rules
 * of it have in common that are to come. */
enum kith_status kith_relation_add(struct kith_rules *rules,
                                   const struct kith_pattern_parser *parser,
                                   const struct kith_relation_words *words,
                                   kith_id *signature);

/* Read `relation NAME: types -> types` (or `=` between the types) and kith_relation_add.
 */
enum kith_status kith_relation_line_read(struct kith_rules *rules,
                                         const struct kith_pattern_parser *parser,
                                         struct kith_str line, kith_id *signature);

/* Resolve the type names of both sides with the types of `gazetteer`. */
enum kith_status kith_signature_resolve(struct kith_signature *signature,
                                        const struct kith_gazetteer *gazetteer,
                                        struct kith_arena *arena, struct kith_error *err);

#endif
