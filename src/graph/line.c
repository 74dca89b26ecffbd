/* Drawing lines. */
#include "graph/line.h"

#include <math.h>
#include <stdlib.h>

#include "graph/path.h"

struct pair {
    uint32_t a, b; /* nodes */
    uint32_t rows;
};

struct pairs {
    struct pair *items;
    uint32_t count;
};

/* Rows that speak for a line; 0: the edge is none. */
static uint32_t rows_of(const struct kith_edge *edge, bool on_relations)
{
    if (edge->relation == KITH_COOCCURRENCE)
        return on_relations ? 0 : edge->weight;
    return on_relations ? edge->support->rows[KITH_ASSERTED] : 0;
}

static bool collect(const struct kith_network *network, bool on_relations,
                    struct kith_arena *arena, struct pairs *pairs)
{
    const struct kith_ledger *ledger = kith_network_ledger(network);
    const struct kith_edge *edges = kith_ledger_edges(ledger);
    uint32_t room = kith_ledger_edge_count(ledger);
    *pairs = (struct pairs){.items = KITH_ARRAY(arena, struct pair, room)};
    for (uint32_t i = 0; pairs->items && i < room; i++) {
        uint32_t rows = rows_of(&edges[i], on_relations);
        if (rows)
            pairs->items[pairs->count++] =
                (struct pair){kith_network_node_of(network, edges[i].source),
                              kith_network_node_of(network, edges[i].target), rows};
    }
    return pairs->items;
}

static int compare_pairs(const void *left, const void *right)
{
    const struct pair *x = left, *y = right;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

/* Two entities may have several relations, in either direction: one line for all. */
static void merge(struct pairs *pairs)
{
    for (uint32_t i = 0; i < pairs->count; i++) {
        struct pair *pair = &pairs->items[i];
        if (pair->a > pair->b)
            *pair = (struct pair){pair->b, pair->a, pair->rows};
    }
    if (pairs->count)
        qsort(pairs->items, pairs->count, sizeof *pairs->items, compare_pairs);
    uint32_t count = 0;
    for (uint32_t i = 0; i < pairs->count; i++)
        if (count && compare_pairs(&pairs->items[count - 1], &pairs->items[i]) == 0)
            pairs->items[count - 1].rows += pairs->items[i].rows;
        else
            pairs->items[count++] = pairs->items[i];
    pairs->count = count;
}

/* Lengths are whole numbers, so that sums of them are exact and two ways as long are
 * equal, whatever the order of adding. */
static double length_of(double strength)
{
    return fmax(1, round(KITH_PATH_UNIT / strength));
}

enum kith_status kith_lines_draw(const struct kith_network *network, bool on_relations,
                                 struct kith_arena *arena, struct kith_lines *lines,
                                 struct kith_error *err)
{
    struct pairs pairs;
    if (!collect(network, on_relations, arena, &pairs))
        return kith_no_memory(err);
    if (on_relations)
        merge(&pairs);
    uint32_t *ends = KITH_ARRAY(arena, uint32_t, 2 * (size_t)pairs.count);
    double *strengths = KITH_ARRAY(arena, double, pairs.count);
    double *lengths = KITH_ARRAY(arena, double, pairs.count);
    if (!ends || !strengths || !lengths)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < pairs.count; i++) {
        ends[2 * i] = pairs.items[i].a;
        ends[2 * i + 1] = pairs.items[i].b;
        strengths[i] = pairs.items[i].rows;
        lengths[i] = length_of(pairs.items[i].rows);
    }
    *lines = (struct kith_lines){kith_network_node_count(network), pairs.count, ends,
                                 strengths, lengths};
    return KITH_OK;
}
