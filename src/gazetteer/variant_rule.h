/* The rules by which names are spelt in other ways: rows of variants.csv, nicknames.csv
 * and inflections.csv. docs/FORMATS.md describes the columns. */
#ifndef KITH_GAZETTEER_VARIANT_RULE_H
#define KITH_GAZETTEER_VARIANT_RULE_H

#include <stdbool.h>

#include "base/id.h"
#include "base/problem.h"
#include "base/status.h"
#include "base/str.h"

/* Immutable once loaded; shared by all threads. */
struct kith_variant_rules;

/* Where a variant comes from. Borrowed from the rules. */
struct kith_variant_rule {
    struct kith_str name; /* column `rule` */
    struct kith_str file;
    uint32_t line;
};

/* No rules yet. `languages` are those whose rows are to be read, parted by blanks ("en ru
 * uk"); empty for all. Rows without a language are read in any case. Free with
 * kith_variant_rules_free. */
enum kith_status kith_variant_rules_new(struct kith_str languages,
                                        struct kith_variant_rules **out,
                                        struct kith_error *err);
/* Once all rules are loaded: KITH_BAD_INPUT, with a list of those there are, when one of
 * the languages has no rules. English, which rules without a language are for, always
 * has. */
enum kith_status kith_variant_rules_check(const struct kith_variant_rules *rules,
                                          struct kith_error *err);

void kith_variant_rules_free(struct kith_variant_rules *rules);

/* Add the rows of the CSV at `path`, nicknames or rules as its header says. A row that
 * cannot be a rule goes to `problems` (KITH_FAULT, kind "variant") and is left out.
 * KITH_BAD_INPUT when the header is neither's. */
enum kith_status kith_variant_rules_load(struct kith_variant_rules *rules,
                                         const char *path, struct kith_problems *problems,
                                         struct kith_error *err);

/* The same from bytes in memory; `name` stands for the path in messages. */
enum kith_status kith_variant_rules_load_bytes(struct kith_variant_rules *rules,
                                               struct kith_str bytes, const char *name,
                                               struct kith_problems *problems,
                                               struct kith_error *err);

/* The types that the rules speak of and that hold for an entity, a bit each. */
typedef uint32_t kith_variant_types;

/* True when the type in question is `type` or stands below it. */
typedef bool kith_type_is_fn(void *context, struct kith_str type);

/* Asks `is` once for each type the rules speak of; to be called once a type, not once an
 * alias. */
kith_variant_types kith_variant_rules_types(const struct kith_variant_rules *rules,
                                            kith_type_is_fn *is, void *context);

uint32_t kith_variant_rules_count(const struct kith_variant_rules *rules);
struct kith_variant_rule kith_variant_rules_rule(const struct kith_variant_rules *rules,
                                                 kith_id rule);

#endif
