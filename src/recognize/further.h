/* Further mentions: names that share words with the longest ones, and the other
 * candidates of ambiguous names. They are added when all else is decided, so that asking
 * for them changes nothing in what is found without. */
#ifndef KITH_RECOGNIZE_FURTHER_H
#define KITH_RECOGNIZE_FURTHER_H

#include "recognize/scene.h"
#include "recognize/seen_entities.h"

/* Set what the options `overlap` and `ambiguous` ask for among the scene's mentions,
 * whose matches were `longest`. With `nested` a name has to lie within a mention, and one
 * that may mean the same entity as a mention around it is a part of that. Linear in all
 * matches and candidates, times the names that lie within one mention. */
enum kith_status kith_further_add(const struct kith_scene *scene,
                                  const struct kith_matches *longest,
                                  const struct kith_seen_entities *seen,
                                  struct kith_error *err);

#endif
