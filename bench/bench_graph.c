/* What the graph room costs: the ledger, each measure by itself, all of them, and how
 * long it takes until a stop is heard.
 *
 *     bench_graph [NODES EDGES]...
 *
 * Without arguments a few sizes. The graph is that of random_ledger.h. Prints a line a
 * stage. */
#include <math.h>
#include <signal.h>
#include <sys/time.h>

#include "graph/community.h"
#include "graph/door.h"
#include "graph/iteration.h"
#include "graph/layout.h"
#include "graph/network.h"
#include "graph/path.h"
#include "graph/search.h"
#include "graph/triangle.h"
#include "random_ledger.h"

/* The ledger here has no rules, so none is looked up; the rules' room stays out. */
__attribute__((weak)) struct kith_rule kith_rules_rule(const struct kith_rules *rules,
                                                       kith_id rule)
{
    (void)rules, (void)rule;
    return (struct kith_rule){0};
}

__attribute__((weak)) struct kith_relation_type
kith_rules_relation(const struct kith_rules *rules, kith_id relation)
{
    (void)rules, (void)relation;
    return (struct kith_relation_type){0};
}

/* ---- the measures, one by one ------------------------------------------------------ */

/* Lengths are only carried along here. */
static struct kith_lines lines_of(const struct kith_ledger *ledger)
{
    uint32_t count = kith_ledger_edge_count(ledger);
    const struct kith_edge *edges = kith_ledger_edges(ledger);
    uint32_t *ends = calloc(2 * (size_t)count + 1, sizeof *ends);
    double *strengths = calloc((size_t)count + 1, sizeof *strengths);
    uint32_t most = 0;
    for (uint32_t i = 0; i < count; i++) {
        ends[2 * i] = edges[i].source;
        ends[2 * i + 1] = edges[i].target;
        most = edges[i].target > most ? edges[i].target : most;
        strengths[i] = edges[i].weight;
    }
    return (struct kith_lines){most + 1, count, ends, strengths, strengths};
}

/* Searches tried: enough to time, few enough for a large graph. */
enum { TRIED = 192, MOST_EXACT = 20000 };

/* Searches on one core, and the steps a second that src/graph/path.c builds on. */
static void measure_searches(const struct kith_lines *lines)
{
    struct kith_error err = {0};
    struct kith_arena arena;
    struct kith_web web;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    must(kith_web_draw(lines, &arena, &web, &err), &err);
    struct kith_search *search = kith_search_new(&web);
    uint32_t n = lines->node_count, tried = n < TRIED ? n : TRIED;
    double begin = now(), used = processor_seconds();
    for (uint32_t i = 0; i < tried; i++)
        kith_search_run(search, (uint32_t)((uint64_t)i * n / tried));
    used = processor_seconds() - used;
    report("searches from 192 nodes", begin);
    printf("  %-24s %8.1f million steps/s of processor time\n", "",
           tried * (2.0 * lines->edge_count + 16.0 * n) / used / 1e6);
    kith_search_free(search);
    kith_arena_release(&arena);
}

/* From all nodes, with a thread a core. */
static void measure_exact(struct kith_door *door, const struct kith_lines *lines)
{
    struct kith_error err = {0};
    struct kith_arena arena;
    struct kith_path_plan plan;
    uint32_t n = lines->node_count;
    uint32_t *degrees = calloc(n, sizeof *degrees);
    double *room = calloc(4 * (size_t)n, sizeof *room);
    struct kith_path_values values = {room, room + n, room + 2 * (size_t)n,
                                      room + 3 * (size_t)n};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    must(kith_door_degree(door, degrees, &err), &err);
    must(kith_path_plan(lines, degrees, INFINITY, 1, &arena, &plan, &err), &err);
    double begin = now(), used = processor_seconds();
    must(kith_path_measure(lines, &plan, 0, NULL, &arena, &values, &err), &err);
    report("exact path measures", begin);
    printf("  %-24s %8.3f s of processor time\n", "", processor_seconds() - used);
    kith_arena_release(&arena);
    free(degrees);
    free(room);
}

static void measure_iterations(const struct kith_lines *lines)
{
    struct kith_error err = {0};
    struct kith_arena arena;
    double *values = calloc(lines->node_count, sizeof *values);
    double *others = calloc(lines->node_count, sizeof *others);
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    double begin = now();
    must(kith_iterate_pagerank(lines, NULL, &arena, values, &err), &err);
    report("PageRank", begin);
    begin = now();
    must(kith_iterate_eigenvector(lines, NULL, &arena, values, &err), &err);
    report("eigenvector", begin);
    begin = now();
    must(kith_iterate_hubs(lines, NULL, &arena, values, others, &err), &err);
    report("hubs and authorities", begin);
    kith_arena_release(&arena);
    free(values);
    free(others);
}

static void measure_triangles(struct kith_door *door, const struct kith_lines *lines)
{
    struct kith_error err = {0};
    struct kith_arena arena;
    uint32_t n = lines->node_count;
    uint32_t *degrees = calloc(n, sizeof *degrees);
    double *strengths = calloc(n, sizeof *strengths);
    double *clustering = calloc(n, sizeof *clustering);
    double *constraint = calloc(n, sizeof *constraint);
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    must(kith_door_degree(door, degrees, &err), &err);
    must(kith_door_strength(door, strengths, &err), &err);
    double begin = now();
    must(kith_triangles_measure(lines, degrees, strengths, NULL, &arena, clustering,
                                constraint, &err),
         &err);
    report("clustering, constraint", begin);
    kith_arena_release(&arena);
    free(degrees);
    free(strengths);
    free(clustering);
    free(constraint);
}

static void measure_cuts(struct kith_door *door, const struct kith_lines *lines)
{
    struct kith_error err = {0};
    uint32_t *cores = calloc(lines->node_count, sizeof *cores);
    bool *nodes = calloc(lines->node_count, sizeof *nodes);
    bool *bridges = calloc((size_t)lines->edge_count + 1, sizeof *bridges);
    double begin = now();
    must(kith_door_cuts(door, nodes, bridges, &err), &err);
    report("articulation, bridges", begin);
    begin = now();
    must(kith_door_core(door, cores, &err), &err);
    report("core numbers", begin);
    free(cores);
    free(nodes);
    free(bridges);
}

/* Components, communities, and the layout, which holds communities together. */
static void measure_groups(struct kith_door *door, const struct kith_lines *lines)
{
    struct kith_error err = {0};
    struct kith_arena arena;
    struct kith_part *parts;
    uint32_t n = lines->node_count, count, part_count;
    uint32_t *groups = calloc(n, sizeof *groups);
    uint32_t *communities = calloc(n, sizeof *communities);
    double *boxes = calloc(3 * (size_t)n, sizeof *boxes), modularity;
    struct kith_layout_wish wish = {.kind = KITH_LAYOUT_SPRINGS,
                                    .seed = 1,
                                    .widths = boxes,
                                    .heights = boxes,
                                    .communities = communities};
    for (uint32_t i = 0; i < n; i++)
        boxes[i] = 24;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    double begin = now();
    must(kith_door_components(door, groups, &err), &err);
    must(kith_groups_rank(groups, n, &arena, &part_count, &err), &err);
    must(kith_parts_cut(lines, groups, part_count, &arena, &parts, &err), &err);
    report("components", begin);
    begin = now();
    must(kith_communities_find(door, lines, 1, &arena, communities, &count, &modularity,
                               &err),
         &err);
    report("communities", begin);
    printf("  %-24s %8.4f, %u communities\n", "modularity", modularity, count);
    begin = now();
    must(kith_layout(parts, part_count, &wish, &arena, boxes + n, boxes + 2 * (size_t)n,
                     &err),
         &err);
    report("layout", begin);
    kith_arena_release(&arena);
    free(groups);
    free(communities);
    free(boxes);
}

static uint64_t fingerprint(const struct kith_network *network)
{
    uint64_t sum = 0;
    const struct kith_node *nodes = kith_network_nodes(network);
    for (uint32_t i = 0; i < kith_network_node_count(network); i++) {
        double values[] = {
            nodes[i].strength,          nodes[i].pagerank, nodes[i].betweenness,
            nodes[i].closeness,         nodes[i].harmonic, nodes[i].eigenvector,
            (double)nodes[i].community, nodes[i].x,        nodes[i].y};
        sum = kith_hash_u64(sum ^ kith_hash(values, sizeof values));
    }
    return sum;
}

static void measure_all(const struct kith_ledger *ledger)
{
    struct kith_error err = {0};
    struct kith_network *network;
    double begin = now();
    must(kith_network_new(ledger,
                          &(struct kith_network_options){.seed = 1, .seconds = 60},
                          &network, &err),
         &err);
    report("whole network, 60 s", begin);
    struct kith_network_facts facts = kith_network_facts(network);
    printf("  %u sources of betweenness%s, %s closeness, fingerprint %016llx\n",
           facts.pivots, facts.betweenness_is_sampled ? "" : " (exact)",
           facts.has_closeness ? "with" : "without",
           (unsigned long long)fingerprint(network));
    kith_network_free(network);
}

/* ---- stops ------------------------------------------------------------------------- */

static volatile int stop_asked;
static double asked_at;

static void on_alarm(int number)
{
    (void)number;
    asked_at = now();
    stop_asked = 1;
}

/* Ask for a stop ever later, until all measures are done before; each time from scratch,
 * so that this takes as long as the measures take times half the number of stops. */
static void measure_stops(const struct kith_ledger *ledger)
{
    struct kith_error err = {0};
    struct sigaction listen = {.sa_handler = on_alarm};
    const char *stopped_at = "";
    sigaction(SIGALRM, &listen, NULL);
    for (double after = 0.05; stopped_at; after *= 1.15) {
        struct kith_network *network;
        struct itimerval soon = {.it_value.tv_sec = (time_t)after,
                                 .it_value.tv_usec = (suseconds_t)(fmod(after, 1) * 1e6)};
        stop_asked = 0;
        setitimer(ITIMER_REAL, &soon, NULL);
        struct kith_network_options options = {
            .seed = 1, .seconds = 5, .stop = &stop_asked};
        must(kith_network_new(ledger, &options, &network, &err), &err);
        double waited = now() - asked_at;
        stopped_at = kith_network_facts(network).stopped_at;
        if (stopped_at)
            printf("  stop after %8.2f s      %8.3f s  (%s)\n", after, waited,
                   stopped_at);
        fflush(stdout);
        kith_network_free(network);
    }
    struct itimerval never = {0};
    setitimer(ITIMER_REAL, &never, NULL);
}

/* ---- all of it --------------------------------------------------------------------- */

static void bench(uint32_t nodes, uint32_t edges)
{
    struct kith_error err = {0};
    struct kith_door *door;
    lot = 0;
    printf("%u nodes, %u edges\n", nodes, edges);
    struct kith_ledger *ledger = make_ledger(NULL, nodes, edges);
    struct kith_lines lines = lines_of(ledger);
    kith_door_begin(NULL);
    double begin = now();
    must(kith_door_open(&lines, &door, &err), &err);
    report("igraph's copy", begin);
    measure_iterations(&lines);
    measure_triangles(door, &lines);
    measure_cuts(door, &lines);
    measure_groups(door, &lines);
    measure_searches(&lines);
    if (lines.node_count <= MOST_EXACT)
        measure_exact(door, &lines);
    kith_door_close(door);
    kith_door_end();
    measure_all(ledger);
    measure_stops(ledger);
    kith_ledger_free(ledger);
    free((void *)(uintptr_t)lines.ends);
    free((void *)(uintptr_t)lines.strengths);
}

int main(int count, char **arguments)
{
    static const uint32_t sizes[][2] = {{500, 3000}, {2000, 20000}, {10000, 100000}};
    for (int i = 1; i + 1 < count; i += 2)
        bench((uint32_t)strtoul(arguments[i], NULL, 10),
              (uint32_t)strtoul(arguments[i + 1], NULL, 10));
    for (size_t i = 0; count < 3 && i < sizeof sizes / sizeof *sizes; i++)
        bench(sizes[i][0], sizes[i][1]);
    return 0;
}
