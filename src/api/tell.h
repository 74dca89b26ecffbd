/* Problems handed to a caller's function, one call each, by file and line. */
#ifndef KITH_API_TELL_H
#define KITH_API_TELL_H

#include "base/problem.h"

/* `arena` is for scratch. */
enum kith_status kith_tell(const struct kith_problems *problems, struct kith_arena *arena,
                           kith_finding_fn *on_finding, void *context,
                           struct kith_error *err);

#endif
