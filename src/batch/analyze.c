/* The way of one article through the first five stages, and what becomes of a failure. */
#include "batch/analyze.h"

#include "batch/reading.h"

/* What one article may take: forty times the largest default article. */
#define ARTICLE_CAP ((size_t)640 * 1024 * 1024)

static enum kith_status run_stages(const struct kith_setup *setup,
                                   struct kith_window window,
                                   const struct kith_reader_options *options,
                                   const struct kith_unread *unread,
                                   struct kith_arena *arena,
                                   struct kith_analysis *analysis, struct kith_error *err)
{
    KITH_TRY(kith_reading_begin(setup, unread, options, arena, &analysis->article,
                                &analysis->document, &analysis->kind, err));
    if (analysis->article.is_left_out)
        return KITH_OK;
    struct kith_mentions mentions = {0};
    KITH_TRY(
        kith_setup_recognize(setup, &analysis->document, arena, NULL, &mentions, err));
    return kith_relate(setup->gazetteer, setup->rules, window, &analysis->document,
                       &mentions, arena, &analysis->findings, err);
}

static void keep_reason(struct kith_analysis *analysis, struct kith_arena *arena,
                        const struct kith_error *err)
{
    struct kith_str text = kith_problem_text(err, analysis->article.path);
    analysis->reason = kith_arena_copy(arena, text.data, text.length);
    if (!analysis->reason)
        analysis->reason = "out of memory";
    if (analysis->status == KITH_NO_MEMORY)
        analysis->kind = "memory";
    if (!analysis->kind)
        analysis->kind = "unreadable";
}

void kith_analyze(const struct kith_setup *setup, struct kith_window window,
                  const struct kith_reader_options *options,
                  const struct kith_unread *unread, struct kith_arena *arena,
                  struct kith_analysis *analysis)
{
    struct kith_arena_mark mark = kith_arena_mark(arena);
    size_t cap = arena->cap;
    struct kith_error err = {0};
    *analysis = (struct kith_analysis){.article = unread->article, .line = unread->line};
    arena->cap = arena->used + ARTICLE_CAP;
    analysis->status = run_stages(setup, window, options, unread, arena, analysis, &err);
    arena->cap = cap;
    if (analysis->status == KITH_OK)
        return;
    kith_arena_rewind(arena, mark);
    keep_reason(analysis, arena, &err);
}
