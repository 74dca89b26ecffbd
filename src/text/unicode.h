/* What the characters are: classes for the tokenizer, folded and decomposed forms.
 *
 * The tables are made when kith is built, by generate/make_unicode.c, from the data of
 * libunistring: nothing is computed at start-up and the library is not needed at run
 * time. For rooms above, fold.h and token.h are the doors; this header is text's own. */
#ifndef KITH_TEXT_UNICODE_H
#define KITH_TEXT_UNICODE_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* What a character does to the word it stands in. After UAX #29's Word_Break property,
 * with the classes that we treat alike merged and a few of our own. */
enum kith_char_class {
    KITH_CHAR_MARK,       /* a token by itself */
    KITH_CHAR_BLANK,      /* and control characters */
    KITH_CHAR_LINE,       /* a line end */
    KITH_CHAR_PARAGRAPH,  /* U+2029 */
    KITH_CHAR_IGNORABLE,  /* soft hyphen, zero-width space, directions: seen by nobody */
    KITH_CHAR_LETTER,     /* letters that join into words */
    KITH_CHAR_DIGIT,      /* decimal digits */
    KITH_CHAR_LONER,      /* letters that do not: ideographs, hiragana, Thai */
    KITH_CHAR_KATAKANA,   /* joins only its own kind */
    KITH_CHAR_EXTEND,     /* combining marks: belong to what they follow */
    KITH_CHAR_ZWJ,        /* U+200D */
    KITH_CHAR_EMOJI,      /* pictographs that ZWJ can join */
    KITH_CHAR_REGION,     /* halves of flags */
    KITH_CHAR_JOINER,     /* _ and its like */
    KITH_CHAR_APOSTROPHE, /* joins letters, else a quote */
    KITH_CHAR_QUOTE,
    KITH_CHAR_HYPHEN,
    KITH_CHAR_DOT,    /* . joins digits, initials and host names */
    KITH_CHAR_COMMA,  /* , joins digits */
    KITH_CHAR_MIDDLE, /* the Catalan dot and its like: joins letters */
    KITH_CHAR_HIGH    /* only in kith_byte_class: look at the whole character */
};

#define KITH_CHAR_CLASS 0x1F /* these bits of an entry hold the class */
#define KITH_CHAR_UPPER 0x20 /* an upper- or title-case letter */
#define KITH_CHAR_LOWER 0x40

#define KITH_LAST_POINT 0x10FFFFu

extern const uint8_t kith_class_index[];       /* point >> 8 -> block */
extern const uint8_t kith_class_blocks[][256]; /* block, point & 255 -> entry */
extern const uint8_t kith_byte_class[256];     /* the same for ASCII; else HIGH */

/* Class and case of a code point; any number is safe. */
static inline uint8_t kith_char_entry(uint32_t point)
{
    if (point > KITH_LAST_POINT)
        return KITH_CHAR_MARK;
    return kith_class_blocks[kith_class_index[point >> 8]][point & 255];
}

/* A character of a text: its entry and its length in bytes. */
struct kith_char {
    uint32_t point;
    uint8_t size;
    uint8_t entry;
};

/* The character at `bytes`, which is well-formed UTF-8 followed by padding. Faster than
 * kith_utf8_decode by not asking; on malformed bytes the answer is nonsense, but reads
 * stay within the next four bytes. */
static inline struct kith_char kith_char_at(const unsigned char *bytes)
{
    unsigned char lead = bytes[0];
    if (lead < 0x80)
        return (struct kith_char){lead, 1, kith_byte_class[lead]};
    uint32_t point;
    uint8_t size;
    if (lead < 0xE0) {
        point = (lead & 0x1Fu) << 6 | (bytes[1] & 0x3Fu);
        size = 2;
    } else if (lead < 0xF0) {
        point = (lead & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
        size = 3;
    } else {
        point = (lead & 0x07u) << 18 | (bytes[1] & 0x3Fu) << 12 |
                (bytes[2] & 0x3Fu) << 6 | (bytes[3] & 0x3Fu);
        size = 4;
    }
    return (struct kith_char){point, size, kith_char_entry(point)};
}

/* True when the character changes under folding; then *folded is what it becomes, in
 * UTF-8 and in canonical order: empty for marks and ignorables. Hangul syllables are the
 * caller's: kith_hangul_decompose. */
_Bool kith_char_fold(uint32_t point, struct kith_str *folded);

/* True when the character has a canonical decomposition: then the full one. */
_Bool kith_char_decompose(uint32_t point, struct kith_str *parts);

/* The canonical combining class; 0 for what is no combining mark. */
uint8_t kith_char_combining(uint32_t point);

/* The two or three jamo of a Hangul syllable (Unicode 3.12); 0 for anything else. */
size_t kith_hangul_decompose(uint32_t point, uint32_t jamo[3]);

#endif
