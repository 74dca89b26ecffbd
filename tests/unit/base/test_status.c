/* Error sentences. */
#include "support/check.h"

#include "base/utf8.h"

static void a_failure_carries_its_sentence(void **state)
{
    (void)state;
    struct kith_error err = {0};
    assert_int_equal(kith_fail(&err, KITH_BAD_INPUT, "%s:%d: name is empty", "p.csv", 41),
                     KITH_BAD_INPUT);
    assert_string_equal(err.text, "p.csv:41: name is empty");
}

static void the_sentence_may_be_left_out(void **state)
{
    (void)state;
    assert_int_equal(kith_fail(NULL, KITH_LIMIT, "%d", 1), KITH_LIMIT);
    assert_int_equal(kith_no_memory(NULL), KITH_NO_MEMORY);
}

static enum kith_status pass_up(enum kith_status status, bool *went_on)
{
    KITH_TRY(status);
    *went_on = true;
    return KITH_OK;
}

static void try_passes_failures_up_and_success_by(void **state)
{
    (void)state;
    bool went_on = false;
    assert_int_equal(pass_up(KITH_END, &went_on), KITH_END);
    assert_false(went_on);
    assert_int_equal(pass_up(KITH_OK, &went_on), KITH_OK);
    assert_true(went_on);
}

/* A character of four bytes, at each of four places about the end. */
static void a_long_sentence_is_cut_between_characters(void **state)
{
    (void)state;
    for (int lead = 0; lead < 4; lead++) {
        char text[2048] = "abc";
        size_t length = (size_t)lead;
        for (; length < 1500; length += 4)
            memcpy(text + length, "\xF0\x9F\x8C\xA7", 5);
        struct kith_error err;
        kith_fail(&err, KITH_LIMIT, "%s", text);
        size_t kept = strlen(err.text);
        assert_true(kept > sizeof err.text - 9 && kept < sizeof err.text);
        assert_true(kith_utf8_is_valid(kith_str_of(err.text), NULL));
        assert_memory_equal(err.text, text, kept);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_failure_carries_its_sentence),
        cmocka_unit_test(the_sentence_may_be_left_out),
        cmocka_unit_test(try_passes_failures_up_and_success_by),
        cmocka_unit_test(a_long_sentence_is_cut_between_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
