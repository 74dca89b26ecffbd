/* The edges of a sketch whose boxes have their places. */
#ifndef KITH_OUTPUT_CURVE_H
#define KITH_OUTPUT_CURVE_H

#include "output/sketch.h"

/* Draw sketch->curves from box to box, those between the same two side by side, and put
 * names of relations where they cover nothing; those that find no such place have none.
 */
enum kith_status kith_curves_draw(const struct kith_drawing *drawing,
                                  struct kith_arena *arena, struct kith_sketch *sketch,
                                  struct kith_error *err);

#endif
