/* A glance at a token: its first eight letters in lower case, enough to turn most words
 * of a text away before they are folded and hashed.
 *
 * For ASCII letters folding is making them small, which one OR does for eight at once. A
 * token with another byte among its first eight, with dots or with quotes cannot be
 * judged so and has no glance. Where a token of the text has one, its folded form has the
 * same, since folding leaves ASCII letters where they are.
 *
 * A word of up to eight such letters is known by its glance altogether: no two have the
 * same one. It serves as their hash, two glances serve as the hash of words up to sixteen
 * letters, and hardly any word has to be folded at all. */
#ifndef KITH_GAZETTEER_GLANCE_H
#define KITH_GAZETTEER_GLANCE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/hash.h"
#include "text/token.h"

/* No glance. A real one is a number other than 0 times an odd factor, so never 0. */
#define KITH_NO_GLANCE 0

/* The letters of a whole glance. */
#define KITH_GLANCE_SIZE 8

/* 2^64 over the golden ratio, odd: multiplying by it is one to one and brings every
 * letter into the high bits (Knuth, The Art of Computer Programming 3, 6.4). */
#define KITH_GLANCE_FACTOR 0x9E3779B97F4A7C15u

/* Eight bytes at `bytes` must be readable; `length` is at least 1. KITH_NO_GLANCE, too,
 * when `is_odd`. Without a branch, since the matcher glances at many tokens. */
static inline uint64_t kith_glance_unless(bool is_odd, const char *bytes, size_t length)
{
    size_t used = length < KITH_GLANCE_SIZE ? length : KITH_GLANCE_SIZE;
    uint64_t letters;
    memcpy(&letters, bytes, sizeof letters);
    letters &= UINT64_MAX >> 8 * (KITH_GLANCE_SIZE - used);
    uint64_t glance = (letters | 0x2020202020202020u) * KITH_GLANCE_FACTOR;
    bool has_one = ((letters & 0x8080808080808080u) | is_odd) == 0;
    return glance & (0 - (uint64_t)has_one);
}

static inline uint64_t kith_glance(const char *bytes, size_t length)
{
    return kith_glance_unless(false, bytes, length);
}

/* The glance at a token of `text`. */
static inline uint64_t kith_token_glance(const char *text, const struct kith_token *token)
{
    bool is_changed_in_folding = token->is_dotted | (token->kind == KITH_TOKEN_QUOTE);
    return kith_glance_unless(is_changed_in_folding, text + token->begin,
                              token->end - token->begin);
}

/* The hash of a word by its glance and, past eight letters, the glance at its next eight;
 * KITH_NO_GLANCE when it is longer than both or not all ASCII. */
static inline uint64_t kith_glance_hash(const char *bytes, size_t length, uint64_t glance)
{
    if (length <= KITH_GLANCE_SIZE || glance == KITH_NO_GLANCE)
        return glance;
    if (length > 2 * KITH_GLANCE_SIZE)
        return KITH_NO_GLANCE;
    uint64_t rest = kith_glance(bytes + KITH_GLANCE_SIZE, length - KITH_GLANCE_SIZE);
    return rest ? kith_hash_u64(glance ^ (rest >> 32 | rest << 32)) | 1 : KITH_NO_GLANCE;
}

/* A word as the sieve and the paths know it. */
struct kith_folded {
    uint64_t hash;   /* kith_word_hash of its folded form; never 0 */
    uint64_t glance; /* at that, or the hash where there is none; never 0 */
};

/* The number that stands for a folded token on a path; two glances' bytes at `folded`
 * must be readable. Never 0. */
static inline uint64_t kith_word_hash(const char *folded, size_t length)
{
    if (length == 0)
        return 1;
    uint64_t glance = kith_glance(folded, length);
    uint64_t hash = kith_glance_hash(folded, length, glance);
    return hash != KITH_NO_GLANCE ? hash : kith_hash(folded, length) | 1;
}

/* The same, with the glance; two glances' bytes at `folded` must be readable. */
static inline struct kith_folded kith_folded_of(const char *folded, size_t length)
{
    uint64_t hash = kith_word_hash(folded, length);
    uint64_t glance = length ? kith_glance(folded, length) : KITH_NO_GLANCE;
    return (struct kith_folded){hash, glance != KITH_NO_GLANCE ? glance : hash};
}

#endif
