/* Where articles come from: the user's files and folders as one sorted list of paths. */
#ifndef KITH_INPUT_SOURCE_H
#define KITH_INPUT_SOURCE_H

#include "base/arena.h"
#include "base/problem.h"
#include "base/status.h"
#include "base/str.h"

struct kith_sources {
    struct kith_str *items; /* paths, zero-terminated, in byte order, each once */
    uint32_t count;
    uint32_t room;
};

/* Add a file, or every file in a folder and the folders below it. Hidden names (a leading
 * dot) are passed over, links are followed but no folder is entered twice (by device and
 * inode). An argument that does not exist is an error; a folder below it that cannot be
 * opened is a problem (KITH_FAULT). */
enum kith_status kith_sources_add(struct kith_sources *sources, const char *path,
                                  struct kith_arena *arena,
                                  struct kith_problems *problems, struct kith_error *err);

/* Sort by path bytes and drop the second of two equal paths. Call once after the last
 * add: the order of arguments has no say in the result. */
void kith_sources_sort(struct kith_sources *sources);

#endif
