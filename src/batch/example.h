/* The examples of a rule file, run. */
#ifndef KITH_BATCH_EXAMPLE_H
#define KITH_BATCH_EXAMPLE_H

#include "batch/setup.h"

/* Run every example of `rules`, compiled with the gazetteer of `setup`, through the same
 * stages as an article. One that does not say what it should is a fault, with what was
 * found instead; one in which no two names are known, so that it proves nothing, a note.
 */
enum kith_status kith_examples_run(const struct kith_setup *setup,
                                   const struct kith_rules *rules,
                                   struct kith_problems *problems,
                                   struct kith_error *err);

#endif
