#include "support/surfaces.h"

#define NAMES                                                                            \
    "name,type,aliases\n"                                                                \
    "Paris,city,\n"                                                                      \
    "Houston,city,\n"                                                                    \
    "Moscow,city,\n"                                                                     \
    "Vladimir Putin,person,Putin\n"                                                      \
    "Acme,company,\n"                                                                    \
    "New York,city,\n"                                                                   \
    "But,company,\n"                                                                     \
    "Às,company,\n"                                                                     \
    "none,company,\n"

static void assert_found(const char *text, const char *expected)
{
    support_assert_surfaces(NAMES, text, expected);
}

static void refuses_a_place_that_is_a_given_name(void **state)
{
    (void)state;
    assert_found("They saw Paris Hilton and Houston Fakelastname there.", "");
    assert_found("Paris Hilton was there.", "");
}

static void refuses_a_surname_behind_a_stranger_or_an_initial(void **state)
{
    (void)state;
    assert_found("They saw Igor Putin and I. Putin there.", "");
}

static void lets_titles_and_weekdays_stand_beside_a_name(void **state)
{
    (void)state;
    assert_found("They asked President Putin Monday. The Moscow Mayor came.",
                 "Putin; Moscow");
}

static void lets_a_known_name_stand_beside_a_name(void **state)
{
    (void)state;
    assert_found("On Tuesday in Moscow Putin spoke of Acme.", "Moscow; Putin; Acme");
}

static void lets_a_sentence_begin(void **state)
{
    (void)state;
    assert_found("In Moscow it rained. But Putin stayed. Moscow was wet.",
                 "Moscow; Putin; Moscow");
}

static void stops_at_marks(void **state)
{
    (void)state;
    assert_found("They left Fakeville, Paris, Othertown (Moscow) and the rest.",
                 "Paris; Moscow");
}

static void stops_at_possessives(void **state)
{
    (void)state;
    assert_found("It was Moscow's Gorky Park.", "Moscow");
}

static void takes_a_name_of_two_words_as_it_is(void **state)
{
    (void)state;
    assert_found("The New York Fakers won.", "New York");
}

static void does_not_guard_other_types(void **state)
{
    (void)state;
    assert_found("They bought Acme Widgets there.", "Acme");
}

static void sees_no_evidence_in_a_headline_with_capitals(void **state)
{
    (void)state;
    assert_found("Paris Talks Resume After Long Pause\n\nIt went on here.", "Paris");
    assert_found("PARIS TALKS RESUME\n\nIt went on here.", "PARIS");
}

static void sees_no_name_in_how_a_sentence_begins(void **state)
{
    (void)state;
    assert_found("But it rained. “But why?” They sold But shares.", "But");
    assert_found("They asked: But why?", "");
}

static void sees_no_name_in_small_words_and_in_spellings_of_others(void **state)
{
    (void)state;
    assert_found("Of these none came. Not so fast As snow, or AS snow, or Às.", "AS; Às");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_a_place_that_is_a_given_name),
        cmocka_unit_test(refuses_a_surname_behind_a_stranger_or_an_initial),
        cmocka_unit_test(lets_titles_and_weekdays_stand_beside_a_name),
        cmocka_unit_test(lets_a_known_name_stand_beside_a_name),
        cmocka_unit_test(lets_a_sentence_begin),
        cmocka_unit_test(stops_at_marks),
        cmocka_unit_test(stops_at_possessives),
        cmocka_unit_test(takes_a_name_of_two_words_as_it_is),
        cmocka_unit_test(does_not_guard_other_types),
        cmocka_unit_test(sees_no_name_in_how_a_sentence_begins),
        cmocka_unit_test(sees_no_name_in_small_words_and_in_spellings_of_others),
        cmocka_unit_test(sees_no_evidence_in_a_headline_with_capitals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
