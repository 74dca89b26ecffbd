/* Words and marks, with exact byte offsets.
 *
 * Word boundaries follow Unicode's UAX #29; tests/spec/tokens.md writes down where we
 * depart from it and is the test. In short: a hyphen is a token of its own (so that
 * "ISIS-K" can meet "ISIS K"), a possessive 's or ’s is split off, the dots of "U.S."
 * belong to the word, and every other mark is a token by itself. Blanks are no tokens. */
#ifndef KITH_TEXT_TOKEN_H
#define KITH_TEXT_TOKEN_H

#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

enum kith_token_kind {
    KITH_TOKEN_WORD,       /* letters, with digits and inner marks */
    KITH_TOKEN_NUMBER,     /* digits, with inner dots and commas */
    KITH_TOKEN_POSSESSIVE, /* 's, ’s, or the bare apostrophe behind a plural's s */
    KITH_TOKEN_HYPHEN,     /* - and the other hyphens, not the dashes */
    KITH_TOKEN_QUOTE,      /* straight and curly, single and double */
    KITH_TOKEN_MARK        /* any other single character */
};

/* How a word is written. Letters without case (Arabic, Chinese) are UNCASED. */
enum kith_token_shape {
    KITH_SHAPE_UNCASED,
    KITH_SHAPE_LOWER, /* officials */
    KITH_SHAPE_TITLE, /* Moscow, A */
    KITH_SHAPE_UPPER, /* FSB, U.S. (two letters or more) */
    KITH_SHAPE_MIXED  /* McDonald, iPhone */
};

/* What stands between a token and the one before it. */
enum kith_token_gap {
    KITH_GAP_NONE,     /* they touch */
    KITH_GAP_BLANK,    /* blanks, tabs, no-break spaces, soft hyphens */
    KITH_GAP_LINE,     /* one line end, with blanks around it */
    KITH_GAP_PARAGRAPH /* a blank line, or the beginning of the text; in a document, every
                          line end that parts paragraphs */
};

/* Tokens by number, half-open. */
struct kith_span {
    uint32_t first, end;
};

struct kith_token {
    uint32_t begin, end; /* bytes of the document's text */
    uint8_t kind;        /* enum kith_token_kind */
    uint8_t shape;       /* enum kith_token_shape */
    uint8_t gap;         /* enum kith_token_gap */
    uint8_t is_dotted;   /* initials with their dots: U.S., p.m. */
};

/* Places where a sentence or a paragraph might begin or end: the numbers of the tokens
 * behind a line end, of marks that may be stops, and of dotted initials, in order. They
 * spare the sentence splitter the nine tokens in ten at which nothing can happen. */
struct kith_landmarks {
    uint32_t *items;
    uint32_t count;
    uint32_t room;
};

struct kith_tokens {
    struct kith_token *items;
    uint32_t count;
    uint32_t room;
    struct kith_landmarks landmarks;
};

/* Split `text` (valid UTF-8, shorter than 4 GiB, followed by KITH_FILE_PADDING zero
 * bytes) into tokens. They live in `arena`; `text` is read, never kept. Linear. A byte
 * order mark at the beginning counts as a blank. */
enum kith_status kith_tokenize(struct kith_str text, struct kith_arena *arena,
                               struct kith_tokens *tokens, struct kith_error *err);

static inline struct kith_str kith_token_text(struct kith_str text,
                                              const struct kith_token *token)
{
    return kith_str_slice(text, token->begin, token->end);
}

#endif
