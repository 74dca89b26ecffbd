/* The header of a gazetteer file: what each of its columns holds. */
#ifndef KITH_GAZETTEER_COLUMNS_H
#define KITH_GAZETTEER_COLUMNS_H

#include "gazetteer/tables.h"
#include "input/csv_rows.h"

/* A header with more columns than this is no gazetteer's. */
#define KITH_COLUMN_LIMIT 1024

/* What a column holds: the number of a further column, or one of these. */
enum kith_column {
    KITH_COLUMN_NAME = -1,
    KITH_COLUMN_TYPE = -2,
    KITH_COLUMN_ALIASES = -3,
    KITH_COLUMN_ID = -4,
    KITH_COLUMN_UNUSED = -5 /* it has no heading */
};

struct kith_columns {
    int32_t *items; /* NULL before the header is read */
    uint32_t count;
};

/* The first required column that `header` lacks ("name", "type"), or NULL. */
const char *kith_columns_missing(const struct kith_csv_row *header);

/* The heading that may be a slip of the `missing` one; empty when none looks like it. */
struct kith_str kith_columns_slip(const struct kith_csv_row *header, const char *missing);

/* Read the header; further columns are entered in the gazetteer, whose arena holds
 * `columns`. At most KITH_COLUMN_LIMIT cells. */
enum kith_status kith_columns_read(struct kith_gazetteer *gazetteer,
                                   const struct kith_csv_row *header,
                                   struct kith_columns *columns, struct kith_error *err);

/* The cell of `row` under the first column that holds `what`; empty when there is none.
 */
struct kith_str kith_columns_cell(const struct kith_columns *columns,
                                  const struct kith_csv_row *row, int32_t what);

#endif
