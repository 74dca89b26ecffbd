/* Candidates: whom a stretch of text may mean, once the trie has found a path for it. */
#ifndef KITH_GAZETTEER_CANDIDATE_H
#define KITH_GAZETTEER_CANDIDATE_H

#include "gazetteer/match.h"
#include "gazetteer/name.h"
#include "gazetteer/tables.h"

/* The text that a path was walked over. */
struct kith_surface {
    const struct kith_document *document;
    uint32_t first_token, end_token;   /* half-open */
    uint8_t writings[KITH_NAME_LIMIT]; /* a bit each: how its tokens are written, joints
                                          not counted */
    uint32_t count;
};

/* True when some alias that ends in `state` may be written as the surface is. */
bool kith_surface_is_allowed(const struct kith_gazetteer *gazetteer,
                             const struct kith_surface *surface, uint32_t state);

/* Append everyone the surface may mean: exact before folded, then row order, one an
 * entity. Linear in the postings of `state`. */
enum kith_status kith_candidates_add(const struct kith_gazetteer *gazetteer,
                                     const struct kith_surface *surface, uint32_t state,
                                     struct kith_arena *arena,
                                     struct kith_candidates *candidates,
                                     struct kith_error *err);

#endif
