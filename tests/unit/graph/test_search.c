/* Searches, held against igraph's on random graphs, and against hand-made ones. */
#include "graph/search.h"

#include <igraph/igraph.h>
#include <stdlib.h>

#include "close.h"
#include "graph/path.h"

enum { NODES = 200, LINES = 500 };

/* A graph with lines between the same two nodes, lines from a node to itself, and nodes
 * that no line reaches. */
struct graph {
    uint32_t ends[2 * LINES];
    double strengths[LINES];
    struct kith_lines lines;
};

static uint32_t lot;

static uint32_t draw(uint32_t below)
{
    lot = lot * 1664525u + 1013904223u;
    return (lot >> 8) % below;
}

/* With `most` 1 all lines are of one length. */
static void draw_graph(struct graph *graph, uint32_t seed, uint32_t line_count,
                       uint32_t most)
{
    lot = seed;
    for (uint32_t i = 0; i < line_count; i++) {
        graph->ends[2 * i] = draw(NODES) * draw(NODES) / NODES;
        graph->ends[2 * i + 1] = draw(NODES - 10);
        graph->strengths[i] = 1 + draw(most) * (1 + draw(most));
    }
    graph->lines =
        (struct kith_lines){NODES, line_count, graph->ends, graph->strengths, NULL};
}

static void as_igraph(const struct graph *graph, igraph_t *copy, igraph_vector_t *lengths)
{
    igraph_vector_int_t ends;
    uint32_t count = graph->lines.edge_count;
    igraph_vector_int_init(&ends, 2 * (igraph_integer_t)count);
    igraph_vector_init(lengths, count);
    for (uint32_t i = 0; i < 2 * count; i++)
        VECTOR(ends)[i] = graph->ends[i];
    for (uint32_t i = 0; i < count; i++)
        VECTOR(*lengths)[i] = round(KITH_PATH_UNIT / graph->strengths[i]);
    igraph_create(copy, &ends, NODES, IGRAPH_UNDIRECTED);
    igraph_vector_int_destroy(&ends);
}

/* To ten digits. */
static void check_near(double value, double wanted)
{
    assert_within(value, wanted, 1e-10 * fmax(1, wanted));
}

/* The same path measures as ours, by igraph: lengths in its own units. */
static void check_against_igraph(const struct graph *graph)
{
    igraph_t copy;
    igraph_vector_t lengths, betweenness, harmonic;
    as_igraph(graph, &copy, &lengths);
    igraph_vector_init(&betweenness, 0);
    igraph_vector_init(&harmonic, 0);
    igraph_betweenness(&copy, &betweenness, igraph_vss_all(), false, &lengths);
    igraph_harmonic_centrality(&copy, &harmonic, igraph_vss_all(), IGRAPH_ALL, &lengths,
                               true);
    struct kith_arena arena;
    struct kith_error err = {0};
    struct kith_path_plan plan;
    uint32_t degrees[NODES] = {0};
    double found[4][NODES];
    struct kith_path_values values = {found[0], found[1], found[2], found[3]};
    for (uint32_t i = 0; i < 2 * graph->lines.edge_count; i++)
        degrees[graph->ends[i]]++;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(kith_path_plan(&graph->lines, degrees, 60, 1, &arena, &plan, &err), &err);
    assert_ok(kith_path_measure(&graph->lines, &plan, 1, NULL, &arena, &values, &err),
              &err);
    for (uint32_t i = 0; i < NODES; i++) {
        check_near(found[0][i], VECTOR(betweenness)[i]);
        check_near(found[3][i], VECTOR(harmonic)[i] * KITH_PATH_UNIT);
    }
    kith_arena_release(&arena);
    igraph_vector_destroy(&lengths);
    igraph_vector_destroy(&betweenness);
    igraph_vector_destroy(&harmonic);
    igraph_destroy(&copy);
}

static void is_what_igraph_finds(void **state)
{
    (void)state;
    static const uint32_t counts[] = {0, 1, 60, 150, LINES}, mosts[] = {1, 3, 40, 900};
    static struct graph graph;
    for (uint32_t i = 0; i < 5; i++)
        for (uint32_t k = 0; k < 4; k++) {
            draw_graph(&graph, 100 * i + k, counts[i], mosts[k]);
            check_against_igraph(&graph);
        }
}

/* 0 reaches 3 by 1 and by 2, and 4 behind it; 5 is apart. */
static void tells_order_distance_and_dependency(void **state)
{
    (void)state;
    static const uint32_t ends[] = {0, 1, 0, 2, 1, 3, 2, 3, 3, 4};
    static const double strengths[] = {3, 4, 6, 4, 1};
    struct kith_lines lines = {6, 5, ends, strengths, NULL};
    struct kith_arena arena;
    struct kith_error err = {0};
    struct kith_web web;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(kith_web_draw(&lines, &arena, &web, &err), &err);
    struct kith_search *search = kith_search_new(&web);
    assert_non_null(search);
    for (int round = 0; round < 2; round++) { /* a second run finds the same */
        struct kith_reach found = kith_search_run(search, 0);
        assert_int_equal(found.reached, 5);
        assert_int_equal(found.order[0], 0);
        assert_int_equal(found.order[4], 4);
        assert_int_equal(found.distance[1], 240240);
        assert_int_equal(found.distance[3], 360360);
        assert_int_equal(found.distance[4], 1081080);
        assert_close(found.dependency[1], 1);
        assert_close(found.dependency[2], 1);
        assert_close(found.dependency[3], 1);
        assert_close(found.dependency[4], 0);
        assert_int_equal(kith_search_run(search, 5).reached, 1);
    }
    kith_search_free(search);
    kith_arena_release(&arena);
}

/* One line a million times as strong as the others of a chain: there are as many buckets
 * as there can be, and hardly one in a thousand of them holds a node. */
static void lines_of_any_strength_are_searched(void **state)
{
    (void)state;
    enum { LONG = 3000 };
    static uint32_t ends[2 * LONG];
    static double strengths[LONG];
    for (uint32_t i = 0; i + 1 < LONG; i++) {
        ends[2 * i] = i;
        ends[2 * i + 1] = i + 1;
        strengths[i] = i == LONG / 2 ? 1e6 : 1;
    }
    struct kith_lines lines = {LONG, LONG - 1, ends, strengths, NULL};
    struct kith_arena arena;
    struct kith_error err = {0};
    struct kith_web web;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(kith_web_draw(&lines, &arena, &web, &err), &err);
    struct kith_search *search = kith_search_new(&web);
    struct kith_reach found = kith_search_run(search, 0);
    assert_int_equal(found.reached, LONG);
    assert_true(found.distance[LONG - 1] == UINT64_C(720720) * (LONG - 2) + 1);
    assert_close(found.dependency[1], LONG - 2);
    kith_search_free(search);
    kith_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_what_igraph_finds),
        cmocka_unit_test(tells_order_distance_and_dependency),
        cmocka_unit_test(lines_of_any_strength_are_searched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
