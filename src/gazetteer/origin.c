/* Origins, written as numbers in the machine's order and strings with their lengths:
 *
 *     languages of the rules of spelling, count, then for each origin: given, absolute,
 *     role, the number of its files, then for each file: path, size, time in
 *     nanoseconds, hash
 */
#include "gazetteer/origin.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/hash.h"
#include "input/source.h"

/* A file as it is, or as it was. */
struct stamp {
    struct kith_str path;
    uint64_t size, time, hash;
};

enum kith_status kith_origins_add(struct kith_origins *origins, const char *path,
                                  enum kith_origin_role role, struct kith_arena *arena,
                                  struct kith_error *err)
{
    if (!KITH_ARENA_PUSHABLE(arena, origins))
        return kith_no_memory(err);
    char *absolute = realpath(path, NULL);
    struct kith_origin origin = {
        .given = kith_str_copy(arena, kith_str_of(path)),
        .absolute = kith_str_copy(arena, kith_str_of(absolute ? absolute : path)),
        .role = role};
    free(absolute);
    if (!origin.given.data || !origin.absolute.data)
        return kith_no_memory(err);
    origins->items[origins->count++] = origin;
    return KITH_OK;
}

const char *kith_origin_path(const struct kith_origin *origin)
{
    char *absolute = realpath(origin->given.data, NULL);
    bool is_same = absolute && strcmp(absolute, origin->absolute.data) == 0;
    free(absolute);
    return is_same ? origin->given.data : origin->absolute.data;
}

/* ---- the files as they are ---- */

static bool is_table(struct kith_str path)
{
    return kith_str_ends_with(path, KITH_STR(".csv")) ||
           kith_str_ends_with(path, KITH_STR(".tsv"));
}

/* The files of an origin: itself, or the tables below it. */
static enum kith_status list_files(const struct kith_origin *origin,
                                   struct kith_arena *arena, struct kith_sources *files,
                                   struct kith_error *err)
{
    struct kith_problems unheard;
    kith_problems_init(&unheard, arena);
    KITH_TRY(kith_sources_find(files, &origin->absolute.data, 1, arena, &unheard, err));
    struct stat facts;
    if (stat(origin->absolute.data, &facts) != 0 || !S_ISDIR(facts.st_mode))
        return KITH_OK;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < files->count; i++)
        if (is_table(files->items[i]))
            files->items[kept++] = files->items[i];
    files->count = kept;
    return KITH_OK;
}

/* Size and time of a file; false when it is gone. */
static bool look_at(struct kith_str path, struct stamp *stamp)
{
    struct stat facts;
    if (stat(path.data, &facts) != 0)
        return false;
    *stamp = (struct stamp){
        .path = path,
        .size = (uint64_t)facts.st_size,
        .time = (uint64_t)facts.st_mtim.tv_sec * 1000000000u +
                (uint64_t)facts.st_mtim.tv_nsec,
    };
    return true;
}

static enum kith_status hash_file(struct stamp *stamp, struct kith_error *err)
{
    struct kith_arena arena;
    struct kith_str bytes;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status =
        kith_file_read(stamp->path.data, UINT32_MAX, &arena, &bytes, err);
    if (status == KITH_OK)
        stamp->hash = kith_hash(bytes.data, bytes.length);
    kith_arena_release(&arena);
    return status;
}

/* ---- writing ---- */

static void put_number(struct kith_buf *out, uint64_t number)
{
    kith_buf_append(out, (const char *)&number, sizeof number);
}

static void put_str(struct kith_buf *out, struct kith_str s)
{
    put_number(out, s.length);
    kith_buf_str(out, s);
}

static enum kith_status write_origin(const struct kith_origin *origin,
                                     struct kith_arena *arena, struct kith_buf *out,
                                     struct kith_error *err)
{
    struct kith_sources files = {0};
    KITH_TRY(list_files(origin, arena, &files, err));
    put_str(out, origin->given);
    put_str(out, origin->absolute);
    put_number(out, origin->role);
    put_number(out, files.count);
    for (uint32_t i = 0; i < files.count; i++) {
        struct stamp stamp = {.path = files.items[i]};
        look_at(files.items[i], &stamp);
        KITH_TRY(hash_file(&stamp, err));
        put_str(out, stamp.path);
        put_number(out, stamp.size);
        put_number(out, stamp.time);
        put_number(out, stamp.hash);
    }
    return kith_buf_check(out, err);
}

enum kith_status kith_origins_write(const struct kith_origins *origins,
                                    struct kith_buf *out, struct kith_error *err)
{
    struct kith_arena arena;
    enum kith_status status = KITH_OK;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    put_str(out, origins->languages);
    put_number(out, origins->count);
    for (uint32_t i = 0; i < origins->count && status == KITH_OK; i++)
        status = write_origin(&origins->items[i], &arena, out, err);
    kith_arena_release(&arena);
    return status;
}

/* ---- reading ---- */

/* False behind the end; the number is 0 then. */
static bool take_number(struct kith_str *rest, uint64_t *number)
{
    *number = 0;
    if (rest->length < sizeof *number)
        return false;
    memcpy(number, rest->data, sizeof *number);
    *rest = kith_str_slice(*rest, sizeof *number, rest->length);
    return true;
}

static bool take_str(struct kith_str *rest, struct kith_str *s)
{
    uint64_t length;
    if (!take_number(rest, &length) || length > rest->length)
        return false;
    *s = kith_str_slice(*rest, 0, length);
    *rest = kith_str_slice(*rest, length, rest->length);
    return true;
}

static bool take_stamp(struct kith_str *rest, struct stamp *stamp)
{
    return take_str(rest, &stamp->path) && take_number(rest, &stamp->size) &&
           take_number(rest, &stamp->time) && take_number(rest, &stamp->hash);
}

/* An origin and the number of its files, whose stamps come next. */
static bool take_origin(struct kith_str *rest, struct kith_origin *origin,
                        uint64_t *file_count)
{
    uint64_t role;
    if (!take_str(rest, &origin->given) || !take_str(rest, &origin->absolute) ||
        !take_number(rest, &role) || role > KITH_ORIGIN_RULES)
        return false;
    origin->role = (uint32_t)role;
    return take_number(rest, file_count);
}

static bool copy_origin(struct kith_origin *origin, struct kith_arena *arena)
{
    origin->given = kith_str_copy(arena, origin->given);
    origin->absolute = kith_str_copy(arena, origin->absolute);
    return origin->given.data && origin->absolute.data;
}

enum kith_status kith_origins_read(struct kith_origins *origins, struct kith_str written,
                                   struct kith_arena *arena)
{
    uint64_t count, file_count;
    struct kith_origin origin;
    struct stamp stamp;
    if (!take_str(&written, &origins->languages) || !take_number(&written, &count))
        return KITH_BAD_INPUT;
    origins->languages = kith_str_copy(arena, origins->languages);
    if (!origins->languages.data)
        return KITH_NO_MEMORY;
    for (uint64_t i = 0; i < count; i++) {
        if (!take_origin(&written, &origin, &file_count))
            return KITH_BAD_INPUT;
        for (uint64_t f = 0; f < file_count; f++)
            if (!take_stamp(&written, &stamp))
                return KITH_BAD_INPUT;
        if (!copy_origin(&origin, arena) || !KITH_ARENA_PUSHABLE(arena, origins))
            return KITH_NO_MEMORY;
        origins->items[origins->count++] = origin;
    }
    return KITH_OK;
}

/* ---- comparing ---- */

static enum kith_freshness worse(enum kith_freshness a, enum kith_freshness b)
{
    return a > b ? a : b;
}

/* Has the file at `path` changed since `then`? */
static enum kith_freshness compare_file(struct kith_str path, const struct stamp *then)
{
    struct stamp now;
    if (!kith_str_equal(path, then->path))
        return KITH_ORIGINS_CHANGED;
    if (!look_at(path, &now))
        return KITH_ORIGINS_GONE;
    if (now.size != then->size)
        return KITH_ORIGINS_CHANGED;
    if (now.time == then->time)
        return KITH_ORIGINS_FRESH;
    if (hash_file(&now, NULL) != KITH_OK)
        return KITH_ORIGINS_GONE;
    return now.hash == then->hash ? KITH_ORIGINS_FRESH : KITH_ORIGINS_CHANGED;
}

/* Compare one origin with its stamps at `rest`, and move on behind them. */
static enum kith_freshness compare_origin(struct kith_str *rest, struct kith_arena *arena)
{
    struct kith_origin origin;
    uint64_t file_count = 0;
    struct kith_sources files = {0};
    enum kith_freshness freshness = KITH_ORIGINS_FRESH;
    if (!take_origin(rest, &origin, &file_count) || !copy_origin(&origin, arena) ||
        list_files(&origin, arena, &files, NULL) != KITH_OK)
        freshness = KITH_ORIGINS_GONE;
    else if (files.count != file_count)
        freshness = KITH_ORIGINS_CHANGED;
    for (uint64_t f = 0; f < file_count; f++) {
        struct stamp then;
        if (!take_stamp(rest, &then))
            return KITH_ORIGINS_GONE;
        if (freshness == KITH_ORIGINS_FRESH)
            freshness = worse(freshness, compare_file(files.items[f], &then));
    }
    return freshness;
}

enum kith_freshness kith_origins_compare(struct kith_str written)
{
    struct kith_arena arena;
    enum kith_freshness freshness = KITH_ORIGINS_FRESH;
    uint64_t count = 0;
    struct kith_str languages;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    if (take_str(&written, &languages))
        take_number(&written, &count);
    for (uint64_t i = 0; i < count && freshness != KITH_ORIGINS_GONE; i++)
        freshness = worse(freshness, compare_origin(&written, &arena));
    kith_arena_release(&arena);
    return count ? freshness : KITH_ORIGINS_GONE;
}
