/* Pouring one article's rows into the files, once the ledger has added its findings and
 * knows what workers cannot: numbers of edges, the article's story, and which of its
 * sentences stood already. */
#ifndef KITH_OUTPUT_POUR_H
#define KITH_OUTPUT_POUR_H

#include "output/rows.h"

/* Append the rows to the files of `files`, one a table: rows of evidence behind the
 * numbers of their edges, those that are copies to the table of copies; of the sentences
 * those that did not stand before. */
void kith_rows_pour(const struct kith_rows *rows, const struct kith_findings *findings,
                    struct kith_output *files);

#endif
