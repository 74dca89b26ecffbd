/* Layout: springs within a component, rows of components.
 *
 * T. Fruchterman and E. Reingold, "Graph Drawing by Force-Directed Placement", Software:
 * Practice and Experience 21(11), 1991, as igraph has it. Components are laid out one by
 * one, for springs would drive them apart without end. */
#include "graph/layout.h"

#include <math.h>

/* The side of the square that a node has for itself, and the space between components. */
#define SPACING 100.0

/* Rounds of the springs, and fewer for a graph on which each takes long. */
#define ROUNDS 500
#define ROUNDS_LARGE 100
#define LARGE_NODES 20000

static const double pi = 3.14159265358979323846;

/* A part while it is placed: its own positions around (0, 0), half its width and height.
 */
struct frame {
    double *x, *y;
    double half_width, half_height;
};

/* Strengths differ by thousands where eyes can tell a handful: the logarithm draws. */
static enum kith_status run_springs(const struct kith_lines *lines, uint64_t seed,
                                    struct kith_arena *arena, struct frame *frame,
                                    struct kith_error *err)
{
    double *pulls = KITH_ARRAY(arena, double, lines->edge_count);
    if (!pulls)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < lines->edge_count; i++)
        pulls[i] = 1 + log(fmax(1, lines->strengths[i]));
    struct kith_door *door;
    KITH_TRY(kith_door_open(lines, &door, err));
    int rounds = lines->node_count < LARGE_NODES ? ROUNDS : ROUNDS_LARGE;
    enum kith_status status =
        kith_door_springs(door, pulls, seed, rounds, frame->x, frame->y, err);
    kith_door_close(door);
    return status;
}

static void centre(double *values, uint32_t count)
{
    double sum = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += values[i];
    for (uint32_t i = 0; i < count; i++)
        values[i] -= sum / count;
}

/* Enlarge so that the nodes lie as far from their middle, in the root of the mean square,
 * as if spread evenly over a disc of SPACING * SPACING for each: n S^2 = pi R^2, and the
 * root of the mean square of a disc is R / sqrt 2. Unlike the mean length of an edge,
 * this gives room in dense graphs too. */
static void enlarge(struct frame *frame, uint32_t count)
{
    double sum = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += frame->x[i] * frame->x[i] + frame->y[i] * frame->y[i];
    double scale = sum > 0 ? SPACING * sqrt(count / (2 * pi)) / sqrt(sum / count) : 0;
    for (uint32_t i = 0; i < count; i++) {
        frame->x[i] *= scale;
        frame->y[i] *= scale;
        frame->half_width = fmax(frame->half_width, fabs(frame->x[i]));
        frame->half_height = fmax(frame->half_height, fabs(frame->y[i]));
    }
}

static enum kith_status lay_out_part(const struct kith_lines *lines, uint64_t seed,
                                     struct kith_arena *arena, struct frame *frame,
                                     struct kith_error *err)
{
    uint32_t count = lines->node_count;
    frame->x = KITH_ARRAY(arena, double, count);
    frame->y = KITH_ARRAY(arena, double, count);
    if (!frame->x || !frame->y)
        return kith_no_memory(err);
    if (count == 2)
        frame->x[1] = 1;
    if (count > 2)
        KITH_TRY(run_springs(lines, seed, arena, frame, err));
    centre(frame->x, count);
    centre(frame->y, count);
    enlarge(frame, count);
    return KITH_OK;
}

/* To a hundredth of a unit: finer than any screen, and short in the files. */
static double rounded(double value)
{
    return round(value * 100) / 100 + 0.0; /* + 0.0 turns -0 into 0 */
}

static void put(const struct kith_part *part, const struct frame *frame, double at_x,
                double at_y, double *x, double *y)
{
    for (uint32_t i = 0; i < part->lines.node_count; i++) {
        x[part->nodes[i]] = rounded(at_x + frame->x[i]);
        y[part->nodes[i]] = rounded(at_y + frame->y[i]);
    }
}

/* The width of the rows: that of the first part, or of a square that would hold all. */
static double row_width(const struct frame *frames, uint32_t count)
{
    double area = 0;
    for (uint32_t i = 1; i < count; i++)
        area +=
            (2 * frames[i].half_width + SPACING) * (2 * frames[i].half_height + SPACING);
    return fmax(2 * frames[0].half_width, sqrt(area));
}

/* Fill rows from left to right, downwards (y grows upwards). Parts come largest first, so
 * those of a row are about as high. */
static void pack(const struct kith_part *parts, const struct frame *frames,
                 uint32_t count, double *x, double *y)
{
    double width = row_width(frames, count);
    double left = -width / 2, top = -frames[0].half_height - SPACING, height = 0;
    put(&parts[0], &frames[0], 0, 0, x, y);
    for (uint32_t i = 1; i < count; i++) {
        const struct frame *frame = &frames[i];
        if (left > -width / 2 && left + 2 * frame->half_width > width / 2) {
            left = -width / 2;
            top -= height + SPACING;
            height = 0;
        }
        put(&parts[i], frame, left + frame->half_width, top - frame->half_height, x, y);
        left += 2 * frame->half_width + SPACING;
        height = fmax(height, 2 * frame->half_height);
    }
}

enum kith_status kith_layout(const struct kith_part *parts, uint32_t part_count,
                             uint64_t seed, struct kith_arena *arena, double *x,
                             double *y, struct kith_error *err)
{
    if (part_count == 0)
        return KITH_OK;
    struct frame *frames = KITH_ARRAY(arena, struct frame, part_count);
    if (!frames)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < part_count; i++)
        KITH_TRY(lay_out_part(&parts[i].lines, seed, arena, &frames[i], err));
    pack(parts, frames, part_count, x, y);
    return KITH_OK;
}
