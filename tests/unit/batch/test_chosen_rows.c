/* Few rows of a long table. */
#include "batch/chosen_rows.h"

#include "base/buf.h"
#include "support/folder.h"

struct desk {
    struct check_folder folder;
    struct kith_arena arena;
    struct kith_map numbers;
    struct kith_buf told; /* second cells, blanks behind them */
    struct kith_error err;
};

static void open_desk(struct desk *desk, const char *table)
{
    *desk = (struct desk){0};
    kith_arena_init(&desk->arena, KITH_ARENA_UNCAPPED);
    check_folder_make(&desk->folder);
    check_file(&desk->folder, "articles.csv", table);
}

static void close_desk(struct desk *desk)
{
    kith_map_release(&desk->numbers);
    kith_buf_release(&desk->told);
    kith_arena_release(&desk->arena);
    check_folder_remove(&desk->folder);
}

static enum kith_status on_row(void *context, const struct kith_str *cells, uint64_t line,
                               struct kith_error *err)
{
    (void)line;
    (void)err;
    struct desk *desk = context;
    kith_buf_str(&desk->told, cells[1]);
    kith_buf_byte(&desk->told, ' ');
    return KITH_OK;
}

static enum kith_status choose(struct desk *desk, const char *column)
{
    const struct kith_csv_table table = {{"article", column}, 2, on_row, desk};
    return kith_chosen_rows_read(&table, check_path(&desk->folder, "articles.csv"),
                                 &desk->numbers, &desk->arena, &desk->err);
}

static void rows_of_these_numbers_are_read_and_no_others(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, "\xEF\xBB\xBF"
                     "article,path\na1,one\na2,two\na12,\"twelve, or so\"\na21,last\n");
    assert_non_null(kith_map_place(&desk.numbers, 12, 1, NULL));
    assert_non_null(kith_map_place(&desk.numbers, 21, 1, NULL));
    assert_ok(choose(&desk, "path"), &desk.err);
    assert_str(kith_buf_view(&desk.told), "twelve, or so last ");
    close_desk(&desk);
}

/* More than is taken apart at a time. */
static void long_tables_are_read_piece_by_piece(void **state)
{
    (void)state;
    struct desk desk;
    struct kith_buf text = {0};
    const uint32_t count = 90000;
    kith_buf_text(&text, "article,path\n");
    for (uint32_t i = 1; i <= count; i++)
        kith_buf_format(&text, "a%u,this/is/where/it/stands/%u.txt\n", i, i);
    assert_true(text.length > 3 * 1024 * 1024);
    kith_buf_byte(&text, '\0');
    open_desk(&desk, text.data);
    for (uint32_t i = 1; i <= count; i++)
        assert_non_null(kith_map_place(&desk.numbers, i, 1, NULL));
    assert_ok(choose(&desk, "path"), &desk.err);
    uint32_t rows = 0;
    for (size_t i = 0; i < desk.told.length; i++)
        rows += desk.told.data[i] == ' ';
    assert_int_equal(rows, count);
    kith_buf_release(&text);
    close_desk(&desk);
}

static void a_column_that_is_missing_is_named(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, "article,path\na1,one\n");
    assert_int_equal(choose(&desk, "date"), KITH_BAD_INPUT);
    assert_non_null(strstr(desk.err.text, "articles.csv:1: the header has no column"));
    close_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_of_these_numbers_are_read_and_no_others),
        cmocka_unit_test(long_tables_are_read_piece_by_piece),
        cmocka_unit_test(a_column_that_is_missing_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
