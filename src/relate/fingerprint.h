/* What an article is known by when it comes again, under another name, trimmed or
 * retitled: hashes of its words.
 *
 * Words are compared in small letters, those beyond ASCII as they are written; marks are
 * no words. Hashes are the same on every run, so fingerprints can be kept. */
#ifndef KITH_RELATE_FINGERPRINT_H
#define KITH_RELATE_FINGERPRINT_H

#include "recognize/mention.h"

/* Words of a shingle: short enough to stand between two edits, long enough to be said in
 * one article only. */
#define KITH_SHINGLE_WORDS 5

/* A sample holds at most so many shingles, of long texts and short ones; expected are
 * between a quarter and half of it where the text has as many. */
#define KITH_SAMPLE_LIMIT 128

/* A sentence that holds a mention. */
struct kith_saying {
    uint32_t sentence; /* index in document.sentences */
    uint32_t words;
    uint64_t hash; /* of all its words: equal when every word is */
    uint64_t kin;  /* four marks of 16 bits, of which most survive when a word changes:
                      each is the least of a quarter of the hashes of three words in a
                      row (P. Li, A. Owen, C.-H. Zhang, "One Permutation Hashing",
                      NIPS 2012) */
    /* Set by kith_ledger_add: where it stood before, KITH_NO_ID where it did not. The
       headline of a copy that is worded anew has an article and no sentence. */
    kith_id copy_article;
    uint32_t copy_sentence;
};

struct kith_fingerprint {
    uint64_t text;     /* of all words, title and all */
    uint64_t *samples; /* hashes of shingles of the text behind the title, those below
                          2^(64 - level), rising, each once */
    uint32_t sample_count;
    uint32_t level;
    struct kith_saying *sayings; /* in text order */
    uint32_t saying_count;
};

/* Take the fingerprint of a document with its mentions; it lives in `arena`. Linear. */
enum kith_status kith_fingerprint_take(const struct kith_document *document,
                                       const struct kith_mentions *mentions,
                                       struct kith_arena *arena,
                                       struct kith_fingerprint *fingerprint,
                                       struct kith_error *err);

/* How many of the samples an article of this level would have. */
uint32_t kith_fingerprint_count_at(const struct kith_fingerprint *fingerprint,
                                   uint32_t level);

#endif
