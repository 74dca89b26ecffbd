/* The strict profile of GraphML: valid against the schema whatever the names hold, and
 * all edges of one direction. */
#include <libxml/xmlschemas.h>

#include "folk.h"
#include "output/graphml.h"

static void write_strictly(const struct kith_network *network, struct kith_output *out)
{
    kith_graphml_write(network, KITH_GRAPHML_STRICT, NULL, out);
}

static void write_for_gephi(const struct kith_network *network, struct kith_output *out)
{
    kith_graphml_write(network, KITH_GRAPHML_GEPHI, NULL, out);
}

/* ---- the schema ------------------------------------------------------------------ */

static void be_silent(void *context, const char *message, ...)
{
    (void)context, (void)message;
}

/* libxml2's answer: 0 is valid. */
static int validity(struct kith_str file)
{
    xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt("tests/support/graphml.xsd");
    xmlSchemaPtr schema = xmlSchemaParse(parser);
    assert_non_null(schema);
    xmlSchemaValidCtxtPtr validator = xmlSchemaNewValidCtxt(schema);
    xmlSchemaSetValidErrors(validator, be_silent, be_silent, NULL);
    xmlDocPtr document =
        xmlReadMemory(file.data, (int)file.length, "graph", NULL, XML_PARSE_NONET);
    assert_non_null(document);
    int answer = xmlSchemaValidateDoc(validator, document);
    xmlFreeDoc(document);
    xmlSchemaFreeValidCtxt(validator);
    xmlSchemaFree(schema);
    xmlSchemaFreeParserCtxt(parser);
    return answer;
}

static void awkward_names_make_a_valid_file(void **state)
{
    (void)state;
    struct world world;
    folk_make(&world, 500);
    assert_int_equal(validity(world_written(&world, write_strictly)), 0);
    world_free(&world);
}

static void columns_of_any_name_make_a_valid_file(void **state)
{
    (void)state;
    struct world world;
    world_make(&world, KITH_STR("name,type,birth date,birth_x0020_date,a&b,\"\"\"q\"\"\","
                                "<,漢字,…,a/b\nAnna,person,1,2,3,4,5,6,7,8\n"
                                "Bo,person,1,2,3,4,5,6,7,8\n"));
    struct kith_str file = world_written(&world, write_strictly);
    assert_int_equal(validity(file), 0);
    assert_non_null(strstr(file.data, "attr.name=\"birth_x0020_date\""));
    world_free(&world);
}

static void nobody_makes_a_valid_file(void **state)
{
    (void)state;
    struct world nobody;
    world_make(&nobody, KITH_STR("name,type\n"));
    assert_int_equal(validity(world_written(&nobody, write_strictly)), 0);
    world_free(&nobody);
}

/* A schema that takes everything would prove nothing. */
static void the_schema_refuses_what_is_for_gephi(void **state)
{
    (void)state;
    struct world world;
    folk_make(&world, 5);
    assert_true(validity(world_written(&world, write_for_gephi)) > 0);
    world_free(&world);
}

/* ---- direction ------------------------------------------------------------------- */

static uint32_t count_of(struct kith_str file, const char *text)
{
    uint32_t count = 0;
    for (const char *at = strstr(file.data, text); at; at = strstr(at + 1, text))
        count++;
    return count;
}

static void every_edge_says_whether_its_direction_means_anything(void **state)
{
    (void)state;
    struct world world;
    folk_make(&world, 40);
    struct kith_str file = world_written(&world, write_strictly);
    uint32_t directed = count_of(file, "<data key=\"edgedirected\">true</data>");
    uint32_t edges = kith_ledger_edge_count(world.ledger);
    assert_int_equal(count_of(file, "<data key=\"edgerelation\">head of</data>"),
                     directed);
    assert_int_equal(count_of(file, "<data key=\"edgedirected\">"), edges);
    assert_true(directed > 0 && directed < edges);
    world_free(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(awkward_names_make_a_valid_file),
        cmocka_unit_test(columns_of_any_name_make_a_valid_file),
        cmocka_unit_test(nobody_makes_a_valid_file),
        cmocka_unit_test(the_schema_refuses_what_is_for_gephi),
        cmocka_unit_test(every_edge_says_whether_its_direction_means_anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
