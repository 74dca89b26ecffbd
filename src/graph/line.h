/* The lines that are measured: one for each pair of nodes that stand together, or that
 * have a relation. */
#ifndef KITH_GRAPH_LINE_H
#define KITH_GRAPH_LINE_H

#include "graph/door.h"
#include "graph/network.h"

/* Draw the lines of a network whose nodes are numbered: the co-occurrence edges, each as
 * strong as its weight; or, `on_relations`, the pairs with relations that articles state
 * as facts, whatever the relation and its direction, each as strong as the number of rows
 * that state one. They live in `arena`. */
enum kith_status kith_lines_draw(const struct kith_network *network, bool on_relations,
                                 struct kith_arena *arena, struct kith_lines *lines,
                                 struct kith_error *err);

#endif
