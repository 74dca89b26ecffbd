/* The legend below a picture: what its shapes, colours and lines mean, and how much of
 * the graph it shows. */
#ifndef KITH_OUTPUT_LEGEND_H
#define KITH_OUTPUT_LEGEND_H

#include "output/sketch.h"

/* Colours of lines. */
#define KITH_PAIR_COLOUR "#00000038"
#define KITH_RELATION_COLOUR "#333333"
#define KITH_CONFLICT_COLOUR "#B3261E"

/* How the line of a relation is drawn, by the best that any row makes of it: solid,
 * dashed, dotted. */
const char *kith_line_style(const struct kith_drawn_edge *edge);

/* Write Graphviz's drawing instructions (xdot) for the legend, and lower sketch->bottom
 * and move its sides to hold it. Only what the picture has is explained. */
void kith_legend_write(const struct kith_drawing *drawing, struct kith_sketch *sketch,
                       struct kith_buf *out);

#endif
