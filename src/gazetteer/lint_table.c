/* Gazetteer files read once more: headings, and rows that say again what another said.
 * What is in their cells is lint_list.c's and lint_condition.c's. */
#include "gazetteer/lint_table.h"

#include "base/hash.h"
#include "base/near.h"
#include "gazetteer/columns.h"
#include "gazetteer/lint.h"
#include "gazetteer/tables.h"

static const char *const known[KITH_LINT_COLUMNS] = {
    "name",    "type",   "aliases",  "id",   "demonyms",
    "context", "forbid", "priority", "from", "until"};

/* So much of a cell is shown. */
#define SHOWN 60

/* One file being read. */
struct table {
    struct kith_lint_row row;
    bool has_header;
    int32_t at[KITH_LINT_COLUMNS]; /* the cell of each, or -1 */
    struct kith_map lines;         /* name, type and id -> the line of their first row */
};

enum kith_status kith_lint_say(const struct kith_lint_row *row,
                               enum kith_severity severity, const char *kind,
                               struct kith_str text, const char *what,
                               struct kith_error *err)
{
    const size_t shown = text.length > SHOWN ? SHOWN : text.length;
    return kith_problems_add(row->problems, severity, row->file, row->line, kind, err,
                             "\"%.*s%s\" %s",
                             KITH_STR_ARGS(kith_str_slice(text, 0, shown)),
                             shown < text.length ? "..." : "", what);
}

/* ---- the header ---- */

static int32_t find_known(struct kith_str heading)
{
    for (int32_t i = 0; i < KITH_LINT_COLUMNS; i++)
        if (kith_str_equal_caseless(heading, kith_str_of(known[i])))
            return i;
    return -1;
}

/* A heading that kith keeps as one of the user's own, and that looks like one of its. */
static enum kith_status check_unknown(const struct table *table, struct kith_str heading,
                                      struct kith_error *err)
{
    for (size_t i = 0; i < KITH_LINT_COLUMNS; i++)
        if (kith_is_near(heading, kith_str_of(known[i])) && table->at[i] < 0)
            return kith_problems_add(
                table->row.problems, KITH_NOTE, table->row.file, table->row.line,
                "column", err,
                "the column '%.*s' means nothing to kith; write '%s' if it is that",
                KITH_STR_ARGS(heading), known[i]);
    return KITH_OK;
}

static enum kith_status check_heading(const struct table *table,
                                      const struct kith_csv_row *header, uint32_t cell,
                                      struct kith_error *err)
{
    struct kith_str heading = header->cells[cell];
    for (uint32_t i = 0; i < cell && heading.length > 0; i++)
        if (kith_str_equal_caseless(heading, header->cells[i]))
            return kith_problems_add(
                table->row.problems, KITH_FAULT, table->row.file, table->row.line,
                "column", err,
                "the column '%.*s' stands twice, and the first alone is read; join them",
                KITH_STR_ARGS(heading));
    if (find_known(heading) >= 0)
        return KITH_OK;
    return check_unknown(table, heading, err);
}

static enum kith_status read_header(struct table *table,
                                    const struct kith_csv_row *header,
                                    struct kith_error *err)
{
    table->has_header = true;
    if (kith_columns_missing(header))
        return KITH_END;
    for (int32_t i = 0; i < KITH_LINT_COLUMNS; i++)
        table->at[i] = -1;
    for (uint32_t i = header->count; i-- > 0;) {
        int32_t column = find_known(header->cells[i]);
        if (column >= 0)
            table->at[column] = (int32_t)i;
    }
    for (uint32_t i = 0; i < header->count; i++)
        KITH_TRY(check_heading(table, header, i, err));
    return KITH_OK;
}

/* ---- rows ---- */

static uint64_t key_of_row(const struct kith_lint_row *row)
{
    uint64_t key = 0;
    for (int i = 0; i <= KITH_LINT_ID; i++)
        if (i != KITH_LINT_ALIASES)
            key =
                kith_hash_u64(key ^ kith_hash(row->cells[i].data, row->cells[i].length));
    return key;
}

/* In other files such a row adds to an entity; in one file it is a slip. */
static enum kith_status check_again(struct table *table, struct kith_error *err)
{
    const struct kith_lint_row *row = &table->row;
    bool is_new;
    uint32_t *line =
        kith_map_place(&table->lines, key_of_row(row), (uint32_t)row->line, &is_new);
    if (!line)
        return kith_no_memory(err);
    if (is_new)
        return KITH_OK;
    return kith_problems_add(row->problems, KITH_NOTE, row->file, row->line, "row", err,
                             "%.*s has a row on line %u already; put all of it there",
                             KITH_STR_ARGS(row->cells[KITH_LINT_NAME]), *line);
}

static enum kith_status on_row(void *context, const struct kith_csv_row *cells,
                               struct kith_error *err)
{
    struct table *table = context;
    struct kith_lint_row *row = &table->row;
    row->line = cells->line;
    if (!table->has_header)
        return read_header(table, cells, err);
    for (int i = 0; i < KITH_LINT_COLUMNS; i++) {
        int32_t at = table->at[i];
        row->cells[i] = at >= 0 && (uint32_t)at < cells->count ? cells->cells[at]
                                                               : (struct kith_str){0};
    }
    KITH_TRY(check_again(table, err));
    KITH_TRY(kith_lint_lists(row, err));
    return kith_lint_conditions(row, err);
}

/* ---- files ---- */

/* What cannot be read at all has been told by who loaded it. */
static enum kith_status check_file(struct kith_str path, struct kith_problems *problems,
                                   struct kith_error *err)
{
    struct table table = {.row = {.problems = problems, .file = path}};
    struct kith_arena arena;
    struct kith_problems told;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&told, &arena);
    enum kith_status status = kith_csv_read(path.data, on_row, &table, &told, err);
    kith_map_release(&table.lines);
    kith_arena_release(&arena);
    return status == KITH_NO_MEMORY ? status : KITH_OK;
}

enum kith_status kith_lint_tables(const struct kith_gazetteer *gazetteer,
                                  struct kith_problems *problems, struct kith_error *err)
{
    for (uint32_t i = 0; i < gazetteer->files.count; i++)
        KITH_TRY(check_file(gazetteer->files.items[i], problems, err));
    return KITH_OK;
}
