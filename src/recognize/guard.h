/* The guard: a name of one word that is part of a longer name nobody knows is refused.
 * "Paris Hilton" is not Paris, "Houston Fakelastname" is not Houston. And so is a name
 * that is but the first word of a sentence: "We". */
#ifndef KITH_RECOGNIZE_GUARD_H
#define KITH_RECOGNIZE_GUARD_H

#include "recognize/scene.h"

/* Take the refused ones out of the scene's mentions. Linear in mentions and in the tokens
 * of their sentences. */
void kith_guard(const struct kith_scene *scene);

#endif
