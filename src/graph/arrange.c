/* Arranging one part: springs, distances or a circle; then the scale, the direction, and
 * boxes apart.
 *
 * T. Fruchterman and E. Reingold, "Graph Drawing by Force-Directed Placement", Software:
 * Practice and Experience 21(11), 1991. T. Kamada and S. Kawai, "An Algorithm for Drawing
 * General Undirected Graphs", Information Processing Letters 31, 1989; it starts from
 * where the springs left off, or from a circle. Both as igraph has them. */
#include "graph/arrange.h"

#include <math.h>

#include "graph/seat.h"
#include "graph/sidestep.h"

/* The side of the square that a node has for itself at least, in springs. */
#define SPACING 100.0

/* Of that square and of the sum of boxes: how much more page there is than boxes. */
#define ROOMINESS 4

/* Rounds of the springs, and how far a node may move in the first, as a share of the side
 * of a square that has a square of side 1 for each node. */
#define ROUNDS 500
#define STEP 0.1

/* Springs that start from anywhere do not part the communities of a large graph, however
 * long they run: many lines from each to all others draw them onto one heap. Seated
 * community by community, and moved so little that they still are, nodes come out with
 * communities apart (of 467 nodes of news, three times as far from nodes of others as of
 * their own; of a hundred thousand, four times), after a twentieth of the rounds. Below
 * that many nodes, more rounds part them too and cost nothing. */
#define SEATED_NODES 200
#define ROUNDS_SEATED 25
#define STEP_SEATED 0.025

/* By distances, so few start from a circle: springs may leave them on one line in a wrong
 * order. */
#define FEW_NODES 8

/* Distances between all pairs take minutes beyond. */
#define DISTANCES_NODES 1000

/* Within a community edges pull stronger and are shorter, between two the other way. */
#define PULL_WITHIN 2.0
#define PULL_BETWEEN 0.5
#define GAP_WITHIN 0.8
#define GAP_BETWEEN 1.3

/* What an edge is long beyond the boxes at its ends: the strongest, and the weakest; and
 * for each edge there, by the root of their number, so that hubs stand apart. */
#define SHORTEST 35.0
#define LONGEST 75.0
#define CROWD 10.0

/* Names and pages are wider than high: a picture by distances is drawn out so. */
#define WIDER 1.2

static const double pi = 3.14159265358979323846;

/* A part under work; edges have the numbers of its lines. */
struct desk {
    const struct kith_part *part;
    const struct kith_layout_wish *wish;
    struct kith_arena *arena;
    struct kith_boxes *boxes;
    double *pulls;
    uint32_t *degrees;
};

static bool is_within(const struct desk *desk, uint32_t edge)
{
    const uint32_t *communities = desk->wish->communities, *nodes = desk->part->nodes;
    const uint32_t *ends = desk->part->lines.ends + 2 * (size_t)edge;
    return communities[nodes[ends[0]]] == communities[nodes[ends[1]]];
}

/* ---- springs --------------------------------------------------------------------- */

/* Strengths differ by thousands where eyes can tell a handful: the logarithm draws. */
static double draw_of(double strength)
{
    return 1 + log(fmax(1, strength));
}

static enum kith_status run_springs(const struct desk *desk, struct kith_error *err)
{
    const struct kith_lines *lines = &desk->part->lines;
    for (uint32_t i = 0; i < lines->edge_count; i++)
        desk->pulls[i] = draw_of(lines->strengths[i]) *
                         (is_within(desk, i) ? PULL_WITHIN : PULL_BETWEEN);
    double *x = desk->boxes->x, *y = desk->boxes->y, side = sqrt(lines->node_count);
    struct kith_springs springs = {desk->pulls, desk->wish->seed, ROUNDS, side * STEP,
                                   .is_seated = lines->node_count >= SEATED_NODES};
    if (springs.is_seated) {
        KITH_TRY(kith_seats_discs(desk->part, desk->wish->communities, desk->arena, x, y,
                                  err));
        springs.rounds = ROUNDS_SEATED;
        springs.step = side * STEP_SEATED;
    }
    struct kith_door *door;
    KITH_TRY(kith_door_open(lines, &door, err));
    enum kith_status status = kith_door_springs(door, &springs, x, y, err);
    kith_door_close(door);
    return status;
}

static void scale(const struct kith_boxes *boxes, double by)
{
    for (uint32_t i = 0; i < boxes->count; i++) {
        boxes->x[i] *= by;
        boxes->y[i] *= by;
    }
}

static void centre(double *values, uint32_t count)
{
    double sum = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += values[i];
    for (uint32_t i = 0; i < count; i++)
        values[i] -= sum / count;
}

static double area(const struct kith_boxes *boxes)
{
    double sum = 0;
    for (uint32_t i = 0; i < boxes->count; i++)
        sum += fmax(SPACING * SPACING, ROOMINESS * boxes->widths[i] * boxes->heights[i]);
    return sum;
}

/* Scale so that the nodes lie as far from their middle, in the root of the mean square,
 * as if spread evenly over a disc of the area A that they need: A = pi R^2, and the root
 * of the mean square of a disc is R / sqrt 2. Unlike the mean length of an edge, this
 * gives room in dense graphs too. */
static void fit_area(const struct kith_boxes *boxes)
{
    double sum = 0;
    centre(boxes->x, boxes->count);
    centre(boxes->y, boxes->count);
    for (uint32_t i = 0; i < boxes->count; i++)
        sum += boxes->x[i] * boxes->x[i] + boxes->y[i] * boxes->y[i];
    scale(boxes, sum > 0 ? sqrt(area(boxes) / (2 * pi)) / sqrt(sum / boxes->count) : 0);
}

/* ---- distances ------------------------------------------------------------------- */

/* What a box adds to an edge that leaves it in any direction; most leave to a side. */
static double reach_of(const struct kith_boxes *boxes, uint32_t node)
{
    return (2 * boxes->widths[node] + boxes->heights[node]) / 5;
}

/* What an edge is long between the boxes. */
static double gap_of(const struct desk *desk, uint32_t edge, double strongest)
{
    const struct kith_lines *lines = &desk->part->lines;
    double share = draw_of(lines->strengths[edge]) / strongest;
    double crowd = CROWD * sqrt(desk->degrees[lines->ends[2 * edge]] +
                                desk->degrees[lines->ends[2 * edge + 1]]);
    double gap = (LONGEST - share * (LONGEST - SHORTEST) + crowd) *
                 (is_within(desk, edge) ? GAP_WITHIN : GAP_BETWEEN);
    return desk->wish->is_picture ? fmax(gap, lines->lengths[edge]) : gap;
}

static double length_of(const struct desk *desk, uint32_t edge, double strongest)
{
    const uint32_t *ends = desk->part->lines.ends + 2 * (size_t)edge;
    return reach_of(desk->boxes, ends[0]) + reach_of(desk->boxes, ends[1]) +
           gap_of(desk, edge, strongest);
}

/* Scale so that edges are as long as they should, on average. */
static void fit_lengths(const struct desk *desk, const double *lengths)
{
    const struct kith_lines *lines = &desk->part->lines;
    const struct kith_boxes *boxes = desk->boxes;
    double wanted = 0, is = 0;
    for (uint32_t i = 0; i < lines->edge_count; i++) {
        uint32_t a = lines->ends[2 * i], b = lines->ends[2 * i + 1];
        wanted += lengths[i];
        is += hypot(boxes->x[a] - boxes->x[b], boxes->y[a] - boxes->y[b]);
    }
    scale(boxes, is > 0 ? wanted / is : 0);
}

static enum kith_status run_distances(const struct desk *desk, struct kith_error *err)
{
    const struct kith_lines *lines = &desk->part->lines;
    double strongest = 1, *lengths = desk->pulls;
    for (uint32_t i = 0; i < lines->edge_count; i++)
        strongest = fmax(strongest, draw_of(lines->strengths[i]));
    for (uint32_t i = 0; i < lines->edge_count; i++)
        lengths[i] = length_of(desk, i, strongest);
    struct kith_door *door;
    KITH_TRY(kith_door_open(lines, &door, err));
    enum kith_status status =
        kith_door_distances_drawn(door, lengths, desk->boxes->x, desk->boxes->y, err);
    kith_door_close(door);
    KITH_TRY(status);
    centre(desk->boxes->x, desk->boxes->count);
    centre(desk->boxes->y, desk->boxes->count);
    fit_lengths(desk, lengths);
    return KITH_OK;
}

/* ---- the part -------------------------------------------------------------------- */

/* Turn the longest way of the cloud, its principal axis, to the right: pages and screens
 * are wide, and so are names. */
static void lay_down(const struct kith_boxes *boxes)
{
    double xx = 0, xy = 0, yy = 0;
    for (uint32_t i = 0; i < boxes->count; i++) {
        xx += boxes->x[i] * boxes->x[i];
        xy += boxes->x[i] * boxes->y[i];
        yy += boxes->y[i] * boxes->y[i];
    }
    double angle = atan2(2 * xy, xx - yy) / 2, c = cos(angle), s = sin(angle);
    for (uint32_t i = 0; i < boxes->count; i++) {
        double x = boxes->x[i], y = boxes->y[i];
        boxes->x[i] = c * x + s * y;
        boxes->y[i] = c * y - s * x;
    }
}

/* What distances start from, and all that springs are asked for. */
static enum kith_status start(const struct desk *desk, struct kith_error *err)
{
    bool has_distances = desk->wish->kind == KITH_LAYOUT_DISTANCES;
    if (desk->wish->kind == KITH_LAYOUT_CIRCLE ||
        (has_distances && desk->boxes->count <= FEW_NODES))
        return kith_seats_circle(desk->part, desk->wish->communities, SPACING,
                                 desk->arena, desk->boxes->x, desk->boxes->y, err);
    if (desk->boxes->count == 2)
        desk->boxes->x[1] = 1;
    return desk->boxes->count > 2 ? run_springs(desk, err) : KITH_OK;
}

static enum kith_status find_places(const struct desk *desk, struct kith_error *err)
{
    KITH_TRY(start(desk, err));
    if (desk->wish->kind == KITH_LAYOUT_CIRCLE)
        return KITH_OK;
    fit_area(desk->boxes);
    if (desk->wish->kind == KITH_LAYOUT_DISTANCES && desk->boxes->count > 1 &&
        desk->boxes->count <= DISTANCES_NODES)
        KITH_TRY(run_distances(desk, err));
    lay_down(desk->boxes);
    for (uint32_t i = 0; i < desk->boxes->count; i++)
        desk->boxes->x[i] *= WIDER;
    return KITH_OK;
}

enum kith_status kith_arrange(const struct kith_part *part,
                              const struct kith_layout_wish *wish,
                              struct kith_arena *arena, struct kith_boxes *boxes,
                              struct kith_error *err)
{
    uint32_t count = part->lines.node_count;
    double *widths = KITH_ARRAY(arena, double, count);
    double *heights = KITH_ARRAY(arena, double, count);
    double *pulls = KITH_ARRAY(arena, double, part->lines.edge_count);
    uint32_t *degrees = KITH_ARRAY(arena, uint32_t, count);
    *boxes = (struct kith_boxes){count, KITH_ARRAY(arena, double, count),
                                 KITH_ARRAY(arena, double, count), widths, heights};
    if (!widths || !heights || !pulls || !degrees || !boxes->x || !boxes->y)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < count; i++) {
        widths[i] = wish->widths[part->nodes[i]];
        heights[i] = wish->heights[part->nodes[i]];
    }
    for (uint32_t i = 0; i < 2 * part->lines.edge_count; i++)
        degrees[part->lines.ends[i]]++;
    struct desk desk = {part, wish, arena, boxes, pulls, degrees};
    KITH_TRY(find_places(&desk, err));
    KITH_TRY(kith_spread(boxes, wish->stop, arena, err));
    if (wish->is_picture)
        kith_sidestep(boxes, &part->lines);
    return KITH_OK;
}
