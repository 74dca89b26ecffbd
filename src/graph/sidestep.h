/* Boxes moved off lines that are not theirs. */
#ifndef KITH_GRAPH_SIDESTEP_H
#define KITH_GRAPH_SIDESTEP_H

#include "graph/door.h"
#include "graph/spread.h"

/* Move boxes, none of which overlaps another, to free ground nearby, so that lines, drawn
 * from middle to middle, pass beside the boxes that they do not join, and between two
 * boxes there is what lines->lengths ask for. No boxes overlap afterwards. In a part of
 * up to six boxes no line passes under a third; in a larger one few do. Of more than 200
 * boxes, or with more than six lines to a box, none is moved. */
void kith_sidestep(const struct kith_boxes *boxes, const struct kith_lines *lines);

#endif
