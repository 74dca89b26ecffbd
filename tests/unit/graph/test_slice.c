/* Months summed up to slices. */
#include "graph/slice.h"

#include "support/check.h"

#define MONTH(year, month) (12 * (year) + (month)-1)

static const struct kith_month_count counted[] = {
    {MONTH(2023, 12), 4}, {MONTH(2024, 1), 1}, {MONTH(2024, 3), 2}, {MONTH(2024, 4), 8}};
static const struct kith_months months = {counted, 4};

/* "2023-12:4 2024-01:1 undated:3" */
static void check(enum kith_slicing slicing, struct kith_months of, uint64_t total,
                  const char *wanted)
{
    struct kith_slices slices = kith_slices_of(of, total, slicing);
    struct kith_slice slice;
    struct kith_buf is = {0};
    uint64_t sum = 0;
    while (kith_slices_next(&slices, &slice)) {
        kith_buf_text(&is, is.length ? " " : "");
        kith_slice_name(slicing, slice.month, &is);
        kith_buf_format(&is, ":%u", (unsigned)slice.count);
        sum += slice.count;
    }
    assert_str(kith_buf_view(&is), wanted);
    assert_int_equal(sum, total);
    kith_buf_release(&is);
}

static void slices_add_up_to_the_total(void **state)
{
    (void)state;
    check(KITH_SLICE_MONTHS, months, 15, "2023-12:4 2024-01:1 2024-03:2 2024-04:8");
    check(KITH_SLICE_QUARTERS, months, 15, "2023-Q4:4 2024-Q1:3 2024-Q2:8");
    check(KITH_SLICE_YEARS, months, 15, "2023:4 2024:11");
}

static void what_has_no_month_is_a_slice_at_the_end(void **state)
{
    (void)state;
    check(KITH_SLICE_YEARS, months, 18, "2023:4 2024:11 undated:3");
    check(KITH_SLICE_MONTHS, (struct kith_months){0}, 7, "undated:7");
    check(KITH_SLICE_MONTHS, (struct kith_months){0}, 0, "");
}

static void a_slice_is_known_by_its_first_month(void **state)
{
    (void)state;
    struct kith_slices slices = kith_slices_of(months, 15, KITH_SLICE_QUARTERS);
    struct kith_slice slice;
    assert_true(kith_slices_next(&slices, &slice));
    assert_int_equal(slice.month, MONTH(2023, 10));
    assert_true(kith_slices_next(&slices, &slice));
    assert_int_equal(slice.month, MONTH(2024, 1));
    assert_int_equal(kith_slice_width(KITH_SLICE_QUARTERS), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slices_add_up_to_the_total),
        cmocka_unit_test(what_has_no_month_is_a_slice_at_the_end),
        cmocka_unit_test(a_slice_is_known_by_its_first_month),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
