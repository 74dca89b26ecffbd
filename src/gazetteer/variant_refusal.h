/* Spellings that rules made and nobody gets, told row by row: those of one row that would
 * mean the same entity are one sentence. */
#ifndef KITH_GAZETTEER_VARIANT_REFUSAL_H
#define KITH_GAZETTEER_VARIANT_REFUSAL_H

#include "gazetteer/tables.h"
#include "gazetteer/variant.h"

/* Why a spelling is refused. */
enum kith_refusal_reason {
    KITH_REFUSED_ALIAS,   /* somebody else is called so */
    KITH_REFUSED_VARIANT, /* somebody else would be */
    KITH_REFUSED_ORDINARY /* it is an ordinary word */
};

struct kith_refusal {
    enum kith_refusal_reason reason;
    struct kith_alias_record alias; /* that it was made of */
    struct kith_alias_record owner; /* of the somebody else; not of words */
    struct kith_str text;
    struct kith_variant_rule rule;
};

/* Of one row so many sentences are held open. */
#define KITH_REFUSAL_GROUPS 16

/* Spellings that are named in a sentence behind its first. */
#define KITH_REFUSAL_NAMED 2

struct kith_refusal_group {
    struct kith_refusal first;
    kith_id entity; /* the owner's, or KITH_NO_ID */
    struct kith_str further[KITH_REFUSAL_NAMED];
    uint32_t count; /* all told */
};

struct kith_refusals {
    const struct kith_gazetteer *gazetteer;
    struct kith_problems *problems;
    struct kith_arena arena; /* the texts of the row */
    uint32_t row;
    struct kith_refusal_group groups[KITH_REFUSAL_GROUPS];
    uint32_t count;
};

void kith_refusals_init(struct kith_refusals *refusals,
                        const struct kith_gazetteer *gazetteer,
                        struct kith_problems *problems);
void kith_refusals_release(struct kith_refusals *refusals);

/* Take a refusal; its text is copied. Rows come one behind the other. */
enum kith_status kith_refusals_add(struct kith_refusals *refusals,
                                   const struct kith_refusal *refusal,
                                   struct kith_error *err);

/* Tell what is held: a KITH_NOTE each, kind "variant". To be called behind the last. */
enum kith_status kith_refusals_tell(struct kith_refusals *refusals,
                                    struct kith_error *err);

#endif
