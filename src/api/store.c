/* kith_store_tell and its company of kith.h. */
#include "kith.h"

#include "batch/holdings.h"

enum kith_status kith_store_tell(const char *store, bool as_json, char **text,
                                 size_t *length, struct kith_error *err)
{
    struct kith_buf out = {0};
    enum kith_status status = kith_holdings_write(store, as_json, &out, err);
    *length = out.length;
    *text = status == KITH_OK ? kith_buf_take(&out) : NULL;
    if (status == KITH_OK && !*text)
        status = kith_no_memory(err);
    kith_buf_release(&out);
    return status;
}

enum kith_status kith_store_remove(const char *store, const char *const *paths,
                                   size_t count, uint64_t *removed,
                                   struct kith_error *err)
{
    return kith_holdings_remove(store, paths, count, removed, err);
}

enum kith_status kith_store_verify(const char *store, struct kith_error *err)
{
    return kith_holdings_check(store, err);
}
