/* The list of what went wrong and did not stop the run. */
#include "support/check.h"

#include "base/problem.h"
#include "base/utf8.h"

static void keeps_copies_and_counts_faults(void **state)
{
    (void)state;
    struct kith_arena arena;
    struct kith_problems list;
    struct kith_error err = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&list, &arena);
    char file[] = "people.csv";
    assert_ok(kith_problems_add(&list, KITH_NOTE, kith_str_of(file), 3, "alias", &err,
                                "%s belongs to two", "IS"),
              &err);
    file[0] = 'X';
    assert_ok(kith_problems_add(&list, KITH_FAULT, KITH_STR("a.txt"), 0, "empty", &err,
                                "is empty"),
              &err);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.fault_count, 1);
    assert_str(list.items[0].file, "people.csv");
    assert_int_equal(list.items[0].line, 3);
    assert_str(list.items[0].kind, "alias");
    assert_str(list.items[0].text, "IS belongs to two");
    assert_int_equal(list.items[1].severity, KITH_FAULT);
    kith_arena_release(&arena);
}

static void a_long_text_is_cut_between_characters(void **state)
{
    (void)state;
    struct kith_arena arena;
    struct kith_problems list;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&list, &arena);
    char text[1600];
    for (size_t i = 0; i + 2 < sizeof text; i += 2)
        memcpy(text + i, "\xC3\xA9", 3);
    for (int i = 0; i < 2; i++)
        kith_problems_add(&list, KITH_NOTE, KITH_STR("a"), 0, "b", NULL, "%s",
                          text + i * 2);
    kith_problems_add(&list, KITH_NOTE, KITH_STR("a"), 0, "b", NULL, "x%s", text);
    for (uint32_t i = 0; i < list.count; i++) {
        assert_true(list.items[i].text.length > 1000);
        assert_true(kith_utf8_is_valid(list.items[i].text, NULL));
    }
    kith_arena_release(&arena);
}

static void a_text_leaves_out_the_file_it_begins_with(void **state)
{
    (void)state;
    struct kith_error reason = {.text = "a.txt: is empty"};
    assert_str(kith_problem_text(&reason, KITH_STR("a.txt")), "is empty");
    assert_str(kith_problem_text(&reason, KITH_STR("a")), "a.txt: is empty");
    assert_str(kith_problem_text(&reason, KITH_STR("b.txt")), "a.txt: is empty");
}

static void merging_copies_behind_what_is_there(void **state)
{
    (void)state;
    struct kith_arena arena, passing;
    struct kith_problems list, from;
    struct kith_error err = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_arena_init(&passing, KITH_ARENA_UNCAPPED);
    kith_problems_init(&list, &arena);
    kith_problems_init(&from, &passing);
    kith_problems_add(&list, KITH_NOTE, KITH_STR("a"), 1, "k", &err, "one");
    kith_problems_add(&from, KITH_FAULT, KITH_STR("b"), 2, "k", &err, "two");
    kith_problems_add(&from, KITH_NOTE, KITH_STR("c"), 3, "k", &err, "three");
    assert_ok(kith_problems_merge(&list, &from, &err), &err);
    kith_arena_release(&passing);
    assert_int_equal(list.count, 3);
    assert_int_equal(list.fault_count, 1);
    assert_str(list.items[1].text, "two");
    assert_str(list.items[2].file, "c");
    kith_arena_release(&arena);
}

static enum kith_status problem_stage(struct kith_arena *arena, void *context,
                                      struct kith_error *err)
{
    (void)context;
    struct kith_problems list;
    kith_problems_init(&list, arena);
    for (uint32_t i = 0; i < 40; i++) {
        enum kith_status status = kith_problems_add(&list, KITH_FAULT, KITH_STR("a"), i,
                                                    "k", err, "number %u", i);
        assert_int_equal(list.count, status == KITH_OK ? i + 1 : i);
        assert_int_equal(list.fault_count, list.count);
        KITH_TRY(status);
    }
    return KITH_OK;
}

static void a_report_that_does_not_fit_is_a_failure(void **state)
{
    (void)state;
    check_memory_sweep(problem_stage, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_copies_and_counts_faults),
        cmocka_unit_test(a_long_text_is_cut_between_characters),
        cmocka_unit_test(a_text_leaves_out_the_file_it_begins_with),
        cmocka_unit_test(merging_copies_behind_what_is_there),
        cmocka_unit_test(a_report_that_does_not_fit_is_a_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
