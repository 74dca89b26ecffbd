/* One article with its names marked, in every format of `kith tag`. */
#include "support/check.h"

#include <libxml/parser.h>

#include "output/tagged.h"
#include "unit/relate/pipeline.h"

static const char names[] = "name,type,aliases,id\n"
                            "Ada Quill,person,Quill,\n"
                            "Port Lund,city,,\n"
                            "\"Müller & <Sons> \"\"AG\"\"\",Trading house,Müller,a b\n";

/* The article as it is tagged; freed by the caller. */
static char *tagged(enum kith_tag_format format, struct kith_str article)
{
    struct pipeline p;
    struct kith_buf out = {0};
    pipeline_open(&p, names);
    pipeline_compile(&p);
    pipeline_run(&p, article);
    kith_tagged_write(format, p.gazetteer, &p.document, &p.mentions, &out);
    pipeline_close(&p);
    char *text = kith_buf_take(&out);
    assert_non_null(text);
    return text;
}

static void check_tagged(enum kith_tag_format format, const char *article,
                         const char *expected)
{
    char *text = tagged(format, kith_str_of(article));
    assert_string_equal(text, expected);
    free(text);
}

static void brackets_hold_name_type_and_id(void **state)
{
    (void)state;
    check_tagged(KITH_TAG_TEXT, "Quill left Port Lund.\n",
                 "[Quill|person:ada-quill] left [Port Lund|city:port-lund].\n");
    check_tagged(KITH_TAG_TEXT, "Müller went.",
                 "[Müller|trading house:a_x0020_b] went.\n");
    check_tagged(KITH_TAG_TEXT, "Nobody went.", "Nobody went.\n");
}

static void colours_end_where_the_name_ends(void **state)
{
    (void)state;
    check_tagged(KITH_TAG_COLOUR, "So Quill left.\n",
                 "So \033[1;36mQuill\033[0m left.\n");
}

static void a_terminal_is_told_nothing_but_text(void **state)
{
    (void)state;
    static const enum kith_tag_format formats[] = {KITH_TAG_TEXT, KITH_TAG_COLOUR};
    /* Title, colour, and C1's CSI; then a line that would be written over. */
    struct kith_str article = KITH_STR("A \033]0;owned\007 \033[2J \xC2\x9B"
                                       "31m \x7F b\tc \xC3\xA9.\r\nTwo.\rThree.\n");
    for (size_t i = 0; i < 2; i++) {
        char *text = tagged(formats[i], article);
        assert_string_equal(text,
                            "A  ]0;owned   [2J  31m   b\tc \xC3\xA9.\nTwo.\nThree.\n");
        free(text);
    }
}

static void json_has_one_object_a_mention(void **state)
{
    (void)state;
    char *text = tagged(KITH_TAG_JSONL, KITH_STR("Hm.\n\nMüller met \"Quill\".\n"));
    char *second = strchr(text, '\n');
    assert_non_null(second);
    *second++ = '\0';
    assert_non_null(strstr(text, "{\"file\": \"article.txt\", \"begin\": 5, \"end\": 12, "
                                 "\"surface\": \"Müller\", \"id\": \"a_x0020_b\", "
                                 "\"name\": \"Müller & <Sons> \\\"AG\\\"\", "
                                 "\"type\": \"trading house\", \"sentence\": 2, "
                                 "\"alias\": \"Müller\", \"row_file\": \""));
    assert_non_null(strstr(text, ".csv\", \"row_line\": 4, \"found\": \"exact\", "
                                 "\"choice\": \"only\", \"candidates\": 1}"));
    assert_non_null(strstr(second, "\"surface\": \"Quill\""));
    assert_null(strchr(strchr(second, '\n') + 1, '\n'));
    free(text);
}

static void brat_counts_characters(void **state)
{
    (void)state;
    check_tagged(KITH_TAG_BRAT, "Ä Müller é Quill\n",
                 "T1\ttrading_house 2 8\tMüller\n"
                 "N1\tReference T1 kith:a_x0020_b\tMüller & <Sons> \"AG\"\n"
                 "T2\tperson 11 16\tQuill\n"
                 "N2\tReference T2 kith:ada-quill\tAda Quill\n");
}

static void a_name_over_two_lines_has_two_spans_in_brat(void **state)
{
    (void)state;
    check_tagged(KITH_TAG_BRAT, "é Ada \r\n Quill went.\n",
                 "T1\tperson 2 5;9 14\tAda Quill\n"
                 "N1\tReference T1 kith:ada-quill\tAda Quill\n");
}

/* All text below `node`, without what stands in the head. */
static char *body_text(xmlDocPtr page)
{
    xmlNodePtr body = xmlLastElementChild(xmlDocGetRootElement(page));
    assert_string_equal((const char *)body->name, "body");
    return (char *)xmlNodeGetContent(body);
}

static void html_shows_the_article_line_by_line(void **state)
{
    (void)state;
    char *text = tagged(KITH_TAG_HTML,
                        KITH_STR("1 < 2 & \"so\"\r\n\r\n</pre>Müller\n]]>\x1B\xFF\n"));
    char *html = strstr(text, "<html>");
    assert_non_null(html);
    /* The page is XML but for its empty meta element. */
    char *meta = strstr(html, "<meta charset=\"utf-8\">");
    memcpy(meta, "<!-- ............ -->  ", 22);
    xmlDocPtr page = xmlReadDoc((const xmlChar *)html, NULL, NULL, XML_PARSE_NONET);
    assert_non_null(page);
    char *shown = body_text(page);
    /* The article is no UTF-8: it was read as Windows-1252. */
    assert_non_null(strstr(shown, "1 < 2 & \"so\"\n\n</pre>M"));
    assert_non_null(strstr(shown, "\n]]>\xEF\xBF\xBD\xC3\xBF\n"));
    xmlFree(shown);
    xmlFreeDoc(page);
    free(text);
}

static void html_marks_names_with_type_and_whole_name(void **state)
{
    (void)state;
    char *text = tagged(KITH_TAG_HTML, KITH_STR("So Müller\nwent.\n"));
    assert_non_null(
        strstr(text, "So <mark class=\"trading house\" title=\"Müller &amp; &lt;Sons&gt; "
                     "&quot;AG&quot; (trading house)\">Müller</mark>\nwent.\n"));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(brackets_hold_name_type_and_id),
        cmocka_unit_test(colours_end_where_the_name_ends),
        cmocka_unit_test(a_terminal_is_told_nothing_but_text),
        cmocka_unit_test(json_has_one_object_a_mention),
        cmocka_unit_test(brat_counts_characters),
        cmocka_unit_test(a_name_over_two_lines_has_two_spans_in_brat),
        cmocka_unit_test(html_shows_the_article_line_by_line),
        cmocka_unit_test(html_marks_names_with_type_and_whole_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
