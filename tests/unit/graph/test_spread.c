/* Boxes that lie on one another move apart, and no others. */
#include "graph/spread.h"

#include <math.h>

#include "support/check.h"

enum { BOXES = 400 };

struct heap {
    double x[BOXES], y[BOXES], widths[BOXES], heights[BOXES];
};

static struct kith_boxes boxes_of(struct heap *heap)
{
    return (struct kith_boxes){BOXES, heap->x, heap->y, heap->widths, heap->heights};
}

static enum kith_status spread(struct kith_arena *arena, void *context,
                               struct kith_error *err)
{
    struct kith_boxes boxes = boxes_of(context);
    return kith_spread(&boxes, NULL, arena, err);
}

static void move_apart(struct heap *heap)
{
    struct kith_error err = {0};
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(spread(&arena, heap, &err), &err);
    kith_arena_release(&arena);
}

static uint32_t overlaps(const struct heap *heap)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < BOXES; i++)
        for (uint32_t k = i + 1; k < BOXES; k++)
            count +=
                fabs(heap->x[i] - heap->x[k]) < (heap->widths[i] + heap->widths[k]) / 2 &&
                fabs(heap->y[i] - heap->y[k]) < (heap->heights[i] + heap->heights[k]) / 2;
    return count;
}

static void boxes_on_one_spot_move_apart(void **state)
{
    (void)state;
    struct heap heap = {0};
    for (uint32_t i = 0; i < BOXES; i++) {
        heap.widths[i] = 20 + i % 7 * 30;
        heap.heights[i] = 12 + i % 5 * 9;
    }
    move_apart(&heap);
    assert_int_equal(overlaps(&heap), 0);
}

static void a_crowd_moves_apart(void **state)
{
    (void)state;
    struct heap heap = {0};
    for (uint32_t i = 0; i < BOXES; i++) {
        heap.x[i] = i * 37 % 211;
        heap.y[i] = i * 53 % 97;
        heap.widths[i] = 60;
        heap.heights[i] = 20;
    }
    assert_true(overlaps(&heap) > 1000);
    move_apart(&heap);
    assert_int_equal(overlaps(&heap), 0);
}

static void boxes_that_are_apart_stay(void **state)
{
    (void)state;
    struct heap heap = {0}, before;
    for (uint32_t i = 0; i < BOXES; i++) {
        heap.x[i] = i % 20 * 50;
        heap.y[i] = i / 20 * 30;
        heap.widths[i] = 50;
        heap.heights[i] = 30;
    }
    before = heap;
    move_apart(&heap);
    assert_memory_equal(&heap, &before, sizeof heap);
}

static void a_stop_ends_it(void **state)
{
    (void)state;
    static double x[2], y[2], sides[2] = {10, 10};
    struct kith_boxes boxes = {2, x, y, sides, sides};
    struct kith_arena arena;
    struct kith_error err = {0};
    volatile int stop = 1;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_int_equal(kith_spread(&boxes, &stop, &arena, &err), KITH_INTERRUPTED);
    kith_arena_release(&arena);
}

static void says_when_memory_is_out(void **state)
{
    (void)state;
    struct heap heap = {0};
    check_memory_sweep(spread, &heap);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stop_ends_it),
        cmocka_unit_test(boxes_on_one_spot_move_apart),
        cmocka_unit_test(a_crowd_moves_apart),
        cmocka_unit_test(boxes_that_are_apart_stay),
        cmocka_unit_test(says_when_memory_is_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
