/* Rules in the shadow of others. */
#include "support/check.h"

#include "base/buf.h"
#include "relate/rule_shadow.h"

static struct kith_rules *load(const char *text)
{
    struct kith_rules *rules = NULL;
    struct kith_error err = {0};
    assert_ok(kith_rules_new(&rules, &err), &err);
    assert_ok(kith_rules_load_bytes(rules, kith_str_of(text), "test.rel", &err), &err);
    return rules;
}

/* What is told of the rules, a line each: "3: the rule stands already in line 2". */
static void write_told(const struct kith_rules *rules, struct kith_buf *out)
{
    struct kith_arena arena;
    struct kith_problems problems;
    struct kith_error err = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    assert_ok(
        kith_rules_lint_shadows(rules, KITH_STR("test.rel"), &arena, &problems, &err),
        &err);
    for (uint32_t i = 0; i < problems.count; i++)
        assert_int_equal(problems.items[i].severity == KITH_FAULT,
                         problems.items[i].text.data[0] == 't');
    for (uint32_t i = 0; i < problems.count; i++)
        kith_buf_format(out, "%s%u: %.*s", i ? "\n" : "",
                        (unsigned)problems.items[i].line,
                        KITH_STR_ARGS(problems.items[i].text));
    kith_arena_release(&arena);
}

static void check_told(const char *text, const char *expected)
{
    struct kith_rules *rules = load(text);
    struct kith_buf told = {0};
    write_told(rules, &told);
    if (!kith_str_equal(kith_buf_view(&told), kith_str_of(expected)))
        fail_msg("%s\nis told \"%.*s\", not \"%s\"", text,
                 KITH_STR_ARGS(kith_buf_view(&told)), expected);
    kith_buf_release(&told);
    kith_rules_free(rules);
}

#define MET "relation met: person = person\n"
#define BY_LINE_2 "3: whatever this rule finds is found, too, by line 2"
#define BY_LINE_3 "2: whatever this rule finds is found, too, by line 3"

static void tells_a_rule_that_says_less(void **state)
{
    (void)state;
    check_told(MET "A met B\nA (met|saw) B\n", BY_LINE_3);
    check_told(MET "A (met|saw) B\nA saw B\n", BY_LINE_2);
    check_told(MET "A (met|saw|greeted) B\nA (saw|met) B\n", BY_LINE_2);
    check_told(MET "A met with? B\nA met with B\n", BY_LINE_2);
    check_told(MET "A (met (with|and saw)?) B\nA met and saw B\n", BY_LINE_2);
    check_told(MET "A {meet|greet} B\nA {meet} B\n", BY_LINE_2);
    check_told(MET "A {greet/greeting of|meet} B\nA {greet/greeting of} B\n", BY_LINE_2);
}

static void looks_into_lists(void **state)
{
    (void)state;
    check_told("list met = met, saw, shook hands with\n" MET "A <met> B\nA saw B\n",
               "4: whatever this rule finds is found, too, by line 3");
    check_told(
        "list met = met, saw, shook hands with\nlist saw = shook hands with, saw\n" MET
        "A <met> B\nA <saw> B\n",
        "5: whatever this rule finds is found, too, by line 4");
    check_told(
        "list met = met, saw\nlist saw = saw, heard\n" MET "A <met> B\nA <saw> B\n", "");
}

static void tells_the_later_of_two_that_say_the_same(void **state)
{
    (void)state;
    check_told(MET "A met B\nA  met   B\n", "3: the rule stands already in line 2");
    check_told(MET "A (met|saw) B\nA (saw|met) B\n",
               "3: the rule stands already in line 2");
    check_told(MET "A met B\nA saw B\n" MET "A met B\n",
               "5: the rule stands already in line 2");
}

static void is_silent_where_rules_differ(void **state)
{
    (void)state;
    check_told(MET "A met B\nB met A\n", "");
    check_told(MET "A met B\nA met with B\n", "");
    check_told(MET "A met B\nA ... met B\n", "");
    check_told(MET "A met B today\nA met B\n", "");
    check_told(MET "A {meet} B\nA met B\n", "");
    check_told(MET "A {meet} B\nA {meet/meeting with} B\nA {see} B\n",
               "2: whatever this rule finds is found, too, by line 3");
    check_told(MET "A (met|saw) B\nrelation saw: person = person\nA saw B\n", "");
    check_told(MET "A (met|saw) B\nrelation met: agency = person\nA saw B\n", "");
    check_told("relation met: one person = person\nA (met|saw) B\n" MET "A saw B\n", "");
    check_told("language en\n" MET "A (met|saw) B\nlanguage de\nA saw B\n", "");
}

/* A hole at the end of a rule refuses names that go on: one that may be followed does
 * not, and so the two find different names. */
static void is_silent_where_holes_end_differently(void **state)
{
    (void)state;
    check_told(MET "A met B today?\nA met B\n", "");
    check_told(MET "once? A met B\nA met B\n", "");
}

static void leaves_the_surer_rule_alone(void **state)
{
    (void)state;
    check_told(MET "A (met|saw) B ; 0.5\nA saw B ; 0.8\n", "");
    check_told(MET "A (met|saw) B ; 0.8\nA saw B ; 0.5\n", BY_LINE_2);
}

static void gives_up_on_rules_without_end(void **state)
{
    (void)state;
    char text[4096] = MET;
    for (int i = 0; i < 2; i++) {
        strcat(text, "A");
        for (int k = 0; k < 30; k++)
            strcat(text, " so?");
        strcat(text, i ? " near B\n" : " (near|by) B\n");
    }
    check_told(text, "");
}

static enum kith_status stage(struct kith_arena *arena, void *rules,
                              struct kith_error *err)
{
    struct kith_problems problems;
    kith_problems_init(&problems, arena);
    return kith_rules_lint_shadows(rules, KITH_STR("test.rel"), arena, &problems, err);
}

static void survives_lack_of_memory(void **state)
{
    (void)state;
    struct kith_rules *rules =
        load(MET "A met B\nA (met|saw) B\nrelation saw: person = person\nA saw B\n");
    check_memory_sweep(stage, rules);
    kith_rules_free(rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_a_rule_that_says_less),
        cmocka_unit_test(looks_into_lists),
        cmocka_unit_test(tells_the_later_of_two_that_say_the_same),
        cmocka_unit_test(is_silent_where_rules_differ),
        cmocka_unit_test(is_silent_where_holes_end_differently),
        cmocka_unit_test(leaves_the_surer_rule_alone),
        cmocka_unit_test(gives_up_on_rules_without_end),
        cmocka_unit_test(survives_lack_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
