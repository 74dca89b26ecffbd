/* A whole run: options in, files and a summary out. kith.h says what each option means.
 */
#ifndef KITH_BATCH_RUN_H
#define KITH_BATCH_RUN_H

#include "base/status.h"

/* Behind kith_build of kith.h. */
enum kith_status kith_run(const struct kith_build_options *options,
                          struct kith_summary **summary, struct kith_error *err);

#endif
