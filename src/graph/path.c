/* Searches in blocks of sources, side by side, and their sums in the order of the blocks.
 */
#include "graph/path.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/pool.h"
#include "base/stop.h"
#include "graph/search.h"

/* Steps a second of one core, from bench/bench_graph, slow where a million lines crowd
 * the caches. A search on n nodes and m lines counts as 2m + NODE_STEPS n of them. */
#define STEPS_RATE 60e6
#define NODE_STEPS 16.0

/* Fewer sources than this say nothing, however small the budget. */
#define FEWEST_SOURCES 32

/* Sources whose dependencies one thread adds up before they go to the whole. A fixed
 * number, so that sums are taken in the same order by any number of threads. */
#define BLOCK 32

/* Blocks under way for each thread: one is searched, one waits for its turn. */
#define SLOTS_A_THREAD 2

/* Nodes by whose error a sample is judged. */
#define HIGHEST 20

/* The plan */

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
    double cost = 2.0 * lines->edge_count + NODE_STEPS * lines->node_count;
    double wanted = fmax(FEWEST_SOURCES, seconds * STEPS_RATE / cost);
    *plan = (struct kith_path_plan){nodes, count, count};
    if (wanted >= count)
        return KITH_OK;
    plan->source_count = (uint32_t)wanted;
    draw(nodes, count, plan->source_count, seed);
    return KITH_OK;
}

bool kith_path_is_sampled(const struct kith_path_plan *plan)
{
    return plan->source_count < plan->connected_count;
}

/* The blocks */

/* What a thread needs for a block, and what comes of it. */
struct slot {
    uint32_t first; /* index of the block's first source */
    struct kith_search *search;
    double *sums, *squares; /* of dependencies, by node; squares only when sampled */
};

struct survey {
    struct kith_web web;
    const struct kith_path_plan *plan;
    const volatile int *stop;
    struct slot *slots;
    unsigned slot_count;
    double *sums, *squares; /* over all blocks */
    double *closeness, *harmonic;
};

static void add_dependencies(const struct survey *survey, struct slot *slot,
                             const struct kith_reach *found)
{
    for (uint32_t i = 1; i < found->reached; i++) {
        uint32_t node = found->order[i];
        slot->sums[node] += found->dependency[node];
    }
    for (uint32_t i = 1; survey->squares && i < found->reached; i++) {
        uint32_t node = found->order[i];
        slot->squares[node] += found->dependency[node] * found->dependency[node];
    }
}

/* What a search says of the node it starts from, r being the nodes it reaches, d the
 * distance in units of a line of strength 1, n all nodes:
 *
 *     closeness = r / (n - 1) * r / sum of d     (S. Wasserman, K. Faust 1994, 5.2)
 *     harmonic  = sum of 1 / d / (n - 1)         (M. Marchiori, V. Latora 2000)
 *
 * The sum of distances is one of whole numbers, and exact. */
static void weigh(const struct survey *survey, const struct kith_reach *found)
{
    uint64_t sum = 0;
    double inverse = 0, reached = found->reached - 1.0;
    for (uint32_t i = 1; i < found->reached; i++) {
        uint64_t distance = found->distance[found->order[i]];
        sum += distance;
        inverse += KITH_PATH_UNIT / (double)distance;
    }
    uint32_t node = found->order[0];
    double others = survey->web.node_count - 1.0;
    survey->closeness[node] = reached / others * (reached * KITH_PATH_UNIT / (double)sum);
    survey->harmonic[node] = inverse / others;
}

static enum kith_status feed_blocks(void *context, struct kith_feed *feed,
                                    struct kith_error *err)
{
    struct survey *survey = context;
    for (uint32_t first = 0; first < survey->plan->source_count; first += BLOCK) {
        unsigned number;
        KITH_TRY(kith_feed_wait(feed, &number));
        survey->slots[number].first = first;
        KITH_TRY(kith_feed_submit(feed, err));
    }
    return KITH_OK;
}

static void search_block(void *context, unsigned number)
{
    struct survey *survey = context;
    struct slot *slot = &survey->slots[number];
    const struct kith_path_plan *plan = survey->plan;
    uint32_t count = plan->source_count - slot->first;
    uint32_t end = slot->first + (count < BLOCK ? count : BLOCK);
    for (uint32_t i = slot->first; i < end; i++) {
        if (kith_is_stopped(survey->stop))
            return;
        struct kith_reach found = kith_search_run(slot->search, plan->sources[i]);
        add_dependencies(survey, slot, &found);
        if (!kith_path_is_sampled(plan))
            weigh(survey, &found);
    }
}

static void move_sums(double *to, double *from, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        to[i] += from[i];
    memset(from, 0, count * sizeof *from);
}

static enum kith_status merge_block(void *context, unsigned number,
                                    struct kith_error *err)
{
    struct survey *survey = context;
    if (kith_is_stopped(survey->stop))
        return kith_fail(err, KITH_INTERRUPTED, "stopped while computing betweenness");
    move_sums(survey->sums, survey->slots[number].sums, survey->web.node_count);
    if (survey->squares)
        move_sums(survey->squares, survey->slots[number].squares, survey->web.node_count);
    return KITH_OK;
}

/* The values */

/* L. C. Freeman 1977: the sum, over pairs of other nodes, of the share of their shortest
 * paths that passes here; each pair is met from either end. From a sample of k of N
 * sources, as U. Brandes and C. Pich 2007 do, N / k times as much; its standard error is
 * that of a sum estimated from k of N without putting back (W. G. Cochran 1977, 2.4):
 * N / 2 * root of (s^2 / k * (1 - k / N)), s^2 being the variance among the sources. */
static void give_betweenness(const struct survey *survey,
                             const struct kith_path_values *values)
{
    double k = survey->plan->source_count, all = survey->plan->connected_count;
    for (uint32_t i = 0; i < survey->web.node_count; i++) {
        double sum = survey->sums[i];
        values->betweenness[i] = sum / 2;
        values->betweenness_error[i] = NAN;
        if (!survey->squares)
            continue;
        double variance = fmax(0, survey->squares[i] - sum * sum / k) / (k - 1);
        values->betweenness[i] = all / k * sum / 2;
        values->betweenness_error[i] = all / 2 * sqrt(variance / k * (1 - k / all));
    }
}

static void give(const struct survey *survey, const struct kith_path_values *values)
{
    size_t size = survey->web.node_count * sizeof(double);
    give_betweenness(survey, values);
    memcpy(values->closeness, survey->closeness, size);
    memcpy(values->harmonic, survey->harmonic, size);
}

/* All together */

static bool make_slots(struct survey *survey, unsigned count, struct kith_arena *arena)
{
    uint32_t n = survey->web.node_count;
    survey->slots = KITH_ARRAY(arena, struct slot, count);
    if (!survey->slots)
        return false;
    survey->slot_count = count;
    for (unsigned i = 0; i < count; i++) {
        struct slot *slot = &survey->slots[i];
        slot->search = kith_search_new(&survey->web);
        slot->sums = KITH_ARRAY(arena, double, n);
        if (survey->squares)
            slot->squares = KITH_ARRAY(arena, double, n);
        if (!slot->search || !slot->sums || (survey->squares && !slot->squares))
            return false;
    }
    return true;
}

static bool make_room(struct survey *survey, unsigned jobs, struct kith_arena *arena)
{
    uint32_t n = survey->web.node_count;
    bool is_sampled = kith_path_is_sampled(survey->plan);
    survey->sums = KITH_ARRAY(arena, double, n);
    survey->closeness = KITH_ARRAY(arena, double, n);
    survey->harmonic = KITH_ARRAY(arena, double, n);
    if (is_sampled)
        survey->squares = KITH_ARRAY(arena, double, n);
    if (!survey->sums || !survey->closeness || !survey->harmonic ||
        (is_sampled && !survey->squares))
        return false;
    for (uint32_t i = 0; i < n; i++) {
        survey->closeness[i] = NAN;
        survey->harmonic[i] = is_sampled ? NAN : 0;
    }
    return make_slots(survey, jobs * SLOTS_A_THREAD, arena);
}

enum kith_status kith_path_measure(const struct kith_lines *lines,
                                   const struct kith_path_plan *plan, unsigned jobs,
                                   const volatile int *stop, struct kith_arena *arena,
                                   const struct kith_path_values *values,
                                   struct kith_error *err)
{
    struct survey survey = {.plan = plan, .stop = stop};
    uint32_t blocks = (plan->source_count + BLOCK - 1) / BLOCK;
    jobs = jobs ? jobs : kith_pool_cores();
    jobs = jobs < blocks ? jobs : blocks > 1 ? blocks : 1;
    KITH_TRY(kith_web_draw(lines, arena, &survey.web, err));
    enum kith_status status = KITH_NO_MEMORY;
    if (make_room(&survey, jobs, arena)) {
        struct kith_pool pool = {.workers = jobs,
                                 .slots = survey.slot_count,
                                 .context = &survey,
                                 .fill = feed_blocks,
                                 .work = search_block,
                                 .merge = merge_block};
        status = kith_pool_run(&pool, err);
    } else {
        kith_no_memory(err);
    }
    for (unsigned i = 0; i < survey.slot_count; i++)
        kith_search_free(survey.slots[i].search);
    KITH_TRY(status);
    give(&survey, values);
    return KITH_OK;
}

/* The highest values so far, highest first. */
struct highest {
    uint32_t nodes[HIGHEST];
    uint32_t count;
};

static void rank(struct highest *highest, const double *values, uint32_t node)
{
    uint32_t place = highest->count;
    while (place && values[highest->nodes[place - 1]] < values[node])
        place--;
    if (place == HIGHEST)
        return;
    if (highest->count < HIGHEST)
        highest->count++;
    for (uint32_t i = highest->count - 1; i > place; i--)
        highest->nodes[i] = highest->nodes[i - 1];
    highest->nodes[place] = node;
}

double kith_path_relative_error(const struct kith_path_values *values,
                                uint32_t node_count)
{
    struct highest highest = {.count = 0};
    double sum = 0;
    for (uint32_t i = 0; i < node_count; i++)
        if (values->betweenness[i] > 0)
            rank(&highest, values->betweenness, i);
    for (uint32_t i = 0; i < highest.count; i++) {
        uint32_t node = highest.nodes[i];
        sum += values->betweenness_error[node] / values->betweenness[node];
    }
    return highest.count ? sum / highest.count : 0;
}
