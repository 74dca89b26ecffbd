/* The network as VOSviewer reads it: items and links in one JSON object. */
#ifndef KITH_OUTPUT_VOSVIEWER_H
#define KITH_OUTPUT_VOSVIEWER_H

#include "base/file.h"
#include "graph/network.h"

/* Write the network into `out`, which the caller commits. */
void kith_vosviewer_write(const struct kith_network *network, struct kith_output *out);

#endif
