/* GEXF, read back by libxml2: names, columns, looks and kinds, and time where dates are
 * known. */
#include "output/gexf.h"

#include "output/field.h"
#include "unit/graph/close.h"
#include "xml_page.h"

#define FOLK 300

/* Two months; one article is of a year alone, and one of no date. */
static const char *const dates[] = {"2024-02-05", "2023-12-31", "2024-02-01", "2024", ""};
#define DATES (sizeof dates / sizeof *dates)

static void write_gexf(const struct kith_network *network, struct kith_output *out)
{
    kith_gexf_write(network, KITH_SLICE_NONE, out);
}

static int open_undated(void **state)
{
    (void)state;
    folk_make(&page.world, FOLK);
    open_page(write_gexf);
    return 0;
}

static int open_dated(void **state)
{
    (void)state;
    folk_make_dated(&page.world, FOLK, dates, DATES);
    open_page(write_gexf);
    return 0;
}

static xmlNodePtr first(const char *list, const char *item)
{
    return next(next(page.graph->children, list)->children, item);
}

/* The value of an element's column, no data when it has none. */
static struct kith_str value(xmlNodePtr element, const char *column)
{
    xmlNodePtr at = next(next(element->children, "attvalues")->children, "attvalue");
    for (; at; at = next(at->next, "attvalue"))
        if (kith_str_equal(attribute(at, "for"), kith_str_of(column)))
            return attribute(at, "value");
    return (struct kith_str){0};
}

/* ---- without dates --------------------------------------------------------------- */

static void every_label_comes_back(void **state)
{
    (void)state;
    struct kith_buf wanted = {0};
    uint32_t count = 0;
    for (xmlNodePtr node = first("nodes", "node"); node; node = next(node->next, "node"))
        assert_same(
            attribute(node, "label"),
            awkward_wanted(&wanted, world_entity(&page.world, count++).name, true));
    assert_int_equal(count, FOLK);
    kith_buf_release(&wanted);
}

static void every_column_is_declared_once(void **state)
{
    (void)state;
    for (xmlNodePtr list = first("attributes", "attribute")->parent; list;
         list = next(list->next, "attributes")) {
        struct kith_intern ids;
        kith_intern_init(&ids, &page.world.reading.arena);
        uint32_t count = 0;
        for (xmlNodePtr column = next(list->children, "attribute"); column;
             column = next(column->next, "attribute")) {
            kith_intern_add(&ids, attribute(column, "id"));
            assert_int_equal(ids.count, ++count);
        }
        assert_true(count > 10);
        kith_intern_release(&ids);
    }
}

static void columns_of_the_gazetteer_come_back(void **state)
{
    (void)state;
    xmlNodePtr node = first("nodes", "node");
    assert_str(value(node, "column1"), "tall");
    assert_str(value(node, "column2"), "deep");
    assert_str(value(node, "column3"), "a,b");
    assert_str(value(node, "neighbours"), "1");
}

static void nodes_have_place_size_and_colour(void **state)
{
    (void)state;
    xmlNodePtr node = first("nodes", "node");
    const struct kith_node *wanted = kith_network_nodes(page.world.network);
    assert_close(atof(attribute(next(node->children, "position"), "x").data), wanted->x);
    assert_close(atof(attribute(next(node->children, "position"), "y").data), wanted->y);
    assert_true(atof(attribute(next(node->children, "size"), "value").data) >= 10);
    xmlNodePtr colour = next(node->children, "color");
    assert_str(attribute(colour, "r"), "230"); /* persons are #E69F00 */
    assert_str(attribute(colour, "g"), "159");
    assert_str(attribute(colour, "b"), "0");
}

static void edges_say_kind_direction_and_weight(void **state)
{
    (void)state;
    const struct kith_edge *edges = kith_ledger_edges(page.world.ledger);
    uint32_t count = 0;
    for (xmlNodePtr edge = first("edges", "edge"); edge;
         edge = next(edge->next, "edge"), count++) {
        struct kith_str kind = attribute(edge, "kind");
        assert_same(value(edge, "relation"), kind);
        bool is_directed = kith_str_equal(attribute(edge, "type"), KITH_STR("directed"));
        assert_true(is_directed == kith_str_equal(kind, KITH_STR("head of")));
        assert_int_equal(atoi(attribute(edge, "weight").data), edges[count].weight);
        bool has_label = xmlHasProp(edge, (const xmlChar *)"label");
        assert_true(has_label != kith_str_equal(kind, KITH_STR("co-occurrence")));
    }
    assert_int_equal(count, kith_ledger_edge_count(page.world.ledger));
}

static void without_dates_there_is_no_time(void **state)
{
    (void)state;
    assert_str(attribute(page.graph, "mode"), "static");
    assert_null(xmlHasProp(first("nodes", "node"), (const xmlChar *)"start"));
    assert_null(xmlHasProp(first("edges", "edge"), (const xmlChar *)"start"));
    assert_null(value(first("edges", "edge"), "weight").data);
}

/* ---- with dates ------------------------------------------------------------------ */

/* The whole weight, then the months: an edge has the same rows in each article. */
static void check_weights(xmlNodePtr edge, uint32_t weight)
{
    static const struct {
        uint32_t articles;
        const char *start, *end;
    } wanted[] = {{DATES, "2023-11-30", "2023-11-30"},
                  {1, "2023-12-01", "2023-12-31"},
                  {2, "2024-02-01", "2024-02-29"}};
    size_t count = 0;
    xmlNodePtr at = next(next(edge->children, "attvalues")->children, "attvalue");
    for (; at; at = next(at->next, "attvalue")) {
        if (!kith_str_equal(attribute(at, "for"), KITH_STR("weight")))
            continue;
        assert_true(count < 3);
        assert_int_equal((uint32_t)atoi(attribute(at, "value").data) * DATES,
                         weight * wanted[count].articles);
        assert_same(attribute(at, "start"), kith_str_of(wanted[count].start));
        assert_same(attribute(at, "end"), kith_str_of(wanted[count].end));
        count++;
    }
    assert_int_equal(count, 3);
}

static void an_edge_weighs_what_it_has_in_a_month(void **state)
{
    (void)state;
    const struct kith_edge *edges = kith_ledger_edges(page.world.ledger);
    uint32_t i = 0;
    for (xmlNodePtr edge = first("edges", "edge"); edge; edge = next(edge->next, "edge"))
        check_weights(edge, edges[i++].weight);
    assert_true(i > FOLK);
}

/* Dates are compared as text: "2024" comes before "2024-02-05". */
static void nodes_and_edges_last_from_first_to_last_date(void **state)
{
    (void)state;
    assert_str(attribute(page.graph, "mode"), "dynamic");
    xmlNodePtr elements[] = {first("nodes", "node"), first("edges", "edge")};
    for (size_t i = 0; i < 2; i++) {
        assert_str(attribute(elements[i], "start"), "2023-12-31");
        assert_str(attribute(elements[i], "end"), "2024-02-05");
    }
}

int main(void)
{
    const struct CMUnitTest undated[] = {
        cmocka_unit_test(every_label_comes_back),
        cmocka_unit_test(every_column_is_declared_once),
        cmocka_unit_test(columns_of_the_gazetteer_come_back),
        cmocka_unit_test(nodes_have_place_size_and_colour),
        cmocka_unit_test(edges_say_kind_direction_and_weight),
        cmocka_unit_test(without_dates_there_is_no_time),
    };
    const struct CMUnitTest dated[] = {
        cmocka_unit_test(an_edge_weighs_what_it_has_in_a_month),
        cmocka_unit_test(nodes_and_edges_last_from_first_to_last_date),
    };
    int failed = cmocka_run_group_tests(undated, open_undated, close_page);
    return failed + cmocka_run_group_tests(dated, open_dated, close_page);
}
