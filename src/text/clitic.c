/* Clitics: Semitic heads by looking ahead, Korean tails by looking back. Both look at a
 * few letters only, so that a text made of nothing else stays linear. */
#include "text/clitic.h"

#include <stdbool.h>
#include <stddef.h>

#include "text/unicode.h"

/* ---- heads ---- */

/* Letters behind a lone "and": in shorter words it is more often a root's. */
#define LETTERS_BEHIND_AND 3

enum {
    ALEF = 0x0627,
    BEH = 0x0628,
    FEH = 0x0641,
    KAF = 0x0643,
    LAM = 0x0644,
    ARABIC_AND = 0x0648,
    HEBREW_AND = 0x05D5
};

static uint8_t class_at(const unsigned char *bytes, uint32_t at)
{
    return kith_char_at(bytes + at).entry & KITH_CHAR_CLASS;
}

/* Behind the character at `at` and its marks. */
static uint32_t past_letter(const unsigned char *bytes, uint32_t at)
{
    do
        at += kith_char_at(bytes + at).size;
    while (class_at(bytes, at) == KITH_CHAR_EXTEND);
    return at;
}

/* Do `count` letters stand at `at`? */
static bool has_letters(const unsigned char *bytes, uint32_t at, unsigned count)
{
    for (; count > 0; count--) {
        if (class_at(bytes, at) != KITH_CHAR_LETTER)
            return false;
        at = past_letter(bytes, at);
    }
    return true;
}

/* The article, and a letter behind it. */
static bool has_article(const unsigned char *bytes, uint32_t at)
{
    if (kith_char_at(bytes + at).point != ALEF)
        return false;
    at = past_letter(bytes, at);
    return kith_char_at(bytes + at).point == LAM &&
           has_letters(bytes, past_letter(bytes, at), 1);
}

uint32_t kith_clitic_end(const unsigned char *bytes, uint32_t begin)
{
    uint32_t point = kith_char_at(bytes + begin).point;
    bool is_and = point == ARABIC_AND || point == HEBREW_AND;
    bool is_preposition = point == BEH || point == FEH || point == KAF;
    if (!is_and && !is_preposition)
        return begin;
    uint32_t end = past_letter(bytes, begin);
    if (is_and ? has_letters(bytes, end, LETTERS_BEHIND_AND) : has_article(bytes, end))
        return end;
    return begin;
}

/* ---- tails ---- */

/* No noun has more of them behind it. */
#define TAIL_LIMIT 4

/* One syllable and two; of two that fit, the longer counts. */
static const uint32_t one_syllable[] = {
    0xC740, 0xB294, 0xC774, 0xAC00, 0xC744, /* 은 는 이 가 을 */
    0xB97C, 0xC758, 0xC5D0, 0xC640, 0xACFC, /* 를 의 에 와 과 */
    0xB3C4, 0xB9CC, 0xB85C                  /* 도 만 로 */
};
static const uint32_t two_syllables[][2] = {
    {0xC73C, 0xB85C}, {0xC5D0, 0xC11C}, {0xC5D0, 0xAC8C}, /* 으로 에서 에게 */
    {0xAED8, 0xC11C}, {0xBD80, 0xD130}, {0xAE4C, 0xC9C0}, /* 께서 부터 까지 */
    {0xD55C, 0xD14C}, {0xCC98, 0xB7FC}, {0xBCF4, 0xB2E4}, /* 한테 처럼 보다 */
    {0xC774, 0xB098}, {0xB77C, 0xACE0}, {0xB77C, 0xB294}  /* 이나 라고 라는 */
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* The jamo and the syllables of Unicode 3.12. */
enum {
    FIRST_LEAD = 0x1100,
    LEADS = 19,
    FIRST_VOWEL = 0x1161,
    VOWELS = 21,
    FIRST_TAIL = 0x11A8,
    TAILS = 28, /* and none */
    FIRST_SYLLABLE = 0xAC00
};

/* The character of three bytes before `*at`, which moves there; 0 when there is none. */
static uint32_t step_back(const unsigned char *bytes, uint32_t begin, uint32_t *at)
{
    if (*at < begin + 3 || bytes[*at - 3] < 0xE1)
        return 0;
    *at -= 3;
    return kith_char_at(bytes + *at).point;
}

/* The syllable before `*at`, in one character or in two or three, which `*at` moves to; 0
 * when there is none. */
static uint32_t syllable_before(const unsigned char *bytes, uint32_t begin, uint32_t *at)
{
    uint32_t point = step_back(bytes, begin, at), tail = 0;
    if (point - FIRST_SYLLABLE < LEADS * VOWELS * TAILS)
        return point;
    if (point - FIRST_TAIL < TAILS - 1) {
        tail = point - FIRST_TAIL + 1;
        point = step_back(bytes, begin, at);
    }
    uint32_t vowel = point - FIRST_VOWEL;
    uint32_t lead = step_back(bytes, begin, at) - FIRST_LEAD;
    if (vowel >= VOWELS || lead >= LEADS)
        return 0;
    return FIRST_SYLLABLE + (lead * VOWELS + vowel) * TAILS + tail;
}

static bool is_particle(uint32_t syllable)
{
    for (size_t i = 0; i < COUNT(one_syllable); i++)
        if (one_syllable[i] == syllable)
            return true;
    return false;
}

static bool is_long_particle(uint32_t first, uint32_t second)
{
    for (size_t i = 0; i < COUNT(two_syllables); i++)
        if (two_syllables[i][0] == first && two_syllables[i][1] == second)
            return true;
    return false;
}

/* Where the particle at the end begins; `end` when there is none. */
static uint32_t particle_begin(const unsigned char *bytes, uint32_t begin, uint32_t end)
{
    uint32_t one = end, two;
    uint32_t last = syllable_before(bytes, begin, &one);
    if (last == 0)
        return end;
    two = one;
    uint32_t before = syllable_before(bytes, begin, &two);
    if (before && is_long_particle(before, last))
        return two > begin ? two : end;
    return one > begin && is_particle(last) ? one : end;
}

uint32_t kith_clitic_begin(const unsigned char *bytes, uint32_t begin, uint32_t end)
{
    for (int i = 0; i < TAIL_LIMIT; i++) {
        uint32_t at = particle_begin(bytes, begin, end);
        if (at == end)
            break;
        end = at;
    }
    return end;
}
