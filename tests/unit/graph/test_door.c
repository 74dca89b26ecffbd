/* The door to igraph: its faults become sentences, and the next call works. */
#include "graph/door.h"

#include "close.h"

/* A ring of four. */
static const uint32_t ends[] = {0, 1, 1, 2, 2, 3, 0, 3};
static const double ones[] = {1, 1, 1, 1};

static struct kith_door *open_door(const struct kith_lines *lines)
{
    struct kith_error err = {0};
    struct kith_door *door = NULL;
    assert_ok(kith_door_open(lines, &door, &err), &err);
    return door;
}

static void a_fault_of_igraph_becomes_a_sentence(void **state)
{
    (void)state;
    static const double bad[] = {1, 0, 1, 1};
    struct kith_lines lines = {4, 4, ends, ones, bad};
    struct kith_error err = {0};
    double values[4];
    kith_door_begin(NULL);
    struct kith_door *door = open_door(&lines);
    assert_int_equal(kith_door_betweenness(door, NULL, 4, values, &err), KITH_BAD_INPUT);
    assert_non_null(strstr(err.text, "betweenness"));
    assert_non_null(strstr(err.text, "ositive"));
    assert_ok(kith_door_pagerank(door, values, &err), &err);
    assert_within(values[3], 0.25, 1e-12);
    kith_door_close(door);
    kith_door_end();
}

static void distances_are_those_of_the_nodes_asked_for(void **state)
{
    (void)state;
    static const double lengths[] = {1, 2, 3, 10};
    struct kith_lines lines = {4, 4, ends, ones, lengths};
    struct kith_error err = {0};
    double rows[2 * 4];
    static const double wanted[] = {1, 0, 2, 5, 3, 2, 0, 3};
    kith_door_begin(NULL);
    struct kith_door *door = open_door(&lines);
    assert_ok(kith_door_distances(door, 1, 2, rows, &err), &err);
    for (uint32_t i = 0; i < 8; i++)
        assert_close(rows[i], wanted[i]);
    kith_door_close(door);
    kith_door_end();
}

/* The parts add up to the whole, which is what sampling and sharing out rest on. */
static void betweenness_of_all_sources_is_the_sum_of_its_parts(void **state)
{
    (void)state;
    struct kith_lines lines = {4, 4, ends, ones, ones};
    static const uint32_t sources[] = {0, 1, 2, 3};
    struct kith_error err = {0};
    double whole[4], low[4], high[4];
    kith_door_begin(NULL);
    struct kith_door *door = open_door(&lines);
    assert_ok(kith_door_betweenness(door, NULL, 4, whole, &err), &err);
    assert_ok(kith_door_betweenness(door, sources, 1, low, &err), &err);
    assert_ok(kith_door_betweenness(door, sources + 1, 3, high, &err), &err);
    for (uint32_t i = 0; i < 4; i++) {
        assert_close(whole[i], 0.5);
        assert_close(low[i] + high[i], whole[i]);
    }
    kith_door_close(door);
    kith_door_end();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fault_of_igraph_becomes_a_sentence),
        cmocka_unit_test(distances_are_those_of_the_nodes_asked_for),
        cmocka_unit_test(betweenness_of_all_sources_is_the_sum_of_its_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
