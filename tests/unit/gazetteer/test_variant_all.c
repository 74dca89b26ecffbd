/* Variants of all aliases of a gazetteer, whatever the number of threads. */
#include "support/check.h"

#include <stdlib.h>

#include "gazetteer/variant_all.h"

#define ROWS 3000

/* Of a made-up name and its end. */
#define NAME_LENGTH 16

static struct kith_arena arena;
static struct kith_problems problems;
static struct kith_gazetteer *gazetteer;
static struct kith_variant_rules *rules;
static struct kith_error err;

static const char rule_rows[] =
    "rule,types,when,scope,pattern,replacements,cost,least,language\n"
    "soft,,,word,mikh*,mik*|mich*,1,,\n";

static int begin(void **state)
{
    (void)state;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    rules = NULL;
    gazetteer = NULL;
    return 0;
}

static int end(void **state)
{
    (void)state;
    kith_variant_rules_free(rules);
    kith_gazetteer_free(gazetteer);
    kith_arena_release(&arena);
    return 0;
}

/* A word for a number, in letters: rules leave words with digits alone. */
static void name(int number, const char *beginning, char word[NAME_LENGTH])
{
    int length = snprintf(word, NAME_LENGTH, "%s%04d", beginning, number);
    for (int i = length - 4; i < length; i++)
        word[i] = (char)(word[i] - '0' + 'a');
}

/* Rows of one name each; every third is marked '=' and has no variants. */
static void load(void)
{
    struct kith_buf rows = {0};
    char word[NAME_LENGTH];
    kith_buf_text(&rows, "name,type,aliases\n");
    for (int i = 0; i < ROWS; i++) {
        name(i, "Mikh", word);
        kith_buf_format(&rows, "Entity %d,person,%s%s\n", i, i % 3 ? "" : "=", word);
    }
    assert_ok(kith_gazetteer_new(&gazetteer, &err), &err);
    assert_ok(kith_gazetteer_load_bytes(gazetteer, kith_buf_view(&rows), "people.csv",
                                        &problems, &err),
              &err);
    kith_buf_release(&rows);
    assert_ok(kith_variant_rules_new((struct kith_str){0}, &rules, &err), &err);
    assert_ok(kith_variant_rules_load_bytes(rules, kith_str_of(rule_rows), "rules.csv",
                                            &problems, &err),
              &err);
}

static enum kith_status list(void *context, const struct kith_made_variant *variants,
                             uint32_t count, struct kith_error *unused)
{
    (void)unused;
    struct kith_buf *out = context;
    for (uint32_t i = 0; i < count; i++) {
        kith_buf_unsigned(out, variants[i].alias);
        kith_buf_byte(out, ' ');
        kith_buf_str(out, variants[i].variant.text);
        kith_buf_byte(out, '\n');
    }
    return KITH_OK;
}

static enum kith_status make(unsigned jobs, kith_variants_fn *on_variants, void *context)
{
    const kith_variant_types types = UINT32_MAX; /* of every kind */
    const struct kith_variants_all all = {.gazetteer = gazetteer,
                                          .rules = rules,
                                          .types = &types,
                                          .jobs = jobs,
                                          .on_variants = on_variants,
                                          .context = context};
    return kith_variants_make_all(&all, &err);
}

static void come_in_the_order_of_aliases_whatever_the_threads(void **state)
{
    (void)state;
    struct kith_buf alone = {0}, together = {0};
    load();
    assert_ok(make(1, list, &alone), &err);
    assert_ok(make(4, list, &together), &err);
    assert_true(
        kith_str_starts_with(kith_buf_view(&alone), KITH_STR("3 Mikaaab\n3 Michaaab\n")));
    assert_true(kith_str_equal(kith_buf_view(&alone), kith_buf_view(&together)));
    kith_buf_release(&alone);
    kith_buf_release(&together);
}

static void aliases_that_are_marked_have_none(void **state)
{
    (void)state;
    struct kith_buf out = {0};
    load();
    assert_ok(make(2, list, &out), &err);
    char word[NAME_LENGTH], *text = kith_buf_take(&out);
    for (int i = 0; i < ROWS; i++) {
        name(i, " Mik", word);
        bool is_there = strstr(text, word) != NULL;
        assert_int_equal(is_there, i % 3 != 0);
    }
    free(text);
}

static enum kith_status refuse(void *context, const struct kith_made_variant *variants,
                               uint32_t count, struct kith_error *out)
{
    (void)variants, (void)count;
    ++*(int *)context;
    return kith_fail(out, KITH_LIMIT, "enough");
}

static void the_first_failure_ends_the_making(void **state)
{
    (void)state;
    load();
    for (unsigned jobs = 1; jobs <= 2; jobs++) {
        int calls = 0;
        assert_int_equal(make(jobs, refuse, &calls), KITH_LIMIT);
        assert_int_equal(calls, 1);
        assert_string_equal(err.text, "enough");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(come_in_the_order_of_aliases_whatever_the_threads,
                                        begin, end),
        cmocka_unit_test_setup_teardown(aliases_that_are_marked_have_none, begin, end),
        cmocka_unit_test_setup_teardown(the_first_failure_ends_the_making, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
