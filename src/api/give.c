/* Handing texts over. */
#include "api/give.h"

enum kith_status kith_give(struct kith_buf *out, enum kith_status status, char **text,
                           size_t *length, struct kith_error *err)
{
    if (status == KITH_OK)
        status = kith_buf_check(out, err);
    *length = out->length;
    *text = status == KITH_OK ? kith_buf_take(out) : NULL;
    if (status == KITH_OK && !*text)
        status = kith_no_memory(err);
    kith_buf_release(out);
    return status;
}
