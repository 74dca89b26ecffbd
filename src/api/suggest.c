/* kith_suggest of kith.h. */
#include "kith.h"

#include "api/give.h"
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
    return kith_give(&out, status, rows, length, err);
}
