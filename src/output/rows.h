/* The rows one article adds to the tables of articles, sentences, mentions and evidence,
 * as CSV or as JSON.
 *
 * Workers render them, so that the main thread only copies bytes. What nobody knows
 * inside the article stands in cells that are left to output/pour.h. */
#ifndef KITH_OUTPUT_ROWS_H
#define KITH_OUTPUT_ROWS_H

#include "base/file.h"
#include "output/row.h"
#include "relate/findings.h"

enum kith_row_table {
    KITH_ARTICLE_ROWS,
    KITH_SENTENCE_ROWS,
    KITH_MENTION_ROWS,
    KITH_EVIDENCE_ROWS,
    KITH_COPY_ROWS, /* rows of evidence in sentences that stood already */
    KITH_ROW_TABLES
};

/* Where rows end in their table, and the number of the sentence or the evidence. */
struct kith_row_end {
    size_t end;
    uint32_t number;
};

struct kith_row_ends {
    struct kith_row_end *items;
    uint32_t count, room;
};

/* Cells of a row of articles that are known inside the article; the others are behind. */
#define KITH_KNOWN_ARTICLE_CELLS 13

/* Owned by its declarer; {.form = ...} is empty; buffers are kept across articles. The
 * row of the article lacks its last cells and its end, rows of evidence the first cell.
 */
struct kith_rows {
    enum kith_row_form form;
    struct kith_buf tables[KITH_COPY_ROWS];
    struct kith_row_ends sentences, evidence;
};

/* The names of the columns of a table; the last is NULL. */
const char *const *kith_rows_columns(enum kith_row_table table);

/* The heading of a table, with its line end. */
void kith_rows_write_header(enum kith_row_form form, enum kith_row_table table,
                            struct kith_buf *out);

/* Render one article's rows. Only sentences that a row of
 * evidence begins or ends in are written. */
enum kith_status kith_rows_render(struct kith_rows *rows,
                                  const struct kith_gazetteer *gazetteer,
                                  const struct kith_rules *rules,
                                  const struct kith_findings *findings,
                                  struct kith_error *err);

void kith_rows_reset(struct kith_rows *rows);
void kith_rows_release(struct kith_rows *rows);

#endif
