/* The company a name keeps: whether a capitalised word that nobody accounts for stands
 * right beside it, so that both may be one longer name. */
#ifndef KITH_RECOGNIZE_COMPANY_H
#define KITH_RECOGNIZE_COMPANY_H

#include "recognize/scene.h"

/* True when the words of `sentence` that may be small have capitals too, so that a
 * capital says nothing: headlines in Title Case or in capitals. Linear in its tokens. */
bool kith_has_idle_capitals(const struct kith_scene *scene, uint32_t sentence);

/* The token of the stranger that stands before or behind the `name`, or KITH_NO_ID for
 * none. The name stands in `open` among tokens of its sentence and of no other name.
 * Titles, weekdays, words that begin sentences and the like are no strangers
 * (name_words.h), nor is a word across a mark. */
uint32_t kith_find_stranger(const struct kith_scene *scene, struct kith_span name,
                            struct kith_span open);

#endif
