/* A temporary folder for a test, with files put into it by name. */
#ifndef KITH_TESTS_FOLDER_H
#define KITH_TESTS_FOLDER_H

#include "support/check.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct check_folder {
    char path[64];
    char name[512]; /* what check_path gave last */
};

static inline void check_folder_make(struct check_folder *folder)
{
    strcpy(folder->path, "/tmp/kith-test-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
}

static inline void check_folder_remove(struct check_folder *folder)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", folder->path);
    assert_int_equal(system(command), 0);
}

/* The path of `name` in the folder; good until the next call. */
static inline const char *check_path(struct check_folder *folder, const char *name)
{
    snprintf(folder->name, sizeof folder->name, "%s/%s", folder->path, name);
    return folder->name;
}

static inline void check_subfolder(struct check_folder *folder, const char *name)
{
    assert_int_equal(mkdir(check_path(folder, name), 0777), 0);
}

static inline void check_file_bytes(struct check_folder *folder, const char *name,
                                    struct kith_str bytes)
{
    FILE *file = fopen(check_path(folder, name), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.data, 1, bytes.length, file), bytes.length);
    assert_int_equal(fclose(file), 0);
}

static inline void check_file(struct check_folder *folder, const char *name,
                              const char *text)
{
    check_file_bytes(folder, name, kith_str_of(text));
}

#endif
