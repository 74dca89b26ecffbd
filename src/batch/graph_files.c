/* One writer a format, side by side: they only read the network, and each has files of
 * its own. */
#include "batch/graph_files.h"

#include "base/pool.h"
#include "batch/sliced.h"
#include "output/dot.h"
#include "output/gexf.h"
#include "output/graphml.h"
#include "output/table.h"
#include "output/vosviewer.h"

struct writing {
    const struct kith_network *network;
    const struct kith_build_options *options;
    struct kith_exhibits *exhibits;
    struct kith_output *files;
    unsigned formats; /* of these */
};

/* ---- writers --------------------------------------------------------------------- */

static void write_gexf(const struct writing *writing)
{
    kith_gexf_write(writing->network, writing->options->slicing,
                    &writing->files[KITH_FILE_GEXF]);
}

static void write_graphml(const struct writing *writing)
{
    kith_graphml_write(writing->network, writing->options->graphml, NULL,
                       &writing->files[KITH_FILE_GRAPHML]);
}

static void write_csv(const struct writing *writing)
{
    kith_nodes_write(writing->network, KITH_ROW_CSV, &writing->files[KITH_FILE_NODES]);
    kith_edges_write(writing->network, KITH_ROW_CSV, &writing->files[KITH_FILE_EDGES]);
}

static void write_json_lines(const struct writing *writing)
{
    kith_nodes_write(writing->network, KITH_ROW_JSON,
                     &writing->files[KITH_FILE_NODES_JSONL]);
    kith_edges_write(writing->network, KITH_ROW_JSON,
                     &writing->files[KITH_FILE_EDGES_JSONL]);
}

static void write_vosviewer(const struct writing *writing)
{
    kith_vosviewer_write(writing->network, &writing->files[KITH_FILE_VOSVIEWER]);
}

/* The first, which has no function here, is the picture: see draw. */
static const struct writer {
    unsigned format;
    void (*write)(const struct writing *writing);
} writers[] = {{KITH_FORMAT_DOT, NULL},
               {KITH_FORMAT_GEXF, write_gexf},
               {KITH_FORMAT_GRAPHML, write_graphml},
               {KITH_FORMAT_CSV, write_csv},
               {KITH_FORMAT_JSONL, write_json_lines},
               {KITH_FORMAT_VOSVIEWER, write_vosviewer}};

#define WRITERS (sizeof writers / sizeof *writers)

static bool is_wanted(const struct writing *writing, unsigned slot)
{
    return writing->formats & writers[slot].format;
}

/* ---- all of them ----------------------------------------------------------------- */

static enum kith_status hand_out(void *context, struct kith_feed *feed,
                                 struct kith_error *err)
{
    unsigned slot;
    (void)context;
    for (size_t i = 0; i < WRITERS; i++) {
        KITH_TRY(kith_feed_wait(feed, &slot));
        KITH_TRY(kith_feed_submit(feed, err));
    }
    return KITH_OK;
}

static void work(void *context, unsigned slot)
{
    const struct writing *writing = context;
    if (writers[slot].write && is_wanted(writing, slot))
        writers[slot].write(writing);
}

/* igraph, which places what is in the picture, knows of one thread only: the caller's,
 * which has nothing else to do meanwhile. */
static enum kith_status draw(void *context, unsigned slot, struct kith_error *err)
{
    const struct writing *writing = context;
    if (writers[slot].write || !is_wanted(writing, slot))
        return KITH_OK;
    return kith_dot_write(writing->network, writing->options->dot_nodes,
                          writing->options->seed, writing->exhibits,
                          &writing->files[KITH_FILE_DOT], err);
}

enum kith_status kith_graph_files_write(const struct kith_network *network,
                                        const struct kith_build_options *options,
                                        struct kith_exhibits *exhibits,
                                        struct kith_folder *folder,
                                        struct kith_error *err)
{
    const unsigned jobs = options->jobs ? options->jobs : kith_pool_cores();
    struct writing writing = {network, options, exhibits, folder->files, folder->written};
    const struct kith_pool pool = {.workers = jobs < WRITERS ? jobs : WRITERS,
                                   .slots = WRITERS, /* so that each has its own */
                                   .context = &writing,
                                   .fill = hand_out,
                                   .work = work,
                                   .merge = draw};
    KITH_TRY(kith_pool_run(&pool, err));
    return kith_sliced_write(network, options, folder, err);
}
