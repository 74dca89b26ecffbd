/* The tables behind unicode.h, generated while building, and their look-ups. */
#include "text/unicode.h"

#include <stdbool.h>

#include "unicode_tables.inc"

/* A form in the pool is one byte of length and then the bytes; offset 0 says that the
 * character stays as it is. */
static bool find_form(uint16_t offset, struct kith_str *form)
{
    if (offset == 0)
        return false;
    const char *entry = (const char *)form_pool + offset;
    *form = (struct kith_str){entry + 1, (unsigned char)entry[0]};
    return true;
}

bool kith_char_fold(uint32_t point, struct kith_str *folded)
{
    if (point > KITH_LAST_POINT)
        return false;
    return find_form(fold_blocks[fold_index[point >> 7]][point & 127], folded);
}

bool kith_char_decompose(uint32_t point, struct kith_str *parts)
{
    if (point > KITH_LAST_POINT)
        return false;
    return find_form(parts_blocks[parts_index[point >> 7]][point & 127], parts);
}

uint8_t kith_char_combining(uint32_t point)
{
    if (point > KITH_LAST_POINT)
        return 0;
    return combining_blocks[combining_index[point >> 7]][point & 127];
}

size_t kith_hangul_decompose(uint32_t point, uint32_t jamo[3])
{
    enum { FIRST = 0xAC00, LAST = 0xD7A3, VOWELS = 21, TAILS = 28 };
    if (point < FIRST || point > LAST)
        return 0;
    uint32_t s = point - FIRST;
    jamo[0] = 0x1100 + s / (VOWELS * TAILS);
    jamo[1] = 0x1161 + s % (VOWELS * TAILS) / TAILS;
    jamo[2] = 0x11A7 + s % TAILS;
    return s % TAILS ? 3 : 2;
}
