/* What it costs to measure a graph and write it, and each file by itself:
 *
 *     bench_write FOLDER [NODES EDGES]
 *
 * Without numbers 100,000 entities and a million edges. Betweenness is sampled for ten
 * seconds. The files stay in FOLDER. Prints for each the seconds of processor time in the
 * program and in the system, the best of five times, and its size. */
#include <sys/stat.h>

#include "graph/network.h"
#include "output/gexf.h"
#include "output/graphml.h"
#include "output/table.h"
#include "output/vosviewer.h"
#include "random_ledger.h"

#define TRIES 5

static double seconds_of(struct timeval time)
{
    return (double)time.tv_sec + 1e-6 * (double)time.tv_usec;
}

/* Names as they are: two words, and an id made of them. */
static struct kith_gazetteer *make_gazetteer(uint32_t count)
{
    struct kith_error err = {0};
    struct kith_gazetteer *gazetteer;
    struct kith_problems problems;
    struct kith_arena arena;
    struct kith_buf csv = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    kith_buf_text(&csv, "name,type\n");
    for (uint32_t i = 0; i < count; i++)
        kith_buf_format(&csv, "Person Nummer%u,person\n", i);
    must(kith_gazetteer_new(&gazetteer, &err), &err);
    must(kith_gazetteer_load_bytes(gazetteer, kith_buf_view(&csv), "names.csv", &problems,
                                   &err),
         &err);
    must(kith_gazetteer_compile(gazetteer, &problems, &err), &err);
    kith_buf_release(&csv);
    kith_arena_release(&arena);
    return gazetteer;
}

/* The files */

static void write_gexf(const struct kith_network *network, struct kith_output *out)
{
    kith_gexf_write(network, KITH_SLICE_NONE, out);
}

static void write_graphml(const struct kith_network *network, struct kith_output *out)
{
    kith_graphml_write(network, KITH_GRAPHML_GEPHI, NULL, out);
}

static void write_nodes(const struct kith_network *network, struct kith_output *out)
{
    kith_nodes_write(network, KITH_ROW_CSV, out);
}

static void write_edges(const struct kith_network *network, struct kith_output *out)
{
    kith_edges_write(network, KITH_ROW_CSV, out);
}

static void write_lines(const struct kith_network *network, struct kith_output *out)
{
    kith_edges_write(network, KITH_ROW_JSON, out);
}

static const struct {
    const char *name;
    void (*write)(const struct kith_network *network, struct kith_output *out);
} files[] = {{"graph.graphml", write_graphml}, {"graph.gexf", write_gexf},
             {"nodes.csv", write_nodes},       {"edges.csv", write_edges},
             {"edges.jsonl", write_lines},     {"vosviewer.json", kith_vosviewer_write}};

/* Of the program and of the system. */
struct cost {
    double own, system;
};

static struct cost write_once(const struct kith_network *network, const char *path,
                              size_t i)
{
    struct kith_error err = {0};
    struct kith_output out;
    struct rusage before, after;
    must(kith_output_open(&out, path, &err), &err);
    getrusage(RUSAGE_SELF, &before);
    files[i].write(network, &out);
    getrusage(RUSAGE_SELF, &after);
    must(kith_output_commit(&out, &err), &err);
    return (struct cost){seconds_of(after.ru_utime) - seconds_of(before.ru_utime),
                         seconds_of(after.ru_stime) - seconds_of(before.ru_stime)};
}

/* Good until the next call. */
static const char *path_of(const char *folder, size_t i)
{
    static char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, files[i].name);
    return path;
}

/* The best of a few: other programs only ever add to it. */
static void time_file(const struct kith_network *network, const char *path, size_t i)
{
    struct cost best = {0};
    struct stat made;
    for (int k = 0; k < TRIES; k++) {
        struct cost cost = write_once(network, path, i);
        if (k == 0 || cost.own + cost.system < best.own + best.system)
            best = cost;
    }
    if (stat(path, &made) != 0)
        exit(3);
    printf("  %-16s %6.3f s  %6.3f s system  %7.1f MB\n", files[i].name, best.own,
           best.system, (double)made.st_size / 1e6);
    fflush(stdout);
}

int main(int count, char **arguments)
{
    struct kith_error err = {0};
    uint32_t nodes = count > 3 ? (uint32_t)strtoul(arguments[2], NULL, 10) : 100000;
    uint32_t edges = count > 3 ? (uint32_t)strtoul(arguments[3], NULL, 10) : 1000000;
    if (count < 2) {
        fprintf(stderr, "bench_write FOLDER [NODES EDGES]\n");
        return 2;
    }
    must(kith_folder_make(arguments[1], &err), &err);
    struct kith_gazetteer *gazetteer = make_gazetteer(nodes);
    struct kith_ledger *ledger = make_ledger(gazetteer, nodes, edges);
    struct kith_network *network;
    double begin = now(), used = processor_seconds();
    must(kith_network_new(ledger,
                          &(struct kith_network_options){.seed = 1, .seconds = 10},
                          &network, &err),
         &err);
    report("measures", begin);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        write_once(network, path_of(arguments[1], i), i);
    report("measured and written", begin);
    printf("  %-24s %8.3f s of processor time\n", "", processor_seconds() - used);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        time_file(network, path_of(arguments[1], i), i);
    kith_network_free(network);
    kith_ledger_free(ledger);
    kith_gazetteer_free(gazetteer);
    return 0;
}
