/* `kith suggest`: the names of many articles that no gazetteer knows, as rows to paste.
 *
 * Ranked by the articles that hold a name, then by the company of known names it keeps. A
 * surname that only one longer suggestion ends with is given as that one's alias. */
#ifndef KITH_BATCH_SUGGEST_H
#define KITH_BATCH_SUGGEST_H

#include "base/buf.h"
#include "base/status.h"

/* Append the rows to `out`, heading first. See kith_suggest_options in kith.h. Memory
 * grows with the distinct unknown names. */
enum kith_status kith_suggest_rows(const struct kith_suggest_options *options,
                                   struct kith_buf *out, struct kith_error *err);

#endif
