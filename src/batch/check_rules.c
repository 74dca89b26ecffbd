/* Checking rule files, one by one, and all of them over articles. */
#include "batch/check_rules.h"

#include "batch/analyze.h"
#include "batch/example.h"
#include "batch/survey.h"
#include "relate/rule_lint.h"
#include "relate/rule_columns.h"

bool kith_is_rule_file(const char *path)
{
    return kith_str_ends_with(kith_str_of(path), KITH_STR(".rel")) ||
           kith_rule_table_is(path);
}

/* ---- one file, or all tables ---- */

/* Run the examples of rules that have just been read. Those of a file with a cast have
 * its names alone, so that they say the same to everybody. */
static enum kith_status run_examples(const struct kith_setup *setup,
                                     struct kith_rules *rules, struct kith_str cast,
                                     struct kith_problems *problems,
                                     struct kith_error *err)
{
    struct kith_setup own = {0};
    if (!cast.length) {
        KITH_TRY(kith_rules_compile(rules, setup->gazetteer, err));
        return kith_examples_run(setup, rules, problems, err);
    }
    enum kith_status status = kith_setup_load_names(&own, cast, problems, err);
    if (status == KITH_OK)
        status = kith_rules_compile(rules, own.gazetteer, err);
    if (status == KITH_OK)
        status = kith_examples_run(&own, rules, problems, err);
    kith_setup_release(&own);
    return status;
}

static enum kith_status check_read(struct kith_setup *setup, const char *const *paths,
                                   size_t path_count, struct kith_rules *rules,
                                   struct kith_buf *cast, struct kith_problems *problems,
                                   struct kith_error *err)
{
    kith_rules_write_cast(rules, cast);
    KITH_TRY(kith_buf_check(cast, err));
    KITH_TRY(run_examples(setup, rules, kith_buf_view(cast), problems, err));
    for (size_t i = 0; i < path_count; i++)
        KITH_TRY(kith_rules_lint(rules, kith_str_of(paths[i]), setup->gazetteer,
                                 &setup->arena, problems, err));
    return KITH_OK;
}

static enum kith_status check_together(struct kith_setup *setup, const char *const *paths,
                                       size_t path_count, struct kith_problems *problems,
                                       struct kith_error *err)
{
    struct kith_rules *rules = NULL;
    struct kith_buf cast = {0};
    enum kith_status status =
        kith_setup_read_rules(setup, paths, path_count, &rules, err);
    if (status == KITH_OK)
        status = check_read(setup, paths, path_count, rules, &cast, problems, err);
    kith_buf_release(&cast);
    kith_rules_free(rules);
    return status;
}

/* A .rel file stands for itself; tables share their lists, and so are read together. */
static enum kith_status check_each(struct kith_setup *setup, const char *const *paths,
                                   size_t path_count, struct kith_arena *arena,
                                   struct kith_problems *problems, struct kith_error *err)
{
    size_t table_count = 0;
    const char **tables = KITH_ARRAY(arena, const char *, path_count + 1);
    if (!tables)
        return kith_no_memory(err);
    for (size_t i = 0; i < path_count; i++)
        if (kith_rule_table_is_named(kith_str_of(paths[i])))
            tables[table_count++] = paths[i];
        else
            KITH_TRY(check_together(setup, &paths[i], 1, problems, err));
    return table_count ? check_together(setup, tables, table_count, problems, err)
                       : KITH_OK;
}

/* ---- rules that find nothing ---- */

/* Note for each rule whether a relation in this article rests on it. */
static void mark_used(const struct kith_findings *findings, bool *is_used)
{
    for (uint32_t i = 0; i < findings->evidence_count; i++)
        if (findings->evidence[i].relation != KITH_COOCCURRENCE)
            is_used[findings->evidence[i].rule] = true;
}

struct watch {
    const struct kith_setup *setup;
    struct kith_arena *arena;
    bool *is_used; /* by rule */
};

static enum kith_status watch_article(void *context, const struct kith_unread *unread,
                                      struct kith_error *err)
{
    static const struct kith_reader_options options;
    const struct kith_window window = {KITH_SENTENCE, 0};
    const struct watch *watch = context;
    struct kith_arena_mark mark = kith_arena_mark(watch->arena);
    struct kith_analysis analysis;
    (void)err; /* what cannot be read uses no rule */
    kith_analyze(watch->setup, window, &options, unread, watch->arena, &analysis);
    if (analysis.status == KITH_OK)
        mark_used(&analysis.findings, watch->is_used);
    kith_arena_rewind(watch->arena, mark);
    return KITH_OK;
}

static enum kith_status read_articles(const struct kith_setup *setup,
                                      const char *const *articles, size_t article_count,
                                      bool *is_used, struct kith_arena *arena,
                                      struct kith_error *err)
{
    struct kith_sources sources = {0};
    struct watch watch = {.setup = setup, .arena = arena, .is_used = is_used};
    const struct kith_intake intake = {.on_article = watch_article, .context = &watch};
    KITH_TRY(kith_survey_sources(articles, article_count, arena, &sources, err));
    return kith_intake_run(&intake, &sources, err);
}

/* The voices of a verb are one rule, and stand in one line. */
static enum kith_status tell_unused(const struct kith_rules *rules, const bool *is_used,
                                    struct kith_problems *problems,
                                    struct kith_error *err)
{
    uint32_t count = kith_rules_count(rules), end;
    for (uint32_t i = 0; i < count; i = end) {
        struct kith_rule rule = kith_rules_rule(rules, i);
        bool is_any_used = false;
        for (end = i; end < count; end++) {
            struct kith_rule voice = kith_rules_rule(rules, end);
            if (voice.line != rule.line || voice.file.data != rule.file.data)
                break;
            is_any_used |= is_used[end];
        }
        if (!is_any_used)
            KITH_TRY(kith_problems_add(problems, KITH_NOTE, rule.file, rule.line,
                                       "unused", err,
                                       "no relation in these articles rests on this "
                                       "rule"));
    }
    return KITH_OK;
}

static enum kith_status check_use(const struct kith_setup *setup,
                                  struct kith_rules *rules, const char *const *articles,
                                  size_t article_count, struct kith_problems *problems,
                                  struct kith_error *err)
{
    struct kith_setup with_rules = *setup; /* borrows everything but the rules */
    struct kith_arena arena;
    KITH_TRY(kith_rules_compile(rules, setup->gazetteer, err));
    with_rules.rules = rules;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    bool *is_used = KITH_ARRAY(&arena, bool, (size_t)kith_rules_count(rules) + 1);
    enum kith_status status = is_used ? KITH_OK : kith_no_memory(err);
    if (status == KITH_OK)
        status =
            read_articles(&with_rules, articles, article_count, is_used, &arena, err);
    if (status == KITH_OK)
        status = tell_unused(rules, is_used, problems, err);
    kith_arena_release(&arena);
    return status;
}

enum kith_status kith_check_rules(struct kith_setup *setup, const char *const *paths,
                                  size_t path_count, const char *const *articles,
                                  size_t article_count, struct kith_problems *problems,
                                  struct kith_error *err)
{
    struct kith_rules *rules = NULL;
    KITH_TRY(check_each(setup, paths, path_count, &setup->arena, problems, err));
    if (article_count == 0)
        return KITH_OK;
    enum kith_status status =
        kith_setup_read_rules(setup, paths, path_count, &rules, err);
    if (status == KITH_OK)
        status = check_use(setup, rules, articles, article_count, problems, err);
    kith_rules_free(rules);
    return status;
}
