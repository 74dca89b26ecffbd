/* kith_store_tell and its company of kith.h. */
#include "kith.h"

#include "api/give.h"
#include "batch/holdings.h"

enum kith_status kith_store_tell(const char *store, bool as_json, char **text,
                                 size_t *length, struct kith_error *err)
{
    struct kith_buf out = {0};
    enum kith_status status = kith_holdings_write(store, as_json, &out, err);
    return kith_give(&out, status, text, length, err);
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
