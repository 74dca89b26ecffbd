/* Finding brokers: cut points, and those whose neighbours meet through them. */
#include "output/broker.h"

#include <math.h>
#include <stdlib.h>

/* One that is no cut point is a broker when its betweenness is among the highest in so
 * many, and its constraint below that of half of all (R. S. Burt 1992 has brokers by low
 * constraint alone, which favours whoever knows everybody). */
#define HIGH_SHARE 10

struct search {
    const struct kith_holding *holding;
    struct kith_arena *arena;
    double *betweenness, *degree, *constraint; /* those measured, falling; the last rising
                                                */
    uint32_t betweenness_count, constraint_count;
    struct kith_map links; /* two communities, the lesser first -> lines between */
    uint32_t *counts;      /* by community; zeros between uses */
    uint32_t *pieces;      /* by node: what is left of the network without a broker */
    uint32_t staying;      /* the largest of them; 0: nothing falls apart */
    uint32_t *queue;
};

/* ---- what is measured of all ----------------------------------------------------- */

static int rising(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static int falling(const void *left, const void *right)
{
    return rising(right, left);
}

static bool make_room(struct search *search)
{
    size_t n = (size_t)search->holding->cast.count + 1;
    search->betweenness = KITH_ARRAY(search->arena, double, n);
    search->degree = KITH_ARRAY(search->arena, double, n);
    search->constraint = KITH_ARRAY(search->arena, double, n);
    search->counts = KITH_ARRAY(search->arena, uint32_t, n);
    search->pieces = KITH_ARRAY(search->arena, uint32_t, n);
    search->queue = KITH_ARRAY(search->arena, uint32_t, n);
    return search->betweenness && search->degree && search->constraint &&
           search->counts && search->pieces && search->queue;
}

static void sort_measures(struct search *search)
{
    uint32_t n = search->holding->cast.count;
    for (uint32_t i = 0; i < n; i++) {
        const struct kith_held *node = &search->holding->nodes[i];
        search->degree[i] = node->degree;
        if (!isnan(node->betweenness))
            search->betweenness[search->betweenness_count++] = node->betweenness;
        if (!isnan(node->constraint))
            search->constraint[search->constraint_count++] = node->constraint;
    }
    qsort(search->degree, n, sizeof(double), falling);
    qsort(search->betweenness, search->betweenness_count, sizeof(double), falling);
    qsort(search->constraint, search->constraint_count, sizeof(double), rising);
}

/* The place of a value among falling ones: 1, and as many more as are higher. */
static uint32_t rank(const double *values, uint32_t count, double value)
{
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (values[middle] > value)
            low = middle + 1;
        else
            high = middle;
    }
    return low + 1;
}

static uint64_t pair_of(uint32_t a, uint32_t b)
{
    return kith_map_pair(a < b ? a : b, a < b ? b : a);
}

/* The lines between each two communities. */
static bool count_links(struct search *search)
{
    const struct kith_holding *holding = search->holding;
    for (uint32_t i = 0; i < holding->lines.count; i++) {
        uint32_t a = holding->nodes[holding->lines.items[i].a].community;
        uint32_t b = holding->nodes[holding->lines.items[i].b].community;
        if (a == b || !holding->lines.items[i].is_measured)
            continue;
        uint32_t *count = kith_map_place(&search->links, pair_of(a, b), 0, NULL);
        if (!count)
            return false;
        ++*count;
    }
    return true;
}

/* ---- who is one ------------------------------------------------------------------ */

static bool knows_another_community(const struct search *search, uint32_t node)
{
    const struct kith_holding *holding = search->holding;
    for (uint32_t i = holding->begin[node]; i < holding->begin[node + 1]; i++) {
        uint32_t other = kith_held_other(holding, holding->arcs[i], node);
        if (holding->nodes[other].community != holding->nodes[node].community)
            return true;
    }
    return false;
}

static bool is_broker(const struct search *search, uint32_t i)
{
    const struct kith_held *node = &search->holding->nodes[i];
    if (node->is_articulation)
        return true;
    /* No comparison with NaN, which stands for what was not measured, is true. */
    return node->betweenness > 0 && search->constraint_count &&
           node->constraint < search->constraint[search->constraint_count / 2] &&
           rank(search->betweenness, search->betweenness_count, node->betweenness) <=
               search->betweenness_count / HIGH_SHARE &&
           knows_another_community(search, i);
}

/* Highest betweenness first, none behind all; of equal ones by nodes.csv. */
static int compare_brokers(const void *left, const void *right, const struct search *in)
{
    const struct kith_broker *a = left, *b = right;
    double of_a = in->holding->nodes[a->node].betweenness,
           of_b = in->holding->nodes[b->node].betweenness;
    of_a = isnan(of_a) ? -1 : of_a;
    of_b = isnan(of_b) ? -1 : of_b;
    return of_a != of_b ? (of_a < of_b) - (of_a > of_b)
                        : (a->node > b->node) - (a->node < b->node);
}

/* Set a broker among the first `top`; there is room for one more. */
static void insert(struct kith_brokers *brokers, const struct search *search,
                   uint32_t top, struct kith_broker broker)
{
    uint32_t place = brokers->count;
    for (; place && compare_brokers(&brokers->items[place - 1], &broker, search) > 0;
         place--)
        brokers->items[place] = brokers->items[place - 1];
    brokers->items[place] = broker;
    if (brokers->count < top)
        brokers->count++;
}

static bool choose(struct kith_brokers *brokers, struct search *search, uint32_t top)
{
    uint32_t n = search->holding->cast.count;
    top = top < n ? top : n;
    brokers->items = KITH_ARRAY(search->arena, struct kith_broker, (size_t)top + 1);
    if (!brokers->items)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        const struct kith_held *node = &search->holding->nodes[i];
        if (!is_broker(search, i))
            continue;
        struct kith_broker broker = {
            .node = i, .degree_rank = rank(search->degree, n, node->degree)};
        if (!isnan(node->betweenness))
            broker.betweenness_rank =
                rank(search->betweenness, search->betweenness_count, node->betweenness);
        insert(brokers, search, top, broker);
    }
    return true;
}

/* ---- who falls away -------------------------------------------------------------- */

/* Mark all that is joined to `start` without the broker; their number. */
static uint32_t mark(struct search *search, uint32_t start, uint32_t piece)
{
    const struct kith_holding *holding = search->holding;
    uint32_t count = 1;
    search->queue[0] = start;
    search->pieces[start] = piece;
    for (uint32_t next = 0; next < count; next++) {
        uint32_t node = search->queue[next];
        for (uint32_t i = holding->begin[node]; i < holding->begin[node + 1]; i++) {
            uint32_t other = kith_held_other(holding, holding->arcs[i], node);
            if (search->pieces[other])
                continue;
            search->pieces[other] = piece;
            search->queue[count++] = other;
        }
    }
    return count;
}

/* The broker itself is piece 1, which keeps searches from passing it; what it is not
 * joined to is piece 0. Of pieces as large the one stays that an arc leads to first. */
static void find_fallen(struct search *search, struct kith_broker *broker)
{
    const struct kith_holding *holding = search->holding;
    uint32_t n = holding->cast.count, piece = 1, size = 0, all = 0;
    memset(search->pieces, 0, n * sizeof *search->pieces);
    search->pieces[broker->node] = piece;
    for (uint32_t i = holding->begin[broker->node]; i < holding->begin[broker->node + 1];
         i++) {
        uint32_t other = kith_held_other(holding, holding->arcs[i], broker->node);
        if (search->pieces[other])
            continue;
        uint32_t count = mark(search, other, ++piece);
        all += count;
        if (count > size) {
            search->staying = piece;
            size = count;
        }
    }
    broker->fallen_count = all - size;
    for (uint32_t i = 0, k = 0; i < n && k < KITH_BROKER_NAMES; i++)
        if (search->pieces[i] > 1 && search->pieces[i] != search->staying)
            broker->fallen[k++] = i;
}

/* ---- whom it joins --------------------------------------------------------------- */

static void insert_joined(struct kith_broker *broker, struct kith_joined joined)
{
    uint32_t place = broker->joined_count < KITH_BROKER_COMMUNITIES
                         ? broker->joined_count
                         : KITH_BROKER_COMMUNITIES;
    for (; place; place--) {
        const struct kith_joined *before = &broker->joined[place - 1];
        if (before->links > joined.links ||
            (before->links == joined.links && before->community < joined.community))
            break;
        if (place < KITH_BROKER_COMMUNITIES)
            broker->joined[place] = *before;
    }
    if (place < KITH_BROKER_COMMUNITIES)
        broker->joined[place] = joined;
    broker->joined_count++;
}

static uint32_t community_of(const struct search *search, uint32_t node)
{
    return search->holding->nodes[node].community;
}

static bool is_only_link(const struct search *search, uint32_t own, uint32_t community,
                         uint32_t links)
{
    const uint32_t *all = kith_map_find(&search->links, pair_of(own, community));
    return all && *all == links;
}

static uint32_t neighbour(const struct search *search, uint32_t node, uint32_t i)
{
    return kith_held_other(search->holding, search->holding->arcs[i], node);
}

/* Each community once: its count is back at zero when it was told of. */
static void find_joined(struct search *search, struct kith_broker *broker)
{
    const uint32_t *begin = &search->holding->begin[broker->node];
    uint32_t own = community_of(search, broker->node);
    for (uint32_t i = begin[0]; i < begin[1]; i++)
        search->counts[community_of(search, neighbour(search, broker->node, i))]++;
    for (uint32_t i = begin[0]; i < begin[1]; i++) {
        uint32_t community = community_of(search, neighbour(search, broker->node, i));
        uint32_t links = search->counts[community];
        search->counts[community] = 0;
        if (links && community != own)
            insert_joined(broker, (struct kith_joined){
                                      community, links,
                                      is_only_link(search, own, community, links)});
    }
}

/* ---- what proves it -------------------------------------------------------------- */

/* What a line of the broker counts for: those to who falls away before those into other
 * communities, and these before any. */
static int merit(const struct search *search, const struct kith_broker *broker,
                 uint32_t line)
{
    uint32_t other = kith_held_other(search->holding, line, broker->node);
    if (search->staying && search->pieces[other] != search->staying)
        return 2;
    return community_of(search, other) != community_of(search, broker->node);
}

/* Whether line `i` proves more than `best`, which may be none. */
static bool is_better(const struct search *search, const struct kith_broker *broker,
                      uint32_t i, uint32_t best)
{
    if (best == KITH_NO_ID)
        return true;
    const struct kith_held_line *lines = search->holding->lines.items;
    int difference = merit(search, broker, i) - merit(search, broker, best);
    return difference ? difference > 0 : lines[i].weight > lines[best].weight;
}

/* The best line that is not `taken`, to another community than that one leads to where
 * there is one. */
static uint32_t find_line(const struct search *search, const struct kith_broker *broker,
                          uint32_t taken)
{
    const struct kith_holding *holding = search->holding;
    uint32_t node = broker->node, best = KITH_NO_ID, elsewhere = KITH_NO_ID;
    uint32_t seen = taken == KITH_NO_ID
                        ? 0
                        : community_of(search, kith_held_other(holding, taken, node));
    for (uint32_t i = holding->begin[node]; i < holding->begin[node + 1]; i++) {
        uint32_t line = holding->arcs[i];
        if (line == taken)
            continue;
        if (is_better(search, broker, line, best))
            best = line;
        if (community_of(search, neighbour(search, node, i)) != seen &&
            is_better(search, broker, line, elsewhere))
            elsewhere = line;
    }
    return elsewhere == KITH_NO_ID ? best : elsewhere;
}

static void find_lines(const struct search *search, struct kith_broker *broker)
{
    uint32_t taken = KITH_NO_ID;
    while (broker->proof_count < KITH_BROKER_PROOFS) {
        taken = find_line(search, broker, taken);
        if (taken == KITH_NO_ID)
            return;
        broker->proofs[broker->proof_count++].line = taken;
    }
}

/* ---- all together ---------------------------------------------------------------- */

static bool find(struct kith_brokers *brokers, struct search *search, uint32_t top)
{
    if (!make_room(search))
        return false;
    sort_measures(search);
    if (!count_links(search) || !choose(brokers, search, top))
        return false;
    for (uint32_t i = 0; i < brokers->count; i++) {
        struct kith_broker *broker = &brokers->items[i];
        search->staying = 0;
        if (search->holding->nodes[broker->node].is_articulation)
            find_fallen(search, broker);
        find_joined(search, broker);
        find_lines(search, broker);
    }
    return true;
}

enum kith_status kith_brokers_read(struct kith_brokers *brokers, const char *folder,
                                   uint32_t top, struct kith_arena *arena,
                                   struct kith_error *err)
{
    *brokers = (struct kith_brokers){0};
    KITH_TRY(kith_holding_read(&brokers->holding, folder, arena, err));
    struct search search = {.holding = &brokers->holding, .arena = arena};
    bool is_found = find(brokers, &search, top);
    kith_map_release(&search.links);
    if (!is_found)
        return kith_no_memory(err);
    return kith_broker_proofs_read(brokers, folder, arena, err);
}

void kith_brokers_release(struct kith_brokers *brokers)
{
    kith_holding_release(&brokers->holding);
}
