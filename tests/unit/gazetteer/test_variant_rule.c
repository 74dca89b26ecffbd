/* Reading rules: what is refused, and that the shipped ones are sound. */
#include "support/check.h"

#include "gazetteer/variant.h"

#define HEADER "rule,types,scope,pattern,replacements,cost,least\n"

static struct kith_arena arena;
static struct kith_problems problems;
static struct kith_variant_rules *rules;
static struct kith_error err;

static int begin(void **state)
{
    (void)state;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    assert_ok(kith_variant_rules_new(KITH_STR(""), &rules, &err), &err);
    return 0;
}

static int end(void **state)
{
    (void)state;
    kith_variant_rules_free(rules);
    kith_arena_release(&arena);
    return 0;
}

/* The one row is reported with its line, and the report holds `reason`. */
static void check_refused(const char *row, const char *reason)
{
    char csv[512], text[512];
    snprintf(csv, sizeof csv, HEADER "%s\n", row);
    uint32_t before = problems.count;
    assert_ok(kith_variant_rules_load_bytes(rules, kith_str_of(csv), "rules.csv",
                                            &problems, &err),
              &err);
    assert_int_equal(problems.count, before + 1);
    const struct kith_problem *problem = &problems.items[before];
    assert_int_equal(problem->line, 2);
    snprintf(text, sizeof text, "%.*s", KITH_STR_ARGS(problem->text));
    if (!strstr(text, reason))
        fail_msg("\"%s\" does not say \"%s\"", text, reason);
}

static void reports_rows_that_are_no_rules(void **state)
{
    (void)state;
    check_refused("r,,nowhere,a,b,,", "none of word");
    check_refused("r,,word,a,b,0,", "no number from 1 to 9");
    check_refused("r,,word,a*b,c*d,1,", "not one word");
    check_refused("r,,word,,b,1,", "not one word");
    check_refused("r,,word,*a,b,1,", "other stars");
    check_refused("r,,name,{a} {b+,{a},1,", "none of {a}");
    check_refused("r,,name,{a} x,{b} x,1,", "does not have");
    check_refused("r,,name,{a+} x,{a.} x,1,", "does not have");
}

static enum kith_status count_variant(void *context, const struct kith_variant *variant,
                                      struct kith_error *unused)
{
    (void)variant;
    (void)unused;
    ++*(uint32_t *)context;
    return KITH_OK;
}

static void leaves_out_all_of_a_faulty_row(void **state)
{
    (void)state;
    uint32_t count = 0;
    check_refused("r,,word,kyiv|*iv,kiev,1,", "other stars");
    assert_ok(kith_variants_make(rules, KITH_STR("Kyiv"), UINT32_MAX, count_variant,
                                 &count, &err),
              &err);
    assert_int_equal(count, 0);
}

static void refuses_a_file_without_the_columns(void **state)
{
    (void)state;
    assert_int_equal(kith_variant_rules_load_bytes(rules, KITH_STR("name,type\n"),
                                                   "people.csv", &problems, &err),
                     KITH_BAD_INPUT);
    assert_non_null(strstr(err.text, "people.csv:1:"));
}

static void reads_the_shipped_rules_without_a_fault(void **state)
{
    (void)state;
    static const char *const files[] = {"gazetteers/variants.csv",
                                        "gazetteers/nicknames.csv",
                                        "gazetteers/inflections.csv"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        assert_ok(kith_variant_rules_load(rules, files[i], &problems, &err), &err);
    for (uint32_t i = 0; i < problems.count; i++)
        print_error("%.*s:%u: %.*s\n", KITH_STR_ARGS(problems.items[i].file),
                    (unsigned)problems.items[i].line,
                    KITH_STR_ARGS(problems.items[i].text));
    assert_int_equal(problems.count, 0);
    assert_true(kith_variant_rules_count(rules) > 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
        TEST(reports_rows_that_are_no_rules),
        TEST(leaves_out_all_of_a_faulty_row),
        TEST(refuses_a_file_without_the_columns),
        TEST(reads_the_shipped_rules_without_a_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
