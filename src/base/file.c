/* Reading and writing whole files with POSIX calls. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/stop.h"

/* Reading */

static enum kith_status cannot_read(const char *path, int reason, struct kith_error *err)
{
    return kith_fail(err, KITH_CANNOT_READ, "%s: cannot read: %s", path,
                     strerror(reason));
}

/* Read until `room` bytes are there or the file ends; the count, or -1. With exactly
 * `size` bytes, if not 0, it has ended, and need not be asked again. */
static ssize_t read_fully(int descriptor, char *into, size_t room, size_t size)
{
    size_t have = 0;
    while (have < room) {
        ssize_t got = read(descriptor, into + have, room - have);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        have += (size_t)got;
        if (have == size)
            break;
    }
    return (ssize_t)have;
}

/* Where a file does not tell its size. */
#define FIRST_ROOM 65536

/* Pipes do not tell their size (0), and files grow: read on, doubling, until the end. One
 * byte past the limit is enough to know that the file is too large. */
static enum kith_status read_open(int descriptor, const char *path, size_t size,
                                  uint64_t limit, struct kith_arena *arena,
                                  struct kith_str *bytes, struct kith_error *err)
{
    size_t room = size ? size + 1 : FIRST_ROOM;
    size_t have = 0;
    char *data = NULL;
    size_t old_room = 0;
    for (;;) {
        data = kith_arena_regrow(arena, data, old_room, room + KITH_FILE_PADDING, 1);
        if (!data)
            return kith_fail(err, KITH_NO_MEMORY, "%s: too large for memory", path);
        old_room = room + KITH_FILE_PADDING;
        ssize_t got = read_fully(descriptor, data + have, room - have, have ? 0 : size);
        if (got < 0)
            return cannot_read(path, errno, err);
        have += (size_t)got;
        if (have > limit)
            return kith_fail(err, KITH_LIMIT, "%s: larger than the limit of %llu bytes",
                             path, (unsigned long long)limit);
        if (have < room)
            break;
        room *= 2;
    }
    memset(data + have, 0, KITH_FILE_PADDING);
    *bytes = (struct kith_str){data, have};
    return KITH_OK;
}

enum kith_status kith_file_read(const char *path, uint64_t limit,
                                struct kith_arena *arena, struct kith_str *bytes,
                                struct kith_error *err)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return cannot_read(path, errno, err);
    struct stat facts;
    enum kith_status status;
    if (fstat(descriptor, &facts) != 0)
        status = cannot_read(path, errno, err);
    else if (S_ISDIR(facts.st_mode))
        status = cannot_read(path, EISDIR, err);
    else if (S_ISREG(facts.st_mode) && (uint64_t)facts.st_size > limit)
        status = kith_fail(err, KITH_LIMIT, "%s: larger than the limit of %llu bytes",
                           path, (unsigned long long)limit);
    else
        status = read_open(descriptor, path,
                           S_ISREG(facts.st_mode) ? (size_t)facts.st_size : 0, limit,
                           arena, bytes, err);
    close(descriptor);
    return status;
}

/* Writing */

#define FLOW_SIZE ((size_t)1024 * 1024)

static enum kith_status cannot_write(const char *path, int reason, struct kith_error *err)
{
    return kith_fail(err, KITH_CANNOT_WRITE, "%s: cannot write: %s", path,
                     strerror(reason));
}

static char *temporary_name(const char *path)
{
    size_t room = strlen(path) + 40;
    char *name = malloc(room);
    if (name)
        snprintf(name, room, "%s.kith-%ld", path, (long)getpid());
    return name;
}

static void close_output(struct kith_output *out)
{
    if (out->temporary && !out->is_finished)
        close(out->descriptor);
    free(out->path);
    free(out->temporary);
    kith_buf_release(&out->buffer);
    *out = (struct kith_output){0};
}

enum kith_status kith_output_open(struct kith_output *out, const char *path,
                                  struct kith_error *err)
{
    *out = (struct kith_output){.path = strdup(path)};
    char *temporary = temporary_name(path);
    if (!out->path || !temporary) {
        free(temporary);
        close_output(out);
        return kith_no_memory(err);
    }
    out->descriptor = open(temporary, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (out->descriptor < 0) {
        int reason = errno;
        free(temporary);
        close_output(out);
        return cannot_write(path, reason, err);
    }
    out->temporary = temporary;
    return KITH_OK;
}

static void write_fully(struct kith_output *out)
{
    struct kith_str left = kith_buf_view(&out->buffer);
    while (left.length && !out->has_failed) {
        ssize_t put = write(out->descriptor, left.data, left.length);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0) {
            out->has_failed = true;
            out->reason = errno;
            return;
        }
        left = kith_str_slice(left, (size_t)put, left.length);
    }
}

static void pour(struct kith_output *out)
{
    if (out->buffer.is_broken && !out->has_failed) {
        out->has_failed = true;
        out->reason = ENOMEM;
    }
    if (kith_is_stopped(out->stop))
        out->has_failed = true;
    write_fully(out);
    kith_buf_reset(&out->buffer);
}

bool kith_output_flow(struct kith_output *out)
{
    if (out->buffer.length >= FLOW_SIZE || out->buffer.is_broken)
        pour(out);
    return !out->has_failed;
}

bool kith_output_read_back(struct kith_output *out, uint64_t place, size_t length,
                           char *bytes)
{
    if (out->buffer.length)
        pour(out);
    return pread(out->descriptor, bytes, length, (off_t)place) == (ssize_t)length;
}

static void note_failure(struct kith_output *out, int result)
{
    if (result != 0 && !out->has_failed) {
        out->has_failed = true;
        out->reason = errno;
    }
}

/* Close a file that failed, and say so. */
static enum kith_status abandon(struct kith_output *out, struct kith_error *err)
{
    enum kith_status status = out->reason ? cannot_write(out->path, out->reason, err)
                                          : kith_fail(err, KITH_INTERRUPTED, "stopped");
    kith_output_discard(out);
    return status;
}

enum kith_status kith_output_finish(struct kith_output *out, struct kith_error *err)
{
    pour(out);
    if (!out->has_failed)
        note_failure(out, fsync(out->descriptor));
    if (out->has_failed)
        return abandon(out, err);
    out->is_finished = true;
    close(out->descriptor);
    kith_buf_release(&out->buffer);
    return KITH_OK;
}

enum kith_status kith_output_commit(struct kith_output *out, struct kith_error *err)
{
    if (!out->is_finished)
        KITH_TRY(kith_output_finish(out, err));
    note_failure(out, rename(out->temporary, out->path));
    if (out->has_failed)
        return abandon(out, err);
    close_output(out);
    return KITH_OK;
}

void kith_output_discard(struct kith_output *out)
{
    if (out->temporary)
        unlink(out->temporary);
    close_output(out);
}

/* Folders */

static bool is_folder(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0 && S_ISDIR(facts.st_mode);
}

/* Make each folder along `path`, which is cut at its slashes and mended again. */
static int make_each(char *path)
{
    for (char *slash = path + 1;; slash++) {
        if (*slash != '/' && *slash != '\0')
            continue;
        char kept = *slash;
        *slash = '\0';
        int made = mkdir(path, 0777);
        int reason = errno;
        bool is_there = made == 0 || is_folder(path);
        *slash = kept;
        if (!is_there)
            return reason;
        if (kept == '\0')
            return 0;
    }
}

enum kith_status kith_folder_make(const char *path, struct kith_error *err)
{
    char *copy = strdup(path);
    if (!copy)
        return kith_no_memory(err);
    int reason = *copy ? make_each(copy) : ENOENT;
    free(copy);
    if (reason != 0)
        return kith_fail(err, KITH_CANNOT_WRITE, "%s: cannot make this folder: %s", path,
                         strerror(reason));
    return KITH_OK;
}
