/* kith_trace of kith.h: a text read as an article, and what its rules made of it. */
#include "kith.h"

#include "api/give.h"
#include "batch/passage.h"
#include "output/traced.h"

static enum kith_status find_relation(const struct kith_rules *rules, const char *name,
                                      kith_id *relation, struct kith_error *err)
{
    *relation = KITH_NO_ID;
    if (!name)
        return KITH_OK;
    *relation = kith_rules_find_relation(rules, kith_str_of(name));
    return *relation == KITH_NO_ID
               ? kith_fail(err, KITH_BAD_INPUT, "no rule file has a relation '%s'", name)
               : KITH_OK;
}

static enum kith_status trace(const struct kith_setup *setup,
                              const struct kith_trace_options *options,
                              struct kith_arena *arena, struct kith_buf *out,
                              struct kith_error *err)
{
    struct kith_passage passage;
    struct kith_traced traced = {.gazetteer = setup->gazetteer,
                                 .rules = setup->rules,
                                 .findings = &passage.findings,
                                 .all = options->all};
    if (!setup->rules)
        return kith_fail(err, KITH_CANNOT_READ,
                         "there are no rules: relations.rel is "
                         "neither with the gazetteers nor shipped");
    KITH_TRY(find_relation(setup->rules, options->relation, &traced.relation, err));
    KITH_TRY(kith_passage_read(setup, setup->rules, kith_str_of(options->text), arena,
                               &passage, err));
    return kith_traced_write(&traced, options->as_json, arena, out, err);
}

enum kith_status kith_trace(const struct kith_trace_options *options, char **text,
                            size_t *length, struct kith_error *err)
{
    struct kith_setup setup;
    struct kith_arena arena;
    struct kith_problems unheard; /* of gazetteers: kith_check tells them */
    struct kith_buf out = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&unheard, &arena);
    const struct kith_setup_wish wish = {.gazetteers = options->gazetteers,
                                         .gazetteer_count = options->gazetteer_count,
                                         .rules = options->rules,
                                         .rule_count = options->rule_count,
                                         .recognize = &options->recognize};
    enum kith_status status = kith_setup_load(&setup, &wish, &unheard, err);
    if (status == KITH_OK)
        status = trace(&setup, options, &arena, &out, err);
    status = kith_give(&out, status, text, length, err);
    kith_setup_release(&setup);
    kith_arena_release(&arena);
    return status;
}
