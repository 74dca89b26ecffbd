/* Slugs: names as ids that stay readable in a URL or a spreadsheet. */
#include "text/fold.h"

#include "base/utf8.h"
#include "text/unicode.h"

struct slug {
    struct kith_buf *out;
    size_t run;        /* letters and digits since the last blank, mark or dot */
    bool has_word;     /* something was written */
    bool wants_hyphen; /* before the next letter */
};

static void put_letter(struct slug *slug, struct kith_str folded)
{
    if (folded.length == 0)
        return;
    if (slug->wants_hyphen && slug->has_word)
        kith_buf_byte(slug->out, '-');
    kith_buf_str(slug->out, folded);
    slug->has_word = true;
    slug->wants_hyphen = false;
    slug->run++;
}

/* The folded form of one letter; `bytes` are its own. */
static void put_folded(struct slug *slug, uint32_t point, struct kith_str bytes)
{
    struct kith_str form;
    put_letter(slug, kith_char_fold(point, &form) ? form : bytes);
}

/* A dot behind a single letter is an initial's and vanishes: J.K. gives jk. Apostrophes
 * vanish everywhere. */
static void put_gap(struct slug *slug, uint8_t class)
{
    bool is_silent = class == KITH_CHAR_APOSTROPHE || class == KITH_CHAR_IGNORABLE ||
                     class == KITH_CHAR_ZWJ || (class == KITH_CHAR_DOT && slug->run == 1);
    if (!is_silent)
        slug->wants_hyphen = true;
    if (class != KITH_CHAR_APOSTROPHE)
        slug->run = 0;
}

static bool is_kept(uint8_t class)
{
    return (class >= KITH_CHAR_LETTER && class <= KITH_CHAR_EXTEND);
}

/* The letters 02B9 to 02BF fold to an apostrophe, which is no part of a slug. */
static bool is_apostrophe(struct kith_str folded)
{
    return folded.length == 1 && folded.data[0] == '\'';
}

static void put_point(struct slug *slug, uint32_t point, struct kith_str bytes)
{
    struct kith_str form;
    uint8_t class = kith_char_entry(point) & KITH_CHAR_CLASS;
    if (!is_kept(class))
        put_gap(slug, class);
    else if (!kith_char_fold(point, &form) || !is_apostrophe(form))
        put_folded(slug, point, bytes);
}

void kith_slug(struct kith_str name, struct kith_buf *out)
{
    struct slug slug = {.out = out};
    for (size_t i = 0; i < name.length;) {
        uint32_t point;
        size_t size = kith_utf8_decode(name.data + i, name.length - i, &point);
        put_point(&slug, point, kith_str_slice(name, i, i + size));
        i += size;
    }
}
