/* Articles in feeds and in what news agencies send. */
#include "support/check.h"

#include "base/buf.h"
#include "input/xml_reader.h"

/* "title|date|text" of each article, a line each, line ends in the text as slashes. */
static void check_articles(const char *xml, const char *wanted)
{
    struct kith_arena arena;
    struct kith_node *root;
    struct kith_error err = {0};
    struct kith_buf log = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(kith_tree_read_xml(kith_str_of(xml), &arena, &root, &err), &err);
    for (const struct kith_node *node = kith_xml_next(root, root); node;
         node = node == root ? NULL : kith_xml_next(node, root)) {
        struct kith_article article = {0};
        if (kith_xml_read(node, &arena, &article, &err) != KITH_OK) {
            kith_buf_text(&log, "none\n");
            continue;
        }
        kith_buf_str(&log, article.date);
        kith_buf_byte(&log, '|');
        for (size_t i = 0; i < article.bytes.length; i++)
            kith_buf_byte(&log,
                          article.bytes.data[i] == '\n' ? '/' : article.bytes.data[i]);
        kith_buf_byte(&log, '\n');
    }
    kith_buf_byte(&log, '\0');
    assert_string_equal(log.data, wanted);
    kith_buf_release(&log);
    kith_arena_release(&arena);
}

static void each_item_of_a_feed_is_an_article(void **state)
{
    (void)state;
    check_articles(
        "<rss xmlns:content='c'><channel><title>Post</title><item><title>Rain"
        "</title><pubDate>Fri, 22 Mar 2024 18:10:00 GMT</pubDate><description>"
        "Short.</description><content:encoded><![CDATA[<p>It rained.</p><p>All "
        "day &amp; night.</p>]]></content:encoded></item><item><title>Sun</title>"
        "<description>It shone.</description></item><item><title>Only a title"
        "</title></item><item/></channel></rss>",
        "2024-03-22|Rain//It rained.//All day & night.\n"
        "|Sun//It shone.\n|Only a title\nnone\n");
    check_articles(
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Hail</title>"
        "<updated>2024-03-24T00:00:00Z</updated><published>2024-03-23T10:00:00Z"
        "</published><content type='html'>&lt;p&gt;It hailed.&lt;/p&gt;</content>"
        "</entry></feed>",
        "2024-03-23|Hail//It hailed.\n");
}

static void the_formats_of_agencies_are_read(void **state)
{
    (void)state;
    check_articles(
        "<nitf><head><docdata><date.issue norm='20240322T101500Z'/></docdata>"
        "</head><body><body.head><hedline><hl1>Rain</hl1></hedline></body.head>"
        "<body.content><block><p>It rained.</p><p>All day.</p></block>"
        "</body.content></body></nitf>",
        "2024-03-22|Rain//It rained.//All day.\n");
    check_articles("<NewsML><NewsItem><Identification><DateId>20240322</DateId>"
                   "</Identification><NewsComponent><NewsLines><HeadLine>Rain</HeadLine>"
                   "</NewsLines><ContentItem><DataContent><p>It rained.</p></DataContent>"
                   "</ContentItem></NewsComponent></NewsItem></NewsML>",
                   "2024-03-22|Rain//It rained.\n");
    check_articles(
        "<newsMessage xmlns:x='http://www.w3.org/1999/xhtml'><itemSet><newsItem "
        "xml:lang='en'><contentMeta><contentCreated>2024-03-22T10:00:00Z"
        "</contentCreated><headline>Rain</headline></contentMeta><contentSet>"
        "<inlineXML><x:html><x:body><x:p>It rained.</x:p></x:body></x:html>"
        "</inlineXML></contentSet></newsItem><newsItem><itemMeta/></newsItem>"
        "</itemSet></newsMessage>",
        "2024-03-22|Rain//It rained.\nnone\n");
}

static void lines_of_preformatted_text_stay(void **state)
{
    (void)state;
    check_articles(
        "<nitf><body.content><pre>Norby 2\nEldham 1</pre></body.content></nitf>",
        "|Norby 2/Eldham 1\n");
}

static void a_wrong_declaration_does_not_spoil_utf8(void **state)
{
    (void)state;
    check_articles("<?xml version='1.0' encoding='iso-8859-1'?><nitf><body.content><p>"
                   "Ren\xC3\xA9 left.</p></body.content></nitf>",
                   "|Ren\xC3\xA9 left.\n");
}

static void tells_documents_that_hold_many(void **state)
{
    (void)state;
    assert_true(kith_xml_holds_many(KITH_STR("<?xml version='1.0'?>\n<!-- x --><rss>")));
    assert_true(kith_xml_holds_many(KITH_STR("<feed xmlns='x'>")));
    assert_false(kith_xml_holds_many(KITH_STR("<?xml version='1.0'?><nitf>")));
    assert_false(kith_xml_holds_many(KITH_STR("Rain")));
    assert_true(kith_xml_is_document(KITH_STR("<?xml version='1.0'?><nitf>")));
    assert_false(kith_xml_is_document(KITH_STR("<?xml version='1.0'?><html>")));
    assert_false(kith_xml_is_document(KITH_STR("It rained <all> day.")));
}

static enum kith_status read_one(struct kith_arena *arena, void *context,
                                 struct kith_error *err)
{
    struct kith_node *root;
    struct kith_article article = {0};
    KITH_TRY(kith_tree_read_xml(kith_str_of(context), arena, &root, err));
    return kith_xml_read(kith_xml_next(root, root), arena, &article, err);
}

static void fails_cleanly_at_every_cap(void **state)
{
    (void)state;
    check_memory_sweep(read_one, "<rss><item><title>Rain</title><description>&lt;p&gt;It "
                                 "rained.</description></item></rss>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_item_of_a_feed_is_an_article),
        cmocka_unit_test(the_formats_of_agencies_are_read),
        cmocka_unit_test(lines_of_preformatted_text_stay),
        cmocka_unit_test(a_wrong_declaration_does_not_spoil_utf8),
        cmocka_unit_test(tells_documents_that_hold_many),
        cmocka_unit_test(fails_cleanly_at_every_cap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
