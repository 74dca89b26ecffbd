/* Stepping aside.
 *
 * Whoever stands badly looks around: of the places on rings about its own that no other
 * box has, it takes the one where least is wrong with its own lines and with those above
 * it. Each step makes the sum of all wrongs less, so there is an end. */
#include "graph/sidestep.h"

#include <math.h>

/* A round takes a thousandth of a second with 70 boxes, and far longer with more, where
 * nobody follows each line. */
#define MOST_BOXES 200
#define ROUNDS 30

/* With more lines than this to a box they lie everywhere, and looking at all of them from
 * all places takes minutes. */
#define LINES_A_BOX 6

/* The places looked at. */
#define RINGS 16
#define RING_WIDTH 20.0
#define DIRECTIONS 16

/* What a step costs, so that the picture stays what it was: a hundred points as much as a
 * line that grazes a box. */
#define COST_A_POINT 0.001

/* A line under a box at its middle is this wrong, one that grazes it 0. */
#define WORST 1.0

/* So wrong is a line of which nothing is left between its boxes. */
#define WORST_GAP 0.8

static const double pi = 3.14159265358979323846;

struct ground {
    const struct kith_boxes *boxes;
    const struct kith_lines *lines;
};

struct way {
    double x, y, dx, dy; /* from its beginning to its end */
};

static struct way way_of(const struct ground *ground, uint32_t line)
{
    const struct kith_boxes *boxes = ground->boxes;
    uint32_t a = ground->lines->ends[2 * line], b = ground->lines->ends[2 * line + 1];
    return (struct way){boxes->x[a], boxes->y[a], boxes->x[b] - boxes->x[a],
                        boxes->y[b] - boxes->y[a]};
}

/* Cut [*begin, *end] of a way down to where `at + t * by` lies within -reach .. reach. */
static void cut(double at, double by, double reach, double *begin, double *end)
{
    if (by == 0) {
        if (fabs(at) >= reach)
            *end = -1;
        return;
    }
    double one = (-reach - at) / by, other = (reach - at) / by;
    *begin = fmax(*begin, fmin(one, other));
    *end = fmin(*end, fmax(one, other));
}

/* How wrong it is that the way passes where the box is: by how near to the middle. Most
 * ways pass far off, which their direction tells at once. */
static double trespass(const struct ground *ground, struct way way, uint32_t box)
{
    const struct kith_boxes *boxes = ground->boxes;
    double x = boxes->widths[box] / 2, y = boxes->heights[box] / 2, begin = 0, end = 1;
    double from_x = way.x - boxes->x[box], from_y = way.y - boxes->y[box];
    /* Across the line: how far the middle is, and how far the corner reaches. */
    double distance = fabs(from_x * way.dy - from_y * way.dx);
    double reach = fabs(x * way.dy) + fabs(y * way.dx);
    if (distance >= reach)
        return 0;
    cut(from_x, way.dx, x, &begin, &end);
    cut(from_y, way.dy, y, &begin, &end);
    return begin < end ? WORST * (1 - distance / reach) : 0;
}

/* What a way from the middle of a box has of it. */
static double hidden(const struct ground *ground, struct way way, uint32_t box)
{
    double across = fabs(way.dx) / ground->boxes->widths[box];
    double along = fabs(way.dy) / ground->boxes->heights[box];
    return 0.5 / fmax(across, along);
}

/* How much of the gap between its boxes a line lacks. */
static double squeeze(const struct ground *ground, struct way way, uint32_t line)
{
    const uint32_t *ends = ground->lines->ends + 2 * (size_t)line;
    double seen = 1 - hidden(ground, way, ends[0]) - hidden(ground, way, ends[1]);
    double gap = seen * hypot(way.dx, way.dy), wanted = ground->lines->lengths[line];
    return gap < wanted ? WORST_GAP * (1 - gap / wanted) : 0;
}

/* What is wrong with a line of a box. */
static double wrongs_of_line(const struct ground *ground, uint32_t line)
{
    const uint32_t *ends = ground->lines->ends + 2 * (size_t)line;
    struct way way = way_of(ground, line);
    double sum = squeeze(ground, way, line);
    for (uint32_t i = 0; i < ground->boxes->count; i++)
        if (i != ends[0] && i != ends[1])
            sum += trespass(ground, way, i);
    return sum;
}

/* What is wrong with a box where it stands; counting ends at `most`. */
static double wrongs_of_box(const struct ground *ground, uint32_t box, double most)
{
    double sum = 0;
    for (uint32_t i = 0; i < ground->lines->edge_count && sum < most; i++) {
        const uint32_t *ends = ground->lines->ends + 2 * (size_t)i;
        sum += ends[0] == box || ends[1] == box
                   ? wrongs_of_line(ground, i)
                   : trespass(ground, way_of(ground, i), box);
    }
    return sum;
}

static bool is_free(const struct kith_boxes *boxes, uint32_t box)
{
    for (uint32_t i = 0; i < boxes->count; i++)
        if (i != box &&
            fabs(boxes->x[i] - boxes->x[box]) <
                (boxes->widths[i] + boxes->widths[box]) / 2 &&
            fabs(boxes->y[i] - boxes->y[box]) <
                (boxes->heights[i] + boxes->heights[box]) / 2)
            return false;
    return true;
}

/* The best place around; whether that is another one. */
static bool step(const struct ground *ground, uint32_t box)
{
    double *x = &ground->boxes->x[box], *y = &ground->boxes->y[box];
    double home_x = *x, home_y = *y, best_x = *x, best_y = *y;
    double least = wrongs_of_box(ground, box, INFINITY);
    for (int i = 0; i < RINGS * DIRECTIONS; i++) {
        double radius = (i / DIRECTIONS + 1) * RING_WIDTH;
        double cost = radius * COST_A_POINT;
        if (cost >= least)
            break;
        *x = home_x + radius * cos(2 * pi * (i % DIRECTIONS) / DIRECTIONS);
        *y = home_y + radius * sin(2 * pi * (i % DIRECTIONS) / DIRECTIONS);
        if (!is_free(ground->boxes, box))
            continue;
        double wrongs = cost + wrongs_of_box(ground, box, least - cost);
        if (wrongs >= least)
            continue;
        least = wrongs;
        best_x = *x;
        best_y = *y;
    }
    *x = best_x;
    *y = best_y;
    return best_x != home_x || best_y != home_y;
}

void kith_sidestep(const struct kith_boxes *boxes, const struct kith_lines *lines)
{
    struct ground ground = {boxes, lines};
    bool has_moved = boxes->count > 2 && boxes->count <= MOST_BOXES &&
                     lines->edge_count <= LINES_A_BOX * boxes->count;
    for (int round = 0; round < ROUNDS && has_moved; round++) {
        has_moved = false;
        for (uint32_t i = 0; i < boxes->count; i++)
            has_moved |= step(&ground, i);
    }
}
