/* CSV rows: quoting, line numbers, and what a broken row costs. */
#include "support/check.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "input/csv_rows.h"

/* What a reading came to, as text: rows as "line:[cell][cell]", problems as "line:text".
 */
struct outcome {
    struct kith_arena arena;
    struct kith_problems problems;
    struct kith_buf rows;
    struct kith_error err;
    uint32_t stop_after; /* rows; 0: never */
    uint32_t count;
    enum kith_status stop_with;
};

static void begin(struct outcome *outcome)
{
    *outcome = (struct outcome){0};
    kith_arena_init(&outcome->arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&outcome->problems, &outcome->arena);
}

static void end(struct outcome *outcome)
{
    kith_buf_release(&outcome->rows);
    kith_arena_release(&outcome->arena);
}

static enum kith_status note_row(void *context, const struct kith_csv_row *row,
                                 struct kith_error *err)
{
    (void)err;
    struct outcome *outcome = context;
    kith_buf_unsigned(&outcome->rows, row->line);
    kith_buf_byte(&outcome->rows, ':');
    for (uint32_t i = 0; i < row->count; i++)
        kith_buf_format(&outcome->rows, "[%.*s]", KITH_STR_ARGS(row->cells[i]));
    kith_buf_byte(&outcome->rows, '\n');
    return ++outcome->count == outcome->stop_after ? outcome->stop_with : KITH_OK;
}

static enum kith_status read_bytes(struct outcome *outcome, struct kith_str bytes,
                                   const char *name)
{
    return kith_csv_read_bytes(bytes, name, note_row, outcome, &outcome->problems,
                               &outcome->err);
}

static void check_problems(const struct outcome *outcome, const char *expected)
{
    struct kith_buf told = {0};
    for (uint32_t i = 0; i < outcome->problems.count; i++) {
        const struct kith_problem *problem = &outcome->problems.items[i];
        assert_int_equal(problem->severity, KITH_FAULT);
        assert_str(problem->kind, "csv");
        kith_buf_format(&told, "%llu:%.*s\n", (unsigned long long)problem->line,
                        KITH_STR_ARGS(problem->text));
    }
    assert_str(kith_buf_view(&told), expected);
    kith_buf_release(&told);
}

/* A slice of a literal keeps NUL bytes in it. */
#define CHECK_NAMED(name, literal, rows_wanted, problems_wanted)                         \
    do {                                                                                 \
        struct outcome outcome;                                                          \
        begin(&outcome);                                                                 \
        assert_ok(read_bytes(&outcome, KITH_STR(literal), name), &outcome.err);          \
        assert_str(kith_buf_view(&outcome.rows), rows_wanted);                           \
        check_problems(&outcome, problems_wanted);                                       \
        end(&outcome);                                                                   \
    } while (0)
#define CHECK(literal, rows_wanted, problems_wanted)                                     \
    CHECK_NAMED("people.csv", literal, rows_wanted, problems_wanted)

static void gives_rows_with_their_lines(void **state)
{
    (void)state;
    CHECK("name,type\nAda,person\n", "1:[name][type]\n2:[Ada][person]\n", "");
    CHECK("", "", "");
    CHECK("a,,\n,\n", "1:[a][][]\n2:[][]\n", "");
}

static void takes_every_kind_of_line_end(void **state)
{
    (void)state;
    CHECK("a\r\nb\nc\rd", "1:[a]\n2:[b]\n3:[c]\n4:[d]\n", "");
}

static void counts_empty_lines_and_comments_but_passes_them_over(void **state)
{
    (void)state;
    CHECK("# head\n\na\n \t\n#,\"\nb\n\n", "3:[a]\n6:[b]\n", "");
    CHECK("a\n #b\n", "1:[a]\n2:[#b]\n", "");
}

static void passes_over_a_byte_order_mark(void **state)
{
    (void)state;
    CHECK("\xEF\xBB\xBFname\nx\n", "1:[name]\n2:[x]\n", "");
    CHECK("\xEF\xBB\xBF\"name\"\n", "1:[name]\n", "");
    CHECK("\xEF\xBB\xBF# note\nx\n", "2:[x]\n", "");
    CHECK("\xEF\xBB\xBF", "", "");
}

static void refuses_utf16_by_name(void **state)
{
    (void)state;
    struct outcome outcome;
    begin(&outcome);
    assert_int_equal(read_bytes(&outcome, KITH_STR("\xFF\xFEn\0a\0"), "people.csv"),
                     KITH_BAD_INPUT);
    assert_string_equal(outcome.err.text, "people.csv: is UTF-16; save it as UTF-8");
    end(&outcome);
}

static void reads_quotes_as_rfc_4180_has_them(void **state)
{
    (void)state;
    CHECK("\"a,b\",\"say \"\"hi\"\"\",\"\"\n", "1:[a,b][say \"hi\"][]\n", "");
    CHECK("x,\"two\nlines\",y\nz\n", "1:[x][two\nlines][y]\n3:[z]\n", "");
    CHECK("\"a\r\nb\"\r\nz\r\n", "1:[a\r\nb]\n3:[z]\n", "");
    CHECK("\"# no comment\n# nor this\"\nz\n", "1:[# no comment\n# nor this]\n3:[z]\n",
          "");
}

static void trims_blanks_around_cells(void **state)
{
    (void)state;
    CHECK("  a b , \" c \" ,d\t\n", "1:[a b][c][d]\n", "");
}

static void separates_by_tabs_when_the_name_ends_in_tsv(void **state)
{
    (void)state;
    CHECK_NAMED("names.TSV", "a,b\t c\n\t\n", "1:[a,b][c]\n2:[][]\n", "");
    CHECK_NAMED(".tsv", "a\tb\n", "1:[a][b]\n", "");
    CHECK_NAMED("tsv", "a\tb\n", "1:[a\tb]\n", "");
}

static void a_quote_never_closed_costs_its_own_line_only(void **state)
{
    (void)state;
    CHECK("a\n\"b,x\nc,y\nd", "1:[a]\n3:[c][y]\n4:[d]\n",
          "2:the quote opened here is never closed\n");
    CHECK("\"a\nb\",\"c\nd\n", "3:[d]\n", "2:the quote opened here is never closed\n");
    CHECK("\"", "", "1:the quote opened here is never closed\n");
}

static void a_quote_closed_by_a_later_rows_quote_is_told_where_it_opened(void **state)
{
    (void)state;
    CHECK("a\n\"b,x\nc,y\n\"d\",z\n", "1:[a]\n3:[c][y]\n4:[d][z]\n",
          "2:the quote opened here is not closed as it should be\n");
}

static void takes_quotes_in_unquoted_cells_as_they_stand(void **state)
{
    (void)state;
    CHECK("Dwayne \"The Rock\" Johnson,5\",x\"\"\nb\n",
          "1:[Dwayne \"The Rock\" Johnson][5\"][x\"\"]\n2:[b]\n", "");
    CHECK("\"a\",b \"c\"", "1:[a][b \"c\"]\n", "");
    CHECK("\"a\nb\",c\"\nd\n", "1:[a\nb][c\"]\n3:[d]\n", "");
}

static void text_behind_a_closing_quote_is_told_and_its_row_passed_over(void **state)
{
    (void)state;
    CHECK("a\n\"b\" c,y\nd\n\"e\"\"\" \"f\"\ng\n", "1:[a]\n3:[d]\n5:[g]\n",
          "2:text follows a closing quote; quotes inside quotes must be doubled\n"
          "4:text follows a closing quote; quotes inside quotes must be doubled\n");
}

static void a_broken_row_leaves_nothing_behind_for_the_next(void **state)
{
    (void)state;
    CHECK("\"a  \"  x\n  b  ,c\n", "2:[b][c]\n",
          "1:text follows a closing quote; quotes inside quotes must be doubled\n");
}

static void passes_over_rows_that_are_not_utf8(void **state)
{
    (void)state;
    CHECK("Jos\xE9,x\nJos\xC3\xA9,y\n\"a\n\xFF\"\nb\n", "2:[Jos\xC3\xA9][y]\n5:[b]\n",
          "1:the row is not UTF-8\n3:the row is not UTF-8\n");
}

static void passes_over_rows_with_nul_bytes(void **state)
{
    (void)state;
    CHECK("a\0b,c\nd\n", "2:[d]\n", "1:the row holds a NUL byte\n");
}

static void passes_over_rows_of_too_many_cells(void **state)
{
    (void)state;
    struct kith_buf wide = {0};
    for (int i = 0; i < 16384; i++)
        kith_buf_byte(&wide, ',');
    kith_buf_text(&wide, "\na\n");
    struct outcome outcome;
    begin(&outcome);
    assert_ok(read_bytes(&outcome, kith_buf_view(&wide), "wide.csv"), &outcome.err);
    assert_str(kith_buf_view(&outcome.rows), "2:[a]\n");
    check_problems(&outcome, "1:the row has more than 16,384 cells\n");
    end(&outcome);
    kith_buf_release(&wide);
}

static void stops_when_the_caller_says_so(void **state)
{
    (void)state;
    const enum kith_status reasons[] = {KITH_INTERRUPTED, KITH_END, KITH_LIMIT};
    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++) {
        struct outcome outcome;
        begin(&outcome);
        outcome.stop_after = 2;
        outcome.stop_with = reasons[i];
        assert_int_equal(read_bytes(&outcome, KITH_STR("a\nb\nc\n"), "x.csv"),
                         reasons[i]);
        assert_str(kith_buf_view(&outcome.rows), "1:[a]\n2:[b]\n");
        end(&outcome);
    }
}

static enum kith_status problem_stage(struct kith_arena *arena, void *context,
                                      struct kith_error *err)
{
    (void)context;
    struct outcome outcome;
    begin(&outcome);
    outcome.problems.arena = arena;
    enum kith_status status = read_bytes(&outcome, KITH_STR("\xFF\n\"a\" b\n\"c\n"), "x");
    memcpy(err, &outcome.err, sizeof *err);
    end(&outcome);
    return status;
}

static void a_problem_that_cannot_be_told_stops_the_reading(void **state)
{
    (void)state;
    check_memory_sweep(problem_stage, NULL);
}

/* Files */

static void write_file(const char *path, struct kith_str bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.data, 1, bytes.length, file), bytes.length);
    assert_int_equal(fclose(file), 0);
}

static void check_file_like_memory(struct kith_str bytes)
{
    char path[] = "/tmp/kith-csv-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    close(descriptor);
    write_file(path, bytes);
    struct outcome from_file, from_memory;
    begin(&from_file);
    begin(&from_memory);
    assert_ok(
        kith_csv_read(path, note_row, &from_file, &from_file.problems, &from_file.err),
        &from_file.err);
    assert_ok(read_bytes(&from_memory, bytes, path), &from_memory.err);
    assert_true(from_memory.count > 0);
    assert_true(
        kith_str_equal(kith_buf_view(&from_file.rows), kith_buf_view(&from_memory.rows)));
    assert_int_equal(from_file.problems.count, from_memory.problems.count);
    for (uint32_t i = 0; i < from_file.problems.count; i++)
        assert_int_equal(from_file.problems.items[i].line,
                         from_memory.problems.items[i].line);
    end(&from_file);
    end(&from_memory);
    unlink(path);
}

/* Rows of growing length put line ends, CRLF pairs and quotes at every place of the block
 * that a file is read by. */
static void reads_files_across_blocks_as_it_reads_memory(void **state)
{
    (void)state;
    struct kith_buf bytes = {0};
    for (int i = 0; i < 3000; i++) {
        kith_buf_format(&bytes, "%d,\"%*s\r\n x\"\r\n", i, i % 700 + 1, "y");
        if (i % 100 == 0)
            kith_buf_format(&bytes, "bad,\"%d\n", i);
    }
    check_file_like_memory(kith_buf_view(&bytes));
    kith_buf_release(&bytes);
}

static void reads_a_file_with_a_quote_open_for_long_and_goes_back(void **state)
{
    (void)state;
    struct kith_buf bytes = {0};
    kith_buf_text(&bytes, "a,\"never closed\n");
    while (bytes.length < 1000 * 1000)
        kith_buf_text(&bytes, "some,row\n");
    check_file_like_memory(kith_buf_view(&bytes));
    kith_buf_release(&bytes);
}

static void names_a_file_it_cannot_read(void **state)
{
    (void)state;
    struct outcome outcome;
    begin(&outcome);
    assert_int_equal(kith_csv_read("/nowhere/x.csv", note_row, &outcome,
                                   &outcome.problems, &outcome.err),
                     KITH_CANNOT_READ);
    assert_string_equal(outcome.err.text,
                        "/nowhere/x.csv: cannot read: No such file or directory");
    assert_int_equal(
        kith_csv_read("/tmp", note_row, &outcome, &outcome.problems, &outcome.err),
        KITH_CANNOT_READ);
    assert_string_equal(outcome.err.text, "/tmp: cannot read: Is a directory");
    end(&outcome);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_rows_with_their_lines),
        cmocka_unit_test(takes_every_kind_of_line_end),
        cmocka_unit_test(counts_empty_lines_and_comments_but_passes_them_over),
        cmocka_unit_test(passes_over_a_byte_order_mark),
        cmocka_unit_test(refuses_utf16_by_name),
        cmocka_unit_test(reads_quotes_as_rfc_4180_has_them),
        cmocka_unit_test(trims_blanks_around_cells),
        cmocka_unit_test(separates_by_tabs_when_the_name_ends_in_tsv),
        cmocka_unit_test(a_quote_never_closed_costs_its_own_line_only),
        cmocka_unit_test(a_quote_closed_by_a_later_rows_quote_is_told_where_it_opened),
        cmocka_unit_test(takes_quotes_in_unquoted_cells_as_they_stand),
        cmocka_unit_test(text_behind_a_closing_quote_is_told_and_its_row_passed_over),
        cmocka_unit_test(a_broken_row_leaves_nothing_behind_for_the_next),
        cmocka_unit_test(passes_over_rows_that_are_not_utf8),
        cmocka_unit_test(passes_over_rows_with_nul_bytes),
        cmocka_unit_test(passes_over_rows_of_too_many_cells),
        cmocka_unit_test(stops_when_the_caller_says_so),
        cmocka_unit_test(a_problem_that_cannot_be_told_stops_the_reading),
        cmocka_unit_test(reads_files_across_blocks_as_it_reads_memory),
        cmocka_unit_test(reads_a_file_with_a_quote_open_for_long_and_goes_back),
        cmocka_unit_test(names_a_file_it_cannot_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
