/* Writes the files of a graph of awkward names, for programs of others to open:
 *
 *     write_folk FOLDER COUNT [DATE...]
 *
 * COUNT persons (tests/unit/output/folk.h), each with ties to the next, in an article for
 * each date, or in one without a date. */
#include <stdio.h>
#include <stdlib.h>

#include "output/gexf.h"
#include "output/graphml.h"
#include "output/table.h"
#include "unit/output/folk.h"

static void write_gexf(const struct kith_network *network, struct kith_output *out)
{
    kith_gexf_write(network, KITH_SLICE_NONE, out);
}

static void write_for_gephi(const struct kith_network *network, struct kith_output *out)
{
    kith_graphml_write(network, KITH_GRAPHML_GEPHI, NULL, out);
}

static void write_strictly(const struct kith_network *network, struct kith_output *out)
{
    kith_graphml_write(network, KITH_GRAPHML_STRICT, NULL, out);
}

static void write_nodes(const struct kith_network *network, struct kith_output *out)
{
    kith_nodes_write(network, KITH_ROW_CSV, out);
}

static void write_edges(const struct kith_network *network, struct kith_output *out)
{
    kith_edges_write(network, KITH_ROW_CSV, out);
}

static const struct {
    const char *name;
    world_write_fn *write;
} files[] = {{"graph.graphml", write_for_gephi},
             {"strict.graphml", write_strictly},
             {"graph.gexf", write_gexf},
             {"nodes.csv", write_nodes},
             {"edges.csv", write_edges}};

static void must(enum kith_status status, const struct kith_error *err)
{
    if (status == KITH_OK)
        return;
    fprintf(stderr, "%s\n", err->text);
    exit(3);
}

int main(int argc, char **argv)
{
    static const char *const undated[] = {""};
    if (argc < 3)
        return 2;
    struct world world;
    struct kith_error err = {0};
    bool has_dates = argc > 3;
    folk_make_dated(&world, (uint32_t)strtoul(argv[2], NULL, 10),
                    has_dates ? (const char *const *)(argv + 3) : undated,
                    has_dates ? (size_t)argc - 3 : 1);
    must(kith_folder_make(argv[1], &err), &err);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char path[4096];
        struct kith_output out;
        snprintf(path, sizeof path, "%s/%s", argv[1], files[i].name);
        must(kith_output_open(&out, path, &err), &err);
        files[i].write(world.network, &out);
        must(kith_output_commit(&out, &err), &err);
    }
    world_free(&world);
    return 0;
}
