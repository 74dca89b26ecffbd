/* All names as a set of paths: what the matcher walks.
 *
 * A word is known by the hash of its folded form, and a path by the hash of its words so
 * far: one step over a word mixes the word's hash into the path's. There are no nodes and
 * no edges to be stored. Two bits, its signs, say of a path that names may end there and
 * that some may go on from there (of its first word the sieve tells); what lets a
 * stranger through now and then, never holds a name back. Where names may end, the
 * postings tell for certain: the aliases that end there, found by the path's hash. Every
 * table is a flat array addressed by number. docs/ALGORITHMS.md, Matching, has the
 * picture. */
#ifndef KITH_GAZETTEER_PATHS_H
#define KITH_GAZETTEER_PATHS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/hash.h"
#include "base/id.h"
#include "gazetteer/sieve.h"

/* An alias at the end of its path. Of the path's hash, the high bits are given by the
 * bucket; the posting keeps the low 40. A stranger that passes its signs shares bucket
 * and tag with a posting once in a million million times. */
struct kith_posting {
    kith_id alias;
    uint32_t tag;                  /* the low 32 bits of the path's hash */
    uint32_t pattern_and_more_tag; /* 24 bits: offset in patterns; 8 bits: more of it */
};

#define KITH_PATTERN_BITS 24

struct kith_paths {
    struct {
        uint64_t *items; /* a power of two of words, addressed by the hash's high bits */
        uint32_t count, room;
    } signs;
    struct {
        uint32_t *items; /* a power of two, and one: where the postings of each begin */
        uint32_t count, room;
    } buckets;
    struct {
        struct kith_posting *items; /* by hash, then entity, then alias */
        uint32_t count, room;
    } postings;
    struct {
        uint8_t *items; /* a byte a word, see writing.h; the longest one behind the end */
        uint32_t count, room;
    } patterns;
    uint32_t sign_shift, bucket_shift; /* 64 - log2 of how many there are */

    struct kith_sieve sieve;
};

/* The postings of one path, half-open. */
struct kith_ends {
    uint32_t begin, end;
};

/* One step over the word of this hash. A path begins at KITH_NO_PATH. */
#define KITH_NO_PATH 0
static inline uint64_t kith_path_step(uint64_t path, uint64_t word)
{
    return kith_hash_u64(path ^ word);
}

static inline const uint64_t *kith_path_signs(const struct kith_paths *paths,
                                              uint64_t path)
{
    return &paths->signs.items[path >> paths->sign_shift];
}

/* Paths that begin with a word in lower case have signs of their own: where most words of
 * a language begin some name, few do so in lower case. Without a branch. */
static inline uint64_t kith_sign_of_end(uint64_t path, bool is_small)
{
    return (uint64_t)1 << (path >> 12u * is_small & 63);
}

static inline uint64_t kith_sign_of_more(uint64_t path, bool is_small)
{
    return (uint64_t)1 << (path >> (6 + 12u * is_small) & 63);
}

static inline const uint32_t *kith_path_bucket(const struct kith_paths *paths,
                                               uint64_t path)
{
    return &paths->buckets.items[path >> paths->bucket_shift];
}

static inline uint32_t kith_more_tag(uint64_t path)
{
    return (uint32_t)(path >> 32) << KITH_PATTERN_BITS;
}

static inline bool kith_posting_is_at(const struct kith_posting *posting, uint64_t path)
{
    uint32_t more = posting->pattern_and_more_tag ^ kith_more_tag(path);
    return ((posting->tag ^ (uint32_t)path) | more >> KITH_PATTERN_BITS) == 0;
}

/* In neighbouring postings of one bucket. */
static inline bool kith_postings_share_path(const struct kith_posting *a,
                                            const struct kith_posting *b)
{
    uint32_t more = a->pattern_and_more_tag ^ b->pattern_and_more_tag;
    return a->tag == b->tag && more >> KITH_PATTERN_BITS == 0;
}

static inline uint32_t kith_posting_pattern(const struct kith_posting *posting)
{
    return posting->pattern_and_more_tag & ((1u << KITH_PATTERN_BITS) - 1);
}

/* The postings of `path`; none when no name ends there. */
static inline struct kith_ends kith_paths_find(const struct kith_paths *paths,
                                               uint64_t path)
{
    const uint32_t *bucket = kith_path_bucket(paths, path);
    /* Only a damaged image has buckets that reach further. */
    uint32_t limit =
        bucket[1] < paths->postings.count ? bucket[1] : paths->postings.count;
    struct kith_ends ends = {bucket[0], bucket[0]};
    while (ends.begin < limit &&
           !kith_posting_is_at(&paths->postings.items[ends.begin], path))
        ends.begin++;
    ends.end = ends.begin;
    while (ends.end < limit && kith_posting_is_at(&paths->postings.items[ends.end], path))
        ends.end++;
    return ends;
}

#endif
