/* Backbones of graphs small enough to be counted by hand. */
#include "graph/backbone.h"

#include "close.h"
#include "fake.h"
#include "graph/filter.h"
#include "no_rules.h"

#define COUNT(array) (uint32_t)(sizeof(array) / sizeof *(array))

/* Whether the edge from a to b is in the backbone; -1: there is none. */
static int is_in(struct kith_ledger *ledger, enum kith_backbone kind, double limit,
                 kith_id a, kith_id b)
{
    struct kith_arena arena;
    struct kith_error err = {0};
    bool is_kept[16];
    int found = -1;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_in_range(kith_ledger_edge_count(ledger), 0, 16);
    assert_ok(kith_backbone_find(ledger, kind, limit, &arena, is_kept, &err), &err);
    for (uint32_t i = 0; i < kith_ledger_edge_count(ledger); i++) {
        const struct kith_edge *edge = &kith_ledger_edges(ledger)[i];
        if (edge->source == a && edge->target == b)
            found = is_kept[i];
    }
    kith_arena_release(&arena);
    return found;
}

/* 0 has shares of 0.8, 0.1 and 0.1 in three edges: (1 - 0.8)^2 = 0.04, 0.9^2 = 0.81. For
 * whoever has one edge only, it says nothing. */
static void disparity_keeps_what_stands_out_for_an_end(void **state)
{
    (void)state;
    static const struct fake_line lines[] = {{0, 1, 8}, {0, 2, 1}, {0, 3, 1}, {2, 0, 0}};
    struct kith_ledger *ledger = fake_ledger(4, lines, COUNT(lines));
    assert_int_equal(is_in(ledger, KITH_BACKBONE_DISPARITY, 0.05, 0, 1), 1);
    assert_int_equal(is_in(ledger, KITH_BACKBONE_DISPARITY, 0.039, 0, 1), 0);
    assert_int_equal(is_in(ledger, KITH_BACKBONE_DISPARITY, 0.8, 0, 2), 0);
    assert_int_equal(is_in(ledger, KITH_BACKBONE_DISPARITY, 0.82, 0, 2), 1);
    assert_int_equal(is_in(ledger, KITH_BACKBONE_DISPARITY, 0.05, 2, 0), 1);
    kith_ledger_free(ledger);
}

/* Scores over their deviations, worked out from the paper's formulas in fractions. */
static void noise_is_told_by_deviations(void **state)
{
    (void)state;
    static const struct fake_line lines[] = {
        {0, 1, 10}, {0, 2, 2}, {1, 2, 1}, {2, 3, 4}, {3, 4, 6}};
    static const double wanted[] = {13.729788315328737, 0.22859451896137148,
                                    -0.5867794327549906, 25.064763480805627,
                                    16.039650924674373};
    struct kith_ledger *ledger = fake_ledger(5, lines, COUNT(lines));
    for (uint32_t i = 0; i < COUNT(lines); i++) {
        kith_id a = lines[i].a, b = lines[i].b;
        assert_int_equal(is_in(ledger, KITH_BACKBONE_NOISE, wanted[i] - 1e-6, a, b), 1);
        assert_int_equal(is_in(ledger, KITH_BACKBONE_NOISE, wanted[i] + 1e-6, a, b), 0);
    }
    kith_ledger_free(ledger);
}

/* C(3,2) C(7,2) + C(3,3) C(7,1) of C(10,4) = 70 of 210. */
static void chance_is_counted_out(void **state)
{
    (void)state;
    assert_close(kith_chance_of_sharing(10, 3, 4, 2), 1.0 / 3);
    assert_close(kith_chance_of_sharing(10, 3, 4, 3), 7.0 / 210);
    assert_close(kith_chance_of_sharing(10, 3, 4, 1), 1); /* no more than by chance */
    assert_close(kith_chance_of_sharing(10, 10, 10, 10), 1);
    assert_within(kith_chance_of_sharing(1000000, 1000, 1000, 900), 0, 1e-300);
}

/* A and B share all their five of twenty articles, C stands in every one. */
static void validated_pairs_meet_more_often_than_by_chance(void **state)
{
    (void)state;
    struct kith_error err = {0};
    struct kith_ledger *ledger = NULL;
    struct fake fake;
    assert_ok(kith_ledger_new(NULL, NULL, (struct kith_window){.scope = KITH_ARTICLE},
                              &ledger, &err),
              &err);
    for (int i = 0; i < 20; i++) {
        fake_article(&fake, KITH_ARTICLE, i < 5 ? "A B C" : "C");
        fake_add(&fake, ledger);
    }
    assert_ok(kith_ledger_close(ledger, &err), &err);
    double chance = 1.0 / 15504; /* C(20, 5) */
    assert_int_equal(is_in(ledger, KITH_BACKBONE_VALIDATED, 3 * chance * 1.01, 0, 1), 1);
    assert_int_equal(is_in(ledger, KITH_BACKBONE_VALIDATED, 3 * chance * 0.99, 0, 1), 0);
    assert_int_equal(is_in(ledger, KITH_BACKBONE_VALIDATED, 1, 0, 2), 0);
    kith_ledger_free(ledger);
}

/* The second of 0 is the first of 2: one end is enough. */
static void the_strongest_of_each_entity_stay(void **state)
{
    (void)state;
    static const struct fake_line lines[] = {
        {0, 1, 5}, {0, 2, 4}, {1, 2, 3}, {1, 3, 2}, {2, 3, 1}};
    struct kith_ledger *ledger = fake_ledger(4, lines, COUNT(lines));
    static const int wanted[] = {1, 1, 0, 1, 0};
    for (uint32_t i = 0; i < COUNT(lines); i++)
        assert_int_equal(is_in(ledger, KITH_BACKBONE_TOP, 1, lines[i].a, lines[i].b),
                         wanted[i]);
    assert_int_equal(is_in(ledger, KITH_BACKBONE_TOP, 2, 1, 2), 1);
    kith_ledger_free(ledger);
}

static void what_is_taken_out_is_counted(void **state)
{
    (void)state;
    static const struct fake_line lines[] = {{0, 1, 8}, {0, 2, 1}, {0, 3, 1}, {2, 1, 0}};
    struct kith_ledger *ledger = fake_ledger(5, lines, COUNT(lines));
    struct kith_error err = {0};
    struct kith_filtered filtered;
    struct kith_filter filter = {.backbone = KITH_BACKBONE_DISPARITY,
                                 .backbone_limit = 0.05};
    assert_ok(kith_filter_apply(&filter, ledger, &filtered, &err), &err);
    assert_int_equal(filtered.pruned_edges, 2);
    assert_int_equal(filtered.pruned_nodes, 2); /* 3, and 4 that never had an edge */
    assert_int_equal(filtered.pruned_weight, 2);
    assert_int_equal(filtered.looked_at_weight, 10);
    assert_int_equal(filtered.nodes, 0);
    assert_int_equal(kith_ledger_edge_count(ledger), 2);
    assert_int_equal(kith_ledger_tally_count(ledger), 3);
    kith_ledger_free(ledger);
}

static enum kith_status find_all(struct kith_arena *arena, void *context,
                                 struct kith_error *err)
{
    bool is_kept[16];
    return kith_backbone_find(context, KITH_BACKBONE_TOP, 1, arena, is_kept, err);
}

static void any_memory_is_enough_or_said_not_to_be(void **state)
{
    (void)state;
    static const struct fake_line lines[] = {{0, 1, 8}, {0, 2, 1}};
    struct kith_ledger *ledger = fake_ledger(3, lines, COUNT(lines));
    check_memory_sweep(find_all, ledger);
    kith_ledger_free(ledger);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(disparity_keeps_what_stands_out_for_an_end),
        cmocka_unit_test(noise_is_told_by_deviations),
        cmocka_unit_test(chance_is_counted_out),
        cmocka_unit_test(validated_pairs_meet_more_often_than_by_chance),
        cmocka_unit_test(the_strongest_of_each_entity_stay),
        cmocka_unit_test(what_is_taken_out_is_counted),
        cmocka_unit_test(any_memory_is_enough_or_said_not_to_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
