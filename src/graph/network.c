/* The network: from the ledger's edges to measured nodes.
 *
 * The edges that are measured become plain arrays (line.h), of which the measures are
 * taken (measures.h), each into an array in the order of nodes, and stored in the nodes
 * at the end. In- and out-degrees always count relations. */
#include "graph/network.h"

#include <stdlib.h>

#include "base/map.h"
#include "graph/line.h"
#include "graph/measures.h"

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
    enum kith_bridge *bridges;                /* by edge; NULL: not known */
    const struct kith_community *communities; /* NULL: not known */
    struct kith_network_facts facts;
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

static void count_relations(struct kith_network *network)
{
    const struct kith_edge *edges = kith_ledger_edges(network->ledger);
    for (uint32_t i = 0; i < kith_ledger_edge_count(network->ledger); i++) {
        if (!kith_edge_is_arrow(network->ledger, &edges[i]))
            continue;
        network->nodes[kith_network_node_of(network, edges[i].source)].out_degree++;
        network->nodes[kith_network_node_of(network, edges[i].target)].in_degree++;
    }
}

/* ---- the network ----------------------------------------------------------------- */

static void fill_nodes(struct kith_network *network, const struct kith_measures *measures)
{
    for (uint32_t i = 0; i < network->node_count; i++) {
        struct kith_node *node = &network->nodes[i];
        node->degree = measures->degree[i];
        node->strength = measures->strength[i];
        node->core = measures->core[i];
        node->pagerank = measures->pagerank[i];
        node->betweenness = measures->betweenness[i];
        node->betweenness_error = measures->betweenness_error[i];
        node->closeness = measures->closeness[i];
        node->harmonic = measures->harmonic[i];
        node->eigenvector = measures->eigenvector[i];
        node->hub = measures->hub[i];
        node->authority = measures->authority[i];
        node->clustering = measures->clustering[i];
        node->constraint = measures->constraint[i];
        node->component = measures->component[i];
        node->community = measures->community[i];
        node->is_articulation = measures->is_articulation[i];
        node->x = measures->x[i];
        node->y = measures->y[i];
    }
}

/* What every edge is to the measured graph, from what its line is. */
static bool fill_bridges(struct kith_network *network,
                         const struct kith_measures *measures, const uint32_t *line_of)
{
    uint32_t count = kith_ledger_edge_count(network->ledger);
    if (!measures->has_cuts)
        return true;
    network->bridges = KITH_ARRAY(&network->arena, enum kith_bridge, count);
    for (uint32_t i = 0; network->bridges && i < count; i++)
        if (line_of[i] != KITH_NO_ID)
            network->bridges[i] =
                measures->is_bridge[line_of[i]] ? KITH_BRIDGE : KITH_NO_BRIDGE;
    return network->bridges;
}

static bool fill_communities(struct kith_network *network,
                             const struct kith_measures *measures)
{
    if (!measures->community_count)
        return true;
    network->communities = kith_communities_describe(
        measures->community, measures->strength, network->node_count,
        measures->community_count, &network->arena);
    return network->communities;
}

static struct kith_network_facts facts_of(const struct kith_measures *measures,
                                          const struct kith_network_options *options)
{
    return (struct kith_network_facts){
        .measured = options->measured,
        .component_count = measures->component_count,
        .community_count = measures->community_count,
        .modularity = measures->modularity,
        .betweenness_is_sampled = measures->betweenness_is_sampled,
        .pivots = measures->pivots,
        .betweenness_error = measures->relative_error,
        .has_closeness = measures->has_closeness,
        .has_cuts = measures->has_cuts,
        .stopped_at = measures->stopped_at,
    };
}

/* Room for a node and its name, as Gephi draws names. */
static bool measure_names(const struct kith_network *network, struct kith_arena *arena,
                          struct kith_layout_wish *wish)
{
    const struct kith_gazetteer *gazetteer = kith_ledger_gazetteer(network->ledger);
    double *widths = KITH_ARRAY(arena, double, network->node_count);
    double *heights = KITH_ARRAY(arena, double, network->node_count);
    if (!widths || !heights)
        return false;
    for (uint32_t i = 0; i < network->node_count; i++) {
        kith_id entity = network->nodes[i].tally->entity;
        widths[i] = heights[i] = NAME_HEIGHT;
        if (gazetteer)
            widths[i] += NAME_LETTER *
                         (double)kith_gazetteer_entity(gazetteer, entity).name.length;
    }
    wish->widths = widths;
    wish->heights = heights;
    return true;
}

static enum kith_status survey(struct kith_network *network,
                               const struct kith_network_options *options,
                               struct kith_arena *arena, struct kith_error *err)
{
    struct kith_lines lines, arrows;
    uint32_t *line_of;
    struct kith_measures measures;
    struct kith_measures_options wanted = {.layout.kind = options->layout,
                                           .layout.seed = options->seed,
                                           .seed = options->seed,
                                           .seconds = options->seconds,
                                           .jobs = options->jobs,
                                           .stop = options->stop};
    KITH_TRY(number_nodes(network, err));
    count_relations(network);
    KITH_TRY(kith_lines_draw(network, options->measured, arena, &lines, &line_of, err));
    KITH_TRY(kith_arrows_draw(network, arena, &arrows, err));
    if (!measure_names(network, arena, &wanted.layout))
        return kith_no_memory(err);
    KITH_TRY(kith_measures_take(&lines, &arrows, &wanted, arena, &measures, err));
    network->facts = facts_of(&measures, options);
    fill_nodes(network, &measures);
    if (!fill_bridges(network, &measures, line_of) ||
        !fill_communities(network, &measures))
        return kith_no_memory(err);
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
    enum kith_status status = survey(network, options, &scratch, err);
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

enum kith_bridge kith_network_bridge(const struct kith_network *network,
                                     const struct kith_edge *edge)
{
    if (!network->bridges)
        return KITH_NOT_MEASURED;
    return network->bridges[edge - kith_ledger_edges(network->ledger)];
}

const struct kith_community *kith_network_community(const struct kith_network *network,
                                                    uint32_t number)
{
    return network->communities ? &network->communities[number - 1] : NULL;
}
