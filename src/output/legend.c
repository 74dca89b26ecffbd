/* Drawing the legend, as Graphviz's background: it is no part of the graph, so that
 * whoever reads the file as data meets entities only. */
#include "output/legend.h"

#include <math.h>

#include "output/clean.h"
#include "output/letters.h"

/* Points. */
#define LETTERS 11.0
#define ICON_WIDTH 28.0
#define ICON_HEIGHT 14.0
#define ICON_GAP 6.0
#define ITEM_GAP 18.0
#define ROW 22.0
#define ABOVE 34.0
#define NARROWEST 430.0

/* A wider picture will be shrunk to fit a page or a screen: its legend is enlarged. */
#define USUAL_WIDTH 1400.0

/* More families than this make no legend that anybody reads; the rest is left out. */
#define FAMILIES 16

/* Where the next item goes. */
struct pen {
    struct kith_buf *out;
    double scale;       /* of a legend in a picture so large that it will be shrunk */
    double left, right; /* rows lie between */
    double x, y;        /* of the item: its left side, its middle */
};

/* Strokes */

static void write_number(struct kith_buf *out, double number)
{
    kith_buf_double(out, round(number * 10) / 10 + 0.0);
    kith_buf_byte(out, ' ');
}

/* "c 7 -#333333 ": an operation with a counted text. */
static void write_counted(struct kith_buf *out, const char *operation,
                          struct kith_str text)
{
    kith_buf_text(out, operation);
    kith_buf_byte(out, ' ');
    kith_buf_unsigned(out, text.length);
    kith_buf_text(out, " -");
    kith_buf_str(out, text);
    kith_buf_byte(out, ' ');
}

static void set(struct kith_buf *out, const char *operation, const char *value)
{
    write_counted(out, operation, kith_str_of(value));
}

static void write_text(struct pen *pen, struct kith_str text, const char *colour)
{
    struct kith_buf clean = {0};
    kith_clean_xdot(&clean, text);
    double width = kith_letters_width(kith_buf_view(&clean)) * pen->scale * LETTERS;
    set(pen->out, "c", colour);
    kith_buf_text(pen->out, "T ");
    write_number(pen->out, pen->x);
    write_number(pen->out, pen->y - pen->scale * LETTERS / 3);
    kith_buf_text(pen->out, "-1 "); /* begins at x */
    write_number(pen->out, width);
    write_counted(pen->out, "", kith_buf_view(&clean));
    pen->out->is_broken |= clean.is_broken;
    kith_buf_release(&clean);
    pen->x += width + pen->scale * ITEM_GAP;
}

static void write_points(const struct pen *pen, const char *operation,
                         const double (*points)[2], size_t count)
{
    kith_buf_text(pen->out, operation);
    kith_buf_byte(pen->out, ' ');
    kith_buf_unsigned(pen->out, count);
    kith_buf_byte(pen->out, ' ');
    for (size_t i = 0; i < count; i++) {
        write_number(pen->out, pen->x + points[i][0] * pen->scale * ICON_WIDTH);
        write_number(pen->out, pen->y + (points[i][1] - 0.5) * pen->scale * ICON_HEIGHT);
    }
}

/* A new row, unless the item finds room in this one. */
static void make_room(struct pen *pen, double text_width)
{
    double width = pen->scale * ICON_WIDTH + pen->scale * ICON_GAP +
                   text_width * pen->scale * LETTERS;
    if (pen->x == pen->left || pen->x + width <= pen->right)
        return;
    pen->x = pen->left;
    pen->y -= pen->scale * ROW;
}

static void next_row(struct pen *pen)
{
    if (pen->x == pen->left)
        return;
    pen->x = pen->left;
    pen->y -= pen->scale * ROW;
}

/* Shapes: an outline in a square of side 1, and lines across it. */

#define MOST_POINTS 10
#define POINTS(...) {__VA_ARGS__}, sizeof((double[][2]){__VA_ARGS__}) / sizeof(double[2])

static const struct icon {
    const char *sign;
    double outline[MOST_POINTS][2];
    size_t outline_count;
    double inner[MOST_POINTS][2];
    size_t inner_count;
} icons[] = {
    {"box", POINTS({0, 0}, {1, 0}, {1, 1}, {0, 1}), {{0}}, 0},
    {"rounded box",
     POINTS({.1, 0}, {.9, 0}, {1, .2}, {1, .8}, {.9, 1}, {.1, 1}, {0, .8}, {0, .2}),
     {{0}},
     0},
    {"block", POINTS({0, 0}, {.9, 0}, {1, .2}, {1, 1}, {.1, 1}, {0, .8}),
     POINTS({0, .8}, {.9, .8}, {.9, 0}, {.9, .8}, {1, 1})},
    {"hexagon", POINTS({.2, 0}, {.8, 0}, {1, .5}, {.8, 1}, {.2, 1}, {0, .5}), {{0}}, 0},
    {"octagon",
     POINTS({.2, 0}, {.8, 0}, {1, .3}, {1, .7}, {.8, 1}, {.2, 1}, {0, .7}, {0, .3}),
     {{0}},
     0},
    {"double box", POINTS({0, 0}, {1, 0}, {1, 1}, {0, 1}),
     POINTS({.1, .2}, {.9, .2}, {.9, .8}, {.1, .8}, {.1, .2})},
    {"tab", POINTS({0, 0}, {1, 0}, {1, .85}, {.3, .85}, {.3, 1}, {0, 1}),
     POINTS({0, .85}, {.3, .85})},
    {"folder",
     POINTS({0, 0}, {1, 0}, {1, .8}, {.95, 1}, {.6, 1}, {.55, .8}, {0, .8}),
     {{0}},
     0},
    {"note", POINTS({0, 0}, {1, 0}, {1, .7}, {.85, 1}, {0, 1}),
     POINTS({1, .7}, {.85, .7}, {.85, 1})},
    {"house", POINTS({.1, 0}, {.9, 0}, {.9, .6}, {.5, 1}, {.1, .6}), {{0}}, 0},
    {"diamond", POINTS({.5, 0}, {1, .5}, {.5, 1}, {0, .5}), {{0}}, 0},
    {"component",
     POINTS({0, .2}, {.1, .2}, {.1, 0}, {1, 0}, {1, 1}, {.1, 1}, {.1, .8}, {0, .8}),
     POINTS({.1, .2}, {.1, .8})},
    {"cylinder",
     POINTS({0, .15}, {.3, 0}, {.7, 0}, {1, .15}, {1, .85}, {.7, 1}, {.3, 1}, {0, .85}),
     POINTS({0, .85}, {.3, .7}, {.7, .7}, {1, .85})},
};

static void draw_ellipse(const struct pen *pen)
{
    kith_buf_text(pen->out, "E ");
    write_number(pen->out, pen->x + pen->scale * ICON_WIDTH / 2);
    write_number(pen->out, pen->y);
    write_number(pen->out, pen->scale * ICON_WIDTH / 2);
    write_number(pen->out, pen->scale * ICON_HEIGHT / 2);
}

static void draw_icon(const struct pen *pen, const struct kith_look *look)
{
    set(pen->out, "S", "setlinewidth(0.7)");
    set(pen->out, "c", "#00000090");
    set(pen->out, "C", look->fill);
    for (size_t i = 0; i < sizeof icons / sizeof *icons; i++) {
        if (strcmp(look->sign, icons[i].sign) != 0)
            continue;
        write_points(pen, "P", icons[i].outline, icons[i].outline_count);
        if (icons[i].inner_count)
            write_points(pen, "L", icons[i].inner, icons[i].inner_count);
        return;
    }
    draw_ellipse(pen);
}

/* Families: the known ones in the palette's order, then the user's own as they come.
 * NULL: none. */

struct families {
    const struct kith_look *looks[KITH_LOOK_COUNT + FAMILIES];
};

static size_t place_of(const struct families *families, const struct kith_look *look)
{
    for (size_t i = 0; i < KITH_LOOK_COUNT; i++)
        if (strcmp(kith_looks[i].family, look->family) == 0)
            return i;
    size_t i = KITH_LOOK_COUNT;
    while (i < KITH_LOOK_COUNT + FAMILIES - 1 && families->looks[i] &&
           strcmp(families->looks[i]->family, look->family) != 0)
        i++;
    return i;
}

static void write_families(struct pen *pen, const struct kith_drawing *drawing)
{
    struct families families = {0};
    for (uint32_t i = 0; i < drawing->node_count; i++) {
        const struct kith_look *look = &drawing->nodes[i].look;
        size_t place = place_of(&families, look);
        if (!families.looks[place])
            families.looks[place] = look;
    }
    for (size_t i = 0; i < sizeof families.looks / sizeof *families.looks; i++) {
        const struct kith_look *look = families.looks[i];
        if (!look)
            continue;
        struct kith_str family = kith_str_of(look->family);
        make_room(pen, kith_letters_width(family));
        draw_icon(pen, look);
        pen->x += pen->scale * ICON_WIDTH + pen->scale * ICON_GAP;
        write_text(pen, family, "#222222");
    }
}

/* Lines */

const char *kith_line_style(const struct kith_drawn_edge *edge)
{
    if (!edge->support)
        return "solid";
    switch (kith_support_standing(edge->support)) {
    case KITH_ASSERTED:
        return "solid";
    case KITH_DENIED:
        return "dotted";
    default:
        return "dashed";
    }
}

/* The kinds of lines that there are, in the order of the legend. */
enum line { PAIR, RELATION, CONFLICT, DASHED, DOTTED, LINES };

static const struct {
    const char *style, *colour, *text;
    double width;
} lines[LINES] = {
    [PAIR] = {"solid", KITH_PAIR_COLOUR, "stand together", 3},
    [RELATION] = {"solid", KITH_RELATION_COLOUR, "relation", 1.4},
    [CONFLICT] = {"solid", KITH_CONFLICT_COLOUR, "conflict", 1.4},
    [DASHED] = {"dashed", KITH_RELATION_COLOUR, "only claimed or planned", 1.4},
    [DOTTED] = {"dotted", KITH_RELATION_COLOUR, "only denied", 1.4},
};

static void find_lines(const struct kith_drawing *drawing, bool *has)
{
    for (uint32_t i = 0; i < drawing->edge_count; i++) {
        const struct kith_drawn_edge *edge = &drawing->edges[i];
        const char *style = kith_line_style(edge);
        has[PAIR] |= !edge->support;
        has[RELATION] |= edge->support && !edge->is_conflict;
        has[CONFLICT] |= edge->is_conflict;
        has[DASHED] |= strcmp(style, "dashed") == 0;
        has[DOTTED] |= strcmp(style, "dotted") == 0;
    }
}

static void draw_line(const struct pen *pen, enum line line)
{
    static const double stroke[][2] = {{0, .5}, {1, .5}};
    static const double arrow[][2] = {{.75, .25}, {1, .5}, {.75, .75}};
    static const double bar[][2] = {{1, 0}, {1, 1}};
    struct kith_buf width = {0};
    kith_buf_text(&width, "setlinewidth(");
    kith_buf_double(&width, lines[line].width);
    kith_buf_byte(&width, ')');
    set(pen->out, "c", lines[line].colour);
    set(pen->out, "C", lines[line].colour);
    write_counted(pen->out, "S", kith_buf_view(&width));
    pen->out->is_broken |= width.is_broken;
    kith_buf_release(&width);
    set(pen->out, "S", lines[line].style);
    write_points(pen, "L", stroke, 2);
    set(pen->out, "S", "solid");
    if (line == RELATION)
        write_points(pen, "P", arrow, 3);
    if (line == CONFLICT)
        write_points(pen, "L", bar, 2);
}

static void write_lines(struct pen *pen, const struct kith_drawing *drawing)
{
    bool has[LINES] = {false};
    find_lines(drawing, has);
    for (enum line line = PAIR; line < LINES; line++) {
        struct kith_str text = kith_str_of(lines[line].text);
        if (!has[line])
            continue;
        make_room(pen, kith_letters_width(text));
        draw_line(pen, line);
        pen->x += pen->scale * ICON_WIDTH + pen->scale * ICON_GAP;
        write_text(pen, text, "#222222");
    }
}

/* Counts */

static void write_of(struct kith_buf *out, uint32_t shown, uint32_t all, const char *what)
{
    kith_buf_unsigned(out, shown);
    kith_buf_text(out, " of ");
    kith_buf_unsigned(out, all);
    kith_buf_text(out, what);
}

static void write_counts(struct pen *pen, const struct kith_drawing *drawing)
{
    struct kith_buf text = {0};
    write_of(&text, drawing->node_count, drawing->entity_count, " entities shown, ");
    write_of(&text, drawing->shown_pairs, drawing->pair_count, " pairs, ");
    write_of(&text, drawing->shown_relations, drawing->relation_count, " relations");
    write_text(pen, kith_buf_view(&text), "#555555");
    pen->out->is_broken |= text.is_broken;
    kith_buf_release(&text);
}

void kith_legend_write(const struct kith_drawing *drawing, struct kith_sketch *sketch,
                       struct kith_buf *out)
{
    double middle = (sketch->left + sketch->right) / 2;
    double half = fmax(sketch->right - sketch->left, NARROWEST) / 2;
    sketch->left = middle - half;
    sketch->right = middle + half;
    double scale = fmax(1, 2 * half / USUAL_WIDTH);
    struct pen pen = {.out = out,
                      .scale = scale,
                      .left = sketch->left,
                      .right = sketch->right,
                      .x = sketch->left,
                      .y = sketch->bottom - scale * ABOVE};
    kith_buf_text(out, "F ");
    write_number(out, scale * LETTERS);
    write_counted(out, "", KITH_STR(KITH_FONTS));
    write_families(&pen, drawing);
    next_row(&pen);
    write_lines(&pen, drawing);
    next_row(&pen);
    write_counts(&pen, drawing);
    sketch->bottom = pen.y - scale * ROW / 2;
}
