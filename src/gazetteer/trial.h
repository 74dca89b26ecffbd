/* Trials: every alias that a stretch of text was held against, and how it fared. For
 * explaining; matching does the same without keeping it (match.h). */
#ifndef KITH_GAZETTEER_TRIAL_H
#define KITH_GAZETTEER_TRIAL_H

#include "gazetteer/candidate.h"

/* An alias whose words are those of the text. */
struct kith_trial {
    uint32_t first_token, end_token; /* half-open */
    kith_id alias;
    enum kith_fit fit; /* may it be written so? */
};

struct kith_trials {
    struct kith_trial *items;
    uint32_t count, room;
};

/* Try the names that begin at token `first` and end before token `limit`, the end of its
 * sentence: append to `trials` each alias that ends somewhere, shorter ones first, each
 * path's in row order. They live in `arena`. Linear in the postings at the tokens walked
 * over. */
enum kith_status kith_trials_collect(const struct kith_gazetteer *gazetteer,
                                     const struct kith_document *document, uint32_t first,
                                     uint32_t limit, struct kith_arena *arena,
                                     struct kith_trials *trials, struct kith_error *err);

#endif
