/* Breaking text and guessing its width. */
#include "output/letters.h"

#include "base/utf8.h"

/* DejaVu Sans: hundredths of an em for each of ASCII's characters, from the blank on. */
static const unsigned char ascii_widths[] = {
    32, 40, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 36,  32, 34, 64, 64, 64,
    64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 53, 100, 71, 68, 70, 77, 63,
    58, 77, 75, 29, 29, 65, 56, 86, 75, 79, 60, 79, 70, 64,  59, 74, 68, 99, 68,
    61, 68, 39, 34, 39, 84, 50, 50, 62, 64, 55, 64, 62, 35,  64, 64, 28, 28, 58,
    28, 98, 64, 62, 64, 64, 39, 52, 39, 64, 59, 82, 59, 59,  53, 64, 34, 64, 84};

/* Beyond ASCII, by the block that a character stands in. */
static const struct {
    uint32_t before; /* the first code point that is none of the block */
    double width;
} blocks[] = {
    {0xA0, 0},     /* control characters */
    {0x300, 0.7},  /* Latin with marks */
    {0x370, 0},    /* marks */
    {0x1100, 0.8}, /* Greek, Cyrillic, Arabic, Indian scripts ... */
    {0x1200, 1},   /* Korean */
    {0x2E80, 0.8}, /* ... and signs */
    {UINT32_MAX, 1.05},
};

static double character_width(uint32_t point)
{
    if (point < 0x20)
        return 0;
    if (point - 0x20 < sizeof ascii_widths)
        return ascii_widths[point - 0x20] / 100.0;
    size_t block = 0;
    while (point >= blocks[block].before)
        block++;
    return blocks[block].width;
}

double kith_letters_width(struct kith_str text)
{
    double widest = 0, width = 0;
    for (size_t i = 0; i < text.length;) {
        uint32_t point;
        i += kith_utf8_decode(text.data + i, text.length - i, &point);
        width = point == '\n' ? 0 : width + character_width(point);
        if (width > widest)
            widest = width;
    }
    return widest;
}

uint32_t kith_letters_lines(struct kith_str text)
{
    uint32_t lines = 1;
    for (size_t i = 0; i < text.length; i++)
        lines += text.data[i] == '\n';
    return lines;
}

/* Words */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static uint32_t character_count(struct kith_str text)
{
    uint32_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return count;
}

static size_t word_end(struct kith_str text, size_t begin)
{
    while (begin < text.length && !is_blank(text.data[begin]))
        begin++;
    return begin;
}

/* A blank stands for one or more, so the broken text is never longer. */
struct kith_str kith_letters_break(struct kith_str text, uint32_t width,
                                   struct kith_arena *arena)
{
    char *broken = kith_arena_alloc(arena, text.length + 1);
    if (!broken)
        return (struct kith_str){0};
    size_t length = 0;
    uint32_t column = 0;
    for (size_t i = 0, end; i < text.length; i = end + 1) {
        end = word_end(text, i);
        struct kith_str word = kith_str_slice(text, i, end);
        if (word.length == 0)
            continue;
        uint32_t count = character_count(word);
        bool breaks = column && column + 1 + count > width;
        if (column)
            broken[length++] = breaks ? '\n' : ' ';
        column = breaks || !column ? count : column + 1 + count;
        memcpy(broken + length, word.data, word.length);
        length += word.length;
    }
    broken[length] = '\0';
    return (struct kith_str){broken, length};
}
