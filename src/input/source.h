/* Where articles come from: the user's files and folders as one sorted list of paths. */
#ifndef KITH_INPUT_SOURCE_H
#define KITH_INPUT_SOURCE_H

#include "base/arena.h"
#include "base/problem.h"
#include "base/status.h"
#include "base/str.h"

/* A file as the system knows it. Times are nanoseconds of the Unix clock. */
struct kith_source_file {
    struct kith_str path; /* zero-terminated */
    uint64_t device, inode, size;
    int64_t modified, changed; /* its bytes; anything of it */
};

struct kith_sources {
    struct kith_str *items; /* paths, zero-terminated; in byte order, each file once,
                               after kith_sources_sort */
    uint32_t count;
    uint32_t room;
    struct kith_source_file *files; /* each as it was when it was found, in this order */
    uint32_t file_room;
    bool without_facts; /* sizes and times may be 0: they cost a question to the system
                           each. To be set before the first add */
    const volatile int *stop; /* may be NULL; non-zero ends finding, KITH_INTERRUPTED */
};

/* An empty list is {0}; all of it lives in the arena. */

/* All that `paths` name: kith_sources_add for each, then kith_sources_sort. */
enum kith_status kith_sources_find(struct kith_sources *sources, const char *const *paths,
                                   size_t count, struct kith_arena *arena,
                                   struct kith_problems *problems,
                                   struct kith_error *err);

/* Add a file, or every file in a folder and the folders below it.
 *
 * A path is the argument and what stands below it, without "./" in front, double slashes
 * and slashes at the end: "./news//" and "news" give the same paths. Hidden names (a
 * leading dot) below a folder are passed over; an argument is taken whatever its name.
 * Links are followed, but no folder is entered twice (by device and inode): of several
 * ways to a folder the shortest counts, then the first in byte order. In a folder that a
 * build has written into, the files that it writes are passed over, which is a KITH_NOTE
 * of the kind "results".
 *
 * An argument that does not exist or is a folder that cannot be opened is an error,
 * KITH_CANNOT_READ. Below it, a folder that cannot be opened, a link to nothing, a
 * socket, a device or a pipe is a problem (KITH_FAULT, kind "unreadable" or "kind") and
 * passed over. As an argument a pipe is read like a file. */
enum kith_status kith_sources_add(struct kith_sources *sources, const char *path,
                                  struct kith_arena *arena,
                                  struct kith_problems *problems, struct kith_error *err);

/* What all paths below an argument begin with; empty for the current folder. data is NULL
 * when memory is out. */
struct kith_str kith_source_root(struct kith_arena *arena, const char *argument);

/* Does the path stand at `root`, from kith_source_root, or below it? */
bool kith_source_is_below(struct kith_str path, struct kith_str root);

/* Add a file that was found at another time. */
enum kith_status kith_sources_add_file(struct kith_sources *sources,
                                       const struct kith_source_file *file,
                                       struct kith_arena *arena, struct kith_error *err);

/* Sort by path bytes; of several paths to one file (equal ones, links, hard links) keep
 * the first. Call once after the last add: the order of arguments has no say in the
 * result. KITH_NO_MEMORY. */
enum kith_status kith_sources_sort(struct kith_sources *sources, struct kith_error *err);

#endif
