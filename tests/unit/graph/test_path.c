/* What a budget buys, and that it buys the same each time. */
#include "graph/path.h"

#include "close.h"

/* Only the sizes of the graph count for a plan; every third node has no neighbour. */
enum { NODES = 9000, EDGES = 50000, CONNECTED = 6000 };
static const struct kith_lines lines = {.node_count = NODES, .edge_count = EDGES};

static const uint32_t *degrees(void)
{
    static uint32_t values[NODES];
    for (uint32_t i = 0; i < NODES; i++)
        values[i] = i % 3;
    return values;
}

static struct kith_path_plan plan_for(double seconds, uint64_t seed,
                                      struct kith_arena *arena)
{
    struct kith_error err = {0};
    struct kith_path_plan plan;
    assert_ok(kith_path_plan(&lines, degrees(), seconds, seed, arena, &plan, &err), &err);
    return plan;
}

static void enough_seconds_buy_exact_values(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct kith_path_plan plan = plan_for(3600, 1, &arena);
    assert_int_equal(plan.source_count, CONNECTED);
    assert_false(kith_path_is_sampled(&plan));
    kith_arena_release(&arena);
}

static void sources_are_drawn_in_order_among_connected_nodes(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct kith_path_plan plan = plan_for(2, 1, &arena);
    assert_true(kith_path_is_sampled(&plan));
    assert_in_range(plan.source_count, 100, CONNECTED - 1);
    assert_int_equal(plan.connected_count, CONNECTED);
    for (uint32_t i = 0; i < plan.source_count; i++) {
        assert_in_range(plan.sources[i], i ? plan.sources[i - 1] + 1 : 0, NODES - 1);
        assert_true(plan.sources[i] % 3 != 0);
    }
    kith_arena_release(&arena);
}

/* A third of the drawn nodes come from each third of the graph, give or take a little. */
static void sources_come_from_everywhere(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct kith_path_plan plan = plan_for(2, 1, &arena);
    uint32_t thirds[3] = {0};
    for (uint32_t i = 0; i < plan.source_count; i++)
        thirds[plan.sources[i] / (NODES / 3)]++;
    for (uint32_t i = 0; i < 3; i++)
        assert_within(thirds[i] * 3.0 / plan.source_count, 1, 0.15);
    kith_arena_release(&arena);
}

static void the_seed_alone_decides_who_is_drawn(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct kith_path_plan one = plan_for(2, 1, &arena), again = plan_for(2, 1, &arena);
    struct kith_path_plan other = plan_for(2, 2, &arena);
    size_t size = one.source_count * sizeof *one.sources;
    assert_int_equal(one.source_count, again.source_count);
    assert_memory_equal(one.sources, again.sources, size);
    assert_int_equal(one.source_count, other.source_count);
    assert_memory_not_equal(one.sources, other.sources, size);
    kith_arena_release(&arena);
}

/* No budget, less than none, and no number at all. */
static void a_hopeless_budget_still_buys_a_few_sources(void **state)
{
    (void)state;
    static const double hopeless[] = {0, -1, NAN};
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    for (uint32_t i = 0; i < 3; i++) {
        struct kith_path_plan plan = plan_for(hopeless[i], 1, &arena);
        assert_int_equal(plan.source_count, 32);
        assert_true(kith_path_is_sampled(&plan));
    }
    struct kith_path_plan endless = plan_for(INFINITY, 1, &arena);
    assert_false(kith_path_is_sampled(&endless));
    kith_arena_release(&arena);
}

static void a_small_graph_is_exact_whatever_the_budget(void **state)
{
    (void)state;
    static const struct kith_lines small = {.node_count = 60, .edge_count = 40};
    struct kith_arena arena;
    struct kith_error err = {0};
    struct kith_path_plan plan;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(kith_path_plan(&small, (uint32_t[60]){1, 2, 1}, 0, 1, &arena, &plan, &err),
              &err);
    assert_false(kith_path_is_sampled(&plan));
    assert_int_equal(plan.source_count, 3);
    kith_arena_release(&arena);
}

static enum kith_status make_plan(struct kith_arena *arena, void *context,
                                  struct kith_error *err)
{
    (void)context;
    struct kith_path_plan plan;
    return kith_path_plan(&lines, degrees(), 2, 1, arena, &plan, err);
}

static void says_when_memory_is_out(void **state)
{
    (void)state;
    check_memory_sweep(make_plan, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(enough_seconds_buy_exact_values),
        cmocka_unit_test(sources_are_drawn_in_order_among_connected_nodes),
        cmocka_unit_test(sources_come_from_everywhere),
        cmocka_unit_test(the_seed_alone_decides_who_is_drawn),
        cmocka_unit_test(a_hopeless_budget_still_buys_a_few_sources),
        cmocka_unit_test(a_small_graph_is_exact_whatever_the_budget),
        cmocka_unit_test(says_when_memory_is_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
