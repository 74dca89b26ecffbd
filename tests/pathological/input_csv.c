/* CSV made to be slow, or to swallow memory. */
#include "pathological/linear.h"
#include "support/folder.h"

#include <sys/resource.h>

#include "base/buf.h"
#include "input/csv_rows.h"

struct outcome {
    uint64_t rows, cells, longest;
    uint32_t problems;
    uint64_t problem_line; /* of the first */
    char problem[200];
};

static enum kith_status count_row(void *context, const struct kith_csv_row *row,
                                  struct kith_error *err)
{
    (void)err;
    struct outcome *outcome = context;
    outcome->rows++;
    outcome->cells += row->count;
    for (uint32_t i = 0; i < row->count; i++)
        if (row->cells[i].length > outcome->longest)
            outcome->longest = row->cells[i].length;
    return KITH_OK;
}

/* Read from a file when a path is given, else from memory. */
static struct outcome read_csv(struct kith_str bytes, const char *path)
{
    struct outcome outcome = {0};
    struct kith_arena arena;
    struct kith_problems problems;
    struct kith_error err = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    assert_ok(
        path ? kith_csv_read(path, count_row, &outcome, &problems, &err)
             : kith_csv_read_bytes(bytes, "x.csv", count_row, &outcome, &problems, &err),
        &err);
    outcome.problems = problems.count;
    if (problems.count) {
        outcome.problem_line = problems.items[0].line;
        strncpy(outcome.problem, problems.items[0].text.data, sizeof outcome.problem - 1);
    }
    kith_arena_release(&arena);
    return outcome;
}

static void repeat(struct kith_buf *buf, const char *piece, size_t times)
{
    for (size_t i = 0; i < times; i++)
        kith_buf_text(buf, piece);
}

/* `head`, n times `piece`, `tail`. */
static struct outcome read_repeated(const char *head, const char *piece, size_t n,
                                    const char *tail)
{
    struct kith_buf buf = {0};
    kith_buf_text(&buf, head);
    repeat(&buf, piece, n);
    kith_buf_text(&buf, tail);
    struct outcome outcome = read_csv(kith_buf_view(&buf), NULL);
    kith_buf_release(&buf);
    return outcome;
}

static void read_open_lines(size_t n)
{
    struct outcome outcome = read_repeated("", "a,\"b\n", n, "");
    assert_int_equal(outcome.rows, 0);
    assert_int_equal(outcome.problems, n);
}

static void a_quote_open_on_every_line_stays_linear(void **state)
{
    (void)state;
    check_linear(read_open_lines, 30000);
}

static void read_behind_open_quote(size_t n)
{
    struct outcome outcome = read_repeated("\"open\n", "\"a\"\"b\",c\n", n, "");
    assert_int_equal(outcome.problems, 1);
    assert_int_equal(outcome.problem_line, 1);
    assert_int_equal(outcome.rows, n);
}

static void an_open_quote_before_many_quotes_stays_linear(void **state)
{
    (void)state;
    check_linear(read_behind_open_quote, 30000);
}

/* Each row breaks far behind its beginning. */
static void read_late_breaks(size_t n)
{
    struct kith_buf buf = {0};
    for (size_t i = 0; i < 8; i++) {
        kith_buf_text(&buf, "\"open\n");
        repeat(&buf, "x,\"\"\n", n / 8);
        kith_buf_text(&buf, "y\"z\n");
    }
    struct outcome outcome = read_csv(kith_buf_view(&buf), NULL);
    assert_int_equal(outcome.rows, n / 8 * 8 + 8);
    assert_int_equal(outcome.problems, 8);
    kith_buf_release(&buf);
}

static void rows_that_break_late_stay_linear(void **state)
{
    (void)state;
    check_linear(read_late_breaks, 40000);
}

/* The parser stops at each quote of an unquoted cell. */
static void read_bare_quotes(size_t n)
{
    struct outcome outcome = read_repeated("a", "\"", n, ",x\n");
    assert_int_equal(outcome.cells, 2);
    assert_int_equal(outcome.longest, n + 1);
}

static void a_million_bare_quotes_stay_linear(void **state)
{
    (void)state;
    check_linear(read_bare_quotes, 125000);
}

static void read_quotes(size_t n)
{
    struct outcome outcome = read_repeated("\"", "\"\"", n, "\",x\n");
    assert_int_equal(outcome.rows, 1);
    assert_int_equal(outcome.longest, n);
}

static void a_million_quotes_in_a_row_stay_linear(void **state)
{
    (void)state;
    check_linear(read_quotes, 125000);
}

static void read_lone_returns(size_t n)
{
    assert_int_equal(read_repeated("", "a\r", n, "").rows, n);
}

static void a_file_of_lone_carriage_returns_stays_linear(void **state)
{
    (void)state;
    check_linear(read_lone_returns, 50000);
}

static void read_empty_lines(size_t n)
{
    assert_int_equal(read_repeated("", "\n", n, "a").rows, 1);
}

static void empty_lines_stay_linear(void **state)
{
    (void)state;
    check_linear(read_empty_lines, 200000);
}

static void read_one_cell(size_t n)
{
    struct outcome outcome = read_repeated("x,", "abcdefgh", n, "\n");
    assert_int_equal(outcome.rows, 1);
    assert_int_equal(outcome.longest, 8 * n);
}

static void a_row_of_ten_megabytes_stays_linear(void **state)
{
    (void)state;
    check_linear(read_one_cell, 160000);
}

/* From files: memory is the longest row, not the file. */

static void write_repeated(struct check_folder *folder, const char *head,
                           const char *piece, size_t size, const char *tail)
{
    FILE *file = fopen(check_path(folder, "x.csv"), "wb");
    assert_non_null(file);
    fputs(head, file);
    for (size_t written = 0; written < size; written += strlen(piece))
        fputs(piece, file);
    fputs(tail, file);
    assert_int_equal(fclose(file), 0);
}

#define MEGABYTE ((size_t)1024 * 1024)

static long peak_kilobytes(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

static struct outcome read_big_file(const char *head, const char *piece, const char *tail)
{
    struct check_folder folder;
    check_folder_make(&folder);
    write_repeated(&folder, head, piece, 40 * MEGABYTE, tail);
    struct outcome outcome = read_csv((struct kith_str){0}, check_path(&folder, "x.csv"));
    check_folder_remove(&folder);
    return outcome;
}

static void a_line_past_the_limit_costs_itself_only(void **state)
{
    (void)state;
    struct outcome outcome = read_big_file("a\n", "0123456789abcdef", "\nb\n");
    assert_int_equal(outcome.rows, 2);
    assert_int_equal(outcome.problems, 1);
    assert_int_equal(outcome.problem_line, 2);
    assert_string_equal(outcome.problem, "the line is longer than 16 MiB");
}

static void a_quote_open_for_40_megabytes_costs_its_line_only(void **state)
{
    (void)state;
    struct outcome outcome = read_big_file("a,\"open\n", "one,two,three,f\n", "b\n");
    assert_int_equal(outcome.rows, 40 * MEGABYTE / 16 + 1);
    assert_int_equal(outcome.problems, 1);
    assert_int_equal(outcome.problem_line, 1);
    assert_string_equal(outcome.problem,
                        "the quote opened here is not closed within 16 MiB");
}

static void a_row_of_nothing_but_commas_is_refused(void **state)
{
    (void)state;
    struct outcome outcome = read_repeated("", ",", 15 * MEGABYTE, "\nb\n");
    assert_int_equal(outcome.rows, 1);
    assert_string_equal(outcome.problem, "the row has more than 16,384 cells");
}

/* First of all, while nothing else has driven the peak up. */
static void memory_is_of_the_row_not_of_the_file(void **state)
{
    (void)state;
    long before = peak_kilobytes();
    struct outcome outcome = read_big_file("", "one,two,three,f\n", "");
    assert_int_equal(outcome.cells, 4 * (40 * MEGABYTE / 16));
    assert_true(peak_kilobytes() - before < 20 * 1024);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_of_the_row_not_of_the_file),
        cmocka_unit_test(a_quote_open_on_every_line_stays_linear),
        cmocka_unit_test(an_open_quote_before_many_quotes_stays_linear),
        cmocka_unit_test(rows_that_break_late_stay_linear),
        cmocka_unit_test(a_million_bare_quotes_stay_linear),
        cmocka_unit_test(a_million_quotes_in_a_row_stay_linear),
        cmocka_unit_test(a_file_of_lone_carriage_returns_stays_linear),
        cmocka_unit_test(empty_lines_stay_linear),
        cmocka_unit_test(a_row_of_ten_megabytes_stays_linear),
        cmocka_unit_test(a_line_past_the_limit_costs_itself_only),
        cmocka_unit_test(a_quote_open_for_40_megabytes_costs_its_line_only),
        cmocka_unit_test(a_row_of_nothing_but_commas_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
