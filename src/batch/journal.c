/* The journal: for each file its temporary name and its name, zero bytes behind them. */
#include "batch/journal.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define JOURNAL ".kith-journal"

/* What stands between a file's name and the number of the process that writes it. */
#define MARK ".kith-"

/* Of a journal: more names than any run writes. Bytes. */
#define LIMIT ((uint64_t)64 * 1024 * 1024)

static enum kith_status path_of(const char *folder, const char *name,
                                struct kith_buf *path, struct kith_error *err)
{
    kith_buf_reset(path);
    kith_buf_format(path, "%s/%s%c", folder, name, '\0');
    return kith_buf_check(path, err);
}

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Names that were changed stay changed when the machine loses its power. Some file
 * systems do not know how. */
static void sync_folder(const char *folder)
{
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    fsync(descriptor);
    close(descriptor);
}

/* ---- committing ------------------------------------------------------------------ */

static enum kith_status write_journal(const char *path, struct kith_output *const *files,
                                      uint32_t count, struct kith_error *err)
{
    struct kith_output journal;
    KITH_TRY(kith_output_open(&journal, path, err));
    for (uint32_t i = 0; i < count; i++) {
        const char *temporary = name_of(files[i]->temporary);
        const char *name = name_of(files[i]->path);
        kith_buf_append(&journal.buffer, temporary, strlen(temporary) + 1);
        kith_buf_append(&journal.buffer, name, strlen(name) + 1);
    }
    return kith_output_commit(&journal, err);
}

static enum kith_status commit(const char *folder, const char *journal,
                               struct kith_output *const *files, uint32_t count,
                               struct kith_error *err)
{
    KITH_TRY(write_journal(journal, files, count, err));
    sync_folder(folder);
    enum kith_status status = KITH_OK;
    for (uint32_t i = 0; i < count && status == KITH_OK; i++)
        status = kith_output_commit(files[i], err);
    sync_folder(folder);
    unlink(journal);
    return status;
}

enum kith_status kith_journal_commit(const char *folder, struct kith_output *const *files,
                                     uint32_t count, struct kith_error *err)
{
    struct kith_buf journal = {0};
    enum kith_status status = path_of(folder, JOURNAL, &journal, err);
    if (status == KITH_OK)
        status = commit(folder, journal.data, files, count, err);
    kith_buf_release(&journal);
    return status;
}

/* ---- recovering ------------------------------------------------------------------ */

/* The string at the front of `*rest`, with its zero byte; NULL when there is none. */
static const char *take_name(struct kith_str *rest)
{
    const char *end = memchr(rest->data, '\0', rest->length);
    const char *name = rest->data;
    if (!end)
        return NULL;
    *rest = kith_str_slice(*rest, (size_t)(end - name) + 1, rest->length);
    return name;
}

/* A journal names files of its own folder alone. */
static bool is_plain(const char *name)
{
    return *name && !strchr(name, '/');
}

static enum kith_status finish(const char *folder, struct kith_str journal,
                               struct kith_error *err)
{
    struct kith_buf from = {0}, to = {0};
    enum kith_status status = KITH_OK;
    while (status == KITH_OK && journal.length) {
        const char *temporary = take_name(&journal);
        const char *name = temporary && journal.length ? take_name(&journal) : NULL;
        if (!name || !is_plain(temporary) || !is_plain(name))
            break;
        status = path_of(folder, temporary, &from, err);
        if (status == KITH_OK)
            status = path_of(folder, name, &to, err);
        if (status == KITH_OK && rename(from.data, to.data) != 0 && errno != ENOENT)
            status = kith_fail(err, KITH_CANNOT_WRITE, "%s: cannot write: %s", to.data,
                               strerror(errno));
    }
    kith_buf_release(&from);
    kith_buf_release(&to);
    return status;
}

static enum kith_status replay(const char *folder, struct kith_error *err)
{
    struct kith_arena arena;
    struct kith_buf path = {0};
    struct kith_str journal = {0};
    struct kith_error unheard;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = path_of(folder, JOURNAL, &path, err);
    if (status == KITH_OK &&
        kith_file_read(path.data, LIMIT, &arena, &journal, &unheard) == KITH_OK) {
        status = finish(folder, journal, err);
        sync_folder(folder);
        if (status == KITH_OK)
            unlink(path.data);
    }
    kith_buf_release(&path);
    kith_arena_release(&arena);
    return status;
}

/* The process that a temporary file's name tells; 0 when it is no such name. */
static long writer_of(const char *name)
{
    const char *mark = NULL;
    for (const char *at = name; (at = strstr(at, MARK)); at++)
        mark = at;
    if (!mark || strspn(mark + strlen(MARK), "0123456789") != strlen(mark + strlen(MARK)))
        return 0;
    return strtol(mark + strlen(MARK), NULL, 10);
}

/* What a process wrote that is no more. */
static enum kith_status sweep(const char *folder, struct kith_error *err)
{
    struct kith_buf path = {0};
    enum kith_status status = KITH_OK;
    DIR *stream = opendir(folder);
    const struct dirent *entry;
    while (stream && status == KITH_OK && (entry = readdir(stream))) {
        long process = writer_of(entry->d_name);
        if (process <= 0 || kill((pid_t)process, 0) == 0 || errno != ESRCH)
            continue;
        status = path_of(folder, entry->d_name, &path, err);
        if (status == KITH_OK)
            unlink(path.data);
    }
    if (stream)
        closedir(stream);
    kith_buf_release(&path);
    return status;
}

enum kith_status kith_journal_recover(const char *folder, struct kith_error *err)
{
    KITH_TRY(replay(folder, err));
    return sweep(folder, err);
}
