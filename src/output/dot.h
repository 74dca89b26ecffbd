/* DOT for Graphviz: the strongest entities, readable when drawn. */
#ifndef KITH_OUTPUT_DOT_H
#define KITH_OUTPUT_DOT_H

#include "base/file.h"
#include "graph/network.h"

/* Entities shown unless the user asks for more. */
#define KITH_DOT_NODES 70

/* Draw the `limit` entities of highest PageRank (0: all). The caller commits `out`. */
void kith_dot_write(const struct kith_network *network, uint32_t limit,
                    struct kith_output *out);

#endif
