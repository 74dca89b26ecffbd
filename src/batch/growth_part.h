/* What the files of struct kith_growth share. */
#ifndef KITH_BATCH_GROWTH_PART_H
#define KITH_BATCH_GROWTH_PART_H

#include "batch/growth.h"

/* True when a change that follows at once might not be seen. */
bool kith_growth_is_racy(const struct kith_growth *growth,
                         const struct kith_source_file *file);

/* A number among the store's facts; 0 when it is not there. */
enum kith_status kith_growth_get(struct kith_growth *growth, const char *name,
                                 uint64_t *number, struct kith_error *err);
enum kith_status kith_growth_set(struct kith_growth *growth, const char *name,
                                 uint64_t number, struct kith_error *err);

/* A hash of how the files that a run wrote into `folder` stand, by their names, zero
 * bytes behind them; 0 when one is missing. */
uint64_t kith_growth_look_at(const char *folder, struct kith_str names);

/* Give the entities the numbers that the store knows them by; they are the same as when
 * these were written. */
enum kith_status kith_growth_take_numbers(struct kith_growth *growth,
                                          struct kith_error *err);

/* The names are not as they were: forget the articles that may hold one that changed, or
 * say that all are to be read; give entities that are as they were their numbers. */
enum kith_status kith_growth_compare_names(struct kith_growth *growth,
                                           const struct kith_gazetteer *after,
                                           struct kith_error *err);

/* Keep the names and their numbers for the next run. */
enum kith_status kith_growth_keep_names(struct kith_growth *growth,
                                        const struct kith_setup *setup,
                                        struct kith_error *err);

/* Keep what was told when they were loaded, and the basis that they are good for. */
enum kith_status kith_growth_keep_told(struct kith_growth *growth,
                                       const struct kith_setup *setup,
                                       const struct kith_problems *problems,
                                       struct kith_error *err);

#endif
