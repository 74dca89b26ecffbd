/* What encoding is this? A byte order mark tells; without one, UTF-16 shows by its zeros;
 * well-formed UTF-8 is hardly ever anything else; and of the rest, what is mostly
 * well-formed is damaged UTF-8, and all other bytes are Windows-1252. */
#include "text/decode.h"

#include <stdbool.h>

#include "base/file.h"
#include "base/utf8.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* So many 16-bit units are looked at for the zeros of UTF-16. */
#define SAMPLE_UNITS 512

/* Windows-1252 from 0x80 to 0x9F. The five bytes it leaves undefined become U+FFFD:
 * something was lost there, and a reader should see it. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

static inline bool is_plain(char byte)
{
    return (signed char)byte > 0;
}

/* The number of bytes at the beginning that are ASCII and not NUL. */
static size_t ascii_prefix(const char *bytes, size_t length)
{
    size_t i = 0;
#ifdef __SSE2__
    for (; i + 16 <= length; i += 16) {
        __m128i sixteen = _mm_loadu_si128((const __m128i *)(const void *)(bytes + i));
        /* Signed: both NUL and the bytes from 0x80 are below one. */
        int others = _mm_movemask_epi8(_mm_cmplt_epi8(sixteen, _mm_set1_epi8(1)));
        if (others)
            return i + (size_t)__builtin_ctz((unsigned)others);
    }
#else
    const uint64_t ones = 0x0101010101010101u, high_bits = 0x8080808080808080u;
    for (; i + 8 <= length; i += 8) {
        uint64_t eight;
        memcpy(&eight, bytes + i, sizeof eight);
        /* A borrow out of a zero byte sets its high bit. */
        if ((eight | (eight - ones)) & high_bits)
            break;
    }
#endif
    while (i < length && is_plain(bytes[i]))
        i++;
    return i;
}

/* What a look at all bytes as UTF-8 finds. */
struct survey {
    size_t nul_count;
    size_t multibyte_count; /* well-formed characters beyond ASCII */
    size_t fault_count;     /* bytes that begin none */
};

static struct survey survey_utf8(struct kith_str bytes)
{
    struct survey survey = {0};
    size_t i = 0;
    while ((i += ascii_prefix(bytes.data + i, bytes.length - i)) < bytes.length) {
        /* Other scripts seldom come as single letters. */
        do {
            uint32_t point;
            size_t size = kith_utf8_decode(bytes.data + i, bytes.length - i, &point);
            survey.nul_count += point == 0;
            survey.multibyte_count += size > 1;
            survey.fault_count += size == 1 && point == KITH_REPLACEMENT;
            i += size;
        } while (i < bytes.length && !is_plain(bytes.data[i]));
    }
    return survey;
}

/* A conversion being written: twice over the input, first to count the room, then to
 * fill it. */
struct writer {
    char *out; /* NULL while counting */
    size_t length;
};

static void put(struct writer *writer, uint32_t point)
{
    char bytes[4];
    size_t size = kith_utf8_encode(point, bytes);
    if (writer->out)
        memcpy(writer->out + writer->length, bytes, size);
    writer->length += size;
}

typedef void convert_fn(struct kith_str bytes, struct writer *writer);

static void convert_windows_1252(struct kith_str bytes, struct writer *writer)
{
    for (size_t i = 0; i < bytes.length; i++) {
        unsigned char byte = (unsigned char)bytes.data[i];
        put(writer, byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte);
    }
}

/* Byte for byte, so that offsets are those of the file. */
static void convert_damaged_utf8(struct kith_str bytes, struct writer *writer)
{
    const uint32_t substitute = 0x1A; /* the ASCII character for this; a blank */
    for (size_t i = 0; i < bytes.length;) {
        uint32_t point;
        size_t size = kith_utf8_decode(bytes.data + i, bytes.length - i, &point);
        bool is_fault = size == 1 && point == KITH_REPLACEMENT;
        put(writer, is_fault ? substitute : point);
        i += size;
    }
}

static uint32_t unit_at(struct kith_str bytes, size_t i, bool is_big)
{
    uint32_t first = (unsigned char)bytes.data[i];
    uint32_t second = (unsigned char)bytes.data[i + 1];
    return is_big ? first << 8 | second : second << 8 | first;
}

static bool is_low_surrogate(uint32_t unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/* The character at `i`; lone surrogates and half a unit at the end are U+FFFD. */
static size_t decode_utf16(struct kith_str bytes, size_t i, bool is_big, uint32_t *point)
{
    *point = KITH_REPLACEMENT;
    if (bytes.length - i < 2)
        return 1;
    uint32_t unit = unit_at(bytes, i, is_big);
    if (unit < 0xD800 || unit > 0xDFFF) {
        *point = unit;
        return 2;
    }
    if (is_low_surrogate(unit) || bytes.length - i < 4)
        return 2;
    uint32_t low = unit_at(bytes, i + 2, is_big);
    if (!is_low_surrogate(low))
        return 2;
    *point = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    return 4;
}

static void convert_utf16(struct kith_str bytes, bool is_big, struct writer *writer)
{
    const uint32_t byte_order_mark = 0xFEFF;
    for (size_t i = 0; i < bytes.length;) {
        uint32_t point;
        bool is_first = i == 0;
        i += decode_utf16(bytes, i, is_big, &point);
        if (!(is_first && point == byte_order_mark))
            put(writer, point);
    }
}

static void convert_utf16le(struct kith_str bytes, struct writer *writer)
{
    convert_utf16(bytes, false, writer);
}

static void convert_utf16be(struct kith_str bytes, struct writer *writer)
{
    convert_utf16(bytes, true, writer);
}

static enum kith_status convert(convert_fn *convert_all, struct kith_str bytes,
                                struct kith_arena *arena, struct kith_str *text,
                                struct kith_error *err)
{
    struct writer writer = {0};
    convert_all(bytes, &writer);
    size_t length = writer.length;
    char *out = kith_arena_alloc(arena, length + KITH_FILE_PADDING);
    if (!out)
        return kith_no_memory(err);
    writer = (struct writer){.out = out};
    convert_all(bytes, &writer);
    memset(out + length, 0, KITH_FILE_PADDING);
    *text = (struct kith_str){out, length};
    return KITH_OK;
}

/* UTF-16 without a mark: of the first units, three in four have a zero in the same half,
 * and next to none in the other. Text in Latin script looks so, and nothing else does. */
static bool looks_like_utf16(struct kith_str bytes, size_t zero_half)
{
    size_t units = bytes.length / 2 < SAMPLE_UNITS ? bytes.length / 2 : SAMPLE_UNITS;
    size_t zeros[2] = {0, 0};
    for (size_t i = 0; i < 2 * units; i++)
        zeros[i % 2] += bytes.data[i] == 0;
    return units > 0 && zeros[zero_half] * 4 >= units * 3 &&
           zeros[1 - zero_half] * 50 <= units;
}

static enum kith_encoding guess(struct kith_str bytes, const struct survey *survey)
{
    if (kith_str_starts_with(bytes, KITH_STR("\xFF\xFE")))
        return KITH_UTF16LE;
    if (kith_str_starts_with(bytes, KITH_STR("\xFE\xFF")))
        return KITH_UTF16BE;
    if (survey->nul_count > 0 && looks_like_utf16(bytes, 1))
        return KITH_UTF16LE;
    if (survey->nul_count > 0 && looks_like_utf16(bytes, 0))
        return KITH_UTF16BE;
    if (survey->fault_count == 0)
        return KITH_UTF8;
    /* Two Windows-1252 characters that look like one of UTF-8 (Ã©) are rare: where such
     * pairs are many, they are UTF-8. */
    return survey->multibyte_count > survey->fault_count ? KITH_UTF8_DAMAGED
                                                         : KITH_WINDOWS_1252;
}

static convert_fn *converter(enum kith_encoding encoding)
{
    switch (encoding) {
    case KITH_UTF16LE:
        return convert_utf16le;
    case KITH_UTF16BE:
        return convert_utf16be;
    case KITH_UTF8_DAMAGED:
        return convert_damaged_utf8;
    default:
        return convert_windows_1252;
    }
}

enum kith_status kith_decode(struct kith_str bytes, struct kith_str name,
                             struct kith_arena *arena, struct kith_str *text,
                             enum kith_encoding *encoding, struct kith_error *err)
{
    struct survey survey = survey_utf8(bytes);
    *encoding = guess(bytes, &survey);
    *text = bytes;
    if (*encoding != KITH_UTF8) {
        KITH_TRY(convert(converter(*encoding), bytes, arena, text, err));
        survey.nul_count = memchr(text->data, 0, text->length) != NULL;
    }
    if (survey.nul_count > 0)
        return kith_fail(err, KITH_BAD_INPUT, "%.*s: binary, with NUL characters in it",
                         KITH_STR_ARGS(name));
    return KITH_OK;
}
