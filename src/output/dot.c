/* The drawing as a DOT file.
 *
 * Letters grow with the root of PageRank, so that the area of a name follows it; colour
 * and shape tell the type; a line's width grows with the root of its weight. A legend
 * stands below, as the graph's label: clusters are not drawn by the engines used here. */
#include "output/dot.h"

#include <math.h>

#include "output/cell.h"
#include "output/clean.h"
#include "output/palette.h"

/* Up to here stress majorisation (neato) draws best and fast enough; past it the
 * multilevel force model (sfdp). Measured with Graphviz 2.42. */
#define NEATO_NODES 120

/* Points. */
#define SMALLEST_LETTERS 9.0
#define LETTERS_RANGE 19.0
#define NARROWEST_LINE 0.6
#define LINE_RANGE 5.0

/* Where all weights are small, lines stay thin. */
#define SMALLEST_SCALE 16

/* A label's lines are broken past so many characters. */
#define LABEL_WIDTH 18

/* The head of the file */

static void write_head(struct kith_buf *out, const struct kith_drawing *drawing)
{
    bool is_small = drawing->node_count <= NEATO_NODES;
    kith_buf_text(out, "// Drawn by: dot -Tsvg graph.dot > graph.svg\n"
                       "graph kith {\n"
                       "  graph [layout=");
    kith_buf_text(out, is_small ? "neato" : "sfdp");
    kith_buf_text(out, " start=42 overlap=prism overlap_scaling=-2.5 sep=\"+9\"\n"
                       "         splines=line outputorder=edgesfirst bgcolor=white\n"
                       "         charset=\"UTF-8\" fontname=\"Noto Sans,DejaVu Sans\" "
                       "fontsize=14 labelloc=b pad=0.3\n"
                       "         label=<");
}

static void write_defaults(struct kith_buf *out)
{
    kith_buf_text(
        out,
        "  node [fontname=\"Noto Sans,DejaVu Sans\" penwidth=0.7 color=\"#00000060\" "
        "margin=\"0.09,0.05\" width=0.1 height=0.1]\n"
        "  edge [color=\"#00000030\" fontname=\"Noto Sans,DejaVu Sans\" "
        "fontsize=13 fontcolor=\"#222222\" arrowsize=0.7]\n");
}

/* The legend: a table of the families shown, and what has been left out. */

/* More families than this make no legend that anybody reads; the rest is left out. */
#define LEGEND_FAMILIES 16

/* The families shown: the known ones in the palette's order, then the user's own as they
 * come. NULL: none. */
struct legend {
    const struct kith_look *looks[KITH_LOOK_COUNT + LEGEND_FAMILIES];
};

static size_t place_of(const struct legend *legend, const struct kith_look *look)
{
    for (size_t i = 0; i < KITH_LOOK_COUNT; i++)
        if (strcmp(kith_looks[i].family, look->family) == 0)
            return i;
    size_t i = KITH_LOOK_COUNT;
    while (i < KITH_LOOK_COUNT + LEGEND_FAMILIES - 1 && legend->looks[i] &&
           strcmp(legend->looks[i]->family, look->family) != 0)
        i++;
    return i;
}

static void find_families(const struct kith_drawing *drawing, struct legend *legend)
{
    *legend = (struct legend){0};
    for (uint32_t i = 0; i < drawing->node_count; i++) {
        const struct kith_look *look = &drawing->nodes[i].look;
        size_t place = place_of(legend, look);
        if (!legend->looks[place])
            legend->looks[place] = look;
    }
}

static void write_legend_cell(struct kith_buf *out, const struct kith_look *look)
{
    kith_buf_text(out, "<td bgcolor=\"");
    kith_buf_text(out, look->fill);
    kith_buf_text(out, "\"><font color=\"");
    kith_buf_text(out, look->text);
    kith_buf_text(out, "\">");
    kith_clean_xml_attribute(out, kith_str_of(look->family));
    kith_buf_text(out, "</font></td><td align=\"left\">");
    kith_buf_text(out, look->sign);
    kith_buf_text(out, "  </td>");
}

static void write_of(struct kith_buf *out, uint32_t shown, uint32_t all, const char *what)
{
    kith_buf_unsigned(out, shown);
    kith_buf_text(out, " of ");
    kith_buf_unsigned(out, all);
    kith_buf_text(out, what);
}

static void write_legend(struct kith_buf *out, const struct kith_drawing *drawing)
{
    struct legend legend;
    find_families(drawing, &legend);
    kith_buf_text(out, "<table border=\"0\" cellborder=\"0\" cellspacing=\"4\">");
    if (drawing->node_count)
        kith_buf_text(out, "<tr><td><table border=\"0\" cellborder=\"0\" "
                           "cellspacing=\"3\" cellpadding=\"3\"><tr>");
    for (size_t i = 0; i < sizeof legend.looks / sizeof *legend.looks; i++)
        if (legend.looks[i])
            write_legend_cell(out, legend.looks[i]);
    if (drawing->node_count)
        kith_buf_text(out, "</tr></table></td></tr>");
    kith_buf_text(out, "<tr><td><font color=\"#444444\">");
    write_of(out, drawing->node_count, drawing->entity_count, " entities shown, ");
    write_of(out, drawing->shown_pairs, drawing->pair_count, " pairs, ");
    write_of(out, drawing->shown_relations, drawing->relation_count, " relations");
    kith_buf_text(out, "</font></td></tr></table>>]\n");
}

/* Nodes */

static void write_hundredths(struct kith_buf *out, double number)
{
    kith_buf_double(out, floor(number * 100 + 0.5) / 100);
}

static void write_count(struct kith_buf *out, uint64_t count, const char *one,
                        const char *many)
{
    kith_buf_unsigned(out, count);
    kith_buf_text(out, count == 1 ? one : many);
}

static void write_node_tooltip(struct kith_buf *out, const struct kith_drawn_node *node)
{
    struct kith_buf text = {0};
    kith_buf_str(&text, node->label);
    kith_buf_text(&text, ", ");
    kith_buf_str(&text, node->type);
    kith_buf_text(&text, ": ");
    write_count(&text, node->mentions, " mention in ", " mentions in ");
    write_count(&text, node->articles, " article", " articles");
    kith_clean_dot_tooltip(out, kith_buf_view(&text));
    out->is_broken |= text.is_broken;
    kith_buf_release(&text);
}

static void write_id(struct kith_buf *out, struct kith_str key)
{
    struct kith_buf id = {0};
    kith_clean_id(&id, key);
    kith_clean_dot(out, kith_buf_view(&id));
    out->is_broken |= id.is_broken;
    kith_buf_release(&id);
}

static void write_node(struct kith_buf *out, const struct kith_drawn_node *node)
{
    const struct kith_look *look = &node->look;
    kith_buf_text(out, "  ");
    write_id(out, node->id);
    kith_buf_text(out, " [label=");
    kith_clean_dot_label(out, node->label, LABEL_WIDTH);
    kith_buf_text(out, " fontsize=");
    write_hundredths(out, SMALLEST_LETTERS + LETTERS_RANGE * sqrt(node->share));
    kith_buf_text(out, " shape=");
    kith_buf_text(out, look->shape);
    kith_buf_text(out, " style=\"");
    kith_buf_text(out, look->style);
    kith_buf_text(out, "\" fillcolor=\"");
    kith_buf_text(out, look->fill);
    kith_buf_text(out, "\" fontcolor=\"");
    kith_buf_text(out, look->text);
    kith_buf_text(out, "\" id=");
    write_id(out, node->id);
    kith_buf_text(out, " class=");
    kith_clean_dot(out, node->type);
    kith_buf_text(out, " tooltip=");
    write_node_tooltip(out, node);
    kith_buf_text(out, "]\n");
}

/* Edges */

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

static void write_edge_tooltip(struct kith_buf *out, const struct kith_drawing *drawing,
                               const struct kith_drawn_edge *edge)
{
    struct kith_buf text = {0};
    kith_buf_str(&text, drawing->nodes[edge->source].label);
    kith_buf_text(&text, edge->is_directed ? " → " : " – ");
    kith_buf_str(&text, drawing->nodes[edge->target].label);
    kith_buf_text(&text, ": ");
    if (edge->relation.length) {
        kith_buf_str(&text, edge->relation);
        kith_buf_text(&text, ", said ");
        write_count(&text, edge->weight, " time in ", " times in ");
    } else {
        kith_buf_text(&text, "together ");
        write_count(&text, edge->weight, " time in ", " times in ");
    }
    write_count(&text, edge->articles, " article", " articles");
    if (edge->support)
        write_standings(&text, edge);
    kith_clean_dot_tooltip(out, kith_buf_view(&text));
    out->is_broken |= text.is_broken;
    kith_buf_release(&text);
}

/* Solid: some article states it as a fact. */
static void write_relation_look(struct kith_buf *out, const struct kith_drawn_edge *edge)
{
    kith_buf_text(out, edge->is_directed ? " dir=forward" : " dir=none");
    kith_buf_text(out, " color=\"#333333C0\"");
    if (kith_support_standing(edge->support) != KITH_ASSERTED)
        kith_buf_text(out, " style=dashed");
    if (!edge->is_labelled)
        return;
    kith_buf_text(out, " xlabel=");
    kith_clean_dot_label(out, edge->relation, LABEL_WIDTH);
}

/* Inches. The strongest pull their ends together; a relation leaves room for its name. */
static double edge_length(const struct kith_drawn_edge *edge, uint32_t largest)
{
    if (edge->relation.length)
        return 2;
    return 2.4 - 1.2 * sqrt((double)edge->weight / (double)largest);
}

static void write_edge(struct kith_buf *out, const struct kith_drawing *drawing,
                       const struct kith_drawn_edge *edge, uint32_t largest)
{
    kith_buf_text(out, "  ");
    write_id(out, drawing->nodes[edge->source].id);
    kith_buf_text(out, " -- ");
    write_id(out, drawing->nodes[edge->target].id);
    kith_buf_text(out, " [id=e");
    kith_buf_unsigned(out, edge->number);
    kith_buf_text(out, " penwidth=");
    write_hundredths(out, NARROWEST_LINE +
                              LINE_RANGE * sqrt((double)edge->weight / (double)largest));
    kith_buf_text(out, " len=");
    write_hundredths(out, edge_length(edge, largest));
    if (edge->relation.length)
        write_relation_look(out, edge);
    kith_buf_text(out, " tooltip=");
    write_edge_tooltip(out, drawing, edge);
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

void kith_dot_write_drawing(const struct kith_drawing *drawing, struct kith_output *out)
{
    write_head(&out->buffer, drawing);
    write_legend(&out->buffer, drawing);
    write_defaults(&out->buffer);
    for (uint32_t i = 0; i < drawing->node_count; i++) {
        write_node(&out->buffer, &drawing->nodes[i]);
        kith_output_flow(out);
    }
    uint32_t largest = largest_weight(drawing);
    for (uint32_t i = 0; i < drawing->edge_count; i++) {
        write_edge(&out->buffer, drawing, &drawing->edges[i], largest);
        kith_output_flow(out);
    }
    kith_buf_text(&out->buffer, "}\n");
}

void kith_dot_write(const struct kith_network *network, uint32_t limit,
                    struct kith_output *out)
{
    struct kith_arena arena;
    struct kith_drawing drawing;
    struct kith_error ignored; /* told by the commit */
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    if (kith_drawing_choose(network, limit, &arena, &drawing, &ignored) == KITH_OK)
        kith_dot_write_drawing(&drawing, out);
    else
        out->buffer.is_broken = true;
    kith_arena_release(&arena);
}
