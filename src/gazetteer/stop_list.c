/* Stops are found by the hash of their path, as the postings of names are. */
#include "gazetteer/stop_list.h"

#include "gazetteer/alias.h"
#include "gazetteer/name.h"
#include "gazetteer/tables.h"
#include "input/csv_table.h"

/* The columns. */
enum { SPELLING, TYPE, WHERE };

/* One file being read. */
struct reading {
    struct kith_gazetteer *gazetteer;
    struct kith_problems *problems;
    struct kith_str path;
    struct kith_arena scratch; /* emptied at each row */
};

void kith_stop_list_init(struct kith_stop_list *list)
{
    *list = (struct kith_stop_list){0};
    kith_arena_init(&list->arena, KITH_ARENA_UNCAPPED);
}

void kith_stop_list_release(struct kith_stop_list *list)
{
    kith_map_release(&list->by_path);
    kith_arena_release(&list->arena);
}

bool kith_stop_covers(const struct kith_gazetteer *gazetteer,
                      const struct kith_stop *stop, kith_id entity)
{
    if (stop->type == KITH_NO_ID)
        return true;
    kith_id type = kith_gazetteer_entity_type(gazetteer, entity);
    return kith_gazetteer_type_is(gazetteer, type, stop->type);
}

static enum kith_status refuse(const struct reading *file, uint64_t line,
                               const char *what, struct kith_str text, const char *reason,
                               struct kith_error *err)
{
    return kith_problems_add(
        file->problems, KITH_FAULT, file->path, line, "stop", err,
        "the %s \"%.*s\" %s; the row is left out", what,
        KITH_STR_ARGS(kith_str_slice(text, 0, text.length < 40 ? text.length : 40)),
        reason);
}

/* ---- one row ---- */

static enum kith_status push(struct kith_stop_list *list, struct kith_stop stop,
                             const struct kith_path *path, struct kith_error *err)
{
    stop.pattern = kith_arena_alloc(&list->arena, path->count);
    if (!stop.pattern || !KITH_ARENA_PUSHABLE(&list->arena, list))
        return kith_no_memory(err);
    stop.word_count = path->count;
    stop.path = KITH_NO_PATH;
    for (uint32_t i = 0; i < path->count; i++) {
        stop.path = kith_path_step(stop.path, path->steps[i].word.hash);
        stop.pattern[i] = path->steps[i].pattern;
    }
    bool is_new;
    uint32_t *newest = kith_map_place(&list->by_path, stop.path, list->count, &is_new);
    if (!newest)
        return kith_no_memory(err);
    stop.next = is_new ? KITH_NO_ID : *newest;
    *newest = list->count;
    list->items[list->count++] = stop;
    return KITH_OK;
}

/* As an alias goes onto its paths: with its quotes, and without. */
static enum kith_status enter(struct reading *file, struct kith_stop stop,
                              enum kith_case_rule rule, struct kith_error *err)
{
    struct kith_path path = {.has_quotes = true};
    for (int without_quotes = 0; without_quotes < 2 && path.has_quotes;
         without_quotes++) {
        KITH_TRY(
            kith_name_read(stop.text, rule, without_quotes, &file->scratch, &path, err));
        if (path.is_too_long || path.count == 0)
            return refuse(file, stop.line, "spelling", stop.text,
                          "has no word, or more than 64", err);
        KITH_TRY(push(&file->gazetteer->stops, stop, &path, err));
    }
    return KITH_OK;
}

static enum kith_status enter_spelling(struct reading *file, struct kith_str spelling,
                                       struct kith_stop stop, struct kith_error *err)
{
    struct kith_marked_alias marked = kith_alias_unmark(spelling);
    if (marked.text.length == 0 || marked.text.length > KITH_ALIAS_LIMIT)
        return refuse(file, stop.line, "spelling", spelling,
                      "is empty or longer than 512 bytes", err);
    if (marked.traits & KITH_ALIAS_WEAK)
        return refuse(file, stop.line, "spelling", spelling,
                      "has the mark ?, which says nothing here: = and ~ do", err);
    stop.text = kith_str_copy(&file->gazetteer->stops.arena, marked.text);
    return stop.text.data ? enter(file, stop, marked.rule, err) : kith_no_memory(err);
}

static enum kith_status on_cells(void *context, const struct kith_str *cells,
                                 uint64_t line, struct kith_error *err)
{
    struct reading *file = context;
    struct kith_stop stop = {
        .file = file->path, .line = (uint32_t)line, .type = KITH_NO_ID};
    kith_arena_reset(&file->scratch);
    struct kith_str type = kith_str_lower_copy(&file->scratch, cells[TYPE]);
    if (!type.data)
        return kith_no_memory(err);
    if (type.length) {
        stop.type = kith_gazetteer_find_type(file->gazetteer, type);
        if (stop.type == KITH_NO_ID)
            return refuse(file, line, "type", type,
                          "is that of no entity and stands in no types.csv", err);
    }
    stop.only_at_start = kith_str_equal_caseless(cells[WHERE], KITH_STR("start"));
    if (cells[WHERE].length && !stop.only_at_start)
        return refuse(file, line, "place", cells[WHERE],
                      "is not \"start\", the only one there is", err);
    return enter_spelling(file, cells[SPELLING], stop, err);
}

enum kith_status kith_gazetteer_load_stops(struct kith_gazetteer *gazetteer,
                                           const char *path,
                                           struct kith_problems *problems,
                                           struct kith_error *err)
{
    struct reading file = {.gazetteer = gazetteer, .problems = problems};
    const struct kith_csv_table table = {.headings = {"spelling", "type", "where"},
                                         .required = 1,
                                         .on_cells = on_cells,
                                         .context = &file};
    file.path = kith_str_copy(&gazetteer->stops.arena, kith_str_of(path));
    if (!file.path.data)
        return kith_no_memory(err);
    kith_arena_init(&file.scratch, KITH_ARENA_UNCAPPED);
    enum kith_status status = kith_csv_table_read(&table, path, problems, err);
    kith_arena_release(&file.scratch);
    return status;
}
