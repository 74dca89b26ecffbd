/* The door to igraph: its faults become sentences, and the next call works. */
#include "graph/door.h"

#include <stdlib.h>

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
    struct kith_lines lines = {4, 4, ends, ones, NULL};
    struct kith_error err = {0};
    double x[4], y[4];
    kith_door_begin(NULL);
    struct kith_door *door = open_door(&lines);
    struct kith_springs springs = {bad, .seed = 1, .rounds = 10, .step = 1};
    assert_int_equal(kith_door_springs(door, &springs, x, y, &err), KITH_BAD_INPUT);
    assert_non_null(strstr(err.text, "layout"));
    assert_ok(kith_door_strength(door, x, &err), &err);
    assert_close(x[3], 2);
    kith_door_close(door);
    kith_door_end();
}

static void what_would_fall_apart_is_marked(void **state)
{
    (void)state;
    static const uint32_t chain_ends[] = {0, 1, 1, 2, 0, 2, 2, 3};
    struct kith_lines lines = {4, 4, chain_ends, ones, NULL};
    struct kith_error err = {0};
    bool is_articulation[4] = {false}, is_bridge[4] = {false};
    kith_door_begin(NULL);
    struct kith_door *door = open_door(&lines);
    assert_ok(kith_door_cuts(door, is_articulation, is_bridge, &err), &err);
    for (uint32_t i = 0; i < 4; i++) {
        assert_int_equal(is_articulation[i], i == 2);
        assert_int_equal(is_bridge[i], i == 3);
    }
    kith_door_close(door);
    kith_door_end();
}

/* Half a million nodes in a row: nothing here may call itself once for each. */
static void a_long_chain_is_no_trouble(void **state)
{
    (void)state;
    enum { LONG = 500000 };
    uint32_t *long_ends = calloc(LONG, 2 * sizeof *long_ends);
    double *strengths = calloc(LONG, sizeof *strengths);
    bool *is_articulation = calloc(LONG, 1), *is_bridge = calloc(LONG, 1);
    struct kith_lines lines = {LONG, LONG - 1, long_ends, strengths, NULL};
    struct kith_error err = {0};
    for (uint32_t i = 0; i + 1 < LONG; i++) {
        long_ends[2 * i] = i;
        long_ends[2 * i + 1] = i + 1;
        strengths[i] = 1;
    }
    kith_door_begin(NULL);
    struct kith_door *door = open_door(&lines);
    assert_ok(kith_door_cuts(door, is_articulation, is_bridge, &err), &err);
    assert_true(is_articulation[1] && is_articulation[LONG - 2] && is_bridge[LONG / 2]);
    assert_false(is_articulation[0] || is_articulation[LONG - 1]);
    kith_door_close(door);
    kith_door_end();
    free(long_ends);
    free(strengths);
    free(is_articulation);
    free(is_bridge);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fault_of_igraph_becomes_a_sentence),
        cmocka_unit_test(what_would_fall_apart_is_marked),
        cmocka_unit_test(a_long_chain_is_no_trouble),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
