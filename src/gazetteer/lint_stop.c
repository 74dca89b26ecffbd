/* Stops that stop no alias, and stops that are given twice. */
#include "gazetteer/lint.h"

#include "gazetteer/name.h"
#include "gazetteer/tables.h"

static bool shares_writings(const struct kith_stop *stop, const uint8_t *pattern)
{
    for (uint32_t i = 0; i < stop->word_count; i++)
        if (!(stop->pattern[i] & pattern[i] & KITH_WRITTEN_ANYHOW))
            return false;
    return true;
}

/* Is there an alias on its path that may be written so, of an entity that it covers? */
static bool stops_somebody(const struct kith_gazetteer *gazetteer,
                           const struct kith_stop *stop)
{
    const struct kith_paths *paths = &gazetteer->paths;
    struct kith_ends ends = kith_paths_find(paths, stop->path);
    for (uint32_t i = ends.begin; i < ends.end; i++) {
        const struct kith_posting *posting = &paths->postings.items[i];
        uint32_t pattern = kith_posting_pattern(posting);
        if (posting->alias < gazetteer->aliases.count &&
            pattern + KITH_NAME_LIMIT <= paths->patterns.count &&
            shares_writings(stop, paths->patterns.items + pattern) &&
            kith_stop_covers(gazetteer, stop,
                             gazetteer->aliases.items[posting->alias].entity))
            return true;
    }
    return false;
}

/* A row with quotes is two stops, one behind the other. */
static bool is_same_row(const struct kith_stop *a, const struct kith_stop *b)
{
    return a->line == b->line && a->file.data == b->file.data;
}

/* An earlier stop that is the same, or NULL. */
static const struct kith_stop *find_twin(const struct kith_stop_list *list,
                                         const struct kith_stop *stop)
{
    uint32_t i = stop->next;
    while (i != KITH_NO_ID) {
        const struct kith_stop *other = &list->items[i];
        if (other->type == stop->type && other->only_at_start == stop->only_at_start &&
            other->word_count == stop->word_count &&
            memcmp(other->pattern, stop->pattern, stop->word_count) == 0 &&
            !is_same_row(stop, other))
            return other;
        i = other->next;
    }
    return NULL;
}

static enum kith_status check_twin(const struct kith_stop_list *list,
                                   const struct kith_stop *stop,
                                   struct kith_problems *problems, struct kith_error *err)
{
    const struct kith_stop *twin = find_twin(list, stop);
    if (!twin)
        return KITH_OK;
    return kith_problems_add(problems, KITH_NOTE, stop->file, stop->line, "stop", err,
                             "\"%.*s\" is stopped by %.*s:%u already; drop one of them",
                             KITH_STR_ARGS(stop->text), KITH_STR_ARGS(twin->file),
                             twin->line);
}

enum kith_status kith_lint_stops(const struct kith_gazetteer *gazetteer,
                                 struct kith_problems *problems, struct kith_error *err)
{
    const struct kith_stop_list *list = &gazetteer->stops;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct kith_stop *stop = &list->items[i];
        KITH_TRY(check_twin(list, stop, problems, err));
        bool is_used = stops_somebody(gazetteer, stop);
        while (i + 1 < list->count && is_same_row(stop, &list->items[i + 1]))
            is_used |= stops_somebody(gazetteer, &list->items[++i]);
        if (!is_used)
            KITH_TRY(kith_problems_add(
                problems, KITH_NOTE, stop->file, stop->line, "stop", err,
                "\"%.*s\" stops nothing: no name that the row is for is written so; drop "
                "the row, or write it as the gazetteers do",
                KITH_STR_ARGS(stop->text)));
    }
    return KITH_OK;
}
