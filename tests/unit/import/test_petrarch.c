/* PETRARCH actor dictionaries: actors, synonyms, roles, comments. */
#include "importing.h"

#define HEADER "name,type,aliases,id,codes\n"

static void reads_actors_with_synonyms_and_roles(void **state)
{
    (void)state;
    CHECK_IMPORT("norland.actors.txt",
                 "# Actors of a country that is not there\n"
                 "\n"
                 "NORLAND_  [NLD]\n"
                 "+NORLANDIC_ \n"
                 "+REPUBLIC_OF_NORLAND\n"
                 "VORN_HALDEN_  # from a list\n"
                 "+PRESIDENT_HALDEN_ ; said on the radio\n"
                 "\t[NLDGOV 010203-050607]\n"
                 "\t[NLDELI >050607][---]# a note\n"
                 "NTO_\t[IGONTO]\n",
                 NULL,
                 HEADER "Norland,actor,Norlandic|Republic of Norland,,NLD\n"
                        "Vorn Halden,actor,President Halden,,NLDGOV 010203-050607; "
                        "NLDELI >050607; ---\n"
                        "NTO,actor,,,IGONTO\n",
                 "");
}

static void reads_no_comments(void **state)
{
    (void)state;
    CHECK_IMPORT("a.txt",
                 "<!-- ADA_LARK_ [NLD]\n"
                 "BEN_HERON_ [NLD]\n"
                 "-->\n"
                 "CARA_WREN_ [NLD] <!-- one line -->\n"
                 "DORA_FINCH_ [NLD]\n",
                 NULL, HEADER "Cara Wren,actor,,,NLD\nDora Finch,actor,,,NLD\n", "");
}

static void tells_of_lines_without_an_actor(void **state)
{
    (void)state;
    CHECK_IMPORT("a.txt",
                 "+LARK_\n"
                 "\t[NLD]\n"
                 "BEN_HERON_ [NLD\n"
                 "CARA_WREN_ [NLDGOV]\n",
                 "person", HEADER "Ben Heron,person,,,\nCara Wren,person,,,NLDGOV\n",
                 "a.txt:1: a synonym without an actor above it is left out\n"
                 "a.txt:2: a role without an actor above it is left out\n"
                 "a.txt:3: a bracket is not closed; the role is left out\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_actors_with_synonyms_and_roles),
        cmocka_unit_test(reads_no_comments),
        cmocka_unit_test(tells_of_lines_without_an_actor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
