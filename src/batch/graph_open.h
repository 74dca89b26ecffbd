/* A graph that was made, opened for reading: an output folder, or the store of a run. */
#ifndef KITH_BATCH_GRAPH_OPEN_H
#define KITH_BATCH_GRAPH_OPEN_H

#include "output/graph_tables.h"
#include "store/store.h"

/* {0} is closed. The tables are read while it is open. Not to be copied. */
struct kith_opened_graph {
    struct kith_graph_tables tables;
    struct kith_store *store; /* NULL: it is a folder */
};

/* Open the graph at `path`, which is borrowed. What a file is tells its content. Of a
 * store all is read as it was at one moment, whatever runs with it meanwhile.
 * KITH_BAD_INPUT for a file that is no store, and for a store without a graph. Close it
 * also after a failure. */
enum kith_status kith_graph_open(struct kith_opened_graph *graph, const char *path,
                                 struct kith_error *err);
void kith_graph_close(struct kith_opened_graph *graph);

#endif
