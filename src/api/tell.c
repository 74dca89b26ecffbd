/* Findings in the order of their places. */
#include "api/tell.h"

#include <stdlib.h>

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

enum kith_status kith_tell(const struct kith_problems *problems, struct kith_arena *arena,
                           kith_finding_fn *on_finding, void *context,
                           struct kith_error *err)
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
