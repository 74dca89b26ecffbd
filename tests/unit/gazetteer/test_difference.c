/* What is different between two gazetteers. */
#include "gazetteer/difference.h"

#include "support/reading.h"

struct two {
    struct check_reading before, after;
    struct kith_arena arena;
    struct kith_difference difference;
};

static void open_side(struct check_reading *side, const char *csv)
{
    check_reading_init(side);
    check_load(side, "people.csv", csv);
    check_compile(side);
}

static void compare(struct two *two, const char *before, const char *after)
{
    struct kith_error err = {0};
    open_side(&two->before, before);
    open_side(&two->after, after);
    kith_arena_init(&two->arena, KITH_ARENA_UNCAPPED);
    assert_ok(kith_gazetteers_compare(two->before.gazetteer, two->after.gazetteer,
                                      &two->arena, &two->difference, &err),
              &err);
}

static void close_both(struct two *two)
{
    check_reading_release(&two->before);
    check_reading_release(&two->after);
    kith_arena_release(&two->arena);
}

#define HEAD "name,type,aliases,note\n"
#define ADA "Ada Quill,person,Quill,\n"
#define BRAN "Bran Reed,person,,\n"
#define CARLA "Carla Stone,person,,\n"

static void a_row_put_in_moves_the_others_and_changes_none(void **state)
{
    (void)state;
    struct two two;
    compare(&two, HEAD ADA BRAN, HEAD ADA CARLA BRAN);
    assert_int_equal(two.difference.successor_of[0], 0);
    assert_int_equal(two.difference.successor_of[1], 2);
    assert_int_equal(two.difference.entities, 1);
    assert_int_equal(two.difference.names.count, 1);
    assert_int_equal(two.difference.names.items[0].count, 2);
    close_both(&two);
}

static void a_row_taken_out_leaves_its_names(void **state)
{
    (void)state;
    struct two two;
    compare(&two, HEAD ADA BRAN, HEAD BRAN);
    assert_int_equal(two.difference.successor_of[0], KITH_NO_ID);
    assert_int_equal(two.difference.successor_of[1], 0);
    assert_int_equal(two.difference.names.count, 2);
    close_both(&two);
}

static void an_edited_row_has_its_names_of_before_and_after(void **state)
{
    (void)state;
    struct two two;
    compare(&two, HEAD ADA BRAN, HEAD ADA "Bran Reed,person,Reed,\n");
    assert_int_equal(two.difference.successor_of[1], KITH_NO_ID);
    assert_int_equal(two.difference.names.count, 3);
    close_both(&two);
}

static void a_cell_counts_and_an_empty_column_does_not(void **state)
{
    (void)state;
    struct two two;
    compare(&two, HEAD ADA BRAN,
            "name,type,aliases,more\n" ADA "Bran Reed,person,,river\n");
    assert_int_equal(two.difference.successor_of[0], 0);
    assert_int_equal(two.difference.successor_of[1], KITH_NO_ID);
    close_both(&two);
}

/* Of names that two bear the earlier row decides. */
static void a_row_that_moved_past_others_is_another(void **state)
{
    (void)state;
    struct two two;
    compare(&two, HEAD ADA BRAN CARLA, HEAD CARLA ADA BRAN);
    assert_int_equal(two.difference.successor_of[0], 1);
    assert_int_equal(two.difference.successor_of[1], 2);
    assert_int_equal(two.difference.successor_of[2], KITH_NO_ID);
    assert_int_equal(two.difference.entities, 1);
    close_both(&two);
}

static void the_same_gazetteer_has_no_difference(void **state)
{
    (void)state;
    struct two two;
    compare(&two, HEAD ADA BRAN CARLA, HEAD ADA BRAN CARLA);
    assert_int_equal(two.difference.entities, 0);
    assert_int_equal(two.difference.names.count, 0);
    assert_false(two.difference.is_wide);
    close_both(&two);
}

static enum kith_status compare_capped(struct kith_arena *arena, void *context,
                                       struct kith_error *err)
{
    struct two *two = context;
    return kith_gazetteers_compare(two->before.gazetteer, two->after.gazetteer, arena,
                                   &two->difference, err);
}

static void survives_every_cap_of_memory(void **state)
{
    (void)state;
    struct two two;
    compare(&two, HEAD ADA BRAN, HEAD BRAN CARLA);
    check_memory_sweep(compare_capped, &two);
    close_both(&two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_put_in_moves_the_others_and_changes_none),
        cmocka_unit_test(a_row_taken_out_leaves_its_names),
        cmocka_unit_test(an_edited_row_has_its_names_of_before_and_after),
        cmocka_unit_test(a_cell_counts_and_an_empty_column_does_not),
        cmocka_unit_test(a_row_that_moved_past_others_is_another),
        cmocka_unit_test(the_same_gazetteer_has_no_difference),
        cmocka_unit_test(survives_every_cap_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
