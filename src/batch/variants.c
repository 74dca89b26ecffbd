/* Making variants of every alias, refusing those that would mean somebody else. */
#include "batch/variants.h"

#include "base/hash.h"
#include "base/map.h"
#include "batch/setup.h"
#include "batch/shipped.h"
#include "gazetteer/variant.h"
#include "output/clean.h"
#include "text/fold.h"

/* In the table of owners: a spelling that two entities would share. */
#define SHARED KITH_NO_ID

struct variants {
    struct kith_setup setup;
    struct kith_variant_rules *rules;
    kith_variant_types *types; /* type -> the rules' bits */
    struct kith_map aliases;   /* hash of a folded alias -> its entity, or SHARED */
    struct kith_map owners;    /* the same of variants */
    struct kith_buf slug;
    struct kith_problems *problems;
    struct kith_buf *out;

    /* The alias and the entity at work. */
    struct kith_alias alias;
    struct kith_buf spellings, reasons;
    kith_id last_rule;
};

/* Spellings that matching does not tell apart have one key. */
static uint64_t key_of(struct variants *variants, struct kith_str text)
{
    kith_buf_reset(&variants->slug);
    kith_slug(text, &variants->slug);
    return kith_hash(variants->slug.data, variants->slug.length);
}

static enum kith_status claim(struct kith_map *owners, uint64_t key, kith_id entity,
                              struct kith_error *err)
{
    uint32_t *owner = kith_map_place(owners, key, entity, NULL);
    if (!owner)
        return kith_no_memory(err);
    if (*owner != entity)
        *owner = SHARED;
    return KITH_OK;
}

/* Rules */

static enum kith_status load_rules(struct variants *variants, const char *languages,
                                   struct kith_error *err)
{
    static const char *const names[] = {"variants.csv", "nicknames.csv",
                                        "inflections.csv"};
    struct kith_setup *setup = &variants->setup;
    const char *shipped = NULL;
    KITH_TRY(kith_shipped_folder(&setup->arena, &shipped, err));
    KITH_TRY(kith_variant_rules_new(kith_str_of(languages), &variants->rules, err));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *path = kith_shipped_find(
            setup->gazetteer_paths, setup->gazetteer_count, names[i], &setup->arena);
        if (!path)
            path = kith_shipped_find(&shipped, 1, names[i], &setup->arena);
        if (path)
            KITH_TRY(
                kith_variant_rules_load(variants->rules, path, variants->problems, err));
    }
    return KITH_OK;
}

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

static enum kith_status ask_types(struct variants *variants, struct kith_error *err)
{
    struct type_question question = {.gazetteer = variants->setup.gazetteer};
    uint32_t count = kith_gazetteer_type_count(question.gazetteer);
    variants->types = KITH_ARRAY(&variants->setup.arena, kith_variant_types, count);
    if (!variants->types)
        return kith_no_memory(err);
    for (; question.type < count; question.type++)
        variants->types[question.type] =
            kith_variant_rules_types(variants->rules, is_of_type, &question);
    return KITH_OK;
}

/* Making */

static enum kith_status make(struct variants *variants, kith_id alias,
                             kith_variant_fn *on_variant, struct kith_error *err)
{
    const struct kith_gazetteer *gazetteer = variants->setup.gazetteer;
    variants->alias = kith_gazetteer_alias(gazetteer, alias);
    if (variants->alias.is_exact)
        return KITH_OK;
    struct kith_entity entity = kith_gazetteer_entity(gazetteer, variants->alias.entity);
    return kith_variants_make(variants->rules, variants->alias.text,
                              variants->types[entity.type_id], on_variant, variants, err);
}

static enum kith_status claim_variant(void *context, const struct kith_variant *variant,
                                      struct kith_error *err)
{
    struct variants *variants = context;
    return claim(&variants->owners, key_of(variants, variant->text),
                 variants->alias.entity, err);
}

/* Who has which spelling: first what the gazetteers say, then what the rules would add.
 */
static enum kith_status claim_all(struct variants *variants, struct kith_error *err)
{
    const struct kith_gazetteer *gazetteer = variants->setup.gazetteer;
    uint32_t count = kith_gazetteer_alias_count(gazetteer);
    for (kith_id i = 0; i < count; i++) {
        struct kith_alias alias = kith_gazetteer_alias(gazetteer, i);
        KITH_TRY(
            claim(&variants->aliases, key_of(variants, alias.text), alias.entity, err));
    }
    for (kith_id i = 0; i < count; i++)
        KITH_TRY(make(variants, i, claim_variant, err));
    return KITH_OK;
}

/* Writing */

static enum kith_status refuse(const struct variants *variants,
                               const struct kith_variant *variant, const char *reason,
                               struct kith_error *err)
{
    const struct kith_alias *alias = &variants->alias;
    struct kith_variant_rule rule =
        kith_variant_rules_rule(variants->rules, variant->rules[0]);
    return kith_problems_add(
        variants->problems, KITH_NOTE, alias->file, alias->line, "variant", err,
        "\"%.*s\", made of \"%.*s\" by the rule %.*s, %s; it is left "
        "out",
        KITH_STR_ARGS(variant->text), KITH_STR_ARGS(alias->text),
        KITH_STR_ARGS(rule.name), reason);
}

static void keep(struct variants *variants, const struct kith_variant *variant)
{
    kith_id rule = variant->rules[0];
    if (rule != variants->last_rule) {
        kith_buf_text(&variants->reasons, variants->reasons.length ? "; " : "");
        kith_buf_str(&variants->reasons,
                     kith_variant_rules_rule(variants->rules, rule).name);
        kith_buf_text(&variants->reasons, ": ");
        variants->last_rule = rule;
    } else {
        kith_buf_text(&variants->reasons, " | ");
    }
    kith_buf_str(&variants->reasons, variant->text);
    kith_buf_text(&variants->spellings, variants->spellings.length ? "|" : "");
    kith_buf_str(&variants->spellings, variant->text);
}

static enum kith_status write_variant(void *context, const struct kith_variant *variant,
                                      struct kith_error *err)
{
    struct variants *variants = context;
    uint64_t key = key_of(variants, variant->text);
    const uint32_t *known = kith_map_find(&variants->aliases, key);
    if (known && *known == variants->alias.entity)
        return KITH_OK;
    if (known)
        return refuse(variants, variant, "is an alias of another entity", err);
    uint32_t *owner = kith_map_find(&variants->owners, key);
    if (!owner || *owner == SHARED)
        return refuse(variants, variant, "would mean another entity too", err);
    keep(variants, variant);
    /* Another alias of the entity may make it again. */
    return claim(&variants->aliases, key, variants->alias.entity, err);
}

static void write_row(struct variants *variants, kith_id entity)
{
    if (variants->spellings.length) {
        struct kith_entity whom =
            kith_gazetteer_entity(variants->setup.gazetteer, entity);
        kith_buf_text(variants->out, "# ");
        kith_buf_str(variants->out, kith_buf_view(&variants->reasons));
        kith_buf_byte(variants->out, '\n');
        kith_clean_csv(variants->out, whom.name);
        kith_buf_byte(variants->out, ',');
        kith_clean_csv(variants->out, whom.type);
        kith_buf_byte(variants->out, ',');
        kith_clean_csv(variants->out, kith_buf_view(&variants->spellings));
        kith_buf_byte(variants->out, '\n');
    }
    kith_buf_reset(&variants->spellings);
    kith_buf_reset(&variants->reasons);
    variants->last_rule = KITH_NO_ID;
}

/* The aliases of an entity stand together unless its rows do not: then it has two rows
 * here, too. */
static enum kith_status write_all(struct variants *variants, struct kith_error *err)
{
    kith_buf_text(variants->out, "name,type,aliases\n");
    kith_id entity = 0;
    uint32_t count = kith_gazetteer_alias_count(variants->setup.gazetteer);
    for (kith_id i = 0; i < count; i++) {
        kith_id next = kith_gazetteer_alias(variants->setup.gazetteer, i).entity;
        if (next != entity)
            write_row(variants, entity);
        entity = next;
        KITH_TRY(make(variants, i, write_variant, err));
    }
    if (count)
        write_row(variants, entity);
    KITH_TRY(kith_buf_check(&variants->spellings, err));
    KITH_TRY(kith_buf_check(&variants->reasons, err));
    return kith_buf_check(variants->out, err);
}

static enum kith_status run(struct variants *variants, const char *const *gazetteers,
                            size_t gazetteer_count, const char *languages,
                            struct kith_error *err)
{
    KITH_TRY(kith_setup_load(&variants->setup, gazetteers, gazetteer_count, NULL, 0, true,
                             NULL, variants->problems, err));
    KITH_TRY(load_rules(variants, languages, err));
    KITH_TRY(ask_types(variants, err));
    KITH_TRY(claim_all(variants, err));
    return write_all(variants, err);
}

enum kith_status kith_variants_rows(const char *const *gazetteers, size_t gazetteer_count,
                                    const char *languages, struct kith_problems *problems,
                                    struct kith_buf *out, struct kith_error *err)
{
    struct variants variants = {
        .problems = problems, .out = out, .last_rule = KITH_NO_ID};
    enum kith_status status = run(&variants, gazetteers, gazetteer_count, languages, err);
    kith_variant_rules_free(variants.rules);
    kith_map_release(&variants.aliases);
    kith_map_release(&variants.owners);
    kith_buf_release(&variants.slug);
    kith_buf_release(&variants.spellings);
    kith_buf_release(&variants.reasons);
    kith_setup_release(&variants.setup);
    return status;
}
