/* Spelling variants, with rules of our own; the shipped ones are shown at work in
 * tests/spec/variants.md. */
#include "support/check.h"

#include <stdlib.h>

#include "base/buf.h"
#include "gazetteer/variant.h"

/* Every type that rules speak of. */
#define EVERY_TYPE UINT32_MAX

#define HEADER "rule,types,when,scope,pattern,replacements,cost,least,language\n"

static struct kith_arena arena;
static struct kith_problems problems;
static struct kith_variant_rules *rules;
static struct kith_buf made;
static struct kith_error err;
static uint32_t count;

static int begin(void **state)
{
    (void)state;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    rules = NULL;
    return 0;
}

static int end(void **state)
{
    (void)state;
    kith_variant_rules_free(rules);
    kith_arena_release(&arena);
    kith_buf_release(&made);
    return 0;
}

static void load_for(const char *languages, const char *rows)
{
    struct kith_buf csv = {0};
    kith_buf_text(&csv, HEADER);
    kith_buf_text(&csv, rows);
    kith_variant_rules_free(rules);
    assert_ok(kith_variant_rules_new(kith_str_of(languages), &rules, &err), &err);
    assert_ok(kith_variant_rules_load_bytes(rules, kith_buf_view(&csv), "rules.csv",
                                            &problems, &err),
              &err);
    kith_buf_release(&csv);
}

static void load(const char *rows)
{
    load_for("", rows);
}

static enum kith_status note(void *context, const struct kith_variant *variant,
                             struct kith_error *unused)
{
    (void)context;
    (void)unused;
    kith_buf_text(&made, count++ ? " | " : "");
    kith_buf_str(&made, variant->text);
    kith_buf_text(&made, variant->is_lone ? " (lone)" : "");
    kith_buf_text(&made, variant->is_ordinary ? " (ordinary)" : "");
    return KITH_OK;
}

static bool is_person(void *context, struct kith_str type)
{
    (void)context;
    return kith_str_equal(type, KITH_STR("person"));
}

/* The variants of a person's alias in one line. */
static struct kith_str variants(const char *alias)
{
    kith_buf_reset(&made);
    count = 0;
    assert_ok(kith_variants_make(rules, kith_str_of(alias),
                                 kith_variant_rules_types(rules, is_person, NULL), note,
                                 NULL, &err),
              &err);
    return kith_buf_view(&made);
}

static void makes_every_spelling_of_a_family_from_each(void **state)
{
    (void)state;
    load("d,person,,word,dmitri|dmitry|dmitriy,,1,,\n");
    assert_str(variants("Dmitry Peskov"), "Dmitri Peskov | Dmitriy Peskov");
    assert_str(variants("Dmitri Peskov"), "Dmitry Peskov | Dmitriy Peskov");
}

static void keeps_directed_rules_one_way(void **state)
{
    (void)state;
    load("d,person,,word,dmitry,dmytro,1,,\n");
    assert_str(variants("Dmitry Kuleba"), "Dmytro Kuleba");
    assert_str(variants("Dmytro Kuleba"), "");
}

static void respells_beginnings_ends_and_insides_where_the_stars_say(void **state)
{
    (void)state;
    load("a,,,word,ab*,x*,1,,\n"
         "b,,,word,*ab,*y,1,,\n"
         "c,,,word,*ab*,*z*,1,,\n");
    assert_str(variants("abcde"), "xcde");
    assert_str(variants("cdeab"), "cdey");
    assert_str(variants("cdabe"), "cdze");
    assert_str(variants("cde"), "");
}

static void leaves_words_with_too_few_letters_for_the_star(void **state)
{
    (void)state;
    load("s,,,word,*sky,*ski,1,3,\n");
    assert_str(variants("Minsky"), "Minski");
    assert_str(variants("Husky"), "");
}

static void keeps_capitals_and_marks_of_the_rest(void **state)
{
    (void)state;
    load("k,,,word,k*,q*,1,,\n"
         "s,,,word,*sky,*skiy,1,2,\n");
    assert_str(variants("Kassém"), "Qassém");
    assert_str(variants("ZELENSKY"), "ZELENSKIY");
    assert_str(variants("Čapský"), "Čapskiy");
}

static void asks_for_the_mark_that_a_pattern_has(void **state)
{
    (void)state;
    load("u,,,word,*ö*,*oe*,1,,\n");
    assert_str(variants("Schröder"), "Schroeder");
    assert_str(variants("Schroder"), "");
}

static void lets_the_longer_letters_of_a_row_hide_the_shorter(void **state)
{
    (void)state;
    load("ou,,,word,*ou*|*u*,,1,,\n");
    assert_str(variants("Mansour"), "Mansur");
}

static void minds_the_type(void **state)
{
    (void)state;
    load("p,place,,word,kyiv,kiev,1,,\n"
         "q,person|place,,word,lviv,lvov,1,,\n");
    assert_str(variants("Kyiv"), "");
    assert_str(variants("Lviv"), "Lvov");
}

static void keeps_a_tradition_to_the_names_that_show_its_sign(void **state)
{
    (void)state;
    load("sign,person,arabic,sign,al-*|ahmad,,,,\n"
         "e,person,arabic,word,*a*,*e*,1,1,\n");
    assert_str(variants("Ahmad Bak"), "Ahmad Bek | Ahmed Bak | Ahmed Bek");
    assert_str(variants("al-Bak"), "al-Bek");
    assert_str(variants("Marvin Bak"), "");
    assert_str(variants("Al Bak"), "");
}

static void puts_names_together_from_captures(void **state)
{
    (void)state;
    load("swap,person,,name,{a} {b},\"{b}, {a}\",1,,\n"
         "middle,person,,name,{a} {m} {b},{a} {b}|{a} {m.} {b},1,,\n"
         "of,,,name,ministry of {a+} of {b+},{b+}'s Ministry of {a+},1,,\n");
    assert_str(variants("Dmitry Peskov"), "Peskov, Dmitry");
    assert_str(variants("Dmitry Sergeyevich Peskov"), "Dmitry Peskov | Dmitry S. Peskov");
    assert_str(variants("Ministry of Foreign Affairs of Ukraine"),
               "Ukraine's Ministry of Foreign Affairs");
}

static void holds_particles_together_with_the_next_word(void **state)
{
    (void)state;
    load("particle,person,,particle,bin|al,,,,\n"
         "swap,person,,name,{a} {b},\"{b}, {a}\",1,,\n");
    assert_str(variants("Osama bin Laden"), "bin Laden, Osama");
    assert_str(variants("Al Gore"), "Gore, Al");
}

static void drops_a_word_with_its_hyphen(void **state)
{
    (void)state;
    load("al,,,word,al,_,1,,\n");
    assert_str(variants("Ahmad al-Khatib"), "Ahmad Khatib");
}

static void makes_cheap_variants_first_and_no_more_than_the_limit(void **state)
{
    (void)state;
    load("far,,,word,*a*,*e*,3,,\n"
         "near,,,word,*a*,*o*,1,,\n");
    assert_str(variants("bab cac"), "bab coc | bob cac | bob coc | bab cec | beb cac | "
                                    "bob cec | beb coc | beb cec");
    assert_non_null(variants("babab cacac dadad fafaf").data);
    assert_int_equal(count, KITH_VARIANT_LIMIT);
}

static void makes_no_variant_that_matching_would_not_tell_apart(void **state)
{
    (void)state;
    load("mark,,,word,jose,josé,1,,\n"
         "hyphen,,,name,{a} {b},{a}-{b},1,,\n"
         "dots,,,name,{a} {b},{a}. {b},1,,\n");
    assert_str(variants("Jose Marti"), "");
}

static void makes_none_of_acronyms_and_short_words(void **state)
{
    (void)state;
    load("any,,,word,*s,*z,1,1,\n"
         "the,,,name,the {a+},{a+},1,,\n");
    assert_str(variants("FARS"), "");
    assert_str(variants("Us"), "");
}

static void tells_which_words_are_ordinary_and_which_are_left_alone(void **state)
{
    (void)state;
    load("the,,,name,the {a+},{a+},1,,\n"
         "never,*,,never,sun,,,,\n");
    assert_str(variants("The Sun"), "Sun (lone) (ordinary)");
    assert_str(variants("The Hague"), "Hague (lone)");
    assert_str(variants("The Red Sun"), "Red Sun");
}

static void keeps_names_with_a_title_in_order(void **state)
{
    (void)state;
    load("turned,,,name,{a} {b},\"{b}, {a}\",1,,\n"
         "sir,,,name,Sir {a+},{a+},1,,\n"
         "title,,,title,sir|ii,,,,\n");
    assert_str(variants("Ada Quill"), "Quill, Ada");
    assert_str(variants("Ada II"), "");
    assert_str(variants("Sir Ada"), "Ada (lone)");
}

static void inflects_all_words_into_one_case(void **state)
{
    (void)state;
    load("ov,,,case,*ов,*ова|*овым,1,,ru\n"
         "hard,,,case,*р,*ра|*ром,1,,ru\n"
         "v,,,case,*в,*ва|*вом,1,,ru\n");
    assert_str(variants("Владимир Петров"),
               "Владимира Петрова | Владимиром Петровым | Владимира Петров | "
               "Владимиром Петров");
}

static void reads_only_the_languages_wanted(void **state)
{
    (void)state;
    load_for("en ru", "p,,,case,*a,*y,1,,pl\n"
                      "r,,,case,*a,*e,1,,ru\n");
    assert_str(variants("Praga"), "Prage");
}

static enum kith_status check_rule(void *context, const struct kith_variant *variant,
                                   struct kith_error *unused)
{
    (void)context;
    (void)unused;
    struct kith_variant_rule rule = kith_variant_rules_rule(rules, variant->rules[0]);
    assert_int_equal(variant->rule_count, 1);
    assert_str(rule.name, "second");
    assert_str(rule.file, "rules.csv");
    assert_int_equal(rule.line, 3);
    return KITH_OK;
}

static void names_the_rule_and_its_line(void **state)
{
    (void)state;
    load("first,,,word,x,y,1,,\n"
         "second,,,word,kyiv,kiev,1,,\n");
    assert_ok(
        kith_variants_make(rules, KITH_STR("Kyiv"), EVERY_TYPE, check_rule, NULL, &err),
        &err);
}

static void makes_nicknames_both_ways_but_not_of_each_other(void **state)
{
    (void)state;
    assert_ok(kith_variant_rules_new(KITH_STR(""), &rules, &err), &err);
    assert_ok(kith_variant_rules_load_bytes(rules,
                                            KITH_STR("name,nicknames\nRobert,Bob|Rob\n"),
                                            "nicknames.csv", &problems, &err),
              &err);
    assert_str(variants("Robert Gates"), "Bob Gates | Rob Gates");
    assert_str(variants("Bob Gates"), "Robert Gates");
    assert_str(variants("Gates Bob"), "");
}

static enum kith_status refuse(void *context, const struct kith_variant *variant,
                               struct kith_error *unused)
{
    (void)context;
    (void)variant;
    (void)unused;
    return KITH_CANNOT_WRITE;
}

static void stops_when_the_callback_fails(void **state)
{
    (void)state;
    load("k,,,word,kyiv,kiev,1,,\n");
    assert_int_equal(
        kith_variants_make(rules, KITH_STR("Kyiv"), EVERY_TYPE, refuse, NULL, &err),
        KITH_CANNOT_WRITE);
}

static void survives_any_bytes_and_lengths(void **state)
{
    (void)state;
    char bytes[300];
    load("k,,,word,*a*|*e*,,1,,\n"
         "p,,,particle,a,,,,\n"
         "n,,,name,{a} {b+},\"{b+}, {a.}\",1,,\n"
         "i,,,case,*a,*y,1,,pl\n");
    srand(7);
    for (int round = 0; round < 20000; round++) {
        static const char letters[] = "aAeb -,.'\xC3\xA9\xD0\x81 aa";
        size_t length = (size_t)rand() % sizeof bytes;
        for (size_t i = 0; i < length; i++)
            bytes[i] = letters[(size_t)rand() % (sizeof letters - 1)];
        kith_buf_reset(&made);
        assert_ok(kith_variants_make(rules, (struct kith_str){bytes, length}, EVERY_TYPE,
                                     note, NULL, &err),
                  &err);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
        TEST(makes_every_spelling_of_a_family_from_each),
        TEST(keeps_directed_rules_one_way),
        TEST(respells_beginnings_ends_and_insides_where_the_stars_say),
        TEST(leaves_words_with_too_few_letters_for_the_star),
        TEST(keeps_capitals_and_marks_of_the_rest),
        TEST(asks_for_the_mark_that_a_pattern_has),
        TEST(lets_the_longer_letters_of_a_row_hide_the_shorter),
        TEST(minds_the_type),
        TEST(keeps_a_tradition_to_the_names_that_show_its_sign),
        TEST(puts_names_together_from_captures),
        TEST(holds_particles_together_with_the_next_word),
        TEST(drops_a_word_with_its_hyphen),
        TEST(makes_cheap_variants_first_and_no_more_than_the_limit),
        TEST(makes_no_variant_that_matching_would_not_tell_apart),
        TEST(makes_none_of_acronyms_and_short_words),
        TEST(tells_which_words_are_ordinary_and_which_are_left_alone),
        TEST(keeps_names_with_a_title_in_order),
        TEST(inflects_all_words_into_one_case),
        TEST(reads_only_the_languages_wanted),
        TEST(names_the_rule_and_its_line),
        TEST(makes_nicknames_both_ways_but_not_of_each_other),
        TEST(stops_when_the_callback_fails),
        TEST(survives_any_bytes_and_lengths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
