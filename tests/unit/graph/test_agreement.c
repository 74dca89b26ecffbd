/* The network's measures agree with slow and plain ways of computing them, on random
 * weighted graphs in several pieces. */
#include <stdlib.h>

#include "close.h"
#include "fake.h"
#include "graph/network.h"
#include "no_rules.h"

enum { NODES = 60, LINES = 90, GRAPHS = 5 };

struct graph {
    struct kith_ledger *ledger;
    struct kith_network *network;
    const struct kith_node *nodes;
    double weight[NODES][NODES]; /* 0: no edge */
    double distance[NODES][NODES];
    double ways[NODES][NODES]; /* shortest paths there are */
};

static uint32_t lot;

static uint32_t draw(uint32_t below)
{
    lot = lot * 1664525u + 1013904223u;
    return (lot >> 8) % below;
}

/* Small weights, so that many paths are equally long; the last ten nodes only join among
 * themselves. */
static void draw_lines(struct graph *graph)
{
    static struct fake_line lines[LINES];
    uint32_t count = 0;
    for (uint32_t i = 0; i < LINES; i++) {
        bool is_apart = i % 9 == 0;
        uint32_t a = is_apart ? NODES - 10 + draw(10) : draw(NODES - 10);
        uint32_t b = is_apart ? NODES - 10 + draw(10) : draw(NODES - 10);
        if (a >= b || graph->weight[a][b] > 0)
            continue;
        lines[count] = (struct fake_line){a, b, draw(3) + 1};
        graph->weight[a][b] = graph->weight[b][a] = lines[count++].weight;
    }
    graph->ledger = fake_ledger(NODES, lines, count);
}

/* All distances (R. W. Floyd 1962), in sixths so that they are whole. */
static void find_distances(struct graph *graph)
{
    for (uint32_t i = 0; i < NODES; i++)
        for (uint32_t k = 0; k < NODES; k++)
            graph->distance[i][k] = i == k                    ? 0
                                    : graph->weight[i][k] > 0 ? 6 / graph->weight[i][k]
                                                              : INFINITY;
    for (uint32_t via = 0; via < NODES; via++)
        for (uint32_t i = 0; i < NODES; i++)
            for (uint32_t k = 0; k < NODES; k++)
                graph->distance[i][k] =
                    fmin(graph->distance[i][k],
                         graph->distance[i][via] + graph->distance[via][k]);
}

static const double *sorting_row;

static int nearer(const void *left, const void *right)
{
    double a = sorting_row[*(const uint32_t *)left];
    double b = sorting_row[*(const uint32_t *)right];
    return (a > b) - (a < b);
}

/* Shortest paths from `source`, nodes taken by distance: those to a node are the sum of
 * those to every neighbour through which a shortest one comes. */
static void count_ways(struct graph *graph, uint32_t source)
{
    uint32_t order[NODES];
    for (uint32_t i = 0; i < NODES; i++)
        order[i] = i;
    sorting_row = graph->distance[source];
    qsort(order, NODES, sizeof *order, nearer);
    graph->ways[source][source] = 1;
    for (uint32_t i = 1; i < NODES; i++) {
        uint32_t node = order[i];
        for (uint32_t before = 0; before < NODES; before++)
            if (graph->weight[before][node] > 0 && isfinite(sorting_row[node]) &&
                sorting_row[before] + 6 / graph->weight[before][node] ==
                    sorting_row[node])
                graph->ways[source][node] += graph->ways[source][before];
    }
}

static struct graph *new_graph(uint32_t seed)
{
    struct graph *graph = calloc(1, sizeof *graph);
    struct kith_error err = {0};
    struct kith_network_options options = {.seed = 1, .seconds = 60};
    assert_non_null(graph);
    lot = seed;
    draw_lines(graph);
    find_distances(graph);
    for (uint32_t i = 0; i < NODES; i++)
        count_ways(graph, i);
    assert_ok(kith_network_new(graph->ledger, &options, &graph->network, &err), &err);
    graph->nodes = kith_network_nodes(graph->network);
    return graph;
}

static void free_graph(struct graph *graph)
{
    kith_network_free(graph->network);
    kith_ledger_free(graph->ledger);
    free(graph);
}

static void check_each_graph(void (*check)(const struct graph *graph))
{
    for (uint32_t seed = 1; seed <= GRAPHS; seed++) {
        struct graph *graph = new_graph(seed);
        check(graph);
        free_graph(graph);
    }
}

/* By definition: for every pair, the share of its paths that passes the node. */
static void check_betweenness(const struct graph *graph)
{
    for (uint32_t node = 0; node < NODES; node++) {
        double sum = 0;
        for (uint32_t i = 0; i < NODES; i++)
            for (uint32_t k = i + 1; k < NODES; k++)
                if (i != node && k != node && isfinite(graph->distance[i][k]) &&
                    graph->distance[i][node] + graph->distance[node][k] ==
                        graph->distance[i][k])
                    sum +=
                        graph->ways[i][node] * graph->ways[node][k] / graph->ways[i][k];
        assert_within(graph->nodes[node].betweenness, sum, 1e-9);
    }
}

static void betweenness_is_its_definition(void **state)
{
    (void)state;
    check_each_graph(check_betweenness);
}

static void check_nearness(const struct graph *graph)
{
    for (uint32_t i = 0; i < NODES; i++) {
        double reached = 0, sum = 0, inverse = 0;
        for (uint32_t k = 0; k < NODES; k++)
            if (k != i && isfinite(graph->distance[i][k])) {
                reached++;
                sum += graph->distance[i][k] / 6;
                inverse += 6 / graph->distance[i][k];
            }
        assert_within(graph->nodes[i].harmonic, inverse / (NODES - 1), 1e-12);
        if (reached > 0)
            assert_within(graph->nodes[i].closeness,
                          reached / (NODES - 1) * reached / sum, 1e-12);
        else
            assert_true(isnan(graph->nodes[i].closeness));
    }
}

static void closeness_and_harmonic_are_their_definitions(void **state)
{
    (void)state;
    check_each_graph(check_nearness);
}

/* A rank is what its neighbours hand on, with what chance adds; whoever has no neighbours
 * hands on to all. */
static void check_pagerank(const struct graph *graph)
{
    double stray = 0;
    for (uint32_t i = 0; i < NODES; i++)
        stray += graph->nodes[i].degree ? 0 : graph->nodes[i].pagerank;
    for (uint32_t i = 0; i < NODES; i++) {
        double handed = stray / NODES;
        for (uint32_t k = 0; k < NODES; k++)
            if (graph->weight[k][i] > 0)
                handed += graph->nodes[k].pagerank * graph->weight[k][i] /
                          graph->nodes[k].strength;
        assert_within(graph->nodes[i].pagerank, 0.15 / NODES + 0.85 * handed, 1e-9);
    }
}

static void pagerank_is_its_own_equation(void **state)
{
    (void)state;
    check_each_graph(check_pagerank);
}

/* In the largest component, what the neighbours have is everywhere the same multiple of
 * what the node has; and no value is negative, so it is the largest eigenvalue's. */
static void check_eigenvector(const struct graph *graph)
{
    double multiple = 0, greatest = 0;
    for (uint32_t round = 0; round < 2; round++)
        for (uint32_t i = 0; i < NODES; i++) {
            if (graph->nodes[i].component != 1)
                continue;
            double value = graph->nodes[i].eigenvector, sum = 0;
            for (uint32_t k = 0; k < NODES; k++)
                if (graph->weight[i][k] > 0)
                    sum += graph->weight[i][k] * graph->nodes[k].eigenvector;
            greatest = fmax(greatest, value);
            if (value == 1)
                multiple = sum;
            if (round == 1)
                assert_within(sum, multiple * value, 1e-9);
        }
    assert_true(greatest == 1);
}

static void eigenvector_is_its_own_equation(void **state)
{
    (void)state;
    check_each_graph(check_eigenvector);
}

static double share(const struct graph *graph, uint32_t from, uint32_t to)
{
    return graph->weight[from][to] / graph->nodes[from].strength;
}

/* R. S. Burt's sum as he writes it: over neighbours, the square of what is invested in
 * each, directly and by way of another. */
static void check_constraint(const struct graph *graph)
{
    for (uint32_t i = 0; i < NODES; i++) {
        double sum = 0;
        for (uint32_t k = 0; k < NODES; k++) {
            if (graph->weight[i][k] == 0)
                continue;
            double invested = share(graph, i, k);
            for (uint32_t via = 0; via < NODES; via++)
                if (graph->weight[i][via] > 0 && graph->weight[via][k] > 0)
                    invested += share(graph, i, via) * share(graph, via, k);
            sum += invested * invested;
        }
        if (graph->nodes[i].degree)
            assert_within(graph->nodes[i].constraint, sum, 1e-12);
        else
            assert_true(isnan(graph->nodes[i].constraint));
    }
}

static void constraint_is_its_definition(void **state)
{
    (void)state;
    check_each_graph(check_constraint);
}

static void check_clustering(const struct graph *graph)
{
    for (uint32_t i = 0; i < NODES; i++) {
        double pairs = 0, joined = 0;
        for (uint32_t k = 0; k < NODES; k++)
            for (uint32_t other = 0; other < k; other++)
                if (graph->weight[i][k] > 0 && graph->weight[i][other] > 0) {
                    pairs++;
                    joined += graph->weight[k][other] > 0;
                }
        if (pairs > 0)
            assert_within(graph->nodes[i].clustering, joined / pairs, 1e-12);
        else
            assert_true(isnan(graph->nodes[i].clustering));
    }
}

static void clustering_is_its_definition(void **state)
{
    (void)state;
    check_each_graph(check_clustering);
}

static void visit(const struct graph *graph, uint32_t node, bool *is_met)
{
    is_met[node] = true;
    for (uint32_t k = 0; k < NODES; k++)
        if (graph->weight[node][k] > 0 && !is_met[k])
            visit(graph, k, is_met);
}

/* Pieces that are left without node `without` (NODES: with all). */
static uint32_t count_pieces(const struct graph *graph, uint32_t without)
{
    bool is_met[NODES + 1] = {false};
    uint32_t pieces = 0;
    is_met[without] = true;
    for (uint32_t i = 0; i < NODES; i++)
        if (!is_met[i]) {
            visit(graph, i, is_met);
            pieces++;
        }
    return pieces;
}

static void check_articulation(const struct graph *graph)
{
    uint32_t all = count_pieces(graph, NODES), found = 0;
    for (uint32_t i = 0; i < NODES; i++) {
        assert_int_equal(graph->nodes[i].is_articulation, count_pieces(graph, i) > all);
        found += graph->nodes[i].is_articulation;
    }
    assert_true(found > 0);
}

static void without_an_articulation_point_more_pieces_are_left(void **state)
{
    (void)state;
    check_each_graph(check_articulation);
}

/* Take nodes away that have fewer than k neighbours left, until none has. */
static void check_core(const struct graph *graph)
{
    bool is_left[NODES];
    for (uint32_t i = 0; i < NODES; i++)
        is_left[i] = true;
    for (uint32_t k = 1; k < 10; k++) {
        for (uint32_t round = 0; round < NODES; round++)
            for (uint32_t i = 0; i < NODES; i++) {
                uint32_t neighbours = 0;
                for (uint32_t other = 0; other < NODES; other++)
                    neighbours += is_left[other] && graph->weight[i][other] > 0;
                is_left[i] = is_left[i] && neighbours >= k;
            }
        for (uint32_t i = 0; i < NODES; i++)
            assert_int_equal(is_left[i], graph->nodes[i].core >= k);
    }
}

static void core_numbers_are_what_peeling_leaves(void **state)
{
    (void)state;
    check_each_graph(check_core);
}

/* The modularity told is that of the communities told, and no worse than putting
 * components together. */
static void check_modularity(const struct graph *graph)
{
    double total = 0, found = 0, components = 0;
    for (uint32_t i = 0; i < NODES; i++)
        total += graph->nodes[i].strength;
    for (uint32_t i = 0; i < NODES; i++)
        for (uint32_t k = 0; k < NODES; k++) {
            const struct kith_node *a = &graph->nodes[i], *b = &graph->nodes[k];
            double surplus = graph->weight[i][k] - a->strength * b->strength / total;
            found += a->community == b->community ? surplus / total : 0;
            components += a->component == b->component ? surplus / total : 0;
        }
    assert_within(kith_network_facts(graph->network).modularity, found, 1e-12);
    assert_true(found >= components);
}

static void modularity_is_that_of_the_communities(void **state)
{
    (void)state;
    check_each_graph(check_modularity);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(betweenness_is_its_definition),
        cmocka_unit_test(closeness_and_harmonic_are_their_definitions),
        cmocka_unit_test(pagerank_is_its_own_equation),
        cmocka_unit_test(eigenvector_is_its_own_equation),
        cmocka_unit_test(constraint_is_its_definition),
        cmocka_unit_test(clustering_is_its_definition),
        cmocka_unit_test(without_an_articulation_point_more_pieces_are_left),
        cmocka_unit_test(core_numbers_are_what_peeling_leaves),
        cmocka_unit_test(modularity_is_that_of_the_communities),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
