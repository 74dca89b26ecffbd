/* DOT for Graphviz: the strongest entities, readable when drawn.
 *
 * The file names its own layout engine: `dot -Tsvg graph.dot` is all it takes. */
#ifndef KITH_OUTPUT_DOT_H
#define KITH_OUTPUT_DOT_H

#include "base/file.h"
#include "output/drawing.h"

/* Entities shown unless the user asks for more. */
#define KITH_DOT_NODES 70

/* Draw the `limit` entities of highest PageRank (0: all). The caller commits `out`; when
 * memory is out, the commit fails. */
void kith_dot_write(const struct kith_network *network, uint32_t limit,
                    struct kith_output *out);

/* The same from what has been chosen. */
void kith_dot_write_drawing(const struct kith_drawing *drawing, struct kith_output *out);

#endif
