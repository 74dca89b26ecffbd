/* Months: which a date is in, and rows counted in any order. */
#include "graph/calendar.h"

#include "support/check.h"

static uint32_t month(const char *date)
{
    return kith_month_of(kith_str_of(date));
}

static void a_date_has_its_month(void **state)
{
    (void)state;
    assert_int_equal(month("2024-03-22"), 12 * 2024 + 2);
    assert_int_equal(month("2024-03"), 12 * 2024 + 2);
    assert_int_equal(month("2024-03-22T10:00:00Z"), 12 * 2024 + 2);
    assert_int_equal(month("0001-01-01"), 12);
    assert_int_equal(month("9999-12-31") + 1, 120000);
}

static void what_is_no_date_has_none(void **state)
{
    (void)state;
    static const char *const others[] = {
        "",           "2024",       "2024-13-01", "2024-00",  "2024-3",    "2024/03",
        "24-03-2024", "March 2024", "2024-031",   "20240322", "0000-01-01"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(month(others[i]), KITH_NO_MONTH);
}

/* Each edge against its own plain sums. */
static void rows_are_counted_in_any_order(void **state)
{
    (void)state;
    enum { EDGES = 50, MONTHS = 30, ROWS = 20000 };
    static uint32_t wanted[EDGES][MONTHS];
    struct kith_calendar calendar = {0};
    struct kith_arena arena;
    uint32_t newest[EDGES], lot = 1;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    memset(newest, 0xFF, sizeof newest);
    for (int i = 0; i < ROWS; i++) {
        lot = lot * 1664525 + 1013904223;
        uint32_t edge = (lot >> 8) % EDGES, at = (lot >> 16) % MONTHS;
        if (edge == 7) /* one has none */
            continue;
        wanted[edge][at]++;
        assert_true(kith_calendar_add(&calendar, &newest[edge], edge, at));
    }
    for (uint32_t edge = 0; edge < EDGES; edge++) {
        struct kith_months months;
        assert_true(kith_calendar_close(&calendar, newest[edge], &arena, &months));
        uint32_t next = 0;
        for (uint32_t at = 0; at < MONTHS; at++) {
            if (!wanted[edge][at])
                continue;
            assert_true(next < months.count);
            assert_int_equal(months.items[next].month, at);
            assert_int_equal(months.items[next++].count, wanted[edge][at]);
        }
        assert_int_equal(next, months.count);
    }
    kith_calendar_release(&calendar);
    kith_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_date_has_its_month),
        cmocka_unit_test(what_is_no_date_has_none),
        cmocka_unit_test(rows_are_counted_in_any_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
