/* How much room text takes in a picture, without a font at hand. */
#ifndef KITH_OUTPUT_LETTERS_H
#define KITH_OUTPUT_LETTERS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* The fonts that pictures ask for, most wanted first. */
#define KITH_FONTS "Noto Sans,DejaVu Sans,Verdana,sans-serif"

/* The height of a line of text, in ems. */
#define KITH_LINE_HEIGHT 1.2

/* `text` with its blanks collapsed, and lines (ended by \n) broken at blanks where they
 * would pass `width` characters. In the arena; without data when memory is out. */
struct kith_str kith_letters_break(struct kith_str text, uint32_t width,
                                   struct kith_arena *arena);

/* The width in ems of the longest line of `text`, and the number of its lines. Rather too
 * wide than too narrow: DejaVu Sans is the widest of the fonts in use. */
double kith_letters_width(struct kith_str text);
uint32_t kith_letters_lines(struct kith_str text);

#endif
