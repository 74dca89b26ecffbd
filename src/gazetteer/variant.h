/* Spelling variants: further ways of writing an alias, made by the rules of
 * variant_rule.h.
 *
 * A variant is a candidate. Whether another entity is called so already is not known
 * here: who asks for variants refuses such a one and reports it. */
#ifndef KITH_GAZETTEER_VARIANT_H
#define KITH_GAZETTEER_VARIANT_H

#include "gazetteer/variant_rule.h"

/* An alias makes no more than this, inflections not counted, likeliest first. Behind the
 * first 32 the press hardly ever has one of them; docs/ALGORITHMS.md has the curve. */
#define KITH_VARIANT_LIMIT 32

/* A variant is made by at most so many rules. */
#define KITH_VARIANT_DEPTH 8

struct kith_variant {
    struct kith_str text; /* lives until the callback returns */
    kith_id rules[KITH_VARIANT_DEPTH];
    uint32_t rule_count; /* at least 1; rules[0] is the one to name when one is named */
    uint64_t key;        /* kith_variant_key of the text */
    bool is_lone;        /* one word, of an alias that has several: "Reed" of Reed Ltd */
    bool is_ordinary;    /* one word of the list of ordinary words: not to be used */
};

/* Spellings that matching does not tell apart have one key: a hash of the letters,
 * folded, without dots, hyphens as blanks. */
uint64_t kith_variant_key(struct kith_str text);

/* Called once a variant. Anything but KITH_OK stops the making and is returned. */
typedef enum kith_status kith_variant_fn(void *context,
                                         const struct kith_variant *variant,
                                         struct kith_error *err);

/* Make the variants of `alias`, whose mark is taken off; one marked '=' has none, so do
 * not ask. `types` are those of its entity: kith_variant_rules_types. No two are written
 * alike, and none is written as the alias, under the matcher's folding. The order is the
 * same in every run. Needs no memory but the stack, so only the callback can fail.
 *
 * An acronym (one word in capitals, at most five letters), an alias of more than
 * KITH_NAME_WORDS words, and one longer than 256 bytes make none. No variant has less
 * than three letters. */
enum kith_status kith_variants_make(const struct kith_variant_rules *rules,
                                    struct kith_str alias, kith_variant_types types,
                                    kith_variant_fn *on_variant, void *context,
                                    struct kith_error *err);

/* The same with another limit than KITH_VARIANT_LIMIT: for measuring. */
enum kith_status kith_variants_make_some(const struct kith_variant_rules *rules,
                                         struct kith_str alias, kith_variant_types types,
                                         uint32_t limit, kith_variant_fn *on_variant,
                                         void *context, struct kith_error *err);

#endif
