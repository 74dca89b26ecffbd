/* GraphML, in one of two profiles: for Gephi, and valid against the schema. */
#ifndef KITH_OUTPUT_GRAPHML_H
#define KITH_OUTPUT_GRAPHML_H

#include "base/file.h"
#include "graph/network.h"
#include "output/graph_slice.h"

/* Write `network`, or a slice of it (NULL: all of it), into `out`, which the caller
 * commits. */
void kith_graphml_write(const struct kith_network *network, enum kith_graphml profile,
                        const struct kith_graph_slice *slice, struct kith_output *out);

#endif
