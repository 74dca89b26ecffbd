/* The rows one article adds to articles.csv, sentences.csv, mentions.csv and
 * evidence.csv.
 *
 * Workers render them, so that the main thread only copies bytes: everything in them is
 * known inside the article but the number of an edge, which evidence rows therefore carry
 * last-minute: kith_rows_write_evidence puts it in front. */
#ifndef KITH_OUTPUT_ROWS_H
#define KITH_OUTPUT_ROWS_H

#include "base/file.h"
#include "relate/findings.h"

/* Owned by its declarer; {0} is empty; buffers are kept across articles. */
struct kith_rows {
    struct kith_buf article, sentences, mentions;
    struct kith_buf evidence; /* rows without their first cell */
    size_t *evidence_ends;    /* where each row ends in `evidence` */
    uint32_t evidence_count, evidence_room;
};

/* Headers of the four tables, each with its line end. */
extern const char kith_articles_header[], kith_sentences_header[], kith_mentions_header[],
    kith_evidence_header[];

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
