/* Tables whose columns are known. */
#include "support/check.h"
#include "support/folder.h"

#include "base/buf.h"
#include "input/csv_table.h"

static struct check_folder folder;
static struct kith_buf heard;
static struct kith_error err;

static int begin(void **state)
{
    (void)state;
    check_folder_make(&folder);
    heard = (struct kith_buf){0};
    return 0;
}

static int end(void **state)
{
    (void)state;
    kith_buf_release(&heard);
    check_folder_remove(&folder);
    return 0;
}

static enum kith_status on_cells(void *context, const struct kith_str *cells,
                                 uint64_t line, struct kith_error *failure)
{
    (void)context;
    (void)failure;
    kith_buf_format(&heard, "%u:%.*s/%.*s;", (unsigned)line, KITH_STR_ARGS(cells[0]),
                    KITH_STR_ARGS(cells[1]));
    return KITH_OK;
}

static enum kith_status read_table(const char *csv)
{
    const struct kith_csv_table table = {
        .headings = {"fish", "sea"}, .required = 1, .on_cells = on_cells};
    struct kith_problems problems;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    check_file(&folder, "fish.csv", csv);
    enum kith_status status =
        kith_csv_table_read(&table, check_path(&folder, "fish.csv"), &problems, &err);
    kith_arena_release(&arena);
    return status;
}

static void finds_columns_in_any_order_and_case(void **state)
{
    (void)state;
    assert_ok(read_table("note,SEA,Fish\nsmall,Baltic,herring\n"), &err);
    assert_str(kith_buf_view(&heard), "2:herring/Baltic;");
}

static void gives_empty_cells_for_what_a_row_lacks(void **state)
{
    (void)state;
    assert_ok(read_table("fish,sea\ncod\n"), &err);
    assert_str(kith_buf_view(&heard), "2:cod/;");
}

static void does_without_columns_that_are_not_required(void **state)
{
    (void)state;
    assert_ok(read_table("fish\ncod\n"), &err);
    assert_str(kith_buf_view(&heard), "2:cod/;");
}

static void names_the_column_that_is_missing_and_all_others(void **state)
{
    (void)state;
    assert_int_equal(read_table("sea\nBaltic\n"), KITH_BAD_INPUT);
    assert_non_null(strstr(err.text, "fish.csv:1: the header has no column 'fish'"));
    assert_non_null(strstr(err.text, "fish,sea"));
}

int main(void)
{
#define TEST(claim) cmocka_unit_test_setup_teardown(claim, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(finds_columns_in_any_order_and_case),
        TEST(gives_empty_cells_for_what_a_row_lacks),
        TEST(does_without_columns_that_are_not_required),
        TEST(names_the_column_that_is_missing_and_all_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
