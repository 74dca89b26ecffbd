/* Typed relations of one document: which rules say what of whom, once a sentence. */
#ifndef KITH_RELATE_RELATION_H
#define KITH_RELATE_RELATION_H

#include "relate/findings.h"

/* Append to findings->evidence one row for each relation between two entities that a
 * sentence states, in text order. When several rules say the same, the row is the
 * leftmost's, among those the one that spans most words, then the earlier in its file.
 * `rules` must be compiled. Linear in the tokens of sentences with two names. */
enum kith_status kith_relation_find(const struct kith_rules *rules,
                                    struct kith_arena *arena,
                                    struct kith_findings *findings,
                                    struct kith_error *err);

#endif
