/* Checking gazetteers: the lints of gazetteer/lint.h, one after the other; and rule
 * files, which are told by their endings. */
#include "batch/check.h"

#include "batch/check_rules.h"
#include "batch/survey.h"
#include "gazetteer/lint.h"
#include "recognize/lint_title.h"

/* The files to be checked, by what they hold. */
struct sorted {
    const char **gazetteers, **rules;
    size_t gazetteer_count, rule_count;
};

static enum kith_status sort_paths(const char *const *paths, size_t count,
                                   struct kith_arena *arena, struct sorted *sorted,
                                   struct kith_error *err)
{
    sorted->gazetteers = KITH_ARRAY(arena, const char *, count + 1);
    sorted->rules = KITH_ARRAY(arena, const char *, count + 1);
    if (!sorted->gazetteers || !sorted->rules)
        return kith_no_memory(err);
    for (size_t i = 0; i < count; i++)
        if (kith_is_rule_file(paths[i]))
            sorted->rules[sorted->rule_count++] = paths[i];
        else
            sorted->gazetteers[sorted->gazetteer_count++] = paths[i];
    return KITH_OK;
}

static enum kith_status on_sight(void *context, const struct kith_sight *sight,
                                 struct kith_error *err)
{
    (void)err;
    kith_lint_words_count(context, &sight->reading.document);
    return KITH_OK;
}

static enum kith_status check_words(const struct kith_setup *setup,
                                    const struct kith_check_options *options,
                                    struct kith_arena *arena,
                                    struct kith_problems *problems,
                                    struct kith_error *err)
{
    struct kith_sources sources = {0};
    struct kith_lint_words *words = NULL;
    KITH_TRY(kith_survey_sources(options->articles, options->article_count, arena,
                                 &sources, err));
    KITH_TRY(kith_lint_words_new(setup->gazetteer, &words, err));
    const struct kith_survey survey = {.setup = setup,
                                       .sources = &sources,
                                       .jobs = options->jobs,
                                       .context = words,
                                       .on_sight = on_sight};
    enum kith_status status = kith_survey_run(&survey, err);
    if (status == KITH_OK)
        status = kith_lint_words_report(words, problems, err);
    kith_lint_words_free(words);
    return status;
}

static enum kith_status check_all(const struct kith_setup *setup,
                                  const struct kith_check_options *options,
                                  struct kith_problems *problems, struct kith_error *err)
{
    KITH_TRY(kith_lint_tables(setup->gazetteer, problems, err));
    KITH_TRY(kith_lint_slips(setup->gazetteer, problems, err));
    KITH_TRY(kith_lint_same(setup->gazetteer, problems, err));
    KITH_TRY(kith_lint_entities(setup->gazetteer, problems, err));
    KITH_TRY(kith_lint_titles(setup->gazetteer, setup->words, problems, err));
    KITH_TRY(kith_lint_dead(setup->gazetteer, setup->abbreviations, problems, err));
    KITH_TRY(kith_lint_stops(setup->gazetteer, problems, err));
    if (options->article_count == 0)
        return KITH_OK;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = check_words(setup, options, &arena, problems, err);
    kith_arena_release(&arena);
    return status;
}

/* Gazetteers are looked over when they are named, or when nothing is. */
static enum kith_status check_paths(struct kith_setup *setup, const struct sorted *sorted,
                                    const struct kith_check_options *options,
                                    struct kith_problems *problems,
                                    struct kith_error *err)
{
    if (sorted->gazetteer_count || !sorted->rule_count) {
        KITH_TRY(kith_problems_merge(problems, &setup->refused, err));
        KITH_TRY(check_all(setup, options, problems, err));
    }
    return kith_check_rules(setup, sorted->rules, sorted->rule_count, options->articles,
                            options->article_count, problems, err);
}

static enum kith_status check_sorted(const struct sorted *sorted,
                                     const struct kith_check_options *options,
                                     struct kith_arena *arena,
                                     struct kith_problems *problems,
                                     struct kith_error *err)
{
    struct kith_setup setup;
    struct kith_problems unheard; /* of gazetteers that are not being checked */
    const struct kith_recognize_options recognize = {.variants = options->variants,
                                                     .stops = options->stops,
                                                     .corrections = options->corrections};
    kith_problems_init(&unheard, arena);
    bool is_heard = sorted->gazetteer_count || !sorted->rule_count;
    const struct kith_setup_wish wish = {.gazetteers = sorted->gazetteers,
                                         .gazetteer_count = sorted->gazetteer_count,
                                         .without_rules = true,
                                         .recognize = &recognize,
                                         .jobs = options->jobs};
    enum kith_status status =
        kith_setup_load(&setup, &wish, is_heard ? problems : &unheard, err);
    if (status == KITH_OK)
        status = check_paths(&setup, sorted, options, problems, err);
    kith_setup_release(&setup);
    return status;
}

enum kith_status kith_check_files(const struct kith_check_options *options,
                                  struct kith_problems *problems, struct kith_error *err)
{
    struct kith_arena arena;
    struct sorted sorted = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status =
        sort_paths(options->paths, options->path_count, &arena, &sorted, err);
    if (status == KITH_OK)
        status = check_sorted(&sorted, options, &arena, problems, err);
    kith_arena_release(&arena);
    return status;
}
