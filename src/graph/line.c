/* Drawing lines and arrows. */
#include "graph/line.h"

#include <stdlib.h>

#include "graph/search.h"

/* What an edge adds to the line between two nodes, a < b. An entity beside itself is not
 * measured. */
struct share {
    uint32_t a, b;
    uint32_t edge, rows;
};

struct shares {
    struct share *items;
    uint32_t count;
};

/* Rows that speak for a line; 0: the edge is none. */
static uint32_t rows_of(const struct kith_edge *edge, enum kith_measured measured)
{
    if (edge->relation == KITH_COOCCURRENCE)
        return measured == KITH_ON_RELATIONS ? 0 : edge->weight;
    return measured == KITH_ON_COOCCURRENCE ? 0 : edge->support->rows[KITH_ASSERTED];
}

static bool collect(const struct kith_network *network, enum kith_measured measured,
                    struct kith_arena *arena, struct shares *shares)
{
    const struct kith_ledger *ledger = kith_network_ledger(network);
    const struct kith_edge *edges = kith_ledger_edges(ledger);
    uint32_t room = kith_ledger_edge_count(ledger);
    *shares = (struct shares){.items = KITH_ARRAY(arena, struct share, room)};
    for (uint32_t i = 0; shares->items && i < room; i++) {
        uint32_t rows = rows_of(&edges[i], measured);
        uint32_t a = kith_network_node_of(network, edges[i].source);
        uint32_t b = kith_network_node_of(network, edges[i].target);
        if (rows && a != b)
            shares->items[shares->count++] =
                (struct share){a < b ? a : b, a < b ? b : a, i, rows};
    }
    return shares->items;
}

static bool is_same_pair(const struct share *x, const struct share *y)
{
    return x->a == y->a && x->b == y->b;
}

static int compare(const void *left, const void *right)
{
    const struct share *x = left, *y = right;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    if (x->b != y->b)
        return x->b < y->b ? -1 : 1;
    return (x->edge > y->edge) - (x->edge < y->edge);
}

/* Two entities may have several edges, in either direction: one line for all. */
static void merge(const struct shares *shares, uint32_t *ends, double *strengths,
                  struct kith_lines *lines, uint32_t *line_of)
{
    for (uint32_t i = 0; i < shares->count; i++) {
        const struct share *share = &shares->items[i];
        if (i == 0 || !is_same_pair(share, share - 1)) {
            ends[2 * lines->edge_count] = share->a;
            ends[2 * lines->edge_count + 1] = share->b;
            lines->edge_count++;
        }
        strengths[lines->edge_count - 1] += share->rows;
        line_of[share->edge] = lines->edge_count - 1;
    }
}

enum kith_status kith_lines_draw(const struct kith_network *network,
                                 enum kith_measured measured, struct kith_arena *arena,
                                 struct kith_lines *lines, uint32_t **line_of,
                                 struct kith_error *err)
{
    struct shares shares;
    if (!collect(network, measured, arena, &shares))
        return kith_no_memory(err);
    uint32_t edge_count = kith_ledger_edge_count(kith_network_ledger(network));
    uint32_t *ends = KITH_ARRAY(arena, uint32_t, 2 * (size_t)shares.count);
    double *strengths = KITH_ARRAY(arena, double, shares.count);
    double *lengths = KITH_ARRAY(arena, double, shares.count);
    *line_of = KITH_ARRAY(arena, uint32_t, edge_count);
    if (!ends || !strengths || !lengths || !*line_of)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < edge_count; i++)
        (*line_of)[i] = KITH_NO_ID;
    if (shares.count)
        qsort(shares.items, shares.count, sizeof *shares.items, compare);
    *lines = (struct kith_lines){kith_network_node_count(network), 0, ends, strengths,
                                 lengths};
    merge(&shares, ends, strengths, lines, *line_of);
    for (uint32_t i = 0; i < lines->edge_count; i++)
        lengths[i] = kith_path_length(strengths[i]);
    return KITH_OK;
}

/* Arrows */

bool kith_edge_is_arrow(const struct kith_ledger *ledger, const struct kith_edge *edge)
{
    if (edge->relation == KITH_COOCCURRENCE || !edge->support->rows[KITH_ASSERTED] ||
        edge->source == edge->target)
        return false;
    const struct kith_rules *rules = kith_ledger_rules(ledger);
    return !rules || !kith_rules_relation(rules, edge->relation).is_symmetric;
}

static uint32_t count_arrows(const struct kith_ledger *ledger)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < kith_ledger_edge_count(ledger); i++)
        count += kith_edge_is_arrow(ledger, &kith_ledger_edges(ledger)[i]);
    return count;
}

enum kith_status kith_arrows_draw(const struct kith_network *network,
                                  struct kith_arena *arena, struct kith_lines *arrows,
                                  struct kith_error *err)
{
    const struct kith_ledger *ledger = kith_network_ledger(network);
    uint32_t room = count_arrows(ledger), count = 0;
    uint32_t *ends = KITH_ARRAY(arena, uint32_t, 2 * (size_t)room);
    double *strengths = KITH_ARRAY(arena, double, room);
    if (!ends || !strengths)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < kith_ledger_edge_count(ledger); i++) {
        const struct kith_edge *edge = &kith_ledger_edges(ledger)[i];
        if (!kith_edge_is_arrow(ledger, edge))
            continue;
        ends[2 * count] = kith_network_node_of(network, edge->source);
        ends[2 * count + 1] = kith_network_node_of(network, edge->target);
        strengths[count++] = edge->support->rows[KITH_ASSERTED];
    }
    *arrows = (struct kith_lines){.node_count = kith_network_node_count(network),
                                  .edge_count = room,
                                  .ends = ends,
                                  .strengths = strengths};
    return KITH_OK;
}
