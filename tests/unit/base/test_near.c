/* Slips: which word may be meant for which. */
#include "support/check.h"

#include "base/near.h"

static bool is_near(const char *word, const char *meant)
{
    return kith_is_near(kith_str_of(word), kith_str_of(meant));
}

static void takes_short_words_for_slips_of_one_letter_alone(void **state)
{
    (void)state;
    assert_true(is_near("typ", "type"));
    assert_true(is_near("alias", "aliases"));
    assert_false(is_near("note", "name"));
    assert_false(is_near("ids", "id"));
    assert_false(is_near("type", "type"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_short_words_for_slips_of_one_letter_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
