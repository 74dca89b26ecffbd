/* Stop lists: spellings that are never found. */
#include "support/folder.h"
#include "support/reading.h"

#include "base/buf.h"
#include "gazetteer/lint.h"
#include "gazetteer/match.h"

static struct check_reading reading;
static struct check_folder folder;

static int begin(void **state)
{
    (void)state;
    check_folder_make(&folder);
    check_reading_init(&reading);
    return 0;
}

static int end(void **state)
{
    (void)state;
    check_reading_release(&reading);
    check_folder_remove(&folder);
    return 0;
}

#define NAMES                                                                            \
    "name,type,aliases\n"                                                                \
    "Theresa May,person,May\n"                                                           \
    "May Day,event,\n"                                                                   \
    "Isis,goddess,\n"                                                                    \
    "Islamic State,group,Isis|ISIS\n"                                                    \
    "River Day,event,Day\n"                                                              \
    "Tri-State Area,region,\n"

/* Load names and a stop list of these rows. */
static void load(const char *rows)
{
    struct kith_buf csv = {0};
    check_load(&reading, "names.csv", NAMES);
    check_compile(&reading);
    reading.problems.count = reading.problems.fault_count = 0;
    kith_buf_format(&csv, "spelling,type,where\n%s", rows);
    check_file_bytes(&folder, "stop.csv", kith_buf_view(&csv));
    kith_buf_release(&csv);
    assert_ok(kith_gazetteer_load_stops(reading.gazetteer,
                                        check_path(&folder, "stop.csv"),
                                        &reading.problems, &reading.err),
              &reading.err);
}

/* What is matched in `text`, and how many it may mean: "May/1 Isis/2". */
static void assert_matched(const char *text, const char *expected)
{
    struct kith_matches matches = {0};
    struct kith_buf line = {0};
    check_read(&reading, text);
    assert_ok(kith_match_document(reading.gazetteer, &reading.document, &reading.arena,
                                  &matches, &reading.err),
              &reading.err);
    const struct kith_token *tokens = reading.document.tokens.items;
    for (uint32_t i = 0; i < matches.count; i++) {
        const struct kith_match *match = &matches.items[i];
        struct kith_str surface =
            kith_str_slice(reading.document.text, tokens[match->first_token].begin,
                           tokens[match->end_token - 1].end);
        kith_buf_format(&line, "%s%.*s/%u", i ? " " : "", KITH_STR_ARGS(surface),
                        match->end_candidate - match->first_candidate);
    }
    assert_str(kith_buf_view(&line), expected);
    kith_buf_release(&line);
}

static void stops_what_an_alias_would_be_found_as(void **state)
{
    (void)state;
    load("May,,\n");
    assert_matched("They saw May and MAY.", "");
    assert_matched("They saw Theresa May.", "Theresa May/1");
}

static void stops_only_the_case_that_is_marked(void **state)
{
    (void)state;
    load("=MAY,,\n");
    assert_matched("They saw May and MAY.", "May/1");
}

static void finds_the_shorter_name_in_a_stopped_one(void **state)
{
    (void)state;
    load("River Day,,\n");
    assert_matched("It was River Day.", "Day/1");
}

static void stops_names_of_one_type_alone(void **state)
{
    (void)state;
    load("Isis,goddess,\n");
    assert_matched("They saw Isis.", "Isis/1");
    assert_matched("They saw ISIS.", "ISIS/1");
    load("Isis,GROUP,\n");
    assert_matched("They saw Isis.", "");
}

static void stops_at_the_beginning_of_a_sentence_alone(void **state)
{
    (void)state;
    load("May,,start\n");
    assert_matched("May came. In May it rained. “May I,” said she.", "May/1");
    assert_matched("He left. May came. Then May", "May/1");
}

static void makes_no_difference_of_hyphens_and_marks(void **state)
{
    (void)state;
    load("tri state area,,\nÍsis,,\n");
    assert_matched("The Tri-State Area, and Isis.", "");
}

static void forbids_spans_that_were_not_matched(void **state)
{
    (void)state;
    load("Theresa,person,\n");
    check_read(&reading, "So Theresa May spoke.");
    assert_true(kith_span_is_stopped(reading.gazetteer, &reading.document, 1, 2, 0));
    assert_false(kith_span_is_stopped(reading.gazetteer, &reading.document, 1, 2, 1));
    assert_false(kith_span_is_stopped(reading.gazetteer, &reading.document, 1, 3, 0));
}

static void tells_rows_it_cannot_use(void **state)
{
    (void)state;
    load("May,planet,\nMay,,middle\n?May,,\n\"\",,start\n");
    assert_int_equal(reading.problems.fault_count, 4);
    for (uint32_t i = 0; i < 4; i++)
        assert_int_equal(reading.problems.items[i].line, i + 2);
    assert_matched("They saw May.", "May/1");
}

static void tells_rows_that_stop_nothing(void **state)
{
    (void)state;
    load("May,,\nJune,,\nMay,group,\n=may,,\n\"The \"\"May\"\"\",,\n");
    assert_ok(kith_lint_stops(reading.gazetteer, &reading.problems, &reading.err),
              &reading.err);
    const unsigned lines[] = {3, 4, 5, 6};
    assert_int_equal(reading.problems.count, 4);
    for (uint32_t i = 0; i < 4; i++)
        assert_int_equal(reading.problems.items[i].line, lines[i]);
}

static void tells_stopped_aliases_and_calls_none_a_fault(void **state)
{
    (void)state;
    load("May,,\nIsis,,\n");
    assert_ok(kith_lint_dead(reading.gazetteer, reading.abbreviations, &reading.problems,
                             &reading.err),
              &reading.err);
    assert_true(reading.problems.count > 0);
    assert_int_equal(reading.problems.fault_count, 0);
}

static enum kith_status load_again(struct kith_arena *arena, void *context,
                                   struct kith_error *err)
{
    (void)context;
    struct kith_problems problems;
    kith_problems_init(&problems, arena);
    return kith_gazetteer_load_stops(reading.gazetteer, check_path(&folder, "stop.csv"),
                                     &problems, err);
}

static void says_that_memory_for_problems_is_out(void **state)
{
    (void)state;
    load("May,planet,\n");
    check_memory_sweep(load_again, NULL);
}

int main(void)
{
#define TEST(claim) cmocka_unit_test_setup_teardown(claim, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(stops_what_an_alias_would_be_found_as),
        TEST(stops_only_the_case_that_is_marked),
        TEST(finds_the_shorter_name_in_a_stopped_one),
        TEST(stops_names_of_one_type_alone),
        TEST(stops_at_the_beginning_of_a_sentence_alone),
        TEST(makes_no_difference_of_hyphens_and_marks),
        TEST(forbids_spans_that_were_not_matched),
        TEST(tells_rows_it_cannot_use),
        TEST(tells_rows_that_stop_nothing),
        TEST(tells_stopped_aliases_and_calls_none_a_fault),
        TEST(says_that_memory_for_problems_is_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
