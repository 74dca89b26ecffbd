/* One writer a format. */
#include "batch/graph_files.h"

#include "batch/sliced.h"
#include "output/dot.h"
#include "output/gexf.h"
#include "output/graphml.h"
#include "output/table.h"
#include "output/vosviewer.h"

static void write_tables(const struct kith_network *network, unsigned formats,
                         struct kith_output *files)
{
    if (formats & KITH_FORMAT_CSV) {
        kith_nodes_write(network, KITH_ROW_CSV, &files[KITH_FILE_NODES]);
        kith_edges_write(network, KITH_ROW_CSV, &files[KITH_FILE_EDGES]);
    }
    if (formats & KITH_FORMAT_JSONL) {
        kith_nodes_write(network, KITH_ROW_JSON, &files[KITH_FILE_NODES_JSONL]);
        kith_edges_write(network, KITH_ROW_JSON, &files[KITH_FILE_EDGES_JSONL]);
    }
}

enum kith_status kith_graph_files_write(const struct kith_network *network,
                                        const struct kith_build_options *options,
                                        struct kith_exhibits *exhibits,
                                        struct kith_folder *folder,
                                        struct kith_error *err)
{
    struct kith_output *files = folder->files;
    const unsigned formats = options->formats;
    write_tables(network, formats, files);
    if (formats & KITH_FORMAT_GRAPHML)
        kith_graphml_write(network, options->graphml, NULL, &files[KITH_FILE_GRAPHML]);
    if (formats & KITH_FORMAT_GEXF)
        kith_gexf_write(network, options->slicing, &files[KITH_FILE_GEXF]);
    if (formats & KITH_FORMAT_DOT)
        KITH_TRY(kith_dot_write(network, options->dot_nodes, options->seed, exhibits,
                                &files[KITH_FILE_DOT], err));
    if (formats & KITH_FORMAT_VOSVIEWER)
        kith_vosviewer_write(network, &files[KITH_FILE_VOSVIEWER]);
    return kith_sliced_write(network, options, folder, err);
}
