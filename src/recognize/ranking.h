/* Ranking: which of several candidates a name most likely means, and how likely each is.
 * docs/ALGORITHMS.md, Choosing among entities. */
#ifndef KITH_RECOGNIZE_RANKING_H
#define KITH_RECOGNIZE_RANKING_H

#include "recognize/scene.h"
#include "recognize/seen_entities.h"

/* A name that may mean several. */
struct kith_contest {
    struct kith_span name;
    uint32_t sentence;
    struct kith_candidate *candidates; /* two or more, each of whom may be meant */
    uint32_t count;
};

/* Put the candidates in order, the likeliest first, and give each its score: above 0, and
 * 1 together. *choice says what sets the first apart from the second. Of n candidates
 * O(n log n), and for those with context words the tokens of three sentences. */
enum kith_status kith_rank(const struct kith_scene *scene,
                           const struct kith_seen_entities *seen,
                           struct kith_contest contest, enum kith_choice *choice,
                           struct kith_error *err);

#endif
