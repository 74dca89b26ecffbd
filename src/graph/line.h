/* The lines that are measured: one for each pair of nodes that stand together, or have a
 * relation, or either. And the arrows: the relations of one to another. */
#ifndef KITH_GRAPH_LINE_H
#define KITH_GRAPH_LINE_H

#include "graph/door.h"
#include "graph/network.h"

/* Draw the lines of a network whose nodes are numbered: the pairs joined by `measured`
 * edges, which are the co-occurrence edges, each as strong as its weight, and the
 * relations that articles state as facts, whatever the relation and its direction, each
 * as strong as the number of rows that state it; a pair is as strong as all of its edges.
 * (*line_of)[i] is the line of the ledger's edge i, or KITH_NO_ID. They live in `arena`.
 */
enum kith_status kith_lines_draw(const struct kith_network *network,
                                 enum kith_measured measured, struct kith_arena *arena,
                                 struct kith_lines *lines, uint32_t **line_of,
                                 struct kith_error *err);

/* A relation of one to another that an article states as a fact. */
bool kith_edge_is_arrow(const struct kith_ledger *ledger, const struct kith_edge *edge);

/* Draw these, from source to target, each as strong as the number of rows that state it.
 */
enum kith_status kith_arrows_draw(const struct kith_network *network,
                                  struct kith_arena *arena, struct kith_lines *arrows,
                                  struct kith_error *err);

#endif
