/* GEXF 1.3, the format of Gephi's own that knows of time. */
#ifndef KITH_OUTPUT_GEXF_H
#define KITH_OUTPUT_GEXF_H

#include "base/file.h"
#include "graph/network.h"

/* Write all of `network` into `out`, which the caller commits. Weights change with the
 * slices; KITH_SLICE_NONE: with the months. */
void kith_gexf_write(const struct kith_network *network, enum kith_slicing slicing,
                     struct kith_output *out);

#endif
