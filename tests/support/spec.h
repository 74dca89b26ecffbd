/* Runners for the examples in the manual pages of tests/spec.
 *
 * An example is a fenced block whose info string names its runner: the input, a line with
 * a single dot, and what the runner is to write. A room adds its runners in a file of its
 * own, spec_<room>.c, and its table to the list in spec.c. */
#ifndef KITH_TESTS_SPEC_H
#define KITH_TESTS_SPEC_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"
#include "base/str.h"

/* Write what becomes of `input` into `out`. The input is followed by KITH_FILE_PADDING
 * zero bytes; the arena is the example's own. */
typedef enum kith_status spec_run_fn(struct kith_str input, struct kith_arena *arena,
                                     struct kith_buf *out, struct kith_error *err);

struct spec_runner {
    const char *name;
    spec_run_fn *run;
};

/* Tables of the rooms, each ended by a runner without a name. */
extern const struct spec_runner spec_text_runners[];
extern const struct spec_runner spec_gazetteer_runners[];
extern const struct spec_runner spec_variant_runners[];
extern const struct spec_runner spec_recognize_runners[];
extern const struct spec_runner spec_relate_runners[];

#endif
