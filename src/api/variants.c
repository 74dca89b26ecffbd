/* kith_variants of kith.h. */
#include "kith.h"

#include "api/give.h"
#include "api/tell.h"
#include "batch/variants.h"

static enum kith_status make(const struct kith_variants_options *options,
                             struct kith_buf *out, struct kith_arena *arena,
                             struct kith_error *err)
{
    struct kith_problems problems;
    kith_problems_init(&problems, arena);
    KITH_TRY(kith_variants_rows(options->gazetteers, options->gazetteer_count,
                                options->languages ? options->languages : "en", &problems,
                                out, err));
    if (!options->on_finding)
        return KITH_OK;
    return kith_tell(&problems, arena, options->on_finding, options->context, err);
}

enum kith_status kith_variants(const struct kith_variants_options *options, char **rows,
                               size_t *length, struct kith_error *err)
{
    struct kith_buf out = {0};
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = make(options, &out, &arena, err);
    status = kith_give(&out, status, rows, length, err);
    kith_arena_release(&arena);
    return status;
}
