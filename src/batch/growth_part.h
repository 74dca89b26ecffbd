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

/* Say why articles are read that are as they were, behind what was said of it already. */
enum kith_status kith_growth_say_why(struct kith_growth *growth, struct kith_error *err,
                                     const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Numbers that the store knows things by, under a fact's name. Things that are the same
 * as when they were written take them back. */
enum kith_status kith_growth_take_numbers(struct kith_growth *growth,
                                          struct kith_numbers *numbers, const char *name,
                                          struct kith_error *err);

/* Of `count` things of the last run those with a successor in this one hand their numbers
 * on; the others get numbers of their own. */
enum kith_status kith_growth_renumber(struct kith_growth *growth,
                                      struct kith_numbers *numbers, const char *name,
                                      const kith_id *successor_of, uint32_t count,
                                      struct kith_error *err);
enum kith_status kith_growth_keep_numbers(struct kith_growth *growth,
                                          const struct kith_numbers *numbers,
                                          const char *name, struct kith_error *err);

/* The names are not as they were: forget the articles that may hold one that changed, or
 * say that all are to be read; give entities that are as they were their numbers. */
enum kith_status kith_growth_compare_names(struct kith_growth *growth,
                                           const struct kith_gazetteer *after,
                                           struct kith_error *err);

/* Keep the names for the next run. */
enum kith_status kith_growth_keep_names(struct kith_growth *growth,
                                        const struct kith_setup *setup,
                                        struct kith_error *err);

/* Keep what was told when they were loaded, and the basis that they are good for. */
enum kith_status kith_growth_keep_told(struct kith_growth *growth,
                                       const struct kith_setup *setup,
                                       const struct kith_problems *problems,
                                       struct kith_error *err);

/* The rules, which `before` has as they were (kith_basis_write_rules), are not as they
 * were: forget the articles in which they may find something else, and give those that
 * are as they were their numbers. `after` may be NULL. */
enum kith_status kith_growth_compare_rules(struct kith_growth *growth,
                                           struct kith_str before,
                                           const struct kith_rules *after,
                                           struct kith_error *err);

#endif
