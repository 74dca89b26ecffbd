/* Finding the shipped gazetteers. */
#include "batch/shipped.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef KITH_DATA_FOLDER
#define KITH_DATA_FOLDER "/usr/share/kith/gazetteers"
#endif

static bool is_there(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0;
}

/* head + tail in the arena; NULL when memory is out. */
static char *joined(struct kith_arena *arena, const char *head, const char *tail)
{
    size_t length = strlen(head) + strlen(tail);
    char *path = kith_arena_alloc(arena, length + 1);
    if (path)
        snprintf(path, length + 1, "%s%s", head, tail);
    return path;
}

/* The folder above the one the running program stands in, or "" when the system does not
 * tell. */
static void program_prefix(char *prefix, size_t room)
{
    ssize_t length = readlink("/proc/self/exe", prefix, room - 1);
    prefix[length > 0 ? length : 0] = '\0';
    for (int level = 0; level < 2; level++) {
        char *slash = strrchr(prefix, '/');
        if (slash)
            *slash = '\0';
    }
}

enum kith_status kith_shipped_folder(struct kith_arena *arena, const char **folder,
                                     struct kith_error *err)
{
    char prefix[4096];
    program_prefix(prefix, sizeof prefix);
    const char *from_environment = getenv("KITH_GAZETTEERS");
    const char *tried[] = {
        from_environment ? from_environment : "",
        joined(arena, prefix, "/share/kith/gazetteers"),
        joined(arena, prefix, "/gazetteers"),
        KITH_DATA_FOLDER,
    };
    for (size_t i = 0; i < sizeof tried / sizeof *tried; i++) {
        if (!tried[i])
            return kith_no_memory(err);
        if (!*tried[i] || !is_there(tried[i]))
            continue;
        *folder = joined(arena, tried[i], "");
        return *folder ? KITH_OK : kith_no_memory(err);
    }
    return kith_fail(err, KITH_CANNOT_READ,
                     "no gazetteers found in %s; name some with --gazetteers, or set "
                     "KITH_GAZETTEERS to their folder",
                     KITH_DATA_FOLDER);
}

const char *kith_shipped_find(const char *const *folders, size_t folder_count,
                              const char *name, struct kith_arena *arena)
{
    for (size_t i = 0; i < folder_count; i++) {
        char *with_slash = joined(arena, folders[i], "/");
        char *path = with_slash ? joined(arena, with_slash, name) : NULL;
        if (path && is_there(path))
            return path;
    }
    return NULL;
}
