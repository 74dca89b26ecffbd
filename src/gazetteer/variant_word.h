/* A word of a name while it is respelt: as written and folded, and which part of the one
 * is which part of the other, so that a rule finds "sky" in "Zelenský" and the rest of
 * the word stays as it was written. For this room. */
#ifndef KITH_GAZETTEER_VARIANT_WORD_H
#define KITH_GAZETTEER_VARIANT_WORD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Longer words are left as they are. Bytes; twelve Cyrillic syllables have room. */
#define KITH_VARIANT_WORD_LIMIT 48

struct kith_variant_word {
    uint8_t length, folded_length;
    bool is_capital;  /* begins with a capital */
    bool is_capitals; /* and has no small letter, but a second capital */
    bool is_ascii;
    char text[KITH_VARIANT_WORD_LIMIT];
    char folded[KITH_VARIANT_WORD_LIMIT];
    uint8_t origin[KITH_VARIANT_WORD_LIMIT + 1]; /* offset in folded -> offset in text */
};

/* Read a word; false when it or its folded form is longer than the limit. */
bool kith_variant_word_read(struct kith_str text, struct kith_variant_word *word);

/* `word` with the bytes [begin, end) of its folded form replaced. The replacement is
 * written with the word's capitals. False when the result is too long. */
bool kith_variant_word_splice(const struct kith_variant_word *word, size_t begin,
                              size_t end, struct kith_str replacement,
                              struct kith_variant_word *out);

/* The first letter and a dot ("D.") in `out`, which has room for 8 bytes: the length, or
 * 0 for a word without a capital, such as a Chinese one. */
size_t kith_variant_word_initial(const struct kith_variant_word *word, char *out);

/* True when `text` is `small`, capitals counted as small letters. */
bool kith_variant_word_is_small_form(struct kith_str text, struct kith_str small);

/* Fold all of `text` (at most `room` bytes come out): the length, or SIZE_MAX when `room`
 * is too small. */
size_t kith_variant_fold(struct kith_str text, char *out, size_t room);

static inline struct kith_str kith_variant_word_text(const struct kith_variant_word *word)
{
    return (struct kith_str){word->text, word->length};
}

static inline struct kith_str
kith_variant_word_folded(const struct kith_variant_word *word)
{
    return (struct kith_str){word->folded, word->folded_length};
}

#endif
