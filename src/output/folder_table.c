/* Tables of an output folder. */
#include "output/folder_table.h"

#include <locale.h>
#include <math.h>
#include <stdlib.h>

#include "base/buf.h"

/* The first problem, as an error. */
static enum kith_status refuse(const struct kith_problems *problems,
                               struct kith_error *err)
{
    if (!problems->count)
        return KITH_OK;
    return kith_fail(err, KITH_BAD_INPUT, "%.*s:%llu: %.*s",
                     KITH_STR_ARGS(problems->items[0].file),
                     (unsigned long long)problems->items[0].line,
                     KITH_STR_ARGS(problems->items[0].text));
}

enum kith_status kith_written_table_read(const struct kith_csv_table *table,
                                         const char *path, struct kith_arena *arena,
                                         struct kith_error *err)
{
    struct kith_problems problems;
    kith_problems_init(&problems, arena);
    KITH_TRY(kith_csv_table_read(table, path, &problems, err));
    return refuse(&problems, err);
}

enum kith_status kith_written_bytes_read(const struct kith_csv_table *table,
                                         struct kith_str bytes, const char *path,
                                         struct kith_arena *arena, struct kith_error *err)
{
    struct kith_problems problems;
    kith_problems_init(&problems, arena);
    KITH_TRY(kith_csv_table_read_bytes(table, bytes, path, &problems, err));
    return refuse(&problems, err);
}

enum kith_status kith_folder_table_read(const struct kith_csv_table *table,
                                        const char *folder, const char *name,
                                        struct kith_arena *arena, struct kith_error *err)
{
    struct kith_buf path = {0};
    kith_buf_format(&path, "%s/%s%c", folder, name, '\0');
    enum kith_status status = kith_buf_check(&path, err);
    if (status == KITH_OK)
        status = kith_written_table_read(table, path.data, arena, err);
    kith_buf_release(&path);
    return status;
}

uint64_t kith_cell_number(struct kith_str cell)
{
    uint64_t value = 0;
    for (size_t i = 0; i < cell.length; i++)
        if (cell.data[i] >= '0' && cell.data[i] <= '9')
            value = value * 10 + (uint64_t)(cell.data[i] - '0');
    return value;
}

/* The longest double that kith writes has less. */
#define LONGEST_REAL 31

double kith_cell_real(struct kith_str cell)
{
    char text[LONGEST_REAL + 1];
    if (cell.length == 0 || cell.length > LONGEST_REAL)
        return NAN;
    for (size_t i = 0; i < cell.length; i++)
        text[i] = cell.data[i] == '.' ? *localeconv()->decimal_point : cell.data[i];
    text[cell.length] = '\0';
    char *end;
    double value = strtod(text, &end);
    return *end ? NAN : value;
}
