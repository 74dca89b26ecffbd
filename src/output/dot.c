/* The drawing as a DOT file.
 *
 * Everything has its place already (sketch.h), so the file names the engine that only
 * draws. Lines have three voices. Colour and head tell the kind: grey for a pair, dark
 * with an arrow for a relation, red with a bar for a conflict. The stroke tells what the
 * articles make of it: solid, a fact; dashed, a claim or plan; dotted, denied. The width
 * grows with the root of the weight. */
#include "output/dot.h"

#include <math.h>

#include "output/cell.h"
#include "output/clean.h"
#include "output/legend.h"
#include "output/letters.h"
#include "output/palette.h"

/* Points. */
#define NARROWEST_LINE 0.6
#define LINE_RANGE 5.0
#define INCH 72.0

/* Relations are told by colour and head; their lines need not be wide. */
#define RELATION_LINE 1.1
#define RELATION_RANGE 2.0

/* Where all weights are small, lines stay thin. */
#define SMALLEST_SCALE 16

static void write_hundredths(struct kith_buf *out, double number)
{
    kith_buf_double(out, floor(number * 100 + 0.5) / 100 + 0.0);
}

static void write_point(struct kith_buf *out, double x, double y)
{
    write_hundredths(out, x);
    kith_buf_byte(out, ',');
    write_hundredths(out, y);
}

/* The head of the file */

static void write_head(struct kith_buf *out, const struct kith_drawing *drawing,
                       struct kith_sketch *sketch)
{
    kith_buf_text(out,
                  "// Drawn by: dot -Tsvg graph.dot > graph.svg\n"
                  "graph kith {\n"
                  "  graph [layout=nop2 outputorder=edgesfirst bgcolor=white pad=0.3 "
                  "charset=\"UTF-8\"\n"
                  "         _background=\"");
    kith_legend_write(drawing, sketch, out);
    kith_buf_text(out, "\"\n         bb=\"");
    write_point(out, sketch->left, sketch->bottom);
    kith_buf_byte(out, ',');
    write_point(out, sketch->right, sketch->top);
    kith_buf_text(out, "\"]\n  node [fontname=\"" KITH_FONTS
                       "\" penwidth=0.7 color=\"#00000060\" margin=\"0.09,0.05\"]\n"
                       "  edge [color=\"" KITH_PAIR_COLOUR "\" fontname=\"" KITH_FONTS
                       "\" fontsize=");
    write_hundredths(out, KITH_EDGE_LETTERS);
    kith_buf_text(out, " fontcolor=\"" KITH_RELATION_COLOUR "\" arrowsize=");
    write_hundredths(out, KITH_HEAD_LENGTH / 10);
    kith_buf_text(out, "]\n");
}

/* Nodes */

static void write_node_tooltip(struct kith_buf *out, const struct kith_drawn_node *node)
{
    struct kith_buf text = {0};
    kith_buf_str(&text, node->label);
    kith_buf_text(&text, ", ");
    kith_buf_str(&text, node->type);
    kith_buf_text(&text, ": ");
    kith_cell_count(&text, node->mentions, "mention in ", "mentions in ");
    kith_cell_count(&text, node->stories, "story", "stories");
    kith_clean_dot_tooltip(out, kith_buf_view(&text));
    out->is_broken |= text.is_broken;
    kith_buf_release(&text);
}

static void write_id(struct kith_buf *out, struct kith_str key)
{
    kith_clean_twice(out, key, kith_clean_id, kith_clean_dot);
}

static void write_inches(struct kith_buf *out, const char *name, double points)
{
    kith_buf_text(out, name);
    kith_buf_double(out, floor(points / INCH * 1000 + 0.5) / 1000);
}

static void write_node(struct kith_buf *out, const struct kith_drawn_node *node,
                       const struct kith_sketch *sketch, uint32_t i)
{
    const struct kith_look *look = &node->look;
    kith_buf_text(out, "  ");
    write_id(out, node->id);
    kith_buf_text(out, " [label=");
    kith_clean_dot_label(out, sketch->labels[i]);
    kith_buf_text(out, " pos=\"");
    write_point(out, sketch->boxes.x[i], sketch->boxes.y[i]);
    kith_buf_byte(out, '"');
    write_inches(out, " width=", sketch->boxes.widths[i]);
    write_inches(out, " height=", sketch->boxes.heights[i]);
    kith_buf_text(out, " fontsize=");
    write_hundredths(out, sketch->letters[i]);
    kith_buf_text(out, " shape=");
    kith_buf_text(out, look->shape);
    kith_buf_text(out, " style=\"");
    kith_buf_text(out, look->style);
    if (look->borders != 1) {
        kith_buf_text(out, "\" peripheries=\"");
        kith_buf_unsigned(out, (uint64_t)look->borders);
    }
    kith_buf_text(out, "\" fillcolor=\"");
    kith_buf_text(out, look->fill);
    kith_buf_text(out, "\" fontcolor=\"");
    kith_buf_text(out, look->text);
    kith_buf_text(out, "\" id=");
    write_id(out, node->id);
    kith_buf_text(out, " class=");
    kith_clean_dot(out, node->type);
    if (node->link.length) {
        kith_buf_text(out, " URL=");
        kith_clean_dot_url(out, node->link);
    }
    kith_buf_text(out, " tooltip=");
    write_node_tooltip(out, node);
    kith_buf_text(out, "]\n");
}

/* Edges */

/* What edges are written with. */
struct pen {
    struct kith_buf *out;
    const struct kith_drawing *drawing;
    struct kith_exhibits *exhibits;
    uint32_t largest; /* the weight of the widest line */
};

/* ": 2 claimed, 1 denied", when there is more than plain assertions. */
static void write_standings(struct kith_buf *out, const struct kith_drawn_edge *edge)
{
    const char *mark = ": ";
    if (edge->support->rows[KITH_ASSERTED] == edge->weight)
        return;
    for (int i = KITH_ASSERTED; i < KITH_STANDINGS; i++) {
        if (!edge->support->rows[i])
            continue;
        kith_buf_text(out, mark);
        kith_buf_unsigned(out, edge->support->rows[i]);
        kith_buf_byte(out, ' ');
        kith_buf_text(out, kith_standing_name((enum kith_standing)i));
        mark = ", ";
    }
}

/* The sentence that says so. */
static void write_exhibit(struct kith_buf *out, struct kith_exhibits *exhibits,
                          uint32_t number)
{
    size_t before = out->length;
    kith_buf_text(out, ". “");
    size_t begin = out->length;
    if (exhibits)
        kith_exhibits_write(exhibits, number, out);
    if (out->length > begin)
        kith_buf_text(out, "”");
    else
        out->length = before;
}

static void write_edge_tooltip(const struct pen *pen, const struct kith_drawn_edge *edge)
{
    const struct kith_drawn_node *nodes = pen->drawing->nodes;
    struct kith_buf text = {0};
    kith_buf_str(&text, nodes[edge->source].label);
    kith_buf_text(&text, edge->is_directed ? " → " : " – ");
    kith_buf_str(&text, nodes[edge->target].label);
    kith_buf_text(&text, ": ");
    if (edge->relation.length) {
        kith_buf_str(&text, edge->relation);
        kith_buf_text(&text, ", said ");
        kith_cell_count(&text, edge->weight, "time in ", "times in ");
    } else {
        kith_buf_text(&text, "together ");
        kith_cell_count(&text, edge->weight, "time in ", "times in ");
    }
    kith_cell_count(&text, edge->stories, "story", "stories");
    if (edge->support)
        write_standings(&text, edge);
    write_exhibit(&text, pen->exhibits, edge->number);
    kith_clean_dot_tooltip(pen->out, kith_buf_view(&text));
    pen->out->is_broken |= text.is_broken;
    kith_buf_release(&text);
}

/* "e,90,40 s,10,10 20,15 ...": the tips of heads, then the curve. */
static void write_curve(struct kith_buf *out, const struct kith_curve *curve)
{
    kith_buf_text(out, " pos=\"");
    if (curve->has_start) {
        kith_buf_text(out, "s,");
        write_point(out, curve->start_x, curve->start_y);
        kith_buf_byte(out, ' ');
    }
    if (curve->has_end) {
        kith_buf_text(out, "e,");
        write_point(out, curve->end_x, curve->end_y);
        kith_buf_byte(out, ' ');
    }
    for (int i = 0; i < 4; i++) {
        kith_buf_text(out, i ? " " : "");
        write_point(out, curve->x[i], curve->y[i]);
    }
    kith_buf_byte(out, '"');
}

/* The name stands on its line, whose colour it has, on a ground that hides the line. */
static void write_name(struct kith_buf *out, const struct kith_drawn_edge *edge,
                       const struct kith_curve *curve)
{
    kith_buf_text(out, " lp=\"");
    write_point(out, curve->label_x, curve->label_y);
    kith_buf_text(out, "\" label=<<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" "
                       "cellpadding=\"1\"><tr><td bgcolor=\"#FFFFFFD8\">");
    kith_clean_dot_html(out, edge->relation);
    kith_buf_text(out, "</td></tr></table>>");
}

static void write_relation_look(struct kith_buf *out, const struct kith_drawn_edge *edge,
                                const struct kith_curve *curve)
{
    const char *style = kith_line_style(edge);
    kith_buf_text(out, curve->has_start ? " dir=both"
                       : curve->has_end ? " dir=forward"
                                        : " dir=none");
    if (edge->is_conflict)
        kith_buf_text(out, " color=\"" KITH_CONFLICT_COLOUR
                           "\" fontcolor=\"" KITH_CONFLICT_COLOUR
                           "\" arrowhead=tee arrowtail=tee");
    else
        kith_buf_text(out, " color=\"" KITH_RELATION_COLOUR "\"");
    if (strcmp(style, "solid") != 0) {
        kith_buf_text(out, " style=");
        kith_buf_text(out, style);
    }
    if (curve->has_label)
        write_name(out, edge, curve);
}

static double line_width(const struct kith_drawn_edge *edge, uint32_t largest)
{
    double share = sqrt((double)edge->weight / (double)largest);
    return edge->support ? RELATION_LINE + RELATION_RANGE * share
                         : NARROWEST_LINE + LINE_RANGE * share;
}

static void write_edge(const struct pen *pen, const struct kith_drawn_edge *edge,
                       const struct kith_curve *curve)
{
    struct kith_buf *out = pen->out;
    const struct kith_drawn_node *nodes = pen->drawing->nodes;
    kith_buf_text(out, "  ");
    write_id(out, nodes[edge->source].id);
    kith_buf_text(out, " -- ");
    write_id(out, nodes[edge->target].id);
    kith_buf_text(out, " [id=e");
    kith_buf_unsigned(out, edge->number);
    kith_buf_text(out, " class=\"");
    kith_buf_text(out, !edge->support      ? "pair"
                       : edge->is_conflict ? "conflict"
                                           : "relation");
    kith_buf_text(out, "\" penwidth=");
    write_hundredths(out, line_width(edge, pen->largest));
    write_curve(out, curve);
    if (edge->support)
        write_relation_look(out, edge, curve);
    kith_buf_text(out, " tooltip=");
    write_edge_tooltip(pen, edge);
    kith_buf_text(out, "]\n");
}

/* The weight of the widest line. */
static uint32_t largest_weight(const struct kith_drawing *drawing)
{
    uint32_t largest = SMALLEST_SCALE;
    for (uint32_t i = 0; i < drawing->edge_count; i++)
        if (drawing->edges[i].weight > largest)
            largest = drawing->edges[i].weight;
    return largest;
}

void kith_dot_write_drawing(const struct kith_drawing *drawing,
                            struct kith_sketch *sketch, struct kith_exhibits *exhibits,
                            struct kith_output *out)
{
    write_head(&out->buffer, drawing, sketch);
    for (uint32_t i = 0; i < drawing->node_count; i++) {
        write_node(&out->buffer, &drawing->nodes[i], sketch, i);
        kith_output_flow(out);
    }
    struct pen pen = {&out->buffer, drawing, exhibits, largest_weight(drawing)};
    for (uint32_t i = 0; i < drawing->edge_count; i++) {
        write_edge(&pen, &drawing->edges[i], &sketch->curves[i]);
        kith_output_flow(out);
    }
    kith_buf_text(&out->buffer, "}\n");
}

static enum kith_status draw(const struct kith_network *network, uint32_t limit,
                             uint64_t seed, struct kith_exhibits *exhibits,
                             struct kith_arena *arena, struct kith_output *out,
                             struct kith_error *err)
{
    struct kith_drawing drawing;
    struct kith_sketch sketch;
    KITH_TRY(kith_drawing_choose(network, limit, arena, &drawing, err));
    KITH_TRY(kith_sketch_make(&drawing, seed, arena, &sketch, err));
    kith_dot_write_drawing(&drawing, &sketch, exhibits, out);
    return KITH_OK;
}

enum kith_status kith_dot_write(const struct kith_network *network, uint32_t limit,
                                uint64_t seed, struct kith_exhibits *exhibits,
                                struct kith_output *out, struct kith_error *err)
{
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = draw(network, limit, seed, exhibits, &arena, out, err);
    kith_arena_release(&arena);
    return status;
}
