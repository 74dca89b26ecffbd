/* Short forms: "Peskov" where the article names Dmitry Peskov, "the Bank" where it names
 * the World Bank. */
#ifndef KITH_RECOGNIZE_SHORT_FORM_H
#define KITH_RECOGNIZE_SHORT_FORM_H

#include "recognize/local_names.h"

/* Names that the short forms of one mention come to, at most. */
#define KITH_SHORT_FORMS_LIMIT 5

/* Enter the short forms of all of the scene's mentions. */
void kith_short_forms_collect(const struct kith_scene *scene,
                              struct kith_local_names *names);

#endif
