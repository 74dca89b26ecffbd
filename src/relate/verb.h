/* Verbs of a rule, as written in braces: {attack/attack on|carry out}.
 *
 * Every verb is given in its base form, with the particles that belong to it; behind a
 * slash may stand the noun of the deed with the preposition that leads to whom it is done
 * to. Reading turns them into lists of forms. */
#ifndef KITH_RELATE_VERB_H
#define KITH_RELATE_VERB_H

#include "relate/pattern.h"

/* The forms of all verbs of one pair of braces, as lists without a name (numbers in the
 * rule file's lists), and their nouns. */
struct kith_verb {
    kith_id finite;             /* attacks, attacked, carry out */
    kith_id gerund;             /* attacking, carrying out */
    kith_id participle;         /* attacked, carried out */
    struct kith_patterns nouns; /* "attack", "on": words, the last a preposition */
};

/* Read `text`, what stands between the braces: a slice of the parser's line. A fault is
 * KITH_BAD_INPUT, told with file, line and column. */
enum kith_status kith_verb_parse(const struct kith_pattern_parser *parser,
                                 struct kith_str text, struct kith_verb **verb);

#endif
