/* The rows one article adds to the tables of articles, sentences, mentions and evidence,
 * as CSV or as JSON.
 *
 * Workers render them, so that the main thread only copies bytes: everything in them is
 * known inside the article but the number of an edge, which evidence rows therefore get
 * last-minute: kith_rows_write_evidence puts it in front. */
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
    KITH_ROW_TABLES
};

/* Owned by its declarer; {.form = ...} is empty; buffers are kept across articles. */
struct kith_rows {
    enum kith_row_form form;
    struct kith_buf tables[KITH_ROW_TABLES]; /* evidence without its first cell */
    size_t *evidence_ends;                   /* where each row of evidence ends */
    uint32_t evidence_count, evidence_room;
};

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

/* Append the evidence rows, each behind the edge number that the ledger gave it. */
void kith_rows_write_evidence(const struct kith_rows *rows,
                              const struct kith_findings *findings,
                              struct kith_output *out);

void kith_rows_reset(struct kith_rows *rows);
void kith_rows_release(struct kith_rows *rows);

#endif
