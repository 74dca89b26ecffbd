/* Checking gazetteers: the lints of gazetteer/lint.h, one after the other. */
#include "batch/check.h"

#include "batch/setup.h"
#include "gazetteer/lint.h"
#include "input/reader.h"
#include "input/source.h"

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
    KITH_TRY(kith_lint_rows(setup->gazetteer, problems, err));
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

enum kith_status kith_check_gazetteers(const char *const *gazetteers,
                                       size_t gazetteer_count,
                                       const char *const *articles, size_t article_count,
                                       const char *variants,
                                       struct kith_problems *problems,
                                       struct kith_error *err)
{
    struct kith_setup setup;
    const struct kith_recognize_options options = {.variants = variants};
    enum kith_status status = kith_setup_load(&setup, gazetteers, gazetteer_count, NULL,
                                              0, true, &options, problems, err);
    if (status == KITH_OK)
        status = kith_problems_merge(problems, &setup.refused, err);
    if (status == KITH_OK)
        status = check_all(&setup, articles, article_count, problems, err);
    kith_setup_release(&setup);
    return status;
}
