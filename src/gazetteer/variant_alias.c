/* Variants as aliases: what the rules make of each alias of a gazetteer, kept where it
 * means nobody else.
 *
 * One walk over the aliases. The first to make a spelling gets it as an alias; when an
 * entity behind makes the same one, both lose it, so that the order of rows does not
 * decide who is meant. What is left at the end joins the aliases of the rows. */
#include "base/hash.h"
#include "gazetteer/tables.h"
#include "gazetteer/variant_all.h"
#include "gazetteer/variant_refusal.h"

/* A spelling that rules made. */
struct made_alias {
    struct kith_alias_record record; /* text: an offset in `texts` */
    uint16_t rule;                   /* in the gazetteer's variant_rules */
    bool is_lost;                    /* to an entity that would be called so, too */
};

struct varying {
    struct kith_gazetteer *gazetteer;
    struct kith_variant_rules *rules;
    struct kith_problems *problems;
    struct kith_refusals refusals;
    struct kith_arena arena;
    kith_variant_types *types; /* type -> the rules' bits */
    struct kith_map owners;    /* key -> the first alias of that spelling: one of the
                                  gazetteer's, or its count and an index in `made` */
    struct kith_map settled;   /* key and entity: an alias of its own, or refused and
                                  told */
    struct {
        struct made_alias *items;
        uint32_t count, room;
    } made;
    struct kith_buf texts;
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

static enum kith_status refuse(struct varying *varying, kith_id alias,
                               const struct kith_variant *variant,
                               enum kith_refusal_reason reason,
                               const struct kith_alias_record *owner,
                               struct kith_error *err)
{
    struct kith_refusal refusal = {
        .reason = reason,
        .alias = varying->gazetteer->aliases.items[alias],
        .text = variant->text,
        .rule = kith_variant_rules_rule(varying->rules, variant->rules[0])};
    if (owner)
        refusal.owner = *owner;
    return kith_refusals_add(&varying->refusals, &refusal, err);
}

/* ---- making ---- */

static enum kith_status push(struct varying *varying, kith_id alias,
                             const struct kith_variant *variant, struct kith_error *err)
{
    struct kith_gazetteer *gazetteer = varying->gazetteer;
    kith_id rule =
        kith_intern_add(&gazetteer->variant_rules,
                        kith_variant_rules_rule(varying->rules, variant->rules[0]).name);
    if (rule > UINT16_MAX || !KITH_ARENA_PUSHABLE(&varying->arena, &varying->made))
        return kith_no_memory(err);
    if (varying->texts.length > UINT32_MAX)
        return kith_fail(err, KITH_LIMIT, "the variants hold more than 4 GiB of names");
    struct made_alias made = {gazetteer->aliases.items[alias], (uint16_t)rule, false};
    made.record.text = (uint32_t)varying->texts.length;
    made.record.length = (uint16_t)variant->text.length;
    made.record.traits |= KITH_ALIAS_VARIANT;
    if (variant->is_lone)
        made.record.traits |= KITH_ALIAS_WEAK;
    kith_buf_str(&varying->texts, variant->text);
    varying->made.items[varying->made.count++] = made;
    return KITH_OK;
}

/* The made alias that `owner` is, or NULL for one of a row. */
static struct made_alias *made_of(const struct varying *varying, kith_id owner)
{
    const uint32_t row_aliases = varying->gazetteer->aliases.count;
    return owner < row_aliases ? NULL : &varying->made.items[owner - row_aliases];
}

static const struct kith_alias_record *record_of(const struct varying *varying,
                                                 kith_id owner)
{
    const struct made_alias *made = made_of(varying, owner);
    return made ? &made->record : &varying->gazetteer->aliases.items[owner];
}

/* Somebody else has the spelling: nobody gets it. */
static enum kith_status contest(struct varying *varying, kith_id alias,
                                const struct kith_variant *variant, kith_id owner,
                                struct kith_error *err)
{
    bool is_new;
    const kith_id entity = varying->gazetteer->aliases.items[alias].entity;
    KITH_TRY(settle(varying, variant->key, entity, &is_new, err));
    if (!is_new)
        return KITH_OK;
    struct made_alias *made = made_of(varying, owner);
    if (made)
        made->is_lost = true;
    return refuse(varying, alias, variant,
                  made ? KITH_REFUSED_VARIANT : KITH_REFUSED_ALIAS,
                  record_of(varying, owner), err);
}

static enum kith_status add(struct varying *varying, kith_id alias,
                            const struct kith_variant *variant, struct kith_error *err)
{
    const struct kith_alias_table *aliases = &varying->gazetteer->aliases;
    const kith_id entity = aliases->items[alias].entity;
    const uint32_t *owner = kith_map_find(&varying->owners, variant->key);
    bool is_new = true;
    if (variant->text.length > UINT16_MAX ||
        (owner && record_of(varying, *owner)->entity == entity))
        return KITH_OK;
    if (variant->is_ordinary) {
        KITH_TRY(settle(varying, variant->key, entity, &is_new, err));
        return is_new ? refuse(varying, alias, variant, KITH_REFUSED_ORDINARY, NULL, err)
                      : KITH_OK;
    }
    if (owner)
        return contest(varying, alias, variant, *owner, err);
    if (!kith_map_place(&varying->owners, variant->key,
                        aliases->count + varying->made.count, NULL))
        return kith_no_memory(err);
    return push(varying, alias, variant, err);
}

/* Owners are looked up all over a large map: they are fetched so many variants ahead. */
#define AHEAD 8

static enum kith_status add_some(void *context, const struct kith_made_variant *variants,
                                 uint32_t count, struct kith_error *err)
{
    struct varying *varying = context;
    for (uint32_t i = 0; i < count; i++) {
        if (i + AHEAD < count)
            kith_map_prefetch(&varying->owners, variants[i + AHEAD].variant.key);
        KITH_TRY(add(varying, variants[i].alias, &variants[i].variant, err));
    }
    return KITH_OK;
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

/* Put a made alias behind those of the rows. */
static enum kith_status join(struct varying *varying, const struct made_alias *made,
                             struct kith_error *err)
{
    struct kith_gazetteer *gazetteer = varying->gazetteer;
    const struct kith_alias_record *record = &made->record;
    struct kith_piece piece;
    KITH_TRY(kith_piece_add(gazetteer,
                            kith_str_slice(kith_buf_view(&varying->texts), record->text,
                                           record->text + record->length),
                            &piece, err));
    if (!KITH_ARENA_PUSHABLE(&gazetteer->arena, &gazetteer->aliases) ||
        !KITH_ARENA_PUSHABLE(&gazetteer->arena, &gazetteer->variants))
        return kith_no_memory(err);
    struct kith_alias_record *alias =
        &gazetteer->aliases.items[gazetteer->aliases.count++];
    *alias = *record;
    alias->text = piece.offset;
    gazetteer->variants.items[gazetteer->variants.count++] = made->rule;
    return KITH_OK;
}

static enum kith_status vary(struct varying *varying, unsigned jobs,
                             struct kith_error *err)
{
    struct kith_gazetteer *gazetteer = varying->gazetteer;
    KITH_TRY(ask_types(varying, err));
    for (kith_id i = 0; i < gazetteer->aliases.count; i++)
        KITH_TRY(claim(varying, i, err));
    const struct kith_variants_all all = {.gazetteer = gazetteer,
                                          .rules = varying->rules,
                                          .types = varying->types,
                                          .jobs = jobs,
                                          .on_variants = add_some,
                                          .context = varying};
    KITH_TRY(kith_variants_make_all(&all, err));
    KITH_TRY(kith_refusals_tell(&varying->refusals, err));
    KITH_TRY(kith_buf_check(&varying->texts, err));
    for (uint32_t i = 0; i < varying->made.count; i++)
        if (!varying->made.items[i].is_lost)
            KITH_TRY(join(varying, &varying->made.items[i], err));
    return KITH_OK;
}

static enum kith_status load(struct varying *varying,
                             const struct kith_variants_wish *wish,
                             struct kith_error *err)
{
    struct kith_gazetteer *gazetteer = varying->gazetteer;
    struct kith_origins *origins = &gazetteer->origins;
    KITH_TRY(kith_variant_rules_new(wish->languages, &varying->rules, err));
    origins->languages = kith_str_copy(&gazetteer->lasting, wish->languages);
    if (!origins->languages.data)
        return kith_no_memory(err);
    for (size_t i = 0; i < wish->path_count; i++) {
        KITH_TRY(kith_variant_rules_load(varying->rules, wish->paths[i],
                                         varying->problems, err));
        KITH_TRY(kith_origins_add(origins, wish->paths[i], KITH_ORIGIN_RULES,
                                  &gazetteer->lasting, err));
    }
    return kith_variant_rules_check(varying->rules, err);
}

enum kith_status kith_gazetteer_vary(struct kith_gazetteer *gazetteer,
                                     const struct kith_variants_wish *wish,
                                     struct kith_problems *problems,
                                     struct kith_error *err)
{
    if (gazetteer->image.bytes)
        return kith_fail(err, KITH_BAD_INPUT,
                         "an image has the variants it was compiled with; ask for others "
                         "when it is compiled");
    struct varying varying = {.gazetteer = gazetteer, .problems = problems};
    kith_arena_init(&varying.arena, KITH_ARENA_UNCAPPED);
    kith_refusals_init(&varying.refusals, gazetteer, problems);
    enum kith_status status = load(&varying, wish, err);
    if (status == KITH_OK)
        status = vary(&varying, wish->jobs, err);
    kith_refusals_release(&varying.refusals);
    kith_variant_rules_free(varying.rules);
    kith_map_release(&varying.owners);
    kith_map_release(&varying.settled);
    kith_buf_release(&varying.texts);
    kith_arena_release(&varying.arena);
    return status;
}
