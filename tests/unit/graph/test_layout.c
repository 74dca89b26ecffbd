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
        cmocka_unit_test(nothing_to_draw_is_no_failure),
        cmocka_unit_test(says_when_memory_is_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
