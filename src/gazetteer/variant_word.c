/* Words of names: folded character by character, since a rule needs to know which written
 * characters its folded ones stand for. */
#include "gazetteer/variant_word.h"

#include "base/utf8.h"
#include "text/unicode.h"

/* The folded form of the character at `bytes`; ASCII by hand, since most are. `small` has
 * room for one byte. */
static struct kith_str fold_char(const char *bytes, size_t size, uint32_t point,
                                 char *small)
{
    struct kith_str form;
    if (point < 0x80) {
        *small = (char)(point >= 'A' && point <= 'Z' ? point | 0x20 : point);
        return (struct kith_str){small, 1};
    }
    return kith_char_fold(point, &form) ? form : (struct kith_str){bytes, size};
}

size_t kith_variant_fold(struct kith_str text, char *out, size_t room)
{
    size_t length = 0;
    for (size_t i = 0; i < text.length;) {
        uint32_t point;
        char small;
        const char *bytes = text.data + i;
        size_t size = kith_utf8_decode(bytes, text.length - i, &point);
        struct kith_str form = fold_char(bytes, size, point, &small);
        if (length + form.length > room)
            return SIZE_MAX;
        for (size_t k = 0; k < form.length; k++)
            out[length++] = form.data[k];
        i += size;
    }
    return length;
}

static bool is_capital(uint32_t point)
{
    return kith_char_entry(point) & KITH_CHAR_UPPER;
}

static bool append_folded(struct kith_variant_word *word, struct kith_str form,
                          size_t offset)
{
    if (word->folded_length + form.length > KITH_VARIANT_WORD_LIMIT)
        return false;
    for (size_t i = 0; i < form.length; i++) {
        word->origin[word->folded_length] = (uint8_t)offset;
        word->folded[word->folded_length++] = form.data[i];
    }
    return true;
}

bool kith_variant_word_read(struct kith_str text, struct kith_variant_word *word)
{
    if (text.length > KITH_VARIANT_WORD_LIMIT)
        return false;
    uint32_t capitals = 0, smalls = 0;
    word->is_capital = false;
    word->is_ascii = true;
    word->folded_length = 0;
    for (size_t i = 0; i < text.length;) {
        uint32_t point;
        char small;
        size_t size = kith_utf8_decode(text.data + i, text.length - i, &point);
        uint8_t entry = kith_char_entry(point);
        capitals += (entry & KITH_CHAR_UPPER) != 0;
        word->is_ascii &= point < 0x80;
        smalls += (entry & KITH_CHAR_LOWER) != 0;
        word->is_capital |= i == 0 && (entry & KITH_CHAR_UPPER);
        if (!append_folded(word, fold_char(text.data + i, size, point, &small), i))
            return false;
        i += size;
    }
    memcpy(word->text, text.data, text.length);
    word->length = (uint8_t)text.length;
    word->origin[word->folded_length] = word->length;
    word->is_capitals = word->is_capital && capitals > 1 && smalls == 0;
    return true;
}

/* The capital of a small letter: those that the rules write, Latin and Cyrillic. */
static uint32_t capital_of(uint32_t point)
{
    if ((point >= 'a' && point <= 'z') || (point >= 0xE0 && point <= 0xFE) ||
        (point >= 0x430 && point <= 0x44F))
        return point - 0x20;
    if (point >= 0x450 && point <= 0x45F)
        return point - 0x50;
    /* Latin Extended-A and ґ come in pairs; two stretches of it have the capital odd. */
    if ((point >= 0x139 && point <= 0x148) || (point >= 0x179 && point <= 0x17E))
        return is_capital(point) ? point : point - 1;
    if ((point >= 0x100 && point <= 0x17F) || point == 0x491)
        return point & ~1u;
    return point;
}

bool kith_variant_word_is_small_form(struct kith_str text, struct kith_str small)
{
    size_t t = 0, s = 0;
    while (t < text.length && s < small.length) {
        uint32_t a, b;
        t += kith_utf8_decode(text.data + t, text.length - t, &a);
        s += kith_utf8_decode(small.data + s, small.length - s, &b);
        if (a != b && a != capital_of(b))
            return false;
    }
    return t == text.length && s == small.length;
}

/* A word being written. */
struct writing {
    char bytes[2 * KITH_VARIANT_WORD_LIMIT];
    size_t length;
};

/* Append, the first `capitals` characters as capitals; what has no room is the reader's
 * business, who finds the word too long. */
static void put(struct writing *writing, struct kith_str s, size_t capitals)
{
    if (capitals == 0 && writing->length + s.length <= KITH_VARIANT_WORD_LIMIT) {
        memcpy(writing->bytes + writing->length, s.data, s.length);
        writing->length += s.length;
        return;
    }
    for (size_t i = 0; i < s.length && writing->length <= KITH_VARIANT_WORD_LIMIT;) {
        uint32_t point;
        i += kith_utf8_decode(s.data + i, s.length - i, &point);
        if (capitals > 0) {
            point = capital_of(point);
            capitals--;
        }
        writing->length += kith_utf8_encode(point, writing->bytes + writing->length);
    }
}

bool kith_variant_word_splice(const struct kith_variant_word *word, size_t begin,
                              size_t end, struct kith_str replacement,
                              struct kith_variant_word *out)
{
    struct kith_str text = kith_variant_word_text(word);
    struct writing writing = {.length = 0};
    bool is_first = begin == 0 && word->is_capital;
    put(&writing, kith_str_slice(text, 0, word->origin[begin]), 0);
    put(&writing, replacement, word->is_capitals ? SIZE_MAX : is_first);
    put(&writing, kith_str_slice(text, word->origin[end], text.length),
        is_first && replacement.length == 0);
    return kith_variant_word_read((struct kith_str){writing.bytes, writing.length}, out);
}

size_t kith_variant_word_initial(const struct kith_variant_word *word, char *out)
{
    if (!word->is_capital)
        return 0;
    uint32_t point;
    size_t size = kith_utf8_decode(word->text, word->length, &point);
    memcpy(out, word->text, size);
    out[size] = '.';
    return size + 1;
}
