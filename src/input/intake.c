/* From sources to the articles in them. */
#include "input/intake.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "input/container.h"

static const struct {
    const char *ending;
    kith_container_fn *take;
} kinds[] = {
    {"csv", kith_take_table},        {"tsv", kith_take_table},
    {"jsonl", kith_take_json_lines}, {"ndjson", kith_take_json_lines},
    {"json", kith_take_json},        {"xml", kith_take_xml},
    {"rss", kith_take_xml},          {"atom", kith_take_xml},
    {"rdf", kith_take_xml},
};

static kith_container_fn *find_kind(struct kith_str path)
{
    const char *dot = strrchr(path.data, '.');
    for (size_t i = 0; dot && i < sizeof kinds / sizeof *kinds; i++)
        if (strcasecmp(dot + 1, kinds[i].ending) == 0)
            return kinds[i].take;
    return NULL;
}

bool kith_intake_holds_many(struct kith_str path)
{
    return find_kind(path);
}

/* ---- giving articles away ---- */

static enum kith_status give(struct kith_container *container, struct kith_unread *unread,
                             struct kith_error *err)
{
    const struct kith_intake *intake = container->intake;
    if (intake->stop && *intake->stop)
        return container->taken = kith_fail(err, KITH_INTERRUPTED, "interrupted");
    unread->article.number = container->number++;
    container->taken = intake->on_article(intake->context, unread, err);
    return container->taken;
}

enum kith_status kith_container_give(struct kith_container *container, uint64_t place,
                                     struct kith_unread *unread, struct kith_error *err)
{
    size_t room = container->path.length + sizeof "#18446744073709551615";
    char *path = kith_arena_alloc(&container->arena, room);
    if (!path)
        return kith_no_memory(err);
    int length =
        snprintf(path, room, "%s#%llu", container->path.data, (unsigned long long)place);
    unread->article.path = (struct kith_str){path, (size_t)length};
    enum kith_status status = give(container, unread, err);
    kith_arena_reset(&container->arena);
    return status;
}

enum kith_status kith_container_give_file(struct kith_container *container,
                                          struct kith_error *err)
{
    struct kith_unread whole = {.kind = KITH_UNREAD_FILE,
                                .article.path = container->path};
    return give(container, &whole, err);
}

static struct kith_unread refusal(struct kith_str path, const char *fault,
                                  const char *reason)
{
    return (struct kith_unread){.kind = KITH_UNREAD_REFUSED,
                                .article.path = path,
                                .fault = fault,
                                .reason = kith_str_of(reason)};
}

enum kith_status kith_container_refuse(struct kith_container *container, uint64_t place,
                                       const char *fault, const char *reason,
                                       struct kith_error *err)
{
    struct kith_unread unread = refusal(container->path, fault, reason);
    unread.line = place;
    enum kith_status status = give(container, &unread, err);
    kith_arena_reset(&container->arena);
    return status;
}

/* ---- going through sources ---- */

/* The container's own failure becomes a refused article; that of on_article, and memory,
 * go up. */
static enum kith_status settle(struct kith_container *container, enum kith_status status,
                               struct kith_error *reason, struct kith_error *err)
{
    if (status == KITH_OK)
        return KITH_OK;
    if (container->taken != KITH_OK || status == KITH_NO_MEMORY) {
        *err = *reason;
        return status;
    }
    struct kith_unread unread = refusal(container->path, "unreadable",
                                        kith_problem_text(reason, container->path).data);
    return give(container, &unread, err);
}

static enum kith_status take(struct kith_container *container, struct kith_error *err)
{
    kith_container_fn *open = find_kind(container->path);
    struct kith_error reason = {0};
    if (!open)
        return kith_container_give_file(container, err);
    return settle(container, open(container, &reason), &reason, err);
}

enum kith_status kith_intake_run(const struct kith_intake *intake,
                                 const struct kith_sources *sources,
                                 struct kith_error *err)
{
    struct kith_container container = {.intake = intake};
    enum kith_status status = KITH_OK;
    kith_arena_init(&container.arena, KITH_ARENA_UNCAPPED);
    for (uint32_t i = 0; i < sources->count && status == KITH_OK; i++) {
        container.path = sources->items[i];
        status = take(&container, err);
    }
    kith_arena_release(&container.arena);
    return status;
}

/* ---- one article ---- */

struct search {
    struct kith_str path;
    struct kith_arena *arena;
    struct kith_unread *unread;
    bool is_found;
};

static enum kith_status look(void *context, const struct kith_unread *unread,
                             struct kith_error *err)
{
    struct search *search = context;
    if (!kith_str_equal(unread->article.path, search->path))
        return KITH_OK;
    KITH_TRY(kith_unread_copy(unread, search->arena, search->unread, err));
    search->is_found = true;
    return KITH_END;
}

/* The path without "#12" behind it; data is NULL when it has none. */
static struct kith_str container_of(struct kith_str path, struct kith_arena *arena)
{
    size_t length = path.length;
    while (length && path.data[length - 1] >= '0' && path.data[length - 1] <= '9')
        length--;
    if (length < 2 || length == path.length || path.data[length - 1] != '#')
        return (struct kith_str){0};
    return kith_str_copy(arena, kith_str_slice(path, 0, length - 1));
}

enum kith_status kith_intake_find(const struct kith_intake *intake, struct kith_str path,
                                  struct kith_arena *arena, struct kith_unread *unread,
                                  struct kith_error *err)
{
    struct search search = {.path = path, .arena = arena, .unread = unread};
    struct kith_str file = container_of(path, arena);
    if (!file.data || !find_kind(file)) {
        *unread = (struct kith_unread){.kind = KITH_UNREAD_FILE, .article.path = path};
        return KITH_OK;
    }
    struct kith_intake searching = *intake;
    const struct kith_sources sources = {.items = &file, .count = 1};
    searching.on_article = look;
    searching.context = &search;
    enum kith_status status = kith_intake_run(&searching, &sources, err);
    if (search.is_found)
        return KITH_OK;
    if (status != KITH_OK && status != KITH_END)
        return status;
    return kith_fail(err, KITH_BAD_INPUT, "%s: there is no such article in %s", path.data,
                     file.data);
}
