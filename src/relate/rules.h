/* Relation rules: sentences with two holes, from .rel files, compiled into one automaton.
 *
 * The language is described in docs/RULES.md. Immutable once compiled; shared by all
 * threads. */
#ifndef KITH_RELATE_RULES_H
#define KITH_RELATE_RULES_H

#include "gazetteer/gazetteer.h"

struct kith_rules;

struct kith_relation_type {
    struct kith_str name; /* "spokesperson of" */
    bool is_symmetric;
};

/* A rule's place and strength. */
struct kith_rule {
    struct kith_str file;
    uint32_t line;
    double confidence; /* 0 to 1 */
    kith_id relation;  /* its relation type */
};

enum kith_status kith_rules_new(struct kith_rules **out, struct kith_error *err);
void kith_rules_free(struct kith_rules *rules);

/* Add the rules of the file at `path`. A fault is KITH_BAD_INPUT with file, line, column
 * and a sentence: a rule file with a fault stops the run. */
enum kith_status kith_rules_load(struct kith_rules *rules, const char *path,
                                 struct kith_error *err);

/* Compile for matching with the types of `gazetteer`, which must be compiled and outlive
 * the rules. */
enum kith_status kith_rules_compile(struct kith_rules *rules,
                                    const struct kith_gazetteer *gazetteer,
                                    struct kith_error *err);

uint32_t kith_rules_relation_count(const struct kith_rules *rules);
struct kith_relation_type kith_rules_relation(const struct kith_rules *rules,
                                              kith_id relation);
uint32_t kith_rules_count(const struct kith_rules *rules);
struct kith_rule kith_rules_rule(const struct kith_rules *rules, kith_id rule);

#endif
