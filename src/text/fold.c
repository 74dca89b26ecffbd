/* Folding: one token at a time, by the tables of unicode.h; ASCII without them. */
#include "text/fold.h"

#include <stdbool.h>
#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "text/unicode.h"

#define HIGH_BITS 0x8080808080808080u

/* A folded form being written; what does not fit is left out, whole characters at a
 * time. */
struct fold {
    char *out;
    size_t length;
    bool is_full;
};

static void put(struct fold *fold, const char *bytes, size_t length)
{
    fold->is_full |= fold->length + length > KITH_FOLD_LIMIT;
    if (fold->is_full)
        return;
    memcpy(fold->out + fold->length, bytes, length);
    fold->length += length;
}

static void put_point(struct fold *fold, uint32_t point)
{
    char bytes[4];
    put(fold, bytes, kith_utf8_encode(point, bytes));
}

/* The breve, of all marks, makes another letter of the Cyrillic i. */
static bool put_short_i(struct fold *fold, uint32_t point)
{
    const uint32_t breve = 0x0306;
    char *last = fold->out + fold->length;
    bool is_behind_i =
        fold->length >= 2 && last[-2] == (char)0xD0 && last[-1] == (char)0xB8;
    if (point != breve || !is_behind_i)
        return false;
    last[-1] = (char)0xB9;
    return true;
}

static void put_folded(struct fold *fold, uint32_t point)
{
    struct kith_str form;
    uint32_t jamo[3];
    size_t count = kith_hangul_decompose(point, jamo);
    if (put_short_i(fold, point))
        return;
    if (kith_char_fold(point, &form))
        put(fold, form.data, form.length);
    else if (count == 0)
        put_point(fold, point);
    for (size_t i = 0; i < count; i++)
        put_point(fold, jamo[i]);
}

/* Small letters for capitals in eight ASCII bytes at once: 0x20 is added to the bytes
 * from 'A' to 'Z'. Adding 0x80 - c to a byte below 0x80 sets its high bit from c on. */
static uint64_t lower_eight(uint64_t eight)
{
    uint64_t from_a = eight + 0x0101010101010101u * (0x80 - 'A');
    uint64_t past_z = eight + 0x0101010101010101u * (0x80 - 'Z' - 1);
    return eight + ((from_a & ~past_z & HIGH_BITS) >> 2);
}

/* Lower-case `length` bytes, eight at a time; false when one is not ASCII or is folded
 * otherwise (a grave accent used as a quote). `out` has room for KITH_FOLD_LIMIT, and the
 * text has padding to read into. */
static bool lower_ascii(const char *bytes, size_t length, char *out)
{
    for (size_t i = 0; i < length; i += 8) {
        uint64_t eight;
        memcpy(&eight, bytes + i, sizeof eight);
        size_t left = length - i;
        if (left < 8)
            eight &= (UINT64_C(1) << 8 * left) - 1;
        if (eight & HIGH_BITS)
            return false;
        eight = lower_eight(eight);
        memcpy(out + i, &eight, sizeof eight);
    }
    return true;
}

static size_t fold_slowly(const char *bytes, size_t length, bool is_dotted, char *out)
{
    struct fold fold = {.out = out};
    for (size_t i = 0; i < length;) {
        uint32_t point;
        i += kith_utf8_decode(bytes + i, length - i, &point);
        if (!(is_dotted && point == '.'))
            put_folded(&fold, point);
    }
    return fold.length;
}

size_t kith_fold(struct kith_str text, const struct kith_token *token, char *out)
{
    const char *bytes = text.data + token->begin;
    size_t length = token->end - token->begin;
    bool is_plain = token->kind <= KITH_TOKEN_NUMBER && !token->is_dotted;
    if (is_plain && length <= KITH_FOLD_LIMIT - 8 && lower_ascii(bytes, length, out))
        return length;
    return fold_slowly(bytes, length, token->is_dotted, out);
}

uint64_t kith_fold_hash(struct kith_str text, const struct kith_token *token)
{
    char folded[KITH_FOLD_LIMIT];
    return kith_hash(folded, kith_fold(text, token, folded));
}
