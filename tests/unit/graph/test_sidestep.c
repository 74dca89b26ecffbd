/* No line passes under a box that it does not end at. */
#include "graph/sidestep.h"

#include "close.h"
#include "graph/layout.h"

/* The room around a box of a picture. */
#define ROOM 20.0

enum { MOST = 6, MOST_EDGES = MOST * (MOST - 1) / 2 };

struct floor {
    uint32_t count, edge_count, ends[2 * MOST_EDGES];
    double x[MOST], y[MOST], widths[MOST], heights[MOST];
    double ones[MOST_EDGES], gaps[MOST_EDGES];
};

static struct kith_lines lines_of(const struct floor *floor)
{
    return (struct kith_lines){floor->count, floor->edge_count, floor->ends, floor->ones,
                               floor->gaps};
}

/* By walking the line, which is not how sidestep.c tells. */
static bool passes_under(const struct floor *floor, uint32_t line, uint32_t box)
{
    enum { STEPS = 400 };
    uint32_t a = floor->ends[2 * line], b = floor->ends[2 * line + 1];
    for (int i = 0; i <= STEPS; i++) {
        double x = floor->x[a] + (floor->x[b] - floor->x[a]) * i / STEPS;
        double y = floor->y[a] + (floor->y[b] - floor->y[a]) * i / STEPS;
        if (fabs(x - floor->x[box]) < (floor->widths[box] - ROOM) / 2 &&
            fabs(y - floor->y[box]) < (floor->heights[box] - ROOM) / 2)
            return true;
    }
    return false;
}

static uint32_t crossings(const struct floor *floor)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < floor->edge_count; i++)
        for (uint32_t k = 0; k < floor->count; k++)
            count += k != floor->ends[2 * i] && k != floor->ends[2 * i + 1] &&
                     passes_under(floor, i, k);
    return count;
}

static void join(struct floor *floor, uint32_t a, uint32_t b)
{
    uint32_t i = floor->edge_count++;
    floor->ends[2 * i] = a;
    floor->ends[2 * i + 1] = b;
    floor->ones[i] = 1;
    floor->gaps[i] = i % 3 ? 1 : 110;
}

/* Names short and long, in one line or two. */
static struct floor floor_of(uint32_t count)
{
    struct floor floor = {.count = count};
    for (uint32_t i = 0; i < count; i++) {
        floor.widths[i] = ROOM + (i * 7 % 4 + 1) * 45;
        floor.heights[i] = ROOM + (i % 2 ? 22 : 40);
    }
    return floor;
}

/* The graph that has the edges whose bits are set; false when it is not connected. */
static bool make_graph(struct floor *floor, uint32_t count, uint32_t bits)
{
    uint32_t reached = 1;
    *floor = floor_of(count);
    for (uint32_t a = 0, bit = 0; a < count; a++)
        for (uint32_t b = a + 1; b < count; b++, bit++)
            if (bits >> bit & 1)
                join(floor, a, b);
    for (uint32_t round = 0; round < count; round++)
        for (uint32_t i = 0; i < floor->edge_count; i++) {
            uint32_t both = 1u << floor->ends[2 * i] | 1u << floor->ends[2 * i + 1];
            if (reached & both)
                reached |= both;
        }
    return reached == (1u << count) - 1;
}

static void lay_out(struct floor *floor)
{
    static const uint32_t nodes[MOST] = {0, 1, 2, 3, 4, 5};
    static const uint32_t communities[MOST] = {0};
    struct kith_part part = {lines_of(floor), nodes};
    struct kith_layout_wish wish = {.kind = KITH_LAYOUT_DISTANCES,
                                    .seed = 1,
                                    .widths = floor->widths,
                                    .heights = floor->heights,
                                    .communities = communities,
                                    .is_picture = true};
    struct kith_arena arena;
    struct kith_error err = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_door_begin(NULL);
    assert_ok(kith_layout(&part, 1, &wish, &arena, floor->x, floor->y, &err), &err);
    kith_door_end();
    kith_arena_release(&arena);
}

/* Every graph of up to five nodes, and one of thirteen with six. */
static void small_components_have_no_line_under_a_box(void **state)
{
    (void)state;
    uint32_t graphs = 0;
    for (uint32_t count = 3; count <= MOST; count++) {
        uint32_t all = 1u << count * (count - 1) / 2;
        for (uint32_t bits = 1; bits < all; bits += count == MOST ? 13 : 1) {
            struct floor floor;
            if (!make_graph(&floor, count, bits))
                continue;
            lay_out(&floor);
            if (crossings(&floor))
                print_message("%u nodes, graph %u\n", count, bits);
            assert_int_equal(crossings(&floor), 0);
            graphs++;
        }
    }
    assert_true(graphs > 2000);
}

static void a_star_has_its_centre_in_the_middle(void **state)
{
    (void)state;
    struct floor floor = floor_of(3);
    join(&floor, 0, 1);
    join(&floor, 0, 2);
    lay_out(&floor);
    assert_true((floor.x[1] - floor.x[0]) * (floor.x[2] - floor.x[0]) < 0);
}

static void step_aside(struct floor *floor)
{
    struct kith_boxes boxes = {floor->count, floor->x, floor->y, floor->widths,
                               floor->heights};
    struct kith_lines lines = lines_of(floor);
    kith_sidestep(&boxes, &lines);
}

static void a_box_on_a_line_steps_aside(void **state)
{
    (void)state;
    struct floor floor = floor_of(3);
    floor.x[0] = -300;
    floor.x[1] = 300;
    join(&floor, 0, 1);
    assert_int_equal(crossings(&floor), 1);
    step_aside(&floor);
    assert_int_equal(crossings(&floor), 0);
    assert_true(hypot(floor.x[2], floor.y[2]) < 150);
}

static void who_stands_well_stays(void **state)
{
    (void)state;
    struct floor floor = floor_of(3), before;
    floor.x[0] = -300;
    floor.x[1] = 300;
    floor.y[2] = 80;
    join(&floor, 0, 1);
    before = floor;
    step_aside(&floor);
    assert_memory_equal(&floor, &before, sizeof floor);
}

static void a_name_on_a_line_finds_room(void **state)
{
    (void)state;
    struct floor floor = floor_of(3);
    floor.x[1] = (floor.widths[0] + floor.widths[1]) / 2;
    floor.y[2] = 300;
    join(&floor, 0, 1);
    step_aside(&floor);
    assert_true(hypot(floor.x[0] - floor.x[1], floor.y[0] - floor.y[1]) > 150);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_components_have_no_line_under_a_box),
        cmocka_unit_test(a_star_has_its_centre_in_the_middle),
        cmocka_unit_test(a_box_on_a_line_steps_aside),
        cmocka_unit_test(who_stands_well_stays),
        cmocka_unit_test(a_name_on_a_line_finds_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
