/* The tables of the finished network: nodes.csv and edges.csv. docs/FORMATS.md lists
 * every column. */
#ifndef KITH_OUTPUT_TABLE_H
#define KITH_OUTPUT_TABLE_H

#include "base/file.h"
#include "base/problem.h"
#include "graph/network.h"

void kith_nodes_write(const struct kith_network *network, struct kith_output *out);
void kith_edges_write(const struct kith_network *network, struct kith_output *out);
void kith_problems_write(const struct kith_problems *problems, struct kith_output *out);

#endif
