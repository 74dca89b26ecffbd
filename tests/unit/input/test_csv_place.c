/* Where cells stand in their file. */
#include "support/check.h"

#include "base/buf.h"
#include "input/csv_place.h"

static enum kith_status on_row(void *context, const struct kith_csv_row *row,
                               struct kith_error *err)
{
    (void)err;
    for (uint32_t i = 0; i < row->count; i++) {
        struct kith_csv_place place = kith_csv_place_of(row, i);
        kith_buf_format(context, "%s%llu:%u %.*s", i ? " | " : "",
                        (unsigned long long)place.line, place.column,
                        KITH_STR_ARGS(row->cells[i]));
    }
    kith_buf_byte(context, '\n');
    return KITH_OK;
}

static void check_places(const char *name, const char *text, const char *expected)
{
    struct kith_arena arena;
    struct kith_problems problems;
    struct kith_buf places = {0};
    struct kith_error err = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    assert_ok(
        kith_csv_read_bytes(kith_str_of(text), name, on_row, &places, &problems, &err),
        &err);
    assert_str(kith_buf_view(&places), expected);
    kith_buf_release(&places);
    kith_arena_release(&arena);
}

static void counts_characters_from_the_beginning_of_the_line(void **state)
{
    (void)state;
    check_places("a.csv", "one,two\ncaf\xC3\xA9,b\n",
                 "1:1 one | 1:5 two\n2:1 caf\xC3\xA9 | 2:6 b\n");
    check_places("a.csv", "\xEF\xBB\xBFone,two\n", "1:1 one | 1:5 two\n");
}

static void passes_blanks_and_the_opening_quote(void **state)
{
    (void)state;
    check_places("a.csv", "  one , \"two\", \" three\"\n",
                 "1:3 one | 1:10 two | 1:18 three\n");
}

static void finds_empty_cells_and_the_last(void **state)
{
    (void)state;
    check_places("a.csv", ",,c\n,", "1:1  | 1:2  | 1:3 c\n2:1  | 2:2 \n");
}

static void follows_a_cell_over_lines(void **state)
{
    (void)state;
    check_places("a.csv", "\"a, \"\"b\"\",\r\nc\",d,\"e\nf\"\r\ng\n",
                 "1:2 a, \"b\",\r\nc | 2:4 d | 2:7 e\nf\n4:1 g\n");
}

static void takes_tabs_for_what_they_are(void **state)
{
    (void)state;
    check_places("a.tsv", "a\t\tb,c\n", "1:1 a | 1:3  | 1:4 b,c\n");
    check_places("a.csv", "\ta,\tb\n", "1:2 a | 1:5 b\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_characters_from_the_beginning_of_the_line),
        cmocka_unit_test(passes_blanks_and_the_opening_quote),
        cmocka_unit_test(finds_empty_cells_and_the_last),
        cmocka_unit_test(follows_a_cell_over_lines),
        cmocka_unit_test(takes_tabs_for_what_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
