/* Few rows of a long table that kith wrote. Lines are looked at before they are taken
 * apart, which is most of the work of reading a table. */
#ifndef KITH_BATCH_CHOSEN_ROWS_H
#define KITH_BATCH_CHOSEN_ROWS_H

#include "base/map.h"
#include "input/csv_table.h"

/* Read the rows of the file at `path` whose first cell is an id with one of `numbers`
 * ("a12": 12). Scratch memory is taken from `arena`. Errors are those of
 * kith_csv_table_read; a row that is not as kith writes it is KITH_BAD_INPUT. */
enum kith_status kith_chosen_rows_read(const struct kith_csv_table *table,
                                       const char *path, const struct kith_map *numbers,
                                       struct kith_arena *arena, struct kith_error *err);

#endif
