/* All names in one trie over tokens: what the matcher walks.
 *
 * A token is known by the hash of its folded form. The vocabulary turns hashes into
 * words, the edges turn (state, word) into the next state, and a state where names end
 * has postings: the aliases that end there, and how each may be written. Every table is a
 * flat array addressed by number. docs/ALGORITHMS.md, Matching, has the picture. */
#ifndef KITH_GAZETTEER_TRIE_H
#define KITH_GAZETTEER_TRIE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/id.h"
#include "gazetteer/sieve.h"

/* State 0 is no state. */
#define KITH_NO_STATE 0

/* A token of the names. 32 bytes: two to a cache line. */
struct kith_word {
    uint64_t hash;    /* kith_word_hash of the folded token */
    uint64_t follow;  /* of the root */
    uint32_t id;      /* from 1; 0 marks a free slot */
    uint32_t root;    /* the state behind it at the beginning of a name, or none */
    uint32_t starts;  /* the writings in which it may begin one: bits of writing.h */
    uint32_t is_name; /* names end in the root: the word alone is one */
};

/* A word's slot is given by the high bits of its hash, or is one behind. */
struct kith_vocabulary {
    struct kith_word *slots;
    uint32_t mask, count;
    uint32_t shift; /* 64 - log2 of the slots */
};

/* One step. A free slot has state 0. */
struct kith_edge {
    uint32_t state, word, next;
};

struct kith_edges {
    struct kith_edge *slots;
    uint32_t mask, count;
};

struct kith_state {
    uint64_t follow; /* one of 64 bits for each token that leads on, by its glance */
    uint32_t first_posting, end_posting;
};

/* An alias at the end of its path. */
struct kith_posting {
    kith_id entity, alias;
    uint32_t pattern; /* offset in patterns; a byte a token, see writing.h */
};

struct kith_trie {
    struct kith_vocabulary vocabulary;
    struct kith_edges edges;
    struct kith_state *states;
    struct kith_posting *postings; /* by state, then entity, then alias */
    const uint8_t *patterns;
    uint32_t state_count, posting_count;

    struct kith_sieve sieve;
};

/* The bit of a token in the follow masks; any bit for one without a glance, since such a
 * token is always looked up. */
static inline uint64_t kith_follow_bit(uint64_t glance)
{
    return (uint64_t)1 << (glance >> 58);
}

static inline const struct kith_word *
kith_vocabulary_find(const struct kith_vocabulary *vocabulary, uint64_t hash)
{
    uint32_t i = (uint32_t)(hash >> vocabulary->shift);
    while (vocabulary->slots[i].id != 0) {
        if (vocabulary->slots[i].hash == hash)
            return &vocabulary->slots[i];
        i = (i + 1) & vocabulary->mask;
    }
    return NULL;
}

static inline uint32_t kith_edge_hash(uint32_t state, uint32_t word)
{
    return (uint32_t)(kith_hash_u64((uint64_t)state << 32 | word) >> 32);
}

/* The state behind `word` in `state`, or KITH_NO_STATE. */
static inline uint32_t kith_edges_find(const struct kith_edges *edges, uint32_t state,
                                       uint32_t word)
{
    uint32_t i = kith_edge_hash(state, word) & edges->mask;
    while (edges->slots[i].state != KITH_NO_STATE) {
        if (edges->slots[i].state == state && edges->slots[i].word == word)
            return edges->slots[i].next;
        i = (i + 1) & edges->mask;
    }
    return KITH_NO_STATE;
}

void kith_trie_release(struct kith_trie *trie);

#endif
