/* The tables of the finished network, nodes and edges, as CSV or as JSON, and that of
 * problems. docs/FORMATS.md lists every column. */
#ifndef KITH_OUTPUT_TABLE_H
#define KITH_OUTPUT_TABLE_H

#include "base/file.h"
#include "base/problem.h"
#include "graph/network.h"
#include "output/row.h"

void kith_nodes_write(const struct kith_network *network, enum kith_row_form form,
                      struct kith_output *out);
void kith_edges_write(const struct kith_network *network, enum kith_row_form form,
                      struct kith_output *out);
void kith_problems_write(const struct kith_problems *problems, struct kith_output *out);

#endif
