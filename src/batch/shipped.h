/* Where the gazetteers that come with kith stand on this machine. */
#ifndef KITH_BATCH_SHIPPED_H
#define KITH_BATCH_SHIPPED_H

#include "base/arena.h"
#include "base/status.h"

/* The folder, zero-terminated, in `arena`. Looked for in this order:
 *   the environment variable KITH_GAZETTEERS,
 *   ../share/kith/gazetteers beside the running program's folder (an installed kith),
 *   ../gazetteers beside it (a kith in its build folder),
 *   the folder that was configured at build time.
 * KITH_CANNOT_READ, naming what was tried, when there is none. */
enum kith_status kith_shipped_folder(struct kith_arena *arena, const char **folder,
                                     struct kith_error *err);

/* The file `name` in the first of `folders` that holds it, or NULL. */
const char *kith_shipped_find(const char *const *folders, size_t folder_count,
                              const char *name, struct kith_arena *arena);

#endif
