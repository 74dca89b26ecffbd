/* Writes unicode_tables.inc: what text/unicode.c knows about characters.
 *
 *   make_unicode FILE
 *
 * Runs while kith is built. The data are libunistring's; which characters count as
 * hyphens, apostrophes and so on, and what folding does beyond Unicode's own mappings, is
 * decided here, character by character, and described in docs/ALGORITHMS.md. Tables have
 * two levels: equal blocks are written once. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwbrk.h>

#include "text/unicode.h"

#define POINTS 0x110000u
#define POOL_SIZE 65536u

static unsigned char classes[POINTS];
static unsigned char combining[POINTS];
static unsigned short folds[POINTS];
static unsigned short parts[POINTS];
static unsigned char pool[POOL_SIZE];
static unsigned pool_length = 1; /* offset 0 means: as it is */

static void die(const char *reason)
{
    fprintf(stderr, "make_unicode: %s\n", reason);
    exit(1);
}

static bool is_one_of(ucs4_t c, const ucs4_t *list)
{
    while (*list && *list != c)
        list++;
    return *list != 0;
}

/* Hyphens join the parts of a name; dashes (U+2012 and up) part sentences. */
static bool is_hyphen(ucs4_t c)
{
    static const ucs4_t hyphens[] = {'-',    0x058A, 0x05BE, 0x2010,
                                     0x2011, 0xFE63, 0xFF0D, 0};
    return is_one_of(c, hyphens);
}

/* What stands inside O'Brien, can't and l'État, as people type it. */
static bool is_apostrophe(ucs4_t c)
{
    static const ucs4_t apostrophes[] = {'\'',   0x02BC, 0x05F3, 0x2018,
                                         0x2019, 0x201B, 0xFF07, 0};
    return is_one_of(c, apostrophes);
}

/* Letters that transliterations use as an apostrophe: Hawaiʻi, Shiʿa. */
static bool is_apostrophe_letter(ucs4_t c)
{
    return c >= 0x02B9 && c <= 0x02BF;
}

/* The Hebrew sign of abbreviation among them: most people type a straight quote for it.
 */
static bool is_quote(ucs4_t c)
{
    const ucs4_t gershayim = 0x05F4;
    return uc_is_property_quotation_mark(c) || c == '`' || c == 0xB4 || c == gershayim;
}

/* Invisible, and no part of a pictograph. */
static bool is_ignorable(ucs4_t c)
{
    if (c == 0x200B || c == 0x00AD || c == 0x200C || c == 0xFEFF)
        return true;
    return uc_is_property_default_ignorable_code_point(c) &&
           uc_general_category(c).bitmask == UC_CATEGORY_MASK_Cf &&
           !(c >= 0xE0020 && c <= 0xE007F) && c != 0x200D;
}

static bool is_letter(ucs4_t c)
{
    return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_Nl);
}

/* Vowels of Thai and Lao that are written behind their consonant: no name ends between
 * the two. */
static bool is_trailing_vowel(ucs4_t c)
{
    static const ucs4_t vowels[] = {0x0E30, 0x0E32, 0x0E33, 0x0E45,
                                    0x0EB0, 0x0EB2, 0x0EB3, 0};
    return is_one_of(c, vowels);
}

static int class_by_word_break(ucs4_t c)
{
    switch (uc_wordbreak_property(c)) {
    case WBP_CR:
    case WBP_LF:
    case WBP_NEWLINE:
        return KITH_CHAR_LINE;
    case WBP_EXTEND:
        return KITH_CHAR_EXTEND;
    case WBP_FORMAT:
        return KITH_CHAR_IGNORABLE;
    case WBP_ZWJ:
        return KITH_CHAR_ZWJ;
    case WBP_ALETTER:
    case WBP_HL:
        return KITH_CHAR_LETTER;
    case WBP_NUMERIC:
        return KITH_CHAR_DIGIT;
    case WBP_KATAKANA:
        return KITH_CHAR_KATAKANA;
    case WBP_EXTENDNUMLET:
        return KITH_CHAR_JOINER;
    case WBP_RI:
        return KITH_CHAR_REGION;
    default:
        if (is_trailing_vowel(c))
            return KITH_CHAR_EXTEND;
        return is_letter(c) ? KITH_CHAR_LONER : KITH_CHAR_MARK;
    }
}

static int class_of(ucs4_t c)
{
    if (c == 0x2029)
        return KITH_CHAR_PARAGRAPH;
    if (c == 0x7F) /* the tokenizer's short way takes it for visible */
        return KITH_CHAR_MARK;
    if (c == '.' || c == 0xFF0E)
        return KITH_CHAR_DOT;
    if (c == ',' || c == 0x066C || c == 0xFF0C)
        return KITH_CHAR_COMMA;
    if (c == 0x00B7 || c == 0x2027 || c == 0x0387)
        return KITH_CHAR_MIDDLE;
    if (is_hyphen(c))
        return KITH_CHAR_HYPHEN;
    if (is_apostrophe(c))
        return KITH_CHAR_APOSTROPHE;
    if (is_quote(c))
        return KITH_CHAR_QUOTE;
    if (is_ignorable(c))
        return KITH_CHAR_IGNORABLE;
    if (c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == 0x85 || c == 0x2028)
        return KITH_CHAR_LINE;
    if (uc_is_property_white_space(c) ||
        uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cc))
        return KITH_CHAR_BLANK;
    if (c >= 0x80 && uc_is_property_extended_pictographic(c) && !is_letter(c))
        return KITH_CHAR_EMOJI;
    return class_by_word_break(c);
}

static unsigned char case_of(ucs4_t c)
{
    if (uc_is_property_lowercase(c))
        return KITH_CHAR_LOWER;
    if (uc_is_property_uppercase(c) ||
        uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Lt))
        return KITH_CHAR_UPPER;
    return 0;
}

/* Marks whose loss leaves a readable word: those set above, below or through a letter,
 * and the points of Hebrew, Arabic and Syriac. The signs of Indic scripts, Thai and kana
 * have other combining classes and stay: without them it is another word. */
static bool is_dropped_mark(ucs4_t c)
{
    int class = uc_combining_class(c);
    return class == 1 || (class >= 10 && class <= 36) || class >= 200;
}

static bool is_dropped(ucs4_t c)
{
    const ucs4_t tatweel = 0x0640;
    bool is_selector = c >= 0xFE00 && c <= 0xFE0F;
    return is_dropped_mark(c) || class_of(c) == KITH_CHAR_IGNORABLE || c == 0x200D ||
           is_selector || c == tatweel;
}

/* Letters that carry their stroke built in, for which Unicode has no decomposition, and
 * the Persian forms of two Arabic letters, which keyboards mix up. */
static const char *plain_letter(ucs4_t c)
{
    static const struct {
        ucs4_t letter;
        const char *plain;
    } letters[] = {{0x00E6, "ae"},    {0x00F0, "d"}, {0x00F8, "o"},  {0x00FE, "th"},
                   {0x0111, "d"},     {0x0127, "h"}, {0x0131, "i"},  {0x0138, "k"},
                   {0x0140, "l"},     {0x0142, "l"}, {0x014B, "ng"}, {0x0153, "oe"},
                   {0x0167, "t"},     {0x0180, "b"}, {0x0195, "hv"}, {0x019A, "l"},
                   {0x01B6, "z"},     {0x01E5, "g"}, {0x0237, "j"},  {0x023C, "c"},
                   {0x0247, "e"},     {0x0249, "j"}, {0x024D, "r"},  {0x024F, "y"},
                   {0x0253, "b"},     {0x0256, "d"}, {0x0257, "d"},  {0x0268, "i"},
                   {0x0289, "u"},     {0x2C65, "a"}, {0x2C66, "t"},  {0x06A9, "\u0643"},
                   {0x06CC, "\u064A"}};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (letters[i].letter == c)
            return letters[i].plain;
    return NULL;
}

/* Straight forms of quotes and hyphens; 0 for the rest. */
static char plain_mark(ucs4_t c)
{
    if (is_hyphen(c))
        return '-';
    if (is_apostrophe(c) || is_apostrophe_letter(c))
        return '\'';
    if (c == 0x201A || c == 0x2039 || c == 0x203A || c == '`' || c == 0xB4)
        return '\'';
    return is_quote(c) ? '"' : 0;
}

/* Compatibility forms that differ in width or in Arabic joining only. */
static bool is_width_variant(int tag)
{
    return tag == UC_DECOMP_WIDE || tag == UC_DECOMP_NARROW || tag == UC_DECOMP_INITIAL ||
           tag == UC_DECOMP_MEDIAL || tag == UC_DECOMP_FINAL || tag == UC_DECOMP_ISOLATED;
}

static size_t normalize(uninorm_t form, const uint32_t *in, size_t count, uint32_t *out)
{
    size_t room = UC_DECOMPOSITION_MAX_LENGTH;
    if (!u32_normalize(form, in, count, out, &room))
        die("cannot normalize");
    return room;
}

static size_t decompose(ucs4_t c, uint32_t *out)
{
    uint32_t scratch[UC_DECOMPOSITION_MAX_LENGTH];
    int tag = 0;
    int count = uc_decomposition(c, &tag, scratch);
    uninorm_t form = count > 0 && is_width_variant(tag) ? UNINORM_NFKD : UNINORM_NFD;
    return normalize(form, &c, 1, out);
}

static size_t append_folded(ucs4_t c, unsigned char *out)
{
    if (is_dropped(c))
        return 0;
    const char *plain = plain_letter(c);
    if (plain) {
        memcpy(out, plain, strlen(plain));
        return strlen(plain);
    }
    char mark = plain_mark(c);
    if (mark)
        c = (ucs4_t)mark;
    int size = u8_uctomb(out, c, 8);
    if (size < 0)
        die("cannot encode");
    return (size_t)size;
}

/* The Cyrillic short i, large and small: a letter of its own, whatever Unicode makes of
 * it, since without its breve it is another one. fold.c composes it. */
static bool is_short_i(ucs4_t c)
{
    return c == 0x0419 || c == 0x0439;
}

/* Decompose, fold case, decompose again, drop and replace. */
static size_t fold(ucs4_t c, unsigned char *out)
{
    if (is_short_i(c))
        return (size_t)u8_uctomb(out, 0x0439, 8);
    uint32_t apart[UC_DECOMPOSITION_MAX_LENGTH], low[UC_DECOMPOSITION_MAX_LENGTH];
    size_t count = decompose(c, apart);
    size_t room = UC_DECOMPOSITION_MAX_LENGTH;
    if (!u32_casefold(apart, count, NULL, NULL, low, &room))
        die("cannot fold");
    count = normalize(UNINORM_NFD, low, room, apart);
    size_t length = 0;
    for (size_t i = 0; i < count; i++)
        length += append_folded(apart[i], out + length);
    return length;
}

static size_t encode_all(const uint32_t *points, size_t count, unsigned char *out)
{
    size_t length = 0;
    for (size_t i = 0; i < count; i++)
        length += (size_t)u8_uctomb(out + length, points[i], 8);
    return length;
}

/* The place of a form in the pool; equal forms share one. */
static unsigned short put_form(const unsigned char *form, size_t length)
{
    for (unsigned at = 1; at < pool_length; at += pool[at] + 1u)
        if (pool[at] == length && memcmp(pool + at + 1, form, length) == 0)
            return (unsigned short)at;
    if (length > 255 || pool_length + length + 1 > POOL_SIZE)
        die("the pool of forms is full");
    unsigned short at = (unsigned short)pool_length;
    pool[pool_length++] = (unsigned char)length;
    memcpy(pool + pool_length, form, length);
    pool_length += (unsigned)length;
    return at;
}

/* The form's offset, or 0 when the character is its own form. */
static unsigned short form_offset(ucs4_t c, const unsigned char *form, size_t length)
{
    unsigned char self[8];
    size_t self_length = (size_t)u8_uctomb(self, c, sizeof self);
    if (self_length == length && memcmp(self, form, length) == 0)
        return 0;
    return put_form(form, length);
}

static void describe(ucs4_t c)
{
    unsigned char form[UC_DECOMPOSITION_MAX_LENGTH * 4];
    uint32_t apart[UC_DECOMPOSITION_MAX_LENGTH];
    classes[c] = (unsigned char)(class_of(c) | case_of(c));
    combining[c] = (unsigned char)uc_combining_class(c);
    bool is_hangul = c >= 0xAC00 && c <= 0xD7A3;
    if (is_hangul || c == 0)
        return;
    folds[c] = form_offset(c, form, fold(c, form));
    size_t count = normalize(UNINORM_NFD, &c, 1, apart);
    parts[c] = form_offset(c, form, encode_all(apart, count, form));
}

static void write_array(FILE *out, const char *type, const char *name,
                        const unsigned *values, size_t count)
{
    fprintf(out, "%s %s[%zu] = {", type, name, count);
    for (size_t i = 0; i < count; i++)
        fprintf(out, "%s%u,", i % 20 ? "" : "\n", values[i]);
    fprintf(out, "\n};\n");
}

static unsigned value_at(const void *values, size_t width, size_t i)
{
    return width == 1 ? ((const unsigned char *)values)[i]
                      : ((const unsigned short *)values)[i];
}

/* Cut `values` into blocks of `size`, write the distinct ones and the index to them. */
static void write_table(FILE *out, const char *storage, const char *name,
                        const void *values, size_t width, size_t size)
{
    const char *type = width == 1 ? "uint8_t" : "uint16_t";
    static unsigned index[POINTS / 128];
    static size_t starts[POINTS / 128];
    size_t distinct = 0;
    const unsigned char *bytes = values;
    for (size_t at = 0; at < POINTS; at += size) {
        size_t b = 0;
        while (b < distinct &&
               memcmp(bytes + starts[b] * width, bytes + at * width, size * width) != 0)
            b++;
        if (b == distinct)
            starts[distinct++] = at;
        index[at / size] = (unsigned)b;
    }
    if (distinct > 256)
        die("too many blocks for one byte");
    fprintf(out, "%sconst %s %s_blocks[%zu][%zu] = {\n", storage, type, name, distinct,
            size);
    for (size_t b = 0; b < distinct; b++) {
        fprintf(out, "{");
        for (size_t i = 0; i < size; i++)
            fprintf(out, "%u,", value_at(values, width, starts[b] + i));
        fprintf(out, "},\n");
    }
    fprintf(out, "};\n");
    char declaration[64], full[64];
    snprintf(declaration, sizeof declaration, "%sconst uint8_t", storage);
    snprintf(full, sizeof full, "%s_index", name);
    write_array(out, declaration, full, index, POINTS / size);
}

static void write_bytes(FILE *out)
{
    unsigned values[256];
    for (unsigned i = 0; i < 256; i++)
        values[i] = i < 0x80 ? classes[i] : KITH_CHAR_HIGH;
    write_array(out, "const uint8_t", "kith_byte_class", values, 256);
}

static void write_pool(FILE *out)
{
    static unsigned values[POOL_SIZE];
    for (unsigned i = 0; i < pool_length; i++)
        values[i] = pool[i];
    write_array(out, "static const uint8_t", "form_pool", values, pool_length);
}

int main(int argc, char **argv)
{
    if (argc != 2)
        die("usage: make_unicode FILE");
    for (ucs4_t c = 0; c < POINTS; c++)
        if (c < 0xD800 || c > 0xDFFF)
            describe(c);
    FILE *out = fopen(argv[1], "w");
    if (!out)
        die("cannot write the tables");
    fprintf(out, "/* Generated by make_unicode; not to be edited. */\n");
    write_bytes(out);
    write_table(out, "", "kith_class", classes, 1, 256);
    write_table(out, "static ", "fold", folds, 2, 128);
    write_table(out, "static ", "parts", parts, 2, 128);
    write_table(out, "static ", "combining", combining, 1, 128);
    write_pool(out);
    if (fclose(out) != 0)
        die("cannot write the tables");
    return 0;
}
