/* Clustering and constraint where they can be told by hand; what holds on any graph
 * stands in test_agreement.c. */
#include "graph/triangle.h"

#include "close.h"

/* A triangle 0 1 2 with 3 hanging at 2, and 4 alone. */
static const uint32_t ends[] = {0, 1, 1, 2, 0, 2, 2, 3};
static const double ones[] = {1, 1, 1, 1};
static const uint32_t degrees[] = {2, 2, 3, 1, 0};
static const double strengths[] = {2, 2, 3, 1, 0};
static const struct kith_lines kite = {5, 4, ends, ones, NULL};

static enum kith_status measure(struct kith_arena *arena, const volatile int *stop,
                                double *clustering, double *constraint,
                                struct kith_error *err)
{
    return kith_triangles_measure(&kite, degrees, strengths, stop, arena, clustering,
                                  constraint, err);
}

static void a_kite_has_its_known_values(void **state)
{
    (void)state;
    struct kith_arena arena;
    struct kith_error err = {0};
    double clustering[5], constraint[5];
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(measure(&arena, NULL, clustering, constraint, &err), &err);
    assert_close(clustering[0], 1);
    assert_close(clustering[2], 1.0 / 3);
    assert_true(isnan(clustering[3]) && isnan(clustering[4]));
    /* 0: 1/2 and 1/2 * 1/3 in 1, 1/2 and 1/2 * 1/2 in 2. */
    assert_close(constraint[0], pow(2.0 / 3, 2) + pow(3.0 / 4, 2));
    /* 2: 1/3 and 1/3 * 1/2 in 0 and in 1 each, 1/3 in 3. */
    assert_close(constraint[2], 2 * pow(1.0 / 2, 2) + pow(1.0 / 3, 2));
    assert_close(constraint[3], 1);
    assert_true(isnan(constraint[4]));
    kith_arena_release(&arena);
}

static void a_stop_ends_it(void **state)
{
    (void)state;
    struct kith_arena arena;
    struct kith_error err = {0};
    volatile int stop = 1;
    double clustering[5] = {7}, constraint[5] = {7};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_int_equal(measure(&arena, &stop, clustering, constraint, &err),
                     KITH_INTERRUPTED);
    assert_close(clustering[0], 7);
    kith_arena_release(&arena);
}

static enum kith_status measure_once(struct kith_arena *arena, void *context,
                                     struct kith_error *err)
{
    (void)context;
    double clustering[5], constraint[5];
    return measure(arena, NULL, clustering, constraint, err);
}

static void any_memory_is_enough_or_said_not_to_be(void **state)
{
    (void)state;
    check_memory_sweep(measure_once, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_kite_has_its_known_values),
        cmocka_unit_test(a_stop_ends_it),
        cmocka_unit_test(any_memory_is_enough_or_said_not_to_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
