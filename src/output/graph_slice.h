/* A graph of one slice of time: the entities and edges that count in it, as much as they
 * count there. Places, sizes, colours and communities stay those of the whole graph, so
 * that the graphs of several slices lie one upon the other; what else was measured on the
 * whole is left out. */
#ifndef KITH_OUTPUT_GRAPH_SLICE_H
#define KITH_OUTPUT_GRAPH_SLICE_H

#include "graph/network.h"
#include "graph/slice.h"

struct kith_graph_slice {
    enum kith_slicing slicing;
    uint32_t month; /* the slice: its first, or KITH_UNDATED_SLICE */
};

/* The slices in which any node counts, in order. They live in `arena`. */
struct kith_graph_slices {
    struct kith_graph_slice *items;
    uint32_t count, room;
};
enum kith_status kith_graph_slices_find(const struct kith_network *network,
                                        enum kith_slicing slicing,
                                        struct kith_arena *arena,
                                        struct kith_graph_slices *slices,
                                        struct kith_error *err);

/* What a thing counts in the slice, of `total` in all: often 0. */
uint64_t kith_graph_slice_count(const struct kith_graph_slice *slice,
                                struct kith_months months, uint64_t total);

/* Does the field of this name say something of the slice, or what is the same at all
 * times? Columns of gazetteers, which have no name here, do. */
bool kith_graph_slice_has(const char *field);

#endif
