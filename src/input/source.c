/* Walks folders breadth first, each folder's names in byte order, so that which of two
 * links to the same folder is followed does not depend on the file system. A folder is
 * read whole and closed before the next is opened: depth costs no open files. */
#include "input/source.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/hash.h"
#include "base/intern.h"
#include "base/map.h"
#include "base/stop.h"
#include "input/result_file.h"

struct paths {
    struct kith_str *items;
    uint32_t count;
    uint32_t room;
};

/* A name in a folder, as far as the folder tells. */
struct entry {
    struct kith_str path;
    uint64_t inode;
    bool is_file; /* a regular one; else it is not known what it is */
};

struct listing {
    struct entry *items;
    uint32_t count;
    uint32_t room;
    uint64_t device, inode; /* of the folder itself */
    bool has_inodes;        /* those of the entries are what stat tells */
};

struct walk {
    struct kith_sources *sources;
    struct kith_arena *arena;
    struct kith_problems *problems;
    struct paths folders;     /* found; those before `next` have been entered */
    struct kith_intern known; /* device and inode of the folders found */
    struct listing entries;   /* of the folder being entered */
};

/* Paths */

struct kith_str kith_source_root(struct kith_arena *arena, const char *argument)
{
    char *clean = kith_arena_alloc(arena, strlen(argument) + 1);
    if (!clean)
        return (struct kith_str){0};
    size_t length = 0;
    struct kith_str rest = kith_str_of(argument);
    if (*argument == '/')
        clean[length++] = '/';
    while (rest.data) {
        struct kith_str name = kith_str_cut(&rest, '/');
        if (name.length == 0 || kith_str_equal(name, KITH_STR(".")))
            continue;
        if (length && clean[length - 1] != '/')
            clean[length++] = '/';
        memcpy(clean + length, name.data, name.length);
        length += name.length;
    }
    clean[length] = '\0';
    return (struct kith_str){clean, length};
}

/* What to open for it. */
static const char *openable(struct kith_str path)
{
    return path.length ? path.data : ".";
}

static struct kith_str join(struct kith_arena *arena, struct kith_str folder,
                            const char *name)
{
    bool needs_slash = folder.length && folder.data[folder.length - 1] != '/';
    size_t before = folder.length + needs_slash;
    size_t length = before + strlen(name);
    char *path = kith_arena_alloc(arena, length + 1);
    if (!path)
        return (struct kith_str){0};
    if (folder.length)
        memcpy(path, folder.data, folder.length);
    if (needs_slash)
        path[folder.length] = '/';
    memcpy(path + before, name, length - before + 1);
    return (struct kith_str){path, length};
}

bool kith_source_is_below(struct kith_str path, struct kith_str root)
{
    if (root.length == 0)
        return path.length && path.data[0] != '/';
    return kith_str_starts_with(path, root) &&
           (path.length == root.length || path.data[root.length] == '/' ||
            root.data[root.length - 1] == '/');
}

static int by_path(const void *a, const void *b)
{
    const struct entry *one = a, *other = b;
    return kith_str_compare(one->path, other->path);
}

/* What was found */

static bool files_have_room(struct kith_sources *sources, struct kith_arena *arena)
{
    return sources->count < sources->file_room ||
           kith_arena_widen(arena, (void **)&sources->files, &sources->file_room,
                            sizeof *sources->files);
}

enum kith_status kith_sources_add_file(struct kith_sources *sources,
                                       const struct kith_source_file *file,
                                       struct kith_arena *arena, struct kith_error *err)
{
    if (!KITH_ARENA_PUSHABLE(arena, sources) || !files_have_room(sources, arena))
        return kith_no_memory(err);
    sources->items[sources->count] = file->path;
    sources->files[sources->count++] = *file;
    return KITH_OK;
}

static int64_t nanoseconds(const struct timespec *time)
{
    return (int64_t)time->tv_sec * 1000000000 + time->tv_nsec;
}

static enum kith_status take_file(struct walk *walk, struct kith_str path,
                                  const struct stat *facts, struct kith_error *err)
{
    const struct kith_source_file file = {.path = path,
                                          .device = (uint64_t)facts->st_dev,
                                          .inode = (uint64_t)facts->st_ino,
                                          .size = (uint64_t)facts->st_size,
                                          .modified = nanoseconds(&facts->st_mtim),
                                          .changed = nanoseconds(&facts->st_ctim)};
    return kith_sources_add_file(walk->sources, &file, walk->arena, err);
}

static enum kith_status take_folder(struct walk *walk, struct kith_str path,
                                    const struct stat *facts, struct kith_error *err)
{
    const uint64_t identity[2] = {(uint64_t)facts->st_dev, (uint64_t)facts->st_ino};
    uint32_t known = walk->known.count;
    struct kith_str key = {(const char *)identity, sizeof identity};
    if (kith_intern_add(&walk->known, key) == KITH_NO_ID)
        return kith_no_memory(err);
    if (walk->known.count == known)
        return KITH_OK;
    if (!KITH_ARENA_PUSHABLE(walk->arena, &walk->folders))
        return kith_no_memory(err);
    walk->folders.items[walk->folders.count++] = path;
    return KITH_OK;
}

static const char *name_of_mode(mode_t mode)
{
    if (S_ISFIFO(mode))
        return "a pipe";
    if (S_ISSOCK(mode))
        return "a socket";
    return "a device";
}

/* Most entries are files, which the folder tells: a question to the system for each would
 * take longer than all else here. */
static enum kith_status take_entry(struct walk *walk, const struct entry *entry,
                                   struct kith_error *err)
{
    const struct kith_str path = entry->path;
    const struct kith_source_file file = {
        .path = path, .device = walk->entries.device, .inode = entry->inode};
    struct stat facts;
    if (entry->is_file && walk->entries.has_inodes && walk->sources->without_facts)
        return kith_sources_add_file(walk->sources, &file, walk->arena, err);
    if (stat(path.data, &facts) != 0)
        return kith_problems_add(walk->problems, KITH_FAULT, path, 0, "unreadable", err,
                                 "cannot read: %s", strerror(errno));
    if (S_ISDIR(facts.st_mode))
        return take_folder(walk, path, &facts, err);
    if (S_ISREG(facts.st_mode))
        return take_file(walk, path, &facts, err);
    return kith_problems_add(walk->problems, KITH_FAULT, path, 0, "kind", err,
                             "is %s, not a file", name_of_mode(facts.st_mode));
}

/* Folders */

static enum kith_status push_entry(struct walk *walk, struct kith_str folder,
                                   const struct dirent *found, struct kith_error *err)
{
    const struct entry entry = {.path = join(walk->arena, folder, found->d_name),
                                .inode = (uint64_t)found->d_ino,
                                .is_file = found->d_type == DT_REG};
    if (!entry.path.data || !KITH_ARENA_PUSHABLE(walk->arena, &walk->entries))
        return kith_no_memory(err);
    walk->entries.items[walk->entries.count++] = entry;
    return KITH_OK;
}

static void begin_listing(struct listing *entries, DIR *stream)
{
    struct stat facts = {0};
    fstat(dirfd(stream), &facts);
    entries->count = 0;
    entries->device = (uint64_t)facts.st_dev;
    entries->inode = (uint64_t)facts.st_ino;
    entries->has_inodes = false;
}

/* Some file systems have other inodes in a folder than stat tells. The folder's own, as
 * it stands beside its ".", gives them away. */
static enum kith_status list_entry(struct walk *walk, struct kith_str folder,
                                   const struct dirent *found, struct kith_error *err)
{
    if (strcmp(found->d_name, ".") == 0)
        walk->entries.has_inodes = found->d_ino == walk->entries.inode;
    return found->d_name[0] == '.' ? KITH_OK : push_entry(walk, folder, found, err);
}

/* Fill walk->entries; *reason is an errno, or 0. */
static enum kith_status list_folder(struct walk *walk, struct kith_str folder,
                                    int *reason, struct kith_error *err)
{
    walk->entries.count = 0;
    DIR *stream = opendir(openable(folder));
    if (!stream) {
        *reason = errno;
        return KITH_OK;
    }
    begin_listing(&walk->entries, stream);
    enum kith_status status = KITH_OK;
    while (status == KITH_OK) {
        errno = 0;
        const struct dirent *found = readdir(stream);
        if (!found)
            break;
        status = list_entry(walk, folder, found, err);
    }
    *reason = status == KITH_OK ? errno : 0;
    closedir(stream);
    return status;
}

static struct kith_str name_in(struct kith_str folder, struct kith_str path)
{
    struct kith_str name = kith_str_slice(path, folder.length, path.length);
    return kith_str_starts_with(name, KITH_STR("/"))
               ? kith_str_slice(name, 1, name.length)
               : name;
}

/* Leave out of walk->entries what a build has written, where it is plain that one has. */
static enum kith_status pass_over_results(struct walk *walk, struct kith_str folder,
                                          struct kith_error *err)
{
    struct listing *entries = &walk->entries;
    bool has_run = false, has_problems = false;
    for (uint32_t i = 0; i < entries->count; i++) {
        struct kith_str name = name_in(folder, entries->items[i].path);
        has_run |= kith_str_equal(name, KITH_STR(KITH_RESULT_RUN));
        has_problems |= kith_str_equal(name, KITH_STR(KITH_RESULT_PROBLEMS));
    }
    if (!has_run || !has_problems)
        return KITH_OK;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < entries->count; i++)
        if (!kith_is_result_file(name_in(folder, entries->items[i].path)))
            entries->items[kept++] = entries->items[i];
    entries->count = kept;
    return kith_problems_add(walk->problems, KITH_NOTE, kith_str_of(openable(folder)), 0,
                             "results", err,
                             "holds what kith build has written, which is not read");
}

static enum kith_status enter(struct walk *walk, uint32_t number, struct kith_error *err)
{
    struct kith_str folder = walk->folders.items[number];
    int reason;
    KITH_TRY(list_folder(walk, folder, &reason, err));
    if (reason != 0 && number == 0)
        return kith_fail(err, KITH_CANNOT_READ, "%s: cannot open this folder: %s",
                         openable(folder), strerror(reason));
    if (reason != 0)
        KITH_TRY(kith_problems_add(walk->problems, KITH_FAULT, folder, 0, "unreadable",
                                   err, "cannot open this folder: %s", strerror(reason)));
    KITH_TRY(pass_over_results(walk, folder, err));
    struct listing *entries = &walk->entries;
    if (entries->count)
        qsort(entries->items, entries->count, sizeof *entries->items, by_path);
    for (uint32_t i = 0; i < entries->count; i++) {
        KITH_TRY(kith_check_stop(walk->sources->stop, err));
        KITH_TRY(take_entry(walk, &entries->items[i], err));
    }
    return KITH_OK;
}

static enum kith_status walk_folders(struct walk *walk, struct kith_error *err)
{
    for (uint32_t next = 0; next < walk->folders.count; next++)
        KITH_TRY(enter(walk, next, err));
    return KITH_OK;
}

enum kith_status kith_sources_add(struct kith_sources *sources, const char *path,
                                  struct kith_arena *arena,
                                  struct kith_problems *problems, struct kith_error *err)
{
    struct stat facts;
    if (stat(path, &facts) != 0)
        return kith_fail(err, KITH_CANNOT_READ, "%s: cannot read: %s", path,
                         strerror(errno));
    struct walk walk = {.sources = sources, .arena = arena, .problems = problems};
    struct kith_str clean = kith_source_root(arena, path);
    if (!clean.data)
        return kith_no_memory(err);
    if (!S_ISDIR(facts.st_mode))
        return take_file(&walk, clean, &facts, err);
    kith_intern_init(&walk.known, arena);
    enum kith_status status = take_folder(&walk, clean, &facts, err);
    if (status == KITH_OK)
        status = walk_folders(&walk, err);
    kith_intern_release(&walk.known);
    return status;
}

/* The list as a whole */

static int by_file_path(const void *a, const void *b)
{
    const struct kith_source_file *one = a, *other = b;
    return kith_str_compare(one->path, other->path);
}

/* Where one folder holds all, they come from it in order. */
static void order_by_path(struct kith_source_file *files, uint32_t count)
{
    bool is_ordered = true;
    for (uint32_t i = 1; i < count && is_ordered; i++)
        is_ordered = by_file_path(&files[i - 1], &files[i]) <= 0;
    if (!is_ordered)
        qsort(files, count, sizeof *files, by_file_path);
}

static bool is_same_file(const struct kith_source_file *one,
                         const struct kith_source_file *other)
{
    return one->device == other->device && one->inode == other->inode;
}

/* Is the file at `i` one of the `kept` ones in front? Else it is about to be, and `known`
 * has it. Of two files whose keys are equal one goes on to the next key. */
static enum kith_status look_for(struct kith_map *known,
                                 const struct kith_source_file *files, uint32_t i,
                                 uint32_t kept, bool *is_known, struct kith_error *err)
{
    bool is_new;
    uint64_t key = kith_hash_u64(files[i].device) ^ files[i].inode;
    do {
        const uint32_t *place = kith_map_place(known, key++, kept, &is_new);
        if (!place)
            return kith_no_memory(err);
        *is_known = !is_new && is_same_file(&files[*place], &files[i]);
    } while (!is_new && !*is_known);
    return KITH_OK;
}

static enum kith_status keep_each_once(struct kith_sources *sources,
                                       struct kith_map *known, struct kith_error *err)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < sources->count; i++) {
        bool is_known;
        KITH_TRY(look_for(known, sources->files, i, kept, &is_known, err));
        if (is_known)
            continue;
        sources->files[kept] = sources->files[i];
        sources->items[kept++] = sources->files[i].path;
    }
    sources->count = kept;
    return KITH_OK;
}

enum kith_status kith_sources_sort(struct kith_sources *sources, struct kith_error *err)
{
    struct kith_map known = {0};
    order_by_path(sources->files, sources->count);
    enum kith_status status = keep_each_once(sources, &known, err);
    kith_map_release(&known);
    return status;
}

enum kith_status kith_sources_find(struct kith_sources *sources, const char *const *paths,
                                   size_t count, struct kith_arena *arena,
                                   struct kith_problems *problems, struct kith_error *err)
{
    for (size_t i = 0; i < count; i++)
        KITH_TRY(kith_sources_add(sources, paths[i], arena, problems, err));
    return kith_sources_sort(sources, err);
}
