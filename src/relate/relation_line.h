/* The line that opens a relation: its name, its direction, the types of its ends. */
#ifndef KITH_RELATE_RELATION_LINE_H
#define KITH_RELATE_RELATION_LINE_H

#include "relate/rule_book.h"

/* Read `relation NAME: types -> types` (or `=` between the types) and set *signature to
 * what the rules under it have in common. */
enum kith_status kith_relation_line_read(struct kith_rules *rules,
                                         const struct kith_pattern_parser *parser,
                                         struct kith_str line, kith_id *signature);

/* Resolve the type names of both sides with the types of `gazetteer`. */
enum kith_status kith_signature_resolve(struct kith_signature *signature,
                                        const struct kith_gazetteer *gazetteer,
                                        struct kith_arena *arena, struct kith_error *err);

#endif
