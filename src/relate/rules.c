/* The rules of a run: loading, compiling, and what is known of each. */
#include "relate/rules.h"

#include <stdlib.h>

#include "base/file.h"
#include "relate/relation_line.h"
#include "relate/rule_book.h"
#include "relate/rule_columns.h"
#include "relate/rule_file.h"
#include "relate/rule_intake.h"
#include "relate/rule_table.h"

enum kith_status kith_rules_new(struct kith_rules **out, struct kith_error *err)
{
    struct kith_rules *rules = calloc(1, sizeof *rules);
    if (!rules)
        return kith_no_memory(err);
    kith_arena_init(&rules->arena, KITH_ARENA_UNCAPPED);
    kith_intern_init(&rules->relation_names, &rules->arena);
    enum kith_status status = kith_word_classes_init(&rules->classes, &rules->arena, err);
    if (status == KITH_OK)
        *out = rules;
    else
        kith_rules_free(rules);
    return status;
}

void kith_rules_free(struct kith_rules *rules)
{
    if (!rules)
        return;
    kith_net_release(&rules->net);
    kith_word_classes_release(&rules->classes);
    kith_intern_release(&rules->relation_names);
    kith_arena_release(&rules->arena);
    free(rules);
}

/* `path` and `bytes` are the rules' own. */
static enum kith_status read_file(struct kith_rules *rules, struct kith_str path,
                                  struct kith_str bytes, struct kith_error *err)
{
    if (!KITH_ARENA_PUSHABLE(&rules->arena, &rules->sources))
        return kith_no_memory(err);
    rules->sources.items[rules->sources.count++] = (struct kith_rule_source){path, bytes};
    return kith_rule_table_is_named(path) ? kith_rule_table_read(rules, path, bytes, err)
                                          : kith_rule_file_read(rules, path, bytes, err);
}

enum kith_status kith_rules_load(struct kith_rules *rules, const char *path,
                                 struct kith_error *err)
{
    struct kith_str bytes;
    struct kith_str name = kith_str_copy(&rules->arena, kith_str_of(path));
    if (!name.data)
        return kith_no_memory(err);
    KITH_TRY(kith_file_read(path, KITH_RULE_FILE_LIMIT, &rules->arena, &bytes, err));
    return read_file(rules, name, bytes, err);
}

enum kith_status kith_rules_load_bytes(struct kith_rules *rules, struct kith_str bytes,
                                       const char *name, struct kith_error *err)
{
    struct kith_str path = kith_str_copy(&rules->arena, kith_str_of(name));
    char *copy = kith_arena_zeroed(&rules->arena, bytes.length + KITH_FILE_PADDING, 1);
    if (!path.data || !copy)
        return kith_no_memory(err);
    if (bytes.length)
        memcpy(copy, bytes.data, bytes.length);
    return read_file(rules, path, (struct kith_str){copy, bytes.length}, err);
}

enum kith_status kith_rules_compile(struct kith_rules *rules,
                                    const struct kith_gazetteer *gazetteer,
                                    struct kith_error *err)
{
    rules->gazetteer = gazetteer;
    KITH_TRY(kith_status_table_build(rules, err));
    for (uint32_t i = 0; i < rules->signatures.count; i++)
        KITH_TRY(kith_signature_resolve(&rules->signatures.items[i], gazetteer,
                                        &rules->arena, err));
    KITH_TRY(kith_prospects_build(rules, err));
    KITH_TRY(kith_net_build(rules, err));
    return kith_lexicon_build(rules, err);
}

uint32_t kith_rules_source_count(const struct kith_rules *rules)
{
    return rules->sources.count;
}

struct kith_rule_source kith_rules_source(const struct kith_rules *rules, uint32_t source)
{
    return rules->sources.items[source];
}

uint32_t kith_rules_relation_count(const struct kith_rules *rules)
{
    return rules->relations.count;
}

struct kith_relation_type kith_rules_relation(const struct kith_rules *rules,
                                              kith_id relation)
{
    return rules->relations.items[relation];
}

kith_id kith_rules_find_relation(const struct kith_rules *rules, struct kith_str name)
{
    return kith_intern_find(&rules->relation_names, name);
}

bool kith_rules_relation_is(const struct kith_rules *rules, kith_id relation,
                            kith_id ancestor)
{
    while (relation != KITH_NO_ID && relation != ancestor)
        relation = rules->relations.items[relation].parent;
    return relation != KITH_NO_ID;
}

uint32_t kith_rules_count(const struct kith_rules *rules)
{
    return rules->entries.count;
}

struct kith_rule kith_rules_rule(const struct kith_rules *rules, kith_id rule)
{
    return rules->entries.items[rule].rule;
}

void kith_rules_write_cast(const struct kith_rules *rules, struct kith_buf *out)
{
    kith_cast_write(&rules->cast, out);
}

uint32_t kith_rules_example_count(const struct kith_rules *rules)
{
    return rules->examples.count;
}

struct kith_example kith_rules_example(const struct kith_rules *rules, uint32_t example)
{
    return rules->examples.items[example];
}
