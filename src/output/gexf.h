/* GEXF 1.3, the format of Gephi's own that knows of time. */
#ifndef KITH_OUTPUT_GEXF_H
#define KITH_OUTPUT_GEXF_H

#include "base/file.h"
#include "graph/network.h"

/* Write all of `network` into `out`, which the caller commits. */
void kith_gexf_write(const struct kith_network *network, struct kith_output *out);

#endif
