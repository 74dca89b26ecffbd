/* The article on a page, and nothing else of it. */
#include <stdlib.h>

#include "support/check.h"

#include "base/file.h"
#include "input/html_reader.h"

struct page {
    struct kith_arena arena;
    struct kith_article article;
    struct kith_error err;
};

static int set_up(void **state)
{
    struct page *page = calloc(1, sizeof *page);
    assert_non_null(page);
    kith_arena_init(&page->arena, KITH_ARENA_UNCAPPED);
    *state = page;
    return 0;
}

static int tear_down(void **state)
{
    struct page *page = *state;
    kith_arena_release(&page->arena);
    free(page);
    return 0;
}

static void check_text(struct page *page, const char *html, const char *text)
{
    page->article = (struct kith_article){.bytes = kith_str_of(html)};
    assert_ok(kith_html_read(&page->article, &page->arena, &page->err), &page->err);
    assert_str(page->article.bytes, text);
    assert_true(page->article.is_utf8_text);
}

#define RAIN "<p>Rain fell on the harbour all day, and the ferry stayed in.</p>"
#define RAIN_TEXT "Rain fell on the harbour all day, and the ferry stayed in."
#define SUN "<p>On Friday the sun came out, and so did the <a href=x>ferry</a>.</p>"
#define SUN_TEXT "On Friday the sun came out, and so did the ferry."

static void reads_paragraphs_and_headings_between(void **state)
{
    check_text(*state,
               "<html><body><div><article><h1>Weather</h1>" RAIN
               "<h2>Then\n  sun</h2>" SUN "</article></div></body></html>",
               RAIN_TEXT "\n\nThen sun\n\n" SUN_TEXT);
}

static void leaves_out_what_stands_around_the_article(void **state)
{
    check_text(
        *state,
        "<html><body><nav><ul><li><a href=a>Home</a><li><a href=b>Sport</a></ul>"
        "</nav><div class='story'>" RAIN
        "<figure><img src=x><figcaption>The ferry, seen from the harbour wall "
        "on Thursday evening.</figcaption></figure>"
        "<div class='related-links'><p>Read how the ferry was built and by whom, in "
        "our long report.</p></div>" SUN
        "</div><div id=comments><p>I was there, and it did not rain at all, I tell "
        "you, not one drop of it.</p></div>"
        "<script>var p = '<p>It is not an article.</p>';</script>"
        "<footer><p>All rights reserved by the Example Post, of course.</p></footer>"
        "</body></html>",
        RAIN_TEXT "\n\n" SUN_TEXT);
}

static void an_article_in_a_box_of_a_misleading_name_is_found(void **state)
{
    check_text(*state,
               "<html><body><div class='widget with-sidebar'>" RAIN SUN
               "</div></body></html>",
               RAIN_TEXT "\n\n" SUN_TEXT);
}

static void comments_longer_than_the_article_are_none_of_it(void **state)
{
    check_text(*state,
               "<html><body><main>" SUN "</main><section class=comment-list>" RAIN RAIN
               "</section></body></html>",
               SUN_TEXT);
}

static void lines_parted_by_breaks_stay_lines(void **state)
{
    check_text(*state,
               "<html><body><div><p>Rain fell on the harbour all day.<br>Sun came "
               "later.<br><br>Then night.</p></div></body></html>",
               "Rain fell on the harbour all day.\nSun came later.\n\nThen night.");
}

static void a_page_without_a_text_is_refused(void **state)
{
    struct page *page = *state;
    page->article.bytes = KITH_STR("<html><body><a href=x>Home</a></body></html>");
    assert_int_equal(kith_html_read(&page->article, &page->arena, &page->err),
                     KITH_BAD_INPUT);
}

#define BODY "<body>" RAIN "</body></html>"

static void linked_data_counts_before_tags_and_tags_before_the_title(void **state)
{
    struct page *page = *state;
    check_text(page,
               "<html lang=en><head><title>Rain - Example Post</title>"
               "<meta property='og:title' content='Rain again'>"
               "<meta property='og:site_name' content='Example Post'>"
               "<meta name=pubdate content='2024-01-01'>"
               "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\","
               "\"headline\":\"No\"},{\"@type\":[\"NewsArticle\"],\"headline\":\"Rain, "
               "rain\",\"datePublished\":\"2024-03-22T10:00Z\"}]}</script></head>" BODY,
               "Rain, rain\n\n" RAIN_TEXT);
    assert_str(page->article.title, "Rain, rain");
    assert_str(page->article.date, "2024-03-22");
    assert_str(page->article.source, "Example Post");
    assert_str(page->article.language, "en");
    check_text(page,
               "<html><head><title>Rain on the harbour | Example Post</title>"
               "<link rel=canonical href='https://example.org/rain'></head><body><time "
               "datetime=2024-03-21>Yesterday</time>" RAIN "</body></html>",
               "Rain on the harbour\n\n" RAIN_TEXT);
    assert_str(page->article.date, "2024-03-21");
    assert_str(page->article.url, "https://example.org/rain");
}

static void reads_the_encoding_that_is_declared_and_guesses_others(void **state)
{
    struct page *page = *state;
#define LATIN "<p>Ren\xE9 came to the harbour in the rain.</p>"
#define LATIN_TEXT "Ren\xC3\xA9 came to the harbour in the rain."
    check_text(page,
               "<html><head><meta charset='iso-8859-2'></head><body>"
               "<p>\xA3\xF3"
               "d\xBC is a town that lies in the rain.</p></body></html>",
               "\xC5\x81\xC3\xB3"
               "d\xC5\xBA is a town that lies in the rain.");
    check_text(page, "<html><body>" LATIN "</body></html>", LATIN_TEXT);
    check_text(page,
               "<html><head><meta charset=no-such-thing></head><body>" LATIN
               "</body></html>",
               LATIN_TEXT);
    check_text(page,
               "<html><head><meta charset=iso-8859-1></head><body>"
               "<p>" LATIN_TEXT "</p>"
               "</body></html>",
               LATIN_TEXT);
}

static void tells_pages_from_texts(void **state)
{
    (void)state;
    static const char *const pages[] = {
        "<!DOCTYPE HTML><p>", " \n<html>", "<!-- saved -->\n<HTML lang=en>",
        "\xEF\xBB\xBF<html>", "<?xml version='1.0'?><html>"};
    static const char *const texts[] = {"", "Rain", "<rss>", "<!-- only", "< html >"};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        assert_true(kith_html_is_page(kith_str_of(pages[i])));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(kith_html_is_page(kith_str_of(texts[i])));
}

static enum kith_status read_page(struct kith_arena *arena, void *context,
                                  struct kith_error *err)
{
    struct kith_article article = {.bytes = kith_str_of(context)};
    return kith_html_read(&article, arena, err);
}

static void fails_cleanly_at_every_cap(void **state)
{
    (void)state;
    check_memory_sweep(read_page, "<html><head><title>Rain</title></head>" BODY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(reads_paragraphs_and_headings_between),
        TEST(leaves_out_what_stands_around_the_article),
        TEST(an_article_in_a_box_of_a_misleading_name_is_found),
        TEST(comments_longer_than_the_article_are_none_of_it),
        TEST(lines_parted_by_breaks_stay_lines),
        TEST(a_page_without_a_text_is_refused),
        TEST(linked_data_counts_before_tags_and_tags_before_the_title),
        TEST(reads_the_encoding_that_is_declared_and_guesses_others),
        TEST(tells_pages_from_texts),
        TEST(fails_cleanly_at_every_cap),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
