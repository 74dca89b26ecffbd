/* Words as numbers: every word a rule speaks of gets a class, every other word has none.
 *
 * A word is known by the hash of its folded token, so "Chief", "chief" and "CHIEF" are of
 * one class. Matching compares classes, never letters. */
#ifndef KITH_RELATE_WORD_CLASS_H
#define KITH_RELATE_WORD_CLASS_H

#include "base/map.h"
#include "base/status.h"
#include "base/str.h"
#include "text/token.h"

/* The possessive has a class of its own, however its apostrophe is written. */
#define KITH_CLASS_POSSESSIVE ((kith_id)0)

/* Its key; no text has this but by a chance of one in 2^64. */
#define KITH_KEY_POSSESSIVE UINT64_C(0)

/* What a word does in a sentence, apart from the rules. */
enum kith_word_role {
    KITH_ROLE_CLOSED = 1,     /* preposition, conjunction, auxiliary, pronoun, reporting
                                 verb, determiner: never a mere description */
    KITH_ROLE_DETERMINER = 2, /* the, a, its */
    KITH_ROLE_BARRIER = 4,    /* that, who, which, said: "..." stops here */
    KITH_ROLE_JOINING = 8,    /* and, or, & */
    KITH_ROLE_TITLE = 16,     /* list titles: Mr, General */
    KITH_ROLE_EXCEPT = 32,    /* list except: former, deputy */
    KITH_ROLE_COMMA = 64,
    KITH_ROLE_OPEN = 128,  /* ( */
    KITH_ROLE_CLOSE = 256, /* ) */
    KITH_ROLE_OF = 512,    /* of, for: they tie the parts of a name */
    KITH_ROLE_PREPOSITION = 1024,
    KITH_ROLE_AUXILIARY = 2048,     /* has, will, did */
    KITH_ROLE_BE = 4096,            /* is, been, got: a passive may follow */
    KITH_ROLE_ADVERB = 8192,        /* also, never, and every word in -ly */
    KITH_ROLE_PRONOUN = 16384,      /* it, he, she, they */
    KITH_ROLE_THAT = 32768,         /* that */
    KITH_ROLE_TIME = 65536,         /* Friday, March, week, yesterday */
    KITH_ROLE_BEFORE_TIME = 131072, /* on, last, early: before a time */
    KITH_ROLE_STATUS = 262144,      /* begins an entry of the lists that tell of status */
    KITH_ROLE_FORCES = 524288,      /* list forces: army, officials */
    KITH_ROLE_TO = 1048576,         /* to */
    KITH_ROLE_CLAUSE = 2097152,     /* after, while, which: a clause of its own begins */
    KITH_ROLE_CHARGE = 4194304,     /* of, for, from, against: "accused of attacking" */
    KITH_ROLE_COMPANY = 8388608,    /* joined: "joined Ostland in claiming" */
    KITH_ROLE_MARK = 16777216 /* a mark or the possessive: neither word nor number */
};

struct kith_word_classes {
    struct kith_map ids; /* hash of the folded token -> class */
    uint32_t *roles;     /* class -> enum kith_word_role, or-ed; in the arena */
    uint32_t count, room;
    struct kith_arena *arena; /* not owned */
};

/* The closed words of English and the possessive are in it from the start. */
enum kith_status kith_word_classes_init(struct kith_word_classes *classes,
                                        struct kith_arena *arena, struct kith_error *err);
void kith_word_classes_release(struct kith_word_classes *classes);

/* The class of a token of `text`, made when it is new; KITH_NO_ID when memory is out. */
kith_id kith_word_class_add(struct kith_word_classes *classes, struct kith_str text,
                            const struct kith_token *token);

/* The class of the regular English plural of a word: chiefs, ministries, spokesmen.
 * KITH_NO_ID in *plural for words of three letters or fewer and for what is no plain
 * word. */
enum kith_status kith_word_class_plural(struct kith_word_classes *classes,
                                        struct kith_str text,
                                        const struct kith_token *token, kith_id *plural,
                                        struct kith_error *err);

/* Say that `class` plays `role`, besides what it plays already. */
void kith_word_class_give_role(struct kith_word_classes *classes, kith_id class,
                               enum kith_word_role role);

/* The keys of all classes (kith_word_key), by class, in `arena`; NULL when memory is out.
 */
const uint64_t *kith_word_class_keys(const struct kith_word_classes *classes,
                                     struct kith_arena *arena);

/* The roles of a class; 0 for KITH_NO_ID. */
static inline unsigned kith_word_class_roles(const struct kith_word_classes *classes,
                                             kith_id class)
{
    return class == KITH_NO_ID ? 0 : classes->roles[class];
}

#endif
