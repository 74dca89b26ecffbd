/* Days as articles and paths write them. */
#include "support/check.h"

#include "input/date.h"

struct saying {
    const char *text, *day; /* NULL: none */
};

static void check(const struct saying *sayings, size_t count, bool is_path)
{
    struct kith_arena arena;
    struct kith_error err = {0};
    struct kith_str date;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    for (size_t i = 0; i < count; i++) {
        struct kith_str text = kith_str_of(sayings[i].text);
        assert_ok(is_path ? kith_date_of_path(text, &arena, &date, &err)
                          : kith_date_read(text, &arena, &date, &err),
                  &err);
        struct kith_str wanted = kith_str_of(sayings[i].day ? sayings[i].day : "");
        if (!kith_str_equal(date, wanted))
            fail_msg("\"%s\" is read as \"%.*s\"", sayings[i].text, KITH_STR_ARGS(date));
    }
    kith_arena_release(&arena);
}

#define CHECK(sayings, is_path)                                                          \
    check(sayings, sizeof(sayings) / sizeof *(sayings), is_path)

static void reads_the_days_that_articles_have(void **state)
{
    (void)state;
    static const struct saying sayings[] = {
        {"2024-03-22", "2024-03-22"},
        {" 2024-03-22T18:10:00+03:00", "2024-03-22"},
        {"2024-3-2 18:10", "2024-03-02"},
        {"20240322", "2024-03-22"},
        {"20240322T181000Z", "2024-03-22"},
        {"2024/03/22", "2024-03-22"},
        {"22 March 2024", "2024-03-22"},
        {"22nd of March", NULL},
        {"Friday, 22 March 2024", "2024-03-22"},
        {"Fri, 22 Mar 2024 18:10:00 GMT", "2024-03-22"},
        {"March 22, 2024", "2024-03-22"},
        {"Sept. 1st, 2024", "2024-09-01"},
        {"22.03.2024", "2024-03-22"},
        {"22-Mar-2024", "2024-03-22"},
        {"22/03/2024", "2024-03-22"},
        {"03/22/2024", "2024-03-22"},
        {"03/03/2024", "2024-03-03"},
    };
    CHECK(sayings, false);
}

static void leaves_alone_what_is_no_day_or_might_be_two(void **state)
{
    (void)state;
    static const struct saying sayings[] = {
        {"", NULL},           {"yesterday", NULL},      {"2024", NULL},
        {"March 2024", NULL}, {"2024-13-01", NULL},     {"2024-02-30", NULL},
        {"22.03.24", NULL},   {"03/04/2024", NULL},     {"0000-00-00", NULL},
        {"1711130000", NULL}, {"99999999999999", NULL}, {"Mon", NULL},
    };
    CHECK(sayings, false);
}

static void reads_the_days_that_paths_have(void **state)
{
    (void)state;
    static const struct saying sayings[] = {
        {"news/2024/03/22/a.txt", "2024-03-22"},
        {"news/2024-03-22-moscow.txt", "2024-03-22"},
        {"2024_03_22.html", "2024-03-22"},
        {"wire-20240322.xml", "2024-03-22"},
        {"2024-03-22/2024-03-23.txt", "2024-03-23"},
        {"2024/03/a.txt", NULL},
        {"id-1202403221.txt", NULL},
        {"2024-03/22.txt", NULL},
        {"2024-0322.txt", NULL},
        {"20241350.txt", NULL},
        {"", NULL},
    };
    CHECK(sayings, true);
}

static bool is_bound(const char *text)
{
    return kith_date_is_bound(kith_str_of(text));
}

static void knows_days_months_and_years(void **state)
{
    (void)state;
    static const char *const bounds[] = {"2024", "2024-01", "2024-12", "2024-12-31"};
    static const char *const others[] = {
        "",        "24",       "2024-",      "2024-13",    "2024-00",   "2024-3",
        "2024/03", "2024-03-", "2024-03-00", "2024-03-32", "2024-03-2", "202a"};
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++)
        assert_true(is_bound(bounds[i]));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(is_bound(others[i]));
}

static bool holds(const char *since, const char *until, const char *date)
{
    const struct kith_days days = {kith_str_of(since), kith_str_of(until)};
    return kith_days_hold(&days, kith_str_of(date));
}

static void bounds_are_included_with_all_their_days(void **state)
{
    (void)state;
    assert_true(holds("2024-03-22", "2024-03-22", "2024-03-22"));
    assert_false(holds("2024-03-22", "", "2024-03-21"));
    assert_false(holds("", "2024-03-22", "2024-03-23"));
    assert_true(holds("2024-03", "2024-03", "2024-03-01"));
    assert_true(holds("2024-03", "2024-03", "2024-03-31"));
    assert_false(holds("2024-03", "", "2024-02-29"));
    assert_false(holds("", "2024-03", "2024-04-01"));
    assert_true(holds("2024", "2024", "2024-12-31"));
    assert_false(holds("2024", "", "2023-12-31"));
    assert_false(holds("", "2024", "2025-01-01"));
}

static void no_date_lies_within_no_bounds_alone(void **state)
{
    (void)state;
    assert_true(holds("", "", ""));
    assert_false(holds("2024", "", ""));
    assert_false(holds("", "2024", ""));
}

static enum kith_status read_one(struct kith_arena *arena, void *context,
                                 struct kith_error *err)
{
    struct kith_str date;
    (void)context;
    return kith_date_read(KITH_STR("2024-03-22"), arena, &date, err);
}

static void fails_cleanly_at_every_cap(void **state)
{
    (void)state;
    check_memory_sweep(read_one, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_days_that_articles_have),
        cmocka_unit_test(leaves_alone_what_is_no_day_or_might_be_two),
        cmocka_unit_test(reads_the_days_that_paths_have),
        cmocka_unit_test(knows_days_months_and_years),
        cmocka_unit_test(bounds_are_included_with_all_their_days),
        cmocka_unit_test(no_date_lies_within_no_bounds_alone),
        cmocka_unit_test(fails_cleanly_at_every_cap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
