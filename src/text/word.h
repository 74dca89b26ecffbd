/* Where a word ends, for the words that are more than a run of ASCII letters: the rules
 * of tests/spec/tokens.md, one after the other. token.c asks when its short way is shut.
 *
 * All functions look at well-formed UTF-8 followed by padding and never pass it. */
#ifndef KITH_TEXT_WORD_H
#define KITH_TEXT_WORD_H

#include <stdbool.h>
#include <stdint.h>

#include "text/unicode.h"

struct kith_word {
    uint32_t end;
    uint8_t kind;  /* KITH_TOKEN_WORD or KITH_TOKEN_NUMBER */
    uint8_t shape; /* enum kith_token_shape */
    uint8_t is_dotted;
};

/* The word or number at `begin`, where a letter or digit of any script stands. */
struct kith_word kith_word_read(const unsigned char *bytes, uint32_t begin);

/* The length of the possessive at `bytes`, where an apostrophe stands: the apostrophe and
 * the s, when the word ends there; else 0. */
uint32_t kith_possessive_size(const unsigned char *bytes);

/* True for an entry that continues a word: letters, digits, katakana, ideographs. */
static inline bool kith_is_wordy(uint8_t entry)
{
    uint8_t class = entry & KITH_CHAR_CLASS;
    return class >= KITH_CHAR_LETTER && class <= KITH_CHAR_KATAKANA;
}

#endif
