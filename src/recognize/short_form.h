/* Short forms: "Peskov" where the article names Dmitry Peskov, "the Bank" where it names
 * the World Bank. */
#ifndef KITH_RECOGNIZE_SHORT_FORM_H
#define KITH_RECOGNIZE_SHORT_FORM_H

#include "recognize/local_names.h"

/* Enter the short forms of all of the scene's mentions. */
void kith_short_forms_collect(const struct kith_scene *scene,
                              struct kith_local_names *names);

/* Add a mention wherever one of `names` stands between those of the scene. Linear in
 * tokens. */
enum kith_status kith_local_names_mention(const struct kith_scene *scene,
                                          const struct kith_local_names *names,
                                          struct kith_error *err);

#endif
