/* Tables of an output folder. */
#include "output/folder_table.h"

#include "base/buf.h"

enum kith_status kith_folder_table_read(const struct kith_csv_table *table,
                                        const char *folder, const char *name,
                                        struct kith_arena *arena, struct kith_error *err)
{
    struct kith_problems problems;
    struct kith_buf path = {0};
    kith_problems_init(&problems, arena);
    kith_buf_format(&path, "%s/%s%c", folder, name, '\0');
    enum kith_status status = kith_buf_check(&path, err);
    if (status == KITH_OK)
        status = kith_csv_table_read(table, path.data, &problems, err);
    kith_buf_release(&path);
    if (status == KITH_OK && problems.count)
        status = kith_fail(err, KITH_BAD_INPUT, "%.*s:%llu: %.*s",
                           KITH_STR_ARGS(problems.items[0].file),
                           (unsigned long long)problems.items[0].line,
                           KITH_STR_ARGS(problems.items[0].text));
    return status;
}
