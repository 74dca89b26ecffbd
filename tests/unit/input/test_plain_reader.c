/* Plain text, told from nothing and from what is not text. */
#include "support/check.h"

#include "input/plain_reader.h"

static void ordinary_text_is_text(void **state)
{
    (void)state;
    assert_int_equal(kith_plain_judge(KITH_STR("Rain fell.\n")), KITH_PLAIN_TEXT);
    assert_int_equal(kith_plain_judge(KITH_STR("\xEF\xBB\xBFRain")), KITH_PLAIN_TEXT);
    assert_int_equal(kith_plain_judge(KITH_STR("caf\xE9 in Latin-1")), KITH_PLAIN_TEXT);
    assert_int_equal(kith_plain_judge(KITH_STR(".")), KITH_PLAIN_TEXT);
}

static void blanks_and_marks_alone_are_empty(void **state)
{
    (void)state;
    assert_int_equal(kith_plain_judge(KITH_STR("")), KITH_PLAIN_EMPTY);
    assert_int_equal(kith_plain_judge((struct kith_str){0}), KITH_PLAIN_EMPTY);
    assert_int_equal(kith_plain_judge(KITH_STR(" \r\n\t\f\v\n")), KITH_PLAIN_EMPTY);
    assert_int_equal(kith_plain_judge(KITH_STR("\xEF\xBB\xBF\n")), KITH_PLAIN_EMPTY);
    assert_int_equal(kith_plain_judge(KITH_STR("\xFF\xFE")), KITH_PLAIN_EMPTY);
    assert_int_equal(kith_plain_judge(KITH_STR("\xFF\xFE \0\n\0")), KITH_PLAIN_EMPTY);
    assert_int_equal(kith_plain_judge(KITH_STR("\xFE\xFF\0\n")), KITH_PLAIN_EMPTY);
}

static void a_nul_byte_makes_it_binary_except_in_utf16(void **state)
{
    (void)state;
    assert_int_equal(kith_plain_judge(KITH_STR("Rain\0fell")), KITH_PLAIN_BINARY);
    assert_int_equal(kith_plain_judge(KITH_STR("\0")), KITH_PLAIN_BINARY);
    assert_int_equal(kith_plain_judge(KITH_STR("\xFF\xFER\0a\0")), KITH_PLAIN_TEXT);
    assert_int_equal(kith_plain_judge(KITH_STR("\xFE\xFF\0R\0a")), KITH_PLAIN_TEXT);
}

static void a_few_control_characters_do_not_make_it_binary(void **state)
{
    (void)state;
    assert_int_equal(kith_plain_judge(KITH_STR("Rain fell.\x1A")), KITH_PLAIN_TEXT);
    assert_int_equal(kith_plain_judge(KITH_STR("a\x01\x02\x03\x04")), KITH_PLAIN_TEXT);
    assert_int_equal(kith_plain_judge(KITH_STR("a\x01\x02\x03\x04\x7F")),
                     KITH_PLAIN_BINARY);
}

static void many_control_characters_make_a_long_file_binary(void **state)
{
    (void)state;
    char bytes[3200];
    memset(bytes, 'a', sizeof bytes);
    memset(bytes, '\x01', 104);
    assert_int_equal(kith_plain_judge((struct kith_str){bytes, sizeof bytes}),
                     KITH_PLAIN_TEXT);
    bytes[1000] = '\x02';
    assert_int_equal(kith_plain_judge((struct kith_str){bytes, sizeof bytes}),
                     KITH_PLAIN_BINARY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ordinary_text_is_text),
        cmocka_unit_test(blanks_and_marks_alone_are_empty),
        cmocka_unit_test(a_nul_byte_makes_it_binary_except_in_utf16),
        cmocka_unit_test(a_few_control_characters_do_not_make_it_binary),
        cmocka_unit_test(many_control_characters_make_a_long_file_binary),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
