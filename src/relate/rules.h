/* Relation rules: sentences with two holes, from .rel files and from tables (.csv, .tsv),
 * compiled for matching.
 *
 * The language is described in docs/RULES.md. Immutable once compiled; shared by all
 * threads. */
#ifndef KITH_RELATE_RULES_H
#define KITH_RELATE_RULES_H

#include "base/buf.h"
#include "gazetteer/gazetteer.h"

struct kith_rules;

struct kith_relation_type {
    struct kith_str name; /* "spokesperson of" */
    bool is_symmetric;
    kith_id parent; /* the relation it is a kind of, or KITH_NO_ID */
};

/* A rule's place and strength. */
struct kith_rule {
    struct kith_str file;
    uint32_t line;
    double confidence; /* 0 to 1 */
    kith_id relation;  /* its relation type */
};

/* A sentence that stands under a relation in its file: `+` must give an edge of that
 * relation, `-` must give none. */
struct kith_example {
    struct kith_str file;
    uint32_t line;
    kith_id relation;
    bool is_positive;
    struct kith_str text;
};

/* No rules yet; to be freed by the caller with kith_rules_free. */
enum kith_status kith_rules_new(struct kith_rules **out, struct kith_error *err);
void kith_rules_free(struct kith_rules *rules);

/* Add the rules of the file at `path`. A fault is KITH_BAD_INPUT with file, line, column
 * and a sentence: a rule file with a fault stops the run. Relations of one name are one
 * relation, in whatever file they stand; lists are known in their own file only, and
 * those of tables in all tables that are read later. */
enum kith_status kith_rules_load(struct kith_rules *rules, const char *path,
                                 struct kith_error *err);

/* The same from bytes in memory; `name` stands for the path. The rules keep copies. */
enum kith_status kith_rules_load_bytes(struct kith_rules *rules, struct kith_str bytes,
                                       const char *name, struct kith_error *err);

/* Compile for matching with the types of `gazetteer`, which must be compiled and outlive
 * the rules. A type that the gazetteer does not have matches nothing. Call once, after
 * the last load. */
enum kith_status kith_rules_compile(struct kith_rules *rules,
                                    const struct kith_gazetteer *gazetteer,
                                    struct kith_error *err);

/* A file that was read, as it was. */
struct kith_rule_source {
    struct kith_str path, bytes;
};

/* The files in the order in which they were read. */
uint32_t kith_rules_source_count(const struct kith_rules *rules);
struct kith_rule_source kith_rules_source(const struct kith_rules *rules,
                                          uint32_t source);

uint32_t kith_rules_relation_count(const struct kith_rules *rules);
struct kith_relation_type kith_rules_relation(const struct kith_rules *rules,
                                              kith_id relation);

/* The relation type of that name, or KITH_NO_ID. */
kith_id kith_rules_find_relation(const struct kith_rules *rules, struct kith_str name);

/* True when `relation` is `ancestor` or, through its parents, a kind of it: president of
 * is a kind of leads. */
bool kith_rules_relation_is(const struct kith_rules *rules, kith_id relation,
                            kith_id ancestor);

uint32_t kith_rules_count(const struct kith_rules *rules);
struct kith_rule kith_rules_rule(const struct kith_rules *rules, kith_id rule);
/* Write the casts of all files as a gazetteer's table, for whoever runs the examples;
 * nothing when there are none. A failed append shows in the buffer. */
void kith_rules_write_cast(const struct kith_rules *rules, struct kith_buf *out);

uint32_t kith_rules_example_count(const struct kith_rules *rules);
struct kith_example kith_rules_example(const struct kith_rules *rules, uint32_t example);

#endif
