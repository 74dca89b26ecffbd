/* Looking rules over: lists, relations, types; rules said twice are rule_shadow.h's. */
#include "relate/rule_lint.h"

#include <string.h>

#include "base/hash.h"
#include "base/map.h"
#include "base/near.h"
#include "relate/relation_line.h"
#include "relate/rule_book.h"
#include "relate/rule_shadow.h"

struct lint {
    const struct kith_rules *rules;
    struct kith_str path;
    const struct kith_gazetteer *names;
    bool *has_names;      /* by type: some name is of it */
    struct kith_map told; /* types without names, by their hash */
    struct kith_arena *arena;
    struct kith_problems *problems;
    struct kith_error *err;
};

static bool is_here(const struct lint *l, struct kith_str file)
{
    return kith_str_equal(file, l->path);
}

static enum kith_status lint_lists(const struct lint *l)
{
    for (uint32_t i = 0; i < l->rules->lists.count; i++) {
        const struct kith_word_list *list = &l->rules->lists.items[i];
        bool is_written = list->name.length > 0;
        if (!is_written || list->is_used || !is_here(l, list->path))
            continue;
        KITH_TRY(kith_problems_add(l->problems, KITH_FAULT, l->path, list->line, "list",
                                   l->err, "nothing uses the list '%.*s'",
                                   KITH_STR_ARGS(list->name)));
    }
    return KITH_OK;
}

/* ---- types ---- */

static enum kith_status find_names(struct lint *l)
{
    uint32_t count = kith_gazetteer_entity_count(l->names);
    l->has_names =
        KITH_ARRAY(l->arena, bool, (size_t)kith_gazetteer_type_count(l->names) + 1);
    if (!l->has_names)
        return kith_no_memory(l->err);
    for (kith_id i = 0; i < count; i++)
        l->has_names[kith_gazetteer_entity_type(l->names, i)] = true;
    return KITH_OK;
}

/* True when some name is of the type, or of one below it. */
static enum kith_status ask_type(const struct lint *l, struct kith_str type,
                                 bool *has_names)
{
    struct kith_signature asked = {0};
    asked.sides[0].items = &type;
    asked.sides[0].count = 1;
    KITH_TRY(kith_signature_resolve(&asked, l->names, l->arena, l->err));
    *has_names = false;
    for (uint32_t i = 0; i < kith_gazetteer_type_count(l->names); i++)
        *has_names |= l->has_names[i] && asked.sides[0].fits[i];
    return KITH_OK;
}

/* A type with names that `type` may be a slip of; empty when there is none. */
static struct kith_str near_type(const struct lint *l, struct kith_str type)
{
    const struct kith_str only = KITH_STR("only ");
    if (kith_str_starts_with(type, only))
        type = kith_str_trim(kith_str_slice(type, only.length, type.length));
    for (kith_id i = 0; i < kith_gazetteer_type_count(l->names); i++)
        if (l->has_names[i] && kith_is_near(type, kith_gazetteer_type(l->names, i)))
            return kith_gazetteer_type(l->names, i);
    return (struct kith_str){"", 0};
}

/* A type without names is told once a file, where it first stands. */
static enum kith_status tell_type(struct lint *l, const struct kith_signature *signature,
                                  struct kith_str type)
{
    bool is_new;
    if (!kith_map_place(&l->told, kith_hash(type.data, type.length), 0, &is_new))
        return kith_no_memory(l->err);
    if (!is_new)
        return KITH_OK;
    struct kith_str near = near_type(l, type);
    return kith_problems_add(
        l->problems, KITH_NOTE, l->path, signature->line, "type", l->err,
        "the gazetteers have no name of the type '%.*s'%s%.*s%s", KITH_STR_ARGS(type),
        near.length ? "; is '" : "", KITH_STR_ARGS(near), near.length ? "' meant?" : "");
}

/* Tell the types of one side that no name has; *is_dead when that is all of them. */
static enum kith_status lint_side(struct lint *l, const struct kith_signature *signature,
                                  int side, bool *is_dead)
{
    const struct kith_type_names *types = &signature->sides[side];
    bool has_names;
    *is_dead = true;
    for (uint32_t i = 0; i < types->count; i++) {
        KITH_TRY(ask_type(l, types->items[i], &has_names));
        if (!has_names)
            KITH_TRY(tell_type(l, signature, types->items[i]));
        *is_dead &= !has_names;
    }
    return KITH_OK;
}

static enum kith_status lint_types(struct lint *l, const struct kith_signature *signature)
{
    for (int side = 0; side < 2; side++) {
        bool is_dead;
        KITH_TRY(lint_side(l, signature, side, &is_dead));
        if (is_dead)
            KITH_TRY(kith_problems_add(
                l->problems, KITH_NOTE, l->path, signature->line, "type", l->err,
                "no rule here can match: no name of the gazetteers may stand for %c",
                "AB"[side]));
    }
    return KITH_OK;
}

/* ---- relations ---- */

static enum kith_status lint_relation(struct lint *l, kith_id number, bool has_rules)
{
    const struct kith_signature *signature = &l->rules->signatures.items[number];
    if (has_rules)
        return lint_types(l, signature);
    return kith_problems_add(l->problems, KITH_FAULT, l->path, signature->line,
                             "relation", l->err,
                             "no rule stands under this relation; a family needs no line "
                             "of its own");
}

static enum kith_status lint_relations(struct lint *l)
{
    const struct kith_rule_entries *entries = &l->rules->entries;
    bool *has_rules = KITH_ARRAY(l->arena, bool, (size_t)l->rules->signatures.count + 1);
    if (!has_rules)
        return kith_no_memory(l->err);
    for (uint32_t i = 0; i < entries->count; i++)
        has_rules[entries->items[i].signature] = true;
    for (kith_id i = 0; i < l->rules->signatures.count; i++)
        if (is_here(l, l->rules->signatures.items[i].file))
            KITH_TRY(lint_relation(l, i, has_rules[i]));
    return KITH_OK;
}

enum kith_status kith_rules_lint(const struct kith_rules *rules, struct kith_str path,
                                 const struct kith_gazetteer *names,
                                 struct kith_arena *arena, struct kith_problems *problems,
                                 struct kith_error *err)
{
    struct lint l = {.rules = rules,
                     .path = path,
                     .names = names,
                     .arena = arena,
                     .problems = problems,
                     .err = err};
    enum kith_status status = find_names(&l);
    if (status == KITH_OK)
        status = lint_lists(&l);
    if (status == KITH_OK)
        status = lint_relations(&l);
    if (status == KITH_OK)
        status = kith_rules_lint_shadows(rules, path, l.arena, problems, err);
    kith_map_release(&l.told);
    return status;
}
