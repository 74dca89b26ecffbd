/* The network's measures, against graphs whose values can be worked out by hand, and
 * against what must hold on any graph. */
#include "graph/network.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/time.h>

#include "close.h"
#include "fake.h"
#include "no_rules.h"

#define COUNT(array) (uint32_t)(sizeof(array) / sizeof *(array))

static struct kith_network *measure_with(const struct kith_ledger *ledger,
                                         struct kith_network_options options)
{
    struct kith_error err = {0};
    struct kith_network *network = NULL;
    assert_ok(kith_network_new(ledger, &options, &network, &err), &err);
    return network;
}

static struct kith_network *measure(const struct kith_ledger *ledger)
{
    return measure_with(ledger, (struct kith_network_options){.seed = 1, .seconds = 60});
}

/* A network and its ledger, made and dropped together. */
struct sample {
    struct kith_ledger *ledger;
    struct kith_network *network;
    const struct kith_node *nodes;
};

static struct sample sample_of(uint32_t node_count, const struct fake_line *lines,
                               uint32_t line_count)
{
    struct sample sample = {.ledger = fake_ledger(node_count, lines, line_count)};
    sample.network = measure(sample.ledger);
    sample.nodes = kith_network_nodes(sample.network);
    assert_int_equal(kith_network_node_count(sample.network), node_count);
    return sample;
}

static void drop(struct sample *sample)
{
    kith_network_free(sample->network);
    kith_ledger_free(sample->ledger);
}

/* ---- graphs known by hand -------------------------------------------------------- */

static void a_path_has_its_known_values(void **state)
{
    (void)state;
    static const struct fake_line lines[] = {{0, 1, 1}, {1, 2, 1}};
    struct sample path = sample_of(3, lines, COUNT(lines));
    const struct kith_node *end = &path.nodes[0], *middle = &path.nodes[1];
    assert_int_equal(end->degree, 1);
    assert_int_equal(middle->degree, 2);
    assert_close(middle->strength, 2);
    assert_close(end->betweenness, 0);
    assert_close(middle->betweenness, 1);
    assert_close(end->closeness, 2.0 / 3);
    assert_close(middle->closeness, 1);
    assert_close(end->harmonic, 0.75);
    assert_close(middle->harmonic, 1);
    assert_close(end->eigenvector, sqrt(0.5));
    assert_close(middle->eigenvector, 1);
    assert_within(middle->pagerank, 0.135 / 0.2775, 1e-9);
    assert_within(end->pagerank, (1 - 0.135 / 0.2775) / 2, 1e-9);
    assert_int_equal(middle->core, 1);
    drop(&path);
}

static void the_middle_of_a_star_stands_between_all(void **state)
{
    (void)state;
    static const struct fake_line lines[] = {{0, 1, 3}, {0, 2, 3}, {0, 3, 3}, {0, 4, 3}};
    struct sample star = sample_of(5, lines, COUNT(lines));
    assert_close(star.nodes[0].betweenness, 6);
    assert_close(star.nodes[0].eigenvector, 1);
    assert_close(star.nodes[0].closeness, 3);
    assert_close(star.nodes[0].strength, 12);
    for (uint32_t leaf = 1; leaf < 5; leaf++) {
        assert_close(star.nodes[leaf].betweenness, 0);
        assert_close(star.nodes[leaf].eigenvector, 0.5);
        assert_close(star.nodes[leaf].harmonic, (3 + 3 * 1.5) / 4);
        assert_int_equal(star.nodes[leaf].core, 1);
    }
    drop(&star);
}

static void two_triangles_are_two_communities(void **state)
{
    (void)state;
    static const struct fake_line lines[] = {{0, 1, 1}, {0, 2, 1}, {1, 2, 1}, {2, 3, 1},
                                             {3, 4, 1}, {3, 5, 1}, {4, 5, 1}};
    struct sample twins = sample_of(6, lines, COUNT(lines));
    for (uint32_t i = 0; i < 6; i++) {
        assert_int_equal(twins.nodes[i].community, i < 3 ? 1 : 2);
        assert_int_equal(twins.nodes[i].core, 2);
        assert_close(twins.nodes[i].betweenness, i == 2 || i == 3 ? 6 : 0);
    }
    struct kith_network_facts facts = kith_network_facts(twins.network);
    assert_close(facts.modularity, 5.0 / 14);
    assert_int_equal(facts.community_count, 2);
    assert_int_equal(facts.component_count, 1);
    assert_false(facts.betweenness_is_sampled);
    assert_int_equal(facts.pivots, 0);
    assert_true(facts.has_closeness);
    drop(&twins);
}

/* A chain of strong ties and one weak tie between its ends: paths keep to the chain. Were
 * strengths taken for lengths, the ends would lie between and the middle would not. */
static void strong_ties_are_short_ways(void **state)
{
    (void)state;
    static const struct fake_line lines[] = {
        {0, 1, 10}, {1, 2, 10}, {2, 3, 10}, {0, 3, 1}};
    struct sample chain = sample_of(4, lines, COUNT(lines));
    static const double betweenness[] = {0, 2, 2, 0};
    for (uint32_t i = 0; i < 4; i++)
        assert_close(chain.nodes[i].betweenness, betweenness[i]);
    assert_close(chain.nodes[0].closeness, 3 / 0.6);
    assert_close(chain.nodes[1].closeness, 3 / 0.4);
    drop(&chain);
}

/* 1/3 + 1/6 against 1/4 + 1/4: equal ways, which fractions in floating point need not
 * be. Both middles then have half of the pair. */
static void equally_long_ways_share_the_pair(void **state)
{
    (void)state;
    static const struct fake_line lines[] = {{0, 1, 3}, {1, 3, 6}, {0, 2, 4}, {2, 3, 4}};
    struct sample ring = sample_of(4, lines, COUNT(lines));
    assert_close(ring.nodes[1].betweenness, 0.5);
    assert_close(ring.nodes[2].betweenness, 0.5);
    drop(&ring);
}

static void directed_relations_count_into_in_and_out_only(void **state)
{
    (void)state;
    static const struct fake_line lines[] = {{0, 1, 2}, {1, 0, 0}, {2, 0, 0}};
    struct sample mixed = sample_of(3, lines, COUNT(lines));
    assert_int_equal(mixed.nodes[0].in_degree, 2);
    assert_int_equal(mixed.nodes[0].out_degree, 0);
    assert_int_equal(mixed.nodes[1].out_degree, 1);
    assert_int_equal(mixed.nodes[2].out_degree, 1);
    assert_int_equal(mixed.nodes[0].degree, 1);
    assert_int_equal(mixed.nodes[2].degree, 0);
    assert_close(mixed.nodes[2].strength, 0);
    assert_int_equal(mixed.nodes[2].component, 2);
    drop(&mixed);
}

/* A directed relation, stated like this. */
static void state_that(struct fake *fake, kith_id source, kith_id target,
                       struct kith_statement statement)
{
    fake_evidence(fake, (struct kith_evidence){.source = source,
                                               .target = target,
                                               .relation = 0,
                                               .rule = KITH_NO_ID,
                                               .statement = statement});
}

/* A and B stand together and are related in either direction; what is said of C is a
 * claim, a plan and a denial. */
static struct kith_ledger *talk(void)
{
    struct kith_error err = {0};
    struct kith_ledger *ledger = NULL;
    struct fake fake;
    assert_ok(kith_ledger_new(NULL, NULL, (struct kith_window){.scope = KITH_ARTICLE},
                              &ledger, &err),
              &err);
    fake_article(&fake, KITH_ARTICLE, "A B");
    fake_mention(&fake, 2);
    state_that(&fake, 0, 1, (struct kith_statement){0});
    state_that(&fake, 0, 1, (struct kith_statement){0});
    state_that(&fake, 0, 1, (struct kith_statement){.is_denied = true});
    state_that(&fake, 1, 0, (struct kith_statement){0});
    state_that(&fake, 0, 2, (struct kith_statement){.speaker = 1, .speaker_end = 1});
    state_that(&fake, 2, 0, (struct kith_statement){.is_unreal = true});
    state_that(&fake, 1, 2, (struct kith_statement){.is_denied = true});
    fake_add(&fake, ledger);
    assert_ok(kith_ledger_close(ledger, &err), &err);
    return ledger;
}

static void only_asserted_relations_count_in_degrees(void **state)
{
    (void)state;
    struct kith_ledger *ledger = talk();
    struct kith_network *network = measure(ledger);
    const struct kith_node *nodes = kith_network_nodes(network);
    assert_int_equal(nodes[0].out_degree, 1);
    assert_int_equal(nodes[0].in_degree, 1);
    assert_int_equal(nodes[2].in_degree + nodes[2].out_degree, 0);
    kith_network_free(network);
    kith_ledger_free(ledger);
}

static void on_relations_a_pair_is_one_line_of_its_asserted_rows(void **state)
{
    (void)state;
    struct kith_ledger *ledger = talk();
    struct kith_network *network = measure_with(
        ledger, (struct kith_network_options){
                    .seed = 1, .seconds = 60, .measured = KITH_ON_RELATIONS});
    const struct kith_node *nodes = kith_network_nodes(network);
    assert_int_equal(kith_network_facts(network).measured, KITH_ON_RELATIONS);
    assert_int_equal(nodes[0].degree, 1);
    assert_close(nodes[0].strength, 3);
    assert_close(nodes[1].strength, 3);
    assert_int_equal(nodes[2].degree, 0);
    assert_int_equal(nodes[2].component, 2);
    kith_network_free(network);
    kith_ledger_free(ledger);
}

/* 0 and 1 stand together once and are related in three rows. */
static void on_both_a_pair_is_as_strong_as_all_its_edges(void **state)
{
    (void)state;
    struct kith_ledger *ledger = talk();
    struct kith_network *network =
        measure_with(ledger, (struct kith_network_options){
                                 .seed = 1, .seconds = 60, .measured = KITH_ON_BOTH});
    const struct kith_node *nodes = kith_network_nodes(network);
    assert_int_equal(nodes[0].degree, 1);
    assert_close(nodes[0].strength, 4);
    uint32_t bridges = 0;
    for (uint32_t i = 0; i < kith_ledger_edge_count(ledger); i++)
        bridges +=
            kith_network_bridge(network, &kith_ledger_edges(ledger)[i]) == KITH_BRIDGE;
    assert_int_equal(bridges, 3);
    kith_network_free(network);
    kith_ledger_free(ledger);
}

/* ---- awkward graphs -------------------------------------------------------------- */

/* A pair, a triangle and one alone, in this order: the triangle is number 1. */
static void components_are_judged_within_the_whole(void **state)
{
    (void)state;
    static const struct fake_line lines[] = {{0, 1, 1}, {2, 3, 1}, {2, 4, 1}, {3, 4, 1}};
    struct sample torn = sample_of(6, lines, COUNT(lines));
    static const uint32_t component[] = {2, 2, 1, 1, 1, 3};
    for (uint32_t i = 0; i < 6; i++) {
        assert_int_equal(torn.nodes[i].component, component[i]);
        assert_int_equal(torn.nodes[i].community, component[i]);
    }
    assert_close(torn.nodes[0].closeness, 1.0 / 5);
    assert_close(torn.nodes[2].closeness, 2.0 / 5);
    assert_close(torn.nodes[0].harmonic, 1.0 / 5);
    assert_close(torn.nodes[2].eigenvector, 1);
    assert_true(isnan(torn.nodes[0].eigenvector));
    assert_true(isnan(torn.nodes[5].eigenvector));
    assert_true(isnan(torn.nodes[5].closeness));
    assert_close(torn.nodes[5].harmonic, 0);
    assert_close(torn.nodes[5].betweenness, 0);
    assert_true(torn.nodes[5].pagerank > 0);
    drop(&torn);
}

static void no_nodes_make_an_empty_network(void **state)
{
    (void)state;
    struct sample nothing = sample_of(0, NULL, 0);
    assert_int_equal(kith_network_facts(nothing.network).component_count, 0);
    assert_int_equal(kith_network_node_of(nothing.network, 0), KITH_NO_ID);
    drop(&nothing);
}

/* Nothing to be divided by, nothing to be cut. */
static void check_lone_node(const struct kith_node *node)
{
    assert_true(isnan(node->closeness));
    assert_true(isnan(node->eigenvector));
    assert_true(isnan(node->clustering));
    assert_true(isnan(node->constraint));
    assert_true(isnan(node->hub));
    assert_true(isnan(node->authority));
    assert_false(node->is_articulation);
}

static void nodes_without_edges_are_measured(void **state)
{
    (void)state;
    for (uint32_t count = 1; count <= 3; count++) {
        struct sample lone = sample_of(count, NULL, 0);
        for (uint32_t i = 0; i < count; i++) {
            const struct kith_node *node = &lone.nodes[i];
            assert_int_equal(node->degree, 0);
            assert_close(node->pagerank, 1.0 / count);
            assert_close(node->betweenness, 0);
            assert_close(node->harmonic, 0);
            check_lone_node(node);
            assert_int_equal(node->core, 0);
            assert_int_equal(node->component, i + 1);
            assert_int_equal(node->community, i + 1);
            assert_true(isfinite(node->x) && isfinite(node->y));
        }
        assert_close(kith_network_facts(lone.network).modularity, 0);
        drop(&lone);
    }
}

static void one_edge_is_a_network(void **state)
{
    (void)state;
    static const struct fake_line lines[] = {{0, 1, 7}};
    struct sample pair = sample_of(2, lines, COUNT(lines));
    for (uint32_t i = 0; i < 2; i++) {
        assert_close(pair.nodes[i].strength, 7);
        assert_close(pair.nodes[i].pagerank, 0.5);
        assert_close(pair.nodes[i].eigenvector, 1);
        assert_close(pair.nodes[i].closeness, 7);
        assert_close(pair.nodes[i].constraint, 1);
        assert_true(isnan(pair.nodes[i].clustering));
        assert_false(pair.nodes[i].is_articulation);
        assert_int_equal(pair.nodes[i].community, 1);
    }
    assert_true(pair.nodes[0].x != pair.nodes[1].x);
    drop(&pair);
}

/* An entity beside itself, as no recognizer should find it: it counts for nothing. */
static void an_entity_beside_itself_is_no_neighbour(void **state)
{
    (void)state;
    static const struct fake_line lines[] = {{0, 0, 3}, {0, 1, 2}, {1, 1, 0}};
    struct sample loop = sample_of(2, lines, COUNT(lines));
    for (uint32_t i = 0; i < 2; i++) {
        assert_int_equal(loop.nodes[i].degree, 1);
        assert_close(loop.nodes[i].strength, 2);
        assert_close(loop.nodes[i].constraint, 1);
        assert_close(loop.nodes[i].pagerank, 0.5);
        assert_int_equal(loop.nodes[i].core, 1);
    }
    drop(&loop);
}

/* Two triangles and the edge between them. */
static void what_holds_the_network_together_is_marked(void **state)
{
    (void)state;
    static const struct fake_line lines[] = {{0, 1, 1}, {0, 2, 1}, {1, 2, 1}, {2, 3, 1},
                                             {3, 4, 1}, {3, 5, 1}, {4, 5, 1}, {0, 5, 0}};
    struct sample twins = sample_of(6, lines, COUNT(lines));
    for (uint32_t i = 0; i < 6; i++)
        assert_int_equal(twins.nodes[i].is_articulation, i == 2 || i == 3);
    for (uint32_t i = 0; i < COUNT(lines); i++) {
        const struct kith_edge *edge = &kith_ledger_edges(twins.ledger)[i];
        bool is_between = edge->source == 2 && edge->target == 3;
        assert_int_equal(kith_network_bridge(twins.network, edge),
                         edge->relation != KITH_COOCCURRENCE ? KITH_NOT_MEASURED
                         : is_between                        ? KITH_BRIDGE
                                                             : KITH_NO_BRIDGE);
    }
    drop(&twins);
}

static void a_community_is_called_after_its_strongest(void **state)
{
    (void)state;
    static const struct fake_line lines[] = {{0, 1, 3}, {0, 2, 3}, {0, 3, 3}, {1, 2, 3},
                                             {1, 3, 4}, {2, 3, 5}, {4, 5, 2}};
    struct sample two = sample_of(6, lines, COUNT(lines));
    const struct kith_community *first = kith_network_community(two.network, 1);
    static const uint32_t strongest[] = {3, 2, 1};
    assert_int_equal(first->size, 4);
    assert_memory_equal(first->strongest, strongest, sizeof strongest);
    const struct kith_community *second = kith_network_community(two.network, 2);
    static const uint32_t pair[] = {4, 5, KITH_NO_ID};
    assert_int_equal(second->size, 2);
    assert_memory_equal(second->strongest, pair, sizeof pair);
    drop(&two);
}

static void the_order_of_nodes_is_that_of_the_tallies(void **state)
{
    (void)state;
    struct kith_error err = {0};
    struct kith_ledger *ledger = NULL;
    assert_ok(kith_ledger_new(NULL, NULL, (struct kith_window){0}, &ledger, &err), &err);
    struct fake fake;
    fake_article(&fake, KITH_SENTENCE, "A C. C B. C B");
    fake_add(&fake, ledger);
    assert_ok(kith_ledger_close(ledger, &err), &err);
    struct kith_network *network = measure(ledger);
    static const kith_id order[] = {2, 1, 0};
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(kith_network_nodes(network)[i].tally->entity, order[i]);
        assert_int_equal(kith_network_node_of(network, order[i]), i);
    }
    assert_ptr_equal(kith_network_ledger(network), ledger);
    kith_network_free(network);
    kith_ledger_free(ledger);
}

/* ---- any graph ------------------------------------------------------------------- */

/* The largest graph here, and edges for each node of a random one. */
enum { MOST_NODES = 2000, LINES_A_NODE = 3 };

static uint32_t next_lot(uint32_t *lot)
{
    *lot = *lot * 1664525u + 1013904223u;
    return *lot >> 8;
}

static int compare_lines(const void *left, const void *right)
{
    const struct fake_line *a = left, *b = right;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

/* Ends are drawn as the product of two lots, so that low numbers have many neighbours, as
 * in the news. */
static struct kith_ledger *random_ledger(uint32_t nodes, uint32_t lot)
{
    static struct fake_line lines[MOST_NODES * LINES_A_NODE];
    uint32_t count = 0;
    for (uint32_t i = 0; i < nodes * LINES_A_NODE; i++) {
        uint32_t a = next_lot(&lot) % nodes * (next_lot(&lot) % nodes) / nodes;
        uint32_t b = next_lot(&lot) % nodes;
        if (a != b)
            lines[count++] =
                (struct fake_line){a < b ? a : b, a < b ? b : a, next_lot(&lot) % 9 + 1};
    }
    qsort(lines, count, sizeof *lines, compare_lines);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++)
        if (kept == 0 || compare_lines(&lines[kept - 1], &lines[i]) != 0)
            lines[kept++] = lines[i];
    return fake_ledger(nodes, lines, kept);
}

static void check_node(const struct kith_node *node)
{
    assert_true(isfinite(node->strength) && node->strength >= node->degree);
    assert_true(isfinite(node->pagerank) && node->pagerank > 0);
    assert_true(isfinite(node->betweenness) && node->betweenness >= 0);
    assert_true(isfinite(node->harmonic) && node->harmonic >= 0);
    assert_true(node->degree ? isfinite(node->closeness) : isnan(node->closeness));
    if (node->component == 1)
        assert_true(node->eigenvector >= 0 && node->eigenvector <= 1);
    else
        assert_true(isnan(node->eigenvector));
    assert_true(node->core <= node->degree);
    assert_true(isfinite(node->x) && isfinite(node->y));
}

static void check_sums(const struct kith_network *network)
{
    const struct kith_ledger *ledger = kith_network_ledger(network);
    double weight = 0, strength = 0, rank = 0, edges = kith_ledger_edge_count(ledger);
    double degree = 0;
    for (uint32_t i = 0; i < kith_ledger_edge_count(ledger); i++)
        weight += kith_ledger_edges(ledger)[i].weight;
    for (uint32_t i = 0; i < MOST_NODES; i++) {
        strength += kith_network_nodes(network)[i].strength;
        degree += kith_network_nodes(network)[i].degree;
        rank += kith_network_nodes(network)[i].pagerank;
    }
    assert_close(strength, 2 * weight);
    assert_close(degree, 2 * edges);
    assert_within(rank, 1, 1e-9);
}

/* Edges join nodes of one component, and larger groups have smaller numbers. */
static void check_groups(const struct kith_network *network)
{
    const struct kith_ledger *ledger = kith_network_ledger(network);
    const struct kith_node *nodes = kith_network_nodes(network);
    struct kith_network_facts facts = kith_network_facts(network);
    static uint32_t components[MOST_NODES + 2], communities[MOST_NODES + 2];
    memset(components, 0, sizeof components);
    memset(communities, 0, sizeof communities);
    for (uint32_t i = 0; i < MOST_NODES; i++) {
        assert_in_range(nodes[i].component, 1, facts.component_count);
        assert_in_range(nodes[i].community, 1, facts.community_count);
        components[nodes[i].component]++;
        communities[nodes[i].community]++;
    }
    for (uint32_t i = 1; i < facts.component_count; i++)
        assert_true(components[i] >= components[i + 1]);
    for (uint32_t i = 1; i < facts.community_count; i++)
        assert_true(communities[i] >= communities[i + 1]);
    for (uint32_t i = 0; i < kith_ledger_edge_count(ledger); i++) {
        const struct kith_edge *edge = &kith_ledger_edges(ledger)[i];
        assert_int_equal(nodes[edge->source].component, nodes[edge->target].component);
    }
}

static void what_must_hold_holds_on_a_random_graph(void **state)
{
    (void)state;
    struct kith_ledger *ledger = random_ledger(MOST_NODES, 7);
    struct kith_network *network = measure(ledger);
    assert_false(kith_network_facts(network).betweenness_is_sampled);
    assert_true(kith_network_facts(network).modularity > 0.2);
    for (uint32_t i = 0; i < MOST_NODES; i++)
        check_node(&kith_network_nodes(network)[i]);
    check_sums(network);
    check_groups(network);
    kith_network_free(network);
    kith_ledger_free(ledger);
}

/* Nodes; more are seated by their communities, whatever the seed. */
#define PLACED_AT_RANDOM 150

static void the_same_seed_gives_the_same_bytes(void **state)
{
    (void)state;
    struct kith_ledger *ledger = random_ledger(PLACED_AT_RANDOM, 8);
    struct kith_network *one = measure(ledger);
    struct kith_network *two = measure(ledger);
    assert_memory_equal(kith_network_nodes(one), kith_network_nodes(two),
                        PLACED_AT_RANDOM * sizeof(struct kith_node));
    struct kith_network *other =
        measure_with(ledger, (struct kith_network_options){.seed = 2, .seconds = 60});
    assert_memory_not_equal(kith_network_nodes(one), kith_network_nodes(other),
                            PLACED_AT_RANDOM * sizeof(struct kith_node));
    assert_close(kith_network_nodes(one)->betweenness,
                 kith_network_nodes(other)->betweenness);
    kith_network_free(one);
    kith_network_free(two);
    kith_network_free(other);
    kith_ledger_free(ledger);
}

/* Of no budget at all: the estimate keeps the sum within a fifth, and the strongest node
 * among the first 20. */
static void past_the_budget_betweenness_is_sampled_and_says_so(void **state)
{
    (void)state;
    struct kith_ledger *ledger = random_ledger(1000, 9);
    struct kith_network *networks[] = {
        measure(ledger), measure_with(ledger, (struct kith_network_options){.seed = 1})};
    const struct kith_node *exact = kith_network_nodes(networks[0]);
    const struct kith_node *sampled = kith_network_nodes(networks[1]);
    struct kith_network_facts facts = kith_network_facts(networks[1]);
    assert_true(facts.betweenness_is_sampled);
    assert_false(facts.has_closeness);
    assert_in_range(facts.pivots, 1, 100);
    double sum = 0, estimate = 0;
    uint32_t strongest = 0, before = 0;
    for (uint32_t i = 0; i < 1000; i++) {
        assert_true(isfinite(sampled[i].betweenness_error));
        assert_true(isnan(exact[i].betweenness_error));
        assert_true(isnan(sampled[i].closeness) && isnan(sampled[i].harmonic));
        sum += exact[i].betweenness;
        estimate += sampled[i].betweenness;
        if (exact[i].betweenness > exact[strongest].betweenness)
            strongest = i;
    }
    for (uint32_t i = 0; i < 1000; i++)
        before += sampled[i].betweenness > sampled[strongest].betweenness;
    assert_within(estimate / sum, 1, 0.2);
    assert_in_range(before, 0, 19);
    assert_within(facts.betweenness_error, 0.5, 0.3);
    kith_network_free(networks[0]);
    kith_network_free(networks[1]);
    kith_ledger_free(ledger);
}

/* Of some 300 sources: three in four of the large values lie within two standard errors.
 * (Nineteen in twenty would if dependencies were spread evenly.) */
static void a_sample_knows_how_good_it_is(void **state)
{
    (void)state;
    struct kith_ledger *ledger = random_ledger(1000, 9);
    struct kith_network *networks[] = {
        measure(ledger),
        measure_with(ledger, (struct kith_network_options){.seed = 1, .seconds = 0.1})};
    const struct kith_node *exact = kith_network_nodes(networks[0]);
    const struct kith_node *sampled = kith_network_nodes(networks[1]);
    assert_in_range(kith_network_facts(networks[1]).pivots, 200, 500);
    uint32_t large = 0, near = 0;
    for (uint32_t i = 0; i < 1000; i++) {
        double off = fabs(sampled[i].betweenness - exact[i].betweenness);
        if (exact[i].betweenness < 2000)
            continue;
        large++;
        near += off <= 2 * sampled[i].betweenness_error;
    }
    if (large < 50 || near < 0.75 * large)
        fail_msg("%u of %u are near", near, large);
    kith_network_free(networks[0]);
    kith_network_free(networks[1]);
    kith_ledger_free(ledger);
}

static void a_stop_before_anything_leaves_all_measures_absent(void **state)
{
    (void)state;
    struct kith_ledger *ledger = random_ledger(300, 10);
    volatile int stop = 1;
    struct kith_network *network = measure_with(
        ledger, (struct kith_network_options){.seed = 1, .seconds = 60, .stop = &stop});
    assert_string_equal(kith_network_facts(network).stopped_at, "degree");
    for (uint32_t i = 0; i < 300; i++) {
        const struct kith_node *node = &kith_network_nodes(network)[i];
        assert_int_equal(node->degree, KITH_NO_ID);
        assert_int_equal(node->component, KITH_NO_ID);
        assert_int_equal(node->community, KITH_NO_ID);
        assert_true(isnan(node->strength) && isnan(node->betweenness) && isnan(node->x));
    }
    assert_null(kith_network_community(network, 1));
    assert_int_equal(kith_network_bridge(network, kith_ledger_edges(ledger)),
                     KITH_NOT_MEASURED);
    kith_network_free(network);
    kith_ledger_free(ledger);
}

static volatile int alarm_rang;

static void on_alarm(int signal)
{
    (void)signal;
    alarm_rang = 1;
}

/* The alarm goes off sooner and later while igraph is at work; the networks that follow
 * must not meet what the stopped ones left. */
static void a_stop_in_the_middle_is_heard(void **state)
{
    (void)state;
    struct kith_ledger *ledger = random_ledger(MOST_NODES, 11);
    struct kith_network_options options = {
        .seed = 1, .seconds = 3600, .stop = &alarm_rang};
    struct sigaction old, listen = {.sa_handler = on_alarm};
    assert_int_equal(sigaction(SIGALRM, &listen, &old), 0);
    uint32_t stopped = 0;
    for (long milliseconds = 5; milliseconds <= 320; milliseconds *= 2) {
        alarm_rang = 0;
        struct itimerval soon = {.it_value.tv_usec = milliseconds * 1000};
        assert_int_equal(setitimer(ITIMER_REAL, &soon, NULL), 0);
        struct kith_network *network = measure_with(ledger, options);
        stopped += kith_network_facts(network).stopped_at != NULL;
        kith_network_free(network);
    }
    assert_true(stopped > 0);
    /* A fast machine is done before the last alarm, which nobody would hear. */
    const struct itimerval never = {0};
    assert_int_equal(setitimer(ITIMER_REAL, &never, NULL), 0);
    assert_int_equal(sigaction(SIGALRM, &old, NULL), 0);
    kith_ledger_free(ledger);
    two_triangles_are_two_communities(NULL);
}

/* A chain of 1,500: eigenvalues so near to each other that the iteration may not settle,
 * and paths of as many steps. */
static void a_long_chain_is_measured(void **state)
{
    (void)state;
    enum { LINKS = 1500 };
    static struct fake_line lines[LINKS];
    for (uint32_t i = 0; i < LINKS; i++)
        lines[i] = (struct fake_line){i, i + 1, 1};
    struct sample chain = sample_of(LINKS + 1, lines, LINKS);
    for (uint32_t i = 0; i <= LINKS; i++) {
        double eigenvector = chain.nodes[i].eigenvector;
        assert_within(chain.nodes[i].betweenness, (double)i * (LINKS - i), 1e-6);
        assert_true(isnan(eigenvector) || (eigenvector >= 0 && eigenvector <= 1));
    }
    drop(&chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_has_its_known_values),
        cmocka_unit_test(the_middle_of_a_star_stands_between_all),
        cmocka_unit_test(two_triangles_are_two_communities),
        cmocka_unit_test(strong_ties_are_short_ways),
        cmocka_unit_test(equally_long_ways_share_the_pair),
        cmocka_unit_test(directed_relations_count_into_in_and_out_only),
        cmocka_unit_test(only_asserted_relations_count_in_degrees),
        cmocka_unit_test(on_relations_a_pair_is_one_line_of_its_asserted_rows),
        cmocka_unit_test(on_both_a_pair_is_as_strong_as_all_its_edges),
        cmocka_unit_test(components_are_judged_within_the_whole),
        cmocka_unit_test(no_nodes_make_an_empty_network),
        cmocka_unit_test(nodes_without_edges_are_measured),
        cmocka_unit_test(one_edge_is_a_network),
        cmocka_unit_test(an_entity_beside_itself_is_no_neighbour),
        cmocka_unit_test(what_holds_the_network_together_is_marked),
        cmocka_unit_test(a_community_is_called_after_its_strongest),
        cmocka_unit_test(the_order_of_nodes_is_that_of_the_tallies),
        cmocka_unit_test(what_must_hold_holds_on_a_random_graph),
        cmocka_unit_test(the_same_seed_gives_the_same_bytes),
        cmocka_unit_test(past_the_budget_betweenness_is_sampled_and_says_so),
        cmocka_unit_test(a_sample_knows_how_good_it_is),
        cmocka_unit_test(a_stop_before_anything_leaves_all_measures_absent),
        cmocka_unit_test(a_stop_in_the_middle_is_heard),
        cmocka_unit_test(a_long_chain_is_measured),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
