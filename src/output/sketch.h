/* Where everything of a drawing stands, in points: y grows upwards.
 *
 * All of it is found here and not left to Graphviz, so that a picture is the same with
 * every version, opens at once however large, and has its names on free ground. */
#ifndef KITH_OUTPUT_SKETCH_H
#define KITH_OUTPUT_SKETCH_H

#include "graph/spread.h"
#include "output/drawing.h"

/* An edge: a cubic curve from box to box. */
struct kith_curve {
    double x[4], y[4];
    bool has_start, has_end; /* tips, outside the curve, of heads that it has */
    double start_x, start_y, end_x, end_y;
    bool has_label;          /* the relation's name has found room */
    double label_x, label_y; /* its middle */
};

struct kith_sketch {
    struct kith_str *labels; /* of nodes, broken into lines */
    double *letters;         /* their size */
    struct kith_boxes boxes; /* of nodes, as the drawing has them */
    struct kith_curve *curves;
    double left, right, bottom, top; /* around the boxes */
};

/* The size of the letters on edges. */
#define KITH_EDGE_LETTERS 13.0

/* Arrowheads are so long. */
#define KITH_HEAD_LENGTH 8.0

/* Sketch a drawing; the same seed, the same sketch. All lives in `arena`. Not to be
 * called between kith_door_begin and _end. */
enum kith_status kith_sketch_make(const struct kith_drawing *drawing, uint64_t seed,
                                  struct kith_arena *arena, struct kith_sketch *sketch,
                                  struct kith_error *err);

#endif
