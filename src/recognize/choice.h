/* Choosing: one entity for each match, or nobody. docs/ALGORITHMS.md, Choosing among
 * entities. */
#ifndef KITH_RECOGNIZE_CHOICE_H
#define KITH_RECOGNIZE_CHOICE_H

#include "recognize/scene.h"
#include "recognize/seen_entities.h"

/* Collect the entities that are the only one of some match. Linear in candidates. */
enum kith_status kith_seen_collect(const struct kith_scene *scene,
                                   const struct kith_matches *matches,
                                   struct kith_seen_entities *seen,
                                   struct kith_error *err);

/* Make the scene's mentions of `matches`: those among whose candidates one may be meant.
 * Each keeps its candidates, which are put in order in `matches`, the likeliest first.
 * Demonyms are mentions too, found as such. Linear in candidates but for their order; in
 * a large article with context words also in the tokens of three sentences for each
 * candidate that has some. */
enum kith_status kith_choose(const struct kith_scene *scene,
                             const struct kith_matches *matches,
                             const struct kith_seen_entities *seen,
                             struct kith_error *err);

/* A mention that was chosen among candidates, made to mean another one of them. */
struct kith_mention kith_mention_as(struct kith_mention mention, uint16_t place);

#endif
