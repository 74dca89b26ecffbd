/* kith_suggest of kith.h. */
#include "kith.h"

#include "batch/suggest.h"

void kith_suggest_options_init(struct kith_suggest_options *options)
{
    *options = (struct kith_suggest_options){.top = 200, .least_articles = 2};
}

enum kith_status kith_suggest(const struct kith_suggest_options *options, char **rows,
                              size_t *length, struct kith_error *err)
{
    struct kith_buf out = {0};
    enum kith_status status = kith_suggest_rows(options, &out, err);
    *length = out.length;
    *rows = status == KITH_OK ? kith_buf_take(&out) : NULL;
    if (status == KITH_OK && !*rows)
        status = kith_no_memory(err);
    kith_buf_release(&out);
    return status;
}
