/* Slices. */
#include "support/check.h"

static const struct kith_str NOTHING = {0};

static void equality_is_of_bytes_and_length(void **state)
{
    (void)state;
    assert_true(kith_str_equal(KITH_STR("rain"), kith_str_of("rain")));
    assert_false(kith_str_equal(KITH_STR("rain"), KITH_STR("rai")));
    assert_false(kith_str_equal(KITH_STR("a\0b"), KITH_STR("a\0c")));
    assert_true(kith_str_equal(NOTHING, KITH_STR("")));
}

static void order_is_of_bytes_and_shorter_first(void **state)
{
    (void)state;
    assert_true(kith_str_compare(KITH_STR("a"), KITH_STR("b")) < 0);
    assert_true(kith_str_compare(KITH_STR("ab"), KITH_STR("a")) > 0);
    assert_true(kith_str_compare(KITH_STR("a"), KITH_STR("\xC3\xA9")) < 0);
    assert_true(kith_str_compare(KITH_STR("Z"), KITH_STR("a")) < 0);
    assert_int_equal(kith_str_compare(NOTHING, KITH_STR("")), 0);
    assert_true(kith_str_compare(NOTHING, KITH_STR("a")) < 0);
}

static void heads_and_tails(void **state)
{
    (void)state;
    assert_true(kith_str_starts_with(KITH_STR("rain"), KITH_STR("ra")));
    assert_false(kith_str_starts_with(KITH_STR("rain"), KITH_STR("in")));
    assert_false(kith_str_starts_with(KITH_STR("ra"), KITH_STR("rain")));
    assert_true(kith_str_ends_with(KITH_STR("rain"), KITH_STR("in")));
    assert_false(kith_str_ends_with(KITH_STR("rain"), KITH_STR("ra")));
    assert_false(kith_str_ends_with(KITH_STR("in"), KITH_STR("rain")));
}

static void all_begin_and_end_with_nothing(void **state)
{
    (void)state;
    assert_true(kith_str_starts_with(KITH_STR("rain"), NOTHING));
    assert_true(kith_str_ends_with(KITH_STR("rain"), NOTHING));
    assert_true(kith_str_starts_with(NOTHING, NOTHING));
    assert_true(kith_str_ends_with(NOTHING, KITH_STR("")));
}

static void trimming_takes_ascii_blanks_at_both_sides(void **state)
{
    (void)state;
    assert_str(kith_str_trim(KITH_STR(" \t\r\n a b \n")), "a b");
    assert_str(kith_str_trim(KITH_STR("a")), "a");
    assert_str(kith_str_trim(KITH_STR(" \n ")), "");
    assert_str(kith_str_trim(NOTHING), "");
    assert_str(kith_str_trim(KITH_STR("\xC2\xA0x")), "\xC2\xA0x");
}

/* The pieces of `text`, each in brackets. */
static void check_cut(const char *text, const char *expected)
{
    char told[100] = "";
    struct kith_str rest = kith_str_of(text);
    while (rest.data) {
        struct kith_str piece = kith_str_cut(&rest, '|');
        size_t have = strlen(told);
        snprintf(told + have, sizeof told - have, "[%.*s]", KITH_STR_ARGS(piece));
    }
    assert_string_equal(told, expected);
}

static void cutting_gives_every_piece_even_empty_ones(void **state)
{
    (void)state;
    check_cut("a|b", "[a][b]");
    check_cut("a", "[a]");
    check_cut("|a||", "[][a][][]");
    check_cut("", "[]");
    struct kith_str rest = NOTHING;
    assert_int_equal(kith_str_cut(&rest, '|').length, 0);
    assert_null(rest.data);
}

static void slices_of_nothing_are_nothing(void **state)
{
    (void)state;
    assert_str(kith_str_slice(KITH_STR("rain"), 1, 3), "ai");
    assert_str(kith_str_slice(KITH_STR("rain"), 4, 4), "");
    assert_null(kith_str_slice(NOTHING, 0, 0).data);
}

static void copies_stand_on_their_own(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, 16);
    char text[] = "rain";
    struct kith_str copy = kith_str_copy(&arena, kith_str_of(text));
    text[0] = 'p';
    assert_string_equal(copy.data, "rain");
    assert_null(kith_str_copy(&arena, KITH_STR("snow")).data);
    kith_arena_release(&arena);
}

static void case_is_that_of_ascii_letters(void **state)
{
    (void)state;
    assert_true(kith_str_equal_caseless(KITH_STR("Type-1"), KITH_STR("tYPE-1")));
    assert_false(kith_str_equal_caseless(KITH_STR("type"), KITH_STR("types")));
    assert_false(kith_str_equal_caseless(KITH_STR("a@"), KITH_STR("a`")));
    assert_false(kith_str_equal_caseless(KITH_STR("\303\204"), KITH_STR("\303\244")));
    assert_true(kith_str_equal_caseless(NOTHING, KITH_STR("")));
    struct kith_arena arena;
    kith_arena_init(&arena, 64);
    struct kith_str copy = kith_str_lower_copy(&arena, KITH_STR("\303\204@Bc"));
    assert_string_equal(copy.data, "\303\204@bc");
    kith_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equality_is_of_bytes_and_length),
        cmocka_unit_test(order_is_of_bytes_and_shorter_first),
        cmocka_unit_test(heads_and_tails),
        cmocka_unit_test(all_begin_and_end_with_nothing),
        cmocka_unit_test(trimming_takes_ascii_blanks_at_both_sides),
        cmocka_unit_test(cutting_gives_every_piece_even_empty_ones),
        cmocka_unit_test(slices_of_nothing_are_nothing),
        cmocka_unit_test(copies_stand_on_their_own),
        cmocka_unit_test(case_is_that_of_ascii_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
