/* How a word is written, and how an alias lets it be written.
 *
 * Paths know words by their folded form only; whether "is" may stand for the alias
 * "IS" is decided at the end of a path, by comparing how each token of the text is
 * written with the pattern of the alias: one byte a token, one bit for each writing that
 * is allowed. tests/spec/matching.md has the rule as a table. */
#ifndef KITH_GAZETTEER_WRITING_H
#define KITH_GAZETTEER_WRITING_H

#include <stdbool.h>

#include "text/token.h"

/* The shapes of token.h, and capitals with dots, which a name in Title Case does not
 * admit: "Us" is not "U.S.". */
enum kith_writing {
    KITH_WRITING_UNCASED = KITH_SHAPE_UNCASED,
    KITH_WRITING_LOWER = KITH_SHAPE_LOWER,
    KITH_WRITING_TITLE = KITH_SHAPE_TITLE,
    KITH_WRITING_UPPER = KITH_SHAPE_UPPER,
    KITH_WRITING_MIXED = KITH_SHAPE_MIXED,
    KITH_WRITING_DOTTED
};

#define KITH_WRITTEN(writing) (1u << (writing))
#define KITH_WRITTEN_ANYHOW 0x3Fu

/* In the first byte of a pattern: the text must be spelt exactly as the alias. For words
 * of mixed case under '=', whose shape alone does not say which letters are large. */
#define KITH_WRITTEN_EXACTLY 0x80u

/* A hyphen stands before the word. Where the text has one with blanks around it, the name
 * must have a hyphen, too, or it is a dash between two names. */
#define KITH_WRITTEN_HYPHENED 0x40u

/* Do these writings let a word stand in lower case, or in another? */
static inline bool kith_is_written(unsigned writings, bool is_small)
{
    const unsigned lower = KITH_WRITTEN(KITH_WRITING_LOWER);
    return writings & (is_small ? lower : KITH_WRITTEN_ANYHOW & ~lower);
}

static inline unsigned kith_writing_of(const struct kith_token *token)
{
    return token->shape == KITH_SHAPE_UPPER && token->is_dotted ? KITH_WRITING_DOTTED
                                                                : token->shape;
}

#endif
