/* Betweenness, closeness and harmonic centrality within a budget. */
#include "graph/path.h"

#include <math.h>

#include "base/hash.h"

/* Steps a second, from bench/bench_graph. A search from one node counts as 2m + n log2 n
 * steps on n nodes and m edges. igraph makes four times as many on a thousand nodes, half
 * as many again on ten thousand, and these when a million edges crowd the caches. */
#define BETWEENNESS_RATE 20e6
#define DISTANCES_RATE 40e6

/* Closeness and harmonic may take this much of the budget; betweenness gets the rest, all
 * of it when they would take more. */
#define DISTANCES_SHARE (1.0 / 3)

/* Fewer sources than this say nothing, however small the budget. */
#define FEWEST_SOURCES 32

/* Nodes whose distances are asked for at a time: igraph prepares the graph anew at each
 * call, which this many searches outweigh. */
#define BLOCK 64

static double search_cost(const struct kith_lines *lines)
{
    double n = lines->node_count;
    return 2.0 * lines->edge_count + n * log2(n + 1);
}

/* The nodes that can lie on or begin a path. */
static uint32_t *nodes_with_neighbours(const struct kith_lines *lines,
                                       const uint32_t *degrees, struct kith_arena *arena,
                                       uint32_t *count)
{
    uint32_t *nodes = KITH_ARRAY(arena, uint32_t, lines->node_count);
    *count = 0;
    for (uint32_t i = 0; nodes && i < lines->node_count; i++)
        if (degrees[i])
            nodes[(*count)++] = i;
    return nodes;
}

/* Keep `wanted` of the `count` nodes, drawn by seed, in their order: each is taken with
 * the chance that leaves exactly enough (Knuth, The Art of Computer Programming 2, 3.4.2,
 * algorithm S). */
static void draw(uint32_t *nodes, uint32_t count, uint32_t wanted, uint64_t seed)
{
    uint32_t taken = 0;
    for (uint32_t i = 0; i < count && taken < wanted; i++) {
        uint64_t lot = kith_hash_u64(kith_hash_u64(seed + 1) + i) >> 32;
        if (lot * (count - i) >> 32 < wanted - taken)
            nodes[taken++] = nodes[i];
    }
}

enum kith_status kith_path_plan(const struct kith_lines *lines, const uint32_t *degrees,
                                double seconds, uint64_t seed, struct kith_arena *arena,
                                struct kith_path_plan *plan, struct kith_error *err)
{
    uint32_t count;
    uint32_t *nodes = nodes_with_neighbours(lines, degrees, arena, &count);
    if (!nodes)
        return kith_no_memory(err);
    double cost = fmax(1, search_cost(lines));
    double distances = count * cost / DISTANCES_RATE; /* seconds they would take */
    bool has_distances = distances <= seconds * DISTANCES_SHARE;
    double left = has_distances ? seconds - distances : seconds;
    double sources = fmax(FEWEST_SOURCES, left * BETWEENNESS_RATE / cost);
    *plan = (struct kith_path_plan){.source_count = lines->node_count,
                                    .scale = 1,
                                    .has_distances =
                                        has_distances || count <= FEWEST_SOURCES};
    if (sources >= count)
        return KITH_OK;
    plan->sources = nodes;
    plan->source_count = (uint32_t)sources;
    plan->scale = (double)count / plan->source_count;
    draw(nodes, count, plan->source_count, seed);
    return KITH_OK;
}

/* L. C. Freeman 1977: the sum, over pairs of other nodes, of the share of their shortest
 * paths that passes here. Computed as U. Brandes 2001 does; sampled, as U. Brandes and C.
 * Pich 2007 do, by the sources' share times all / sources. */
enum kith_status kith_path_betweenness(struct kith_door *door,
                                       const struct kith_lines *lines,
                                       const struct kith_path_plan *plan, double *values,
                                       struct kith_error *err)
{
    KITH_TRY(kith_door_betweenness(door, plan->sources, plan->source_count, values, err));
    for (uint32_t i = 0; i < lines->node_count; i++)
        values[i] *= plan->scale;
    return KITH_OK;
}

/* What one row of distances says of the node it starts from, r being the nodes it
 * reaches, d the distance in units of an edge of strength 1, n all nodes:
 *
 *     closeness = r / (n - 1) * r / sum of d     (S. Wasserman, K. Faust 1994, 5.2)
 *     harmonic  = sum of 1 / d / (n - 1)         (M. Marchiori, V. Latora 2000)
 *
 * The sum of lengths is one of whole numbers, and exact. */
static void weigh(const double *lengths, uint32_t node_count, double *closeness,
                  double *harmonic)
{
    double reached = 0, sum = 0, inverse = 0;
    for (uint32_t i = 0; i < node_count; i++)
        if (lengths[i] > 0 && isfinite(lengths[i])) {
            reached++;
            sum += lengths[i];
            inverse += KITH_PATH_UNIT / lengths[i];
        }
    double others = node_count - 1.0;
    *closeness = reached > 0 ? reached / others * (reached * KITH_PATH_UNIT / sum) : NAN;
    *harmonic = reached > 0 ? inverse / others : 0;
}

enum kith_status kith_path_nearness(struct kith_door *door,
                                    const struct kith_lines *lines,
                                    const struct kith_path_plan *plan,
                                    struct kith_arena *arena, double *closeness,
                                    double *harmonic, struct kith_error *err)
{
    uint32_t n = lines->node_count;
    for (uint32_t i = 0; i < n; i++)
        closeness[i] = harmonic[i] = NAN;
    if (!plan->has_distances)
        return KITH_OK;
    double *rows = KITH_ARRAY(arena, double, (size_t)BLOCK *n);
    if (!rows)
        return kith_no_memory(err);
    for (uint32_t first = 0; first < n; first += BLOCK) {
        uint32_t count = n - first < BLOCK ? n - first : BLOCK;
        KITH_TRY(kith_door_distances(door, first, count, rows, err));
        for (uint32_t i = 0; i < count; i++)
            weigh(rows + (size_t)i * n, n, &closeness[first + i], &harmonic[first + i]);
    }
    return KITH_OK;
}
