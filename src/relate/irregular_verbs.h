/* English verbs whose past is not made by rule. */
#ifndef KITH_RELATE_IRREGULAR_VERBS_H
#define KITH_RELATE_IRREGULAR_VERBS_H

#include "base/str.h"

struct kith_irregular_verb {
    const char *base, *past, *participle;
};

/* NULL for a verb that is made by rule. Logarithmic in the table. */
const struct kith_irregular_verb *kith_irregular_verb_find(struct kith_str base);

#endif
