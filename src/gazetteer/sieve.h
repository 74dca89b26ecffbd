/* The sieve: what turns most tokens of a text away before they are looked up.
 *
 * Coarse: a token of this kind and shape, with these first two letters, may begin a name.
 * Asked of every token, in a dozen instructions and without a branch. Fine: a token with
 * this glance may. Each may let a stranger through; none holds a name back. */
#ifndef KITH_GAZETTEER_SIEVE_H
#define KITH_GAZETTEER_SIEVE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "gazetteer/glance.h"
#include "text/token.h"

/* A token that begins a name. */
struct kith_beginning {
    uint64_t glance;  /* of its folded form, or KITH_NO_GLANCE */
    char letters[2];  /* the first two bytes of that; the second 0 when there is one */
    uint8_t kind;     /* enum kith_token_kind */
    uint8_t writings; /* how it may be written there; writing.h */
};

/* Tables of pairs of letters: 2^16 bits each. */
enum kith_pair_table {
    KITH_PAIRS_NEVER, /* all 0: no name begins with such a token */
    KITH_PAIRS_SMALL, /* for words in lower case, most of a text */
    KITH_PAIRS_LARGE, /* for all others */
    KITH_PAIR_TABLES
};

struct kith_sieve {
    struct {
        uint32_t *items; /* by kind, then shape, eight of each: its table's first bit */
        uint32_t count, room;
    } tables;
    struct {
        uint64_t *items; /* KITH_PAIR_TABLES tables */
        uint32_t count, room;
    } pairs;
    struct {
        uint64_t *items; /* bits, a power of two of words */
        uint32_t count, room;
    } glances;
    uint32_t glance_shift; /* 64 - log2 of the bits of glances */
};

#define KITH_SIEVE_TABLES 64
#define KITH_PAIR_BITS ((uint32_t)1 << 16)

static inline uint32_t kith_sieve_place(unsigned kind, unsigned shape)
{
    return (kind & 7) << 3 | (shape & 7);
}

/* Make the sieve for these beginnings, in `arena`; false when memory is out. */
bool kith_sieve_make(struct kith_sieve *sieve, const struct kith_beginning *beginnings,
                     uint32_t count, struct kith_arena *arena);

static inline bool kith_bit(const uint64_t *bits, uint64_t i)
{
    return bits[i / 64] >> i % 64 & 1;
}

/* ASCII letters small; two bytes at `bytes` must be readable. */
static inline uint32_t kith_pair(const char *bytes)
{
    uint16_t pair;
    memcpy(&pair, bytes, sizeof pair);
    return pair | 0x2020u;
}

/* Coarse: may `token` begin a name? */
static inline bool kith_sieve_passes(const struct kith_sieve *sieve, const char *text,
                                     const struct kith_token *token)
{
    uint32_t table = sieve->tables.items[kith_sieve_place(token->kind, token->shape)];
    return kith_bit(sieve->pairs.items, table | kith_pair(text + token->begin));
}

/* Small words have bits of their own, so that the many of a text seldom meet the
 * capitalised ones of the names. */
static inline uint64_t kith_glance_bit(const struct kith_sieve *sieve, uint64_t glance,
                                       bool is_small)
{
    uint64_t salt = 0xC4CEB9FE1A85EC53u & (0 - (uint64_t)is_small);
    return (glance ^ salt) >> sieve->glance_shift;
}

/* Fine: may a token with this glance? */
static inline bool kith_sieve_passes_glance(const struct kith_sieve *sieve,
                                            const struct kith_token *token,
                                            uint64_t glance)
{
    bool is_small = token->shape == KITH_SHAPE_LOWER;
    return (glance == KITH_NO_GLANCE) |
           kith_bit(sieve->glances.items, kith_glance_bit(sieve, glance, is_small));
}

#endif
