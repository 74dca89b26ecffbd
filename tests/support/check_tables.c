/* Reading tables, without a line of kith's own code. */
#include "check_tables.h"

#include <csv.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Enough to see what goes wrong, not so much that nobody reads it. */
#define COMPLAINTS_SHOWN 20

static unsigned long complaint_count;

unsigned long complaints(void)
{
    return complaint_count;
}

void complain(const char *format, ...)
{
    if (complaint_count++ >= COMPLAINTS_SHOWN)
        return;
    va_list arguments;
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
    putchar('\n');
}

void give_up(const char *what, const char *name)
{
    printf("%s: %s\n", what, name);
    exit(1);
}

void *room_for(size_t count, size_t size)
{
    void *room = calloc(count ? count : 1, size);
    if (!room)
        give_up("out of memory", "check_output");
    return room;
}

/* Files */

bool is_there(const char *folder, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (file)
        fclose(file);
    return file;
}

struct bytes read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        give_up("cannot read", path);
    long length = ftell(file);
    rewind(file);
    struct bytes bytes = {room_for((size_t)length + 1, 1), (size_t)length};
    if (fread(bytes.data, 1, bytes.length, file) != bytes.length)
        give_up("cannot read", path);
    fclose(file);
    return bytes;
}

/* Tables */

static void take_cell(void *cell, size_t length, void *context)
{
    struct table *table = context;
    if (table->cell_count == table->room) {
        table->room = table->room ? 2 * table->room : 4096;
        table->cells = realloc(table->cells, table->room * sizeof *table->cells);
        if (!table->cells)
            give_up("out of memory", table->name);
    }
    char *copy = room_for(length + 1, 1);
    if (length)
        memcpy(copy, cell, length);
    table->cells[table->cell_count++] = copy;
    table->cells_in_row++;
}

static void take_row(int terminator, void *context)
{
    (void)terminator;
    struct table *table = context;
    if (table->row_count == 0)
        table->width = table->cells_in_row;
    else if (table->cells_in_row != table->width)
        give_up("a row has another number of cells than the header", table->name);
    table->row_count++;
    table->cells_in_row = 0;
}

struct table read_table(const char *folder, const char *name)
{
    struct table table = {0};
    char path[4096];
    snprintf(table.name, sizeof table.name, "%s", name);
    snprintf(path, sizeof path, "%s/%s", folder, name);
    struct bytes bytes = read_file(path);
    struct csv_parser parser;
    size_t mark = strncmp(bytes.data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    if (csv_parse(&parser, bytes.data + mark, bytes.length - mark, take_cell, take_row,
                  &table) != bytes.length - mark ||
        csv_fini(&parser, take_cell, take_row, &table) != 0)
        give_up(csv_strerror(csv_error(&parser)), path);
    csv_free(&parser);
    free(bytes.data);
    return table;
}

size_t column_if_any(const struct table *table, const char *name)
{
    size_t i = 0;
    while (i < table->width && strcmp(table->cells[i], name) != 0)
        i++;
    return i;
}

size_t column(const struct table *table, const char *name)
{
    size_t i = column_if_any(table, name);
    if (i == table->width)
        give_up("a column is missing", name);
    return i;
}

const char *cell(const struct table *table, size_t row, size_t at)
{
    return table->cells[row * table->width + at];
}

unsigned long number(const struct table *table, size_t row, size_t at)
{
    const char *text = cell(table, row, at);
    char *end;
    unsigned long value = strtoul(text, &end, 10);
    if (*text < '0' || *text > '9' || *end)
        complain("%s, row %zu: \"%s\" is no number", table->name, row, text);
    return value;
}

void drop_table(struct table *table)
{
    for (size_t i = 0; i < table->cell_count; i++)
        free(table->cells[i]);
    free(table->cells);
}

/* Rows by a key */

static size_t slot_of(const struct index *index, const char *key)
{
    size_t hash = 1469598103934665603u;
    for (const char *c = key; *c; c++)
        hash = (hash ^ (unsigned char)*c) * 1099511628211u;
    size_t slot = hash % index->room;
    while (index->rows[slot] &&
           strcmp(cell(index->table, index->rows[slot], index->column), key) != 0)
        slot = (slot + 1) % index->room;
    return slot;
}

struct index index_by(const struct table *table, const char *name)
{
    struct index index = {table, column(table, name), 2 * table->row_count + 1, NULL};
    index.rows = room_for(index.room, sizeof *index.rows);
    for (size_t row = 1; row < table->row_count; row++) {
        size_t slot = slot_of(&index, cell(table, row, index.column));
        if (index.rows[slot])
            complain("%s: %s %s stands twice", table->name, name,
                     cell(table, row, index.column));
        index.rows[slot] = row;
    }
    return index;
}

size_t find(const struct index *index, const char *key)
{
    return index->rows[slot_of(index, key)];
}

void drop_index(struct index *index)
{
    free(index->rows);
}
