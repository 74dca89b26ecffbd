/* The list of abbreviations. */
#include "support/check.h"
#include "support/folder.h"

#include "base/file.h"
#include "text/abbreviation.h"

static struct check_folder folder;
static struct kith_arena arena;
static struct kith_problems problems;
static struct kith_abbreviations *list;
static struct kith_error err;

static int begin(void **state)
{
    (void)state;
    check_folder_make(&folder);
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    list = NULL;
    return 0;
}

static int end(void **state)
{
    (void)state;
    kith_abbreviations_free(list);
    kith_arena_release(&arena);
    check_folder_remove(&folder);
    return 0;
}

static enum kith_status load(const char *csv)
{
    check_file_bytes(&folder, "abbreviations.csv", kith_str_of(csv));
    return kith_abbreviations_load(check_path(&folder, "abbreviations.csv"), &problems,
                                   &list, &err);
}

/* The uses of the first token of `text`. */
static unsigned uses(const char *text)
{
    char bytes[256] = {0};
    struct kith_tokens tokens;
    strcpy(bytes, text);
    struct kith_str padded = {bytes, strlen(text)};
    assert_ok(kith_tokenize(padded, &arena, &tokens, &err), &err);
    return kith_abbreviations_uses(list, padded, &tokens.items[0]);
}

static void knows_the_commonest_without_a_file(void **state)
{
    (void)state;
    assert_ok(kith_abbreviations_load(NULL, &problems, &list, &err), &err);
    assert_int_equal(uses("Dr."), KITH_USE_TITLE);
    assert_int_equal(uses("p.m."), KITH_USE_TIME);
    assert_int_equal(uses("The"), KITH_USE_STARTER);
    assert_int_equal(uses("Kyiv"), 0);
}

static void reads_words_with_or_without_their_dot(void **state)
{
    (void)state;
    assert_ok(load("kind,abbreviation\ntitle,Dr\nfinal,Inc.\ninner,e.g.\n"), &err);
    assert_int_equal(problems.count, 0);
    assert_int_equal(uses("Dr."), KITH_USE_TITLE);
    assert_int_equal(uses("Inc."), KITH_USE_FINAL);
    assert_int_equal(uses("e.g."), KITH_USE_INNER);
}

static void wants_a_capital_where_the_list_has_one(void **state)
{
    (void)state;
    assert_ok(load("abbreviation,kind\nNo,number\nvs,inner\n"), &err);
    assert_int_equal(uses("no."), 0);
    assert_int_equal(uses("NO."), KITH_USE_NUMBER);
    assert_int_equal(uses("vs."), KITH_USE_INNER);
    assert_int_equal(uses("Vs."), KITH_USE_INNER);
}

static void tells_dotted_initials_from_the_word(void **state)
{
    (void)state;
    assert_ok(load("abbreviation,kind\nU.S.,final\n"), &err);
    assert_int_equal(uses("U.S."), KITH_USE_FINAL);
    assert_int_equal(uses("US"), 0);
}

static void adds_up_the_kinds_of_a_word(void **state)
{
    (void)state;
    assert_ok(load("abbreviation,kind\nMay,calendar\nMay,starter\n"), &err);
    assert_int_equal(uses("May"), KITH_USE_CALENDAR | KITH_USE_STARTER);
}

static void reports_rows_it_cannot_use(void **state)
{
    (void)state;
    assert_ok(
        load("abbreviation,kind\nDr,doctor\nDr\ntwo words,title\n,title\nMr,title\n"),
        &err);
    assert_int_equal(problems.fault_count, 4);
    assert_int_equal(problems.items[0].line, 2);
    assert_int_equal(problems.items[3].line, 5);
    assert_int_equal(uses("Mr."), KITH_USE_TITLE);
}

static void refuses_a_file_without_its_columns(void **state)
{
    (void)state;
    assert_int_equal(load("word,kind\nDr,title\n"), KITH_BAD_INPUT);
    assert_non_null(
        strstr(err.text, "abbreviations.csv:1: the header has no column 'abbreviation'"));
    assert_null(list);
}

static void refuses_a_file_that_is_not_there(void **state)
{
    (void)state;
    assert_int_equal(
        kith_abbreviations_load(check_path(&folder, "none.csv"), &problems, &list, &err),
        KITH_CANNOT_READ);
}

static void comes_with_a_list_without_faults(void **state)
{
    (void)state;
    assert_ok(
        kith_abbreviations_load("gazetteers/abbreviations.csv", &problems, &list, &err),
        &err);
    assert_int_equal(problems.count, 0);
    assert_int_equal(uses("Gen."), KITH_USE_TITLE);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(knows_the_commonest_without_a_file),
        TEST(reads_words_with_or_without_their_dot),
        TEST(wants_a_capital_where_the_list_has_one),
        TEST(tells_dotted_initials_from_the_word),
        TEST(adds_up_the_kinds_of_a_word),
        TEST(reports_rows_it_cannot_use),
        TEST(refuses_a_file_without_its_columns),
        TEST(refuses_a_file_that_is_not_there),
        TEST(comes_with_a_list_without_faults),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
