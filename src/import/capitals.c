/* Title Case for ASCII, Latin-1 and Latin Extended-A, where capitals and small letters
 * lie in a simple order. Lists in capitals use little else; other letters stay. */
#include "import/capitals.h"

#include "base/utf8.h"

/* A whole name of so few letters is an acronym: UN, EU, IMF. */
#define ACRONYM_LETTERS 3

/* Latin Extended-A: even is the capital and odd its small letter, but from U+0139 to
 * U+0148 and from U+0179 on it is the other way; a few letters in it stand alone. */
static bool is_extended_capital(uint32_t point)
{
    if (point < 0x100 || point > 0x17E || point == 0x130 || point == 0x138 ||
        point == 0x149 || point == 0x178)
        return false;
    bool is_shifted = (point >= 0x139 && point <= 0x148) || point >= 0x179;
    return (point & 1) == (is_shifted ? 1u : 0u);
}

static uint32_t small(uint32_t point)
{
    if ((point >= 'A' && point <= 'Z') ||
        (point >= 0xC0 && point <= 0xDE && point != 0xD7))
        return point + 0x20;
    return is_extended_capital(point) ? point + 1 : point;
}

static bool is_small(uint32_t point)
{
    return (point >= 'a' && point <= 'z') ||
           (point >= 0xDF && point <= 0xFF && point != 0xF7) ||
           (point > 0xFF && point <= 0x17E && small(point) == point);
}

/* Everything beyond ASCII counts as a letter, which is right for names in capitals. */
static bool is_letter(uint32_t point)
{
    return point >= 0x80 || ((point | 0x20) >= 'a' && (point | 0x20) <= 'z');
}

static bool is_in_capitals(struct kith_str name, unsigned *letters)
{
    uint32_t point;
    *letters = 0;
    for (size_t at = 0; at < name.length;) {
        at += kith_utf8_decode(name.data + at, name.length - at, &point);
        if (is_small(point))
            return false;
        *letters += is_letter(point);
    }
    return true;
}

/* Words that stand in small letters inside a name. */
static bool is_particle(struct kith_str word)
{
    static const struct kith_str particles[] = {
        {"OF", 2}, {"THE", 3}, {"AND", 3}, {"FOR", 3}, {"IN", 2},  {"ON", 2},
        {"TO", 2}, {"DE", 2},  {"DEL", 3}, {"DU", 2},  {"DES", 3}, {"DOS", 3},
        {"DA", 2}, {"DI", 2},  {"Y", 1},   {"ET", 2},  {"VON", 3}, {"VAN", 3}};
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (kith_str_equal(word, particles[i]))
            return true;
    return false;
}

/* The S of CHILDREN'S, and not the E of D'ESTE. */
static bool is_possessive(struct kith_str word, size_t at)
{
    return at > 0 && word.data[at - 1] == '\'' && at + 1 == word.length &&
           word.data[at] == 'S';
}

static void put_word(struct kith_buf *buf, struct kith_str word, bool is_first)
{
    bool is_inside = !is_first && is_particle(word);
    for (size_t at = 0; at < word.length;) {
        uint32_t point;
        size_t length = kith_utf8_decode(word.data + at, word.length - at, &point);
        bool is_low = is_inside || is_possessive(word, at);
        kith_utf8_append(buf, is_low ? small(point) : point);
        is_inside = is_letter(point);
        at += length;
    }
}

void kith_import_put_titled(struct kith_buf *buf, struct kith_str name)
{
    unsigned letters;
    if (!is_in_capitals(name, &letters) || letters <= ACRONYM_LETTERS) {
        kith_buf_str(buf, name);
        return;
    }
    for (bool is_first = true; name.data; is_first = false) {
        struct kith_str word = kith_str_cut(&name, ' ');
        if (!is_first)
            kith_buf_byte(buf, ' ');
        put_word(buf, word, is_first);
    }
}
