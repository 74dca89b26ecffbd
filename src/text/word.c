/* The ends of words. See word.h. */
#include "text/word.h"

#include "text/clitic.h"
#include "text/token.h"

/* Counts of cased letters decide the shape. */
struct cases {
    uint32_t uppers, lowers;
    bool is_first_upper;
};

/* A word being read. */
struct reader {
    const unsigned char *bytes;
    uint32_t at;
    uint32_t solid; /* end of the last character that is to be seen */
    uint8_t last;   /* entry of the last letter or digit, combining marks aside */
    bool has_letter;
    struct cases cases;
};

static uint8_t class_of(uint8_t entry)
{
    return entry & KITH_CHAR_CLASS;
}

static bool is_letter(uint8_t entry)
{
    return class_of(entry) == KITH_CHAR_LETTER;
}

static bool is_digit(uint8_t entry)
{
    return class_of(entry) == KITH_CHAR_DIGIT;
}

static void count_case(struct cases *cases, uint8_t entry)
{
    if (entry & KITH_CHAR_UPPER) {
        cases->is_first_upper |= cases->uppers + cases->lowers == 0;
        cases->uppers++;
    } else if (entry & KITH_CHAR_LOWER) {
        cases->lowers++;
    }
}

static uint8_t shape_of(const struct cases *cases)
{
    if (cases->uppers == 0)
        return cases->lowers ? KITH_SHAPE_LOWER : KITH_SHAPE_UNCASED;
    if (cases->lowers == 0 && cases->uppers > 1)
        return KITH_SHAPE_UPPER;
    return cases->uppers == 1 && cases->is_first_upper ? KITH_SHAPE_TITLE
                                                       : KITH_SHAPE_MIXED;
}

/* Combining marks belong to what they follow. */
static uint32_t past_marks(const unsigned char *bytes, uint32_t at)
{
    for (;;) {
        struct kith_char c = kith_char_at(bytes + at);
        if (class_of(c.entry) != KITH_CHAR_EXTEND)
            return at;
        at += c.size;
    }
}

uint32_t kith_possessive_size(const unsigned char *bytes)
{
    uint32_t at = kith_char_at(bytes).size;
    if ((bytes[at] | 0x20) != 's')
        return 0;
    at++;
    struct kith_char after = kith_char_at(bytes + at);
    uint8_t class = class_of(after.entry);
    if (kith_is_wordy(after.entry) || class == KITH_CHAR_EXTEND)
        return 0;
    /* '_' and a second apostrophe go on only before a letter: the O'S'x of nobody. */
    bool is_joint = class == KITH_CHAR_JOINER || class == KITH_CHAR_APOSTROPHE;
    if (is_joint && kith_is_wordy(kith_char_at(bytes + at + after.size).entry))
        return 0;
    return at;
}

/* The length of one group of dotted initials: a letter, or a capital with a small letter
 * (the Ph of Ph.D.), when no further letter follows; else 0. */
static uint32_t group_size(const unsigned char *bytes, bool *is_single)
{
    struct kith_char first = kith_char_at(bytes);
    if (!is_letter(first.entry))
        return 0;
    uint32_t at = past_marks(bytes, first.size);
    struct kith_char second = kith_char_at(bytes + at);
    *is_single = !kith_is_wordy(second.entry);
    if (*is_single)
        return at;
    if (!(first.entry & KITH_CHAR_UPPER) || !(second.entry & KITH_CHAR_LOWER))
        return 0;
    at = past_marks(bytes, at + second.size);
    return kith_is_wordy(kith_char_at(bytes + at).entry) ? 0 : at;
}

/* The end of dotted initials: two groups or more, each with its dot, the last one perhaps
 * without; `begin` when there are none. */
static uint32_t initials_end(const unsigned char *bytes, uint32_t begin)
{
    uint32_t at = begin, count = 0, size;
    bool is_single;
    while ((size = group_size(bytes + at, &is_single)) > 0) {
        bool has_dot = bytes[at + size] == '.';
        if (!has_dot && (count == 0 || !is_single))
            break;
        at += size + has_dot;
        count++;
        if (!has_dot)
            break;
    }
    return count >= 2 ? at : begin;
}

/* A dot between letters is inside a host name when both have the same case (bbc.co.uk,
 * BBC.COM); otherwise somebody forgot the blank behind a full stop. */
static bool dot_joins(uint8_t last, const unsigned char *next_bytes)
{
    struct kith_char next = kith_char_at(next_bytes);
    if (is_digit(last))
        return is_digit(next.entry);
    if (!is_letter(last) || !is_letter(next.entry))
        return false;
    if (last & next.entry & KITH_CHAR_LOWER)
        return true;
    uint8_t after = kith_char_at(next_bytes + next.size).entry;
    return (last & next.entry & KITH_CHAR_UPPER) && !(after & KITH_CHAR_LOWER);
}

/* May `c`, which is no letter or digit, stand inside the word? */
static bool joins(const struct reader *reader, struct kith_char c)
{
    const unsigned char *here = reader->bytes + reader->at;
    uint8_t next = kith_char_at(here + c.size).entry;
    switch (class_of(c.entry)) {
    case KITH_CHAR_JOINER:
        return kith_is_wordy(next) && class_of(next) != KITH_CHAR_LONER;
    case KITH_CHAR_APOSTROPHE:
        return is_letter(reader->last) && is_letter(next) && !kith_possessive_size(here);
    case KITH_CHAR_MIDDLE:
        return is_letter(reader->last) && is_letter(next);
    case KITH_CHAR_COMMA:
        return is_digit(reader->last) && is_digit(next);
    case KITH_CHAR_DOT:
        return dot_joins(reader->last, here + c.size);
    default:
        return false;
    }
}

/* Katakana join katakana; letters and digits join each other. */
static bool continues(uint8_t last, uint8_t entry)
{
    if (class_of(last) == KITH_CHAR_JOINER)
        return true;
    return (class_of(last) == KITH_CHAR_KATAKANA) ==
           (class_of(entry) == KITH_CHAR_KATAKANA);
}

static void take(struct reader *reader, struct kith_char c)
{
    reader->has_letter |= kith_is_wordy(c.entry) && !is_digit(c.entry);
    count_case(&reader->cases, c.entry);
    reader->last = c.entry;
    reader->at += c.size;
    reader->solid = reader->at;
}

/* Take the next character when the word goes on with it. */
static bool step(struct reader *reader)
{
    struct kith_char c = kith_char_at(reader->bytes + reader->at);
    switch (class_of(c.entry)) {
    case KITH_CHAR_LETTER:
    case KITH_CHAR_DIGIT:
    case KITH_CHAR_KATAKANA:
        if (!continues(reader->last, c.entry))
            return false;
        take(reader, c);
        return true;
    case KITH_CHAR_EXTEND:
        reader->at += c.size;
        reader->solid = reader->at;
        return true;
    case KITH_CHAR_IGNORABLE:
    case KITH_CHAR_ZWJ:
        reader->at += c.size;
        return true;
    case KITH_CHAR_JOINER:
        if (!joins(reader, c))
            return false;
        take(reader, c);
        return true;
    default:
        if (!joins(reader, c))
            return false;
        reader->at += c.size;
        return true;
    }
}

/* Initials are read by the letters in them. */
static struct kith_word read_initials(const unsigned char *bytes, uint32_t begin,
                                      uint32_t end)
{
    struct cases cases = {0};
    for (uint32_t at = begin; at < end;) {
        struct kith_char c = kith_char_at(bytes + at);
        count_case(&cases, c.entry);
        at += c.size;
    }
    return (struct kith_word){end, KITH_TOKEN_WORD, shape_of(&cases), true};
}

/* Vowels of Thai and Lao that are written before their consonant. */
static bool is_leading_vowel(uint32_t point)
{
    return (point >= 0x0E40 && point <= 0x0E44) || (point >= 0x0EC0 && point <= 0x0EC4);
}

/* An ideograph, or a letter of Thai and its like, stands alone with its marks and vowels.
 */
static struct kith_word read_loner(const unsigned char *bytes, uint32_t begin)
{
    struct kith_char c = kith_char_at(bytes + begin);
    uint32_t end = begin + c.size;
    struct kith_char next = kith_char_at(bytes + end);
    if (is_leading_vowel(c.point) && class_of(next.entry) == KITH_CHAR_LONER)
        end += next.size;
    end = past_marks(bytes, end);
    return (struct kith_word){end, KITH_TOKEN_WORD, KITH_SHAPE_UNCASED, false};
}

/* Letters and digits and what joins them, up to `limit`. */
static struct kith_word read_joined(const unsigned char *bytes, uint32_t begin,
                                    uint32_t limit)
{
    struct reader reader = {.bytes = bytes, .at = begin};
    take(&reader, kith_char_at(bytes + begin));
    while (reader.at < limit && step(&reader))
        ;
    uint8_t kind = reader.has_letter ? KITH_TOKEN_WORD : KITH_TOKEN_NUMBER;
    return (struct kith_word){reader.solid, kind, shape_of(&reader.cases), false};
}

/* Small words written together with this one are left to be read next. */
static struct kith_word read_apart(const unsigned char *bytes, uint32_t begin)
{
    uint32_t head = kith_clitic_end(bytes, begin);
    if (head > begin)
        return (struct kith_word){head, KITH_TOKEN_WORD, KITH_SHAPE_UNCASED, false};
    struct kith_word word = read_joined(bytes, begin, UINT32_MAX);
    uint32_t tail = kith_clitic_begin(bytes, begin, word.end);
    return tail < word.end ? read_joined(bytes, begin, tail) : word;
}

struct kith_word kith_word_read(const unsigned char *bytes, uint32_t begin)
{
    struct kith_char first = kith_char_at(bytes + begin);
    if (class_of(first.entry) == KITH_CHAR_LONER)
        return read_loner(bytes, begin);
    uint32_t initials = initials_end(bytes, begin);
    if (initials > begin)
        return read_initials(bytes, begin, initials);
    return read_apart(bytes, begin);
}
