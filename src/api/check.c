/* kith_check of kith.h: findings in order, one call each. */
#include "kith.h"

#include "api/tell.h"
#include "batch/check.h"

enum kith_status kith_check(const struct kith_check_options *options,
                            kith_finding_fn *on_finding, void *context,
                            struct kith_error *err)
{
    struct kith_arena arena;
    struct kith_problems problems;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    enum kith_status status = kith_check_files(options, &problems, err);
    if (status == KITH_OK)
        status = kith_tell(&problems, &arena, on_finding, context, err);
    kith_arena_release(&arena);
    return status;
}
