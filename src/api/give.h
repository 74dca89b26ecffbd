/* A text that has been written, handed over to the caller. */
#ifndef KITH_API_GIVE_H
#define KITH_API_GIVE_H

#include "base/buf.h"
#include "base/status.h"

/* *text is what stands in `out`, zero-terminated, *length bytes long and the caller's to
 * free, or NULL when `status` is a failure or memory is out. `out` is released either
 * way. Returns `status`, or KITH_NO_MEMORY. */
enum kith_status kith_give(struct kith_buf *out, enum kith_status status, char **text,
                           size_t *length, struct kith_error *err);

#endif
