/* A CSV file whose columns are known: found by their headings, in any order. */
#ifndef KITH_INPUT_CSV_TABLE_H
#define KITH_INPUT_CSV_TABLE_H

#include "input/csv_rows.h"

/* A table has at most so many columns that are read. */
#define KITH_TABLE_COLUMNS 40

/* Called once a row below the header. `cells` are in the order of the headings; those the
 * row does not have are empty. They live until it returns. */
typedef enum kith_status kith_csv_cells_fn(void *context, const struct kith_str *cells,
                                           uint64_t line, struct kith_error *err);

/* What a table is to hold. */
struct kith_csv_table {
    const char *headings[KITH_TABLE_COLUMNS]; /* in lower case, the required first */
    uint32_t required;                        /* how many of them the file must have */
    kith_csv_cells_fn *on_cells;
    void *context;
};

/* Read the file at `path` as kith_csv_read does. Headings are compared whatever their
 * case, and columns with others are passed over. KITH_BAD_INPUT when a required one is
 * missing; an empty file is no rows. */
enum kith_status kith_csv_table_read(const struct kith_csv_table *table, const char *path,
                                     struct kith_problems *problems,
                                     struct kith_error *err);

/* The same from bytes in memory; `name` stands for the path in messages. */
enum kith_status kith_csv_table_read_bytes(const struct kith_csv_table *table,
                                           struct kith_str bytes, const char *name,
                                           struct kith_problems *problems,
                                           struct kith_error *err);

#endif
