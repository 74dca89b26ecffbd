/* What the words right beside a name say that it is: "President Jordan" is a person, "in
 * Jordan" a place, "Jordan Ltd" a body. */
#ifndef KITH_RECOGNIZE_KIND_BESIDE_H
#define KITH_RECOGNIZE_KIND_BESIDE_H

#include "recognize/scene.h"

/* The kind that a title or a preposition before the `name`, or a suffix behind it, speaks
 * for; KITH_KIND_OTHER when they say nothing. The words are those of name_words.h; the
 * name stands in `sentence`. */
enum kith_type_kind kith_kind_beside(const struct kith_scene *scene,
                                     struct kith_span name, uint32_t sentence);

#endif
