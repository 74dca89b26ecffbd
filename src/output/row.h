/* One line of a table: cells between commas, or a JSON object whose members are named as
 * the columns are.
 *
 * A writer of rows hands over the cells of a row in the order of the columns. In CSV a
 * cell without anything is empty, in JSON it is no member. The first always has
 * something. */
#ifndef KITH_OUTPUT_ROW_H
#define KITH_OUTPUT_ROW_H

#include "base/buf.h"

enum kith_row_form { KITH_ROW_CSV, KITH_ROW_JSON, KITH_ROW_FORMS };

struct kith_row {
    struct kith_buf *out;
    enum kith_row_form form;
    const char *const *columns;
    unsigned cell; /* the next one; set to 1 by who writes the first cell elsewhere */
};

/* The columns of a table, behind the last NULL, as the line on top of a CSV file; nothing
 * in JSON. */
void kith_row_write_header(enum kith_row_form form, const char *const *columns,
                           struct kith_buf *out);

void kith_row_text(struct kith_row *row, struct kith_str text);
void kith_row_number(struct kith_row *row, uint64_t number);
void kith_row_nothing(struct kith_row *row);

/* A cell that the caller appends, between the two: bytes that no format has to change,
 * at least one. */
void kith_row_open(struct kith_row *row);
void kith_row_shut(struct kith_row *row);
/* A number, or true or false, that the caller appends. */
void kith_row_open_bare(struct kith_row *row);

/* The end of the line. */
void kith_row_end(struct kith_row *row);

#endif
