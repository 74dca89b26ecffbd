/* How many letters two names differ in. */
#include "base/distance.h"

#include "support/check.h"

static uint32_t distance(const char *a, const char *b, uint32_t limit)
{
    return kith_distance(kith_str_of(a), kith_str_of(b), limit);
}

static void counts_letters_changed_added_and_lost(void **state)
{
    (void)state;
    assert_int_equal(distance("Putin", "Putin", 2), 0);
    assert_int_equal(distance("Putin", "Poutin", 2), 1);
    assert_int_equal(distance("Poutin", "Putin", 2), 1);
    assert_int_equal(distance("Putin", "Patin", 2), 1);
    assert_int_equal(distance("kitten", "sitting", 3), 3);
    assert_int_equal(distance("", "ab", 2), 2);
}

static void case_is_no_difference(void **state)
{
    (void)state;
    assert_int_equal(distance("PUTIN", "putin", 2), 0);
}

static void what_is_farther_than_the_limit_is_above_it(void **state)
{
    (void)state;
    char name[KITH_DISTANCE_LENGTH + 2];
    assert_true(distance("kitten", "sitting", 2) > 2);
    assert_true(distance("a", "abcd", 2) > 2);
    memset(name, 'a', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    assert_true(distance(name, name, 2) > 2);
    assert_int_equal(distance(name + 1, name + 1, 2), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_letters_changed_added_and_lost),
        cmocka_unit_test(case_is_no_difference),
        cmocka_unit_test(what_is_farther_than_the_limit_is_above_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
