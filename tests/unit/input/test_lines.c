/* Lines, and going back to one. */
#include "support/check.h"
#include "support/folder.h"

#include "base/buf.h"
#include "input/lines.h"

#define NO_LIMIT SIZE_MAX

static void check_next(struct kith_lines *lines, const char *expected)
{
    struct kith_str line;
    struct kith_error err = {0};
    assert_ok(kith_lines_next(lines, &line, &err), &err);
    assert_str(line, expected);
}

static void check_end(struct kith_lines *lines)
{
    struct kith_str line;
    assert_int_equal(kith_lines_next(lines, &line, NULL), KITH_END);
}

static void lines_keep_their_ends_and_are_counted(void **state)
{
    (void)state;
    struct kith_lines lines;
    kith_lines_of_bytes(&lines, KITH_STR("a\nb\r\n\rc\n\nd"), "x", NO_LIMIT);
    assert_int_equal(lines.number, 0);
    check_next(&lines, "a\n");
    check_next(&lines, "b\r\n");
    check_next(&lines, "\r");
    check_next(&lines, "c\n");
    check_next(&lines, "\n");
    check_next(&lines, "d");
    assert_int_equal(lines.number, 6);
    check_end(&lines);
    check_end(&lines);
    assert_int_equal(lines.number, 6);
}

static void nothing_has_no_lines(void **state)
{
    (void)state;
    struct kith_lines lines;
    kith_lines_of_bytes(&lines, (struct kith_str){0}, "x", NO_LIMIT);
    check_end(&lines);
}

static void goes_back_behind_a_marked_line(void **state)
{
    (void)state;
    struct kith_lines lines;
    kith_lines_of_bytes(&lines, KITH_STR("a\nb\nc\nd\n"), "x", NO_LIMIT);
    check_next(&lines, "a\n");
    kith_lines_keep(&lines);
    check_next(&lines, "b\n");
    struct kith_line_mark mark = kith_lines_mark(&lines);
    check_next(&lines, "c\n");
    check_next(&lines, "d\n");
    assert_str(kith_lines_kept(&lines), "b\nc\nd\n");
    kith_lines_rewind(&lines, mark);
    assert_int_equal(lines.number, 2);
    assert_str(kith_lines_kept(&lines), "b\n");
    check_next(&lines, "c\n");
    assert_int_equal(lines.number, 3);
}

static void the_limit_is_of_all_lines_kept(void **state)
{
    (void)state;
    struct kith_lines lines;
    struct kith_str line;
    kith_lines_of_bytes(&lines, KITH_STR("abc\nde\nfghijk\nl\n"), "x", 6);
    check_next(&lines, "abc\n");
    check_next(&lines, "de\n");
    assert_int_equal(kith_lines_next(&lines, &line, NULL), KITH_LIMIT);
    assert_int_equal(lines.number, 2);
    kith_lines_keep(&lines);
    check_next(&lines, "fghijk\n");
    kith_lines_keep(&lines);
    check_next(&lines, "l\n");
}

static void a_line_past_the_limit_can_be_skipped(void **state)
{
    (void)state;
    struct kith_lines lines;
    struct kith_str line;
    struct kith_error err = {0};
    kith_lines_of_bytes(&lines, KITH_STR("abc\r\nd\nefg"), "x", 2);
    assert_int_equal(kith_lines_next(&lines, &line, NULL), KITH_LIMIT);
    assert_ok(kith_lines_skip(&lines, &err), &err);
    assert_int_equal(lines.number, 1);
    check_next(&lines, "d\n");
    kith_lines_keep(&lines);
    assert_int_equal(kith_lines_next(&lines, &line, NULL), KITH_LIMIT);
    assert_ok(kith_lines_skip(&lines, &err), &err);
    assert_int_equal(lines.number, 3);
    check_end(&lines);
}

/* Lines of 251 bytes and CRLF come to stand at every place of any block whose size is a
 * power of two; one line is larger than a block. */
static void a_file_gives_the_lines_that_memory_gives(void **state)
{
    (void)state;
    struct kith_buf bytes = {0};
    for (int i = 0; i < 3000; i++)
        kith_buf_format(&bytes, "%0*d\r\n", i == 1500 ? 500000 : 249, i);
    struct check_folder folder;
    struct kith_error err = {0};
    check_folder_make(&folder);
    check_file_bytes(&folder, "x", kith_buf_view(&bytes));
    struct kith_lines from_file, from_memory;
    assert_ok(kith_lines_open(&from_file, check_path(&folder, "x"), NO_LIMIT, &err),
              &err);
    kith_lines_of_bytes(&from_memory, kith_buf_view(&bytes), "x", NO_LIMIT);
    struct kith_line_mark mark = {0};
    for (int i = 0; i < 3000; i++) {
        struct kith_str one, other;
        if (i % 10 == 0)
            kith_lines_keep(&from_file);
        assert_ok(kith_lines_next(&from_file, &one, &err), &err);
        assert_ok(kith_lines_next(&from_memory, &other, &err), &err);
        assert_true(kith_str_equal(one, other));
        if (i % 10 == 3)
            mark = kith_lines_mark(&from_file);
        if (i % 10 == 9) {
            assert_true(kith_str_ends_with(kith_lines_kept(&from_file), other));
            kith_lines_rewind(&from_file, mark);
            for (int again = 0; again < 6; again++)
                assert_ok(kith_lines_next(&from_file, &one, &err), &err);
            assert_true(kith_str_equal(one, other));
        }
    }
    check_end(&from_file);
    kith_lines_close(&from_file);
    check_folder_remove(&folder);
    kith_buf_release(&bytes);
}

static void a_closed_file_has_no_more_lines(void **state)
{
    (void)state;
    struct kith_lines lines;
    struct kith_error err = {0};
    assert_ok(kith_lines_open(&lines, "/proc/self/status", NO_LIMIT, &err), &err);
    kith_lines_close(&lines);
    check_end(&lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_keep_their_ends_and_are_counted),
        cmocka_unit_test(nothing_has_no_lines),
        cmocka_unit_test(goes_back_behind_a_marked_line),
        cmocka_unit_test(the_limit_is_of_all_lines_kept),
        cmocka_unit_test(a_line_past_the_limit_can_be_skipped),
        cmocka_unit_test(a_file_gives_the_lines_that_memory_gives),
        cmocka_unit_test(a_closed_file_has_no_more_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
