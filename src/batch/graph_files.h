/* What a run writes of its network: the graph in each format, and the tables of nodes and
 * edges. The tables of rows were written while articles were merged. */
#ifndef KITH_BATCH_GRAPH_FILES_H
#define KITH_BATCH_GRAPH_FILES_H

#include "batch/folder.h"
#include "graph/network.h"
#include "output/exhibit.h"

/* Write the files of `folder` that are open, as `options` ask. `exhibits` are those of
 * the run; none without a picture. */
enum kith_status kith_graph_files_write(const struct kith_network *network,
                                        const struct kith_build_options *options,
                                        struct kith_exhibits *exhibits,
                                        struct kith_folder *folder,
                                        struct kith_error *err);

#endif
