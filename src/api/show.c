/* kith_show of kith.h. */
#include "batch/show.h"

#include "api/tell.h"

enum kith_status kith_show(const struct kith_show_options *options, kith_show_fn *on_text,
                           kith_finding_fn *on_finding, void *context,
                           struct kith_error *err)
{
    struct kith_arena arena;
    struct kith_problems problems;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    enum kith_status status =
        kith_show_articles(options, on_text, context, &problems, err);
    if (status == KITH_OK)
        status = kith_tell(&problems, &arena, on_finding, context, err);
    kith_arena_release(&arena);
    return status;
}
