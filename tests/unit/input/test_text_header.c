/* Headers above texts, and what only looks like one. */
#include "support/one_arena.h"

#include "base/buf.h"
#include "base/file.h"
#include "input/text_header.h"

static struct kith_article take(const char *text)
{
    struct kith_article article = {.bytes = kith_str_of(text)};
    struct kith_error err = {0};
    assert_ok(kith_text_header_take(&article, &arena, &err), &err);
    assert_int_equal(article.bytes.length, strlen(text));
    return article;
}

static void check_text(const char *text)
{
    struct kith_article article = take(text);
    assert_ptr_equal(article.bytes.data, text);
    assert_int_equal(article.title.length + article.date.length, 0);
}

static void fields_are_kept_and_lines_become_blanks(void **state)
{
    (void)state;
    struct kith_article article =
        take("Title: Rain\nDate: 22 March 2024\nSource: The Gull\n"
             "Author: Ada Quill\nURL: https://gull.example/1\n"
             "Language: en\nSection: Harbour\n\nIt rained.\n");
    assert_str(article.title, "Rain");
    assert_str(article.date, "2024-03-22");
    assert_str(article.source, "The Gull");
    assert_str(article.url, "https://gull.example/1");
    assert_str(article.language, "en");
    assert_str(kith_str_slice(article.bytes, 0, 11), "       Rain");
    assert_str(kith_str_trim(kith_str_slice(article.bytes, 11, article.bytes.length)),
               "It rained.");
}

static void what_stands_behind_keeps_its_place(void **state)
{
    (void)state;
    const char *text = "\xEF\xBB\xBF"
                       "Date: 2024-03-22\r\nHeadline: Rain\r\n\r\nIt rained.";
    struct kith_article article = take(text);
    size_t place = (size_t)(strstr(text, "It rained") - text);
    assert_str(kith_str_slice(article.bytes, place, article.bytes.length), "It rained.");
    place = (size_t)(strstr(text, "\r\n\r\n") - text);
    assert_str(kith_str_slice(article.bytes, place, place + 4), "\r\n\r\n");
}

static void a_title_that_the_text_repeats_is_not_read_twice(void **state)
{
    (void)state;
    struct kith_article article = take("Title: Rain\n\nRain\n\nIt rained.");
    assert_str(article.title, "Rain");
    assert_str(kith_str_trim(article.bytes), "Rain\n\nIt rained.");
}

static void padding_stands_behind_the_text(void **state)
{
    (void)state;
    const char zeros[KITH_FILE_PADDING] = {0};
    struct kith_article article = take("Title: Rain\n\nIt rained.");
    assert_memory_equal(article.bytes.data + article.bytes.length, zeros, sizeof zeros);
}

static void one_known_line_is_enough_when_it_is_a_title_or_a_date(void **state)
{
    (void)state;
    assert_str(take("Headline: Rain\n\nIt rained.").title, "Rain");
    assert_str(take("Published: 2024-03-22T10:00Z\n\nIt rained.").date, "2024-03-22");
    check_text("Date: to be told\n\nIt rained.");
    check_text("Source: The Gull\n\nIt rained.");
    check_text("Name: Ada Quill\n\nIt rained.");
}

static void articles_that_begin_with_a_word_and_a_colon_are_text(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Update: the harbour is open.\n\nIt rained.",
        "Update: open\nCorrection: closed\n\nIt rained.",
        "Title: Rain\nIt rained.\n\nDate: 2024-03-22\n",
        "Title: Rain\nDate: 2024-03-22\nIt rained, and there is no empty line.",
        "\nTitle: Rain\nDate: 2024-03-22\n\nIt rained.",
        "Title:\n\nIt rained.",
        "",
        "Rain: what is known at this hour, and what is not: Title: none\n\nIt rained.",
        "http://gull.example\n\nIt rained.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_text(texts[i]);
}

static void a_header_of_no_end_is_text(void **state)
{
    (void)state;
    struct kith_buf text = {0};
    for (int i = 0; i < 30; i++)
        kith_buf_text(&text, "Title: Rain\n");
    kith_buf_text(&text, "\nIt rained.");
    kith_buf_byte(&text, '\0');
    check_text(text.data);
    kith_buf_release(&text);
}

static enum kith_status take_in(struct kith_arena *capped, void *context,
                                struct kith_error *err)
{
    struct kith_article article = {
        .bytes = KITH_STR("Title: Rain\nDate: 2024-03-22\n\nIt rained.")};
    (void)context;
    return kith_text_header_take(&article, capped, err);
}

static void fails_cleanly_at_every_cap(void **state)
{
    (void)state;
    check_memory_sweep(take_in, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(fields_are_kept_and_lines_become_blanks),
        TEST(what_stands_behind_keeps_its_place),
        TEST(a_title_that_the_text_repeats_is_not_read_twice),
        TEST(padding_stands_behind_the_text),
        TEST(one_known_line_is_enough_when_it_is_a_title_or_a_date),
        TEST(articles_that_begin_with_a_word_and_a_colon_are_text),
        TEST(a_header_of_no_end_is_text),
        TEST(fails_cleanly_at_every_cap),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
