/* CSV row by row, with line numbers: the door to libcsv.
 *
 * RFC 4180: quotes, doubled quotes, line ends inside quotes. A UTF-8 byte order mark is
 * passed over, CRLF and LF both end a row, empty lines and lines whose first byte is '#'
 * (outside quotes) are passed over. A quote in a cell that does not begin with one is an
 * ordinary character. The separator is a comma, or a tab when the path ends in .tsv. */
#ifndef KITH_INPUT_CSV_ROWS_H
#define KITH_INPUT_CSV_ROWS_H

#include "base/arena.h"
#include "base/problem.h"
#include "input/stream.h"

struct kith_csv_row {
    uint64_t line;          /* of the row's first byte, 1-based */
    struct kith_str *cells; /* trimmed of blanks; valid UTF-8 */
    uint32_t count;
    struct kith_str text; /* as it stands in the file, without a byte order mark */
    char separator;       /* of its cells */
};

/* Called once a row; the cells live until it returns. Anything but KITH_OK stops the
 * reading and is returned by kith_csv_read. */
typedef enum kith_status kith_csv_row_fn(void *context, const struct kith_csv_row *row,
                                         struct kith_error *err);

/* Read the file at `path`. A row that is not UTF-8, holds a NUL byte, is longer than 16
 * MiB or wider than 16,384 cells, or has text behind a closing quote is added to
 * `problems` with its line (KITH_FAULT, kind "csv") and passed over; the rest goes on. So
 * is a quote that never closes, with the line it stands on; the rows behind that line are
 * read. KITH_BAD_INPUT for UTF-16. Memory is the longest row, not the file. */
enum kith_status kith_csv_read(const char *path, kith_csv_row_fn *on_row, void *context,
                               struct kith_problems *problems, struct kith_error *err);

/* The same from a stream, with this separator. */
enum kith_status kith_csv_read_stream(struct kith_stream *stream, char separator,
                                      kith_csv_row_fn *on_row, void *context,
                                      struct kith_problems *problems,
                                      struct kith_error *err);

/* The same from bytes in memory; `name` stands for the path in messages. */
enum kith_status kith_csv_read_bytes(struct kith_str bytes, const char *name,
                                     kith_csv_row_fn *on_row, void *context,
                                     struct kith_problems *problems,
                                     struct kith_error *err);

/* What a header whose columns are not found has instead of commas, as spreadsheets write
 * where a comma divides whole numbers from the rest: ", since semicolons divide it and
 * not commas", or "". */
const char *kith_csv_hint(const struct kith_csv_row *header);

#endif
