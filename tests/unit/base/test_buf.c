/* Growing byte strings, and numbers in any locale. */
#include "support/check.h"
#include "support/folder.h"

#include <float.h>
#include <locale.h>

#include "base/buf.h"
#include "base/hash.h"

static void appends_in_order(void **state)
{
    (void)state;
    struct kith_buf buf = {0};
    kith_buf_text(&buf, "rain");
    kith_buf_byte(&buf, ' ');
    kith_buf_str(&buf, KITH_STR("and"));
    kith_buf_append(&buf, " snow!", 5);
    kith_buf_format(&buf, " %d%%", 30);
    kith_buf_append(&buf, NULL, 0);
    assert_str(kith_buf_view(&buf), "rain and snow 30%");
    assert_int_equal(kith_buf_check(&buf, NULL), KITH_OK);
    kith_buf_release(&buf);
}

static void grows_to_any_length(void **state)
{
    (void)state;
    struct kith_buf buf = {0};
    for (int i = 0; i < 100000; i++)
        kith_buf_byte(&buf, (char)('a' + i % 26));
    kith_buf_format(&buf, "%*s", 70000, "z");
    assert_int_equal(buf.length, 170000);
    assert_true(buf.data[99999] == 'a' + 99999 % 26 && buf.data[169999] == 'z');
    kith_buf_release(&buf);
}

static void whole_numbers(void **state)
{
    (void)state;
    struct kith_buf buf = {0};
    kith_buf_unsigned(&buf, 0);
    kith_buf_byte(&buf, ' ');
    kith_buf_unsigned(&buf, 1020);
    kith_buf_byte(&buf, ' ');
    kith_buf_unsigned(&buf, UINT64_MAX);
    assert_str(kith_buf_view(&buf), "0 1020 18446744073709551615");
    kith_buf_release(&buf);
}

static void check_double(double number, const char *expected)
{
    struct kith_buf buf = {0};
    kith_buf_double(&buf, number);
    assert_str(kith_buf_view(&buf), expected);
    kith_buf_release(&buf);
}

static void check_doubles(void)
{
    check_double(0, "0");
    check_double(-0.0, "0");
    check_double(3, "3");
    check_double(-3, "-3");
    check_double(0.1, "0.1");
    check_double(-0.25, "-0.25");
    check_double(1.0 / 3, "0.3333333333333333");
    check_double(0.1 + 0.2, "0.30000000000000004");
    check_double(1e-7, "1e-07");
    check_double(1.5e300, "1.5e+300");
    check_double(9007199254740991.0, "9007199254740991");
    check_double(1e16, "1e+16");
}

static void doubles_are_written_as_short_as_they_can_be(void **state)
{
    (void)state;
    check_doubles();
}

static void doubles_read_back_as_they_were(void **state)
{
    (void)state;
    double numbers[2004] = {DBL_MAX, DBL_MIN, DBL_MIN / 8, -DBL_EPSILON};
    for (uint64_t i = 4; i < 2004; i++) {
        uint64_t bits = kith_hash_u64(i);
        if ((bits >> 52 & 0x7FF) == 0x7FF)
            bits ^= (uint64_t)1 << 62;
        memcpy(&numbers[i], &bits, sizeof bits);
    }
    struct kith_buf buf = {0};
    for (size_t i = 0; i < 2004; i++) {
        kith_buf_reset(&buf);
        kith_buf_double(&buf, numbers[i]);
        kith_buf_byte(&buf, '\0');
        assert_true(strtod(buf.data, NULL) == numbers[i]);
    }
    kith_buf_release(&buf);
}

/* Debian installs no such locale by itself: build it here, or do without. */
static void check_doubles_under(const char *language)
{
    struct check_folder folder;
    check_folder_make(&folder);
    char command[256];
    snprintf(command, sizeof command, "localedef -i %s -f UTF-8 '%s/%s' >/dev/null 2>&1",
             language, folder.path, language);
    setenv("LOCPATH", folder.path, 1);
    bool is_there = system(command) == 0 && setlocale(LC_ALL, language);
    if (is_there) {
        char text[10];
        snprintf(text, sizeof text, "%.1f", 0.5);
        assert_string_not_equal(text, "0.5");
        check_doubles();
        setlocale(LC_ALL, "C");
    }
    unsetenv("LOCPATH");
    check_folder_remove(&folder);
    if (!is_there)
        skip();
}

static void doubles_have_a_point_where_others_write_a_comma(void **state)
{
    (void)state;
    check_doubles_under("de_DE");
}

static void doubles_have_a_point_where_the_point_has_two_bytes(void **state)
{
    (void)state;
    check_doubles_under("ps_AF");
}

static void a_broken_buffer_takes_no_more_and_says_so(void **state)
{
    (void)state;
    struct kith_buf buf = {0};
    struct kith_error err = {0};
    kith_buf_text(&buf, "rain");
    buf.is_broken = true;
    kith_buf_text(&buf, "snow");
    kith_buf_format(&buf, "%d", 1);
    kith_buf_double(&buf, 1);
    assert_str(kith_buf_view(&buf), "rain");
    assert_int_equal(kith_buf_check(&buf, &err), KITH_NO_MEMORY);
    assert_string_equal(err.text, "out of memory");
    assert_null(kith_buf_take(&buf));
    assert_null(buf.data);
    assert_int_equal(kith_buf_check(&buf, &err), KITH_OK);
}

static void an_impossible_length_breaks_it(void **state)
{
    (void)state;
    struct kith_buf buf = {0};
    kith_buf_text(&buf, "rain");
    volatile size_t impossible = SIZE_MAX - 2; /* unseen by the compiler */
    kith_buf_append(&buf, "snow", impossible);
    assert_true(buf.is_broken);
    assert_str(kith_buf_view(&buf), "rain");
    kith_buf_release(&buf);
}

static void reset_keeps_memory_and_release_does_not(void **state)
{
    (void)state;
    struct kith_buf buf = {0};
    kith_buf_text(&buf, "rain");
    const char *data = buf.data;
    kith_buf_reset(&buf);
    assert_int_equal(buf.length, 0);
    kith_buf_text(&buf, "snow");
    assert_ptr_equal(buf.data, data);
    kith_buf_release(&buf);
    assert_null(buf.data);
    assert_int_equal(buf.room, 0);
}

static void taking_hands_over_a_c_string(void **state)
{
    (void)state;
    struct kith_buf buf = {0};
    kith_buf_text(&buf, "rain");
    char *text = kith_buf_take(&buf);
    assert_string_equal(text, "rain");
    assert_null(buf.data);
    free(text);
    text = kith_buf_take(&buf);
    assert_string_equal(text, "");
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(appends_in_order),
        cmocka_unit_test(grows_to_any_length),
        cmocka_unit_test(whole_numbers),
        cmocka_unit_test(doubles_are_written_as_short_as_they_can_be),
        cmocka_unit_test(doubles_read_back_as_they_were),
        cmocka_unit_test(doubles_have_a_point_where_others_write_a_comma),
        cmocka_unit_test(doubles_have_a_point_where_the_point_has_two_bytes),
        cmocka_unit_test(a_broken_buffer_takes_no_more_and_says_so),
        cmocka_unit_test(an_impossible_length_breaks_it),
        cmocka_unit_test(reset_keeps_memory_and_release_does_not),
        cmocka_unit_test(taking_hands_over_a_c_string),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
