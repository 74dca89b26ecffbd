/* Filling the sieve. */
#include "gazetteer/sieve.h"

#include "gazetteer/writing.h"

/* Bits of the sieves by glance for each thing that passes: at eight, one stranger in
 * eight gets past. Not fewer than 2^12 bits, not more than 2^20: 128 KiB is what a core
 * keeps close. */
#define BITS_EACH 8
#define BITS_LOG2_MIN 12
#define BITS_LOG2_MAX 20

static void set(uint64_t *bits, uint64_t i)
{
    bits[i / 64] |= (uint64_t)1 << i % 64;
}

/* The tokens that this beginning lets in go to their table. */
static void open_tables(struct kith_sieve *sieve, const struct kith_beginning *beginning)
{
    for (unsigned shape = 0; shape < 8; shape++) {
        uint32_t *table = &sieve->tables.items[kith_sieve_place(beginning->kind, shape)];
        if (shape == KITH_SHAPE_LOWER && kith_is_written(beginning->writings, true))
            *table = KITH_PAIRS_SMALL * KITH_PAIR_BITS;
        else if (shape != KITH_SHAPE_LOWER && kith_is_written(beginning->writings, false))
            *table = KITH_PAIRS_LARGE * KITH_PAIR_BITS;
    }
}

static void set_pair(const struct kith_sieve *sieve, enum kith_pair_table table,
                     char first, char second)
{
    const char letters[2] = {first, second};
    set(sieve->pairs.items, table * KITH_PAIR_BITS + kith_pair(letters));
}

/* A token of one letter, with whatever stands behind it in the text. */
static void set_row(const struct kith_sieve *sieve, enum kith_pair_table table,
                    char first)
{
    for (int second = 0; second < 256; second++)
        set_pair(sieve, table, first, (char)second);
}

/* What may stand in a text for a token with these letters: the letters themselves; the
 * first and a dot, of initials; for one quote, the others of ASCII. */
static void set_pairs(const struct kith_sieve *sieve, enum kith_pair_table table,
                      const struct kith_beginning *beginning)
{
    const char *letters = beginning->letters;
    set_pair(sieve, table, letters[0], letters[1]);
    set_pair(sieve, table, letters[0], '.');
    if (letters[1] == '\0')
        set_row(sieve, table, letters[0]);
    if (beginning->kind == KITH_TOKEN_QUOTE) {
        set_row(sieve, table, '"');
        set_row(sieve, table, '\'');
        set_row(sieve, table, '`');
    }
}

/* Bytes beyond ASCII say nothing of the folded letters: they pass. */
static void pass_beyond_ascii(const struct kith_sieve *sieve, enum kith_pair_table table)
{
    for (uint32_t pair = 0; pair < KITH_PAIR_BITS; pair++)
        if (pair & 0x8080)
            set(sieve->pairs.items, table * KITH_PAIR_BITS + pair);
}

static void fill_pairs(struct kith_sieve *sieve, const struct kith_beginning *beginnings,
                       uint32_t count)
{
    pass_beyond_ascii(sieve, KITH_PAIRS_SMALL);
    pass_beyond_ascii(sieve, KITH_PAIRS_LARGE);
    for (uint32_t i = 0; i < count; i++) {
        open_tables(sieve, &beginnings[i]);
        if (kith_is_written(beginnings[i].writings, true))
            set_pairs(sieve, KITH_PAIRS_SMALL, &beginnings[i]);
        if (kith_is_written(beginnings[i].writings, false))
            set_pairs(sieve, KITH_PAIRS_LARGE, &beginnings[i]);
    }
}

static void fill_glances(struct kith_sieve *sieve,
                         const struct kith_beginning *beginnings, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        uint64_t glance = beginnings[i].glance;
        if (kith_is_written(beginnings[i].writings, true))
            set(sieve->glances.items, kith_glance_bit(sieve, glance, true));
        if (kith_is_written(beginnings[i].writings, false))
            set(sieve->glances.items, kith_glance_bit(sieve, glance, false));
    }
}

/* The exponent of the number of bits for `count` things. */
static uint32_t log2_of_bits(uint32_t count)
{
    uint32_t log2 = BITS_LOG2_MIN;
    while (log2 < BITS_LOG2_MAX && (uint64_t)1 << log2 < (uint64_t)count * BITS_EACH)
        log2++;
    return log2;
}

bool kith_sieve_make(struct kith_sieve *sieve, const struct kith_beginning *beginnings,
                     uint32_t count, struct kith_arena *arena)
{
    uint32_t log2 = log2_of_bits(count);
    sieve->glance_shift = 64 - log2;
    sieve->tables.count = KITH_SIEVE_TABLES;
    sieve->pairs.count = KITH_PAIR_TABLES * KITH_PAIR_BITS / 64;
    sieve->glances.count = ((uint32_t)1 << log2) / 64;
    sieve->tables.items = KITH_ARRAY(arena, uint32_t, sieve->tables.count);
    sieve->pairs.items = KITH_ARRAY(arena, uint64_t, sieve->pairs.count);
    sieve->glances.items = KITH_ARRAY(arena, uint64_t, sieve->glances.count);
    if (!sieve->tables.items || !sieve->pairs.items || !sieve->glances.items)
        return false;
    fill_pairs(sieve, beginnings, count);
    fill_glances(sieve, beginnings, count);
    return true;
}
