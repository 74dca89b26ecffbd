/* GraphML, in one of two profiles: for Gephi, and valid against the schema. */
#ifndef KITH_OUTPUT_GRAPHML_H
#define KITH_OUTPUT_GRAPHML_H

#include "base/file.h"
#include "graph/network.h"

/* Write all of `network` into `out`, which the caller commits. */
void kith_graphml_write(const struct kith_network *network, enum kith_graphml profile,
                        struct kith_output *out);

#endif
