/* Reading a table of an output folder back. */
#ifndef KITH_OUTPUT_FOLDER_TABLE_H
#define KITH_OUTPUT_FOLDER_TABLE_H

#include "input/csv_table.h"

/* Read the table `name` ("nodes.csv") of the output folder `folder`. KITH_BAD_INPUT when
 * a row is not as kith writes them: something else has been at the file. Scratch memory
 * is taken from `arena`. */
enum kith_status kith_folder_table_read(const struct kith_csv_table *table,
                                        const char *folder, const char *name,
                                        struct kith_arena *arena, struct kith_error *err);

/* The same by the path of its file. */
enum kith_status kith_written_table_read(const struct kith_csv_table *table,
                                         const char *path, struct kith_arena *arena,
                                         struct kith_error *err);

/* The same of bytes that stand in a file at `path`. */
enum kith_status kith_written_bytes_read(const struct kith_csv_table *table,
                                         struct kith_str bytes, const char *path,
                                         struct kith_arena *arena,
                                         struct kith_error *err);

/* The whole number in a cell that kith wrote, behind a letter ("a12") or not. */
uint64_t kith_cell_number(struct kith_str cell);

/* The number in a cell that kith wrote, in any locale; NaN for an empty one. */
double kith_cell_real(struct kith_str cell);

#endif
