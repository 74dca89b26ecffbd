/* What is different between the rules of two runs. */
#include "relate/rule_difference.h"

#include "base/file.h"
#include "gazetteer/word_key.h"
#include "support/reading.h"

struct two {
    struct check_reading
        reading; /* a gazetteer without names, and the text last asked of */
    struct kith_rules *before, *after;
    struct kith_arena arena;
    struct kith_rule_difference difference;
};

static struct kith_rules *load(const char *text)
{
    struct kith_error err = {0};
    struct kith_rules *rules = NULL;
    assert_ok(kith_rules_new(&rules, &err), &err);
    assert_ok(kith_rules_load_bytes(rules, kith_str_of(text), "ties.rel", &err), &err);
    return rules;
}

static enum kith_status compare_in(struct kith_arena *arena, void *context,
                                   struct kith_error *err)
{
    struct two *two = context;
    return kith_rules_compare(two->before, two->after, arena, &two->difference, err);
}

static void compare(struct two *two, const char *before, const char *after)
{
    struct kith_error err = {0};
    check_reading_init(&two->reading);
    check_load(&two->reading, "people.csv", "name,type\nAda Quill,person\n");
    check_compile(&two->reading);
    two->before = load(before);
    two->after = load(after);
    assert_ok(kith_rules_compile(two->after, two->reading.gazetteer, &err), &err);
    kith_arena_init(&two->arena, KITH_ARENA_UNCAPPED);
    assert_ok(compare_in(&two->arena, two, &err), &err);
}

static void close_both(struct two *two)
{
    kith_rules_free(two->before);
    kith_rules_free(two->after);
    kith_arena_release(&two->arena);
    check_reading_release(&two->reading);
}

static bool has(const struct kith_document *document, uint64_t key)
{
    const struct kith_tokens *tokens = &document->tokens;
    for (uint32_t i = 0; i < tokens->count; i++)
        if (kith_word_key(document->text, &tokens->items[i]) == key)
            return true;
    return false;
}

/* May an article of this text be read differently? */
static bool touches(struct two *two, const char *text)
{
    const struct kith_needs *needs = &two->difference.needs;
    bool *has_word = KITH_ARRAY(&two->arena, bool, needs->words.count);
    check_read(&two->reading, text);
    for (uint32_t i = 0; i < needs->words.count; i++)
        has_word[i] = has(&two->reading.document, needs->words.items[i]);
    return kith_needs_are_met(needs, has_word);
}

#define BOSS "list boss = head, chief\n"
#define LEADS "relation leads: person -> any\n    A , <boss> of B\n    B <boss> A\n"
#define MET "relation met: person = person\n    A met B\n"
#define ATTACKS "relation attacks: any -> any\n    A {attack/attack on} B\n"

static void what_says_the_same_is_the_same(void **state)
{
    (void)state;
    struct two two;
    compare(&two, BOSS LEADS MET,
            "# a note\n"
            "list boss = chief, head\n"
            "relation leads: person -> any\n"
            "    A , <boss> of B ; 0.5   # half sure\n"
            "      + Ada Quill, head of Ostland, spoke.\n\n"
            "    B <boss> A\n"
            "relation met, a kind of contact: person = person\n"
            "    A met B\n"
            "cast person = Ada Quill\n");
    assert_int_equal(two.difference.rules, 0);
    assert_int_equal(two.difference.lists, 0);
    assert_int_equal(two.difference.needs.any.count, 0);
    for (kith_id rule = 0; rule < 3; rule++)
        assert_int_equal(two.difference.successor_of[rule], rule);
    close_both(&two);
}

static void a_rule_put_in_moves_the_others_and_changes_none(void **state)
{
    (void)state;
    struct two two;
    compare(&two, BOSS LEADS MET, ATTACKS BOSS LEADS MET);
    assert_int_equal(two.difference.rules, 1);
    assert_int_equal(two.difference.lists, 0);
    const uint32_t voices = kith_rules_count(two.after) - kith_rules_count(two.before);
    for (kith_id rule = 0; rule < 3; rule++)
        assert_int_equal(two.difference.successor_of[rule], rule + voices);
    assert_true(touches(&two, "They were attacked by it."));
    assert_false(touches(&two, "The head, the chief of staff, met."));
    close_both(&two);
}

/* The forms of a verb are sorted by numbers that a word before them changes. */
static void words_have_other_numbers_and_mean_the_same(void **state)
{
    (void)state;
    struct two two;
    compare(&two, "relation t: any -> any\n    A {praise|honour} B\n",
            "relation t: any -> any\n    A the honour of B\n    A {praise|honour} B\n");
    assert_int_equal(two.difference.rules, 1);
    assert_false(touches(&two, "They praised it."));
    close_both(&two);
}

static void an_edited_rule_has_its_words_of_before_and_after(void **state)
{
    (void)state;
    struct two two;
    compare(&two, MET "    A saw B\n", MET "    A heard B\n");
    assert_int_equal(two.difference.rules, 1);
    assert_int_equal(two.difference.successor_of[0], 0);
    assert_int_equal(two.difference.successor_of[1], KITH_NO_ID);
    assert_true(touches(&two, "It saw."));
    assert_true(touches(&two, "It heard."));
    assert_false(touches(&two, "They met."));
    close_both(&two);
}

static void a_verb_more_or_less_counts_by_itself(void **state)
{
    (void)state;
    struct two two;
    compare(&two, ATTACKS "    A {send} aid to B\n",
            ATTACKS "    A {send|attack} aid to B\n");
    assert_int_equal(two.difference.rules, 1);
    for (kith_id rule = 0; rule < kith_rules_count(two.before); rule++)
        assert_int_equal(two.difference.successor_of[rule], rule);
    assert_true(touches(&two, "It was attacked."));
    assert_false(touches(&two, "They sent aid to it."));
    close_both(&two);
    compare(&two, "relation t: any -> any\n    A {send|send to} B\n",
            "relation t: any -> any\n    A {send} B\n");
    assert_true(touches(&two, "Sent to."));
    assert_false(touches(&two, "They sent it."));
    close_both(&two);
}

/* Of three that are alike the last is gone, and the others know each other. */
static void rules_that_are_alike_are_told_apart(void **state)
{
    (void)state;
    struct two two;
    compare(&two, MET "    A met B\n    A saw B\n    A met B\n",
            MET "    A met B\n    A saw B\n");
    assert_int_equal(two.difference.successor_of[0], 0);
    assert_int_equal(two.difference.successor_of[1], 1);
    assert_int_equal(two.difference.successor_of[2], 2);
    assert_int_equal(two.difference.successor_of[3], KITH_NO_ID);
    close_both(&two);
}

static void rules_that_change_places_count(void **state)
{
    (void)state;
    struct two two;
    compare(&two, BOSS LEADS,
            BOSS "relation leads: person -> any\n    B <boss> A\n    A , <boss> of B\n");
    assert_int_equal(two.difference.rules, 1);
    assert_true(touches(&two, "The head of it."));
    close_both(&two);
}

static void relations_that_change_places_count(void **state)
{
    (void)state;
    struct two two;
    compare(&two, MET ATTACKS, ATTACKS MET);
    assert_int_equal(two.difference.rules, 1);
    assert_int_not_equal(touches(&two, "They met."), touches(&two, "They attacked."));
    close_both(&two);
}

static void what_a_relation_says_is_part_of_its_rules(void **state)
{
    (void)state;
    static const char *const others[] = {
        "relation met: person -> person\n    A met B\n",
        "relation met: person = any\n    A met B\n",
        "relation met: one person = person\n    A met B\n",
        "relation saw: person = person\n    A met B\n",
        "language en\nrelation met: person = person\n    A met B\n"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        struct two two;
        compare(&two, MET, others[i]);
        assert_int_equal(two.difference.rules, 1);
        assert_int_equal(two.difference.successor_of[0], KITH_NO_ID);
        assert_true(touches(&two, "They met."));
        close_both(&two);
    }
}

static void an_entry_of_a_list_counts_by_itself(void **state)
{
    (void)state;
    struct two two;
    compare(&two, "list boss = head, chief, head chief\n" LEADS, BOSS LEADS);
    assert_int_equal(two.difference.rules, 0);
    assert_int_equal(two.difference.lists, 1);
    assert_true(touches(&two, "Two head chiefs left."));
    assert_false(touches(&two, "The head left."));
    assert_false(touches(&two, "The chief left."));
    close_both(&two);
}

static void lists_of_one_name_in_two_files_are_two(void **state)
{
    (void)state;
    struct two two;
    compare(&two, BOSS, BOSS);
    struct kith_error err = {0};
    assert_ok(kith_rules_load_bytes(two.before, KITH_STR("list boss = ace\n" LEADS),
                                    "more.rel", &err),
              &err);
    assert_ok(kith_rules_load_bytes(two.after, KITH_STR("list boss = king\n" LEADS),
                                    "more.rel", &err),
              &err);
    assert_ok(kith_rules_compile(two.after, two.reading.gazetteer, &err), &err);
    assert_ok(compare_in(&two.arena, &two, &err), &err);
    assert_int_equal(two.difference.lists, 1);
    assert_true(touches(&two, "An ace."));
    assert_true(touches(&two, "A king."));
    assert_false(touches(&two, "A head."));
    close_both(&two);
}

static void words_of_status_count_where_they_stand(void **state)
{
    (void)state;
    struct two two;
    compare(&two, "list negative = not, far from\n" MET,
            "list negative = not\nlist unreal = far from\n" MET);
    assert_true(touches(&two, "Far it is, from here."));
    assert_false(touches(&two, "It is not far."));
    close_both(&two);
}

static void words_that_play_another_role_count(void **state)
{
    (void)state;
    struct two two;
    compare(&two, MET, "list except = former\nlist titles = Captain\n" MET);
    assert_true(touches(&two, "A captain."));
    assert_true(touches(&two, "Formerly, the former."));
    assert_false(touches(&two, "They met."));
    close_both(&two);
}

/* A capital of a word that no rule knows may be a stranger's. */
static void words_that_rules_speak_of_first_or_no_more_count(void **state)
{
    (void)state;
    struct two two;
    compare(&two, MET, MET "    A met harbour master B\n");
    assert_true(touches(&two, "The Harbour."));
    assert_false(touches(&two, "The Board."));
    close_both(&two);
    compare(&two, MET "    A met harbour master B\n", MET);
    assert_true(touches(&two, "The Harbour."));
    close_both(&two);
}

static void a_rule_without_words_touches_all(void **state)
{
    (void)state;
    struct two two;
    compare(&two, MET, MET "    A , B\n");
    assert_true(touches(&two, "Nothing."));
    close_both(&two);
}

static void the_shipped_rules_are_what_they_are(void **state)
{
    (void)state;
    struct kith_str bytes;
    struct kith_error err = {0};
    struct kith_arena arena;
    struct two two;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(
        kith_file_read("gazetteers/relations.rel", UINT64_MAX, &arena, &bytes, &err),
        &err);
    compare(&two, bytes.data, bytes.data);
    assert_true(kith_rules_count(two.before) > 500);
    assert_int_equal(two.difference.needs.any.count, 0);
    for (kith_id rule = 0; rule < kith_rules_count(two.before); rule++)
        assert_int_equal(two.difference.successor_of[rule], rule);
    close_both(&two);
    kith_arena_release(&arena);
}

static void runs_out_of_memory_in_peace(void **state)
{
    (void)state;
    struct two two;
    compare(&two, BOSS LEADS MET, "list boss = head\n" LEADS ATTACKS);
    check_memory_sweep(compare_in, &two);
    close_both(&two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_says_the_same_is_the_same),
        cmocka_unit_test(a_rule_put_in_moves_the_others_and_changes_none),
        cmocka_unit_test(words_have_other_numbers_and_mean_the_same),
        cmocka_unit_test(an_edited_rule_has_its_words_of_before_and_after),
        cmocka_unit_test(a_verb_more_or_less_counts_by_itself),
        cmocka_unit_test(rules_that_are_alike_are_told_apart),
        cmocka_unit_test(rules_that_change_places_count),
        cmocka_unit_test(relations_that_change_places_count),
        cmocka_unit_test(what_a_relation_says_is_part_of_its_rules),
        cmocka_unit_test(an_entry_of_a_list_counts_by_itself),
        cmocka_unit_test(lists_of_one_name_in_two_files_are_two),
        cmocka_unit_test(words_of_status_count_where_they_stand),
        cmocka_unit_test(words_that_play_another_role_count),
        cmocka_unit_test(words_that_rules_speak_of_first_or_no_more_count),
        cmocka_unit_test(a_rule_without_words_touches_all),
        cmocka_unit_test(the_shipped_rules_are_what_they_are),
        cmocka_unit_test(runs_out_of_memory_in_peace),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
