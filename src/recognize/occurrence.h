/* Occurrences: where in the article its own names stand. */
#ifndef KITH_RECOGNIZE_OCCURRENCE_H
#define KITH_RECOGNIZE_OCCURRENCE_H

#include "recognize/local_names.h"

/* A mention of one word whose word is defined by the article means what it defines; one
 * of a person whose word is the surname of another, whom the article gives in full, means
 * that other. */
void kith_local_names_bind(const struct kith_scene *scene,
                           const struct kith_local_names *names);

/* Add a mention wherever one of `names` stands between those of the scene. Linear in
 * tokens. */
enum kith_status kith_local_names_mention(const struct kith_scene *scene,
                                          const struct kith_local_names *names,
                                          struct kith_error *err);

#endif
