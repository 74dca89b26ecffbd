/* Forms of verbs: the spelling rules, and the verbs that keep none. */
#include "relate/irregular_verbs.h"
#include "relate/verb_form.h"
#include "support/check.h"

/* The forms with one of `uses`, divided by blanks, in the order in which they are made.
 */
static void check_forms(const char *base, unsigned uses, const char *expected)
{
    struct kith_verb_forms forms;
    char text[KITH_VERB_FORM_ROOM * KITH_VERB_FORM_LIMIT] = "";
    assert_true(kith_verb_inflect(kith_str_of(base), &forms));
    for (uint32_t i = 0; i < forms.count; i++) {
        if (!(forms.items[i].uses & uses))
            continue;
        if (text[0])
            strcat(text, " ");
        strcat(text, forms.items[i].text);
    }
    assert_string_equal(text, expected);
}

static void regular_verbs_follow_the_spelling_rules(void **state)
{
    (void)state;
    check_forms("attack", KITH_VERB_FINITE, "attack attacks attacked");
    check_forms("accuse", KITH_VERB_FINITE, "accuse accuses accused");
    check_forms("accuse", KITH_VERB_GERUND, "accusing");
    check_forms("deny", KITH_VERB_FINITE, "deny denies denied");
    check_forms("deny", KITH_VERB_GERUND, "denying");
    check_forms("deploy", KITH_VERB_FINITE, "deploy deploys deployed");
    check_forms("clash", KITH_VERB_FINITE, "clash clashes clashed");
    check_forms("tie", KITH_VERB_GERUND, "tying");
    check_forms("free", KITH_VERB_GERUND, "freeing");
    check_forms("veto", KITH_VERB_FINITE, "veto vetoes vetoed");
}

static void one_consonant_behind_one_vowel_is_doubled(void **state)
{
    (void)state;
    check_forms("ban", KITH_VERB_FINITE, "ban bans banned");
    check_forms("rob", KITH_VERB_GERUND, "robbing");
    check_forms("equip", KITH_VERB_PARTICIPLE, "equipped equiped");
    check_forms("arm", KITH_VERB_PARTICIPLE, "armed");
    check_forms("raid", KITH_VERB_PARTICIPLE, "raided");
    check_forms("tax", KITH_VERB_PARTICIPLE, "taxed");
}

static void both_spellings_of_longer_verbs_are_known(void **state)
{
    (void)state;
    check_forms("submit", KITH_VERB_PARTICIPLE, "submitted submited");
    check_forms("travel", KITH_VERB_GERUND, "travelling traveling");
    check_forms("visit", KITH_VERB_PARTICIPLE, "visitted visited");
}

static void irregular_verbs_have_their_own_past(void **state)
{
    (void)state;
    check_forms("take", KITH_VERB_FINITE, "take takes took taken");
    check_forms("take", KITH_VERB_PARTICIPLE, "taken");
    check_forms("meet", KITH_VERB_PARTICIPLE, "met");
    check_forms("hit", KITH_VERB_FINITE, "hit hits");
    check_forms("hit", KITH_VERB_GERUND, "hitting");
    check_forms("oversee", KITH_VERB_FINITE, "oversee oversees oversaw overseen");
    check_forms("withdraw", KITH_VERB_PARTICIPLE, "withdrawn");
    check_forms("arise", KITH_VERB_PARTICIPLE, "arisen");
    check_forms("write", KITH_VERB_PARTICIPLE, "written");
}

static void what_is_no_verb_has_no_forms(void **state)
{
    (void)state;
    static const char *const none[] = {"",       "a",      "be",    "have",
                                       "Attack", "re-arm", "tuer é"};
    struct kith_verb_forms forms;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_false(kith_verb_inflect(kith_str_of(none[i]), &forms));
}

/* Look-up halves the table: a line out of order would not be found. */
static void irregular_verbs_are_found_wherever_they_stand(void **state)
{
    (void)state;
    static const char *const some[] = {
        "arise", "become", "bid",    "fight",  "forgo", "lie",    "overrun",
        "quit",  "slay",   "spread", "strive", "undo",  "uphold", "withstand"};
    for (size_t i = 0; i < sizeof some / sizeof *some; i++)
        assert_non_null(kith_irregular_verb_find(kith_str_of(some[i])));
    assert_null(kith_irregular_verb_find(KITH_STR("attack")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(regular_verbs_follow_the_spelling_rules),
        cmocka_unit_test(one_consonant_behind_one_vowel_is_doubled),
        cmocka_unit_test(both_spellings_of_longer_verbs_are_known),
        cmocka_unit_test(irregular_verbs_have_their_own_past),
        cmocka_unit_test(what_is_no_verb_has_no_forms),
        cmocka_unit_test(irregular_verbs_are_found_wherever_they_stand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
