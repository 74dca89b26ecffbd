/* The articles of files that hold many, in order, and what is none in its place. */
#include "support/taking.h"

static void a_text_is_taken_as_it_is(void **state)
{
    check_taken(*state, "a.txt", "Rain.", "a.txt||Rain.|\n");
}

static void each_row_of_a_table_is_an_article(void **state)
{
    check_taken(*state, "a.csv",
                "Headline,Published At,Body\n"
                "Rain,2024-03-22T10:00Z,It rained.\n"
                "\"Sun, at last\",,Sun.\n",
                "a.csv#2|2024-03-22|Rain//It rained.|\n"
                "a.csv#3||Sun, at last//Sun.|\n");
    check_taken(*state, "a.tsv", "text\ttitle\nRain\t\n", "a.tsv#2||Rain|\n");
}

static void rows_that_are_no_articles_are_told_by_line(void **state)
{
    check_taken(*state, "a.csv", "text\n\"\"\nRain\n\"x\"y\nSun\n",
                "!a.csv:2|empty|\na.csv#3||Rain|\n!a.csv:4|csv|\na.csv#5||Sun|\n");
    check_taken(*state, "b.csv", "words\nRain\n", "!b.csv|unreadable|\n");
    check_taken(*state, "c.csv", "", "");
}

static void of_two_columns_the_likelier_is_the_text(void **state)
{
    check_taken(*state, "a.csv", "content,text\nno,yes\n", "a.csv#2||yes|\n");
}

static void the_user_s_names_of_columns_are_the_only_ones(void **state)
{
    struct check_taking *taking = *state;
    taking->options.names.own[KITH_FIELD_TEXT] = "words";
    check_taken(taking, "a.csv", "text,Words\nno,yes\n", "a.csv#2||yes|\n");
    check_taken(taking, "a.jsonl", "{\"text\":\"no\",\"words\":\"yes\"}\n",
                "a.jsonl#1||yes|\n");
}

static void each_line_of_json_is_an_article(void **state)
{
    check_taken(*state, "a.jsonl",
                "\xEF\xBB\xBF{\"title\":\"Rain\",\"text\":\"It rained.\"}\n\n"
                "{\"body\":[\"One.\",\"Two.\"],\"date\":\"22 March 2024\"}\n"
                "{\"text\":\n"
                "[]\n"
                "{\"title\":\"Sun\"}\n",
                "a.jsonl#1||Rain//It rained.|\n"
                "a.jsonl#3|2024-03-22|One.//Two.|\n"
                "!a.jsonl#4|json|\n!a.jsonl#5|json|\n!a.jsonl#6|json|\n");
}

static void a_line_that_is_too_long_is_told_and_passed_over(void **state)
{
    struct check_taking *taking = *state;
    taking->options.max_size = 20;
    check_taken(taking, "a.jsonl",
                "{\"text\":\"much too long to be read\"}\n{\"text\":\"Rain\"}\n",
                "!a.jsonl:1|size|\na.jsonl#2||Rain|\n");
}

static void the_objects_of_an_array_are_articles(void **state)
{
    check_taken(*state, "a.json", "[{\"text\":\"Rain\"},\n{\"text\":\"Sun {[\"}]",
                "a.json#1||Rain|\na.json#2||Sun {[|\n");
    check_taken(*state, "b.json", "{\"articles\":[{\"content\":\"Rain\"}]}\n",
                "b.json#1||Rain|\n");
    check_taken(*state, "c.json",
                "{\n\"text\":\"Rain\",\n\"pictures\":[{\"url\":\"x\"}]}\n",
                "c.json#1||Rain|\n");
    check_taken(*state, "d.json", "{\"text\":\"Rain\"}\n{\"text\":\"Sun\"}\n",
                "d.json#1||Rain|\nd.json#2||Sun|\n");
}

/* Marks of JSON in strings, at all distances from one another. */
static void strings_of_any_length_are_passed_over_whole(void **state)
{
    struct check_taking *taking = *state;
    struct kith_buf json = {0}, wanted = {0};
    kith_buf_text(&json, "[{\"text\":\"");
    kith_buf_text(&wanted, "a.json#1||");
    for (int i = 0; i < 700; i++) {
        kith_buf_format(&json, "%0*d\\\"]}\\\\", i + 1, i);
        kith_buf_format(&wanted, "%0*d\"]}\\", i + 1, i);
    }
    kith_buf_text(&json, "\"},{\"text\":\"Sun\"}]");
    kith_buf_text(&wanted, "|\na.json#2||Sun|\n");
    kith_buf_byte(&json, '\0');
    kith_buf_byte(&wanted, '\0');
    check_taken(taking, "a.json", json.data, wanted.data);
    kith_buf_release(&json);
    kith_buf_release(&wanted);
}

static void json_without_articles_or_cut_off_is_told(void **state)
{
    check_taken(*state, "a.json", "{\"words\":3}", "!a.json|json|\n");
    check_taken(*state, "b.json", "[{\"text\":\"Rain\"}",
                "b.json#1||Rain|\n!b.json:1|json|\n");
}

static void html_in_columns_and_members_becomes_text(void **state)
{
    check_taken(*state, "a.csv",
                "title,text\nQuill &amp; Sons,<p>It rained.</p><p>It shone.</p>\n",
                "a.csv#2||Quill & Sons//It rained.//It shone.|\n");
    check_taken(*state, "a.jsonl", "{\"text\":\"It rained.<br>3 &lt; 4\"}\n",
                "a.jsonl#1||It rained./3 < 4|\n");
    check_taken(*state, "b.jsonl", "{\"text\":\"Write <p> & R&D.\"}\n",
                "b.jsonl#1||Write <p> & R&D.|\n");
}

static void kinds_are_told_by_bytes_before_names(void **state)
{
    check_taken(*state, "rows", "title,text\nRain,It rained.\n",
                "rows#2||Rain//It rained.|\n");
    check_taken(*state, "a.csv", "title;text\nRain;It rained.\n",
                "a.csv#2||Rain//It rained.|\n");
    check_taken(*state, "objects", "{\"text\":\"Rain\"}\n{\"text\":\"Sun\"}\n",
                "objects#1||Rain|\nobjects#2||Sun|\n");
    check_taken(*state, "a.html", "[{\"text\":\"Rain\"}]", "a.html#1||Rain|\n");
    check_taken(*state, "b.html",
                "<rss><item><title>A</title></item><item><title>B</title></item></rss>",
                "b.html#1||A|\nb.html#2||B|\n");
    check_taken(*state, "a.json", "<html><p>Rain fell on the harbour all day.</p></html>",
                "a.json||Rain fell on the harbour all day.|\n");
    check_taken(*state, "notes", "Text, title and date are there.\n",
                "notes||Text, title and date are there./|\n");
    check_taken(*state, "x.jsonl", "[{\"text\":\"Rain\"}]", "x.jsonl#1||Rain|\n");
}

static void a_file_that_cannot_be_opened_is_told(void **state)
{
    struct check_taking *taking = *state;
    struct kith_error err = {0};
    check_subfolder(&taking->folder, "a.csv");
    assert_ok(check_take(taking, "a.csv", &err), &err);
    kith_buf_byte(&taking->log, '\0');
    assert_string_equal(taking->log.data, "!a.csv|unreadable|\n");
}

static void who_takes_articles_may_end_it(void **state)
{
    struct check_taking *taking = *state;
    struct kith_error err = {0};
    taking->stops_at = 1;
    check_file(&taking->folder, "a.csv", "text\nRain\nSun\nSnow\n");
    assert_int_equal(check_take(taking, "a.csv", &err), KITH_LIMIT);
    assert_string_equal(err.text, "enough");
    assert_int_equal(taking->count, 2);
}

static void one_article_is_found_by_its_path(void **state)
{
    struct check_taking *taking = *state;
    const struct kith_intake intake = {.options = taking->options};
    struct kith_error err = {0};
    struct kith_unread unread;
    char path[600];
    check_file(&taking->folder, "a.csv", "text\nRain\nSun\n");
    snprintf(path, sizeof path, "%s#3", check_path(&taking->folder, "a.csv"));
    assert_ok(kith_intake_find(&intake, kith_str_of(path), &taking->arena, &unread, &err),
              &err);
    assert_str(unread.article.bytes, "Sun");
    path[strlen(path) - 1] = '9';
    assert_int_equal(
        kith_intake_find(&intake, kith_str_of(path), &taking->arena, &unread, &err),
        KITH_BAD_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name)                                                                       \
    cmocka_unit_test_setup_teardown(name, check_taking_begin, check_taking_end)
        TEST(a_text_is_taken_as_it_is),
        TEST(each_row_of_a_table_is_an_article),
        TEST(rows_that_are_no_articles_are_told_by_line),
        TEST(of_two_columns_the_likelier_is_the_text),
        TEST(the_user_s_names_of_columns_are_the_only_ones),
        TEST(each_line_of_json_is_an_article),
        TEST(a_line_that_is_too_long_is_told_and_passed_over),
        TEST(the_objects_of_an_array_are_articles),
        TEST(strings_of_any_length_are_passed_over_whole),
        TEST(json_without_articles_or_cut_off_is_told),
        TEST(html_in_columns_and_members_becomes_text),
        TEST(kinds_are_told_by_bytes_before_names),
        TEST(a_file_that_cannot_be_opened_is_told),
        TEST(who_takes_articles_may_end_it),
        TEST(one_article_is_found_by_its_path),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
