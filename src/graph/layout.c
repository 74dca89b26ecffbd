/* Layout: each component arranged by itself, rows of components.
 *
 * Springs would drive components apart without end. */
#include "graph/layout.h"

#include <math.h>

#include "graph/arrange.h"

/* The space between components. */
#define GAP 60.0

/* A part on the page: its boxes, and the rectangle around them. */
struct frame {
    struct kith_boxes boxes;
    double left, right, bottom, top;
};

static void measure(struct frame *frame)
{
    const struct kith_boxes *boxes = &frame->boxes;
    frame->left = frame->bottom = INFINITY;
    frame->right = frame->top = -INFINITY;
    for (uint32_t i = 0; i < boxes->count; i++) {
        frame->left = fmin(frame->left, boxes->x[i] - boxes->widths[i] / 2);
        frame->right = fmax(frame->right, boxes->x[i] + boxes->widths[i] / 2);
        frame->bottom = fmin(frame->bottom, boxes->y[i] - boxes->heights[i] / 2);
        frame->top = fmax(frame->top, boxes->y[i] + boxes->heights[i] / 2);
    }
}

static double width_of(const struct frame *frame)
{
    return frame->right - frame->left;
}

static double height_of(const struct frame *frame)
{
    return frame->top - frame->bottom;
}

/* To a hundredth of a unit: finer than any screen, and short in the files. */
static double rounded(double value)
{
    return round(value * 100) / 100 + 0.0; /* + 0.0 turns -0 into 0 */
}

/* The upper left corner of the part goes to (left, top). */
static void put(const struct kith_part *part, const struct frame *frame, double left,
                double top, double *x, double *y)
{
    for (uint32_t i = 0; i < part->lines.node_count; i++) {
        x[part->nodes[i]] = rounded(left - frame->left + frame->boxes.x[i]);
        y[part->nodes[i]] = rounded(top - frame->top + frame->boxes.y[i]);
    }
}

/* The width of the rows: that of the first part, or of a square that would hold all. */
static double row_width(const struct frame *frames, uint32_t count)
{
    double area = 0;
    for (uint32_t i = 1; i < count; i++)
        area += (width_of(&frames[i]) + GAP) * (height_of(&frames[i]) + GAP);
    return fmax(width_of(&frames[0]), sqrt(area));
}

/* The first part behind `begin` that finds no room in a row of that width, and what the
 * row is wide and high. */
static uint32_t fill_row(const struct frame *frames, uint32_t begin, uint32_t count,
                         double limit, double *width, double *height)
{
    uint32_t end = begin;
    *width = -GAP;
    *height = 0;
    while (end < count &&
           (end == begin || *width + GAP + width_of(&frames[end]) <= limit)) {
        *width += GAP + width_of(&frames[end]);
        *height = fmax(*height, height_of(&frames[end]));
        end++;
    }
    return end;
}

/* The first part, and below it rows from left to right, downwards (y grows upwards), each
 * in the middle. Parts come largest first, so those of a row are about as high. */
static void pack(const struct kith_part *parts, const struct frame *frames,
                 uint32_t count, double *x, double *y)
{
    double limit = row_width(frames, count), top = frames[0].bottom - GAP;
    put(&parts[0], &frames[0], -width_of(&frames[0]) / 2, frames[0].top, x, y);
    for (uint32_t i = 1, end; i < count; i = end) {
        double width, height;
        end = fill_row(frames, i, count, limit, &width, &height);
        double left = -width / 2;
        for (uint32_t k = i; k < end; k++) {
            put(&parts[k], &frames[k], left, top, x, y);
            left += width_of(&frames[k]) + GAP;
        }
        top -= height + GAP;
    }
}

enum kith_status kith_layout(const struct kith_part *parts, uint32_t part_count,
                             const struct kith_layout_wish *wish,
                             struct kith_arena *arena, double *x, double *y,
                             struct kith_error *err)
{
    if (part_count == 0)
        return KITH_OK;
    struct frame *frames = KITH_ARRAY(arena, struct frame, part_count);
    if (!frames)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < part_count; i++) {
        KITH_TRY(kith_arrange(&parts[i], wish, arena, &frames[i].boxes, err));
        measure(&frames[i]);
    }
    pack(parts, frames, part_count, x, y);
    return KITH_OK;
}
