/* Sizes from letters, places from the layout. */
#include "output/sketch.h"

#include <math.h>
#include <stdlib.h>

#include "graph/layout.h"
#include "output/curve.h"
#include "output/letters.h"

/* Points. The area of a name follows PageRank. */
#define SMALLEST_LETTERS 10.0
#define LETTERS_RANGE 17.0

/* Between a name and the edge of its box, in points; dot.c tells Graphviz so. */
#define MARGIN_X 6.5
#define MARGIN_Y 3.6

/* Between two boxes, so that an arrow is seen. */
#define BETWEEN 22.0

/* A name's lines are broken past so many characters. */
#define LABEL_WIDTH 18

/* Boxes */

/* How much wider and higher a shape is than the text within: Graphviz draws polygons
 * around the ellipse around the text. */
static double swell_of(const char *shape)
{
    static const struct {
        const char *shape;
        double swell;
    } swells[] = {{"ellipse", 1.4143},
                  {"hexagon", 1.6331},
                  {"octagon", 1.5308},
                  {"house", 1.7482},
                  {"diamond", 2.0001}};
    for (size_t i = 0; i < sizeof swells / sizeof *swells; i++)
        if (strcmp(shape, swells[i].shape) == 0)
            return swells[i].swell;
    return 1;
}

static void measure_box(const struct kith_drawn_node *node, struct kith_str label,
                        double letters, double *width, double *height)
{
    double swell = swell_of(node->look.shape);
    double lines = kith_letters_lines(label);
    *width = (kith_letters_width(label) * letters + 2 * MARGIN_X) * swell;
    *height = (lines * KITH_LINE_HEIGHT * letters + 2 * MARGIN_Y) * swell;
}

static enum kith_status make_boxes(const struct kith_drawing *drawing,
                                   struct kith_arena *arena, struct kith_sketch *sketch,
                                   struct kith_error *err)
{
    uint32_t count = drawing->node_count;
    double *widths = KITH_ARRAY(arena, double, count);
    double *heights = KITH_ARRAY(arena, double, count);
    sketch->labels = KITH_ARRAY(arena, struct kith_str, count);
    sketch->letters = KITH_ARRAY(arena, double, count);
    sketch->boxes =
        (struct kith_boxes){count, KITH_ARRAY(arena, double, count),
                            KITH_ARRAY(arena, double, count), widths, heights};
    if (!widths || !heights || !sketch->labels || !sketch->letters || !sketch->boxes.x ||
        !sketch->boxes.y)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < count; i++) {
        const struct kith_drawn_node *node = &drawing->nodes[i];
        sketch->labels[i] = kith_letters_break(node->label, LABEL_WIDTH, arena);
        if (!sketch->labels[i].data)
            return kith_no_memory(err);
        sketch->letters[i] = SMALLEST_LETTERS + LETTERS_RANGE * sqrt(node->share);
        measure_box(node, sketch->labels[i], sketch->letters[i], &widths[i], &heights[i]);
    }
    return KITH_OK;
}

/* Lines: each pair of nodes once, however many edges it has. */

struct pair {
    uint32_t a, b;
    double strength, gap;
};

static int by_ends(const void *left, const void *right)
{
    const struct pair *x = left, *y = right;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

static void add(struct pair *pair, const struct pair *more)
{
    pair->strength += more->strength;
    pair->gap = fmax(pair->gap, more->gap);
}

/* Room for the name, and the head. */
static double gap_of(const struct kith_drawn_edge *edge)
{
    if (!edge->is_labelled)
        return 1;
    return kith_letters_width(edge->relation) * KITH_EDGE_LETTERS + 3 * KITH_HEAD_LENGTH;
}

static uint32_t merge_pairs(const struct kith_drawing *drawing, struct pair *pairs)
{
    for (uint32_t i = 0; i < drawing->edge_count; i++) {
        const struct kith_drawn_edge *edge = &drawing->edges[i];
        bool is_rising = edge->source < edge->target;
        pairs[i] = (struct pair){is_rising ? edge->source : edge->target,
                                 is_rising ? edge->target : edge->source, edge->weight,
                                 gap_of(edge)};
    }
    if (drawing->edge_count)
        qsort(pairs, drawing->edge_count, sizeof *pairs, by_ends);
    uint32_t count = 0;
    for (uint32_t i = 0; i < drawing->edge_count; i++)
        if (count && by_ends(&pairs[count - 1], &pairs[i]) == 0)
            add(&pairs[count - 1], &pairs[i]);
        else
            pairs[count++] = pairs[i];
    return count;
}

static enum kith_status draw_lines(const struct kith_drawing *drawing,
                                   struct kith_arena *arena, struct kith_lines *lines,
                                   struct kith_error *err)
{
    struct pair *pairs = KITH_ARRAY(arena, struct pair, drawing->edge_count);
    uint32_t *ends = KITH_ARRAY(arena, uint32_t, 2 * (size_t)drawing->edge_count);
    double *strengths = KITH_ARRAY(arena, double, drawing->edge_count);
    double *gaps = KITH_ARRAY(arena, double, drawing->edge_count);
    if (!pairs || !ends || !strengths || !gaps)
        return kith_no_memory(err);
    uint32_t count = merge_pairs(drawing, pairs);
    for (uint32_t i = 0; i < count; i++) {
        ends[2 * i] = pairs[i].a;
        ends[2 * i + 1] = pairs[i].b;
        strengths[i] = pairs[i].strength;
        gaps[i] = pairs[i].gap;
    }
    *lines = (struct kith_lines){drawing->node_count, count, ends, strengths, gaps};
    return KITH_OK;
}

/* Places */

static enum kith_status find_parts(const struct kith_lines *lines,
                                   struct kith_arena *arena, struct kith_part **parts,
                                   uint32_t *part_count, struct kith_error *err)
{
    uint32_t *groups = KITH_ARRAY(arena, uint32_t, lines->node_count);
    if (!groups)
        return kith_no_memory(err);
    struct kith_door *door;
    KITH_TRY(kith_door_open(lines, &door, err));
    enum kith_status status = kith_door_components(door, groups, err);
    kith_door_close(door);
    KITH_TRY(status);
    KITH_TRY(kith_groups_rank(groups, lines->node_count, arena, part_count, err));
    return kith_parts_cut(lines, groups, *part_count, arena, parts, err);
}

/* Boxes with the room around them. */
static enum kith_status make_wish(const struct kith_drawing *drawing,
                                  const struct kith_sketch *sketch, uint64_t seed,
                                  struct kith_arena *arena, struct kith_layout_wish *wish,
                                  struct kith_error *err)
{
    uint32_t count = drawing->node_count;
    double *widths = KITH_ARRAY(arena, double, count);
    double *heights = KITH_ARRAY(arena, double, count);
    uint32_t *communities = KITH_ARRAY(arena, uint32_t, count);
    if (!widths || !heights || !communities)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < count; i++) {
        widths[i] = sketch->boxes.widths[i] + BETWEEN;
        heights[i] = sketch->boxes.heights[i] + BETWEEN;
        communities[i] = drawing->nodes[i].community;
    }
    *wish = (struct kith_layout_wish){.kind = KITH_LAYOUT_DISTANCES,
                                      .seed = seed,
                                      .widths = widths,
                                      .heights = heights,
                                      .communities = communities,
                                      .is_picture = true};
    return KITH_OK;
}

static enum kith_status find_places(const struct kith_drawing *drawing, uint64_t seed,
                                    struct kith_arena *arena, struct kith_sketch *sketch,
                                    struct kith_error *err)
{
    struct kith_lines lines;
    struct kith_part *parts;
    struct kith_layout_wish wish;
    uint32_t part_count;
    KITH_TRY(draw_lines(drawing, arena, &lines, err));
    KITH_TRY(make_wish(drawing, sketch, seed, arena, &wish, err));
    kith_door_begin(NULL);
    enum kith_status status = find_parts(&lines, arena, &parts, &part_count, err);
    if (status == KITH_OK)
        status = kith_layout(parts, part_count, &wish, arena, sketch->boxes.x,
                             sketch->boxes.y, err);
    kith_door_end();
    return status;
}

static void find_borders(struct kith_sketch *sketch)
{
    const struct kith_boxes *boxes = &sketch->boxes;
    for (uint32_t i = 0; i < boxes->count; i++) {
        double x = boxes->widths[i] / 2, y = boxes->heights[i] / 2;
        sketch->left = fmin(sketch->left, boxes->x[i] - x);
        sketch->right = fmax(sketch->right, boxes->x[i] + x);
        sketch->bottom = fmin(sketch->bottom, boxes->y[i] - y);
        sketch->top = fmax(sketch->top, boxes->y[i] + y);
    }
}

enum kith_status kith_sketch_make(const struct kith_drawing *drawing, uint64_t seed,
                                  struct kith_arena *arena, struct kith_sketch *sketch,
                                  struct kith_error *err)
{
    *sketch = (struct kith_sketch){0};
    KITH_TRY(make_boxes(drawing, arena, sketch, err));
    if (drawing->node_count)
        KITH_TRY(find_places(drawing, seed, arena, sketch, err));
    find_borders(sketch);
    return kith_curves_draw(drawing, arena, sketch, err);
}
