/* Taking fingerprints: one walk over the words.
 *
 * The hash of the words so far is a polynomial, P(i) = P(i-1) m + w(i), so that the hash
 * of any words in a row is one difference: P(j) - P(i) m^(j-i) (R. Karp, M. Rabin,
 * "Efficient Randomized Pattern-Matching Algorithms", IBM Journal of Research and
 * Development 31(2), 1987).
 *
 * Which shingles are kept is told by their hash alone, so that two articles keep the same
 * ones of those they share (A. Broder, "On the Resemblance and Containment of Documents",
 * Sequences 1997). How large a share is kept is halved with the length of the text, so
 * that short articles keep enough and long ones not too many; two articles are compared
 * by the smaller share of the two. */
#include "relate/fingerprint.h"

#include <string.h>

#include "base/hash.h"
#include "text/document.h"

/* The m above, and a factor for words: odd numbers of random bits. */
#define STEP 0xD6E8FEB86659FD93u
#define WORD_FACTOR 0x9E3779B97F4A7C15u

/* Marks of a sentence, and the words of the shingles that they are taken of: fewer than
 * of an article's, since one changed word touches each of them. */
#define MARKS 4
#define MARK_BITS 16
#define MARK_WORDS 3

/* ---- words ----------------------------------------------------------------------- */

static bool is_word(const struct kith_token *token)
{
    return token->kind <= KITH_TOKEN_NUMBER;
}

/* Of the first and the last eight bytes, which an OR makes small. Without a branch, since
 * every word of every article comes by. */
static inline uint64_t word_hash(const char *text, const struct kith_token *token)
{
    const uint64_t small = 0x2020202020202020u;
    const char *bytes = text + token->begin;
    size_t length = token->end - token->begin;
    size_t used = length < 8 ? length : 8;
    uint64_t mask = UINT64_MAX >> 8 * (8 - used);
    uint64_t first, last;
    memcpy(&first, bytes, sizeof first);
    memcpy(&last, bytes + length - used, sizeof last);
    first = (first & mask) | small;
    last = (last & mask) | small;
    uint64_t hash = ((first ^ length) + (last << 29 | last >> 35)) * WORD_FACTOR;
    return hash ^ hash >> 32;
}

/* The hashes of the first words of tokens [first, end): one word of none, two, three ...
 */
struct track {
    uint64_t *items; /* words + 1 of them */
    uint32_t words;
};

static bool walk(const struct kith_document *document, uint32_t first, uint32_t end,
                 struct kith_arena *arena, struct track *track)
{
    const char *text = document->text.data;
    const struct kith_token *tokens = document->tokens.items;
    size_t room = (size_t)(end - first) + 1;
    uint64_t *items = kith_arena_alloc(arena, room * sizeof *items);
    uint64_t hash = 0;
    uint32_t words = 0;
    if (!items)
        return false;
    items[0] = 0;
    for (uint32_t i = first; i < end; i++) {
        bool counts = is_word(&tokens[i]);
        uint64_t next = hash * STEP + word_hash(text, &tokens[i]);
        hash = counts ? next : hash;
        words += counts;
        items[words] = hash;
    }
    *track = (struct track){items, words};
    return true;
}

/* The hash of the `width` words before word `end`; STEP to the power of width is `out`.
 */
static inline uint64_t shingle_of(const struct track *track, uint32_t end, uint32_t width,
                                  uint64_t out)
{
    return track->items[end] - track->items[end - width] * out;
}

static uint64_t power(uint32_t exponent)
{
    return exponent ? STEP * power(exponent - 1) : 1;
}

/* ---- samples --------------------------------------------------------------------- */

/* At this level between a quarter and half of KITH_SAMPLE_LIMIT are expected. */
static uint32_t level_of(uint32_t words)
{
    uint32_t level = 0;
    while (words >> level > KITH_SAMPLE_LIMIT / 2)
        level++;
    return level;
}

static uint64_t limit_of(uint32_t level)
{
    return UINT64_MAX >> level;
}

/* The first sample that is not below `shingle`. Halves without a branch: which half it is
 * in is anybody's guess. */
static uint32_t place_of(const struct kith_fingerprint *fingerprint, uint64_t shingle)
{
    const uint64_t *samples = fingerprint->samples;
    uint32_t place = 0, left = fingerprint->sample_count;
    while (left > 0) {
        uint32_t half = (left + 1) / 2;
        place += half * (samples[place + half - 1] < shingle);
        left -= half;
    }
    return place;
}

uint32_t kith_fingerprint_count_at(const struct kith_fingerprint *fingerprint,
                                   uint32_t level)
{
    return level > fingerprint->level ? place_of(fingerprint, limit_of(level) + 1)
                                      : fingerprint->sample_count;
}

/* Put a shingle into its place. Where there are too many, as in a text of one phrase over
 * and over, fewer are kept. */
static void keep(struct kith_fingerprint *fingerprint, uint64_t shingle)
{
    uint64_t *samples = fingerprint->samples;
    uint32_t at = place_of(fingerprint, shingle);
    if (at < fingerprint->sample_count && samples[at] == shingle)
        return;
    while (fingerprint->sample_count == KITH_SAMPLE_LIMIT) {
        uint32_t level = fingerprint->level + 1;
        fingerprint->sample_count = kith_fingerprint_count_at(fingerprint, level);
        fingerprint->level = level;
    }
    if (shingle > limit_of(fingerprint->level))
        return;
    memmove(samples + at + 1, samples + at,
            (fingerprint->sample_count - at) * sizeof *samples);
    samples[at] = shingle;
    fingerprint->sample_count++;
}

static void sample(const struct track *track, struct kith_fingerprint *fingerprint)
{
    const uint64_t out = power(KITH_SHINGLE_WORDS);
    fingerprint->level = level_of(track->words);
    for (uint32_t end = KITH_SHINGLE_WORDS; end <= track->words; end++) {
        uint64_t shingle = shingle_of(track, end, KITH_SHINGLE_WORDS, out);
        if (shingle <= limit_of(fingerprint->level))
            keep(fingerprint, shingle);
    }
}

static bool take_samples(const struct kith_document *document, struct kith_arena *arena,
                         struct kith_fingerprint *fingerprint)
{
    const struct kith_sentences *sentences = &document->sentences;
    bool has_title = sentences->count && sentences->items[0].is_title;
    uint32_t body = has_title ? sentences->items[0].end_token : 0;
    struct track title, text;
    fingerprint->samples =
        kith_arena_alloc(arena, KITH_SAMPLE_LIMIT * sizeof *fingerprint->samples);
    if (!fingerprint->samples || !walk(document, 0, body, arena, &title) ||
        !walk(document, body, document->tokens.count, arena, &text))
        return false;
    sample(&text, fingerprint);
    fingerprint->text = kith_hash_u64(title.items[title.words]) ^ text.items[text.words];
    return true;
}

/* ---- sentences ------------------------------------------------------------------- */

/* The least hash of each quarter, cut to 16 bits. A quarter without any takes over that
 * of the next one, so that short sentences have four marks, too. */
static uint64_t marks_of(const uint64_t *least)
{
    uint64_t marks = 0;
    for (uint32_t i = 0; i < MARKS; i++) {
        uint32_t from = i;
        while (least[from] == UINT64_MAX)
            from = (from + 1) % MARKS;
        marks |= (least[from] >> 8 & ((1u << MARK_BITS) - 1)) << i * MARK_BITS;
    }
    return marks;
}

static uint64_t kin_of(const struct track *track)
{
    uint64_t least[MARKS] = {UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX};
    uint32_t width = track->words < MARK_WORDS ? track->words : MARK_WORDS;
    uint64_t out = power(width);
    for (uint32_t end = width; end <= track->words; end++) {
        uint64_t shingle = kith_hash_u64(shingle_of(track, end, width, out));
        uint64_t *quarter = &least[shingle % MARKS];
        if (shingle < *quarter)
            *quarter = shingle;
    }
    return marks_of(least);
}

static bool take_saying(const struct kith_document *document, uint32_t number,
                        struct kith_arena *arena, struct kith_saying *saying)
{
    const struct kith_sentence *sentence = &document->sentences.items[number];
    struct track track;
    if (!walk(document, sentence->first_token, sentence->end_token, arena, &track))
        return false;
    *saying = (struct kith_saying){.sentence = number,
                                   .copy_article = KITH_NO_ID,
                                   .copy_sentence = KITH_NO_ID,
                                   .words = track.words,
                                   .hash = kith_hash_u64(track.items[track.words]),
                                   .kin = kin_of(&track)};
    return true;
}

static bool take_sayings(const struct kith_document *document,
                         const struct kith_mentions *mentions, struct kith_arena *arena,
                         struct kith_fingerprint *fingerprint)
{
    uint32_t last = KITH_NO_ID;
    fingerprint->sayings = KITH_ARRAY(arena, struct kith_saying, mentions->count);
    if (!fingerprint->sayings)
        return false;
    for (uint32_t i = 0; i < mentions->count; i++) {
        uint32_t sentence = mentions->items[i].sentence;
        if (sentence != last &&
            !take_saying(document, sentence, arena,
                         &fingerprint->sayings[fingerprint->saying_count++]))
            return false;
        last = sentence;
    }
    return true;
}

enum kith_status kith_fingerprint_take(const struct kith_document *document,
                                       const struct kith_mentions *mentions,
                                       struct kith_arena *arena,
                                       struct kith_fingerprint *fingerprint,
                                       struct kith_error *err)
{
    *fingerprint = (struct kith_fingerprint){0};
    if (!take_samples(document, arena, fingerprint) ||
        !take_sayings(document, mentions, arena, fingerprint))
        return kith_no_memory(err);
    return KITH_OK;
}
