/* The network: from the ledger's edges to measured nodes.
 *
 * The edges that are measured become plain arrays (line.h), the measures are taken
 * through the door to igraph (door.h), each into an array in the order of nodes, and
 * stored in the nodes at the end. In- and out-degrees always count relations. */
#include "graph/network.h"

#include <math.h>
#include <stdlib.h>

#include "base/map.h"
#include "graph/door.h"
#include "graph/layout.h"
#include "graph/line.h"
#include "graph/part.h"
#include "graph/path.h"

/* Communities are the best of so many attempts of so many rounds; on a large graph each
 * round takes long and gains little. */
#define ATTEMPTS 5
#define ROUNDS 10
#define ATTEMPTS_LARGE 2
#define ROUNDS_LARGE 5
#define LARGE_NODES 20000

/* A letter's width and a name's height in units of the layout: in Gephi, where a node is
 * 10 to 40 wide, names are about so large. */
#define NAME_LETTER 7.0
#define NAME_HEIGHT 24.0

struct kith_network {
    const struct kith_ledger *ledger;
    struct kith_arena arena; /* the nodes */
    struct kith_map node_of; /* entity -> index */
    struct kith_node *nodes;
    uint32_t node_count;
    struct kith_network_facts facts;
};

/* Everything on the way to the nodes, dropped at once when they are filled. */
struct survey {
    struct kith_arena *arena;
    const struct kith_ledger *ledger;
    const struct kith_network_options *options;
    struct kith_lines lines;
    struct kith_part *parts; /* the components, largest first */
    uint32_t *degree, *core, *component, *community;
    double *strength, *pagerank, *betweenness, *closeness, *harmonic, *eigenvector, *x,
        *y;
};

/* ---- from the ledger ------------------------------------------------------------- */

static enum kith_status number_nodes(struct kith_network *network, struct kith_error *err)
{
    uint32_t count = kith_ledger_tally_count(network->ledger);
    const struct kith_tally *tallies = kith_ledger_tallies(network->ledger);
    network->nodes = KITH_ARRAY(&network->arena, struct kith_node, count);
    if (!network->nodes)
        return kith_no_memory(err);
    network->node_count = count;
    for (uint32_t i = 0; i < count; i++) {
        network->nodes[i].tally = &tallies[i];
        if (!kith_map_place(&network->node_of, tallies[i].entity, i, NULL))
            return kith_no_memory(err);
    }
    return KITH_OK;
}

/* A relation that an article states as a fact, of one to another. */
static bool counts_in_degrees(const struct kith_ledger *ledger,
                              const struct kith_edge *edge)
{
    if (edge->relation == KITH_COOCCURRENCE || !edge->support->rows[KITH_ASSERTED])
        return false;
    const struct kith_rules *rules = kith_ledger_rules(ledger);
    return !rules || !kith_rules_relation(rules, edge->relation).is_symmetric;
}

static void count_relations(struct kith_network *network)
{
    const struct kith_edge *edges = kith_ledger_edges(network->ledger);
    for (uint32_t i = 0; i < kith_ledger_edge_count(network->ledger); i++) {
        if (!counts_in_degrees(network->ledger, &edges[i]))
            continue;
        network->nodes[kith_network_node_of(network, edges[i].source)].out_degree++;
        network->nodes[kith_network_node_of(network, edges[i].target)].in_degree++;
    }
}

/* ---- measuring ------------------------------------------------------------------- */

static enum kith_status make_room(struct survey *survey, struct kith_error *err)
{
    uint32_t **counts[] = {&survey->degree, &survey->core, &survey->component,
                           &survey->community};
    double **values[] = {&survey->strength,  &survey->pagerank, &survey->betweenness,
                         &survey->closeness, &survey->harmonic, &survey->eigenvector,
                         &survey->x,         &survey->y};
    uint32_t n = survey->lines.node_count;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (!(*counts[i] = KITH_ARRAY(survey->arena, uint32_t, n)))
            return kith_no_memory(err);
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (!(*values[i] = KITH_ARRAY(survey->arena, double, n)))
            return kith_no_memory(err);
    return KITH_OK;
}

static enum kith_status find_components(struct survey *survey, struct kith_door *door,
                                        struct kith_network_facts *facts,
                                        struct kith_error *err)
{
    KITH_TRY(kith_door_components(door, survey->component, err));
    KITH_TRY(kith_groups_rank(survey->component, survey->lines.node_count, survey->arena,
                              &facts->component_count, err));
    return kith_parts_cut(&survey->lines, survey->component, facts->component_count,
                          survey->arena, &survey->parts, err);
}

/* The attempt of highest modularity; of equal ones the first. Without edges every node is
 * its own community. V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to Leiden",
 * Scientific Reports 9, 2019. */
static enum kith_status find_best_communities(struct survey *survey,
                                              struct kith_door *door, double *best,
                                              struct kith_error *err)
{
    uint32_t n = survey->lines.node_count;
    for (uint32_t i = 0; i < n; i++)
        survey->community[i] = i;
    *best = 0;
    uint32_t *found = KITH_ARRAY(survey->arena, uint32_t, n);
    if (!found)
        return kith_no_memory(err);
    int attempts = n < LARGE_NODES ? ATTEMPTS : ATTEMPTS_LARGE;
    int rounds = n < LARGE_NODES ? ROUNDS : ROUNDS_LARGE;
    for (int i = 0; i < attempts && survey->lines.edge_count; i++) {
        double modularity;
        KITH_TRY(kith_door_communities(door, survey->options->seed + (uint64_t)i, rounds,
                                       found, &modularity, err));
        if (i > 0 && modularity <= *best)
            continue;
        *best = modularity;
        memcpy(survey->community, found, n * sizeof *found);
    }
    return KITH_OK;
}

static enum kith_status find_communities(struct survey *survey, struct kith_door *door,
                                         struct kith_network_facts *facts,
                                         struct kith_error *err)
{
    KITH_TRY(find_best_communities(survey, door, &facts->modularity, err));
    return kith_groups_rank(survey->community, survey->lines.node_count, survey->arena,
                            &facts->community_count, err);
}

/* Of the largest component only: elsewhere the values would be zeros, or the choice
 * between two components that of chance. */
static enum kith_status find_eigenvector(struct survey *survey, struct kith_error *err)
{
    for (uint32_t i = 0; i < survey->lines.node_count; i++)
        survey->eigenvector[i] = NAN;
    const struct kith_part *part = survey->parts;
    if (!survey->lines.edge_count)
        return KITH_OK;
    double *values = KITH_ARRAY(survey->arena, double, part->lines.node_count);
    if (!values)
        return kith_no_memory(err);
    struct kith_door *door;
    KITH_TRY(kith_door_open(&part->lines, &door, err));
    enum kith_status status = kith_door_eigenvector(door, values, err);
    kith_door_close(door);
    for (uint32_t i = 0; status == KITH_OK && i < part->lines.node_count; i++)
        survey->eigenvector[part->nodes[i]] = values[i];
    return status;
}

static enum kith_status find_paths(struct survey *survey, struct kith_door *door,
                                   struct kith_network_facts *facts,
                                   struct kith_error *err)
{
    struct kith_path_plan plan;
    KITH_TRY(kith_path_plan(&survey->lines, survey->degree, survey->options->seconds,
                            survey->options->seed, survey->arena, &plan, err));
    facts->betweenness_is_sampled = plan.sources != NULL;
    facts->pivots = plan.sources ? plan.source_count : 0;
    facts->has_closeness = plan.has_distances;
    KITH_TRY(
        kith_path_betweenness(door, &survey->lines, &plan, survey->betweenness, err));
    return kith_path_nearness(door, &survey->lines, &plan, survey->arena,
                              survey->closeness, survey->harmonic, err);
}

/* The measures that see the whole graph. */
static enum kith_status measure(struct survey *survey, struct kith_door *door,
                                struct kith_network_facts *facts, struct kith_error *err)
{
    KITH_TRY(kith_door_degree(door, survey->degree, err));
    KITH_TRY(kith_door_strength(door, survey->strength, err));
    KITH_TRY(kith_door_core(door, survey->core, err));
    KITH_TRY(kith_door_pagerank(door, survey->pagerank, err));
    KITH_TRY(find_components(survey, door, facts, err));
    KITH_TRY(find_communities(survey, door, facts, err));
    return find_paths(survey, door, facts, err);
}

/* Room for a node and its name, as Gephi draws names. */
static void measure_names(const struct survey *survey, double *widths, double *heights)
{
    const struct kith_ledger *ledger = survey->ledger;
    const struct kith_gazetteer *gazetteer = kith_ledger_gazetteer(ledger);
    const struct kith_tally *tallies = kith_ledger_tallies(ledger);
    for (uint32_t i = 0; i < survey->lines.node_count; i++) {
        widths[i] = heights[i] = NAME_HEIGHT;
        if (gazetteer)
            widths[i] +=
                NAME_LETTER *
                (double)kith_gazetteer_entity(gazetteer, tallies[i].entity).name.length;
    }
}

static enum kith_status find_positions(struct survey *survey, uint32_t part_count,
                                       struct kith_error *err)
{
    uint32_t n = survey->lines.node_count;
    enum kith_layout_kind kind = survey->options->layout;
    for (uint32_t i = 0; i < n; i++)
        survey->x[i] = survey->y[i] = NAN;
    if (kind == KITH_LAYOUT_NONE)
        return KITH_OK;
    double *widths = KITH_ARRAY(survey->arena, double, n);
    double *heights = KITH_ARRAY(survey->arena, double, n);
    if (!widths || !heights)
        return kith_no_memory(err);
    measure_names(survey, widths, heights);
    struct kith_layout_wish wish = {kind,    survey->options->seed, widths,
                                    heights, survey->community,     false};
    return kith_layout(survey->parts, part_count, &wish, survey->arena, survey->x,
                       survey->y, err);
}

static enum kith_status measure_all(struct survey *survey,
                                    struct kith_network_facts *facts,
                                    struct kith_error *err)
{
    struct kith_door *door;
    KITH_TRY(kith_door_open(&survey->lines, &door, err));
    enum kith_status status = measure(survey, door, facts, err);
    kith_door_close(door);
    KITH_TRY(status);
    KITH_TRY(find_eigenvector(survey, err));
    return find_positions(survey, facts->component_count, err);
}

/* ---- the network ----------------------------------------------------------------- */

static void fill_nodes(struct kith_network *network, const struct survey *survey)
{
    for (uint32_t i = 0; i < network->node_count; i++) {
        struct kith_node *node = &network->nodes[i];
        node->degree = survey->degree[i];
        node->strength = survey->strength[i];
        node->core = survey->core[i];
        node->pagerank = survey->pagerank[i];
        node->betweenness = survey->betweenness[i];
        node->closeness = survey->closeness[i];
        node->harmonic = survey->harmonic[i];
        node->eigenvector = survey->eigenvector[i];
        node->component = survey->component[i];
        node->community = survey->community[i];
        node->x = survey->x[i];
        node->y = survey->y[i];
    }
}

/* igraph refuses some measures of no nodes at all, which need no measuring. */
static enum kith_status survey_network(struct kith_network *network,
                                       const struct kith_network_options *options,
                                       struct kith_arena *arena, struct kith_error *err)
{
    KITH_TRY(number_nodes(network, err));
    count_relations(network);
    network->facts.has_closeness = true;
    network->facts.is_on_relations = options->on_relations;
    if (!network->node_count)
        return KITH_OK;
    struct survey survey = {
        .arena = arena, .ledger = network->ledger, .options = options};
    KITH_TRY(kith_lines_draw(network, options->on_relations, arena, &survey.lines, err));
    KITH_TRY(make_room(&survey, err));
    kith_door_begin(options->stop);
    enum kith_status status = measure_all(&survey, &network->facts, err);
    kith_door_end();
    KITH_TRY(status);
    fill_nodes(network, &survey);
    return KITH_OK;
}

enum kith_status kith_network_new(const struct kith_ledger *ledger,
                                  const struct kith_network_options *options,
                                  struct kith_network **out, struct kith_error *err)
{
    struct kith_network *network = calloc(1, sizeof *network);
    if (!network)
        return kith_no_memory(err);
    network->ledger = ledger;
    kith_arena_init(&network->arena, KITH_ARENA_UNCAPPED);
    struct kith_arena scratch;
    kith_arena_init(&scratch, KITH_ARENA_UNCAPPED);
    enum kith_status status = survey_network(network, options, &scratch, err);
    kith_arena_release(&scratch);
    if (status != KITH_OK) {
        kith_network_free(network);
        return status;
    }
    *out = network;
    return KITH_OK;
}

void kith_network_free(struct kith_network *network)
{
    if (!network)
        return;
    kith_arena_release(&network->arena);
    kith_map_release(&network->node_of);
    free(network);
}

uint32_t kith_network_node_count(const struct kith_network *network)
{
    return network->node_count;
}

const struct kith_node *kith_network_nodes(const struct kith_network *network)
{
    return network->nodes;
}

uint32_t kith_network_node_of(const struct kith_network *network, kith_id entity)
{
    const uint32_t *index = kith_map_find(&network->node_of, entity);
    return index ? *index : KITH_NO_ID;
}

const struct kith_ledger *kith_network_ledger(const struct kith_network *network)
{
    return network->ledger;
}

struct kith_network_facts kith_network_facts(const struct kith_network *network)
{
    return network->facts;
}
