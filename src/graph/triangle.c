/* Triangles, each seen once from its node of lowest degree.
 *
 * Every line is an arc from the end with fewer neighbours to the other; then no node has
 * more arcs than the root of twice the lines, and a triangle is a node, an arc of it, and
 * an arc of that arc's end to a node that the first has an arc to (N. Chiba, T. Nishizeki
 * 1985; M. Latapy 2008). Asking each node for the neighbours of its neighbours, as igraph
 * does for constraint, costs the squares of degrees, and news have names that stand
 * beside everybody. */
#include "graph/triangle.h"

#include <math.h>

#include "base/stop.h"

struct arc {
    uint32_t node, line;
};

struct arcs {
    uint32_t *begin; /* node i has items begin[i] ... begin[i + 1] */
    struct arc *items;
};

/* What triangles add up to. */
struct tally {
    const struct kith_lines *lines;
    const double *strengths;
    struct arcs arcs;
    uint32_t *line_to;   /* of the node looked at: the line to another, plus one, or 0 */
    uint32_t *triangles; /* by node */
    double *detours;     /* by line: how strongly its ends hang together by a third */
};

/* The end from which a line is an arc: 0 or 1. */
static uint32_t tail_of(const struct kith_lines *lines, const uint32_t *degrees,
                        uint32_t line)
{
    uint32_t a = lines->ends[2 * line], b = lines->ends[2 * line + 1];
    if (degrees[a] != degrees[b])
        return degrees[a] > degrees[b];
    return a > b;
}

/* A counting sort by tail. */
static bool draw_arcs(const struct kith_lines *lines, const uint32_t *degrees,
                      struct kith_arena *arena, struct arcs *arcs)
{
    uint32_t n = lines->node_count;
    arcs->begin = KITH_ARRAY(arena, uint32_t, (size_t)n + 2);
    arcs->items = KITH_ARRAY(arena, struct arc, lines->edge_count);
    if (!arcs->begin || !arcs->items)
        return false;
    uint32_t *fill = arcs->begin + 1; /* one place ahead, so that filling sets it right */
    for (uint32_t i = 0; i < lines->edge_count; i++)
        fill[lines->ends[2 * i + tail_of(lines, degrees, i)] + 1]++;
    for (uint32_t i = 0; i < n; i++)
        fill[i + 1] += fill[i];
    for (uint32_t i = 0; i < lines->edge_count; i++) {
        uint32_t tail = tail_of(lines, degrees, i);
        arcs->items[fill[lines->ends[2 * i + tail]]++] =
            (struct arc){lines->ends[2 * i + !tail], i};
    }
    return true;
}

/* A triangle of the nodes u, v and w. What hangs i and j together by q is w_iq * w_qj /
 * s_q, the same from either side. */
static void count(struct tally *tally, uint32_t u, struct arc uv, struct arc vw)
{
    uint32_t v = uv.node, w = vw.node, uw = tally->line_to[w] - 1;
    const double *weight = tally->lines->strengths, *strength = tally->strengths;
    tally->triangles[u]++;
    tally->triangles[v]++;
    tally->triangles[w]++;
    tally->detours[uv.line] += weight[uw] * weight[vw.line] / strength[w];
    tally->detours[vw.line] += weight[uv.line] * weight[uw] / strength[u];
    tally->detours[uw] += weight[uv.line] * weight[vw.line] / strength[v];
}

static void look_at(struct tally *tally, uint32_t u)
{
    const uint32_t *begin = tally->arcs.begin;
    const struct arc *items = tally->arcs.items;
    for (uint32_t i = begin[u]; i < begin[u + 1]; i++)
        tally->line_to[items[i].node] = items[i].line + 1;
    for (uint32_t i = begin[u]; i < begin[u + 1]; i++)
        for (uint32_t k = begin[items[i].node]; k < begin[items[i].node + 1]; k++)
            if (tally->line_to[items[k].node])
                count(tally, u, items[i], items[k]);
    for (uint32_t i = begin[u]; i < begin[u + 1]; i++)
        tally->line_to[items[i].node] = 0;
}

/* D. J. Watts, S. H. Strogatz 1998: of the pairs of neighbours, the share that are
 * neighbours themselves. */
static void cluster(const struct tally *tally, const uint32_t *degrees, double *values)
{
    for (uint32_t i = 0; i < tally->lines->node_count; i++) {
        double pairs = 0.5 * degrees[i] * (degrees[i] - 1.0);
        values[i] = pairs > 0 ? tally->triangles[i] / pairs : NAN;
    }
}

/* R. S. Burt 1992: the sum over neighbours j of (p_ij + sum over q of p_iq p_qj)^2, where
 * p_ij = w_ij / s_i; that is of ((w_ij + detours_ij) / s_i)^2. */
static void constrain(const struct tally *tally, const uint32_t *degrees, double *values)
{
    const struct kith_lines *lines = tally->lines;
    for (uint32_t i = 0; i < lines->node_count; i++)
        values[i] = degrees[i] ? 0 : NAN;
    for (uint32_t i = 0; i < lines->edge_count; i++) {
        double both = lines->strengths[i] + tally->detours[i];
        for (uint32_t end = 0; end < 2; end++) {
            uint32_t node = lines->ends[2 * i + end];
            double share = both / tally->strengths[node];
            values[node] += share * share;
        }
    }
}

enum kith_status kith_triangles_measure(const struct kith_lines *lines,
                                        const uint32_t *degrees, const double *strengths,
                                        const volatile int *stop,
                                        struct kith_arena *arena, double *clustering,
                                        double *constraint, struct kith_error *err)
{
    struct tally tally = {.lines = lines,
                          .strengths = strengths,
                          .line_to = KITH_ARRAY(arena, uint32_t, lines->node_count),
                          .triangles = KITH_ARRAY(arena, uint32_t, lines->node_count),
                          .detours = KITH_ARRAY(arena, double, lines->edge_count)};
    if (!tally.line_to || !tally.triangles || !tally.detours ||
        !draw_arcs(lines, degrees, arena, &tally.arcs))
        return kith_no_memory(err);
    for (uint32_t i = 0; i < lines->node_count; i++) {
        if (kith_is_stopped(stop))
            return kith_fail(err, KITH_INTERRUPTED, "stopped while counting triangles");
        look_at(&tally, i);
    }
    cluster(&tally, degrees, clustering);
    constrain(&tally, degrees, constraint);
    return KITH_OK;
}
