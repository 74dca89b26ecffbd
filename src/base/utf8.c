/* UTF-8 by the table of well-formed sequences (Unicode 15, table 3-7). */
#include "base/utf8.h"

#include <string.h>

static bool is_tail(const char *bytes, size_t i)
{
    return ((unsigned char)bytes[i] & 0xC0) == 0x80;
}

static uint32_t tail_bits(const char *bytes, size_t i)
{
    return (unsigned char)bytes[i] & 0x3Fu;
}

static size_t refuse(uint32_t *point)
{
    *point = KITH_REPLACEMENT;
    return 1;
}

size_t kith_utf8_decode_long(const char *bytes, size_t length, uint32_t *point)
{
    unsigned char lead = (unsigned char)bytes[0];
    size_t wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (lead < 0xC2 || lead > 0xF4 || length < wanted)
        return refuse(point);
    uint32_t value = lead & (0x7Fu >> wanted);
    for (size_t i = 1; i < wanted; i++) {
        if (!is_tail(bytes, i))
            return refuse(point);
        value = value << 6 | tail_bits(bytes, i);
    }
    bool is_overlong = (wanted == 3 && value < 0x800) || (wanted == 4 && value < 0x10000);
    bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (is_overlong || is_surrogate || value > 0x10FFFF)
        return refuse(point);
    *point = value;
    return wanted;
}

bool kith_utf8_is_valid(struct kith_str s, size_t *fault)
{
    const uint64_t high_bits = 0x8080808080808080u;
    size_t i = 0;
    while (i < s.length) {
        uint64_t eight;
        if (s.length - i >= sizeof eight) {
            memcpy(&eight, s.data + i, sizeof eight);
            if (!(eight & high_bits)) {
                i += sizeof eight;
                continue;
            }
        }
        uint32_t point;
        size_t size = kith_utf8_decode(s.data + i, s.length - i, &point);
        if (size == 1 && (unsigned char)s.data[i] >= 0x80) {
            if (fault)
                *fault = i;
            return false;
        }
        i += size;
    }
    return true;
}

struct kith_str kith_utf8_without_mark(struct kith_str text)
{
    const struct kith_str mark = KITH_STR("\xEF\xBB\xBF");
    return kith_str_starts_with(text, mark)
               ? kith_str_slice(text, mark.length, text.length)
               : text;
}

size_t kith_utf8_encode(uint32_t point, char *out)
{
    if (point < 0x80) {
        out[0] = (char)point;
        return 1;
    }
    if (point < 0x800) {
        out[0] = (char)(0xC0 | point >> 6);
        out[1] = (char)(0x80 | (point & 0x3F));
        return 2;
    }
    if (point < 0x10000) {
        out[0] = (char)(0xE0 | point >> 12);
        out[1] = (char)(0x80 | (point >> 6 & 0x3F));
        out[2] = (char)(0x80 | (point & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | point >> 18);
    out[1] = (char)(0x80 | (point >> 12 & 0x3F));
    out[2] = (char)(0x80 | (point >> 6 & 0x3F));
    out[3] = (char)(0x80 | (point & 0x3F));
    return 4;
}

void kith_utf8_append(struct kith_buf *buf, uint32_t point)
{
    if ((point >= 0xD800 && point <= 0xDFFF) || point > 0x10FFFF)
        point = KITH_REPLACEMENT;
    char bytes[4];
    kith_buf_append(buf, bytes, kith_utf8_encode(point, bytes));
}
