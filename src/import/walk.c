/* Walking through lists. Nothing of a row outlives its visit, so what a walk holds is one
 * line, or one row and the problems told since the row before. */
#include "import/walk.h"

#include <strings.h>

#include "base/utf8.h"
#include "base/stop.h"
#include "input/json_objects.h"
#include "input/lines.h"

#define LINE_LIMIT ((size_t)1024 * 1024)
#define OBJECT_LIMIT ((size_t)1024 * 1024)

/* Lines */

struct line_walk {
    struct kith_lines lines;
    kith_import_line_fn *on_line;
    void *context;
};

static const char *fault_of_line(struct kith_str line)
{
    if (memchr(line.data, '\0', line.length))
        return "the line holds a NUL byte; it is left out";
    return kith_utf8_is_valid(line, NULL) ? NULL
                                          : "the line is not UTF-8; it is left out";
}

static struct kith_str without_end(struct kith_str line)
{
    while (line.length &&
           (line.data[line.length - 1] == '\n' || line.data[line.length - 1] == '\r'))
        line.length--;
    return line;
}

static enum kith_status visit_line(struct kith_import *import,
                                   const struct line_walk *walk, struct kith_str line,
                                   struct kith_error *err)
{
    import->line = walk->lines.number;
    line = without_end(line);
    if (import->line == 1)
        line = kith_utf8_without_mark(line);
    if (kith_str_trim(line).length == 0)
        return KITH_OK;
    const char *fault = fault_of_line(line);
    if (!fault)
        return walk->on_line(import, walk->context, line, err);
    kith_import_fault(import, "%s", fault);
    return KITH_OK;
}

static enum kith_status step(struct kith_import *import, struct line_walk *walk,
                             struct kith_error *err)
{
    struct kith_str line;
    KITH_TRY(kith_check_stop(import->options->stop, err));
    kith_lines_keep(&walk->lines);
    enum kith_status status = kith_lines_next(&walk->lines, &line, err);
    if (status == KITH_LIMIT) {
        KITH_TRY(kith_lines_skip(&walk->lines, err));
        import->line = walk->lines.number;
        kith_import_fault(import, "the line is longer than 1 MiB; it is left out");
        return KITH_OK;
    }
    return status == KITH_OK ? visit_line(import, walk, line, err) : status;
}

enum kith_status kith_import_lines(struct kith_import *import,
                                   kith_import_line_fn *on_line, void *context,
                                   struct kith_error *err)
{
    struct line_walk walk = {.on_line = on_line, .context = context};
    KITH_TRY(kith_lines_open(&walk.lines, import->path, LINE_LIMIT, err));
    enum kith_status status;
    do
        status = step(import, &walk, err);
    while (status == KITH_OK);
    kith_lines_close(&walk.lines);
    return status == KITH_END ? KITH_OK : status;
}

/* Rows */

struct row_walk {
    struct kith_import *import;
    kith_import_row_fn *on_row;
    void *context;
    struct kith_arena arena; /* of the problems not yet told */
    struct kith_problems problems;
};

static void tell_problems(struct row_walk *walk)
{
    for (uint32_t i = 0; i < walk->problems.count; i++) {
        walk->import->line = walk->problems.items[i].line;
        kith_import_fault(walk->import, "%.*s",
                          KITH_STR_ARGS(walk->problems.items[i].text));
    }
    if (walk->problems.count == 0)
        return;
    kith_arena_reset(&walk->arena);
    kith_problems_init(&walk->problems, &walk->arena);
}

static enum kith_status visit_row(void *context, const struct kith_csv_row *row,
                                  struct kith_error *err)
{
    struct row_walk *walk = context;
    KITH_TRY(kith_check_stop(walk->import->options->stop, err));
    tell_problems(walk);
    walk->import->line = row->line;
    return walk->on_row(walk->import, walk->context, row, err);
}

enum kith_status kith_import_rows(struct kith_import *import, kith_import_row_fn *on_row,
                                  void *context, struct kith_error *err)
{
    struct row_walk walk = {.import = import, .on_row = on_row, .context = context};
    kith_arena_init(&walk.arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&walk.problems, &walk.arena);
    enum kith_status status =
        kith_csv_read(import->path, visit_row, &walk, &walk.problems, err);
    tell_problems(&walk);
    kith_arena_release(&walk.arena);
    return status;
}

uint32_t kith_import_column(const struct kith_csv_row *header, const char *heading)
{
    struct kith_str wanted = kith_str_of(heading);
    for (uint32_t i = 0; i < header->count; i++)
        if (header->cells[i].length == wanted.length &&
            strncasecmp(header->cells[i].data, heading, wanted.length) == 0)
            return i;
    return KITH_IMPORT_NOWHERE;
}

struct kith_str kith_import_cell(const struct kith_csv_row *row, uint32_t column)
{
    return column < row->count ? row->cells[column] : (struct kith_str){0};
}

/* Objects */

struct object_walk {
    struct kith_import *import;
    kith_import_object_fn *on_object;
    void *context;
    struct kith_arena arena; /* of one object */
};

static enum kith_status visit_object(void *context, struct kith_str text, uint64_t line,
                                     struct kith_error *err)
{
    struct object_walk *walk = context;
    const struct kith_json *json;
    struct kith_error reason;
    walk->import->line = line;
    if (!text.data) {
        kith_import_fault(walk->import,
                          "the object is larger than 1 MiB; it is left out");
        return KITH_OK;
    }
    kith_arena_reset(&walk->arena);
    if (kith_json_parse(text, &walk->arena, &json, &reason) != KITH_OK) {
        kith_import_fault(walk->import, "%s; the object is left out", reason.text);
        return KITH_OK;
    }
    return walk->on_object(walk->import, walk->context, json, err);
}

enum kith_status kith_import_objects(struct kith_import *import,
                                     kith_import_object_fn *on_object, void *context,
                                     struct kith_error *err)
{
    struct object_walk walk = {
        .import = import, .on_object = on_object, .context = context};
    struct kith_stream stream;
    KITH_TRY(kith_stream_open(&stream, import->path, err));
    const struct kith_json_objects objects = {.stream = &stream,
                                              .limit = OBJECT_LIMIT,
                                              .stop = import->options->stop,
                                              .context = &walk,
                                              .on_object = visit_object};
    bool is_cut;
    uint64_t line;
    kith_arena_init(&walk.arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = kith_json_objects_read(&objects, &is_cut, &line, err);
    kith_arena_release(&walk.arena);
    kith_stream_close(&stream);
    KITH_TRY(status);
    import->line = line;
    if (is_cut)
        kith_import_fault(import, "the list ends inside a bracket; was it cut off?");
    return KITH_OK;
}
