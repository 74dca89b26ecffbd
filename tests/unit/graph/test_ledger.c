/* The ledger, against three small articles counted by hand. */
#include "graph/ledger.h"

#include "close.h"
#include "fake.h"

enum { A, B, C, D };

/* Rules that need no rule file: rule 0 is even odds, rule 1 is surer, rule 2 certain. */
__attribute__((weak)) struct kith_rule kith_rules_rule(const struct kith_rules *rules,
                                                       kith_id rule)
{
    static const double confidence[] = {0.5, 0.8, 1.0};
    (void)rules;
    return (struct kith_rule){.confidence = confidence[rule]};
}

/* Only its address is used. */
static char rules_of_ours;
#define RULES ((const struct kith_rules *)(const void *)&rules_of_ours)

static struct kith_ledger *new_ledger(enum kith_scope scope)
{
    struct kith_error err = {0};
    struct kith_ledger *ledger = NULL;
    struct kith_window window = {.scope = scope, .reach = KITH_DEFAULT_REACH};
    assert_ok(kith_ledger_new(NULL, RULES, window, &ledger, &err), &err);
    return ledger;
}

static void close_ledger(struct kith_ledger *ledger)
{
    struct kith_error err = {0};
    assert_ok(kith_ledger_close(ledger, &err), &err);
}

static void add(struct kith_ledger *ledger, enum kith_scope scope, const char *text)
{
    struct fake fake;
    fake_article(&fake, scope, text);
    fake_add(&fake, ledger);
}

/* 3 articles, 6 paragraphs, 9 sentences, 20 words, 14 mentions. */
static struct kith_ledger *three_articles(enum kith_scope scope)
{
    struct kith_ledger *ledger = new_ledger(scope);
    add(ledger, scope, "A B C. A x B/ A D");
    add(ledger, scope, "A x x x B. C/ C D");
    add(ledger, scope, "A. B/ x x");
    close_ledger(ledger);
    return ledger;
}

static const struct kith_edge *find(const struct kith_ledger *ledger, kith_id source,
                                    kith_id target, kith_id relation)
{
    const struct kith_edge *edges = kith_ledger_edges(ledger);
    for (uint32_t i = 0; i < kith_ledger_edge_count(ledger); i++)
        if (edges[i].source == source && edges[i].target == target &&
            edges[i].relation == relation)
            return &edges[i];
    return NULL;
}

static void totals_are_the_hand_count(void **state)
{
    (void)state;
    struct kith_ledger *ledger = three_articles(KITH_SENTENCE);
    struct kith_totals totals = kith_ledger_totals(ledger);
    assert_int_equal(totals.articles, 3);
    assert_int_equal(totals.paragraphs, 6);
    assert_int_equal(totals.sentences, 9);
    assert_int_equal(totals.tokens, 20);
    assert_int_equal(totals.bytes, 17 + 17 + 9);
    assert_int_equal(totals.mentions, 14);
    assert_int_equal(totals.evidence, 7);
    kith_ledger_free(ledger);
}

static void entities_come_by_mentions_with_their_hand_counts(void **state)
{
    (void)state;
    static const struct kith_tally wanted[] = {{A, 5, 0, 3, 4, 5, {0}, {0}},
                                               {B, 4, 0, 3, 3, 4, {0}, {0}},
                                               {C, 3, 0, 2, 3, 3, {0}, {0}},
                                               {D, 2, 0, 2, 2, 2, {0}, {0}}};
    struct kith_ledger *ledger = three_articles(KITH_SENTENCE);
    assert_int_equal(kith_ledger_tally_count(ledger), 4);
    for (uint32_t i = 0; i < 4; i++) {
        const struct kith_tally *tally = &kith_ledger_tallies(ledger)[i];
        assert_int_equal(tally->entity, wanted[i].entity);
        assert_int_equal(tally->mentions, wanted[i].mentions);
        assert_int_equal(tally->stories, wanted[i].stories);
        assert_int_equal(tally->paragraphs, wanted[i].paragraphs);
        assert_int_equal(tally->sentences, wanted[i].sentences);
    }
    kith_ledger_free(ledger);
}

static void equally_mentioned_entities_come_by_gazetteer_row(void **state)
{
    (void)state;
    struct kith_ledger *ledger = new_ledger(KITH_SENTENCE);
    add(ledger, KITH_SENTENCE, "D C. B");
    close_ledger(ledger);
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(kith_ledger_tallies(ledger)[i].entity, B + i);
    kith_ledger_free(ledger);
}

/* Weight, stories, sentences, paragraphs, stories of every edge, in the order of the
 * files, with the number each has by first evidence. */
static void edges_come_by_weight_with_their_hand_counts(void **state)
{
    (void)state;
    static const struct {
        kith_id source, target;
        uint32_t number, weight, stories, in_paragraphs, in_stories;
    } wanted[] = {
        {A, B, 1, 3, 2, 3, 3}, {A, C, 2, 1, 1, 2, 2}, {A, D, 4, 1, 1, 1, 2},
        {B, C, 3, 1, 1, 2, 2}, {C, D, 5, 1, 1, 1, 2},
    };
    struct kith_ledger *ledger = three_articles(KITH_SENTENCE);
    assert_int_equal(kith_ledger_edge_count(ledger), 5);
    for (uint32_t i = 0; i < 5; i++) {
        const struct kith_edge *edge = &kith_ledger_edges(ledger)[i];
        assert_int_equal(edge->source, wanted[i].source);
        assert_int_equal(edge->target, wanted[i].target);
        assert_int_equal(edge->relation, KITH_COOCCURRENCE);
        assert_int_equal(edge->first_rule, KITH_NO_ID);
        assert_int_equal(edge->number, wanted[i].number);
        assert_int_equal(edge->weight, wanted[i].weight);
        assert_int_equal(edge->in_sentences, wanted[i].weight);
        assert_int_equal(edge->stories, wanted[i].stories);
        assert_int_equal(edge->in_paragraphs, wanted[i].in_paragraphs);
        assert_int_equal(edge->in_stories, wanted[i].in_stories);
        assert_null(edge->support);
    }
    kith_ledger_free(ledger);
}

/* A and B: 9 sentences, A in 5, B in 4, both in 3; gaps of 0, 1 and 3 words. */
static void association_of_sentences_matches_to_the_digit(void **state)
{
    (void)state;
    struct kith_ledger *ledger = three_articles(KITH_SENTENCE);
    const struct kith_edge *edge = find(ledger, A, B, KITH_COOCCURRENCE);
    assert_close(edge->decayed, 1 + 1 / 1.25 + 1 / 1.75);
    assert_close(edge->npmi, log(3 * 9 / 20.0) / log(3));
    assert_close(edge->llr, 2 * (3 * log(3 * 9 / 20.0) + 2 * log(2 * 9 / 25.0) +
                                 1 * log(1 * 9 / 16.0) + 3 * log(3 * 9 / 20.0)));
    assert_close(edge->jaccard, 3.0 / 6);
    kith_ledger_free(ledger);
}

/* A and D: 6 paragraphs, A in 4, D in 2, both in 1. */
static void association_of_paragraphs_matches_to_the_digit(void **state)
{
    (void)state;
    struct kith_ledger *ledger = three_articles(KITH_PARAGRAPH);
    const struct kith_edge *edge = find(ledger, A, D, KITH_COOCCURRENCE);
    assert_int_equal(edge->weight, 1);
    assert_close(edge->npmi, log(1 * 6 / 8.0) / log(6));
    assert_close(edge->llr, -2 * (1 * log(1 * 6 / 8.0) + 3 * log(3 * 6 / 16.0) +
                                  1 * log(1 * 6 / 4.0) + 1 * log(1 * 6 / 8.0)));
    assert_close(edge->jaccard, 1.0 / 5);
    kith_ledger_free(ledger);
}

/* A and B share all three articles. B and C: 3 articles, B in 3, C in 2, both in 2. */
static void association_of_articles_matches_to_the_digit(void **state)
{
    (void)state;
    struct kith_ledger *ledger = three_articles(KITH_ARTICLE);
    const struct kith_edge *ab = find(ledger, A, B, KITH_COOCCURRENCE);
    assert_int_equal(ab->weight, 3);
    assert_close(ab->npmi, 1);
    assert_close(ab->llr, 0);
    assert_close(ab->jaccard, 1);
    const struct kith_edge *bc = find(ledger, B, C, KITH_COOCCURRENCE);
    assert_int_equal(bc->weight, 2);
    assert_close(bc->npmi, 0);
    assert_close(bc->llr, 0);
    assert_close(bc->jaccard, 2.0 / 3);
    kith_ledger_free(ledger);
}

static struct kith_evidence cooccurrence(kith_id source, kith_id target)
{
    return (struct kith_evidence){.source = source,
                                  .target = target,
                                  .relation = KITH_COOCCURRENCE,
                                  .rule = KITH_NO_ID};
}

/* The unit of a token window is the mention: 5 mentions, A has 2, B 2, in 1 window. */
static void association_of_token_windows_counts_mentions(void **state)
{
    (void)state;
    struct kith_ledger *ledger = new_ledger(KITH_TOKENS);
    struct fake fake;
    fake_article(&fake, KITH_TOKENS, "A B. C/ A/ B");
    fake_pair(&fake, A, B, 0)->windows = 1;
    fake_evidence(&fake, cooccurrence(A, B));
    fake_add(&fake, ledger);
    close_ledger(ledger);
    const struct kith_edge *edge = find(ledger, A, B, KITH_COOCCURRENCE);
    assert_int_equal(edge->in_windows, 1);
    assert_close(edge->npmi, log(1 * 5 / 4.0) / log(5));
    assert_close(edge->jaccard, 1.0 / 3);
    kith_ledger_free(ledger);
}

static void every_weight_is_its_number_of_evidence_rows(void **state)
{
    (void)state;
    static const char *const texts[] = {"A B C D. A D/ B C. x A B", "B D/ D B A", "C"};
    for (int scope = KITH_SENTENCE; scope <= KITH_ARTICLE; scope++) {
        struct kith_ledger *ledger = new_ledger((enum kith_scope)scope);
        uint32_t rows[32] = {0};
        for (uint32_t i = 0; i < 3; i++) {
            struct fake fake;
            struct kith_error err = {0};
            fake_article(&fake, (enum kith_scope)scope, texts[i]);
            assert_ok(kith_ledger_add(ledger, &fake.findings, &err), &err);
            for (uint32_t k = 0; k < fake.findings.evidence_count; k++)
                rows[fake.findings.evidence[k].edge]++;
            fake_free(&fake);
        }
        close_ledger(ledger);
        assert_int_equal(rows[0], 0);
        assert_int_equal(kith_ledger_edge_count(ledger), 6);
        for (uint32_t i = 0; i < 6; i++) {
            const struct kith_edge *edge = &kith_ledger_edges(ledger)[i];
            assert_int_equal(edge->weight, rows[edge->number]);
            uint32_t counted[] = {edge->in_sentences, edge->in_paragraphs,
                                  edge->in_stories};
            assert_int_equal(edge->weight, counted[scope]);
        }
        kith_ledger_free(ledger);
    }
}

/* B and C stand in one sentence, but no window of that article is theirs; later one is.
 */
static void counts_from_before_the_first_evidence_are_kept(void **state)
{
    (void)state;
    struct kith_ledger *ledger = new_ledger(KITH_TOKENS);
    add(ledger, KITH_TOKENS, "A B C");
    struct fake fake;
    fake_article(&fake, KITH_TOKENS, "B C");
    fake_pair(&fake, B, C, 0)->windows = 1;
    fake_evidence(&fake, cooccurrence(B, C));
    fake_add(&fake, ledger);
    close_ledger(ledger);
    assert_int_equal(kith_ledger_edge_count(ledger), 1);
    const struct kith_edge *edge = kith_ledger_edges(ledger);
    assert_int_equal(edge->weight, 1);
    assert_int_equal(edge->in_sentences, 2);
    assert_int_equal(edge->in_stories, 2);
    kith_ledger_free(ledger);
}

static void relate(struct fake *fake, kith_id source, kith_id target, kith_id rule)
{
    fake_evidence(fake,
                  (struct kith_evidence){
                      .source = source, .target = target, .relation = 4, .rule = rule});
}

/* The best rule of an article counts; articles add up. */
static void confidence_grows_with_articles_not_with_repetition(void **state)
{
    (void)state;
    struct kith_ledger *ledger = new_ledger(KITH_SENTENCE);
    struct fake fake;
    fake_article(&fake, KITH_SENTENCE, "A B");
    relate(&fake, B, A, 0);
    relate(&fake, B, A, 1);
    relate(&fake, B, A, 1);
    fake_add(&fake, ledger);
    fake_article(&fake, KITH_SENTENCE, "A B");
    relate(&fake, B, A, 0);
    relate(&fake, A, B, 2);
    fake_add(&fake, ledger);
    close_ledger(ledger);

    assert_int_equal(kith_ledger_edge_count(ledger), 3);
    const struct kith_edge *edge = find(ledger, B, A, 4);
    assert_int_equal(edge->weight, 4);
    assert_int_equal(edge->stories, 2);
    assert_int_equal(edge->first_rule, 0);
    assert_int_equal(edge->number, 2);
    assert_close(edge->support->confidence, 1 - 0.2 * 0.5);
    assert_int_equal(edge->in_sentences, 0);
    assert_close(edge->npmi, 0);
    const struct kith_edge *back = find(ledger, A, B, 4);
    assert_int_equal(back->weight, 1);
    assert_close(back->support->confidence, 0.99);
    assert_int_equal(find(ledger, A, B, KITH_COOCCURRENCE)->weight, 2);
    kith_ledger_free(ledger);
}

static void add_dated(struct kith_ledger *ledger, const char *date)
{
    struct fake fake;
    struct kith_article article = {.date = kith_str_of(date)};
    fake_article(&fake, KITH_SENTENCE, "A B");
    fake.document.article = &article;
    fake_add(&fake, ledger);
}

static void an_edge_knows_its_first_and_last_date(void **state)
{
    (void)state;
    static const char *const dates[] = {"", "2024-05-02", "2023-11-30", "", "2024-05-01"};
    struct kith_ledger *ledger = new_ledger(KITH_SENTENCE);
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        add_dated(ledger, dates[i]);
    add(ledger, KITH_SENTENCE, "A C");
    close_ledger(ledger);
    const struct kith_edge *edge = find(ledger, A, B, KITH_COOCCURRENCE);
    assert_str(kith_ledger_date(ledger, edge->dates.first), "2023-11-30");
    assert_str(kith_ledger_date(ledger, edge->dates.last), "2024-05-02");
    const struct kith_tally *tally = &kith_ledger_tallies(ledger)[1];
    assert_int_equal(tally->entity, B);
    assert_str(kith_ledger_date(ledger, tally->dates.first), "2023-11-30");
    assert_str(kith_ledger_date(ledger, tally->dates.last), "2024-05-02");
    edge = find(ledger, A, C, KITH_COOCCURRENCE);
    assert_int_equal(kith_ledger_date(ledger, edge->dates.first).length, 0);
    assert_int_equal(kith_ledger_date(ledger, edge->dates.last).length, 0);
    kith_ledger_free(ledger);
}

static void edges_and_entities_count_by_month(void **state)
{
    (void)state;
    static const char *const dates[] = {"2024-05-02", "2023-12-30", "2024-05-31", "2024",
                                        "2024-05",    "May 2024",   "2023-12-01", ""};
    struct kith_ledger *ledger = new_ledger(KITH_SENTENCE);
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        add_dated(ledger, dates[i]);
    add(ledger, KITH_SENTENCE, "A C");
    close_ledger(ledger);
    struct kith_months months = find(ledger, A, B, KITH_COOCCURRENCE)->months;
    assert_int_equal(months.count, 2);
    assert_int_equal(months.items[0].month, kith_month_of(KITH_STR("2023-12")));
    assert_int_equal(months.items[0].count, 2);
    assert_int_equal(months.items[1].month, 12 * 2024 + 4);
    assert_int_equal(months.items[1].count, 3);
    assert_int_equal(find(ledger, A, C, KITH_COOCCURRENCE)->months.count, 0);
    const struct kith_tally *tally = &kith_ledger_tallies(ledger)[0];
    assert_int_equal(tally->entity, A);
    assert_int_equal(tally->mentions, 9);
    assert_int_equal(tally->months.count, 2);
    assert_int_equal(tally->months.items[0].count, 2);
    assert_int_equal(tally->months.items[1].month, 12 * 2024 + 4);
    assert_int_equal(tally->months.items[1].count, 3);
    kith_ledger_free(ledger);
}

static void evidence_without_a_mention_is_refused(void **state)
{
    (void)state;
    struct kith_ledger *ledger = new_ledger(KITH_SENTENCE);
    struct kith_error err = {0};
    struct fake fake;
    fake_article(&fake, KITH_SENTENCE, "A B");
    relate(&fake, A, D, 0);
    assert_int_equal(kith_ledger_add(ledger, &fake.findings, &err), KITH_BAD_INPUT);
    assert_true(err.text[0]);
    fake_free(&fake);
    kith_ledger_free(ledger);
}

static void nothing_can_be_added_after_close(void **state)
{
    (void)state;
    struct kith_ledger *ledger = three_articles(KITH_SENTENCE);
    struct kith_error err = {0};
    struct fake fake;
    fake_article(&fake, KITH_SENTENCE, "A B");
    assert_int_equal(kith_ledger_add(ledger, &fake.findings, &err), KITH_BAD_INPUT);
    fake_free(&fake);
    assert_int_equal(kith_ledger_totals(ledger).articles, 3);
    kith_ledger_free(ledger);
}

static void a_stop_is_heard_while_it_closes(void **state)
{
    (void)state;
    const volatile int stop = 1;
    struct kith_error err = {0};
    struct kith_ledger *ledger = new_ledger(KITH_SENTENCE);
    kith_ledger_listen(ledger, &stop);
    add(ledger, KITH_SENTENCE, "A B.");
    assert_int_equal(kith_ledger_close(ledger, &err), KITH_INTERRUPTED);
    kith_ledger_free(ledger);
}

static void a_ledger_of_nothing_closes_empty(void **state)
{
    (void)state;
    struct kith_ledger *ledger = new_ledger(KITH_SENTENCE);
    add(ledger, KITH_SENTENCE, "");
    close_ledger(ledger);
    close_ledger(ledger);
    assert_int_equal(kith_ledger_totals(ledger).articles, 1);
    assert_int_equal(kith_ledger_tally_count(ledger), 0);
    assert_int_equal(kith_ledger_edge_count(ledger), 0);
    kith_ledger_free(ledger);
    kith_ledger_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(totals_are_the_hand_count),
        cmocka_unit_test(entities_come_by_mentions_with_their_hand_counts),
        cmocka_unit_test(equally_mentioned_entities_come_by_gazetteer_row),
        cmocka_unit_test(edges_come_by_weight_with_their_hand_counts),
        cmocka_unit_test(association_of_sentences_matches_to_the_digit),
        cmocka_unit_test(association_of_paragraphs_matches_to_the_digit),
        cmocka_unit_test(association_of_articles_matches_to_the_digit),
        cmocka_unit_test(association_of_token_windows_counts_mentions),
        cmocka_unit_test(every_weight_is_its_number_of_evidence_rows),
        cmocka_unit_test(counts_from_before_the_first_evidence_are_kept),
        cmocka_unit_test(confidence_grows_with_articles_not_with_repetition),
        cmocka_unit_test(an_edge_knows_its_first_and_last_date),
        cmocka_unit_test(edges_and_entities_count_by_month),
        cmocka_unit_test(evidence_without_a_mention_is_refused),
        cmocka_unit_test(nothing_can_be_added_after_close),
        cmocka_unit_test(a_stop_is_heard_while_it_closes),
        cmocka_unit_test(a_ledger_of_nothing_closes_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
