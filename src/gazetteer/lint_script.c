/* One look at each character of a name: words of two alphabets, characters that nobody
 * sees, and the traces of a file that was read in a wrong encoding. */
#include "gazetteer/lint_script.h"

#include "base/utf8.h"

/* Alphabets whose letters are mistaken for one another; bits. */
enum alphabet { LATIN = 1, GREEK = 2, CYRILLIC = 4 };

static bool is_between(uint32_t point, uint32_t first, uint32_t last)
{
    return point >= first && point <= last;
}

static unsigned alphabet_of(uint32_t point)
{
    if (is_between(point | 0x20, 'a', 'z') ||
        (is_between(point, 0xC0, 0x24F) && point != 0xD7 && point != 0xF7))
        return LATIN;
    if (is_between(point, 0x370, 0x3FF))
        return GREEK;
    return is_between(point, 0x400, 0x52F) ? CYRILLIC : 0;
}

/* Soft hyphen, zero-width blanks, directions, a byte order mark inside. Joiners are
 * letters' business in some scripts. */
static bool is_unseen(uint32_t point)
{
    return point == 0xAD || point == 0x200B || is_between(point, 0x200E, 0x200F) ||
           is_between(point, 0x202A, 0x202E) || is_between(point, 0x2060, 0x2069) ||
           point == 0xFEFF;
}

/* "Ã©" for é, "â€™" for ’: UTF-8 that was read as Windows-1252 and written again. */
static bool is_garbled(uint32_t before, uint32_t point)
{
    return (before == 0xC3 && is_between(point, 0x80, 0xBF)) ||
           (before == 0xE2 && point == 0x20AC) || point == KITH_REPLACEMENT;
}

const char *kith_lint_script(struct kith_str name)
{
    unsigned alphabets = 0;
    uint32_t before = 0, point = 0;
    for (size_t i = 0; i < name.length; before = point) {
        i += kith_utf8_decode(name.data + i, name.length - i, &point);
        if (is_unseen(point))
            return "holds a character that nobody sees; type it anew";
        if (is_garbled(before, point))
            return "looks like text in a wrong encoding; save the file as UTF-8 and type "
                   "it anew";
        bool is_break = point < 0x80 && !is_between(point | 0x20, 'a', 'z');
        alphabets = is_break ? 0 : alphabets | alphabet_of(point);
        if (alphabets & (alphabets - 1))
            return "mixes letters of two alphabets that look alike in one word; type it "
                   "in one";
    }
    return NULL;
}
