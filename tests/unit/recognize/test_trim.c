#include "support/surfaces.h"

#define NAMES                                                                            \
    "name,type,aliases\n"                                                                \
    "Petra Keskinen,person,President Keskinen|Gen. P. Keskinen\n"                        \
    "Anselm Weber,person,Pope Anselm\n"                                                  \
    "Major Tom,person,\n"                                                                \
    "President Hotel,place,President\n"                                                  \
    "Harbourton,city,city of Harbourton\n"                                               \
    "Ines Krüger,person,\n"                                                             \
    "Ines Kruger,person,Chancellor Ines Kruger\n"                                        \
    "Tidings,media,Tidings news agency|Evening Tidings paper\n"

static void assert_found(const char *text, const char *expected)
{
    support_assert_surfaces(NAMES, text, expected);
}

static void leaves_the_title_of_an_alias_out_of_the_name(void **state)
{
    (void)state;
    assert_found("There President Keskinen spoke.", "Keskinen");
}

static void keeps_styles_that_are_part_of_a_name(void **state)
{
    (void)state;
    assert_found("There Pope Anselm spoke.", "Pope Anselm");
}

static void keeps_what_the_row_is_called(void **state)
{
    (void)state;
    assert_found("There Major Tom spoke.", "Major Tom");
}

static void keeps_titles_of_what_is_no_person(void **state)
{
    (void)state;
    assert_found("There stands the President Hotel.", "President Hotel");
}

static void leaves_common_nouns_around_a_name_out_of_it(void **state)
{
    (void)state;
    assert_found("In the city of Harbourton the Tidings news agency knew.",
                 "Harbourton; Tidings");
}

static void keeps_common_nouns_that_the_name_needs(void **state)
{
    (void)state;
    assert_found("The Evening Tidings paper knew.", "Evening Tidings paper");
}

/* As "name key", where the names of the two differ in nothing but a mark. */
static void gives_a_name_behind_a_title_to_who_is_spelt_so(void **state)
{
    (void)state;
    struct check_reading reading;
    struct kith_mentions mentions;
    check_reading_init(&reading);
    check_load(&reading, "names.csv", NAMES);
    check_compile(&reading);
    check_read(&reading, "Then Chancellor Ines Krüger met Chancellor Ines Kruger.");
    assert_ok(support_recognize(reading.gazetteer, &reading.document, &reading.arena,
                                &mentions, &reading.err),
              &reading.err);
    assert_int_equal(mentions.count, 2);
    assert_str(kith_gazetteer_entity(reading.gazetteer, mentions.items[0].entity).name,
               "Ines Krüger");
    assert_str(kith_gazetteer_entity(reading.gazetteer, mentions.items[1].entity).name,
               "Ines Kruger");
    check_reading_release(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaves_the_title_of_an_alias_out_of_the_name),
        cmocka_unit_test(keeps_styles_that_are_part_of_a_name),
        cmocka_unit_test(keeps_what_the_row_is_called),
        cmocka_unit_test(leaves_common_nouns_around_a_name_out_of_it),
        cmocka_unit_test(keeps_common_nouns_that_the_name_needs),
        cmocka_unit_test(gives_a_name_behind_a_title_to_who_is_spelt_so),
        cmocka_unit_test(keeps_titles_of_what_is_no_person),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
