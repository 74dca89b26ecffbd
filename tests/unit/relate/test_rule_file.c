/* Reading rule files: what is accepted, and what a person reads about a fault. */
#include "support/check.h"

#include "relate/rules.h"

static struct kith_rules *new_rules(void)
{
    struct kith_rules *rules = NULL;
    struct kith_error err = {0};
    assert_ok(kith_rules_new(&rules, &err), &err);
    return rules;
}

static struct kith_rules *load(const char *text)
{
    struct kith_rules *rules = new_rules();
    struct kith_error err = {0};
    assert_ok(kith_rules_load_bytes(rules, kith_str_of(text), "test.rel", &err), &err);
    return rules;
}

/* Loading `text` fails with exactly this sentence. */
static void check_fault(const char *text, const char *sentence)
{
    struct kith_rules *rules = new_rules();
    struct kith_error err = {0};
    assert_int_equal(kith_rules_load_bytes(rules, kith_str_of(text), "test.rel", &err),
                     KITH_BAD_INPUT);
    assert_string_equal(err.text, sentence);
    kith_rules_free(rules);
}

#define LEADS "relation leads: person -> agency\n"

static void numbers_relations_in_order_of_appearance(void **state)
{
    (void)state;
    struct kith_rules *rules = load("relation leads: person -> agency\n"
                                    "  B chief A\n"
                                    "relation allied with: country = country\n"
                                    "  A , an ally of B\n"
                                    "relation leads: person -> country\n"
                                    "  B leader A\n");
    assert_int_equal(kith_rules_relation_count(rules), 2);
    assert_str(kith_rules_relation(rules, 0).name, "leads");
    assert_false(kith_rules_relation(rules, 0).is_symmetric);
    assert_str(kith_rules_relation(rules, 1).name, "allied with");
    assert_true(kith_rules_relation(rules, 1).is_symmetric);
    assert_int_equal(kith_rules_count(rules), 3);
    assert_int_equal(kith_rules_rule(rules, 2).relation, 0);
    kith_rules_free(rules);
}

static void knows_what_a_relation_is_a_kind_of(void **state)
{
    (void)state;
    struct kith_rules *rules =
        load("relation president of, a kind of leads: person -> country\n"
             "  B president A\n"
             "relation leads, a kind of role: person -> agency\n"
             "  B chief A\n"
             "relation met: person = person\n"
             "  A met B\n");
    kith_id president = kith_rules_find_relation(rules, KITH_STR("president of"));
    kith_id leads = kith_rules_find_relation(rules, KITH_STR("leads"));
    kith_id role = kith_rules_find_relation(rules, KITH_STR("role"));
    kith_id met = kith_rules_find_relation(rules, KITH_STR("met"));
    assert_true(kith_rules_relation_is(rules, president, president));
    assert_true(kith_rules_relation_is(rules, president, leads));
    assert_true(kith_rules_relation_is(rules, president, role));
    assert_false(kith_rules_relation_is(rules, leads, president));
    assert_false(kith_rules_relation_is(rules, met, role));
    assert_int_equal(kith_rules_find_relation(rules, KITH_STR("rules")), KITH_NO_ID);
    kith_rules_free(rules);
}

static void keeps_file_line_and_confidence_of_a_rule(void **state)
{
    (void)state;
    struct kith_rules *rules = load("# roles\r\n" LEADS "\n"
                                    "  B chief A   # apposition\n"
                                    "  A in B ; 0.25\n"
                                    "  A of B; 1\n");
    struct kith_rule first = kith_rules_rule(rules, 0);
    assert_str(first.file, "test.rel");
    assert_int_equal(first.line, 4);
    assert_true(first.confidence == 0.9);
    assert_int_equal(kith_rules_rule(rules, 1).line, 5);
    assert_true(kith_rules_rule(rules, 1).confidence == 0.25);
    assert_true(kith_rules_rule(rules, 2).confidence == 1);
    kith_rules_free(rules);
}

static void keeps_examples_with_their_relation(void **state)
{
    (void)state;
    struct kith_rules *rules = load(LEADS "  B chief A\n"
                                          "    + Board chief No. 1 # spoke.\n"
                                          "    - The chief left.\n");
    assert_int_equal(kith_rules_example_count(rules), 2);
    struct kith_example example = kith_rules_example(rules, 0);
    assert_true(example.is_positive);
    assert_int_equal(example.line, 3);
    assert_int_equal(example.relation, 0);
    assert_str(example.text, "Board chief No. 1 # spoke.");
    assert_false(kith_rules_example(rules, 1).is_positive);
    kith_rules_free(rules);
}

static void reads_a_list_over_several_lines(void **state)
{
    (void)state;
    struct kith_rules *rules = load("list chief = head, chief, # and\n"
                                    "    prime minister,\n"
                                    "    boss\n" LEADS "  B <chief> A\n");
    assert_int_equal(kith_rules_rule(rules, 0).line, 5);
    kith_rules_free(rules);
}

static void accepts_every_sign_of_the_language(void **state)
{
    (void)state;
    struct kith_rules *rules = load("list chief = head, chief\n"
                                    "relation leads: one person, any -> <chief>, agency\n"
                                    "  B's <chief>? ,? A\n"
                                    "  A , (the|its|a (new|old))? <chief> of B\n"
                                    "  A ( B )\n"
                                    "  A ... head of B\n"
                                    "  B-based A\n"
                                    "  A ’s B\n");
    assert_int_equal(kith_rules_count(rules), 6);
    kith_rules_free(rules);
}

static void passes_over_a_byte_order_mark(void **state)
{
    (void)state;
    struct kith_rules *rules = load("\xEF\xBB\xBF" LEADS "  B chief A\n");
    assert_int_equal(kith_rules_count(rules), 1);
    kith_rules_free(rules);
}

static void knows_a_list_in_its_own_file_only(void **state)
{
    (void)state;
    struct kith_rules *rules = load("list chief = head\n" LEADS "  B <chief> A\n");
    struct kith_error err = {0};
    assert_int_equal(kith_rules_load_bytes(rules, KITH_STR(LEADS "  B <chief> A\n"),
                                           "other.rel", &err),
                     KITH_BAD_INPUT);
    assert_string_equal(err.text, "other.rel:2:6: no list is called 'chief'; lists stand "
                                  "above the rules that use them");
    kith_rules_free(rules);
}

static void refuses_a_rule_without_end(void **state)
{
    (void)state;
    char text[2048] = LEADS "  A ";
    for (int i = 0; i < 100; i++)
        strcat(text, "very ");
    strcat(text, "near B\n");
    check_fault(text, "test.rel:2:320: a rule has at most 64 words and signs; cut it in "
                      "two");
}

static void names_a_file_that_is_not_there(void **state)
{
    (void)state;
    struct kith_rules *rules = new_rules();
    struct kith_error err = {0};
    assert_int_equal(kith_rules_load(rules, "no/such.rel", &err), KITH_CANNOT_READ);
    assert_non_null(strstr(err.text, "no/such.rel"));
    kith_rules_free(rules);
}

static void writes_a_cast_as_a_gazetteer(void **state)
{
    (void)state;
    struct kith_buf rows = {0};
    struct kith_rules *rules = load("cast person = Ines Duarte|Duarte|Doe, # ours\n"
                                    "    Ben \"Red\" Heron\n"
                                    "cast agency = Harbour Board|=HB\n");
    kith_rules_write_cast(rules, &rows);
    assert_str(kith_buf_view(&rows), "name,type,aliases\n"
                                     "\"Ines Duarte\",\"person\",\"Duarte|Doe\"\n"
                                     "\"Ben \"\"Red\"\" Heron\",\"person\",\"\"\n"
                                     "\"Harbour Board\",\"agency\",\"=HB\"\n");
    kith_buf_release(&rows);
    kith_rules_free(rules);
    check_fault("cast person\n",
                "test.rel:1:1: a cast is written: cast type = name, name|other name");
    check_fault("cast = Ada\n",
                "test.rel:1:1: a cast is written: cast type = name, name|other name");
    check_fault("cast person = Ada, , Ben\n",
                "test.rel:1:19: a name of this cast is empty");
    check_fault("cast person = Ada,\n",
                "test.rel:2:1: the file ends within cast 'person'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_relations_in_order_of_appearance),
        cmocka_unit_test(knows_what_a_relation_is_a_kind_of),
        cmocka_unit_test(keeps_file_line_and_confidence_of_a_rule),
        cmocka_unit_test(keeps_examples_with_their_relation),
        cmocka_unit_test(reads_a_list_over_several_lines),
        cmocka_unit_test(accepts_every_sign_of_the_language),
        cmocka_unit_test(passes_over_a_byte_order_mark),
        cmocka_unit_test(knows_a_list_in_its_own_file_only),
        cmocka_unit_test(refuses_a_rule_without_end),
        cmocka_unit_test(names_a_file_that_is_not_there),
        cmocka_unit_test(writes_a_cast_as_a_gazetteer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
