/* The sieve: what turns most words of a text away before they are looked up, and tells of
 * the others what they may begin.
 *
 * Coarse: a token with these first two letters may begin a name, in lower case or not.
 * Asked of every token, in a dozen instructions. Fine: it knows the words that names
 * begin with by their glances, or by their hashes where they have none. Two bits, as the
 * signs of paths.h, say of each whether it may be a name by itself and whether longer
 * ones may begin with it. Each may let a stranger through; none holds a name back. */
#ifndef KITH_GAZETTEER_SIEVE_H
#define KITH_GAZETTEER_SIEVE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "gazetteer/glance.h"
#include "text/token.h"

/* What names make of a word that begins them; bits. */
enum kith_beginning_use {
    KITH_BEGINS_SMALL_END = 1, /* it is a name by itself, and may stand in lower case */
    KITH_BEGINS_SMALL_MORE = 2,
    KITH_BEGINS_LARGE_END = 4, /* the same, not in lower case */
    KITH_BEGINS_LARGE_MORE = 8
};

struct kith_beginning {
    uint64_t glance; /* of struct kith_folded */
    char letters[2]; /* the first two bytes of its folded form; the second 0 if there is
                        one */
    uint8_t kind;    /* enum kith_token_kind */
    uint8_t uses;    /* bits of enum kith_beginning_use */
};

/* Kinds of tokens, and some to spare. */
#define KITH_SIEVE_KINDS 8

/* A table of pairs of letters, in bits. */
#define KITH_PAIR_BITS ((uint32_t)1 << 16)

/* Words in lower case, most of a text, have bits of their own, so that they seldom meet
 * the capitalised words of the names. */
struct kith_sieve {
    struct {
        uint8_t *items; /* KITH_SIEVE_KINDS: do names begin with tokens of this kind? */
        uint32_t count, room;
    } kinds;
    struct {
        uint64_t *items; /* a table for words not in lower case, then one for these */
        uint32_t count, room;
    } pairs;
    struct {
        uint64_t *items; /* a power of two, addressed by the glance's high bits; the high
                            half of each is for words in lower case */
        uint32_t count, room;
    } words;
    uint32_t shift; /* 64 - log2 of the words */
    bool is_dense;  /* so many pairs begin names that the coarse sieve is none */
};

/* Make the sieve for these beginnings, in `arena`; false when memory is out. */
bool kith_sieve_make(struct kith_sieve *sieve, const struct kith_beginning *beginnings,
                     uint32_t count, struct kith_arena *arena);

/* Derive what follows from the tables; false when they are none. */
bool kith_sieve_fit(struct kith_sieve *sieve);

/* ASCII letters small; two bytes at `bytes` must be readable. */
static inline uint32_t kith_pair(const char *bytes)
{
    uint16_t pair;
    memcpy(&pair, bytes, sizeof pair);
    return pair | 0x2020u;
}

/* Coarse: may `token` begin a name? Without a branch, as what follows. */
static inline bool kith_sieve_passes_pair(const struct kith_sieve *sieve,
                                          const char *text,
                                          const struct kith_token *token)
{
    uint32_t is_small = token->shape == KITH_SHAPE_LOWER;
    uint32_t bit = is_small * KITH_PAIR_BITS | kith_pair(text + token->begin);
    return sieve->pairs.items[bit / 64] >> bit % 64 & 1;
}

/* The bits for words of this glance. */
static inline uint32_t kith_sieve_bits(const struct kith_sieve *sieve, uint64_t glance,
                                       bool is_small)
{
    return (uint32_t)(sieve->words.items[glance >> sieve->shift] >> 32u * is_small);
}

/* The bits by which a word of this glance is known to be a name, and to begin longer
 * ones: two each, where few are set by anything else. */
static inline uint32_t kith_sieve_end_bits(uint64_t glance)
{
    return (uint32_t)1 << (glance >> 42 & 31) | (uint32_t)1 << (glance >> 32 & 31);
}

static inline uint32_t kith_sieve_more_bits(uint64_t glance)
{
    return (uint32_t)1 << (glance >> 37 & 31) | (uint32_t)1 << (glance >> 27 & 31);
}

/* May a word of this glance be a name by itself? `bits` are those for it. */
static inline bool kith_sieve_ends(uint32_t bits, uint64_t glance)
{
    return (~bits & kith_sieve_end_bits(glance)) == 0;
}

/* May longer names begin with it? */
static inline bool kith_sieve_goes_on(uint32_t bits, uint64_t glance)
{
    return (~bits & kith_sieve_more_bits(glance)) == 0;
}

/* Fine: may a token of this glance begin a name? Without a glance it may, if its kind
 * does. Looks at one bit of either two, since it is asked often. */
static inline bool kith_sieve_passes(const struct kith_sieve *sieve,
                                     const struct kith_token *token, uint64_t glance)
{
    uint32_t bits = kith_sieve_bits(sieve, glance, token->shape == KITH_SHAPE_LOWER);
    return (bits >> (glance >> 42 & 31) | bits >> (glance >> 37 & 31)) &
           sieve->kinds.items[token->kind % KITH_SIEVE_KINDS] & 1;
}

#endif
