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
static char *tagged_with(const struct kith_recognize_options *options, const char *csv,
                         enum kith_tag_format format, struct kith_str article)
{
    struct pipeline p;
    struct kith_buf out = {0};
    pipeline_open(&p, csv);
    p.recognize = *options;
    pipeline_compile(&p);
    pipeline_run(&p, article);
    kith_tagged_write(format, p.gazetteer, &p.document, &p.mentions, &out);
    pipeline_close(&p);
    char *text = kith_buf_take(&out);
    assert_non_null(text);
    return text;
}

static char *tagged(enum kith_tag_format format, struct kith_str article)
{
    static const struct kith_recognize_options none;
    return tagged_with(&none, names, format, article);
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
    assert_non_null(strstr(text,
                           ".csv\", \"row_line\": 4, \"found\": \"exact\", "
                           "\"choice\": \"only\", \"score\": 1, \"candidates\": \"\"}"));
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

/* ---- names that share words ---- */

static const char papers[] = "name,type,aliases\nNew York Times,media,\nNew York,city,\n"
                             "York,city,\nYork Times,paper,\nBig Apple,city,York\n";

static void check_overlapping(enum kith_overlap overlap, enum kith_tag_format format,
                              const char *expected)
{
    const struct kith_recognize_options options = {.overlap = overlap};
    char *text =
        tagged_with(&options, papers, format, KITH_STR("\xC3\xA9 New York Times.\n"));
    assert_string_equal(text, expected);
    free(text);
}

static void brackets_stand_within_brackets(void **state)
{
    (void)state;
    check_overlapping(KITH_OVERLAP_NESTED, KITH_TAG_TEXT,
                      "\xC3\xA9 [[New [York|city:york]|city:new-york] "
                      "Times|media:new-york-times].\n");
}

static void a_name_that_crosses_another_is_begun_again(void **state)
{
    (void)state;
    check_overlapping(KITH_OVERLAP_ALL, KITH_TAG_TEXT,
                      "\xC3\xA9 [[New [[York|city:york]|paper:york-times]|city:new-york]"
                      "[ Times|paper:york-times]|media:new-york-times].\n");
}

static void the_colour_of_the_outer_name_comes_back(void **state)
{
    (void)state;
    check_overlapping(KITH_OVERLAP_NESTED, KITH_TAG_COLOUR,
                      "\xC3\xA9 \033[1;36m\033[1;33mNew \033[1;33mYork\033[1;33m"
                      "\033[1;36m Times\033[0m.\n");
}

static void brat_has_names_within_names(void **state)
{
    (void)state;
    check_overlapping(KITH_OVERLAP_ALL, KITH_TAG_BRAT,
                      "T1\tmedia 2 16\tNew York Times\n"
                      "N1\tReference T1 kith:new-york-times\tNew York Times\n"
                      "T2\tcity 2 10\tNew York\n"
                      "N2\tReference T2 kith:new-york\tNew York\n"
                      "T3\tpaper 6 16\tYork Times\n"
                      "N3\tReference T3 kith:york-times\tYork Times\n"
                      "T4\tcity 6 10\tYork\n"
                      "N4\tReference T4 kith:york\tYork\n");
}

static void json_tells_whom_else_a_name_may_mean(void **state)
{
    (void)state;
    const struct kith_recognize_options all = {.ambiguous = KITH_AMBIGUOUS_ALL};
    char *text = tagged_with(&all, papers, KITH_TAG_JSONL, KITH_STR("So York went.\n"));
    assert_non_null(strstr(text, "\"choice\": \"row\", \"score\": 0.6667, "
                                 "\"candidates\": \"big-apple:0.3333\"}\n"));
    assert_non_null(strstr(text, "\"choice\": \"candidate\", \"score\": 0.3333, "
                                 "\"candidates\": \"york:0.6667\"}\n"));
    free(text);
}

static void html_marks_close_in_order(void **state)
{
    (void)state;
    const struct kith_recognize_options all = {.overlap = KITH_OVERLAP_ALL,
                                               .ambiguous = KITH_AMBIGUOUS_ALL};
    char *text =
        tagged_with(&all, papers, KITH_TAG_HTML, KITH_STR("The New York Times of York"));
    char *body = strstr(text, "<body>");
    assert_non_null(body);
    *strstr(body, "</html>") = '\0';
    xmlDocPtr page = xmlReadDoc((const xmlChar *)body, NULL, NULL, XML_PARSE_NONET);
    assert_non_null(page);
    xmlChar *shown = xmlNodeGetContent(xmlDocGetRootElement(page));
    assert_string_equal((const char *)shown, "The New York Times of York");
    xmlFree(shown);
    xmlFreeDoc(page);
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
        cmocka_unit_test(brackets_stand_within_brackets),
        cmocka_unit_test(a_name_that_crosses_another_is_begun_again),
        cmocka_unit_test(the_colour_of_the_outer_name_comes_back),
        cmocka_unit_test(brat_has_names_within_names),
        cmocka_unit_test(json_tells_whom_else_a_name_may_mean),
        cmocka_unit_test(html_marks_close_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
