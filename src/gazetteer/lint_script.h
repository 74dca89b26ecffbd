/* Letters that are not what they look like. */
#ifndef KITH_GAZETTEER_LINT_SCRIPT_H
#define KITH_GAZETTEER_LINT_SCRIPT_H

#include "base/str.h"

/* What is wrong with the characters of a name, and what to do; NULL when nothing is. */
const char *kith_lint_script(struct kith_str name);

#endif
