/* Choosing: one entity for each match, or nobody. docs/ALGORITHMS.md, Choosing among
 * entities. */
#ifndef KITH_RECOGNIZE_CHOICE_H
#define KITH_RECOGNIZE_CHOICE_H

#include "recognize/scene.h"

/* Make the scene's mentions of `matches`: those among whose candidates one may be meant.
 * Demonyms are mentions too, found as such. Linear in candidates; in a large article with
 * context words also in the tokens of three sentences for each candidate that has some.
 */
enum kith_status kith_choose(const struct kith_scene *scene,
                             const struct kith_matches *matches, struct kith_error *err);

#endif
