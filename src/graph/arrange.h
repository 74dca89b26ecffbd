/* One connected part of a graph, arranged around (0, 0). */
#ifndef KITH_GRAPH_ARRANGE_H
#define KITH_GRAPH_ARRANGE_H

#include "graph/layout.h"
#include "graph/spread.h"

/* The boxes of the part's nodes at their places, longer than high where that is free to
 * choose. All of it is in `arena`. */
enum kith_status kith_arrange(const struct kith_part *part,
                              const struct kith_layout_wish *wish,
                              struct kith_arena *arena, struct kith_boxes *boxes,
                              struct kith_error *err);

#endif
