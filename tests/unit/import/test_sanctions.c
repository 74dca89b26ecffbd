/* Lists of sanctions: OpenSanctions' simple CSV and OFAC's pair of files. */
#include "importing.h"

#define OPEN_HEADER "name,type,aliases,id,countries,birth_date,dataset\n"
#define OFAC_HEADER "name,type,aliases,id,programs,title\n"
#define NOTHING6 "-0- ,-0- ,-0- ,-0- ,-0- ,-0- "

static void reads_targets_with_their_aliases(void **state)
{
    (void)state;
    CHECK_IMPORT("targets.simple.csv",
                 "\"id\",\"schema\",\"name\",\"aliases\",\"birth_date\",\"countries\","
                 "\"dataset\"\n"
                 "\"NK-1\",\"Person\",\"Vorn Halden\",\"V. Halden;Halden, Vorn;Vorn "
                 "Halden\",\"1950-01-02\",\"nl;vl\",\"Norland List\"\n"
                 "\"Q77\",\"Company\",\"Sill Metals\",\"\",\"\",\"nl\",\"Norland List\"\n"
                 "\"NK-3\",\"Vessel\",\"GREY GULL\",\"\",\"\",\"\",\"\"\n",
                 NULL,
                 OPEN_HEADER "Vorn Halden,person,\"V. Halden|Halden, "
                             "Vorn\",opensanctions:NK-1,nl;vl,1950-01-02,Norland List\n"
                             "Sill Metals,company,,wikidata:Q77,nl,,Norland List\n"
                             "GREY GULL,Vessel,,opensanctions:NK-3,,,\n",
                 "");
}

static void reads_targets_whatever_the_order_of_columns(void **state)
{
    (void)state;
    CHECK_IMPORT("targets.csv",
                 "name,aliases,schema,id\nVorn Halden,VH,Person,NK-1\n,x,Person,NK-2\n"
                 "Ben Heron,,Person,\n",
                 NULL, OPEN_HEADER "Vorn Halden,person,VH,opensanctions:NK-1,,,\n",
                 "targets.csv:3: the name is empty; the row is left out\n"
                 "targets.csv:4: the id is empty; the row is left out\n");
}

#define SDN                                                                              \
    "36,\"BANK OF NORLAND\",-0- ,\"NORL\",-0- ," NOTHING6 ",\"a remark\"\n"              \
    "41,\"HALDEN, Vorn Erik\",\"individual\",\"NORL] [VLD\",\"Minister\"," NOTHING6      \
    ",-0- \n"                                                                            \
    "52,\"GREY GULL\",\"vessel\",\"NORL\",-0- ," NOTHING6 ",-0- \n"
#define ALT                                                                              \
    "41,1,\"aka\",\"AL-HALDEN, Vorn\",-0- \n"                                            \
    "36,2,\"aka\",\"BON\",-0- \n"                                                        \
    "36,3,\"fka\",\"NORLAND STATE BANK\",-0- \n"                                         \
    "41,4,\"aka\",\"VORNO\",-0- \n"

static void writes_names_in_both_orders(void **state)
{
    (void)state;
    CHECK_IMPORT("sdn.csv", SDN "\x1A\n", NULL,
                 OFAC_HEADER "Bank of Norland,organisation,,ofac:36,NORL,\n"
                             "Vorn Erik Halden,person,Halden Vorn "
                             "Erik,ofac:41,NORL] [VLD,Minister\n"
                             "Grey Gull,vessel,,ofac:52,NORL,\n",
                 "");
}

static void check_pair(const char *first, struct kith_str first_list, const char *second,
                       struct kith_str second_list)
{
    struct check_importing importing;
    check_importing_init(&importing);
    check_list(&importing, first, first_list);
    check_list(&importing, second, second_list);
    assert_ok(check_run(&importing), &importing.err);
    assert_str(kith_buf_view(&importing.text), OFAC_HEADER
               "Bank of Norland,organisation,BON|Norland State Bank,ofac:36,NORL,\n"
               "Vorn Erik Halden,person,Halden Vorn Erik|Vorn Al-Halden|Al-Halden "
               "Vorn|Vorno,ofac:41,NORL] [VLD,Minister\n"
               "Grey Gull,vessel,,ofac:52,NORL,\n");
    assert_str(kith_buf_view(&importing.problems), "");
    check_importing_release(&importing);
}

static void adds_other_names_in_whatever_order_the_files_come(void **state)
{
    (void)state;
    check_pair("sdn.csv", KITH_STR(SDN), "alt.csv", KITH_STR(ALT));
    check_pair("alt.csv", KITH_STR(ALT), "sdn.csv", KITH_STR(SDN));
}

static void tells_of_rows_that_are_none_of_the_list(void **state)
{
    (void)state;
    CHECK_IMPORT("sdn.csv", SDN "53,\"LOST\",-0-\n", NULL,
                 OFAC_HEADER "Bank of Norland,organisation,,ofac:36,NORL,\n"
                             "Vorn Erik Halden,person,Halden Vorn "
                             "Erik,ofac:41,NORL] [VLD,Minister\n"
                             "Grey Gull,vessel,,ofac:52,NORL,\n",
                 "sdn.csv:4: the row is none of sdn.csv, which has 12 cells and a number "
                 "in the first; it is left out\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_targets_with_their_aliases),
        cmocka_unit_test(reads_targets_whatever_the_order_of_columns),
        cmocka_unit_test(writes_names_in_both_orders),
        cmocka_unit_test(adds_other_names_in_whatever_order_the_files_come),
        cmocka_unit_test(tells_of_rows_that_are_none_of_the_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
