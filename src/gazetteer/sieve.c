/* Filling the sieve. */
#include "gazetteer/sieve.h"

/* Bits of a half for each word that begins a name: of the words that begin none, one in
 * four or so gets past, and hardly any is then taken for a name. Not fewer than 2^15, not
 * more than 2^22: the sieve is to stay close to the core. */
#define BITS_EACH 16
#define BITS_LOG2_MIN 15
#define BITS_LOG2_MAX 22

/* Of the 676 pairs of letters that words in lower case begin with, so many leave most
 * words of a text in the coarse sieve. */
#define DENSE_PAIRS 340

static void set(uint64_t *bits, uint64_t i)
{
    bits[i / 64] |= (uint64_t)1 << i % 64;
}

static void set_pair(const struct kith_sieve *sieve, bool is_small, char first,
                     char second)
{
    const char letters[2] = {first, second};
    set(sieve->pairs.items, is_small * KITH_PAIR_BITS + kith_pair(letters));
}

/* A token of one letter, with whatever stands behind it in the text. */
static void set_row(const struct kith_sieve *sieve, bool is_small, char first)
{
    for (int second = 0; second < 256; second++)
        set_pair(sieve, is_small, first, (char)second);
}

/* What may stand in a text for a token with these letters: the letters themselves; the
 * first and a dot, of initials; for one quote, the others of ASCII. */
static void set_pairs(const struct kith_sieve *sieve, bool is_small,
                      const struct kith_beginning *beginning)
{
    const char *letters = beginning->letters;
    set_pair(sieve, is_small, letters[0], letters[1]);
    set_pair(sieve, is_small, letters[0], '.');
    if (letters[1] == '\0')
        set_row(sieve, is_small, letters[0]);
    if (beginning->kind == KITH_TOKEN_QUOTE) {
        set_row(sieve, is_small, '"');
        set_row(sieve, is_small, '\'');
        set_row(sieve, is_small, '`');
    }
}

/* Bytes beyond ASCII say nothing of the folded letters: they pass. */
static void pass_beyond_ascii(const struct kith_sieve *sieve)
{
    for (uint32_t pair = 0; pair < 2 * KITH_PAIR_BITS; pair++)
        if (pair & 0x8080)
            set(sieve->pairs.items, pair);
}

static void set_word(const struct kith_sieve *sieve, bool is_small, uint64_t glance,
                     bool is_end, bool is_more)
{
    uint64_t bits = (is_end ? kith_sieve_end_bits(glance) : 0) |
                    (is_more ? kith_sieve_more_bits(glance) : 0);
    sieve->words.items[glance >> sieve->shift] |= bits << 32u * is_small;
}

static void fill(const struct kith_sieve *sieve, const struct kith_beginning *beginnings,
                 uint32_t count)
{
    const unsigned small = KITH_BEGINS_SMALL_END | KITH_BEGINS_SMALL_MORE;
    const unsigned large = KITH_BEGINS_LARGE_END | KITH_BEGINS_LARGE_MORE;
    pass_beyond_ascii(sieve);
    set_word(sieve, true, KITH_NO_GLANCE, true, true);
    set_word(sieve, false, KITH_NO_GLANCE, true, true);
    for (uint32_t i = 0; i < count; i++) {
        const unsigned uses = beginnings[i].uses;
        const uint64_t glance = beginnings[i].glance;
        sieve->kinds.items[beginnings[i].kind % KITH_SIEVE_KINDS] = true;
        if (uses & small)
            set_pairs(sieve, true, &beginnings[i]);
        if (uses & large)
            set_pairs(sieve, false, &beginnings[i]);
        set_word(sieve, true, glance, uses & KITH_BEGINS_SMALL_END,
                 uses & KITH_BEGINS_SMALL_MORE);
        set_word(sieve, false, glance, uses & KITH_BEGINS_LARGE_END,
                 uses & KITH_BEGINS_LARGE_MORE);
    }
}

/* The exponent of the number of bits for `count` words. */
static uint32_t log2_of_bits(uint32_t count)
{
    uint32_t log2 = BITS_LOG2_MIN;
    while (log2 < BITS_LOG2_MAX && (uint64_t)1 << log2 < (uint64_t)count * BITS_EACH)
        log2++;
    return log2;
}

static bool is_dense(const struct kith_sieve *sieve)
{
    uint32_t count = 0;
    for (char first = 'a'; first <= 'z'; first++)
        for (char second = 'a'; second <= 'z'; second++) {
            const char letters[2] = {first, second};
            uint32_t bit = KITH_PAIR_BITS + kith_pair(letters);
            count += (uint32_t)(sieve->pairs.items[bit / 64] >> bit % 64) & 1;
        }
    return count >= DENSE_PAIRS;
}

static uint32_t shift_of(uint32_t word_count)
{
    return 1 + (uint32_t)__builtin_clzll(word_count);
}

bool kith_sieve_fit(struct kith_sieve *sieve)
{
    const uint32_t count = sieve->words.count;
    if (sieve->kinds.count != KITH_SIEVE_KINDS ||
        sieve->pairs.count != 2 * KITH_PAIR_BITS / 64 || count < 2 ||
        (count & (count - 1)) != 0)
        return false;
    sieve->shift = shift_of(count);
    sieve->is_dense = is_dense(sieve);
    return true;
}

bool kith_sieve_make(struct kith_sieve *sieve, const struct kith_beginning *beginnings,
                     uint32_t count, struct kith_arena *arena)
{
    sieve->kinds.count = sieve->kinds.room = KITH_SIEVE_KINDS;
    sieve->pairs.count = sieve->pairs.room = 2 * KITH_PAIR_BITS / 64;
    sieve->words.count = sieve->words.room = 1u << (log2_of_bits(count) - 5);
    sieve->kinds.items = KITH_ARRAY(arena, uint8_t, sieve->kinds.count);
    sieve->pairs.items = KITH_ARRAY(arena, uint64_t, sieve->pairs.count);
    sieve->words.items = KITH_ARRAY(arena, uint64_t, sieve->words.count);
    if (!sieve->kinds.items || !sieve->pairs.items || !sieve->words.items)
        return false;
    sieve->shift = shift_of(sieve->words.count);
    fill(sieve, beginnings, count);
    sieve->is_dense = is_dense(sieve);
    return true;
}
