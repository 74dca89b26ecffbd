/* GraphML for Gephi, read back by libxml2: nothing is lost, nothing changed, and nothing
 * in it is what Gephi refuses or takes for something else. */
#include "output/graphml.h"

#include <math.h>
#include <stdlib.h>

#include "base/intern.h"
#include "xml_page.h"

#define FOLK 1500

static void write_for_gephi(const struct kith_network *network, struct kith_output *out)
{
    kith_graphml_write(network, KITH_GRAPHML_GEPHI, NULL, out);
}

static int open_graphml(void **state)
{
    (void)state;
    folk_make(&page.world, FOLK);
    open_page(write_for_gephi);
    return 0;
}

static xmlNodePtr first_key(void)
{
    return next(xmlDocGetRootElement(page.document)->children, "key");
}

/* The id of the key for `what` with that name. */
static struct kith_str key_id(const char *what, const char *name)
{
    for (xmlNodePtr key = first_key(); key; key = next(key->next, "key"))
        if (kith_str_equal(attribute(key, "for"), kith_str_of(what)) &&
            kith_str_equal(attribute(key, "attr.name"), kith_str_of(name)))
            return attribute(key, "id");
    fail_msg("no key %s for %s", name, what);
    return (struct kith_str){0};
}

/* The text of the data with that key; data is NULL when there is none. */
static struct kith_str datum(xmlNodePtr node, struct kith_str key)
{
    for (xmlNodePtr data = next(node->children, "data"); data;
         data = next(data->next, "data"))
        if (kith_str_equal(attribute(data, "key"), key))
            return kept(xmlNodeGetContent(data));
    return (struct kith_str){0};
}

/* ---- text ------------------------------------------------------------------------ */

static void every_label_comes_back(void **state)
{
    (void)state;
    struct kith_str label = key_id("node", "label");
    struct kith_buf wanted = {0};
    uint32_t count = 0;
    for (xmlNodePtr node = next(page.graph->children, "node"); node;
         node = next(node->next, "node"))
        assert_same(
            datum(node, label),
            awkward_wanted(&wanted, world_entity(&page.world, count++).name, true));
    assert_int_equal(count, FOLK);
    kith_buf_release(&wanted);
}

static void every_column_of_the_gazetteer_comes_back(void **state)
{
    (void)state;
    struct kith_str note = key_id("node", "née");
    struct kith_buf wanted = {0};
    uint32_t count = 0;
    for (xmlNodePtr node = next(page.graph->children, "node"); node;
         node = next(node->next, "node")) {
        kith_id entity = kith_network_nodes(page.world.network)[count++].tally->entity;
        assert_same(
            datum(node, note),
            awkward_wanted(&wanted,
                           kith_gazetteer_cell(page.world.reading.gazetteer, entity, 4),
                           true));
    }
    kith_buf_release(&wanted);
}

/* Gephi drops a piece of text that is nothing but blanks: an entity beside a blank makes
 * such pieces, so none may stand in the text of a node. */
static void text_of_nodes_needs_no_entities(void **state)
{
    (void)state;
    struct kith_str file = world_written(&page.world, write_for_gephi);
    uint32_t count = 0;
    for (size_t i = 0; i < file.length; i++) {
        if (strncmp(file.data + i, "<data key=\"", 11) != 0)
            continue;
        while (file.data[i] != '>')
            i++;
        i++;
        count++;
        if (strncmp(file.data + i, "<![CDATA[", 9) == 0)
            continue;
        while (file.data[i] != '<' && file.data[i] != '&')
            i++;
        assert_int_equal(file.data[i], '<');
    }
    assert_true(count > 10 * FOLK);
}

/* ---- keys ------------------------------------------------------------------------ */

static void keys_have_types_that_every_reader_knows(void **state)
{
    (void)state;
    for (xmlNodePtr key = first_key(); key; key = next(key->next, "key")) {
        struct kith_str type = attribute(key, "attr.type");
        assert_true(kith_str_equal(type, KITH_STR("string")) ||
                    kith_str_equal(type, KITH_STR("long")) ||
                    kith_str_equal(type, KITH_STR("double")) ||
                    kith_str_equal(type, KITH_STR("boolean")));
        assert_non_null(next(key->children, "desc"));
    }
}

static struct kith_str in_lower_case(struct kith_str text)
{
    struct kith_str copy = kith_str_copy(&page.world.reading.arena, text);
    for (size_t i = 0; i < copy.length; i++)
        if (copy.data[i] >= 'A' && copy.data[i] <= 'Z')
            ((char *)copy.data)[i] += 'a' - 'A';
    return copy;
}

/* Gephi's columns are the ids without regard to case. */
static void ids_of_keys_are_unique_in_any_case(void **state)
{
    (void)state;
    struct kith_intern ids;
    kith_intern_init(&ids, &page.world.reading.arena);
    uint32_t count = 0;
    for (xmlNodePtr key = first_key(); key; key = next(key->next, "key")) {
        kith_intern_add(&ids, in_lower_case(attribute(key, "id")));
        assert_int_equal(ids.count, ++count);
    }
    kith_intern_release(&ids);
}

static void columns_that_gephi_swallows_are_renamed(void **state)
{
    (void)state;
    static const struct {
        const char *name, *value;
    } columns[] = {{"gazetteer_size", "tall"},
                   {"gazetteer_Degree", "deep"},
                   {"gazetteer_gazetteer_size", "a,b"},
                   {"Role", "one"}};
    xmlNodePtr node = next(page.graph->children, "node");
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        assert_str(datum(node, key_id("node", columns[i].name)), columns[i].value);
}

static void gephi_overwrites_none_of_our_columns(void **state)
{
    (void)state;
    static const char *const taken[] = {
        "degree", "indegree", "outdegree", "pageranks", "clustering",
        "id",     "timeset",  "r",         "g",         "b"};
    for (xmlNodePtr key = first_key(); key; key = next(key->next, "key"))
        for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
            assert_false(kith_str_equal(attribute(key, "id"), kith_str_of(taken[i])));
}

/* ---- values ---------------------------------------------------------------------- */

static bool is_numeric(struct kith_str key)
{
    for (xmlNodePtr at = first_key(); at; at = next(at->next, "key"))
        if (kith_str_equal(attribute(at, "id"), key))
            return !kith_str_equal(attribute(at, "attr.type"), KITH_STR("string")) &&
                   !kith_str_equal(attribute(at, "attr.type"), KITH_STR("boolean"));
    fail_msg("%.*s is no key", KITH_STR_ARGS(key));
    return false;
}

static void check_data(xmlNodePtr element)
{
    for (xmlNodePtr data = next(element->children, "data"); data;
         data = next(data->next, "data")) {
        struct kith_str value = kept(xmlNodeGetContent(data));
        if (!is_numeric(attribute(data, "key")))
            continue;
        char *end;
        assert_true(isfinite(strtod(value.data, &end)));
        assert_true(value.length && *end == '\0');
        assert_true(strspn(value.data, "0123456789.+-e") == value.length);
    }
}

static void numbers_are_finite_or_absent(void **state)
{
    (void)state;
    uint32_t seen = 0;
    for (xmlNodePtr at = page.graph->children; at && seen < 400; at = at->next, seen++)
        check_data(at);
    seen = 0;
    for (xmlNodePtr at = page.graph->last; at && seen < 400; at = at->prev, seen++)
        check_data(at);
}

static void absent_values_are_left_out(void **state)
{
    (void)state;
    struct kith_str rule = key_id("edge", "rule"), npmi = key_id("edge", "npmi");
    for (xmlNodePtr edge = next(page.graph->children, "edge"); edge;
         edge = next(edge->next, "edge")) {
        bool is_pair =
            kith_str_equal(attribute(edge, "label"), KITH_STR("co-occurrence"));
        assert_true((datum(edge, rule).data == NULL) == is_pair);
        assert_true((datum(edge, npmi).data == NULL) == !is_pair);
    }
}

static void weights_are_above_nought(void **state)
{
    (void)state;
    struct kith_str weight = key_id("edge", "weight");
    for (xmlNodePtr edge = next(page.graph->children, "edge"); edge;
         edge = next(edge->next, "edge"))
        assert_true(atof(datum(edge, weight).data) >= 1);
}

/* ---- edges ----------------------------------------------------------------------- */

static void every_edge_says_its_kind_and_direction(void **state)
{
    (void)state;
    uint32_t directed = 0, symmetric = 0, together = 0;
    struct kith_str relation = key_id("edge", "relation");
    for (xmlNodePtr edge = next(page.graph->children, "edge"); edge;
         edge = next(edge->next, "edge")) {
        struct kith_str kind = attribute(edge, "label");
        assert_same(datum(edge, relation), kind);
        bool is_directed = kith_str_equal(attribute(edge, "directed"), KITH_STR("true"));
        assert_true(is_directed == kith_str_equal(kind, KITH_STR("head of")));
        directed += is_directed;
        symmetric += kith_str_equal(kind, KITH_STR("ally of"));
        together += kith_str_equal(kind, KITH_STR("co-occurrence"));
    }
    assert_int_equal(together, FOLK - 1);
    assert_true(directed > FOLK / 5 && symmetric > FOLK / 5);
    assert_int_equal(directed + symmetric + together,
                     kith_ledger_edge_count(page.world.ledger));
}

static void edges_join_nodes_that_are_there(void **state)
{
    (void)state;
    struct kith_intern ids, edge_ids;
    kith_intern_init(&ids, &page.world.reading.arena);
    kith_intern_init(&edge_ids, &page.world.reading.arena);
    for (xmlNodePtr node = next(page.graph->children, "node"); node;
         node = next(node->next, "node"))
        kith_intern_add(&ids, attribute(node, "id"));
    assert_int_equal(ids.count, FOLK);
    uint32_t count = 0;
    for (xmlNodePtr edge = next(page.graph->children, "edge"); edge;
         edge = next(edge->next, "edge")) {
        assert_true(kith_intern_find(&ids, attribute(edge, "source")) != KITH_NO_ID);
        assert_true(kith_intern_find(&ids, attribute(edge, "target")) != KITH_NO_ID);
        kith_intern_add(&edge_ids, attribute(edge, "id"));
        assert_int_equal(edge_ids.count, ++count);
    }
    kith_intern_release(&ids);
    kith_intern_release(&edge_ids);
}

/* ---- nothing --------------------------------------------------------------------- */

static void an_empty_network_is_a_file_too(void **state)
{
    (void)state;
    struct world nobody;
    world_make(&nobody, KITH_STR("name,type\n"));
    struct kith_str file = world_written(&nobody, write_for_gephi);
    xmlDocPtr document =
        xmlReadMemory(file.data, (int)file.length, "graph", NULL, XML_PARSE_NONET);
    assert_non_null(document);
    xmlNodePtr graph = next(xmlDocGetRootElement(document)->children, "graph");
    assert_non_null(graph);
    assert_null(next(graph->children, "node"));
    xmlFreeDoc(document);
    world_free(&nobody);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_label_comes_back),
        cmocka_unit_test(every_column_of_the_gazetteer_comes_back),
        cmocka_unit_test(text_of_nodes_needs_no_entities),
        cmocka_unit_test(keys_have_types_that_every_reader_knows),
        cmocka_unit_test(ids_of_keys_are_unique_in_any_case),
        cmocka_unit_test(columns_that_gephi_swallows_are_renamed),
        cmocka_unit_test(gephi_overwrites_none_of_our_columns),
        cmocka_unit_test(numbers_are_finite_or_absent),
        cmocka_unit_test(absent_values_are_left_out),
        cmocka_unit_test(weights_are_above_nought),
        cmocka_unit_test(every_edge_says_its_kind_and_direction),
        cmocka_unit_test(edges_join_nodes_that_are_there),
        cmocka_unit_test(an_empty_network_is_a_file_too),
    };
    return cmocka_run_group_tests(tests, open_graphml, close_page);
}
