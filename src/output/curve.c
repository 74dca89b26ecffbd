/* Curves from box to box, and the names on them.
 *
 * Edges without heads run from middle to middle, for boxes are drawn over them. A head
 * stands before the box that it points to. */
#include "output/curve.h"

#include <math.h>
#include <stdlib.h>

#include "output/letters.h"

/* Between edges that join the same two, at their middles. */
#define BESIDE 26.0

/* Between the tip of a head and the box. */
#define TIP_GAP 1.0

/* Where on its edge a name may stand, the best first. */
static const double spots[] = {0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72};

/* Room around a name. */
#define LABEL_MARGIN 2.0

struct point {
    double x, y;
};

/* ---- curves ---------------------------------------------------------------------- */

/* An edge among those between the same two nodes. */
struct strand {
    uint32_t a, b, edge;
};

static int by_ends(const void *left, const void *right)
{
    const struct strand *x = left, *y = right;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    if (x->b != y->b)
        return x->b < y->b ? -1 : 1;
    return (x->edge > y->edge) - (x->edge < y->edge);
}

static struct point on_curve(const struct kith_curve *curve, double t)
{
    double s = 1 - t;
    double by[4] = {s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t};
    struct point point = {0};
    for (int i = 0; i < 4; i++) {
        point.x += by[i] * curve->x[i];
        point.y += by[i] * curve->y[i];
    }
    return point;
}

static bool is_inside(const struct kith_drawing *drawing,
                      const struct kith_sketch *sketch, uint32_t node, struct point at)
{
    const struct kith_boxes *boxes = &sketch->boxes;
    double across = fabs(at.x - boxes->x[node]) / (boxes->widths[node] / 2);
    double along = fabs(at.y - boxes->y[node]) / (boxes->heights[node] / 2);
    bool is_round = strcmp(drawing->nodes[node].look.shape, "ellipse") == 0;
    return (is_round ? hypot(across, along) : fmax(across, along)) < 1;
}

/* Where the curve, which ends in the middle of the node, enters its box: halving. */
static double entry(const struct kith_drawing *drawing, const struct kith_sketch *sketch,
                    uint32_t node, const struct kith_curve *curve)
{
    double outside = 0, inside = 1;
    for (int i = 0; i < 30; i++) {
        double middle = (outside + inside) / 2;
        if (is_inside(drawing, sketch, node, on_curve(curve, middle)))
            inside = middle;
        else
            outside = middle;
    }
    return outside;
}

/* De Casteljau: what a curve is up to `t`, in one coordinate. */
static void cut(double values[4], double t)
{
    double a = values[0], b = values[1], c = values[2], d = values[3];
    double ab = a + t * (b - a), bc = b + t * (c - b), cd = c + t * (d - c);
    double abc = ab + t * (bc - ab), bcd = bc + t * (cd - bc);
    values[1] = ab;
    values[2] = abc;
    values[3] = abc + t * (bcd - abc);
}

/* End the curve before its last node, with room for a head; its tip. */
static struct point put_head(const struct kith_drawing *drawing,
                             const struct kith_sketch *sketch, uint32_t node,
                             struct kith_curve *curve)
{
    double t = entry(drawing, sketch, node, curve);
    cut(curve->x, t);
    cut(curve->y, t);
    double dx = curve->x[2] - curve->x[3], dy = curve->y[2] - curve->y[3];
    double length = fmax(hypot(dx, dy), 1e-9);
    struct point tip = {curve->x[3] + TIP_GAP * dx / length,
                        curve->y[3] + TIP_GAP * dy / length};
    for (int i = 2; i < 4; i++) {
        curve->x[i] += (TIP_GAP + KITH_HEAD_LENGTH) * dx / length;
        curve->y[i] += (TIP_GAP + KITH_HEAD_LENGTH) * dy / length;
    }
    return tip;
}

static void turn_round(double values[4])
{
    double first = values[0], second = values[1];
    values[0] = values[3];
    values[1] = values[2];
    values[2] = second;
    values[3] = first;
}

static void put_heads(const struct kith_drawing *drawing,
                      const struct kith_sketch *sketch,
                      const struct kith_drawn_edge *edge, struct kith_curve *curve)
{
    curve->has_end = edge->is_directed || edge->is_conflict;
    curve->has_start = edge->is_conflict && !edge->is_directed;
    if (curve->has_end) {
        struct point tip = put_head(drawing, sketch, edge->target, curve);
        curve->end_x = tip.x;
        curve->end_y = tip.y;
    }
    if (curve->has_start) {
        turn_round(curve->x);
        turn_round(curve->y);
        struct point tip = put_head(drawing, sketch, edge->source, curve);
        turn_round(curve->x);
        turn_round(curve->y);
        curve->start_x = tip.x;
        curve->start_y = tip.y;
    }
}

/* `bend` is how far the middle lies off the straight line, to the left of a -> b, where a
 * is the node of lower number: the same side for edges of either direction. */
static void draw(const struct kith_drawing *drawing, struct kith_sketch *sketch,
                 uint32_t number, double bend)
{
    const struct kith_drawn_edge *edge = &drawing->edges[number];
    const struct kith_boxes *boxes = &sketch->boxes;
    struct kith_curve *curve = &sketch->curves[number];
    double x = boxes->x[edge->source], y = boxes->y[edge->source];
    double dx = boxes->x[edge->target] - x, dy = boxes->y[edge->target] - y;
    double length = fmax(hypot(dx, dy), 1e-9);
    double side = (edge->source < edge->target ? bend : -bend) * 4 / 3 / length;
    for (int i = 0; i < 4; i++) {
        bool is_inner = i == 1 || i == 2;
        curve->x[i] = x + dx * i / 3 - (is_inner ? side * dy : 0);
        curve->y[i] = y + dy * i / 3 + (is_inner ? side * dx : 0);
    }
    put_heads(drawing, sketch, edge, curve);
}

static void draw_side_by_side(const struct kith_drawing *drawing,
                              struct kith_sketch *sketch, const struct strand *strands,
                              uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        draw(drawing, sketch, strands[i].edge, (i - (count - 1) / 2.0) * BESIDE);
}

static enum kith_status draw_all(const struct kith_drawing *drawing,
                                 struct kith_arena *arena, struct kith_sketch *sketch,
                                 struct kith_error *err)
{
    uint32_t count = drawing->edge_count;
    struct strand *strands = KITH_ARRAY(arena, struct strand, count);
    if (!strands)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t a = drawing->edges[i].source, b = drawing->edges[i].target;
        strands[i] = a < b ? (struct strand){a, b, i} : (struct strand){b, a, i};
    }
    if (count)
        qsort(strands, count, sizeof *strands, by_ends);
    for (uint32_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && strands[end].a == strands[i].a &&
                          strands[end].b == strands[i].b;)
            end++;
        draw_side_by_side(drawing, sketch, strands + i, end - i);
    }
    return KITH_OK;
}

/* ---- names ----------------------------------------------------------------------- */

struct rectangle {
    double x, y, width, height; /* its middle and size */
};

static bool overlap(struct rectangle a, struct rectangle b)
{
    return fabs(a.x - b.x) < (a.width + b.width) / 2 &&
           fabs(a.y - b.y) < (a.height + b.height) / 2;
}

static struct rectangle label_size(const struct kith_drawn_edge *edge)
{
    return (struct rectangle){
        .width = kith_letters_width(edge->relation) * KITH_EDGE_LETTERS + LABEL_MARGIN,
        .height = KITH_LINE_HEIGHT * KITH_EDGE_LETTERS + LABEL_MARGIN};
}

static bool is_free(const struct kith_sketch *sketch, const struct rectangle *labels,
                    uint32_t label_count, struct rectangle place)
{
    const struct kith_boxes *boxes = &sketch->boxes;
    for (uint32_t i = 0; i < boxes->count; i++)
        if (overlap(place, (struct rectangle){boxes->x[i], boxes->y[i], boxes->widths[i],
                                              boxes->heights[i]}))
            return false;
    for (uint32_t i = 0; i < label_count; i++)
        if (overlap(place, labels[i]))
            return false;
    return true;
}

/* Where the curve leaves its first box. */
static double exit_of(const struct kith_drawing *drawing,
                      const struct kith_sketch *sketch, uint32_t node,
                      struct kith_curve curve)
{
    turn_round(curve.x);
    turn_round(curve.y);
    return 1 - entry(drawing, sketch, node, &curve);
}

/* A spot on what is seen of the curve. */
static bool find_spot(const struct kith_sketch *sketch, const struct rectangle *labels,
                      uint32_t label_count, double exit, double entry,
                      const struct kith_curve *curve, struct rectangle *place)
{
    for (size_t i = 0; i < sizeof spots / sizeof *spots; i++) {
        struct point at = on_curve(curve, exit + spots[i] * (entry - exit));
        place->x = at.x;
        place->y = at.y;
        if (is_free(sketch, labels, label_count, *place))
            return true;
    }
    return false;
}

/* Name an edge if there is room; where the name lies. */
static bool name(const struct kith_drawing *drawing, const struct kith_sketch *sketch,
                 uint32_t number, const struct rectangle *labels, uint32_t label_count,
                 struct rectangle *place)
{
    const struct kith_drawn_edge *edge = &drawing->edges[number];
    struct kith_curve *curve = &sketch->curves[number];
    *place = label_size(edge);
    double exit = curve->has_start ? 0 : exit_of(drawing, sketch, edge->source, *curve);
    double end = curve->has_end ? 1 : entry(drawing, sketch, edge->target, curve);
    if (!edge->is_labelled ||
        !find_spot(sketch, labels, label_count, exit, end, curve, place))
        return false;
    curve->has_label = true;
    curve->label_x = place->x;
    curve->label_y = place->y;
    return true;
}

/* The strongest choose first; they come last. */
static enum kith_status name_all(const struct kith_drawing *drawing,
                                 struct kith_arena *arena, struct kith_sketch *sketch,
                                 struct kith_error *err)
{
    struct rectangle *labels = KITH_ARRAY(arena, struct rectangle, drawing->edge_count);
    if (!labels)
        return kith_no_memory(err);
    uint32_t count = 0;
    for (uint32_t i = drawing->edge_count; i-- > 0;)
        count += name(drawing, sketch, i, labels, count, &labels[count]);
    return KITH_OK;
}

enum kith_status kith_curves_draw(const struct kith_drawing *drawing,
                                  struct kith_arena *arena, struct kith_sketch *sketch,
                                  struct kith_error *err)
{
    sketch->curves = KITH_ARRAY(arena, struct kith_curve, drawing->edge_count);
    if (!sketch->curves)
        return kith_no_memory(err);
    KITH_TRY(draw_all(drawing, arena, sketch, err));
    return name_all(drawing, arena, sketch, err);
}
