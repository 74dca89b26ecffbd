/* The measures of association, against values worked out by hand and against their
 * limits. */
#include "graph/association.h"

#include "close.h"

/* 8 units, 4 with a, 2 with b, both in 2: p(a,b) = 1/4, p(a) p(b) = 1/8.
 * npmi = ln 2 / ln 4 = 1/2; the table is 2 2 0 4 where chance has 1 3 1 3; Jaccard 2/4.
 */
static const struct kith_association attracted = {.all = 8, .a = 4, .b = 2, .both = 2};

static void agrees_with_a_table_worked_out_by_hand(void **state)
{
    (void)state;
    assert_close(kith_npmi(attracted), 0.5);
    assert_close(kith_llr(attracted),
                 2 * (2 * log(2) + 2 * log(2.0 / 3) + 4 * log(4.0 / 3)));
    assert_close(kith_jaccard(attracted), 0.5);
}

/* Dunning's paper, table 2: "the swiss" occurs 110 times; G2 is 270.72. */
static void agrees_with_the_paper_on_the_swiss(void **state)
{
    (void)state;
    struct kith_association swiss = {
        .all = 110 + 2442 + 111 + 29114, .a = 110 + 2442, .b = 110 + 111, .both = 110};
    assert_within(kith_llr(swiss), 270.72, 0.005);
}

static void chance_gives_nothing(void **state)
{
    (void)state;
    struct kith_association chance = {.all = 100, .a = 20, .b = 30, .both = 6};
    assert_close(kith_npmi(chance), 0);
    assert_close(kith_llr(chance), 0);
    assert_close(kith_jaccard(chance), 6.0 / 44);
}

static void repulsion_is_negative(void **state)
{
    (void)state;
    struct kith_association apart = {.all = 100, .a = 50, .b = 40, .both = 2};
    assert_true(kith_npmi(apart) < 0);
    assert_true(kith_llr(apart) < -10.83);
    struct kith_association never = {.all = 10, .a = 5, .b = 5, .both = 0};
    assert_close(kith_npmi(never), -1);
    assert_close(kith_llr(never), -20 * log(2));
    assert_close(kith_jaccard(never), 0);
}

static void two_that_never_part_have_npmi_1(void **state)
{
    (void)state;
    for (uint64_t both = 1; both <= 10; both++) {
        struct kith_association inseparable = {
            .all = 10, .a = both, .b = both, .both = both};
        assert_close(kith_npmi(inseparable), 1);
        assert_close(kith_jaccard(inseparable), 1);
    }
}

static void no_counts_at_all_are_no_association(void **state)
{
    (void)state;
    struct kith_association nothing = {0};
    assert_close(kith_npmi(nothing), -1);
    assert_close(kith_llr(nothing), 0);
    assert_close(kith_jaccard(nothing), 0);
}

/* Every table of up to 12 units that can be. */
static void every_value_is_finite_and_in_its_range(void **state)
{
    (void)state;
    for (uint64_t all = 0; all <= 12; all++)
        for (uint64_t a = 0; a <= all; a++)
            for (uint64_t b = 0; b <= all; b++)
                for (uint64_t both = a + b > all ? a + b - all : 0;
                     both <= a && both <= b; both++) {
                    struct kith_association counts = {all, a, b, both};
                    double npmi = kith_npmi(counts), llr = kith_llr(counts);
                    assert_true(npmi >= -1 && npmi <= 1);
                    assert_true(isfinite(llr));
                    assert_true(both * all >= a * b ? llr >= 0 : llr <= 0);
                    assert_true(kith_jaccard(counts) >= 0 && kith_jaccard(counts) <= 1);
                }
}

static void huge_counts_stay_finite(void **state)
{
    (void)state;
    struct kith_association huge = {.all = (uint64_t)1 << 40,
                                    .a = (uint64_t)1 << 39,
                                    .b = (uint64_t)1 << 39,
                                    .both = 1};
    assert_true(isfinite(kith_llr(huge)) && kith_llr(huge) < 0);
    assert_true(kith_npmi(huge) > -1 && kith_npmi(huge) < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_a_table_worked_out_by_hand),
        cmocka_unit_test(agrees_with_the_paper_on_the_swiss),
        cmocka_unit_test(chance_gives_nothing),
        cmocka_unit_test(repulsion_is_negative),
        cmocka_unit_test(two_that_never_part_have_npmi_1),
        cmocka_unit_test(no_counts_at_all_are_no_association),
        cmocka_unit_test(every_value_is_finite_and_in_its_range),
        cmocka_unit_test(huge_counts_stay_finite),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
