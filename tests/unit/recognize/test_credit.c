#include "support/surfaces.h"

#define NAMES                                                                            \
    "name,type,aliases\n"                                                                \
    "Northern Press Agency,media,NPA\n"                                                  \
    "Inter-Wire,media,interwire\n"                                                       \
    "Union of Pilots,organisation,UOP\n"                                                 \
    "Oslo,city,\n"

static void assert_found(const char *text, const char *expected)
{
    support_assert_surfaces(NAMES, text, expected);
}

static void leaves_out_the_agencies_at_the_end(void **state)
{
    (void)state;
    assert_found("Oslo was calm. jk/lm (NPA, interwire)\n", "Oslo");
    assert_found("Oslo was calm.\n\n[Photo: interwire/NPA]\n", "Oslo");
}

static void leaves_out_the_agency_of_a_dateline(void **state)
{
    (void)state;
    assert_found("OSLO, May 3 (NPA) - All was calm.", "OSLO");
    assert_found("OSLO (NPA) \u2014 All was calm.", "OSLO");
}

static void leaves_out_who_else_is_in_the_brackets(void **state)
{
    (void)state;
    assert_found("Oslo was calm. (UOP, NPA, xyz)\n", "Oslo");
}

static void leaves_out_agencies_behind_the_sign_of_an_editor(void **state)
{
    (void)state;
    assert_found("Oslo was calm. jk/NPA/interwire Editor: K. L.\n", "Oslo");
}

static void leaves_out_who_made_the_article(void **state)
{
    (void)state;
    assert_found("Oslo was calm. Author: A. Moe, Oslo (NPA, UOP) Editor: B. Oslo\n",
                 "Oslo");
    assert_found("Oslo was calm.\n\n(Reporting by A. Moe in Oslo; Editing by NPA)\n",
                 "Oslo");
}

static void keeps_authors_that_the_story_is_about(void **state)
{
    (void)state;
    assert_found("The report was written by UOP in Oslo. Author Oslo.",
                 "UOP; Oslo; Oslo");
    assert_found("The author: Oslo. Reporting by satellite, Oslo was calm.",
                 "Oslo; Oslo");
}

static void keeps_agencies_that_the_story_is_about(void **state)
{
    (void)state;
    assert_found("The agencies (NPA, interwire) were in Oslo.", "NPA; interwire; Oslo");
    assert_found("NPA said so in Oslo. It was told to interwire.\n",
                 "NPA; Oslo; interwire");
}

static void keeps_what_is_no_agency(void **state)
{
    (void)state;
    assert_found("The pilots met. (UOP)\n", "UOP");
    assert_found("They left the city of the north (Oslo, said NPA yesterday evening)\n",
                 "Oslo; NPA");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaves_out_the_agencies_at_the_end),
        cmocka_unit_test(leaves_out_the_agency_of_a_dateline),
        cmocka_unit_test(leaves_out_who_else_is_in_the_brackets),
        cmocka_unit_test(leaves_out_agencies_behind_the_sign_of_an_editor),
        cmocka_unit_test(leaves_out_who_made_the_article),
        cmocka_unit_test(keeps_authors_that_the_story_is_about),
        cmocka_unit_test(keeps_agencies_that_the_story_is_about),
        cmocka_unit_test(keeps_what_is_no_agency),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
