/* What articles need for rules: never more than they hold in which a rule is found. */
#include "relate/need.h"

#include "gazetteer/word_key.h"
#include "pipeline.h"

struct world {
    struct pipeline pipeline;
    struct kith_arena arena;
    struct kith_needs *needs; /* by rule: its own */
};

/* The needs of each rule. */
static void open_world(struct world *world)
{
    struct kith_error err = {0};
    const struct kith_rules *rules = world->pipeline.rules;
    const uint32_t count = kith_rules_count(rules);
    kith_arena_init(&world->arena, KITH_ARENA_UNCAPPED);
    world->needs = KITH_ARRAY(&world->arena, struct kith_needs, count);
    const uint64_t *keys = kith_word_class_keys(&rules->classes, &world->arena);
    assert_non_null(keys);
    for (kith_id rule = 0; rule < count; rule++) {
        struct kith_need_gatherer gatherer =
            kith_need_gatherer_of(&world->needs[rule], &world->arena);
        gatherer.rules = rules;
        gatherer.keys = keys;
        assert_ok(kith_needs_add_rule(&gatherer, rule, &err), &err);
        kith_need_gatherer_release(&gatherer);
    }
}

static void close_world(struct world *world)
{
    kith_arena_release(&world->arena);
    pipeline_close(&world->pipeline);
}

/* Words and numbers of the article that was read last. */
static struct kith_map words_of(const struct kith_document *document)
{
    struct kith_map words = {0};
    for (uint32_t i = 0; i < document->tokens.count; i++)
        if (document->tokens.items[i].kind <= KITH_TOKEN_NUMBER)
            assert_non_null(kith_map_place(
                &words, kith_word_key(document->text, &document->tokens.items[i]), 0,
                NULL));
    return words;
}

static bool meets(const struct kith_needs *needs, const struct kith_map *words)
{
    bool *has_word = calloc(needs->words.count + 1, sizeof *has_word);
    assert_non_null(has_word);
    for (uint32_t i = 0; i < needs->words.count; i++)
        has_word[i] = kith_map_find(words, needs->words.items[i]);
    bool is_met = kith_needs_are_met(needs, has_word);
    free(has_word);
    return is_met;
}

/* What was asked, and what came of it. */
struct tally {
    uint64_t found, spared, asked;
};

/* Rules that state something of the article that was read last are met by its words. */
static void check_article(const struct world *world, struct tally *tally)
{
    const struct pipeline *p = &world->pipeline;
    struct kith_map words = words_of(&p->document);
    for (uint32_t i = 0; i < p->findings.evidence_count; i++) {
        const kith_id rule = p->findings.evidence[i].rule;
        if (rule == KITH_NO_ID)
            continue;
        tally->found++;
        if (!meets(&world->needs[rule], &words))
            fail_msg("the rule of line %u is found without its words in: %.*s",
                     kith_rules_rule(p->rules, rule).line,
                     KITH_STR_ARGS(p->document.text));
    }
    for (kith_id rule = 0; rule < kith_rules_count(p->rules); rule++) {
        tally->asked++;
        tally->spared += !meets(&world->needs[rule], &words);
    }
    kith_map_release(&words);
}

static void no_shipped_rule_is_found_without_its_words(void **state)
{
    (void)state;
    struct world world;
    struct tally tally = {0};
    pipeline_open_file(&world.pipeline, "gazetteers/relations.rel");
    pipeline_compile(&world.pipeline);
    open_world(&world);
    const struct kith_rules *rules = world.pipeline.rules;
    for (uint32_t i = 0; i < kith_rules_example_count(rules); i++) {
        pipeline_run(&world.pipeline, kith_rules_example(rules, i).text);
        check_article(&world, &tally);
    }
    close_world(&world);
    assert_true(tally.found > 500);
    /* A sentence has the words of few rules. */
    assert_true(tally.spared > tally.asked / 100 * 95);
}

#define NAMES                                                                            \
    "name,type,aliases\nAda Quill,person,\nBran Reed,person,\nOstland,country,\n"        \
    "Westland,country,\n"

/* Does an article of this text meet the need of the one rule? */
static bool is_asked(const char *rule, const char *text)
{
    struct world world;
    struct kith_buf file = {0};
    kith_buf_format(&file,
                    "list boss = head, prime minister, vice-head\n"
                    "relation ties: any -> any\n    %s%c",
                    rule, '\0');
    pipeline_open(&world.pipeline, NAMES);
    pipeline_load(&world.pipeline, file.data);
    pipeline_compile(&world.pipeline);
    open_world(&world);
    pipeline_run(&world.pipeline, kith_str_of(text));
    struct kith_map words = words_of(&world.pipeline.document);
    bool is_met = false;
    for (kith_id i = 0; i < kith_rules_count(world.pipeline.rules); i++)
        is_met = is_met || meets(&world.needs[i], &words);
    kith_map_release(&words);
    kith_buf_release(&file);
    close_world(&world);
    return is_met;
}

static void all_words_are_needed_that_cannot_be_left_out(void **state)
{
    (void)state;
    assert_true(is_asked("A met (the)? B near", "Near it they met."));
    assert_false(is_asked("A signed pact with B", "They signed it with ink."));
    assert_true(is_asked("A signed pact with B", "Pact signed with ink."));
}

static void words_count_in_all_their_forms(void **state)
{
    (void)state;
    assert_true(is_asked("A {strike} B", "It was struck."));
    assert_true(is_asked("A {strike} B", "STRIKING!"));
    assert_false(is_asked("A {strike} B", "The striker left."));
    assert_true(is_asked("A ally of B", "Two allies of it."));
}

static void one_branch_is_enough_and_all_of_it_needed(void **state)
{
    (void)state;
    assert_true(is_asked("A (held talks|met) B", "They met."));
    assert_true(is_asked("A (held talks|met) B", "Talks were held."));
    assert_false(is_asked("A (held talks|met) B", "Talks failed."));
    assert_true(is_asked("B <boss> A", "The prime minister."));
    assert_false(is_asked("B <boss> A", "The minister."));
    assert_true(is_asked("B <boss> A", "Vice head."));
}

static void marks_and_names_are_no_words(void **state)
{
    (void)state;
    assert_true(is_asked("A , B", "Nothing."));
    assert_true(is_asked("B 's A", "Nothing."));
    assert_false(is_asked("B - based A", "Nothing."));
    assert_true(is_asked("A & B", "Nothing."));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_shipped_rule_is_found_without_its_words),
        cmocka_unit_test(all_words_are_needed_that_cannot_be_left_out),
        cmocka_unit_test(words_count_in_all_their_forms),
        cmocka_unit_test(one_branch_is_enough_and_all_of_it_needed),
        cmocka_unit_test(marks_and_names_are_no_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
