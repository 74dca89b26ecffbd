/* Checking gazetteers: the lints of gazetteer/lint.h, one after the other; and rule
 * files, which are told by their endings. */
#include "batch/check.h"

#include "batch/check_rules.h"
#include "gazetteer/lint.h"
#include "input/reader.h"
#include "input/source.h"
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

/* Count the words of every article that can be read. */
static enum kith_status count_words(struct kith_lint_words *words,
                                    const struct kith_setup *setup,
                                    const struct kith_sources *sources,
                                    struct kith_error *err)
{
    struct kith_arena arena;
    enum kith_status status = KITH_OK;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    for (uint32_t i = 0; i < sources->count && status == KITH_OK; i++) {
        struct kith_article article = {0};
        struct kith_document document = {0};
        kith_arena_reset(&arena);
        status = kith_article_read(sources->items[i].data, KITH_DEFAULT_MAX_SIZE, &arena,
                                   &article, NULL, err);
        if (status == KITH_OK)
            status = kith_document_read(&article, setup->abbreviations, &arena, &document,
                                        err);
        if (status == KITH_OK)
            kith_lint_words_count(words, &document);
        else if (status != KITH_NO_MEMORY)
            status = KITH_OK;
    }
    kith_arena_release(&arena);
    return status;
}

static enum kith_status check_words(const struct kith_setup *setup,
                                    const char *const *articles, size_t article_count,
                                    struct kith_arena *arena,
                                    struct kith_problems *problems,
                                    struct kith_error *err)
{
    struct kith_sources sources = {0};
    struct kith_problems unheard; /* articles are not what is being checked */
    kith_problems_init(&unheard, arena);
    for (size_t i = 0; i < article_count; i++)
        KITH_TRY(kith_sources_add(&sources, articles[i], arena, &unheard, err));
    kith_sources_sort(&sources);
    struct kith_lint_words *words = NULL;
    KITH_TRY(kith_lint_words_new(setup->gazetteer, &words, err));
    enum kith_status status = count_words(words, setup, &sources, err);
    if (status == KITH_OK)
        status = kith_lint_words_report(words, problems, err);
    kith_lint_words_free(words);
    return status;
}

static enum kith_status check_all(struct kith_setup *setup, const char *const *articles,
                                  size_t article_count, struct kith_problems *problems,
                                  struct kith_error *err)
{
    KITH_TRY(kith_lint_tables(setup->gazetteer, problems, err));
    KITH_TRY(kith_lint_slips(setup->gazetteer, problems, err));
    KITH_TRY(kith_lint_same(setup->gazetteer, problems, err));
    KITH_TRY(kith_lint_entities(setup->gazetteer, problems, err));
    KITH_TRY(kith_lint_titles(setup->gazetteer, setup->words, problems, err));
    KITH_TRY(kith_lint_dead(setup->gazetteer, setup->abbreviations, problems, err));
    KITH_TRY(kith_lint_stops(setup->gazetteer, problems, err));
    if (article_count == 0)
        return KITH_OK;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status =
        check_words(setup, articles, article_count, &arena, problems, err);
    kith_arena_release(&arena);
    return status;
}

/* Gazetteers are looked over when they are named, or when nothing is. */
static enum kith_status check_paths(struct kith_setup *setup, const struct sorted *sorted,
                                    const char *const *articles, size_t article_count,
                                    struct kith_problems *problems,
                                    struct kith_error *err)
{
    if (sorted->gazetteer_count || !sorted->rule_count) {
        KITH_TRY(kith_problems_merge(problems, &setup->refused, err));
        KITH_TRY(check_all(setup, articles, article_count, problems, err));
    }
    return kith_check_rules(setup, sorted->rules, sorted->rule_count, articles,
                            article_count, problems, err);
}

static enum kith_status check_sorted(const struct sorted *sorted,
                                     const char *const *articles, size_t article_count,
                                     const char *variants, struct kith_arena *arena,
                                     struct kith_problems *problems,
                                     struct kith_error *err)
{
    struct kith_setup setup;
    struct kith_problems unheard; /* of gazetteers that are not being checked */
    const struct kith_recognize_options options = {.variants = variants};
    kith_problems_init(&unheard, arena);
    bool is_heard = sorted->gazetteer_count || !sorted->rule_count;
    enum kith_status status =
        kith_setup_load(&setup, sorted->gazetteers, sorted->gazetteer_count, NULL, 0,
                        true, &options, is_heard ? problems : &unheard, err);
    if (status == KITH_OK)
        status = check_paths(&setup, sorted, articles, article_count, problems, err);
    kith_setup_release(&setup);
    return status;
}

enum kith_status kith_check_files(const char *const *paths, size_t path_count,
                                  const char *const *articles, size_t article_count,
                                  const char *variants, struct kith_problems *problems,
                                  struct kith_error *err)
{
    struct kith_arena arena;
    struct sorted sorted = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = sort_paths(paths, path_count, &arena, &sorted, err);
    if (status == KITH_OK)
        status = check_sorted(&sorted, articles, article_count, variants, &arena,
                              problems, err);
    kith_arena_release(&arena);
    return status;
}
