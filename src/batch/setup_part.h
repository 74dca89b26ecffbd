/* What the files of struct kith_setup share. `shipped` is the folder of the gazetteers
 * that come with kith, or NULL. */
#ifndef KITH_BATCH_SETUP_PART_H
#define KITH_BATCH_SETUP_PART_H

#include "batch/setup.h"

/* Copies of paths, in `arena`. */
enum kith_status kith_setup_copy_paths(struct kith_arena *arena, const char *const *paths,
                                       size_t count, const char ***copies,
                                       struct kith_error *err);

/* Remember that a list is read; NULL is none. Gives the path back. */
const char *kith_setup_remember(struct kith_setup *setup, const char *path);

/* A file that goes with the gazetteers: the user's own before the shipped one. */
const char *kith_setup_companion(struct kith_setup *setup, const char *shipped,
                                 const char *name);

/* The tree of types: the shipped one, then what the user's folders say of theirs. */
enum kith_status kith_setup_load_types(struct kith_setup *setup, const char *shipped,
                                       struct kith_problems *problems,
                                       struct kith_error *err);

/* The gazetteer that `wish` names, compiled, with its types and stop lists. */
enum kith_status kith_setup_load_gazetteers(struct kith_setup *setup, const char *shipped,
                                            const struct kith_setup_wish *wish,
                                            struct kith_problems *problems,
                                            struct kith_error *err);

#endif
