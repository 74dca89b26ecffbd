/* What the signs of the rule language mean, on sentences through the real rooms. */
#include "pipeline.h"

static const char names[] = "name,type,aliases\n"
                            "Anna,person,\n"
                            "Boris,person,\n"
                            "Clara,person,\n"
                            "David,person,\n"
                            "Ostland,country,\n"
                            "Westland,country,\n"
                            "Navy,agency,=NV\n"
                            "Guild,organisation,\n";

/* Under `rules`, `text` states exactly `expected`. */
static void check(const char *rules, const char *text, const char *expected)
{
    struct pipeline p;
    char found[4096];
    pipeline_open(&p, names);
    pipeline_load(&p, rules);
    pipeline_compile(&p);
    pipeline_run(&p, kith_str_of(text));
    pipeline_print(&p, found, sizeof found);
    assert_string_equal(found, expected);
    pipeline_close(&p);
}

#define LEADS "relation leads: one person -> agency, organisation, country\n"
#define MET "relation met: person = person\n"

static void runs_the_edge_from_a_to_b(void **state)
{
    (void)state;
    check(LEADS "B chief A\n", "Navy chief Anna spoke.", "Anna -leads-> Navy [chief]");
    check(LEADS "A , chief of B\n", "Anna, chief of the Navy, spoke.",
          "Anna -leads-> Navy [chief of]");
}

static void matches_words_in_any_case_and_plural(void **state)
{
    (void)state;
    check(LEADS "B chief A\n", "Navy CHIEF Anna spoke.", "Anna -leads-> Navy [CHIEF]");
    check(LEADS "B chief A\n", "Navy chiefs Anna and Boris spoke.",
          "Anna -leads-> Navy [chiefs]\nBoris -leads-> Navy [chiefs]");
    check(LEADS "B spokesman A\n", "Navy spokesmen Anna and Boris spoke.",
          "Anna -leads-> Navy [spokesmen]\nBoris -leads-> Navy [spokesmen]");
    check(LEADS "B deputy A\n", "Navy deputies Anna and Boris spoke.",
          "Anna -leads-> Navy [deputies]\nBoris -leads-> Navy [deputies]");
}

static void admits_only_the_types_of_its_relation(void **state)
{
    (void)state;
    check(LEADS "B chief A\n", "Anna chief Boris spoke.", "");
    check(LEADS "B chief A\n", "Navy chief Ostland spoke.", "");
    check("relation leads: any -> any\nB chief A\n", "Navy chief Ostland spoke.",
          "Ostland -leads-> Navy [chief]");
    check("relation leads: wizard -> agency\nB chief A\n", "Navy chief Anna spoke.", "");
}

static void reads_choices_lists_and_optional_parts(void **state)
{
    (void)state;
    const char *rules =
        "list chief = head, prime minister, sea lord\n" LEADS "B <chief> A\n"
        "A , (the|its (new|old))? <chief> of B\n";
    check(rules, "Ostland prime minister Anna spoke.",
          "Anna -leads-> Ostland [prime minister]");
    check(rules, "Anna, its new sea lord of Ostland, spoke.",
          "Anna -leads-> Ostland [its new sea lord of]");
    check(rules, "Anna, head of Ostland, spoke.", "Anna -leads-> Ostland [head of]");
    check(rules, "Anna, its head of Ostland, spoke.", "");
    check(rules, "Ostland prime Anna spoke.", "");
}

static void reads_possessives_however_they_are_written(void **state)
{
    (void)state;
    const char *rules = LEADS "B's chief ,? A\n";
    check(rules, "Ostland's chief Anna spoke.", "Anna -leads-> Ostland [chief]");
    check(rules, "Ostland’s chief, Anna, spoke.", "Anna -leads-> Ostland [chief]");
    check(rules, "Ostland chief Anna spoke.", "");
}

static void reads_hyphens_and_brackets_as_words(void **state)
{
    (void)state;
    check("relation based in: agency -> country\nB -based A\n",
          "The Ostland-based Navy sailed.", "Navy -based in-> Ostland [based]");
    check("relation of: person -> country\nA ( B )\n", "Anna (Ostland) won.",
          "Anna -of-> Ostland []");
}

static void passes_a_few_words_over_at_dots(void **state)
{
    (void)state;
    const char *rules = LEADS "A ... chief of B\n";
    check(rules, "Anna is one two three four five chief of the Navy.",
          "Anna -leads-> Navy [chief of]");
    check(rules, "Anna is one two three four five six chief of the Navy.", "");
    check(rules, "Anna, who was chief of the Navy.", "");
    check(rules, "Anna says the chief of the Navy left.", "");
    check(rules, "Anna and Boris is chief of the Navy.",
          "Boris -leads-> Navy [chief of]");
}

static void never_crosses_a_sentence_end(void **state)
{
    (void)state;
    check(LEADS "B chief A\n", "He left the Navy chief. Anna spoke.", "");
}

static void takes_descriptions_before_a_name_where_nothing_else_can_stand(void **state)
{
    (void)state;
    const char *rules = LEADS "A , chief of B\nB chief A\n";
    check(rules, "Anna, chief of the small banned Guild, spoke.",
          "Anna -leads-> Guild [chief of]");
    check(rules, "Anna, chief of neighbouring Ostland, spoke.", "");
    check(rules, "Anna, chief of the neighbouring Ostland, spoke.",
          "Anna -leads-> Ostland [chief of]");
    check(rules, "Anna, chief of one two three four Ostland, spoke.", "");
    check(rules, "Navy chief met Anna.", "");
    check(rules, "Navy chief trusts Anna.", "");
}

static void is_not_thrown_by_whose_it_is(void **state)
{
    (void)state;
    const char *rules = LEADS "A , (the)? chief of B\n";
    check(rules, "Anna, the chief of Ostland's Navy (NV), spoke.",
          "Anna -leads-> Navy [the chief of]");
    check(rules, "Anna, the chief of Ostland's harbour, spoke.", "");
    check(rules, "Anna, the chief of Ostland-born sailors, spoke.", "");
    check(rules, "Anna, the chief of Ostland Power, spoke.", "");
}

static void does_not_begin_in_the_middle_of_something(void **state)
{
    (void)state;
    const char *rules = "list except = former, deputy\n" LEADS "B chief A\n";
    check(rules, "Former Navy chief Anna spoke.", "");
    check(rules, "Anti-Navy chief Anna spoke.", "");
    check(rules, "Bank of Ostland chief Anna spoke.", "");
    check(rules, "The arrest of Navy chief Anna came late.",
          "Anna -leads-> Navy [chief]");
}

static void passes_titles_over(void **state)
{
    (void)state;
    const char *rules = "list titles = Gen, General, Dr\n" LEADS "B chief A\n";
    check(rules, "Navy chief Gen. Anna spoke.", "Anna -leads-> Navy [chief]");
    check(rules, "Navy chief General Anna spoke.", "Anna -leads-> Navy [chief]");
    check(rules, "Navy chief Professor Anna spoke.", "");
}

static void passes_a_bracket_behind_a_name_over(void **state)
{
    (void)state;
    const char *rules = LEADS "A , chief of B\nthe chief of B , A\n";
    check(rules, "Anna (born in 1970), chief of the Navy, spoke.",
          "Anna -leads-> Navy [chief of]");
    check(rules, "He met the chief of the Navy (NV), Anna.",
          "Anna -leads-> Navy [the chief of]");
    check(rules,
          "Anna (one two three four five six seven eight nine), chief of the Navy.", "");
}

static void passes_an_insertion_behind_its_subject_over(void **state)
{
    (void)state;
    const char *rules = LEADS "A , chief of B\nA is chief of B\n";
    check(rules, "Anna, a tall woman, chief of the Navy, spoke.",
          "Anna -leads-> Navy [chief of]");
    check(rules, "Anna, a tall woman, is chief of the Navy.",
          "Anna -leads-> Navy [is chief of]");
    check(rules, "Anna, unlike Boris, is chief of the Navy.", "");
    check(LEADS "B chief A\n", "In Ostland, on Friday, chief Anna spoke.", "");
}

static void passes_quotation_marks_over(void **state)
{
    (void)state;
    check(LEADS "A , chief of B\n", "“We met Anna,” chief of the “Navy”, he said.",
          "Anna -leads-> Navy [chief of]");
}

static void distributes_over_lists_of_names(void **state)
{
    (void)state;
    check(MET "A met B\n", "Anna, Boris and Clara met David.",
          "Anna -met- David [met]\nBoris -met- David [met]\nClara -met- David [met]");
    check(MET "A met B\n", "Anna met Boris and the clever Clara.",
          "Anna -met- Boris [met]\nAnna -met- Clara [met]");
}

static void reads_no_list_without_and(void **state)
{
    (void)state;
    check(MET "A met B\n", "With Anna, Boris met Clara.", "Boris -met- Clara [met]");
    check(MET "A met B\n", "Anna met Boris, and Clara left.", "Anna -met- Boris [met]");
}

static void gives_one_office_to_one_person(void **state)
{
    (void)state;
    const char *rules = LEADS "A , chief of B\nB chief A\n";
    check(rules, "Anna and Boris, chief of the Navy, spoke.",
          "Boris -leads-> Navy [chief of]");
    check(rules, "Navy chief Anna and Boris spoke.", "Anna -leads-> Navy [chief]");
    check(rules, "Anna and Boris, chiefs of the Navy, spoke.",
          "Anna -leads-> Navy [chiefs of]\nBoris -leads-> Navy [chiefs of]");
}

static void reads_two_lists_of_offices_in_order(void **state)
{
    (void)state;
    check(
        LEADS "the chief of B , A\n",
        "The chiefs of Ostland and Westland, Anna and Boris, spoke.",
        "Anna -leads-> Ostland [The chiefs of]\nBoris -leads-> Westland [The chiefs of]");
}

static void puts_the_smaller_entity_first_in_symmetric_relations(void **state)
{
    (void)state;
    check(MET "A met B\n", "Boris met Anna.", "Anna -met- Boris [met]");
}

static void relates_nobody_to_themselves(void **state)
{
    (void)state;
    check(MET "A met B\n", "Anna met Anna.", "");
}

static void says_a_thing_once_a_sentence(void **state)
{
    (void)state;
    check(LEADS "B chief A\nB 's chief A\n",
          "Navy chief Anna spoke as Navy chief Anna. Navy chief Anna left.",
          "Anna -leads-> Navy [chief]\nAnna -leads-> Navy [chief]");
}

static void prefers_the_leftmost_then_longest_then_earlier_rule(void **state)
{
    (void)state;
    struct pipeline p;
    pipeline_open(&p, names);
    pipeline_load(&p, LEADS "chief A of B ; 0.2\n"
                            "B chief A ; 0.3\n"
                            "the B chief A ; 0.4\n"
                            "the B chief A ; 0.5\n");
    pipeline_compile(&p);
    pipeline_run(&p, KITH_STR("He is the Navy chief Anna of Navy fame."));
    uint32_t typed = 0;
    for (uint32_t i = 0; i < p.findings.evidence_count; i++) {
        const struct kith_evidence *row = &p.findings.evidence[i];
        if (row->relation == KITH_COOCCURRENCE)
            continue;
        typed++;
        assert_true(kith_rules_rule(p.rules, row->rule).confidence == 0.4);
        assert_str(kith_str_slice(p.document.text, row->begin, row->end),
                   "Navy chief Anna");
        assert_int_equal(row->gap, 1);
    }
    assert_int_equal(typed, 1);
    pipeline_close(&p);
}

static void puts_relations_behind_cooccurrence_in_text_order(void **state)
{
    (void)state;
    struct pipeline p;
    bool has_relation = false;
    uint32_t begin = 0;
    pipeline_open(&p, names);
    pipeline_load(&p, MET "A met B\n" LEADS "B chief A\n");
    pipeline_compile(&p);
    pipeline_run(&p, KITH_STR("Navy chief Anna met Boris. Guild chief Clara met David."));
    for (uint32_t i = 0; i < p.findings.evidence_count; i++) {
        const struct kith_evidence *row = &p.findings.evidence[i];
        if (row->relation != KITH_COOCCURRENCE && !has_relation)
            begin = 0;
        has_relation = has_relation || row->relation != KITH_COOCCURRENCE;
        assert_int_equal(has_relation, row->relation != KITH_COOCCURRENCE);
        assert_true(row->begin >= begin);
        begin = row->begin;
    }
    assert_true(has_relation);
    pipeline_close(&p);
}

/* Thirty words that may be left out, before thirty that may not: naive backtracking tries
 * 2^30 ways to share the words out, and does not come back. */
static void stays_linear_where_backtracking_explodes(void **state)
{
    (void)state;
    char rules[1024] = MET "A ";
    char text[1024] = "Anna ";
    for (int i = 0; i < 30; i++) {
        strcat(rules, "big? ");
        strcat(text, "big ");
    }
    for (int i = 0; i < 30; i++)
        strcat(rules, "big ");
    strcat(rules, "B\n");
    check(rules, strcat(text, "and Boris."), "");
}

static void survives_every_cap_of_memory(void **state)
{
    (void)state;
    struct pipeline p;
    pipeline_open(&p, names);
    pipeline_load(&p, MET "A met B\n" LEADS "B chief A\n");
    pipeline_compile(&p);
    pipeline_run(&p, KITH_STR("Navy chief Anna, Boris and Clara met David. Anna left."));
    pipeline_check_memory(&p);
    pipeline_close(&p);
}

/* Runs rules of one language over an article of another. */
static bool finds_in(const char *rules_language, const char *article_language)
{
    struct pipeline p;
    char rules[128];
    snprintf(rules, sizeof rules, "%s\nrelation leads: person -> agency\n  B chief A\n",
             rules_language);
    pipeline_open(&p, "name,type\nAda Lark,person\nNorby Watch,agency\n");
    pipeline_load(&p, rules);
    pipeline_compile(&p);
    p.language = kith_str_of(article_language);
    pipeline_run(&p, KITH_STR("Norby Watch chief Ada Lark left."));
    bool found = pipeline_has_relation(&p, 0);
    pipeline_close(&p);
    return found;
}

static void passes_articles_in_other_languages_by(void **state)
{
    (void)state;
    assert_true(finds_in("language en", "en"));
    assert_true(finds_in("language en-GB", "EN-us"));
    assert_true(finds_in("language en", ""));
    assert_true(finds_in("", "de"));
    assert_false(finds_in("language en", "de"));
    assert_false(finds_in("language de", "en"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_the_edge_from_a_to_b),
        cmocka_unit_test(matches_words_in_any_case_and_plural),
        cmocka_unit_test(admits_only_the_types_of_its_relation),
        cmocka_unit_test(reads_choices_lists_and_optional_parts),
        cmocka_unit_test(reads_possessives_however_they_are_written),
        cmocka_unit_test(reads_hyphens_and_brackets_as_words),
        cmocka_unit_test(passes_a_few_words_over_at_dots),
        cmocka_unit_test(never_crosses_a_sentence_end),
        cmocka_unit_test(takes_descriptions_before_a_name_where_nothing_else_can_stand),
        cmocka_unit_test(is_not_thrown_by_whose_it_is),
        cmocka_unit_test(does_not_begin_in_the_middle_of_something),
        cmocka_unit_test(passes_titles_over),
        cmocka_unit_test(passes_a_bracket_behind_a_name_over),
        cmocka_unit_test(passes_an_insertion_behind_its_subject_over),
        cmocka_unit_test(passes_quotation_marks_over),
        cmocka_unit_test(distributes_over_lists_of_names),
        cmocka_unit_test(reads_no_list_without_and),
        cmocka_unit_test(gives_one_office_to_one_person),
        cmocka_unit_test(reads_two_lists_of_offices_in_order),
        cmocka_unit_test(puts_the_smaller_entity_first_in_symmetric_relations),
        cmocka_unit_test(relates_nobody_to_themselves),
        cmocka_unit_test(says_a_thing_once_a_sentence),
        cmocka_unit_test(prefers_the_leftmost_then_longest_then_earlier_rule),
        cmocka_unit_test(puts_relations_behind_cooccurrence_in_text_order),
        cmocka_unit_test(stays_linear_where_backtracking_explodes),
        cmocka_unit_test(survives_every_cap_of_memory),
        cmocka_unit_test(passes_articles_in_other_languages_by),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
