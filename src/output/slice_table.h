/* The table of slices: what each node and each edge counts in each slice of time. */
#ifndef KITH_OUTPUT_SLICE_TABLE_H
#define KITH_OUTPUT_SLICE_TABLE_H

#include "base/file.h"
#include "graph/network.h"
#include "output/row.h"

/* Write it into `out`, with its header; the caller commits. docs/FORMATS.md, slices.csv.
 */
void kith_slice_table_write(const struct kith_network *network, enum kith_slicing slicing,
                            enum kith_row_form form, struct kith_output *out);

#endif
