/* Compiling: every alias onto its path, every entity its key, every collision told.
 *
 * Two aliases collide when they end on one path with one pattern, hyphens aside: then
 * whatever text is the one is the other. Both stay; which entity a mention means is
 * recognize's question.
 */
#include <stdlib.h>

#include "gazetteer/key.h"
#include "gazetteer/tables.h"
#include "gazetteer/path_builder.h"

/* Two aliases that are written alike. */
struct collision {
    kith_id first, second;
};

/* What compiling holds in its hands. */
struct compiling {
    struct kith_gazetteer *gazetteer;
    struct kith_problems *problems;
    struct kith_path_builder builder;
    struct kith_arena scratch; /* lives as long as the compiling */
    struct kith_arena moment;  /* emptied at each alias */
    struct {
        struct collision *items;
        uint32_t count, room;
    } collisions;
};

static enum kith_status report(const struct compiling *work, enum kith_severity severity,
                               kith_id alias, const char *sentence,
                               struct kith_error *err)
{
    struct kith_alias place = kith_gazetteer_alias(work->gazetteer, alias);
    return kith_problems_add(work->problems, severity, place.file, place.line, "alias",
                             err, "%s", sentence);
}

static enum kith_status add_path(struct compiling *work, kith_id alias,
                                 bool without_quotes, struct kith_path *path,
                                 struct kith_error *err)
{
    const struct kith_alias_record *record = &work->gazetteer->aliases.items[alias];
    *path = (struct kith_path){.count = 0};
    if (record->case_rule == KITH_CASE_NEVER)
        return KITH_OK;
    kith_arena_reset(&work->moment);
    KITH_TRY(kith_name_read(kith_alias_text(work->gazetteer, alias),
                            (enum kith_case_rule)record->case_rule, without_quotes,
                            &work->moment, path, err));
    if (path->is_too_long)
        return report(work, KITH_FAULT, alias,
                      "the alias has more than 64 words; it is left out", err);
    if (path->count == 0)
        return KITH_OK;
    return kith_paths_add(&work->builder, path, alias, err);
}

/* A name with quote marks is known without them too. */
static enum kith_status add_alias(struct compiling *work, kith_id alias,
                                  struct kith_error *err)
{
    struct kith_path path;
    KITH_TRY(add_path(work, alias, false, &path, err));
    if (path.has_quotes && !path.is_too_long)
        KITH_TRY(add_path(work, alias, true, &path, err));
    return KITH_OK;
}

static enum kith_status build_paths(struct compiling *work, struct kith_error *err)
{
    struct kith_gazetteer *gazetteer = work->gazetteer;
    KITH_TRY(kith_paths_begin(&work->builder, &gazetteer->paths, &gazetteer->aliases,
                              &gazetteer->arena, &work->scratch, err));
    for (kith_id alias = 0; alias < gazetteer->aliases.count; alias++) {
        KITH_TRY(kith_check_stop(gazetteer->stop, err));
        KITH_TRY(add_alias(work, alias, err));
    }
    return kith_paths_finish(&work->builder, err);
}

/* Columns that say when a row is meant. */
static const char *const settling[] = {"context", "forbid", "priority", "from", "until"};

/* A weak alias, and one of a row that says when it is meant, is shared on purpose. */
static bool is_settled(const struct kith_gazetteer *gazetteer, kith_id alias)
{
    const struct kith_alias_record *record =
        (const struct kith_alias_record *)gazetteer->aliases.items + alias;
    if (record->traits & KITH_ALIAS_WEAK)
        return true;
    for (size_t i = 0; i < sizeof settling / sizeof *settling; i++) {
        uint32_t column = kith_gazetteer_find_column(gazetteer, settling[i]);
        if (column != KITH_NO_ID &&
            kith_gazetteer_cell(gazetteer, record->entity, column).length > 0)
            return true;
    }
    return false;
}

static enum kith_status report_collision(const struct compiling *work, kith_id first,
                                         kith_id second, struct kith_error *err)
{
    const struct kith_gazetteer *gazetteer = work->gazetteer;
    if (is_settled(gazetteer, first) || is_settled(gazetteer, second))
        return KITH_OK;
    struct kith_alias one = kith_gazetteer_alias(gazetteer, first);
    struct kith_alias two = kith_gazetteer_alias(gazetteer, second);
    struct kith_entity one_entity = kith_gazetteer_entity(gazetteer, one.entity);
    struct kith_entity two_entity = kith_gazetteer_entity(gazetteer, two.entity);
    return kith_problems_add(
        work->problems, KITH_NOTE, two.file, two.line, "alias", err,
        "\"%.*s\" means %.*s (%.*s) here and %.*s (%.*s) in %.*s:%u; both are kept",
        KITH_STR_ARGS(two.text), KITH_STR_ARGS(two_entity.name),
        KITH_STR_ARGS(two_entity.type), KITH_STR_ARGS(one_entity.name),
        KITH_STR_ARGS(one_entity.type), KITH_STR_ARGS(one.file), one.line);
}

/* Compare each posting of a path with the first one of its pattern, which `first_of`
 * remembers by path and pattern. An entity is told once. */
static enum kith_status find_collisions(struct compiling *work, struct kith_ends ends,
                                        struct kith_map *first_of, struct kith_error *err)
{
    const struct kith_posting *postings = work->gazetteer->paths.postings.items;
    const struct kith_alias_record *aliases = work->gazetteer->aliases.items;
    kith_id told = KITH_NO_ID;
    for (uint32_t i = ends.begin; i < ends.end; i++) {
        if (aliases[postings[i].alias].traits & KITH_ALIAS_DEMONYM)
            continue;
        uint64_t key = kith_map_pair(
            ends.begin,
            kith_paths_plain_pattern(&work->builder, kith_posting_pattern(&postings[i])));
        uint32_t *first = kith_map_place(first_of, key, postings[i].alias, NULL);
        if (!first)
            return kith_no_memory(err);
        kith_id entity = aliases[postings[i].alias].entity;
        if (entity == aliases[*first].entity || entity == told)
            continue;
        if (!KITH_ARENA_PUSHABLE(&work->scratch, &work->collisions))
            return kith_no_memory(err);
        work->collisions.items[work->collisions.count++] =
            (struct collision){*first, postings[i].alias};
        told = entity;
    }
    return KITH_OK;
}

static int by_row(const void *a, const void *b)
{
    const struct collision *x = a, *y = b;
    if (x->second != y->second)
        return x->second < y->second ? -1 : 1;
    return (x->first > y->first) - (x->first < y->first);
}

static enum kith_status find_all_collisions(struct compiling *work,
                                            struct kith_map *first_of,
                                            struct kith_error *err)
{
    const struct kith_posting *postings = work->gazetteer->paths.postings.items;
    const uint32_t count = work->gazetteer->paths.postings.count;
    for (struct kith_ends ends = {0, 0}; ends.begin < count; ends.begin = ends.end) {
        const struct kith_posting *first = &postings[ends.begin];
        for (ends.end = ends.begin + 1; ends.end < count; ends.end++)
            if (!kith_postings_share_path(first, &postings[ends.end]))
                break;
        if (ends.end - ends.begin > 1)
            KITH_TRY(find_collisions(work, ends, first_of, err));
    }
    return KITH_OK;
}

/* In the order of rows, which is not that of paths. */
static enum kith_status report_collisions(struct compiling *work, struct kith_error *err)
{
    struct kith_map first_of = {0};
    enum kith_status status = find_all_collisions(work, &first_of, err);
    kith_map_release(&first_of);
    if (work->collisions.count > 1)
        qsort(work->collisions.items, work->collisions.count,
              sizeof *work->collisions.items, by_row);
    for (uint32_t i = 0; i < work->collisions.count && status == KITH_OK; i++)
        status = report_collision(work, work->collisions.items[i].first,
                                  work->collisions.items[i].second, err);
    return status;
}

static enum kith_status compile(struct compiling *work, struct kith_error *err)
{
    KITH_TRY(kith_keys_make(work->gazetteer, false, err));
    KITH_TRY(build_paths(work, err));
    KITH_TRY(kith_check_stop(work->gazetteer->stop, err));
    return report_collisions(work, err);
}

enum kith_status kith_gazetteer_compile(struct kith_gazetteer *gazetteer,
                                        struct kith_problems *problems,
                                        struct kith_error *err)
{
    if (gazetteer->image.bytes)
        return KITH_OK; /* it came from an image */
    struct compiling work = {.gazetteer = gazetteer, .problems = problems};
    kith_map_release(&gazetteer->by_id);
    kith_map_release(&gazetteer->by_name);
    kith_map_release(&gazetteer->by_alias);
    kith_arena_init(&work.scratch, KITH_ARENA_UNCAPPED);
    kith_arena_init(&work.moment, KITH_ARENA_UNCAPPED);
    enum kith_status status = compile(&work, err);
    kith_path_builder_release(&work.builder);
    kith_arena_release(&work.moment);
    kith_arena_release(&work.scratch);
    return status == KITH_OK ? kith_image_pack(gazetteer, err) : status;
}
