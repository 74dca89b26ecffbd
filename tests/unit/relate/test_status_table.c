/* The table of status: what is told of a word from all lists at once. */
#include "pipeline.h"

#include "relate/status_entry.h"

#define RULES                                                                            \
    "list negative = denied, no\n"                                                       \
    "list unreal = plans to, no plans to\n"                                              \
    "list speech = said, denied\n"                                                       \
    "list fact = no doubt\n"                                                             \
    "relation meets: any -> any\n"                                                       \
    "    A {meet} B\n"

/* What the table tells of the first word behind the first name of `text`. */
static struct kith_status_entry entry_in(const char *text)
{
    struct pipeline p;
    struct kith_referents referents;
    struct kith_sequence sequence = {0};
    struct kith_error err = {0};
    pipeline_open(&p, "name,type\nAnna,person\n");
    pipeline_load(&p, RULES);
    pipeline_compile(&p);
    pipeline_run(&p, kith_str_of(text));
    kith_referents_read(p.rules, &p.document, &p.mentions, &referents);
    assert_ok(
        kith_sequence_read(&referents, 0, 0, p.mentions.count, &p.arena, &sequence, &err),
        &err);
    struct kith_status_entry entry = kith_status_entry_at(p.rules, &sequence, 1);
    pipeline_close(&p);
    return entry;
}

static void tells_all_lists_of_an_entry(void **state)
{
    (void)state;
    struct kith_status_entry entry = entry_in("Anna denied it.");
    assert_int_equal(entry.length, 1);
    assert_int_equal(entry.lists, 1u << KITH_LIST_NEGATIVE | 1u << KITH_LIST_SPEECH);
}

static void takes_the_longest_entry_of_any_list(void **state)
{
    (void)state;
    struct kith_status_entry entry = entry_in("Anna no plans to go.");
    assert_int_equal(entry.length, 3);
    assert_int_equal(entry.lists, 1u << KITH_LIST_UNREAL);
    assert_true(entry.last & KITH_ROLE_TO);
}

static void takes_a_shorter_entry_where_the_longer_breaks_off(void **state)
{
    (void)state;
    struct kith_status_entry entry = entry_in("Anna no plans");
    assert_int_equal(entry.length, 1);
    assert_int_equal(entry.lists, 1u << KITH_LIST_NEGATIVE);
}

static void tells_nothing_of_other_words(void **state)
{
    (void)state;
    assert_int_equal(entry_in("Anna plans well.").length, 0);
    assert_int_equal(entry_in("Anna went.").length, 0);
    assert_int_equal(entry_in("Anna").length, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_all_lists_of_an_entry),
        cmocka_unit_test(takes_the_longest_entry_of_any_list),
        cmocka_unit_test(takes_a_shorter_entry_where_the_longer_breaks_off),
        cmocka_unit_test(tells_nothing_of_other_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
