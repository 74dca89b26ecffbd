/* Choosing what is drawn. */
#include "output/drawing.h"

#include <stdlib.h>

#include "output/cell.h"

/* Past these a drawing is a ball of wool. */
#define PAIRS_A_NODE 3
#define RELATIONS_A_NODE 2

/* Relations that are named on their edge. */
#define LABELLED_RELATIONS 20

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
        .articles = node->tally->articles,
        .community = node->community,
    };
}

/* Entities without a single edge tell a picture nothing. */
static bool has_company(const struct kith_node *node)
{
    return node->degree || node->in_degree || node->out_degree;
}

/* The nodes to choose from, most central first: all, or, where there is a limit and
 * anybody has company, those who have. */
static uint32_t rank(const struct choice *choice, const struct kith_node **ranks)
{
    const struct kith_node *nodes = kith_network_nodes(choice->network);
    uint32_t all = choice->drawing->entity_count;
    uint32_t count = 0;
    for (uint32_t i = 0; i < all; i++)
        if (!choice->limit || has_company(&nodes[i]))
            ranks[count++] = &nodes[i];
    if (count == 0)
        for (; count < all; count++)
            ranks[count] = &nodes[count];
    if (count)
        qsort(ranks, count, sizeof *ranks, by_pagerank);
    return choice->limit && choice->limit < count ? choice->limit : count;
}

static enum kith_status choose_nodes(struct choice *choice, struct kith_error *err)
{
    struct kith_drawing *drawing = choice->drawing;
    const struct kith_node *nodes = kith_network_nodes(choice->network);
    uint32_t all = drawing->entity_count;
    const struct kith_node **ranks =
        KITH_ARRAY(choice->arena, const struct kith_node *, all);
    drawing->nodes = KITH_ARRAY(choice->arena, struct kith_drawn_node, all);
    choice->places = KITH_ARRAY(choice->arena, uint32_t, all);
    if (!ranks || !drawing->nodes || !choice->places)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < all; i++)
        choice->places[i] = KITH_NO_ID;
    uint32_t shown = rank(choice, ranks);
    for (uint32_t i = 0; i < shown; i++) {
        drawing->nodes[i] = drawn_node(choice, ranks[i], ranks[0]->pagerank);
        if (!drawing->nodes[i].id.data)
            return kith_no_memory(err);
        choice->places[ranks[i] - nodes] = i;
    }
    drawing->node_count = shown;
    return KITH_OK;
}

/* Edges */

/* What counts first: pairs by weight, relations by the rows that state a fact. */
static uint32_t strength(const struct kith_edge *edge)
{
    return edge->support ? edge->support->rows[KITH_ASSERTED] : edge->weight;
}

/* Strongest first; among equals that with more evidence, the pair that chance explains
 * least, then the older. */
static int by_strength(const void *a, const void *b)
{
    const struct kith_edge *const *left = a, *const *right = b;
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

static uint32_t place_of(const struct choice *choice, kith_id entity)
{
    uint32_t node = kith_network_node_of(choice->network, entity);
    return node == KITH_NO_ID ? KITH_NO_ID : choice->places[node];
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

/* Whether the pair is among the strongest, or the strongest of one of the two. */
static bool keeps_pair(const struct choice *choice, bool *is_tied, uint32_t source,
                       uint32_t target)
{
    const struct kith_drawing *drawing = choice->drawing;
    bool is_first = !is_tied[source] || !is_tied[target];
    is_tied[source] = is_tied[target] = true;
    return is_first || choice->limit == 0 ||
           drawing->shown_pairs < PAIRS_A_NODE * drawing->node_count;
}

static bool keeps_relation(const struct choice *choice)
{
    const struct kith_drawing *drawing = choice->drawing;
    return choice->limit == 0 ||
           drawing->shown_relations < RELATIONS_A_NODE * drawing->node_count;
}

static void push_edge(const struct choice *choice, const struct kith_edge *edge,
                      uint32_t source, uint32_t target)
{
    struct kith_drawing *drawing = choice->drawing;
    struct kith_drawn_edge drawn = {.source = source,
                                    .target = target,
                                    .number = edge->number,
                                    .weight = edge->weight,
                                    .articles = edge->articles};
    if (edge->relation == KITH_COOCCURRENCE) {
        drawing->shown_pairs++;
    } else {
        drawn.relation = kith_relation_name(choice->rules, edge->relation);
        drawn.is_directed = kith_relation_is_directed(choice->rules, edge->relation);
        drawn.support = edge->support;
        drawn.is_labelled = drawing->shown_relations < LABELLED_RELATIONS;
        drawing->shown_relations++;
    }
    drawing->edges[drawing->edge_count++] = drawn;
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
    bool *is_tied = KITH_ARRAY(choice->arena, bool, drawing->node_count);
    if (!drawing->edges || !is_tied)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t source = place_of(choice, ranks[i]->source);
        uint32_t target = place_of(choice, ranks[i]->target);
        bool is_pair = ranks[i]->relation == KITH_COOCCURRENCE;
        if (is_pair ? keeps_pair(choice, is_tied, source, target)
                    : keeps_relation(choice))
            push_edge(choice, ranks[i], source, target);
    }
    turn_round(drawing->edges, drawing->edge_count);
    return KITH_OK;
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
