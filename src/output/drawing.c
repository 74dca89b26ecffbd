/* Choosing what is drawn. */
#include "output/drawing.h"

#include <stdlib.h>

#include "base/map.h"
#include "output/cell.h"
#include "output/link.h"

/* Past these a drawing is a ball of wool. */
#define PAIRS_A_NODE 2
#define RELATIONS_A_NODE 2
#define RELATIONS_A_PAIR 3

/* Relations that are named on their edge. */
#define LABELLED_RELATIONS 40

/* The family of relations against somebody, as the shipped rules call it. */
static const struct kith_str conflict = {"conflict", 8};

struct choice {
    const struct kith_network *network;
    const struct kith_gazetteer *gazetteer;
    const struct kith_rules *rules;
    uint32_t limit;
    uint32_t *places; /* node of the network -> index in the drawing, or KITH_NO_ID */
    struct kith_arena *arena;
    struct kith_drawing *drawing;
};

/* Nodes */

/* The place of an entity in the drawing, or KITH_NO_ID. */
static uint32_t place_of(const struct choice *choice, kith_id entity)
{
    uint32_t node = kith_network_node_of(choice->network, entity);
    return node == KITH_NO_ID ? KITH_NO_ID : choice->places[node];
}

/* Most central first. Nodes come in the ledger's order: their addresses break ties. */
static int by_pagerank(const void *a, const void *b)
{
    const struct kith_node *const *left = a, *const *right = b;
    double x = (*left)->pagerank, y = (*right)->pagerank;
    if (x > y)
        return -1;
    if (x < y)
        return 1;
    return *left < *right ? -1 : *left > *right;
}

/* The entity's key, in the arena; without data when memory is out. */
static struct kith_str id_of(const struct choice *choice, kith_id entity)
{
    struct kith_buf room = {0};
    struct kith_str key = kith_gazetteer_key(choice->gazetteer, entity, &room);
    struct kith_str id = {0};
    if (!room.is_broken)
        id = kith_str_copy(choice->arena, key);
    kith_buf_release(&room);
    return id;
}

static struct kith_drawn_node drawn_node(const struct choice *choice,
                                         const struct kith_node *node, double largest)
{
    struct kith_entity entity =
        kith_gazetteer_entity(choice->gazetteer, node->tally->entity);
    return (struct kith_drawn_node){
        .id = id_of(choice, node->tally->entity),
        .label = entity.name,
        .type = entity.type,
        .look = kith_look_for(choice->gazetteer, entity.type_id),
        .share = largest > 0 && node->pagerank > 0 ? node->pagerank / largest : 0,
        .mentions = node->tally->mentions,
        .stories = node->tally->stories,
        .community = node->community,
    };
}

/* All nodes, most central first. */
static enum kith_status rank(const struct choice *choice, const struct kith_node ***ranks,
                             struct kith_error *err)
{
    const struct kith_node *nodes = kith_network_nodes(choice->network);
    uint32_t all = choice->drawing->entity_count;
    *ranks = KITH_ARRAY(choice->arena, const struct kith_node *, all);
    if (!*ranks)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < all; i++)
        (*ranks)[i] = &nodes[i];
    if (all)
        qsort(*ranks, all, sizeof **ranks, by_pagerank);
    for (uint32_t i = 0; i < all; i++)
        choice->places[(*ranks)[i] - nodes] = i;
    return KITH_OK;
}

static void lower(uint32_t *number, uint32_t to)
{
    if (to < *number)
        *number = to;
}

/* For each rank the one from which on the node has company: the worse of its own and of
 * its best neighbour's, which has company from there on, too. KITH_NO_ID: never. Places
 * are ranks still. */
static void find_company(const struct choice *choice, uint32_t *company)
{
    const struct kith_ledger *ledger = kith_network_ledger(choice->network);
    const struct kith_edge *edges = kith_ledger_edges(ledger);
    uint32_t count = kith_ledger_edge_count(ledger);
    for (uint32_t i = 0; i < choice->drawing->entity_count; i++)
        company[i] = KITH_NO_ID;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t a = place_of(choice, edges[i].source);
        uint32_t b = place_of(choice, edges[i].target);
        lower(&company[a], a > b ? a : b);
        lower(&company[b], a > b ? a : b);
    }
}

/* The rank up to which, it left out, no more than `limit` nodes have company; arrivals
 * has room for all ranks. */
static uint32_t find_cut(const struct choice *choice, const uint32_t *company,
                         uint32_t *arrivals)
{
    uint32_t all = choice->drawing->entity_count, count = 0, cut = 0;
    for (uint32_t i = 0; i < all; i++)
        if (company[i] != KITH_NO_ID)
            arrivals[company[i]]++;
    while (cut < all && count + arrivals[cut] <= choice->limit)
        count += arrivals[cut++];
    return cut;
}

/* Places for the nodes to be shown. Who has no edge to another of them tells a picture
 * nothing, and makes room for the next; but where all are alone, the first are shown. */
static enum kith_status give_places(const struct choice *choice,
                                    const struct kith_node **ranks,
                                    struct kith_error *err)
{
    const struct kith_node *nodes = kith_network_nodes(choice->network);
    uint32_t all = choice->drawing->entity_count, *count = &choice->drawing->node_count;
    uint32_t *company = KITH_ARRAY(choice->arena, uint32_t, all);
    uint32_t *arrivals = KITH_ARRAY(choice->arena, uint32_t, all);
    if (!company || !arrivals)
        return kith_no_memory(err);
    find_company(choice, company);
    uint32_t cut = find_cut(choice, company, arrivals);
    for (uint32_t i = 0; i < all; i++) {
        bool is_in = !choice->limit || company[i] < cut;
        choice->places[ranks[i] - nodes] = is_in ? (*count)++ : KITH_NO_ID;
    }
    bool all_are_alone = *count == 0;
    for (uint32_t i = 0; all_are_alone && i < all && i < choice->limit; i++)
        choice->places[ranks[i] - nodes] = (*count)++;
    return KITH_OK;
}

static enum kith_status choose_nodes(struct choice *choice, struct kith_error *err)
{
    struct kith_drawing *drawing = choice->drawing;
    const struct kith_node *nodes = kith_network_nodes(choice->network);
    const struct kith_node **ranks;
    uint32_t all = drawing->entity_count;
    choice->places = KITH_ARRAY(choice->arena, uint32_t, all);
    if (!choice->places)
        return kith_no_memory(err);
    KITH_TRY(rank(choice, &ranks, err));
    KITH_TRY(give_places(choice, ranks, err));
    drawing->nodes =
        KITH_ARRAY(choice->arena, struct kith_drawn_node, drawing->node_count);
    if (!drawing->nodes)
        return kith_no_memory(err);
    double largest = 0;
    for (uint32_t i = 0; i < all; i++) {
        uint32_t place = choice->places[ranks[i] - nodes];
        if (place == KITH_NO_ID)
            continue;
        if (place == 0)
            largest = ranks[i]->pagerank;
        drawing->nodes[place] = drawn_node(choice, ranks[i], largest);
        if (!drawing->nodes[place].id.data)
            return kith_no_memory(err);
        KITH_TRY(kith_link_find(choice->gazetteer, ranks[i]->tally->entity, choice->arena,
                                &drawing->nodes[place].link, err));
    }
    return KITH_OK;
}

/* Edges */

/* What counts first: pairs by weight, relations by the rows that state a fact. */
static uint32_t strength(const struct kith_edge *edge)
{
    return edge->support ? edge->support->rows[KITH_ASSERTED] : edge->weight;
}

/* Relations, then pairs, each strongest first; among equals that with more evidence, the
 * pair that chance explains least, then the older. */
static int by_strength(const void *a, const void *b)
{
    const struct kith_edge *const *left = a, *const *right = b;
    if (!(*left)->support != !(*right)->support)
        return (*left)->support ? -1 : 1;
    uint32_t x = strength(*left), y = strength(*right);
    if (x != y)
        return x > y ? -1 : 1;
    if ((*left)->weight != (*right)->weight)
        return (*left)->weight > (*right)->weight ? -1 : 1;
    if ((*left)->llr > (*right)->llr)
        return -1;
    if ((*left)->llr < (*right)->llr)
        return 1;
    return (*left)->number < (*right)->number ? -1 : (*left)->number > (*right)->number;
}

static bool is_between_shown(const struct choice *choice, const struct kith_edge *edge)
{
    return place_of(choice, edge->source) != KITH_NO_ID &&
           place_of(choice, edge->target) != KITH_NO_ID;
}

/* The edges between shown nodes, strongest first. */
static enum kith_status rank_edges(const struct choice *choice,
                                   const struct kith_edge ***ranks, uint32_t *count,
                                   struct kith_error *err)
{
    const struct kith_ledger *ledger = kith_network_ledger(choice->network);
    const struct kith_edge *edges = kith_ledger_edges(ledger);
    uint32_t all = kith_ledger_edge_count(ledger);
    *ranks = KITH_ARRAY(choice->arena, const struct kith_edge *, all);
    if (!*ranks)
        return kith_no_memory(err);
    *count = 0;
    for (uint32_t i = 0; i < all; i++) {
        bool is_pair = edges[i].relation == KITH_COOCCURRENCE;
        choice->drawing->pair_count += is_pair;
        choice->drawing->relation_count += !is_pair;
        if (is_between_shown(choice, &edges[i]))
            (*ranks)[(*count)++] = &edges[i];
    }
    if (*count)
        qsort(*ranks, *count, sizeof **ranks, by_strength);
    return KITH_OK;
}

/* Who is tied to whom already. */
struct ties {
    bool *has_any;           /* of each node */
    struct kith_map between; /* relations between two nodes, by tie_key */
};

static uint64_t tie_key(uint32_t source, uint32_t target)
{
    return source < target ? kith_map_pair(source, target)
                           : kith_map_pair(target, source);
}

/* Whether the relation is among the strongest, of all and of its pair. */
static enum kith_status keeps_relation(const struct choice *choice, struct ties *ties,
                                       uint64_t key, bool *keeps, struct kith_error *err)
{
    const struct kith_drawing *drawing = choice->drawing;
    uint32_t *between = kith_map_place(&ties->between, key, 0, NULL);
    if (!between)
        return kith_no_memory(err);
    *keeps = !choice->limit ||
             (*between < RELATIONS_A_PAIR &&
              drawing->shown_relations < RELATIONS_A_NODE * drawing->node_count);
    *between += *keeps;
    return KITH_OK;
}

/* Whether the pair is among the strongest, or the strongest of one of the two. */
static bool keeps_pair(const struct choice *choice, const struct ties *ties,
                       uint32_t source, uint32_t target)
{
    const struct kith_drawing *drawing = choice->drawing;
    return !choice->limit || !ties->has_any[source] || !ties->has_any[target] ||
           drawing->shown_pairs < PAIRS_A_NODE * drawing->node_count;
}

static struct kith_drawn_edge drawn_edge(const struct choice *choice,
                                         const struct kith_edge *edge)
{
    struct kith_drawn_edge drawn = {.source = place_of(choice, edge->source),
                                    .target = place_of(choice, edge->target),
                                    .number = edge->number,
                                    .weight = edge->weight,
                                    .stories = edge->stories,
                                    .support = edge->support};
    if (edge->relation == KITH_COOCCURRENCE)
        return drawn;
    drawn.relation = kith_relation_name(choice->rules, edge->relation);
    drawn.is_directed = kith_relation_is_directed(choice->rules, edge->relation);
    drawn.is_conflict =
        kith_str_equal(kith_relation_family(choice->rules, edge->relation), conflict);
    drawn.is_labelled = choice->drawing->shown_relations < LABELLED_RELATIONS;
    return drawn;
}

/* Relations come first. */
static enum kith_status take_edge(const struct choice *choice, struct ties *ties,
                                  const struct kith_edge *edge, struct kith_error *err)
{
    struct kith_drawing *drawing = choice->drawing;
    struct kith_drawn_edge drawn = drawn_edge(choice, edge);
    uint64_t key = tie_key(drawn.source, drawn.target);
    bool keeps = false, is_pair = edge->relation == KITH_COOCCURRENCE;
    if (is_pair)
        keeps = keeps_pair(choice, ties, drawn.source, drawn.target);
    else
        KITH_TRY(keeps_relation(choice, ties, key, &keeps, err));
    if (!keeps)
        return KITH_OK;
    ties->has_any[drawn.source] = ties->has_any[drawn.target] = true;
    *(is_pair ? &drawing->shown_pairs : &drawing->shown_relations) += 1;
    const uint32_t *between = kith_map_find(&ties->between, key);
    if (!is_pair || !choice->limit || !between || !*between)
        drawing->edges[drawing->edge_count++] = drawn;
    return KITH_OK;
}

static void turn_round(struct kith_drawn_edge *edges, uint32_t count)
{
    for (uint32_t i = 0; i < count / 2; i++) {
        struct kith_drawn_edge edge = edges[i];
        edges[i] = edges[count - 1 - i];
        edges[count - 1 - i] = edge;
    }
}

static enum kith_status choose_edges(struct choice *choice, struct kith_error *err)
{
    struct kith_drawing *drawing = choice->drawing;
    const struct kith_edge **ranks;
    uint32_t count = 0;
    KITH_TRY(rank_edges(choice, &ranks, &count, err));
    drawing->edges = KITH_ARRAY(choice->arena, struct kith_drawn_edge, count);
    struct ties ties = {.has_any = KITH_ARRAY(choice->arena, bool, drawing->node_count)};
    if (!drawing->edges || !ties.has_any)
        return kith_no_memory(err);
    enum kith_status status = KITH_OK;
    for (uint32_t i = 0; i < count && status == KITH_OK; i++)
        status = take_edge(choice, &ties, ranks[i], err);
    kith_map_release(&ties.between);
    turn_round(drawing->edges, drawing->edge_count);
    return status;
}

enum kith_status kith_drawing_choose(const struct kith_network *network, uint32_t limit,
                                     struct kith_arena *arena,
                                     struct kith_drawing *drawing, struct kith_error *err)
{
    const struct kith_ledger *ledger = kith_network_ledger(network);
    *drawing = (struct kith_drawing){.entity_count = kith_network_node_count(network)};
    struct choice choice = {.network = network,
                            .gazetteer = kith_ledger_gazetteer(ledger),
                            .rules = kith_ledger_rules(ledger),
                            .limit = limit,
                            .arena = arena,
                            .drawing = drawing};
    KITH_TRY(choose_nodes(&choice, err));
    return choose_edges(&choice, err);
}
