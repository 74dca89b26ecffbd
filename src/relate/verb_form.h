/* The forms of an English verb.
 *
 * Regular verbs follow the spelling rules; the others stand in a table of their own
 * (irregular_verbs.c). Where British and American spelling part (travelled, traveled),
 * both forms are given. */
#ifndef KITH_RELATE_VERB_FORM_H
#define KITH_RELATE_VERB_FORM_H

#include <stdint.h>

#include "base/str.h"

/* A form is at most this long; a longer base has no forms. */
#define KITH_VERB_FORM_ROOM 48

/* What a form is good for; bits. */
enum kith_verb_use {
    KITH_VERB_FINITE = 1,     /* attack, attacks, attacked; took and taken alike: the
                                 auxiliary tells */
    KITH_VERB_PARTICIPLE = 2, /* attacked, taken: of the passive */
    KITH_VERB_GERUND = 4      /* attacking */
};

struct kith_verb_form {
    char text[KITH_VERB_FORM_ROOM]; /* zero-terminated, in lower case */
    unsigned uses;                  /* enum kith_verb_use, or-ed */
};

/* base, -s, past, past participle, -ing, and up to three other spellings */
#define KITH_VERB_FORM_LIMIT 8

struct kith_verb_forms {
    struct kith_verb_form items[KITH_VERB_FORM_LIMIT];
    uint32_t count;
};

/* The forms of the verb `base` ("attack"): one word in lower-case ASCII. False when it is
 * none, when it is too long, and for the auxiliaries be and have. */
bool kith_verb_inflect(struct kith_str base, struct kith_verb_forms *forms);

#endif
