/* Names of people with their titles in them: `kith check`. */
#ifndef KITH_RECOGNIZE_LINT_TITLE_H
#define KITH_RECOGNIZE_LINT_TITLE_H

#include "gazetteer/gazetteer.h"
#include "recognize/name_words.h"

/* Report labels of people that begin with a title, where two words or more are left
 * without it: kind "title". Titles are found beside names anyway. Linear in the bytes of
 * the names. */
enum kith_status kith_lint_titles(const struct kith_gazetteer *gazetteer,
                                  const struct kith_name_words *words,
                                  struct kith_problems *problems, struct kith_error *err);

#endif
