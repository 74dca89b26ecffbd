/* Where in its file a cell of a CSV row stands: for messages that an editor can follow.
 */
#ifndef KITH_INPUT_CSV_PLACE_H
#define KITH_INPUT_CSV_PLACE_H

#include "input/csv_rows.h"

struct kith_csv_place {
    uint64_t line;
    uint32_t column; /* in characters, 1-based */
};

/* The place of the first character of cell number `cell` of `row`, behind blanks and the
 * opening quote. Linear in what stands before it in the row. */
struct kith_csv_place kith_csv_place_of(const struct kith_csv_row *row, uint32_t cell);

#endif
