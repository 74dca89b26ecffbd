/* Showing what is read of articles. */
#ifndef KITH_BATCH_SHOW_H
#define KITH_BATCH_SHOW_H

#include "base/problem.h"
#include "base/status.h"

/* The work of kith_show of kith.h; what could not be read is added to `problems`. */
enum kith_status kith_show_articles(const struct kith_show_options *options,
                                    kith_show_fn *on_text, void *context,
                                    struct kith_problems *problems,
                                    struct kith_error *err);

#endif
