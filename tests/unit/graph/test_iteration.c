/* Values that are handed on: what they come to, when they are given up, and stops. */
#include "graph/iteration.h"

#include "close.h"

static const double ones[8] = {1, 1, 1, 1, 1, 1, 1, 1};

/* 0 and 1 point at 2, 0 at 3. With b for the hub 1 and s for the greatest eigenvalue, the
 * authorities are 1 and 1 / (1 + b), and b = (1 + b) / (2 + b): the golden ratio's. */
static void hubs_point_at_what_is_pointed_at(void **state)
{
    (void)state;
    static const uint32_t ends[] = {0, 2, 1, 2, 0, 3};
    struct kith_lines arrows = {5, 3, ends, ones, NULL};
    struct kith_arena arena;
    struct kith_error err = {0};
    double hubs[5], authorities[5], golden = (sqrt(5) - 1) / 2;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(kith_iterate_hubs(&arrows, NULL, &arena, hubs, authorities, &err), &err);
    const double wanted_hubs[] = {1, golden, 0, 0, 0};
    const double wanted_authorities[] = {0, 0, 1, golden, 0};
    for (uint32_t i = 0; i < 5; i++) {
        assert_within(hubs[i], wanted_hubs[i], 1e-11);
        assert_within(authorities[i], wanted_authorities[i], 1e-11);
    }
    kith_arena_release(&arena);
}

/* The weaker of two parts goes to nothing, a factor a round, and would never be 0. */
static void hubs_of_a_weaker_part_are_nothing(void **state)
{
    (void)state;
    static const uint32_t ends[] = {0, 2, 1, 2, 3, 4};
    struct kith_lines arrows = {5, 3, ends, ones, NULL};
    struct kith_arena arena;
    struct kith_error err = {0};
    double hubs[5], authorities[5];
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(kith_iterate_hubs(&arrows, NULL, &arena, hubs, authorities, &err), &err);
    assert_true(hubs[0] == 1 && authorities[2] == 1);
    assert_true(hubs[3] == 0 && authorities[4] == 0);
    kith_arena_release(&arena);
}

static void without_arrows_there_are_no_hubs(void **state)
{
    (void)state;
    struct kith_lines arrows = {2, 0, (const uint32_t[1]){0}, ones, NULL};
    struct kith_arena arena;
    struct kith_error err = {0};
    double hubs[2], authorities[2];
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(kith_iterate_hubs(&arrows, NULL, &arena, hubs, authorities, &err), &err);
    assert_true(isnan(hubs[0]) && isnan(authorities[1]));
    kith_arena_release(&arena);
}

/* A star is two halves that hand everything to each other: without care they swing for
 * ever. */
static void a_star_settles(void **state)
{
    (void)state;
    static const uint32_t ends[] = {0, 1, 0, 2, 0, 3, 0, 4};
    static const double strengths[] = {1000, 1000, 1000, 1000};
    struct kith_lines lines = {5, 4, ends, strengths, NULL};
    struct kith_arena arena;
    struct kith_error err = {0};
    double values[5];
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(kith_iterate_eigenvector(&lines, NULL, &arena, values, &err), &err);
    assert_true(values[0] == 1);
    assert_within(values[4], 0.5, 1e-12);
    kith_arena_release(&arena);
}

/* sin(pi i / (n + 1)) is what a chain of n comes to; one of fifty thousand would take
 * billions of rounds, and is given up soon. */
static void a_chain_settles_or_is_given_up(void **state)
{
    (void)state;
    enum { SHORT = 50, LONG = 50000 };
    static uint32_t ends[2 * LONG];
    static double strengths[LONG], values[LONG];
    const double pi = 3.14159265358979323846;
    for (uint32_t i = 0; i < LONG; i++) {
        ends[2 * i] = i;
        ends[2 * i + 1] = i + 1;
        strengths[i] = 1;
    }
    struct kith_lines chain = {SHORT, SHORT - 1, ends, strengths, NULL};
    struct kith_arena arena;
    struct kith_error err = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(kith_iterate_eigenvector(&chain, NULL, &arena, values, &err), &err);
    double greatest = sin(pi * 25 / (SHORT + 1));
    for (uint32_t i = 0; i < SHORT; i++)
        assert_within(values[i], sin(pi * (i + 1) / (SHORT + 1)) / greatest, 1e-9);
    chain.node_count = LONG;
    chain.edge_count = LONG - 1;
    assert_ok(kith_iterate_eigenvector(&chain, NULL, &arena, values, &err), &err);
    assert_true(isnan(values[0]) && isnan(values[LONG / 2]));
    kith_arena_release(&arena);
}

static void a_stop_ends_each_of_them(void **state)
{
    (void)state;
    static const uint32_t ends[] = {0, 1, 1, 2};
    struct kith_lines lines = {3, 2, ends, ones, NULL};
    struct kith_arena arena;
    struct kith_error err = {0};
    volatile int stop = 1;
    double values[3] = {7, 7, 7}, others[3] = {7, 7, 7};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_int_equal(kith_iterate_pagerank(&lines, &stop, &arena, values, &err),
                     KITH_INTERRUPTED);
    assert_int_equal(kith_iterate_eigenvector(&lines, &stop, &arena, values, &err),
                     KITH_INTERRUPTED);
    assert_int_equal(kith_iterate_hubs(&lines, &stop, &arena, values, others, &err),
                     KITH_INTERRUPTED);
    assert_close(values[1], 7);
    assert_close(others[1], 7);
    kith_arena_release(&arena);
}

static enum kith_status iterate_all(struct kith_arena *arena, void *context,
                                    struct kith_error *err)
{
    (void)context;
    static const uint32_t ends[] = {0, 1, 1, 2};
    struct kith_lines lines = {3, 2, ends, ones, NULL};
    double values[3], others[3];
    KITH_TRY(kith_iterate_pagerank(&lines, NULL, arena, values, err));
    KITH_TRY(kith_iterate_eigenvector(&lines, NULL, arena, values, err));
    return kith_iterate_hubs(&lines, NULL, arena, values, others, err);
}

static void any_memory_is_enough_or_said_not_to_be(void **state)
{
    (void)state;
    check_memory_sweep(iterate_all, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hubs_point_at_what_is_pointed_at),
        cmocka_unit_test(hubs_of_a_weaker_part_are_nothing),
        cmocka_unit_test(without_arrows_there_are_no_hubs),
        cmocka_unit_test(a_star_settles),
        cmocka_unit_test(a_chain_settles_or_is_given_up),
        cmocka_unit_test(a_stop_ends_each_of_them),
        cmocka_unit_test(any_memory_is_enough_or_said_not_to_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
