/* The longest run that keeps its order. */
#include "base/rising.h"

#include "support/check.h"

#define NONE KITH_NO_ID

struct rising {
    kith_id things[8];
    uint32_t count;
};

static enum kith_status keep(struct kith_arena *arena, void *context,
                             struct kith_error *err)
{
    struct rising copy = *(struct rising *)context;
    return kith_keep_rising(copy.things, copy.count, arena) ? KITH_OK
                                                            : kith_no_memory(err);
}

static void check(struct rising given, struct rising wanted)
{
    struct kith_arena arena;
    check_memory_sweep(keep, &given);
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_true(kith_keep_rising(given.things, given.count, &arena));
    assert_memory_equal(given.things, wanted.things, given.count * sizeof(kith_id));
    kith_arena_release(&arena);
}

static void what_stands_in_order_stays(void **state)
{
    (void)state;
    check((struct rising){{0, 1, 5, 9}, 4}, (struct rising){{0, 1, 5, 9}, 4});
    check((struct rising){{0}, 0}, (struct rising){{0}, 0});
}

static void what_has_moved_past_others_goes(void **state)
{
    (void)state;
    check((struct rising){{4, 0, 1, 2}, 4}, (struct rising){{NONE, 0, 1, 2}, 4});
    check((struct rising){{1, 2, 0, 3}, 4}, (struct rising){{1, 2, NONE, 3}, 4});
}

static void what_is_gone_parts_nobody(void **state)
{
    (void)state;
    check((struct rising){{0, NONE, 1, NONE, 2}, 5},
          (struct rising){{0, NONE, 1, NONE, 2}, 5});
    check((struct rising){{NONE, NONE}, 2}, (struct rising){{NONE, NONE}, 2});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_stands_in_order_stays),
        cmocka_unit_test(what_has_moved_past_others_goes),
        cmocka_unit_test(what_is_gone_parts_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
