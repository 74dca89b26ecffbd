/* Text broken into lines, and its width guessed. */
#include "output/letters.h"

#include <math.h>

#include "support/check.h"

static void check(const char *text, uint32_t width, const char *wanted)
{
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_str(kith_letters_break(kith_str_of(text), width, &arena), wanted);
    kith_arena_release(&arena);
}

static void lines_break_at_blanks(void **state)
{
    (void)state;
    check("Islamic State  Khorasan Province", 14, "Islamic State\nKhorasan\nProvince");
    check("Unbreakable", 4, "Unbreakable");
    check("\tone\r\ntwo ", 18, "one two");
    check(" ", 4, "");
    check("Ж漢 ж漢", 5, "Ж漢 ж漢");
}

static void the_longest_line_counts(void **state)
{
    (void)state;
    assert_true(kith_letters_width(KITH_STR("mmm\ni")) ==
                kith_letters_width(KITH_STR("mmm")));
    assert_int_equal(kith_letters_lines(KITH_STR("mmm\ni")), 2);
    assert_int_equal(kith_letters_lines(KITH_STR("")), 1);
}

/* In DejaVu Sans, 100 times each: what Graphviz makes of them, in ems. */
static void widths_are_those_of_a_wide_font(void **state)
{
    (void)state;
    assert_true(fabs(kith_letters_width(KITH_STR("m")) - 0.98) < 0.011);
    assert_true(fabs(kith_letters_width(KITH_STR("i")) - 0.28) < 0.011);
    assert_true(fabs(kith_letters_width(KITH_STR("~")) - 0.84) < 0.011);
    assert_true(kith_letters_width(KITH_STR("漢")) >= 1);
    assert_true(kith_letters_width(KITH_STR("é")) >= 0.62);
    assert_true(kith_letters_width(KITH_STR("e\u0301")) ==
                kith_letters_width(KITH_STR("e")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_break_at_blanks),
        cmocka_unit_test(the_longest_line_counts),
        cmocka_unit_test(widths_are_those_of_a_wide_font),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
