/* kith_import of kith.h: public lists of names into a gazetteer. */
#include "kith.h"

#include "import/format.h"

/* For one entity, and for the other names of OFAC, which are two megabytes. A list that
 * needs more is none. */
#define IMPORT_MEMORY ((size_t)512 * 1024 * 1024)

const struct kith_import_kind *kith_import_kind(size_t index)
{
    return kith_import_format_kind(index);
}

void kith_import_options_init(struct kith_import_options *options)
{
    *options = (struct kith_import_options){0};
}

enum kith_status kith_import(const struct kith_import_options *options,
                             struct kith_import_summary *summary, struct kith_error *err)
{
    struct kith_arena arena;
    kith_arena_init(&arena, IMPORT_MEMORY);
    enum kith_status status = kith_import_run(options, &arena, summary, err);
    kith_arena_release(&arena);
    return status;
}
