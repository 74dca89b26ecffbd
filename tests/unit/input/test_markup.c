/* Pieces of HTML, and texts that are none. */
#include "support/check.h"

#include "input/markup.h"

static void what_has_tags_or_references_is_markup(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "<p>It rained.</p>",   "It rained.<br>It shone.",
        "It rained.<BR />",    "<a href=\"x\">Rain</a> fell.",
        "Quill &amp; Sons",    "the harbour&#8217;s",
        "the harbour&#x2019;s"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        assert_true(kith_markup_is_sure(kith_str_of(pieces[i])));
}

static void prose_with_signs_is_no_markup(void **state)
{
    (void)state;
    static const char *const texts[] = {"",
                                        "It rained.",
                                        "Quill & Sons; and others",
                                        "AT&T;",
                                        "3 < 4 > 2",
                                        "a <b and c> d",
                                        "Write <p> for it.",
                                        "R&D; <x></x>",
                                        "Rain <ada@gull.example> <ben@gull.example>",
                                        "<p",
                                        "&",
                                        "&#",
                                        "</"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(kith_markup_is_sure(kith_str_of(texts[i])));
}

static void check_read(const char *html, const char *wanted)
{
    struct kith_arena arena;
    struct kith_str text;
    struct kith_error err = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(kith_markup_read(kith_str_of(html), &arena, &text, &err), &err);
    assert_str(text, wanted);
    kith_arena_release(&arena);
}

static void tags_that_break_lines_make_paragraphs(void **state)
{
    (void)state;
    check_read("<p>It\nrained.</p><p>It <b>shone</b>.</p>", "It rained.\n\nIt shone.");
    check_read("It rained.<br>It shone.", "It rained.\nIt shone.");
}

static void without_them_empty_lines_do(void **state)
{
    (void)state;
    check_read("It <b>rained</b>\nall day.\n\n \nQuill &amp; Sons.\n",
               "It rained all day.\n\nQuill & Sons.");
}

static void nothing_is_left_of_tags_alone(void **state)
{
    (void)state;
    check_read("<p></p>", "");
    check_read("", "");
}

static enum kith_status read_in(struct kith_arena *arena, void *context,
                                struct kith_error *err)
{
    struct kith_str text;
    (void)context;
    return kith_markup_read(KITH_STR("It <b>rained</b>.\n\nIt shone."), arena, &text,
                            err);
}

static void fails_cleanly_at_every_cap(void **state)
{
    (void)state;
    check_memory_sweep(read_in, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_has_tags_or_references_is_markup),
        cmocka_unit_test(prose_with_signs_is_no_markup),
        cmocka_unit_test(tags_that_break_lines_make_paragraphs),
        cmocka_unit_test(without_them_empty_lines_do),
        cmocka_unit_test(nothing_is_left_of_tags_alone),
        cmocka_unit_test(fails_cleanly_at_every_cap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
