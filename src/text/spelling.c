/* Are two spellings the same but for what a keyboard decides? Composition, the kind of
 * quote and hyphen, invisible characters and the amount of blank between words do not
 * count; case and diacritics do.
 *
 * Both are read one starter with its combining marks at a time, decomposed and put into
 * canonical order (Unicode 3.11). */
#include "text/fold.h"

#include "base/utf8.h"
#include "text/unicode.h"

/* More marks on one letter are no spelling; the rest then counts as the next letter. */
#define CLUSTER_ROOM 32

/* Behind the last character. */
#define END UINT32_MAX

struct speller {
    struct kith_str rest;
    uint32_t points[CLUSTER_ROOM];
    uint32_t count, used;
};

static uint8_t class_of(uint32_t point)
{
    return kith_char_entry(point) & KITH_CHAR_CLASS;
}

static bool is_blank(uint32_t point)
{
    uint8_t class = class_of(point);
    return class == KITH_CHAR_BLANK || class == KITH_CHAR_LINE ||
           class == KITH_CHAR_PARAGRAPH;
}

/* Quotes and hyphens as their straight ASCII forms, every blank as a space. */
static uint32_t plain(uint32_t point)
{
    uint8_t class = class_of(point);
    bool has_variants = class == KITH_CHAR_APOSTROPHE || class == KITH_CHAR_QUOTE ||
                        class == KITH_CHAR_HYPHEN;
    struct kith_str form;
    if (has_variants && kith_char_fold(point, &form) && form.length == 1)
        return (unsigned char)form.data[0];
    return is_blank(point) ? ' ' : point;
}

static void push(struct speller *speller, uint32_t point)
{
    if (speller->count < CLUSTER_ROOM)
        speller->points[speller->count++] = point;
}

static void push_parts(struct speller *speller, uint32_t point)
{
    struct kith_str parts;
    uint32_t jamo[3];
    size_t count = kith_hangul_decompose(point, jamo);
    for (size_t i = 0; i < count; i++)
        push(speller, jamo[i]);
    if (count)
        return;
    if (!kith_char_decompose(point, &parts)) {
        push(speller, point);
        return;
    }
    for (size_t i = 0; i < parts.length;) {
        uint32_t part;
        i += kith_utf8_decode(parts.data + i, parts.length - i, &part);
        push(speller, part);
    }
}

/* Stable insertion sort of the marks by combining class; starters stay where they are. */
static void put_in_order(struct speller *speller)
{
    for (uint32_t i = 1; i < speller->count; i++) {
        uint32_t point = speller->points[i];
        uint8_t class = kith_char_combining(point);
        uint32_t at = i;
        while (class && at > 0 && kith_char_combining(speller->points[at - 1]) > class) {
            speller->points[at] = speller->points[at - 1];
            at--;
        }
        speller->points[at] = point;
    }
}

static uint32_t peek(const struct speller *speller, size_t *size)
{
    uint32_t point;
    *size = kith_utf8_decode(speller->rest.data, speller->rest.length, &point);
    return plain(point);
}

static void drop(struct speller *speller, size_t size)
{
    speller->rest = kith_str_slice(speller->rest, size, speller->rest.length);
}

/* Read the next starter and the marks behind it into `points`. */
static void read_cluster(struct speller *speller)
{
    speller->count = speller->used = 0;
    bool was_blank = false;
    while (speller->rest.length > 0 && speller->count < CLUSTER_ROOM / 2) {
        size_t size;
        uint32_t point = peek(speller, &size);
        bool is_invisible = class_of(point) == KITH_CHAR_IGNORABLE;
        bool is_more_blank = was_blank && point == ' ';
        bool is_next = speller->count > 0 && kith_char_combining(point) == 0;
        if (is_next && !is_invisible && !is_more_blank)
            break;
        drop(speller, size);
        if (is_invisible || is_more_blank)
            continue;
        push_parts(speller, point);
        was_blank = point == ' ';
    }
    put_in_order(speller);
}

/* The next character in canonical order, or END. */
static uint32_t next_point(struct speller *speller)
{
    if (speller->used == speller->count)
        read_cluster(speller);
    return speller->used < speller->count ? speller->points[speller->used++] : END;
}

/* Does a letter, a digit or a dot of ASCII stand there, or is it the end? */
static bool is_plain(struct kith_str s, size_t i)
{
    if (i >= s.length)
        return true;
    char byte = s.data[i], small = (char)(byte | 0x20);
    return (small >= 'a' && small <= 'z') || (byte >= '0' && byte <= '9') || byte == '.';
}

/* Does a letter stand there that no plain character without marks is the same as? The
 * Kelvin sign, which is a K, has a decomposition of one byte. */
static bool is_beyond_ascii(struct kith_str s, size_t i)
{
    uint32_t point;
    struct kith_str parts;
    if (i >= s.length || (unsigned char)s.data[i] < 0xC0)
        return false;
    kith_utf8_decode(s.data + i, s.length - i, &point);
    return class_of(point) == KITH_CHAR_LETTER &&
           (!kith_char_decompose(point, &parts) || parts.length > 1);
}

static bool has_no_marks(struct kith_str s, size_t i)
{
    return i + 1 >= s.length || (unsigned char)s.data[i + 1] < 0x80;
}

/* Do the spellings first differ where one goes on with a plain character, and the other
 * with another or with a letter that is none? Plain ones begin a new character whatever
 * stands before them. */
static bool differ_plainly(struct kith_str a, struct kith_str b)
{
    size_t shorter = a.length < b.length ? a.length : b.length;
    size_t i = 0;
    while (i < shorter && a.data[i] == b.data[i])
        i++;
    if (is_plain(a, i))
        return is_plain(b, i) || (has_no_marks(a, i) && is_beyond_ascii(b, i));
    return is_plain(b, i) && has_no_marks(b, i) && is_beyond_ascii(a, i);
}

bool kith_spelling_is_exact(struct kith_str a, struct kith_str b)
{
    if (kith_str_equal(a, b))
        return true;
    if (differ_plainly(a, b))
        return false;
    struct speller one = {.rest = a}, other = {.rest = b};
    uint32_t point;
    do {
        point = next_point(&one);
        if (point != next_point(&other))
            return false;
    } while (point != END);
    return true;
}
