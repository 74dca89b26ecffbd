/* Prospects: whether a sentence may hold a rule at all, by its words and types. */
#include "pipeline.h"

#include "relate/prospect.h"
#include "relate/sequence.h"

#define NAMES "name,type\nAnna,person\nBoris,person\nOstland,country\nMombasa,city\n"

#define CHIEF                                                                            \
    "list chief = chief, head\n"                                                         \
    "relation leads: person -> country\n"                                                \
    "    A , (the)? <chief> of B\n"

static struct kith_prospect prospect_of(const struct pipeline *p)
{
    struct kith_referents referents;
    struct kith_sequence sequence = {0};
    struct kith_error err = {0};
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_referents_read(p->rules, &p->document, &p->mentions, &referents);
    assert_ok(
        kith_sequence_read(&referents, 0, 0, p->mentions.count, &arena, &sequence, &err),
        &err);
    struct kith_prospect prospect = kith_prospects_in(&p->rules->prospects, &sequence);
    kith_arena_release(&arena);
    return prospect;
}

/* True when the one sentence of `text` promises the first rule of `rules`. */
static bool promises(const char *rules, const char *text)
{
    struct pipeline p;
    pipeline_open(&p, NAMES);
    pipeline_load(&p, rules);
    pipeline_compile(&p);
    pipeline_run(&p, kith_str_of(text));
    bool meets = kith_prospect_meets(p.rules->prospects.rules[0], prospect_of(&p));
    pipeline_close(&p);
    return meets;
}

static void promises_what_has_the_words_and_the_names(void **state)
{
    (void)state;
    assert_true(promises(CHIEF, "Anna, head of Ostland, sang."));
    assert_true(promises(CHIEF, "The chiefs of Ostland met Anna."));
}

static void promises_nothing_without_the_rarest_words(void **state)
{
    (void)state;
    assert_false(promises(CHIEF, "Anna, friend of Ostland, sang."));
}

static void promises_nothing_to_names_of_other_types(void **state)
{
    (void)state;
    assert_false(promises(CHIEF, "Anna, head of Mombasa, sang."));
    assert_false(promises(CHIEF, "Anna, head of Boris, sang."));
}

static void wants_a_word_of_some_branch_of_a_choice(void **state)
{
    (void)state;
    static const char rules[] = "relation leads: person -> country\n"
                                "    A (is captain of|steers) B\n";
    assert_true(promises(rules, "Anna steers Ostland."));
    assert_true(promises(rules, "Anna is captain of Ostland."));
    assert_false(promises(rules, "Anna is part of Ostland."));
}

static void wants_a_verb_in_any_form(void **state)
{
    (void)state;
    static const char rules[] = "relation visits: person -> country\n"
                                "    A {go to|see} B\n";
    assert_true(promises(rules, "Anna went to Ostland."));
    assert_true(promises(rules, "Anna saw Ostland."));
    assert_false(promises(rules, "Anna wrote to Ostland."));
}

#define MANY_TYPES 9

/* A relation from each type to each, more than there are bits for. */
static void write_many(FILE *names, FILE *rules)
{
    fprintf(names, "name,type\n");
    for (int from = 0; from < MANY_TYPES; from++) {
        fprintf(names, "Name%c,kind%d\n", 'a' + from, from);
        for (int to = 0; to < MANY_TYPES; to++)
            fprintf(rules, "relation r%d%d: kind%d -> kind%d\n    A hails B\n", from, to,
                    from, to);
    }
}

static void keeps_its_promises_where_relations_share_a_bit(void **state)
{
    (void)state;
    struct pipeline p;
    char names[1024] = "", rules[8192] = "", text[64];
    FILE *names_out = fmemopen(names, sizeof names, "w");
    FILE *rules_out = fmemopen(rules, sizeof rules, "w");
    write_many(names_out, rules_out);
    fclose(names_out);
    fclose(rules_out);
    pipeline_open(&p, names);
    pipeline_load(&p, rules);
    pipeline_compile(&p);
    for (int from = 0; from < MANY_TYPES; from++)
        for (int to = 0; to < MANY_TYPES; to++) {
            if (from == to)
                continue;
            snprintf(text, sizeof text, "Name%c hails Name%c.", 'a' + from, 'a' + to);
            pipeline_run(&p, kith_str_of(text));
            assert_true(kith_prospect_meets(
                p.rules->prospects.rules[from * MANY_TYPES + to], prospect_of(&p)));
        }
    pipeline_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(promises_what_has_the_words_and_the_names),
        cmocka_unit_test(promises_nothing_without_the_rarest_words),
        cmocka_unit_test(promises_nothing_to_names_of_other_types),
        cmocka_unit_test(wants_a_word_of_some_branch_of_a_choice),
        cmocka_unit_test(wants_a_verb_in_any_form),
        cmocka_unit_test(keeps_its_promises_where_relations_share_a_bit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
