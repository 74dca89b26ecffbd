/* The first row says where each column stands; the others are handed on in our order. */
#include "input/csv_table.h"

#include "base/buf.h"

/* A column that the file does not have. */
#define NOWHERE UINT32_MAX

struct reading {
    const struct kith_csv_table *table;
    const char *path;
    bool has_header;
    uint32_t places[KITH_TABLE_COLUMNS];
};

static uint32_t find_heading(const struct kith_csv_row *header, struct kith_str heading)
{
    for (uint32_t i = 0; i < header->count; i++)
        if (kith_str_equal_caseless(header->cells[i], heading))
            return i;
    return NOWHERE;
}

/* The user sees all columns of the table, not the missing one alone. */
static enum kith_status lacks(const struct reading *reading,
                              const struct kith_csv_row *row, const char *heading,
                              struct kith_error *err)
{
    struct kith_buf all = {0};
    for (uint32_t i = 0; i < KITH_TABLE_COLUMNS && reading->table->headings[i]; i++)
        kith_buf_format(&all, "%s%s", i ? "," : "", reading->table->headings[i]);
    enum kith_status status = kith_buf_check(&all, err);
    if (status == KITH_OK)
        status = kith_fail(err, KITH_BAD_INPUT,
                           "%s:%llu: the header has no column '%s'%s; the file begins "
                           "with a line such as %.*s",
                           reading->path, (unsigned long long)row->line, heading,
                           kith_csv_hint(row), KITH_STR_ARGS(kith_buf_view(&all)));
    kith_buf_release(&all);
    return status;
}

static enum kith_status read_header(struct reading *reading,
                                    const struct kith_csv_row *row,
                                    struct kith_error *err)
{
    const struct kith_csv_table *table = reading->table;
    reading->has_header = true;
    for (uint32_t i = 0; i < KITH_TABLE_COLUMNS && table->headings[i]; i++) {
        reading->places[i] = find_heading(row, kith_str_of(table->headings[i]));
        if (reading->places[i] == NOWHERE && i < table->required)
            return lacks(reading, row, table->headings[i], err);
    }
    return KITH_OK;
}

static enum kith_status on_row(void *context, const struct kith_csv_row *row,
                               struct kith_error *err)
{
    struct reading *reading = context;
    const struct kith_csv_table *table = reading->table;
    struct kith_str cells[KITH_TABLE_COLUMNS] = {0};
    if (!reading->has_header)
        return read_header(reading, row, err);
    for (uint32_t i = 0; i < KITH_TABLE_COLUMNS && table->headings[i]; i++)
        if (reading->places[i] < row->count)
            cells[i] = row->cells[reading->places[i]];
    return table->on_cells(table->context, cells, row->line, err);
}

enum kith_status kith_csv_table_read(const struct kith_csv_table *table, const char *path,
                                     struct kith_problems *problems,
                                     struct kith_error *err)
{
    struct reading reading = {.table = table, .path = path};
    return kith_csv_read(path, on_row, &reading, problems, err);
}

enum kith_status kith_csv_table_read_bytes(const struct kith_csv_table *table,
                                           struct kith_str bytes, const char *name,
                                           struct kith_problems *problems,
                                           struct kith_error *err)
{
    struct reading reading = {.table = table, .path = name};
    return kith_csv_read_bytes(bytes, name, on_row, &reading, problems, err);
}
