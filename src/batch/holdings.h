/* What a store holds, told to people, and taken out of it. */
#ifndef KITH_BATCH_HOLDINGS_H
#define KITH_BATCH_HOLDINGS_H

#include "base/buf.h"
#include "store/store.h"

/* Append what the store at `path` holds: its folders, one a line, and what it is good
 * for; as one object of JSON, or for people. */
enum kith_status kith_holdings_write(const char *path, bool as_json, struct kith_buf *out,
                                     struct kith_error *err);

/* Take the files at or below `paths` out of the store; *removed of them. KITH_BAD_INPUT
 * for a path that the store does not hold: then nothing is taken. */
enum kith_status kith_holdings_remove(const char *path, const char *const *paths,
                                      size_t count, uint64_t *removed,
                                      struct kith_error *err);

/* Look through the whole store. */
enum kith_status kith_holdings_check(const char *path, struct kith_error *err);

#endif
