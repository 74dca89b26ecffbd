#include "matching.h"

static void takes_the_longest_name(void **state)
{
    (void)state;
    assert_matches("New York,city,\nNew York Times,media,\n",
                   "The New York Times came to New York.", "New York Times=1 New York=0");
}

static void backs_off_to_the_longest_name_that_is_whole(void **state)
{
    (void)state;
    assert_matches("New York,city,\nNew York Times Square Ball,event,\nTimes,media,\n",
                   "New York Times Square", "New York=0 Times=2");
}

static void backs_off_when_the_longer_one_is_written_in_a_way_it_may_not_be(void **state)
{
    (void)state;
    assert_matches("Bank,company,\nBank Of America,company,=Bank OF America\n",
                   "Bank of America", "Bank=0");
}

static void begins_again_behind_a_match_and_never_inside(void **state)
{
    (void)state;
    assert_matches("Alpha Beta,a,\nBeta Gamma,b,\nGamma,c,\n", "Alpha Beta Gamma",
                   "Alpha Beta=0 Gamma=2");
}

static void finds_a_name_that_begins_inside_a_path_that_failed(void **state)
{
    (void)state;
    assert_matches("Alpha Beta Gamma Delta,a,\nBeta Gamma,b,\n",
                   "Alpha Beta Gamma Epsilon", "Beta Gamma=1");
}

static void finds_names_across_a_line_break_and_runs_of_blanks(void **state)
{
    (void)state;
    assert_matches("Crocus City Hall,place,\n", "at Crocus\nCity \t Hall today",
                   "Crocus\nCity \t Hall=0");
}

static void finds_no_name_across_a_sentence_or_a_paragraph(void **state)
{
    (void)state;
    assert_matches("Moscow Peskov,x,\n", "He flew to Moscow. Peskov stayed.", "");
    assert_matches("Moscow Peskov,x,\n", "He flew to Moscow\n\nPeskov stayed.", "");
}

static void takes_hyphen_and_blank_for_one(void **state)
{
    (void)state;
    assert_matches("ISIS-K,group,\n", "ISIS K and ISIS-K and ISIS\xE2\x80\x91K",
                   "ISIS K~0 ISIS-K=0 ISIS\xE2\x80\x91K=0");
    assert_matches("Rostov on Don,city,\n", "Rostov-on-Don", "Rostov-on-Don~0");
    assert_matches("Al-Shabab,group,\n", "Al-\nShabab", "Al-\nShabab~0");
}

static void takes_a_dash_for_no_hyphen(void **state)
{
    (void)state;
    assert_matches("Paris Match,media,\n", "in Paris - Match point", "");
    assert_matches("Paris Match,media,\n", "in Paris--Match point", "");
    assert_matches("Paris - Nice,event,\n", "the Paris - Nice race", "Paris - Nice=0");
}

static void takes_a_spaced_hyphen_for_one_where_the_name_has_one(void **state)
{
    (void)state;
    assert_matches("Anna-Lena Berg,person,\n", "Anna - Lena Berg", "Anna - Lena Berg~0");
    assert_matches("Anna Lena Berg,person,\n", "Anna - Lena Berg", "");
    assert_matches("Anna-Lena Berg,person,\n", "Anna-Lena - Berg", "");
    assert_matches("Anna-Lena Berg,person,\n", "Anna -\nLena Berg", "");
    assert_matches("Berg Oy,company,\nBerg,person,\n", "Berg - Oy", "Berg=1");
}

static void finds_names_in_compounds(void **state)
{
    (void)state;
    assert_matches("Moscow,city,\nRussia,country,\nUS,country,\n",
                   "a Moscow-based, pro-Russia, non-US firm", "Moscow=0 Russia=1 US=2");
}

static void takes_a_dot_behind_a_word_or_leaves_it(void **state)
{
    (void)state;
    assert_matches("St. Petersburg,city,\n", "St Petersburg or St. Petersburg",
                   "St Petersburg~0 St. Petersburg=0");
    assert_matches("John F Kennedy,person,\n", "John F. Kennedy", "John F. Kennedy~0");
    assert_matches("Apple Inc.,company,\n", "Apple Inc said. Apple Inc. said.",
                   "Apple Inc=0 Apple Inc=0");
}

static void takes_dotted_initials_for_plain_ones(void **state)
{
    (void)state;
    assert_matches("US,country,\n", "U.S. officials and US officials", "U.S.~0 US=0");
    assert_matches("U.S.,country,\n", "US officials and U.S. officials", "US~0 U.S.=0");
}

static void takes_curly_quotes_for_straight_ones(void **state)
{
    (void)state;
    assert_matches("Jehovah's Witnesses,group,\nPeople\xE2\x80\x99s Republic,country,\n",
                   "Jehovah\xE2\x80\x99s Witnesses in the People's Republic",
                   "Jehovah\xE2\x80\x99s Witnesses=0 People's Republic=1");
}

static void finds_a_name_with_quotes_without_them_too(void **state)
{
    (void)state;
    assert_matches("\"Ilya \"\"Ghost\"\" Orlov\",person,\n",
                   "Ilya \xE2\x80\x9CGhost\xE2\x80\x9D Orlov is Ilya Ghost Orlov",
                   "Ilya \xE2\x80\x9CGhost\xE2\x80\x9D Orlov=0 Ilya Ghost Orlov~0");
}

static void leaves_the_possessive_out(void **state)
{
    (void)state;
    assert_matches("Russia,country,\n", "Russia's, Russia\xE2\x80\x99s",
                   "Russia=0 Russia=0");
}

static void keeps_marks_that_belong_to_a_name(void **state)
{
    (void)state;
    assert_matches("AT&T,company,\nDisney+,media,\n", "AT&T sold Disney+ to AT and T",
                   "AT&T=0 Disney+=1");
}

static void folds_diacritics_and_composition(void **state)
{
    (void)state;
    assert_matches("Erdo\xC4\x9F"
                   "an,person,\n",
                   "Erdogan, Erdo\xC4\x9F"
                   "an, Erdog\xCC\x86"
                   "an",
                   "Erdogan~0 Erdo\xC4\x9F"
                   "an=0 Erdog\xCC\x86"
                   "an=0");
    assert_matches("Lodz,city,\n",
                   "\xC5\x81\xC3\xB3"
                   "d\xC5\xBA",
                   "\xC5\x81\xC3\xB3"
                   "d\xC5\xBA~0");
}

static void puts_the_exact_spelling_first(void **state)
{
    (void)state;
    assert_matches("Jose,a,\nJos\xC3\xA9,b,\nJOSE,c,\n", "Jos\xC3\xA9 met Jose",
                   "Jos\xC3\xA9=1/~0 Jose=0/~1");
}

static void names_each_entity_once(void **state)
{
    (void)state;
    assert_matches("IS-K,group,IS K|I.S. K\nISK,x,IS-K\n", "an IS K man", "IS K=0/~1");
}

static void stands_a_name_in_lower_case_only_where_it_is_written_so(void **state)
{
    (void)state;
    assert_matches("Bank of England,company,\n",
                   "Bank of England, Bank Of England, BANK OF ENGLAND, bank of england",
                   "Bank of England=0 Bank Of England~0 BANK OF ENGLAND~0");
    assert_matches("al-Qaeda,group,\n", "al-Qaeda, Al-Qaeda, AL-QAEDA, al-qaeda",
                   "al-Qaeda=0 Al-Qaeda~0 AL-QAEDA~0");
    assert_matches("taliban,group,\n", "taliban and Taliban", "taliban=0 Taliban~0");
}

static void keeps_short_capitals_as_written(void **state)
{
    (void)state;
    assert_matches("IS,group,\nUS,country,\nWHO,organisation,\n",
                   "IS it us? Who is this? The Us and WHO.", "IS=0 WHO=2");
    assert_matches("ISIS,group,\nIsis,goddess,\n", "Isis and ISIS", "Isis=1 ISIS=0/~1");
    assert_matches("ISIS-K,group,\n", "Isis-K and ISIS-K", "ISIS-K=0");
    assert_matches("CEBIT,event,\n", "CeBIT, Cebit, CEBIT", "CeBIT~0 CEBIT=0");
}

static void lets_long_capitals_stand_in_title_case(void **state)
{
    (void)state;
    assert_matches("UNESCO,organisation,\nJOHN MCCAIN,person,\n",
                   "Unesco, unesco, John McCain", "Unesco~0 John McCain~1");
}

static void takes_dots_for_capitals_only(void **state)
{
    (void)state;
    assert_matches("Us,media,\n", "The U.S. reads Us", "Us=0");
}

static void holds_an_exact_alias_to_its_case(void **state)
{
    (void)state;
    assert_matches("Internal Service,x,=IS|=eBay|=Next of\n",
                   "Is IS is EBay eBay NEXT OF Next Of Next of", "IS=0 eBay=0 Next of=0");
}

static void lets_an_any_case_alias_stand_as_it_likes(void **state)
{
    (void)state;
    assert_matches("Daesh group,group,~Daesh|~NATO\n", "daesh, DaEsh, nato",
                   "daesh~0 DaEsh~0 nato~0");
}

static void finds_names_in_scripts_without_blanks(void **state)
{
    (void)state;
    /* "Moscow" inside "in Moscow today", written without blanks. */
    assert_matches(
        "\xE8\x8E\xAB\xE6\x96\xAF\xE7\xA7\x91,city,\n",
        "\xE5\x9C\xA8\xE8\x8E\xAB\xE6\x96\xAF\xE7\xA7\x91\xE4\xBB\x8A\xE5\xA4\xA9",
        "\xE8\x8E\xAB\xE6\x96\xAF\xE7\xA7\x91=0");
}

static void finds_names_that_begin_with_digits_or_marks(void **state)
{
    (void)state;
    assert_matches("9/11,event,\n\"'Ndrangheta\",group,\n",
                   "On 9/11 the \xE2\x80\x99Ndrangheta",
                   "9/11=0 \xE2\x80\x99Ndrangheta=1");
}

static void finds_a_name_of_sixty_four_words_and_no_further(void **state)
{
    (void)state;
    char csv[256] = "", text[512];
    for (int i = 0; i < 64; i++)
        strcat(csv, "A ");
    snprintf(text, sizeof text, "%s%s", csv, csv);
    csv[127] = ',';
    strcat(csv, "x,\n");
    char expected[512];
    snprintf(expected, sizeof expected, "%.127s=0 %.127s=0", text, text);
    assert_matches(csv, text, expected);
}

static void finds_nothing_in_nothing(void **state)
{
    (void)state;
    assert_matches("Moscow,city,\n", "", "");
    assert_matches("", "Moscow", "");
}

static enum kith_status match_within(struct kith_arena *arena, void *context,
                                     struct kith_error *err)
{
    struct check_reading *reading = context;
    struct kith_matches matches;
    return kith_match_document(reading->gazetteer, &reading->document, arena, &matches,
                               err);
}

static void survives_having_no_memory(void **state)
{
    (void)state;
    struct check_reading reading;
    check_reading_init(&reading);
    check_load(&reading, "n.csv",
               "name,type\nJordan,country\nJordan,person\nAmman,city\n");
    check_compile(&reading);
    char text[2048] = "";
    for (int i = 0; i < 100; i++)
        strcat(text, "Jordan Amman, ");
    check_read(&reading, text);
    check_memory_sweep(match_within, &reading);
    check_reading_release(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_the_longest_name),
        cmocka_unit_test(backs_off_to_the_longest_name_that_is_whole),
        cmocka_unit_test(backs_off_when_the_longer_one_is_written_in_a_way_it_may_not_be),
        cmocka_unit_test(begins_again_behind_a_match_and_never_inside),
        cmocka_unit_test(finds_a_name_that_begins_inside_a_path_that_failed),
        cmocka_unit_test(finds_names_across_a_line_break_and_runs_of_blanks),
        cmocka_unit_test(finds_no_name_across_a_sentence_or_a_paragraph),
        cmocka_unit_test(takes_hyphen_and_blank_for_one),
        cmocka_unit_test(takes_a_dash_for_no_hyphen),
        cmocka_unit_test(takes_a_spaced_hyphen_for_one_where_the_name_has_one),
        cmocka_unit_test(finds_names_in_compounds),
        cmocka_unit_test(takes_a_dot_behind_a_word_or_leaves_it),
        cmocka_unit_test(takes_dotted_initials_for_plain_ones),
        cmocka_unit_test(takes_curly_quotes_for_straight_ones),
        cmocka_unit_test(finds_a_name_with_quotes_without_them_too),
        cmocka_unit_test(leaves_the_possessive_out),
        cmocka_unit_test(keeps_marks_that_belong_to_a_name),
        cmocka_unit_test(folds_diacritics_and_composition),
        cmocka_unit_test(puts_the_exact_spelling_first),
        cmocka_unit_test(names_each_entity_once),
        cmocka_unit_test(stands_a_name_in_lower_case_only_where_it_is_written_so),
        cmocka_unit_test(keeps_short_capitals_as_written),
        cmocka_unit_test(lets_long_capitals_stand_in_title_case),
        cmocka_unit_test(takes_dots_for_capitals_only),
        cmocka_unit_test(holds_an_exact_alias_to_its_case),
        cmocka_unit_test(lets_an_any_case_alias_stand_as_it_likes),
        cmocka_unit_test(finds_names_in_scripts_without_blanks),
        cmocka_unit_test(finds_names_that_begin_with_digits_or_marks),
        cmocka_unit_test(finds_a_name_of_sixty_four_words_and_no_further),
        cmocka_unit_test(finds_nothing_in_nothing),
        cmocka_unit_test(survives_having_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
