/* Groups are numbered by size, and cutting along them loses nothing inside. */
#include "graph/part.h"

#include "close.h"

static void groups_are_numbered_by_size_then_by_first_node(void **state)
{
    (void)state;
    uint32_t groups[] = {5, 2, 0, 2, 0, 2, 6};
    static const uint32_t wanted[] = {3, 1, 2, 1, 2, 1, 4};
    struct kith_arena arena;
    struct kith_error err = {0};
    uint32_t count;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(kith_groups_rank(groups, 7, &arena, &count, &err), &err);
    assert_int_equal(count, 4);
    for (uint32_t i = 0; i < 7; i++)
        assert_int_equal(groups[i], wanted[i]);
    kith_arena_release(&arena);
}

/* Nodes 1, 3, 4 are a triangle but for one side, 0 and 2 a pair; 2-3 lies between. */
static const uint32_t ends[] = {1, 3, 2, 3, 4, 3, 0, 2};
static const double strengths[] = {7, 8, 9, 5}, lengths[] = {1, 2, 3, 4};
static const struct kith_lines whole = {5, 4, ends, strengths, lengths};
static const uint32_t groups[] = {2, 1, 2, 1, 1};

static void a_part_is_its_nodes_and_the_edges_between_them(void **state)
{
    (void)state;
    struct kith_arena arena;
    struct kith_error err = {0};
    struct kith_part *parts;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(kith_parts_cut(&whole, groups, 2, &arena, &parts, &err), &err);
    assert_int_equal(parts[0].lines.node_count, 3);
    assert_int_equal(parts[0].lines.edge_count, 2);
    assert_int_equal(parts[0].nodes[0], 1);
    assert_int_equal(parts[0].nodes[2], 4);
    static const uint32_t first_ends[] = {0, 1, 2, 1};
    for (uint32_t i = 0; i < 4; i++)
        assert_int_equal(parts[0].lines.ends[i], first_ends[i]);
    assert_close(parts[0].lines.strengths[1], 9);
    assert_close(parts[0].lines.lengths[1], 3);
    assert_int_equal(parts[1].lines.node_count, 2);
    assert_int_equal(parts[1].lines.edge_count, 1);
    assert_int_equal(parts[1].nodes[1], 2);
    assert_close(parts[1].lines.strengths[0], 5);
    kith_arena_release(&arena);
}

static enum kith_status rank_and_cut(struct kith_arena *arena, void *context,
                                     struct kith_error *err)
{
    (void)context;
    uint32_t labels[5], count;
    struct kith_part *parts;
    memcpy(labels, groups, sizeof labels);
    KITH_TRY(kith_groups_rank(labels, 5, arena, &count, err));
    return kith_parts_cut(&whole, labels, count, arena, &parts, err);
}

static void says_when_memory_is_out(void **state)
{
    (void)state;
    check_memory_sweep(rank_and_cut, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_are_numbered_by_size_then_by_first_node),
        cmocka_unit_test(a_part_is_its_nodes_and_the_edges_between_them),
        cmocka_unit_test(says_when_memory_is_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
