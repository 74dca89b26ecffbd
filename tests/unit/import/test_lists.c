/* The plainer lists: everypolitician's names, GATE's, and words. */
#include "importing.h"

#define HEADER "name,type,aliases,id\n"
#define GATE_HEADER "name,type,aliases,id,minor,language\n"

static void joins_the_names_of_a_politician(void **state)
{
    (void)state;
    CHECK_IMPORT("names.csv",
                 "name,id\n"
                 "Vorn Halden,a-1\n"
                 "Ворн Халден,a-1\n"
                 "V. Halden,a-1\n"
                 "Ada Lark,b-2\n",
                 NULL,
                 HEADER "Vorn Halden,person,Ворн Халден|V. Halden,everypolitician:a-1\n"
                        "Ada Lark,person,,everypolitician:b-2\n",
                 "");
}

static void tells_of_a_politician_who_comes_back(void **state)
{
    (void)state;
    CHECK_IMPORT("names.csv",
                 "name,id\nAda Lark,b\nBen Heron,c\nA. Lark,b\n,c\nCara Wren,\n", NULL,
                 HEADER "Ada Lark,person,,everypolitician:b\n"
                        "Ben Heron,person,,everypolitician:c\n",
                 "names.csv:4: everypolitician:b stood in rows further up, and not "
                 "directly above; sort the list by id; the row is left out\n"
                 "names.csv:5: the name is empty; the row is left out\n"
                 "names.csv:6: the id is empty; the row is left out\n");
}

static void reads_the_lists_that_a_gate_definition_names(void **state)
{
    (void)state;
    struct check_importing importing;
    check_importing_init(&importing);
    check_file(&importing.folder, "town.lst", "Norby\nSill&country=Norland\n");
    check_file(&importing.folder, "firm.lst", "Lark Press\nHeron: Sons\nWren\tkind=x\n");
    check_list(&importing, "lists.def",
               KITH_STR("town.lst:location:city\n"
                        "absent.lst:location\n"
                        "firm.lst:organization::english:Firm\n"
                        "untyped.lst\n"));
    assert_ok(check_run(&importing), &importing.err);
    assert_str(kith_buf_view(&importing.text),
               GATE_HEADER "Norby,city,,,city,\n"
                           "Sill,city,,,city,\n"
                           "Lark "
                           "Press,organisation,,,,english\n"
                           "Heron: "
                           "Sons,organisation,,,,english\n"
                           "Wren,organisation,,,,english\n");
    struct kith_str told = kith_buf_view(&importing.problems);
    assert_true(kith_str_starts_with(told, KITH_STR("lists.def:2: ")));
    assert_true(kith_import_contains(told, KITH_STR("absent.lst: cannot read")));
    assert_true(kith_str_ends_with(
        told, KITH_STR("lists.def:4: a line names a list and its type: "
                       "town.lst:location\n")));
    assert_int_equal(importing.summary.faults, 2);
    check_importing_release(&importing);
}

static void reads_a_name_a_line(void **state)
{
    (void)state;
    CHECK_IMPORT("names.txt",
                 "\xEF\xBB\xBF"
                 "Ada Lark\r\n\r\n# not this\r\n  Smith, Ben  \r\n--\r\nCara Wren",
                 "person",
                 HEADER "Ada Lark,person,,\n\"Smith, Ben\",person,,\nCara "
                        "Wren,person,,\n",
                 "names.txt:5: the name has no letter or digit; the row is left out\n");
}

static void wants_the_type_of_words(void **state)
{
    (void)state;
    check_refused("names.txt", KITH_STR("Ada Lark\n"), NULL, KITH_BAD_INPUT,
                  "says nothing of the type");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(joins_the_names_of_a_politician),
        cmocka_unit_test(tells_of_a_politician_who_comes_back),
        cmocka_unit_test(reads_the_lists_that_a_gate_definition_names),
        cmocka_unit_test(reads_a_name_a_line),
        cmocka_unit_test(wants_the_type_of_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
