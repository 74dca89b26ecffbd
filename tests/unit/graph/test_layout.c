/* Positions that can be looked at: apart, on a sensible scale, the same each time. */
#include "graph/layout.h"

#include "close.h"

/* A ring of 12 nodes, a pair, and three alone: five parts of 17 nodes. */
enum { RING = 12, NODES = 17, EDGES = 13, PARTS = 5 };

struct page {
    enum kith_layout_kind kind;
    uint32_t ends[2 * EDGES], groups[NODES], group_count;
    double ones[EDGES], widths[NODES], heights[NODES], x[NODES], y[NODES];
};

static enum kith_status lay_out(struct kith_arena *arena, void *context,
                                struct kith_error *err)
{
    struct page *page = context;
    for (uint32_t i = 0; i < EDGES; i++)
        page->ones[i] = 1;
    for (uint32_t i = 0; i < RING; i++) {
        page->ends[2 * i] = i;
        page->ends[2 * i + 1] = (i + 1) % RING;
    }
    page->ends[2 * RING] = RING;
    page->ends[2 * RING + 1] = RING + 1;
    for (uint32_t i = 0; i < NODES; i++) {
        page->groups[i] = i < RING ? 0 : i < RING + 2 ? 1 : i;
        page->widths[i] = i % 3 ? 40 : 160;
        page->heights[i] = 24;
    }
    struct kith_lines lines = {NODES, EDGES, page->ends, page->ones, page->ones};
    struct kith_part *parts;
    KITH_TRY(kith_groups_rank(page->groups, NODES, arena, &page->group_count, err));
    KITH_TRY(kith_parts_cut(&lines, page->groups, PARTS, arena, &parts, err));
    struct kith_layout_wish wish = {.kind = page->kind,
                                    .seed = 1,
                                    .widths = page->widths,
                                    .heights = page->heights,
                                    .communities = page->groups};
    return kith_layout(parts, PARTS, &wish, arena, page->x, page->y, err);
}

static struct page laid_out_page(enum kith_layout_kind kind)
{
    struct page page = {.kind = kind};
    struct kith_arena arena;
    struct kith_error err = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_door_begin(NULL);
    assert_ok(lay_out(&arena, &page, &err), &err);
    kith_door_end();
    kith_arena_release(&arena);
    return page;
}

/* All kinds that give positions. */
static const enum kith_layout_kind kinds[] = {KITH_LAYOUT_SPRINGS, KITH_LAYOUT_DISTANCES,
                                              KITH_LAYOUT_CIRCLE};
#define KINDS (sizeof kinds / sizeof *kinds)

static double distance(const struct page *page, uint32_t a, uint32_t b)
{
    return hypot(page->x[a] - page->x[b], page->y[a] - page->y[b]);
}

static void neighbours_are_about_a_hundred_apart(void **state)
{
    (void)state;
    struct page page = laid_out_page(KITH_LAYOUT_SPRINGS);
    double sum = 0;
    for (uint32_t i = 0; i < EDGES; i++)
        sum += distance(&page, page.ends[2 * i], page.ends[2 * i + 1]);
    assert_in_range(sum / EDGES, 60, 160);
}

static void a_ring_is_drawn_as_a_ring(void **state)
{
    (void)state;
    for (size_t k = 0; k < KINDS; k++) {
        struct page page = laid_out_page(kinds[k]);
        for (uint32_t i = 0; i < RING; i++)
            assert_true(distance(&page, i, (i + 6) % RING) >
                        distance(&page, i, (i + 1) % RING));
    }
}

static void no_name_covers_another(void **state)
{
    (void)state;
    for (size_t kind = 0; kind < KINDS; kind++) {
        struct page page = laid_out_page(kinds[kind]);
        for (uint32_t i = 0; i < NODES; i++)
            for (uint32_t k = i + 1; k < NODES; k++)
                assert_true(fabs(page.x[i] - page.x[k]) >=
                                (page.widths[i] + page.widths[k]) / 2 ||
                            fabs(page.y[i] - page.y[k]) >= 24);
    }
}

static void smaller_components_stand_below_the_largest(void **state)
{
    (void)state;
    for (size_t k = 0; k < KINDS; k++) {
        struct page page = laid_out_page(kinds[k]);
        double lowest = 0;
        for (uint32_t i = 0; i < RING; i++)
            lowest = fmin(lowest, page.y[i]);
        for (uint32_t i = RING; i < NODES; i++)
            assert_true(page.y[i] <= lowest - 50);
    }
}

static void positions_are_the_same_each_time(void **state)
{
    (void)state;
    for (size_t k = 0; k < KINDS; k++) {
        struct page one = laid_out_page(kinds[k]), two = laid_out_page(kinds[k]);
        assert_memory_equal(one.x, two.x, sizeof one.x);
        assert_memory_equal(one.y, two.y, sizeof one.y);
    }
}

/* Crowds of 250, each node joined to three of its own and to one of any crowd, as
 * strongly: alike for the eye only where communities are held together. */
enum { CROWDS = 10, CROWD = 250, MANY = CROWDS * CROWD, WAYS = 4 };

struct crowds {
    uint32_t ends[2 * MANY * WAYS], of[MANY], nodes[MANY];
    double ones[MANY * WAYS], sizes[MANY], x[MANY], y[MANY];
};

static void fill_crowds(struct crowds *crowds)
{
    uint32_t lot = 1;
    for (uint32_t i = 0; i < MANY; i++) {
        crowds->of[i] = i % CROWDS + 1;
        crowds->nodes[i] = i;
        crowds->sizes[i] = 24;
    }
    for (uint32_t i = 0; i < MANY * WAYS; i++) {
        uint32_t node = i / WAYS;
        lot = lot * 1664525u + 1013904223u;
        uint32_t other =
            i % WAYS ? (lot >> 8) % CROWD * CROWDS + node % CROWDS : (lot >> 8) % MANY;
        crowds->ends[2 * i] = node;
        crowds->ends[2 * i + 1] = other == node ? (node + CROWDS) % MANY : other;
        crowds->ones[i] = 1;
    }
}

/* The mean distance of two that are joined, of one crowd or of two. */
static double mean_way(const struct crowds *crowds, bool is_within)
{
    double sum = 0, count = 0;
    for (uint32_t i = 0; i < MANY * WAYS; i++) {
        uint32_t a = crowds->ends[2 * i], b = crowds->ends[2 * i + 1];
        if ((crowds->of[a] == crowds->of[b]) != is_within)
            continue;
        sum += hypot(crowds->x[a] - crowds->x[b], crowds->y[a] - crowds->y[b]);
        count++;
    }
    return sum / count;
}

static void communities_of_a_large_graph_stand_apart(void **state)
{
    (void)state;
    static struct crowds crowds;
    fill_crowds(&crowds);
    struct kith_part part = {{MANY, MANY * WAYS, crowds.ends, crowds.ones, crowds.ones},
                             crowds.nodes};
    struct kith_layout_wish wish = {.kind = KITH_LAYOUT_SPRINGS,
                                    .seed = 1,
                                    .widths = crowds.sizes,
                                    .heights = crowds.sizes,
                                    .communities = crowds.of};
    struct kith_arena arena;
    struct kith_error err = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_door_begin(NULL);
    assert_ok(kith_layout(&part, 1, &wish, &arena, crowds.x, crowds.y, &err), &err);
    kith_door_end();
    kith_arena_release(&arena);
    double within = mean_way(&crowds, true), between = mean_way(&crowds, false);
    if (between < 3 * within)
        fail_msg("%g between communities, %g within", between, within);
}

static void nothing_to_draw_is_no_failure(void **state)
{
    (void)state;
    struct kith_error err = {0};
    struct kith_arena arena;
    kith_arena_init(&arena, 0);
    assert_ok(kith_layout(NULL, 0, NULL, &arena, NULL, NULL, &err), &err);
}

static void says_when_memory_is_out(void **state)
{
    (void)state;
    for (size_t k = 0; k < KINDS; k++) {
        struct page page = {.kind = kinds[k]};
        kith_door_begin(NULL);
        check_memory_sweep(lay_out, &page);
        kith_door_end();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbours_are_about_a_hundred_apart),
        cmocka_unit_test(a_ring_is_drawn_as_a_ring),
        cmocka_unit_test(no_name_covers_another),
        cmocka_unit_test(smaller_components_stand_below_the_largest),
        cmocka_unit_test(positions_are_the_same_each_time),
        cmocka_unit_test(communities_of_a_large_graph_stand_apart),
        cmocka_unit_test(nothing_to_draw_is_no_failure),
        cmocka_unit_test(says_when_memory_is_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
