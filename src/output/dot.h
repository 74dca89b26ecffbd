/* DOT for Graphviz: the strongest entities, readable when drawn.
 *
 * The file names its own layout engine, one that only draws what has its place already:
 * `dot -Tsvg graph.dot` is all it takes. */
#ifndef KITH_OUTPUT_DOT_H
#define KITH_OUTPUT_DOT_H

#include "base/file.h"
#include "output/exhibit.h"
#include "output/sketch.h"

/* Entities shown unless the user asks for more. */
#define KITH_DOT_NODES 70

/* Draw the `limit` entities of highest PageRank (0: all), with `exhibits` (may be NULL)
 * for who points at a line. The caller commits `out`. */
enum kith_status kith_dot_write(const struct kith_network *network, uint32_t limit,
                                uint64_t seed, struct kith_exhibits *exhibits,
                                struct kith_output *out, struct kith_error *err);

/* The same from what has been chosen and has its place; the sketch is widened to hold the
 * legend. */
void kith_dot_write_drawing(const struct kith_drawing *drawing,
                            struct kith_sketch *sketch, struct kith_exhibits *exhibits,
                            struct kith_output *out);

#endif
