/* The cleaner, against awkward text: by table, by every byte, and by thousands of random
 * strings read back by other people's parsers. */
#include "output/clean.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdlib.h>

#include "awkward.h"
#include "input/csv_rows.h"

typedef void clean_fn(struct kith_buf *out, struct kith_str text);

static void check_bytes(clean_fn *clean, struct kith_str text, const char *wanted)
{
    struct kith_buf out = {0};
    clean(&out, text);
    assert_str(kith_buf_view(&out), wanted);
    kith_buf_release(&out);
}

static void check(clean_fn *clean, const char *text, const char *wanted)
{
    check_bytes(clean, kith_str_of(text), wanted);
}

/* ---- by table -------------------------------------------------------------------- */

static void a_csv_cell_is_quoted_when_it_must_be(void **state)
{
    (void)state;
    check(kith_clean_csv, "", "");
    check(kith_clean_csv, "plain", "plain");
    check(kith_clean_csv, "a,b", "\"a,b\"");
    check(kith_clean_csv, "say \"x\"", "\"say \"\"x\"\"\"");
    check(kith_clean_csv, " a ", "\" a \"");
    check(kith_clean_csv, "=1+1", "=1+1");
}

static void a_csv_row_stays_on_one_line(void **state)
{
    (void)state;
    check(kith_clean_csv, "a\nb", "a b");
    check(kith_clean_csv, "a\r\nb", "a b");
    check(kith_clean_csv, "a\rb", "a b");
    check(kith_clean_csv, "a\n\nb", "a  b");
    check(kith_clean_csv, "a\n", "\"a \"");
}

static void xml_text_with_marks_goes_into_cdata(void **state)
{
    (void)state;
    check(kith_clean_xml, "", "");
    check(kith_clean_xml, "  a \t\n b  ", "a b");
    check(kith_clean_xml, " \n ", "");
    check(kith_clean_xml, "a > b \"c\" 'd'", "a > b \"c\" 'd'");
    check(kith_clean_xml, "M & <S>", "<![CDATA[M & <S>]]>");
    check(kith_clean_xml, "a]]>b", "<![CDATA[a]]]]><![CDATA[>b]]>");
    check(kith_clean_xml, "]]>]]>", "<![CDATA[]]]]><![CDATA[>]]]]><![CDATA[>]]>");
}

static void xml_attributes_are_escaped(void **state)
{
    (void)state;
    check(kith_clean_xml_attribute, "\ta&b<c>\"d\"\n", "a&amp;b&lt;c&gt;&quot;d&quot;");
}

static void dot_strings_close_where_they_should(void **state)
{
    (void)state;
    check(kith_clean_dot, "", "\"\"");
    check(kith_clean_dot, "x\\", "\"x\\\\\"");
    check(kith_clean_dot, "say \"x\"", "\"say \\\"x\\\"\"");
    check(kith_clean_dot, "\\N & <b>", "\"\\\\N &amp; <b>\"");
    check(kith_clean_dot_url, "a b?c=1&d=\"<>\\", "\"a%20b?c=1&amp;d=%22%3C%3E%5C\"");
    check(kith_clean_dot_tooltip, "\\N", "\"\\\\\\\\N\"");
    check(kith_clean_dot_label, "Islamic\nState", "\"Islamic\\nState\"");
    check(kith_clean_xdot, "say \"x\\\" & <b>\x01", "say 'x/' & <b>\uFFFD");
}

static void json_strings_are_escaped(void **state)
{
    (void)state;
    check(kith_clean_json, "a\"b\\c\n\r\té", "\"a\\\"b\\\\c\\n\\r\\té\"");
}

static void usual_keys_are_ids_as_they_stand(void **state)
{
    (void)state;
    check(kith_clean_id, "person:dmitry-peskov", "person:dmitry-peskov");
    check(kith_clean_id, "Q7747", "Q7747");
    check(kith_clean_id, "a_b.c", "a_b.c");
    check(kith_clean_id, "Путин", "Путин");
}

static void other_keys_are_escaped_and_stay_apart(void **state)
{
    (void)state;
    check(kith_clean_id, "", "_x0000_");
    check(kith_clean_id, "Q1 2", "Q1_x0020_2");
    check(kith_clean_id, "Q1_x0020_2", "Q1_x005F_x0020_2");
    check(kith_clean_id, "a\"&<>'b", "a_x0022__x0026__x003C__x003E__x0027_b");
    check(kith_clean_id, "\u2014", "_x2014_");
    check(kith_clean_id, "\U000F0000", "_x0F0000_");
}

/* ---- every byte ------------------------------------------------------------------ */

static clean_fn *const cleaners[] = {kith_clean_csv,           kith_clean_xml,
                                     kith_clean_xml_attribute, kith_clean_dot,
                                     kith_clean_dot_tooltip,   kith_clean_json};

#define CLEANERS (sizeof cleaners / sizeof *cleaners)

static void check_replaced(const char *broken, size_t length)
{
    for (size_t i = 0; i < CLEANERS; i++) {
        struct kith_buf out = {0}, text = {0};
        kith_buf_byte(&text, 'a');
        kith_buf_append(&text, broken, length);
        kith_buf_byte(&text, 'b');
        cleaners[i](&out, kith_buf_view(&text));
        kith_buf_byte(&out, '\0');
        assert_non_null(strstr(out.data, "a" FFFD));
        assert_true(kith_utf8_is_valid(kith_buf_view(&out), NULL));
        kith_buf_release(&out);
        kith_buf_release(&text);
    }
}

static void control_characters_are_replaced_everywhere(void **state)
{
    (void)state;
    for (int c = 0; c < 32; c++)
        if (!awkward_is_blank((uint32_t)c))
            check_replaced(&(char){(char)c}, 1);
}

static void bytes_that_are_no_text_are_replaced_everywhere(void **state)
{
    (void)state;
    for (int c = 128; c < 256; c++)
        check_replaced(&(char){(char)c}, 1);
    for (size_t i = AWKWARD_BROKEN; i < AWKWARD_COUNT; i++)
        check_replaced(awkward_pieces[i], strlen(awkward_pieces[i]));
}

/* ---- read back ------------------------------------------------------------------- */

#define ROUNDS 20000

static struct kith_str content(xmlChar *text)
{
    return kith_str_of((const char *)text);
}

static void check_xml(struct kith_buf *page, struct kith_str text,
                      struct kith_buf *wanted)
{
    kith_buf_reset(page);
    kith_buf_text(page, "<a b=\"");
    kith_clean_xml_attribute(page, text);
    kith_buf_text(page, "\">");
    kith_clean_xml(page, text);
    kith_buf_text(page, "</a>");
    xmlDocPtr document =
        xmlReadMemory(page->data, (int)page->length, "test", NULL, XML_PARSE_NONET);
    assert_non_null(document);
    xmlNodePtr root = xmlDocGetRootElement(document);
    xmlChar *inner = xmlNodeGetContent(root);
    assert_same(content(inner), awkward_wanted(wanted, text, true));
    xmlFree(inner);
    xmlChar *attribute = xmlGetProp(root, (const xmlChar *)"b");
    assert_same(content(attribute), awkward_wanted(wanted, text, true));
    xmlFree(attribute);
    xmlFreeDoc(document);
}

static void xml_reads_back(void **state)
{
    (void)state;
    struct kith_buf text = {0}, page = {0}, wanted = {0};
    for (uint64_t i = 0; i < ROUNDS; i++)
        check_xml(&page, awkward_text(&text, i, AWKWARD_COUNT), &wanted);
    kith_buf_release(&text);
    kith_buf_release(&page);
    kith_buf_release(&wanted);
}

struct cells {
    uint64_t rows;
    struct kith_buf text, wanted;
};

static enum kith_status check_row(void *context, const struct kith_csv_row *row,
                                  struct kith_error *err)
{
    (void)err;
    struct cells *cells = context;
    assert_int_equal(row->count, 3);
    assert_str(row->cells[0], "x");
    assert_str(row->cells[2], "y");
    awkward_text(&cells->text, cells->rows++, AWKWARD_COUNT);
    struct kith_buf cell = {0};
    assert_same(awkward_wanted(&cell, row->cells[1], true),
                awkward_wanted(&cells->wanted, kith_buf_view(&cells->text), true));
    kith_buf_release(&cell);
    return KITH_OK;
}

static void csv_reads_back(void **state)
{
    (void)state;
    struct kith_buf table = {0};
    struct cells cells = {0};
    struct kith_arena arena;
    struct kith_problems problems;
    struct kith_error err = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    for (uint64_t i = 0; i < ROUNDS; i++) {
        kith_buf_text(&table, "x,");
        kith_clean_csv(&table, awkward_text(&cells.text, i, AWKWARD_COUNT));
        kith_buf_text(&table, ",y\n");
    }
    assert_ok(kith_csv_read_bytes(kith_buf_view(&table), "test.csv", check_row, &cells,
                                  &problems, &err),
              &err);
    assert_int_equal(problems.count, 0);
    assert_int_equal(cells.rows, ROUNDS);
    kith_arena_release(&arena);
    kith_buf_release(&table);
    kith_buf_release(&cells.text);
    kith_buf_release(&cells.wanted);
}

/* Undo the escapes of a JSON or DOT string: `short_escapes` are letters and what they
 * stand for, in pairs. */
static struct kith_str unescape(struct kith_buf *plain, struct kith_str quoted,
                                const char *short_escapes)
{
    kith_buf_reset(plain);
    assert_true(quoted.length >= 2 && quoted.data[0] == '"' &&
                quoted.data[quoted.length - 1] == '"');
    for (size_t i = 1; i + 1 < quoted.length; i++) {
        assert_true(quoted.data[i] != '"');
        if (quoted.data[i] != '\\') {
            kith_buf_byte(plain, quoted.data[i]);
            continue;
        }
        const char *escape = short_escapes;
        while (*escape && *escape != quoted.data[i + 1])
            escape += 2;
        assert_true(*escape && i + 2 < quoted.length);
        kith_buf_byte(plain, escape[1]);
        i++;
    }
    return kith_buf_view(plain);
}

static void json_reads_back(void **state)
{
    (void)state;
    struct kith_buf text = {0}, out = {0}, plain = {0}, wanted = {0};
    for (uint64_t i = 0; i < ROUNDS; i++) {
        struct kith_str s = awkward_text(&text, i, AWKWARD_COUNT);
        kith_buf_reset(&out);
        kith_clean_json(&out, s);
        assert_same(unescape(&plain, kith_buf_view(&out), "\"\"\\\\n\nr\rt\t"),
                    awkward_wanted(&wanted, s, false));
    }
    kith_buf_release(&text);
    kith_buf_release(&out);
    kith_buf_release(&plain);
    kith_buf_release(&wanted);
}

static void ids_never_meet(void **state)
{
    (void)state;
    struct kith_buf text = {0}, id = {0}, back = {0};
    for (uint64_t i = 0; i < ROUNDS; i++) {
        struct kith_str key = awkward_text(&text, i, AWKWARD_BROKEN);
        if (key.length == 0)
            continue;
        kith_buf_reset(&id);
        kith_clean_id(&id, key);
        kith_buf_reset(&back);
        for (size_t k = 0; k < id.length; k++) {
            if (id.data[k] != '_' || k + 1 >= id.length || id.data[k + 1] != 'x') {
                kith_buf_byte(&back, id.data[k]);
                continue;
            }
            char *end;
            kith_utf8_append(&back, (uint32_t)strtoul(id.data + k + 2, &end, 16));
            assert_int_equal(*end, '_');
            k = (size_t)(end - id.data);
        }
        assert_same(kith_buf_view(&back), key);
        assert_null(memchr(id.data, ' ', id.length));
    }
    kith_buf_release(&text);
    kith_buf_release(&id);
    kith_buf_release(&back);
}

/* ---- length ---------------------------------------------------------------------- */

/* Graphviz takes quoted strings below 16,384 bytes. */
static void check_pieces(struct kith_str dot)
{
    size_t piece = 0;
    for (size_t i = 0; i < dot.length; i++) {
        bool is_joint = i + 3 <= dot.length && memcmp(dot.data + i, "\"+\"", 3) == 0;
        bool is_escape = dot.data[i] == '\\';
        piece = is_joint ? 0 : piece + 1 + is_escape;
        i += is_escape;
        assert_true(piece < 16384);
    }
    assert_true(kith_utf8_is_valid(dot, NULL));
}

static void long_dot_strings_come_in_pieces(void **state)
{
    (void)state;
    static const char *const fillers[] = {"\\", "\"", "&", "漢", "x ", "\x01", "\\ "};
    for (size_t f = 0; f < sizeof fillers / sizeof *fillers; f++) {
        struct kith_buf text = {0}, out = {0};
        while (text.length < 40000)
            kith_buf_text(&text, fillers[f]);
        kith_clean_dot(&out, kith_buf_view(&text));
        check_pieces(kith_buf_view(&out));
        kith_buf_reset(&out);
        kith_clean_dot_tooltip(&out, kith_buf_view(&text));
        check_pieces(kith_buf_view(&out));
        kith_buf_reset(&out);
        kith_clean_dot_label(&out, kith_buf_view(&text));
        check_pieces(kith_buf_view(&out));
        kith_buf_release(&text);
        kith_buf_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_csv_cell_is_quoted_when_it_must_be),
        cmocka_unit_test(a_csv_row_stays_on_one_line),
        cmocka_unit_test(xml_text_with_marks_goes_into_cdata),
        cmocka_unit_test(xml_attributes_are_escaped),
        cmocka_unit_test(dot_strings_close_where_they_should),
        cmocka_unit_test(json_strings_are_escaped),
        cmocka_unit_test(usual_keys_are_ids_as_they_stand),
        cmocka_unit_test(other_keys_are_escaped_and_stay_apart),
        cmocka_unit_test(control_characters_are_replaced_everywhere),
        cmocka_unit_test(bytes_that_are_no_text_are_replaced_everywhere),
        cmocka_unit_test(xml_reads_back),
        cmocka_unit_test(csv_reads_back),
        cmocka_unit_test(json_reads_back),
        cmocka_unit_test(ids_never_meet),
        cmocka_unit_test(long_dot_strings_come_in_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
