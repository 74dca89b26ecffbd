/* Where names stand in a document: the longest alias at each token, all its entities. */
#ifndef KITH_GAZETTEER_MATCH_H
#define KITH_GAZETTEER_MATCH_H

#include "gazetteer/gazetteer.h"
#include "text/document.h"

/* One reading of a match. */
struct kith_candidate {
    kith_id entity;
    kith_id alias;
    float score;    /* left 0: recognising weighs its candidates */
    bool is_exact;  /* spelled as the alias is, diacritics and case included; never for
                       a demonym */
    uint8_t traits; /* of the alias: bits of enum kith_alias_trait */
};

/* How good a reading is: an exact name before a folded one before a weak one before a
 * demonym. */
static inline int kith_candidate_rank(const struct kith_candidate *candidate)
{
    if (candidate->traits & KITH_ALIAS_DEMONYM)
        return 0;
    return candidate->traits & KITH_ALIAS_WEAK ? 1 : 2 + candidate->is_exact;
}

/* A stretch of tokens that is somebody's name. It never crosses a sentence end. */
struct kith_match {
    uint32_t first_token, end_token;         /* half-open */
    uint32_t first_candidate, end_candidate; /* half-open range in matches.candidates */
};

struct kith_candidates {
    struct kith_candidate *items; /* within a match: exact before folded, then row order;
                                     one an entity */
    uint32_t count, room;
};

/* Owned by the worker's arena. */
struct kith_matches {
    struct kith_match *items; /* in text order; of one beginning the longest first */
    uint32_t count, room;
    struct kith_candidates candidates;
};

/* Match `document` against the compiled gazetteer: leftmost, then longest whose case and
 * marks are allowed, so that no two overlap. O(tokens × tokens of the longest alias). */
enum kith_status kith_match_document(const struct kith_gazetteer *gazetteer,
                                     const struct kith_document *document,
                                     struct kith_arena *arena,
                                     struct kith_matches *matches,
                                     struct kith_error *err);

/* Append to `candidates` those whom exactly the tokens of `span` may mean, in the order
 * of a match; none where they are no name. Linear in the postings. */
enum kith_status kith_match_span(const struct kith_gazetteer *gazetteer,
                                 const struct kith_document *document,
                                 struct kith_span span, struct kith_arena *arena,
                                 struct kith_candidates *candidates,
                                 struct kith_error *err);

/* Do the stop lists say that the tokens [first, end) never mean `entity`? Matching asks
 * by itself; this is for names that are found otherwise. */
bool kith_span_is_stopped(const struct kith_gazetteer *gazetteer,
                          const struct kith_document *document, uint32_t first,
                          uint32_t end, kith_id entity);

#endif
