/* GeoNames dumps: columns into a gazetteer's, types by feature class, small places. */
#include "importing.h"

#define HEADER "name,type,aliases,id,country,population,feature\n"

/* A row with what matters in it. */
#define ROW(id, name, ascii, others, class, code, country, population)                   \
    id "\t" name "\t" ascii "\t" others                                                  \
       "\t10.5\t20.5\t" class "\t" code "\t" country "\t\t01\t\t\t\t" population         \
                              "\t\t12\tEurope/Norby\t2024-01-01\n"

static void makes_a_row_of_each_place(void **state)
{
    (void)state;
    CHECK_IMPORT("places.txt",
                 ROW("101", "Nörby", "Norby", "Norbia,Nörby,NRB,Norbia", "P", "PPLC",
                     "NL", "120000")
                     ROW("102", "Vorn", "Vorn", "", "P", "PPL", "NL", "0"),
                 NULL,
                 HEADER "Nörby,city,Norby|Norbia|NRB,geonames:101,NL,120000,P.PPLC\n"
                        "Vorn,city,,geonames:102,NL,0,P.PPL\n",
                 "");
}

static void takes_the_type_from_the_feature(void **state)
{
    (void)state;
    CHECK_IMPORT("places.txt",
                 ROW("1", "Norland", "Norland", "", "A", "PCLI", "NL", "9")
                     ROW("2", "East Norland", "East Norland", "", "A", "ADM1", "NL", "9")
                         ROW("3", "The Fells", "The Fells", "", "L", "RGN", "NL", "")
                             ROW("4", "Lake Sill", "Lake Sill", "", "H", "LK", "NL", "0")
                                 ROW("5", "Sill Airport", "Sill Airport", "", "S", "AIRP",
                                     "NL", "0"),
                 NULL,
                 HEADER "Norland,country,,geonames:1,NL,9,A.PCLI\n"
                        "East Norland,region,,geonames:2,NL,9,A.ADM1\n"
                        "The Fells,region,,geonames:3,NL,,L.RGN\n"
                        "Lake Sill,place,,geonames:4,NL,0,H.LK\n"
                        "Sill Airport,place,,geonames:5,NL,0,S.AIRP\n",
                 "");
}

static void passes_over_places_with_too_few_people(void **state)
{
    (void)state;
    struct check_importing importing;
    check_importing_init(&importing);
    check_list(&importing, "places.txt",
               KITH_STR(ROW("1", "Norby", "Norby", "", "P", "PPL", "NL", "500")
                            ROW("2", "Sill", "Sill", "", "P", "PPL", "NL", "499")
                                ROW("3", "Moor", "Moor", "", "P", "PPL", "NL", "")));
    importing.options.min_population = 500;
    assert_ok(check_run(&importing), &importing.err);
    assert_str(kith_buf_view(&importing.text),
               HEADER "Norby,city,,geonames:1,NL,500,P.PPL\n");
    assert_int_equal(importing.summary.passed_over, 2);
    assert_int_equal(importing.summary.faults, 0);
    check_importing_release(&importing);
}

static void leaves_out_links_among_the_names(void **state)
{
    (void)state;
    CHECK_IMPORT("places.txt",
                 ROW("1", "Norby", "Norby", "https://norby.example/a,Nordby", "P", "PPL",
                     "NL", "5"),
                 NULL, HEADER "Norby,city,Nordby,geonames:1,NL,5,P.PPL\n", "");
}

static void goes_on_behind_a_broken_line(void **state)
{
    (void)state;
    CHECK_IMPORT(
        "places.txt",
        ROW("1", "Norby", "Norby", "", "P", "PPL", "NL",
            "5") "2\tHalf a row\n" ROW("3", "N\xF6rd", "Nord", "", "P", "PPL", "NL", "5")
            ROW("4", "", "", "", "P", "PPL", "NL", "5")
                ROW("5", "Sill", "Sill", "", "P", "PPL", "NL", "5"),
        NULL,
        HEADER "Norby,city,,geonames:1,NL,5,P.PPL\n"
               "Sill,city,,geonames:5,NL,5,P.PPL\n",
        "places.txt:2: the line is no row of a GeoNames dump, which has 19 "
        "columns divided by tabs and a number in the first; it is left out\n"
        "places.txt:3: the line is not UTF-8; it is left out\n"
        "places.txt:4: the name is empty; the row is left out\n");
}

static void lets_the_user_say_the_type(void **state)
{
    (void)state;
    CHECK_IMPORT("places.txt", ROW("1", "Norby", "Norby", "", "P", "PPL", "NL", "5"),
                 "town", HEADER "Norby,town,,geonames:1,NL,5,P.PPL\n", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_a_row_of_each_place),
        cmocka_unit_test(takes_the_type_from_the_feature),
        cmocka_unit_test(passes_over_places_with_too_few_people),
        cmocka_unit_test(leaves_out_links_among_the_names),
        cmocka_unit_test(goes_on_behind_a_broken_line),
        cmocka_unit_test(lets_the_user_say_the_type),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
