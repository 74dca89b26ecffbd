/* Power iteration. igraph's own ways (PRPACK, ARPACK) cannot be interrupted, and their
 * last digits change with threads and lots. */
#include "graph/iteration.h"

#include <math.h>
#include <string.h>

#include "base/stop.h"

/* The random walker of PageRank follows a line this often, else jumps anywhere. */
#define DAMPING 0.85

/* Changes below these are noise of the last digits: of the sum over all ranks, and of a
 * value of at most 1. PageRank gets there in less than 220 rounds, since a round leaves
 * at most DAMPING of the change. */
#define RANKS_SETTLED 1e-14
#define VALUES_SETTLED 1e-13

/* Shares of the greatest value below this are 0: they are on the way there, as those of
 * parts of a graph that hand on less than the strongest part does, or lie within what
 * rounds to come would change. */
#define LEAST_VALUE 1e-12

#define RANK_ROUNDS 300

/* Steps, one a line and a node, after which other values are given up: a few seconds.
 * News settle within some hundred rounds; a chain of thousands would take millions. */
#define MOST_STEPS 1e9

/* Rounds between two looks at how many more are to be expected. */
#define LOOK_AHEAD 64

/* Adding this share of the greatest eigenvalue to all of them keeps the values of a graph
 * of two halves, whose smallest is the negative of the greatest, from swinging. */
#define SHIFT 0.25

static enum kith_status check_stop(const volatile int *stop, const char *measure,
                                   struct kith_error *err)
{
    if (kith_is_stopped(stop))
        return kith_fail(err, KITH_INTERRUPTED, "stopped while computing %s", measure);
    return KITH_OK;
}

/* PageRank */

static void add_strengths(const struct kith_lines *lines, double *sums)
{
    for (uint32_t i = 0; i < lines->edge_count; i++) {
        sums[lines->ends[2 * i]] += lines->strengths[i];
        sums[lines->ends[2 * i + 1]] += lines->strengths[i];
    }
}

/* One round from `ranks` to `next`: a node hands DAMPING of its rank on, by strength; the
 * rest, and all of a node without lines, goes to everybody. `shares` is scratch. Returns
 * the sum of the changes. */
static double walk(const struct kith_lines *lines, const double *sums, double *shares,
                   const double *ranks, double *next)
{
    uint32_t n = lines->node_count;
    double stray = 0, change = 0;
    for (uint32_t i = 0; i < n; i++) {
        shares[i] = sums[i] > 0 ? DAMPING * ranks[i] / sums[i] : 0;
        stray += sums[i] > 0 ? 0 : ranks[i];
    }
    for (uint32_t i = 0; i < n; i++)
        next[i] = (1 - DAMPING + DAMPING * stray) / n;
    for (uint32_t i = 0; i < lines->edge_count; i++) {
        uint32_t a = lines->ends[2 * i], b = lines->ends[2 * i + 1];
        next[a] += shares[b] * lines->strengths[i];
        next[b] += shares[a] * lines->strengths[i];
    }
    for (uint32_t i = 0; i < n; i++)
        change += fabs(next[i] - ranks[i]);
    return change;
}

enum kith_status kith_iterate_pagerank(const struct kith_lines *lines,
                                       const volatile int *stop, struct kith_arena *arena,
                                       double *ranks, struct kith_error *err)
{
    uint32_t n = lines->node_count;
    double *sums = KITH_ARRAY(arena, double, n), *shares = KITH_ARRAY(arena, double, n);
    double *now = KITH_ARRAY(arena, double, n), *next = KITH_ARRAY(arena, double, n);
    if (!sums || !shares || !now || !next)
        return kith_no_memory(err);
    add_strengths(lines, sums);
    for (uint32_t i = 0; i < n; i++)
        now[i] = 1.0 / n;
    double change = 1;
    for (int round = 0; round < RANK_ROUNDS && change > RANKS_SETTLED; round++) {
        KITH_TRY(check_stop(stop, "PageRank", err));
        change = walk(lines, sums, shares, now, next);
        double *spare = now;
        now = next;
        next = spare;
    }
    memcpy(ranks, now, n * sizeof *ranks);
    return KITH_OK;
}

/* Values that settle */

/* How far an iteration has come. */
struct course {
    const volatile int *stop;
    const char *measure;
    double round_cost, steps;
    double change;     /* of the last round */
    double old_change; /* at the last look ahead */
    uint32_t rounds;
    bool is_hopeless;
};

static struct course begin(const struct kith_lines *lines, const volatile int *stop,
                           const char *measure)
{
    return (struct course){.stop = stop,
                           .measure = measure,
                           .round_cost = (double)lines->edge_count + lines->node_count,
                           .change = 1,
                           .old_change = 1};
}

/* Changes shrink by a factor a round, which only ever gets nearer to 1: when at the
 * present one the rounds left would cost too much, they will. */
static void look_ahead(struct course *course)
{
    double factor = log(course->old_change / course->change) / LOOK_AHEAD;
    double left = factor > 0 ? log(course->change / VALUES_SETTLED) / factor : INFINITY;
    course->is_hopeless = course->steps + left * course->round_cost > MOST_STEPS;
    course->old_change = course->change;
}

/* After a round that changed values by `change`. */
static void advance(struct course *course, double change)
{
    course->change = change;
    course->steps += course->round_cost;
    if (++course->rounds % LOOK_AHEAD == 0 && change > VALUES_SETTLED)
        look_ahead(course);
}

static bool is_over(const struct course *course)
{
    return course->change <= VALUES_SETTLED || course->is_hopeless;
}

/* Divide by the greatest and put the result into `values`; the greatest change. */
static double settle(const double *next, double greatest, double *values, uint32_t count)
{
    double change = 0;
    for (uint32_t i = 0; i < count; i++) {
        double value = next[i] / greatest;
        change = fmax(change, fabs(value - values[i]));
        values[i] = value;
    }
    return change;
}

static double greatest_of(const double *values, uint32_t count)
{
    double greatest = 0;
    for (uint32_t i = 0; i < count; i++)
        greatest = fmax(greatest, values[i]);
    return greatest;
}

/* The value that goes into files. */
static double told(double value)
{
    return value < LEAST_VALUE ? 0 : value;
}

/* What is given up is absent throughout. */
static void give(const struct course *course, const double *found, double *values,
                 uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        values[i] = course->is_hopeless ? NAN : told(found[i]);
}

static double *new_values(struct kith_arena *arena, uint32_t count)
{
    double *values = KITH_ARRAY(arena, double, count);
    for (uint32_t i = 0; values && i < count; i++)
        values[i] = 1;
    return values;
}

/* Eigenvector centrality */

/* The greatest value converges to the greatest eigenvalue, and serves as such. */
static double gather(const struct kith_lines *lines, double *values, double *next)
{
    uint32_t n = lines->node_count;
    memset(next, 0, n * sizeof *next);
    for (uint32_t i = 0; i < lines->edge_count; i++) {
        uint32_t a = lines->ends[2 * i], b = lines->ends[2 * i + 1];
        next[a] += values[b] * lines->strengths[i];
        next[b] += values[a] * lines->strengths[i];
    }
    double shift = SHIFT * greatest_of(next, n);
    for (uint32_t i = 0; i < n; i++)
        next[i] += shift * values[i];
    return settle(next, greatest_of(next, n), values, n);
}

enum kith_status kith_iterate_eigenvector(const struct kith_lines *lines,
                                          const volatile int *stop,
                                          struct kith_arena *arena, double *values,
                                          struct kith_error *err)
{
    struct course course = begin(lines, stop, "eigenvector centrality");
    double *found = new_values(arena, lines->node_count);
    double *next = new_values(arena, lines->node_count);
    if (!found || !next)
        return kith_no_memory(err);
    while (!is_over(&course)) {
        KITH_TRY(check_stop(stop, course.measure, err));
        advance(&course, gather(lines, found, next));
    }
    give(&course, found, values, lines->node_count);
    return KITH_OK;
}

/* Hubs and authorities */

/* Hand `from` on against (is_back) or along the arrows; the greatest change in `to`. */
static double hand_on(const struct kith_lines *arrows, bool is_back, const double *from,
                      double *to, double *next)
{
    memset(next, 0, arrows->node_count * sizeof *next);
    for (uint32_t i = 0; i < arrows->edge_count; i++)
        next[arrows->ends[2 * i + !is_back]] +=
            from[arrows->ends[2 * i + is_back]] * arrows->strengths[i];
    return settle(next, greatest_of(next, arrows->node_count), to, arrows->node_count);
}

enum kith_status kith_iterate_hubs(const struct kith_lines *arrows,
                                   const volatile int *stop, struct kith_arena *arena,
                                   double *hubs, double *authorities,
                                   struct kith_error *err)
{
    uint32_t n = arrows->node_count;
    struct course course = begin(arrows, stop, "hubs and authorities");
    double *senders = new_values(arena, n), *receivers = new_values(arena, n);
    double *next = new_values(arena, n);
    if (!senders || !receivers || !next)
        return kith_no_memory(err);
    course.is_hopeless = arrows->edge_count == 0;
    while (!is_over(&course)) {
        KITH_TRY(check_stop(stop, course.measure, err));
        double change = hand_on(arrows, false, senders, receivers, next);
        advance(&course, fmax(change, hand_on(arrows, true, receivers, senders, next)));
    }
    give(&course, senders, hubs, n);
    give(&course, receivers, authorities, n);
    return KITH_OK;
}
