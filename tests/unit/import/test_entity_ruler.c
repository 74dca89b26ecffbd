/* EntityRuler patterns: strings, tokens, ids, and what is no name. */
#include "importing.h"

#define HEADER "name,type,aliases,id\n"

static void reads_strings_and_tokens(void **state)
{
    (void)state;
    CHECK_IMPORT(
        "patterns.jsonl",
        "{\"label\": \"PERSON\", \"pattern\": \"Ada Lark\"}\n"
        "{\"label\": \"ORG\", \"pattern\": [{\"TEXT\": \"Lark\"}, {\"ORTH\": "
        "\"Press\"}]}\n"
        "{\"label\": \"GPE\", \"pattern\": [{\"LOWER\": \"new\"}, {\"LOWER\": "
        "\"norby\"}]}\n"
        "{\"label\": \"BRIDGE\", \"pattern\": [{\"TEXT\": \"Sill\"}, {\"TEXT\": \"-\"}, "
        "{\"TEXT\": \"Span\"}, {\"TEXT\": \"'s\"}]}\n",
        NULL,
        HEADER "Ada Lark,person,,\n"
               "Lark Press,organisation,,\n"
               "new norby,place,~new norby,\n"
               "Sill-Span's,BRIDGE,,\n",
        "");
}

static void makes_one_entity_of_patterns_with_one_id(void **state)
{
    (void)state;
    CHECK_IMPORT(
        "patterns.jsonl",
        "{\"label\": \"GPE\", \"pattern\": \"Norby\", \"id\": \"norby\"}\n"
        "{\"label\": \"GPE\", \"pattern\": [{\"LOWER\": \"nby\"}], \"id\": \"norby\"}\n"
        "{\"label\": \"ORG\", \"pattern\": \"Norby FC\", \"id\": \"norby\"}\n"
        "{\"label\": \"GPE\", \"pattern\": \"Sill\", \"id\": \"sill\"}\n"
        "{\"label\": \"GPE\", \"pattern\": \"Old Norby\", \"id\": \"norby\"}\n",
        NULL,
        HEADER "Norby,place,~nby,place:norby\n"
               "Norby FC,organisation,,organisation:norby\n"
               "Sill,place,,place:sill\n",
        "patterns.jsonl:5: place:norby stood in rows further up, and not directly above; "
        "sort the list by id; the row is left out\n");
}

static void tells_of_patterns_that_are_no_names(void **state)
{
    (void)state;
    const char *no_name = ": the pattern is no name: it is neither a string nor tokens "
                          "with TEXT, ORTH or LOWER alone; it is left out\n";
    char problems[1024];
    snprintf(problems, sizeof problems,
             "p.jsonl:2%sp.jsonl:3%sp.jsonl:4%sp.jsonl:5%sp.jsonl:6: no JSON: unallowed "
             "token at this point in JSON text, at byte 11; the line is left "
             "out\np.jsonl:7: there is no type; the row "
             "is left out\n",
             no_name, no_name, no_name, no_name);
    check_import(
        "p.jsonl",
        KITH_STR("{\"label\": \"ORG\", \"pattern\": \"Lark Press\"}\n"
                 "{\"label\": \"ORG\", \"pattern\": [{\"LEMMA\": \"bank\"}]}\n"
                 "{\"label\": \"ORG\", \"pattern\": [{\"TEXT\": \"a\", \"OP\": \"+\"}]}\n"
                 "{\"label\": \"ORG\", \"pattern\": [{\"LOWER\": {\"IN\": [\"a\"]}}]}\n"
                 "{\"label\": \"ORG\", \"pattern\": []}\n"
                 "{\"label\": }\n"
                 "{\"pattern\": \"Heron\"}\n"),
        NULL, HEADER "Lark Press,organisation,,\n", problems);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_strings_and_tokens),
        cmocka_unit_test(makes_one_entity_of_patterns_with_one_id),
        cmocka_unit_test(tells_of_patterns_that_are_no_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
