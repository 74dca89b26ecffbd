/* Folding, exact spelling and slugs. */
#include "support/check.h"

#include "base/file.h"
#include "base/hash.h"
#include "text/fold.h"

static struct kith_token whole(struct kith_str text)
{
    return (struct kith_token){.end = (uint32_t)text.length, .kind = KITH_TOKEN_WORD};
}

static size_t fold(const char *word, char *out)
{
    char padded[1024 + KITH_FILE_PADDING] = {0};
    strcpy(padded, word);
    struct kith_str text = kith_str_of(padded);
    struct kith_token token = whole(text);
    return kith_fold(text, &token, out);
}

static void assert_fold(const char *word, const char *wanted)
{
    char out[KITH_FOLD_LIMIT];
    assert_str(((struct kith_str){out, fold(word, out)}), wanted);
}

/* All of ASCII, at every place of the eight bytes taken at once. */
static void lowers_ascii_and_nothing_beside_it(void **state)
{
    (void)state;
    for (char c = '!'; c < 0x7F; c++) {
        for (int at = 0; at < 9; at++) {
            char word[10] = "xxxxxxxxx", wanted[10] = "xxxxxxxxx";
            word[at] = c;
            wanted[at] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
            if (c != '`')
                assert_fold(word, wanted);
        }
    }
}

static void hashes_what_folds_alike_alike(void **state)
{
    (void)state;
    char padded[] = "Kyiv KYIV Erdogan Erdo\xC4\x9F"
                    "an\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
    struct kith_str text = kith_str_of(padded);
    struct kith_token kyiv = {0, 4, 0, 0, 0, 0}, upper = {5, 9, 0, 0, 0, 0};
    struct kith_token plain = {10, 17, 0, 0, 0, 0}, breve = {18, 26, 0, 0, 0, 0};
    assert_true(kith_fold_hash(text, &kyiv) == kith_fold_hash(text, &upper));
    assert_true(kith_fold_hash(text, &plain) == kith_fold_hash(text, &breve));
    assert_true(kith_fold_hash(text, &plain) != kith_fold_hash(text, &kyiv));
    assert_true(kith_fold_hash(text, &kyiv) == kith_hash("kyiv", 4));
}

static void folds_long_words_to_the_limit_by_whole_characters(void **state)
{
    (void)state;
    char word[601] = {0}, out[KITH_FOLD_LIMIT];
    memset(word, 'A', 300);
    assert_int_equal(fold(word, out), KITH_FOLD_LIMIT);
    assert_int_equal(out[KITH_FOLD_LIMIT - 1], 'a');
    word[0] = 'x';
    for (int i = 0; i < 200; i++)
        memcpy(word + 1 + 2 * i, "\xD0\x90", 2); /* А */
    assert_int_equal(fold(word, out), KITH_FOLD_LIMIT - 1);
}

static bool is_exact(const char *a, const char *b)
{
    return kith_spelling_is_exact(kith_str_of(a), kith_str_of(b)) &&
           kith_spelling_is_exact(kith_str_of(b), kith_str_of(a));
}

static void takes_what_a_keyboard_decides_for_exact(void **state)
{
    (void)state;
    assert_true(is_exact("S\u00E3o Tom\u00E9", "Sa\u0303o Tome\u0301"));
    assert_true(is_exact("O'Brien", "O\u2019Brien"));
    assert_true(is_exact("Al-Shabaab", "Al\u2011Shabaab"));
    assert_true(is_exact("Islamic State", "Islamic\r\n   State"));
    assert_true(is_exact("Mos\u00ADcow", "Moscow"));
    assert_true(is_exact("\uD55C\uAD6D", "\u1112\u1161\u11AB\u1100\u116E\u11A8"));
    assert_true(is_exact("", ""));
}

/* Marks above and below may stand in either order; two above may not. */
static void puts_marks_in_canonical_order(void **state)
{
    (void)state;
    assert_true(is_exact("q\u0323\u0307", "q\u0307\u0323"));
    assert_true(is_exact("\u1E69", "s\u0307\u0323"));
    assert_false(is_exact("q\u0301\u0300", "q\u0300\u0301"));
}

static void takes_case_marks_and_words_for_real(void **state)
{
    (void)state;
    assert_false(is_exact("IS", "is"));
    assert_false(is_exact("Erdogan", "Erdo\u011Fan"));
    assert_false(is_exact("Islamic State", "IslamicState"));
    assert_false(is_exact("Kyiv", "Kyiv "));
    assert_false(is_exact("Kyiv", ""));
    assert_false(is_exact("Al Shabaab", "Al-Shabaab"));
}

static void survives_a_letter_under_a_heap_of_marks(void **state)
{
    (void)state;
    char a[401] = "a", b[401] = "a";
    for (int i = 0; i < 100; i++) {
        strcat(a, "\u0301");
        strcat(b, "\u0301");
    }
    strcat(b, "b");
    assert_true(is_exact(a, a));
    assert_false(is_exact(a, b));
}

static void assert_slug(const char *name, const char *wanted)
{
    struct kith_buf buf = {0};
    kith_slug(kith_str_of(name), &buf);
    assert_str(kith_buf_view(&buf), wanted);
    kith_buf_release(&buf);
}

static void makes_slugs_that_can_be_read(void **state)
{
    (void)state;
    assert_slug("Dmitry Peskov", "dmitry-peskov");
    assert_slug("  O\u2019Brien & Sons, Ltd. ", "obrien-sons-ltd");
    assert_slug("U.S. Army", "us-army");
    assert_slug("J.K. Rowling", "jk-rowling");
    assert_slug("St. Petersburg", "st-petersburg");
    assert_slug("Recep Tayyip Erdo\u011Fan", "recep-tayyip-erdogan");
    assert_slug("\u041C\u043E\u0441\u043A\u0432\u0430 24",
                "\u043C\u043E\u0441\u043A\u0432\u0430-24");
    assert_slug("\u6771\u4EAC", "\u6771\u4EAC");
    assert_slug("ISIS-K", "isis-k");
    assert_slug("--- & \u2026", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_ascii_and_nothing_beside_it),
        cmocka_unit_test(hashes_what_folds_alike_alike),
        cmocka_unit_test(folds_long_words_to_the_limit_by_whole_characters),
        cmocka_unit_test(takes_what_a_keyboard_decides_for_exact),
        cmocka_unit_test(puts_marks_in_canonical_order),
        cmocka_unit_test(takes_case_marks_and_words_for_real),
        cmocka_unit_test(survives_a_letter_under_a_heap_of_marks),
        cmocka_unit_test(makes_slugs_that_can_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
