/* Filters, on a ledger with one edge of each sort. */
#include "graph/filter.h"

#include "fake.h"

static const char ties[] = "relation role: person -> any\n"
                           "    A serves B\n"
                           "relation leads, a kind of role: person -> any\n"
                           "    A heads B\n"
                           "relation president of, a kind of leads: person -> any\n"
                           "    A presides over B\n"
                           "relation met: person = person\n"
                           "    A met B\n";

enum { ROLE, LEADS, PRESIDENT, MET };

struct desk {
    struct kith_arena arena;
    struct kith_rules *rules;
    struct kith_ledger *ledger;
    struct kith_filter filter;
    struct kith_filtered filtered;
    struct kith_error err;
};

static void relate(struct fake *fake, kith_id relation, kith_id source, kith_id target)
{
    fake_evidence(fake, (struct kith_evidence){.source = source,
                                               .target = target,
                                               .relation = relation,
                                               .rule = KITH_NO_ID});
}

/* A and B: together twice in two articles, and A leads B. C: president of B. D and C met.
 * E is alone. */
static void open_desk(struct desk *desk)
{
    struct fake fake;
    *desk = (struct desk){0};
    kith_arena_init(&desk->arena, KITH_ARENA_UNCAPPED);
    assert_ok(kith_rules_new(&desk->rules, &desk->err), &desk->err);
    assert_ok(
        kith_rules_load_bytes(desk->rules, kith_str_of(ties), "ties.rel", &desk->err),
        &desk->err);
    assert_ok(kith_ledger_new(NULL, desk->rules,
                              (struct kith_window){.scope = KITH_SENTENCE}, &desk->ledger,
                              &desk->err),
              &desk->err);
    fake_article(&fake, KITH_SENTENCE, "A B. E");
    relate(&fake, LEADS, 0, 1);
    relate(&fake, LEADS, 0, 1);
    fake_add(&fake, desk->ledger);
    fake_article(&fake, KITH_SENTENCE, "A B. C. D");
    relate(&fake, PRESIDENT, 2, 1);
    relate(&fake, MET, 2, 3);
    fake_add(&fake, desk->ledger);
    assert_ok(kith_ledger_close(desk->ledger, &desk->err), &desk->err);
}

static void close_desk(struct desk *desk)
{
    kith_ledger_free(desk->ledger);
    kith_rules_free(desk->rules);
    kith_arena_release(&desk->arena);
}

static enum kith_status choose(struct desk *desk, const char *names)
{
    return kith_filter_choose(&desk->filter, desk->rules, &names, 1, &desk->arena,
                              &desk->err);
}

static void apply(struct desk *desk)
{
    assert_ok(kith_filter_apply(&desk->filter, desk->ledger, &desk->filtered, &desk->err),
              &desk->err);
}

/* The relations of the edges that are left, as bits; bit 31 is co-occurrence. */
static uint32_t relations_left(const struct desk *desk)
{
    uint32_t bits = 0;
    for (uint32_t i = 0; i < kith_ledger_edge_count(desk->ledger); i++) {
        kith_id relation = kith_ledger_edges(desk->ledger)[i].relation;
        bits |= 1u << (relation == KITH_COOCCURRENCE ? 31 : relation);
    }
    return bits;
}

#define TOGETHER (1u << 31)

static void no_filter_leaves_everything(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    assert_ok(
        kith_filter_choose(&desk.filter, desk.rules, NULL, 0, &desk.arena, &desk.err),
        &desk.err);
    apply(&desk);
    assert_int_equal(kith_ledger_edge_count(desk.ledger), 4);
    assert_int_equal(kith_ledger_tally_count(desk.ledger), 5);
    assert_int_equal(desk.filtered.nodes, 0);
    close_desk(&desk);
}

static void a_family_keeps_its_kinds_and_theirs(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    assert_ok(choose(&desk, "ROLE"), &desk.err);
    apply(&desk);
    assert_int_equal(relations_left(&desk), TOGETHER | 1u << LEADS | 1u << PRESIDENT);
    assert_int_equal(desk.filtered.relation_edges, 1);
    assert_int_equal(desk.filtered.cooccurrence_edges, 0);
    assert_int_equal(desk.filtered.nodes, 2);
    close_desk(&desk);
}

static void names_are_divided_by_commas(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    assert_ok(choose(&desk, "met , president of"), &desk.err);
    apply(&desk);
    assert_int_equal(relations_left(&desk), TOGETHER | 1u << MET | 1u << PRESIDENT);
    close_desk(&desk);
}

static void without_cooccurrence_only_relations_are_left(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    desk.filter.without_cooccurrence = true;
    apply(&desk);
    assert_int_equal(relations_left(&desk), 1u << LEADS | 1u << PRESIDENT | 1u << MET);
    assert_int_equal(desk.filtered.cooccurrence_edges, 1);
    assert_int_equal(kith_ledger_tally_count(desk.ledger), 4);
    close_desk(&desk);
}

static void weight_and_articles_are_lower_bounds(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    desk.filter.min_weight = 2;
    apply(&desk);
    assert_int_equal(relations_left(&desk), TOGETHER | 1u << LEADS);
    desk.filter.min_articles = 2;
    apply(&desk);
    assert_int_equal(relations_left(&desk), TOGETHER);
    assert_int_equal(kith_ledger_tally_count(desk.ledger), 2);
    close_desk(&desk);
}

static void an_unknown_name_is_told_with_those_there_are(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    assert_int_equal(choose(&desk, "met,feeds"), KITH_BAD_INPUT);
    assert_string_equal(desk.err.text, "no relation or family is called \"feeds\"; there "
                                       "are: role, leads, president of, met");
    assert_int_equal(choose(&desk, "met,"), KITH_BAD_INPUT);
    close_desk(&desk);
}

static void without_rules_there_is_nothing_to_name(void **state)
{
    (void)state;
    struct kith_filter filter = {0};
    struct kith_error err = {0};
    struct kith_arena arena;
    const char *names = "met";
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_int_equal(kith_filter_choose(&filter, NULL, &names, 1, &arena, &err),
                     KITH_BAD_INPUT);
    assert_non_null(strstr(err.text, "there are no rules"));
    kith_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_filter_leaves_everything),
        cmocka_unit_test(a_family_keeps_its_kinds_and_theirs),
        cmocka_unit_test(names_are_divided_by_commas),
        cmocka_unit_test(without_cooccurrence_only_relations_are_left),
        cmocka_unit_test(weight_and_articles_are_lower_bounds),
        cmocka_unit_test(an_unknown_name_is_told_with_those_there_are),
        cmocka_unit_test(without_rules_there_is_nothing_to_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
