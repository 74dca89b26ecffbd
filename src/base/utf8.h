/* UTF-8, as bytes and code points. What the characters mean is text/'s business. */
#ifndef KITH_BASE_UTF8_H
#define KITH_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

#define KITH_REPLACEMENT 0xFFFDu

/* Decode the character at `bytes` (at least one byte, `length` in all) into *point and
 * return its length, 1 to 4. A byte that begins no well-formed character (overlong forms,
 * surrogates and anything above U+10FFFF are not) gives U+FFFD and length 1. */
static inline size_t kith_utf8_decode(const char *bytes, size_t length, uint32_t *point);

/* True when all of `s` is well-formed; else *fault (may be NULL) is the offset of the
 * first byte that is not. Runs of ASCII are passed eight bytes at a time. */
bool kith_utf8_is_valid(struct kith_str s, size_t *fault);

/* The text without the byte order mark that it may begin with. */
struct kith_str kith_utf8_without_mark(struct kith_str text);

/* Write `point` into `out` (room for 4) and return the number of bytes. */
size_t kith_utf8_encode(uint32_t point, char *out);

/* Append `point`; U+FFFD for surrogates and numbers that are no character. */
void kith_utf8_append(struct kith_buf *buf, uint32_t point);

/* The work behind kith_utf8_decode for a first byte that is not ASCII. */
size_t kith_utf8_decode_long(const char *bytes, size_t length, uint32_t *point);

static inline size_t kith_utf8_decode(const char *bytes, size_t length, uint32_t *point)
{
    unsigned char lead = (unsigned char)bytes[0];
    if (lead >= 0x80)
        return kith_utf8_decode_long(bytes, length, point);
    *point = lead;
    return 1;
}

#endif
