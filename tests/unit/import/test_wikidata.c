/* Wikidata query results: the columns people ask for, in CSV and in both kinds of JSON.
 */
#include "importing.h"

#define HEADER "name,type,aliases,id,country,description\n"
#define ENTITY "http://www.wikidata.org/entity/"

static void reads_a_result_saved_as_csv(void **state)
{
    (void)state;
    CHECK_IMPORT(
        "query.csv",
        "item,itemLabel,itemAltLabel,typeLabel,countryLabel,itemDescription\n" ENTITY
        "Q101,Ada Lark,\"A. Lark, Ada M. Lark\",human,Norland,a writer\n" ENTITY
        "Q102,Norby,,city,Norland,\n",
        NULL,
        HEADER "Ada Lark,person,A. Lark|Ada M. Lark,wikidata:Q101,Norland,a "
               "writer\n"
               "Norby,city,,wikidata:Q102,Norland,\n",
        "");
}

static void reads_a_result_saved_as_bindings(void **state)
{
    (void)state;
    CHECK_IMPORT(
        "query.json",
        "{\"head\":{\"vars\":[\"item\",\"itemLabel\"]},\"results\":{\"bindings\":[\n"
        "{\"item\":{\"type\":\"uri\",\"value\":\"" ENTITY "Q7\"},\n"
        " \"itemLabel\":{\"xml:lang\":\"en\",\"value\":\"Lark } [ \\\" Press\"},\n"
        " \"aliases\":{\"type\":\"literal\",\"value\":\"LP|Lark, Ltd\"}},\n"
        "{\"item\":{\"type\":\"uri\",\"value\":\"" ENTITY "Q8\"},\n"
        " \"itemLabel\":{\"value\":\"Heron\"}}]}}\n",
        "company",
        HEADER "\"Lark } [ \"\" Press\",company,\"LP|Lark, Ltd\",wikidata:Q7,,\n"
               "Heron,company,,wikidata:Q8,,\n",
        "");
}

static void reads_a_result_saved_as_plain_objects(void **state)
{
    (void)state;
    CHECK_IMPORT("query.json",
                 "[{\"writer\":\"" ENTITY "Q1\",\"writerLabel\":\"Ada Lark\"},"
                 "{\"writer\":\"" ENTITY "Q2\",\"writerLabel\":\"Ben Heron\"}]",
                 "person",
                 HEADER "Ada Lark,person,,wikidata:Q1,,\n"
                        "Ben Heron,person,,wikidata:Q2,,\n",
                 "");
}

static void joins_rows_of_one_item_that_stand_together(void **state)
{
    (void)state;
    CHECK_IMPORT("query.csv",
                 "item,itemLabel,alias\n"
                 "Q1,Ada Lark,\"Lark, Ada\"\n"
                 "Q1,Ada Lark,A. Lark\n"
                 "Q2,Ben Heron,Heron\n",
                 "person",
                 HEADER "Ada Lark,person,\"Lark, Ada|A. Lark\",wikidata:Q1,,\n"
                        "Ben Heron,person,Heron,wikidata:Q2,,\n",
                 "");
}

static void tells_of_an_item_that_comes_back(void **state)
{
    (void)state;
    CHECK_IMPORT("query.csv",
                 "item,itemLabel,alias\n"
                 "Q1,Ada Lark,Lark\n"
                 "Q2,Ben Heron,Heron\n"
                 "Q1,Ada Lark,A. Lark\n"
                 "Q3,Cara Wren,Wren\n",
                 "person",
                 HEADER "Ada Lark,person,Lark,wikidata:Q1,,\n"
                        "Ben Heron,person,Heron,wikidata:Q2,,\n"
                        "Cara Wren,person,Wren,wikidata:Q3,,\n",
                 "query.csv:4: wikidata:Q1 stood in rows further up, and not directly "
                 "above; sort the list by id; the row is left out\n");
}

static void passes_over_items_without_a_label(void **state)
{
    (void)state;
    CHECK_IMPORT("query.csv", "item,itemLabel\n" ENTITY "Q1,Q1\n" ENTITY "Q2,Ben Heron\n",
                 "person", HEADER "Ben Heron,person,,wikidata:Q2,,\n",
                 "(query.csv:2: Q1 has no label in the language of the query)\n");
}

static void tells_of_rows_that_are_no_items(void **state)
{
    (void)state;
    CHECK_IMPORT("query.csv",
                 "item,itemLabel\nhttp://norby.example/1,Ada Lark\nQ2,Ben Heron\n",
                 "person", HEADER "Ben Heron,person,,wikidata:Q2,,\n",
                 "query.csv:2: the column item holds no Wikidata item, such as Q42; the "
                 "row is left out\n");
}

static void wants_a_type_when_the_result_has_none(void **state)
{
    (void)state;
    check_refused("query.csv", KITH_STR("item,itemLabel\nQ1,Ada Lark\n"), NULL,
                  KITH_BAD_INPUT, "query.csv:2: the result has no column typeLabel");
}

static void goes_on_behind_an_object_that_is_no_json(void **state)
{
    (void)state;
    CHECK_IMPORT(
        "query.json",
        "[{\"item\":\"" ENTITY "Q1\",\"itemLabel\":\"Ada Lark\"},\n"
        "{\"item\":\"" ENTITY "Q2\",\"itemLabel\":},\n"
        "{\"item\":\"" ENTITY "Q3\",\"itemLabel\":\"Cara Wren\"}]",
        "person",
        HEADER "Ada Lark,person,,wikidata:Q1,,\nCara "
               "Wren,person,,wikidata:Q3,,\n",
        "query.json:2: no JSON: unallowed token at this point in JSON text, at byte "
        "57; the object is left out\n");
}

static void tells_when_a_list_was_cut_off(void **state)
{
    (void)state;
    CHECK_IMPORT("query.json",
                 "[{\"item\":\"" ENTITY "Q1\",\"itemLabel\":\"Ada Lark\"},\n"
                 "{\"item\":\"" ENTITY "Q2\",\"itemL",
                 "person", HEADER "Ada Lark,person,,wikidata:Q1,,\n",
                 "query.json:2: the list ends inside a bracket; was it cut off?\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_result_saved_as_csv),
        cmocka_unit_test(reads_a_result_saved_as_bindings),
        cmocka_unit_test(reads_a_result_saved_as_plain_objects),
        cmocka_unit_test(joins_rows_of_one_item_that_stand_together),
        cmocka_unit_test(tells_of_an_item_that_comes_back),
        cmocka_unit_test(passes_over_items_without_a_label),
        cmocka_unit_test(tells_of_rows_that_are_no_items),
        cmocka_unit_test(wants_a_type_when_the_result_has_none),
        cmocka_unit_test(goes_on_behind_an_object_that_is_no_json),
        cmocka_unit_test(tells_when_a_list_was_cut_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
