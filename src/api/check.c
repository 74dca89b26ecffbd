/* kith_check of kith.h: findings in order, one call each. */
#include "kith.h"

#include <stdlib.h>

#include "batch/check.h"

/* By file, then line; findings of one row stay in the order they were made. */
static int by_place(const void *a, const void *b)
{
    const struct kith_problem *const *left = a, *const *right = b;
    int order = kith_str_compare((*left)->file, (*right)->file);
    if (order != 0)
        return order;
    if ((*left)->line != (*right)->line)
        return (*left)->line < (*right)->line ? -1 : 1;
    return *left < *right ? -1 : *left > *right;
}

static enum kith_status tell(const struct kith_problems *problems,
                             struct kith_arena *arena, kith_finding_fn *on_finding,
                             void *context, struct kith_error *err)
{
    const struct kith_problem **order =
        KITH_ARRAY(arena, const struct kith_problem *, problems->count);
    if (!order)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < problems->count; i++)
        order[i] = &problems->items[i];
    if (problems->count)
        qsort(order, problems->count, sizeof *order, by_place);
    for (uint32_t i = 0; i < problems->count; i++) {
        /* Copies in an arena are zero-terminated. */
        struct kith_problem_line line = {.is_fault = order[i]->severity == KITH_FAULT,
                                         .file = order[i]->file.data,
                                         .line = order[i]->line,
                                         .kind = order[i]->kind.data,
                                         .text = order[i]->text.data};
        on_finding(context, &line);
    }
    return KITH_OK;
}

enum kith_status kith_check(const char *const *gazetteers, size_t gazetteer_count,
                            const char *const *articles, size_t article_count,
                            kith_finding_fn *on_finding, void *context,
                            struct kith_error *err)
{
    struct kith_arena arena;
    struct kith_problems problems;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    enum kith_status status = kith_check_gazetteers(gazetteers, gazetteer_count, articles,
                                                    article_count, &problems, err);
    if (status == KITH_OK)
        status = tell(&problems, &arena, on_finding, context, err);
    kith_arena_release(&arena);
    return status;
}
