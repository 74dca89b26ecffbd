/* Variants as aliases: what the rules make of each alias of a gazetteer, kept where it
 * means nobody else.
 *
 * One walk over the aliases. The first to make a spelling gets it as an alias; when an
 * entity behind makes the same one, both lose it, so that the order of rows does not
 * decide who is meant. What was lost is taken out of the tables at the end. */
#include "base/hash.h"
#include "gazetteer/tables.h"
#include "gazetteer/variant_refusal.h"

struct varying {
    struct kith_gazetteer *gazetteer;
    struct kith_variant_rules *rules;
    struct kith_problems *problems;
    struct kith_refusals refusals;
    struct kith_arena arena;
    kith_variant_types *types;      /* type -> the rules' bits */
    struct kith_map owners;         /* key -> the first alias of that spelling */
    struct kith_map settled;        /* key and entity: an alias of its own, or refused and
                                       told */
    uint32_t row_aliases;           /* those behind were made here */
    struct kith_alias_record alias; /* at work */
};

/* ---- who has which spelling ---- */

static enum kith_status settle(struct varying *varying, uint64_t key, kith_id entity,
                               bool *is_new, struct kith_error *err)
{
    uint64_t pair = key ^ kith_hash_u64((uint64_t)entity + 1);
    return kith_map_place(&varying->settled, pair, 0, is_new) ? KITH_OK
                                                              : kith_no_memory(err);
}

/* A corrected alias is nobody's, but its entity is not to get it back. */
static enum kith_status claim(struct varying *varying, kith_id alias,
                              struct kith_error *err)
{
    const struct kith_alias_record *aliases = varying->gazetteer->aliases.items;
    uint64_t key = kith_variant_key(kith_alias_text(varying->gazetteer, alias));
    if (aliases[alias].case_rule == KITH_CASE_NEVER)
        return settle(varying, key, aliases[alias].entity, NULL, err);
    bool is_new;
    const uint32_t *owner = kith_map_place(&varying->owners, key, alias, &is_new);
    if (!owner)
        return kith_no_memory(err);
    if (is_new || aliases[*owner].entity == aliases[alias].entity)
        return KITH_OK;
    return settle(varying, key, aliases[alias].entity, NULL, err);
}

/* ---- refusing ---- */

static enum kith_status refuse(struct varying *varying,
                               const struct kith_variant *variant,
                               enum kith_refusal_reason reason, kith_id owner,
                               struct kith_error *err)
{
    const struct kith_refusal refusal = {
        .reason = reason,
        .alias = varying->alias,
        .owner = owner,
        .text = variant->text,
        .rule = kith_variant_rules_rule(varying->rules, variant->rules[0])};
    return kith_refusals_add(&varying->refusals, &refusal, err);
}

/* ---- making ---- */

static enum kith_status push(struct varying *varying, const struct kith_variant *variant,
                             struct kith_error *err)
{
    struct kith_gazetteer *gazetteer = varying->gazetteer;
    struct kith_alias_record record = varying->alias;
    struct kith_piece piece;
    kith_id rule =
        kith_intern_add(&gazetteer->variant_rules,
                        kith_variant_rules_rule(varying->rules, variant->rules[0]).name);
    KITH_TRY(kith_pool_add(gazetteer, variant->text, &piece, err));
    if (rule > UINT16_MAX ||
        !KITH_ARENA_PUSHABLE(&gazetteer->arena, &gazetteer->aliases) ||
        !KITH_ARENA_PUSHABLE(&gazetteer->arena, &gazetteer->variants))
        return kith_no_memory(err);
    record.text = piece.offset;
    record.length = (uint16_t)piece.length;
    record.traits |= KITH_ALIAS_VARIANT;
    if (variant->is_lone)
        record.traits |= KITH_ALIAS_WEAK;
    gazetteer->aliases.items[gazetteer->aliases.count++] = record;
    gazetteer->variants.items[gazetteer->variants.count++] = (uint16_t)rule;
    return KITH_OK;
}

/* Somebody else has the spelling: nobody gets it. */
static enum kith_status contest(struct varying *varying,
                                const struct kith_variant *variant, kith_id owner,
                                struct kith_error *err)
{
    bool is_new;
    KITH_TRY(settle(varying, variant->key, varying->alias.entity, &is_new, err));
    if (!is_new)
        return KITH_OK;
    if (owner < varying->row_aliases)
        return refuse(varying, variant, KITH_REFUSED_ALIAS, owner, err);
    varying->gazetteer->aliases.items[owner].case_rule = KITH_CASE_NEVER;
    return refuse(varying, variant, KITH_REFUSED_VARIANT, owner, err);
}

static enum kith_status add(void *context, const struct kith_variant *variant,
                            struct kith_error *err)
{
    struct varying *varying = context;
    const struct kith_alias_table *aliases = &varying->gazetteer->aliases;
    const kith_id entity = varying->alias.entity;
    const uint32_t *owner = kith_map_find(&varying->owners, variant->key);
    bool is_new = true;
    if (variant->text.length > UINT16_MAX ||
        (owner && aliases->items[*owner].entity == entity))
        return KITH_OK;
    if (variant->is_ordinary) {
        KITH_TRY(settle(varying, variant->key, entity, &is_new, err));
        return is_new ? refuse(varying, variant, KITH_REFUSED_ORDINARY, KITH_NO_ID, err)
                      : KITH_OK;
    }
    if (owner)
        return contest(varying, variant, *owner, err);
    if (!kith_map_place(&varying->owners, variant->key, aliases->count, NULL))
        return kith_no_memory(err);
    return push(varying, variant, err);
}

static enum kith_status vary_alias(struct varying *varying, kith_id alias,
                                   struct kith_error *err)
{
    const struct kith_gazetteer *gazetteer = varying->gazetteer;
    varying->alias = gazetteer->aliases.items[alias];
    if (varying->alias.case_rule == KITH_CASE_EXACT ||
        varying->alias.case_rule == KITH_CASE_NEVER ||
        (varying->alias.traits & KITH_ALIAS_DEMONYM))
        return KITH_OK;
    kith_id type = gazetteer->entities.items[varying->alias.entity].type;
    /* What is made goes into the pool, which may move. */
    char bytes[UINT8_MAX + 1];
    struct kith_str text = kith_alias_text(gazetteer, alias);
    if (text.length > sizeof bytes)
        return KITH_OK;
    memcpy(bytes, text.data, text.length);
    return kith_variants_make(varying->rules, (struct kith_str){bytes, text.length},
                              varying->types[type], add, varying, err);
}

/* ---- the whole ---- */

struct type_question {
    const struct kith_gazetteer *gazetteer;
    kith_id type;
};

static bool is_of_type(void *context, struct kith_str type)
{
    const struct type_question *question = context;
    kith_id wanted = kith_gazetteer_find_type(question->gazetteer, type);
    return wanted != KITH_NO_ID &&
           kith_gazetteer_type_is(question->gazetteer, question->type, wanted);
}

static enum kith_status ask_types(struct varying *varying, struct kith_error *err)
{
    struct type_question question = {.gazetteer = varying->gazetteer};
    uint32_t count = kith_gazetteer_type_count(varying->gazetteer);
    varying->types = KITH_ARRAY(&varying->arena, kith_variant_types, count);
    if (!varying->types)
        return kith_no_memory(err);
    for (; question.type < count; question.type++)
        varying->types[question.type] =
            kith_variant_rules_types(varying->rules, is_of_type, &question);
    return KITH_OK;
}

/* Take out the variants that were lost, and their texts, which stand in the same order
 * behind all else in the pool. */
static void drop_lost(struct varying *varying, uint32_t pool_end)
{
    struct kith_gazetteer *gazetteer = varying->gazetteer;
    struct kith_alias_table *aliases = &gazetteer->aliases;
    struct kith_variant_table *variants = &gazetteer->variants;
    const uint32_t first = varying->row_aliases;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < variants->count; i++) {
        struct kith_alias_record record = aliases->items[first + i];
        if (record.case_rule == KITH_CASE_NEVER)
            continue;
        memmove(gazetteer->pool.items + pool_end, gazetteer->pool.items + record.text,
                record.length);
        record.text = pool_end;
        pool_end += record.length;
        aliases->items[first + kept] = record;
        variants->items[kept++] = variants->items[i];
    }
    aliases->count = first + kept;
    variants->count = kept;
    gazetteer->pool.count = pool_end;
}

static enum kith_status vary(struct varying *varying, struct kith_error *err)
{
    struct kith_gazetteer *gazetteer = varying->gazetteer;
    const uint32_t pool_end = gazetteer->pool.count;
    varying->row_aliases = gazetteer->aliases.count;
    KITH_TRY(ask_types(varying, err));
    for (kith_id i = 0; i < varying->row_aliases; i++)
        KITH_TRY(claim(varying, i, err));
    for (kith_id i = 0; i < varying->row_aliases; i++)
        KITH_TRY(vary_alias(varying, i, err));
    KITH_TRY(kith_refusals_tell(&varying->refusals, err));
    drop_lost(varying, pool_end);
    return KITH_OK;
}

static enum kith_status load(struct varying *varying, struct kith_str languages,
                             const char *const *paths, size_t path_count,
                             struct kith_error *err)
{
    struct kith_gazetteer *gazetteer = varying->gazetteer;
    struct kith_origins *origins = &gazetteer->origins;
    KITH_TRY(kith_variant_rules_new(languages, &varying->rules, err));
    origins->languages = kith_str_copy(&gazetteer->lasting, languages);
    if (!origins->languages.data)
        return kith_no_memory(err);
    for (size_t i = 0; i < path_count; i++) {
        KITH_TRY(
            kith_variant_rules_load(varying->rules, paths[i], varying->problems, err));
        KITH_TRY(kith_origins_add(origins, paths[i], KITH_ORIGIN_RULES,
                                  &gazetteer->lasting, err));
    }
    return kith_variant_rules_check(varying->rules, err);
}

enum kith_status kith_gazetteer_vary(struct kith_gazetteer *gazetteer,
                                     struct kith_str languages, const char *const *paths,
                                     size_t path_count, struct kith_problems *problems,
                                     struct kith_error *err)
{
    if (gazetteer->image.bytes)
        return kith_fail(err, KITH_BAD_INPUT,
                         "an image has the variants it was compiled with; ask for others "
                         "when it is compiled");
    struct varying varying = {.gazetteer = gazetteer, .problems = problems};
    kith_arena_init(&varying.arena, KITH_ARENA_UNCAPPED);
    kith_refusals_init(&varying.refusals, gazetteer, problems);
    enum kith_status status = load(&varying, languages, paths, path_count, err);
    if (status == KITH_OK)
        status = vary(&varying, err);
    kith_refusals_release(&varying.refusals);
    kith_variant_rules_free(varying.rules);
    kith_map_release(&varying.owners);
    kith_map_release(&varying.settled);
    kith_arena_release(&varying.arena);
    return status;
}
