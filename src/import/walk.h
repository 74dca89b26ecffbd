/* A list, by its lines, rows or objects; what cannot be read is told and passed over. */
#ifndef KITH_IMPORT_WALK_H
#define KITH_IMPORT_WALK_H

#include "import/import.h"
#include "input/csv_rows.h"
#include "input/json.h"

/* Called for each line, without its end; import->line is its number. */
typedef enum kith_status kith_import_line_fn(struct kith_import *import, void *context,
                                             struct kith_str line,
                                             struct kith_error *err);

/* Lines longer than 1 MiB, with NUL bytes or not in UTF-8 are faults; empty ones are
 * passed over. Memory is the longest line. */
enum kith_status kith_import_lines(struct kith_import *import,
                                   kith_import_line_fn *on_line, void *context,
                                   struct kith_error *err);

/* Called for each row of a CSV list; import->line is its number. */
typedef enum kith_status kith_import_row_fn(struct kith_import *import, void *context,
                                            const struct kith_csv_row *row,
                                            struct kith_error *err);

/* CSV as docs/FORMATS.md has it. Memory is the longest row. */
enum kith_status kith_import_rows(struct kith_import *import, kith_import_row_fn *on_row,
                                  void *context, struct kith_error *err);

/* The place of a heading in a header row, or KITH_IMPORT_NOWHERE. */
#define KITH_IMPORT_NOWHERE UINT32_MAX
uint32_t kith_import_column(const struct kith_csv_row *header, const char *heading);

/* The cell of `row` at that place; empty when the row is too short. */
struct kith_str kith_import_cell(const struct kith_csv_row *row, uint32_t column);

/* Called for each object; import->line is where it begins. */
typedef enum kith_status kith_import_object_fn(struct kith_import *import, void *context,
                                               const struct kith_json *object,
                                               struct kith_error *err);

/* The objects that stand in an array of the list, as kith_json_objects_read finds them.
 * An object that is no JSON, or larger than 1 MiB, is a fault. */
enum kith_status kith_import_objects(struct kith_import *import,
                                     kith_import_object_fn *on_object, void *context,
                                     struct kith_error *err);

#endif
