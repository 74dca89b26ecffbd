/* From sources to the articles in them. */
#include "input/intake.h"

#include <stdio.h>
#include <sys/stat.h>

#include "base/problem.h"
#include "input/container.h"
#include "input/file_kind.h"

/* ---- giving articles away ---- */

static bool is_sought(const struct kith_giver *giver, const struct kith_unread *unread)
{
    return !giver->sought.length ||
           (kith_str_equal(giver->sought, unread->article.path) && !unread->line);
}

static enum kith_status give(struct kith_giver *giver, struct kith_unread *unread,
                             struct kith_error *err)
{
    const struct kith_intake *intake = giver->intake;
    if (intake->stop && *intake->stop)
        return giver->taken = kith_fail(err, KITH_INTERRUPTED, "interrupted");
    unread->article.number = giver->number++;
    if (is_sought(giver, unread))
        giver->taken = intake->on_article(intake->context, unread, err);
    kith_arena_reset(&giver->arena);
    return giver->taken;
}

enum kith_status kith_container_give(struct kith_container *container, uint64_t place,
                                     struct kith_unread *unread, struct kith_error *err)
{
    size_t room = container->path.length + sizeof "#18446744073709551615";
    char *path = kith_arena_alloc(&container->giver->arena, room);
    if (!path)
        return kith_no_memory(err);
    int length =
        snprintf(path, room, "%s#%llu", container->path.data, (unsigned long long)place);
    unread->article.path = (struct kith_str){path, (size_t)length};
    return give(container->giver, unread, err);
}

enum kith_status kith_container_give_bytes(struct kith_container *container,
                                           struct kith_str bytes, struct kith_error *err)
{
    struct kith_unread whole = {
        .kind = KITH_UNREAD_BYTES,
        .article = {.path = container->path, .bytes = bytes},
    };
    return give(container->giver, &whole, err);
}

enum kith_status kith_container_refuse(struct kith_container *container, uint64_t place,
                                       const char *fault, const char *reason,
                                       struct kith_error *err)
{
    struct kith_unread unread = {.kind = KITH_UNREAD_REFUSED,
                                 .article.path = container->path,
                                 .line = place,
                                 .fault = fault,
                                 .reason = kith_str_of(reason)};
    return give(container->giver, &unread, err);
}

enum kith_status kith_container_refuse_size(struct kith_container *container,
                                            uint64_t place, struct kith_error *err)
{
    return kith_container_refuse(container, place, "size",
                                 "is larger than --max-size allows", err);
}

/* ---- files ---- */

/* Who reads the article opens the file: workers do so side by side. */
static enum kith_status give_file(struct kith_giver *giver, struct kith_str path,
                                  struct kith_error *err)
{
    struct kith_unread whole = {.kind = KITH_UNREAD_FILE, .article.path = path};
    return give(giver, &whole, err);
}

/* The container's own failure becomes a refused article; that of on_article, and memory,
 * go up. */
static enum kith_status settle(struct kith_container *container, enum kith_status status,
                               const struct kith_error *reason, struct kith_error *err)
{
    if (status == KITH_OK)
        return KITH_OK;
    if (container->giver->taken != KITH_OK || status == KITH_NO_MEMORY) {
        *err = *reason;
        return status;
    }
    const char *fault =
        container->stream->has_failed ? container->stream->fault : "unreadable";
    return kith_container_refuse(container, 0, fault,
                                 kith_problem_text(reason, container->path).data, err);
}

static enum kith_status take_whole(struct kith_container *container,
                                   struct kith_error *err)
{
    struct kith_giver *giver = container->giver;
    struct kith_str bytes;
    if (kith_stream_file(container->stream) >= 0)
        return give_file(giver, container->path, err);
    uint64_t limit = kith_reader_limit(kith_container_options(container));
    enum kith_status status =
        kith_stream_read_all(container->stream, limit, &giver->arena, &bytes, err);
    if (status == KITH_LIMIT)
        return kith_container_refuse_size(container, 0, err);
    KITH_TRY(status);
    return kith_container_give_bytes(container, bytes, err);
}

static enum kith_status take_kind(struct kith_container *container,
                                  struct kith_error *err)
{
    static kith_container_fn *const kinds[] = {[KITH_FILE_ARTICLE] = take_whole,
                                               [KITH_FILE_XML] = kith_take_xml,
                                               [KITH_FILE_TABLE] = kith_take_table,
                                               [KITH_FILE_JSON] = kith_take_json,
                                               [KITH_FILE_JSON_LINES] =
                                                   kith_take_json_lines,
                                               [KITH_FILE_ARCHIVE] = kith_take_archive};
    struct kith_str head;
    KITH_TRY(kith_stream_look(container->stream, KITH_HEAD_BYTES, &head, err));
    const struct kith_field_names *names = &kith_container_options(container)->names;
    return kinds[kith_file_kind_of(container->path.data, head, names)](container, err);
}

enum kith_status kith_take_file(struct kith_container *container, struct kith_error *err)
{
    struct kith_error reason = {0};
    enum kith_status status = take_kind(container, &reason);
    return settle(container, status, &reason, err);
}

/* ---- sources ---- */

/* A file that is one article by its name is left for who reads it. */
static enum kith_status take_source(struct kith_giver *giver, struct kith_str path,
                                    struct kith_error *err)
{
    struct kith_stream stream;
    struct kith_container container = {giver, path, &stream};
    struct kith_error reason = {0};
    giver->cost = (struct kith_archive_cost){0};
    if (kith_file_is_article_by_name(path.data))
        return give_file(giver, path, err);
    enum kith_status status = kith_stream_open(&stream, path.data, &reason);
    status = status == KITH_OK ? kith_take_file(&container, err)
                               : settle(&container, status, &reason, err);
    kith_stream_close(&stream);
    return status;
}

static enum kith_status take_all(const struct kith_intake *intake, struct kith_str sought,
                                 const struct kith_sources *sources,
                                 struct kith_error *err)
{
    struct kith_giver giver = {
        .intake = intake, .number = intake->first_number, .sought = sought};
    enum kith_status status = KITH_OK;
    kith_arena_init(&giver.arena, KITH_ARENA_UNCAPPED);
    for (uint32_t i = 0; i < sources->count && status == KITH_OK; i++)
        status = take_source(&giver, sources->items[i], err);
    kith_arena_release(&giver.arena);
    return status;
}

enum kith_status kith_intake_run(const struct kith_intake *intake,
                                 const struct kith_sources *sources,
                                 struct kith_error *err)
{
    return take_all(intake, (struct kith_str){0}, sources, err);
}

/* ---- one article ---- */

struct search {
    struct kith_arena *arena;
    struct kith_unread *unread;
    bool is_found;
};

static enum kith_status find(void *context, const struct kith_unread *unread,
                             struct kith_error *err)
{
    struct search *search = context;
    KITH_TRY(kith_unread_copy(unread, search->arena, search->unread, err));
    search->is_found = true;
    return KITH_END;
}

static bool is_file(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0 && !S_ISDIR(facts.st_mode);
}

/* The file that the article's path begins with: all of it, or what stands before a slash
 * or a '#'. Data is NULL when there is none. */
static struct kith_str file_of(struct kith_str path, struct kith_arena *arena)
{
    struct kith_str file = kith_str_copy(arena, path);
    char *bytes = (char *)(uintptr_t)file.data;
    for (size_t end = path.length; bytes && end > 0; end--) {
        if (end < path.length && path.data[end] != '/' && path.data[end] != '#')
            continue;
        bytes[end] = '\0';
        if (is_file(bytes))
            return (struct kith_str){bytes, end};
    }
    return (struct kith_str){0};
}

bool kith_intake_is_inside(struct kith_str path, struct kith_arena *arena)
{
    struct stat facts;
    return stat(path.data, &facts) != 0 && file_of(path, arena).data;
}

enum kith_status kith_intake_find(const struct kith_intake *intake, struct kith_str path,
                                  struct kith_arena *arena, struct kith_unread *unread,
                                  struct kith_error *err)
{
    struct search search = {.arena = arena, .unread = unread};
    struct kith_intake searching = *intake;
    struct kith_str file = file_of(path, arena);
    const struct kith_sources sources = {.items = &file, .count = 1};
    *unread = (struct kith_unread){.kind = KITH_UNREAD_FILE, .article.path = path};
    if (!file.data)
        return KITH_OK; /* who reads it says why there is none */
    searching.on_article = find;
    searching.context = &search;
    enum kith_status status = take_all(&searching, path, &sources, err);
    if (search.is_found)
        return KITH_OK;
    KITH_TRY(status);
    if (file.length == path.length)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%s: holds many articles; name one of them, such as %s#2",
                         path.data, path.data);
    return kith_fail(err, KITH_BAD_INPUT, "%s: there is no such article in %s", path.data,
                     file.data);
}
