/* Seats: a circle, or discs on a disc.
 *
 * A disc is filled as a sunflower is (H. Vogel, "A better way to construct the sunflower
 * head", Mathematical Biosciences 44, 1979): each next one a golden angle on, as far from
 * the middle as the area taken so far demands. So are the discs themselves, each outside
 * that area. */
#include "graph/seat.h"

#include <math.h>
#include <stdlib.h>

static const double pi = 3.14159265358979323846;

/* Of a whole turn, so that no two of few are in one direction. */
#define GOLDEN_ANGLE 2.39996322972865332

struct seat {
    uint32_t community, node;
};

static int by_community(const void *left, const void *right)
{
    const struct seat *a = left, *b = right;
    if (a->community != b->community)
        return a->community < b->community ? -1 : 1;
    return (a->node > b->node) - (a->node < b->node);
}

/* The nodes of the part, community after community; NULL when memory is out. */
static const struct seat *take_seats(const struct kith_part *part,
                                     const uint32_t *communities,
                                     struct kith_arena *arena)
{
    uint32_t count = part->lines.node_count;
    struct seat *seats = KITH_ARRAY(arena, struct seat, count);
    for (uint32_t i = 0; seats && i < count; i++)
        seats[i] = (struct seat){communities[part->nodes[i]], i};
    if (seats && count)
        qsort(seats, count, sizeof *seats, by_community);
    return seats;
}

enum kith_status kith_seats_circle(const struct kith_part *part,
                                   const uint32_t *communities, double spacing,
                                   struct kith_arena *arena, double *x, double *y,
                                   struct kith_error *err)
{
    uint32_t count = part->lines.node_count;
    const struct seat *seats = take_seats(part, communities, arena);
    if (!seats)
        return kith_no_memory(err);
    double radius = spacing * count / (2 * pi);
    for (uint32_t i = 0; i < count; i++) {
        double angle = 2 * pi * i / count;
        x[seats[i].node] = radius * cos(angle);
        y[seats[i].node] = radius * sin(angle);
    }
    return KITH_OK;
}

/* The place of the `number`-th of a sunflower, so far from its middle. */
static void place(uint32_t number, double radius, double *x, double *y)
{
    *x = radius * cos(number * GOLDEN_ANGLE);
    *y = radius * sin(number * GOLDEN_ANGLE);
}

/* Of a disc that has a square of side 1 for each of so many. */
static double radius_of(uint32_t count)
{
    return sqrt(count / pi);
}

enum kith_status kith_seats_discs(const struct kith_part *part,
                                  const uint32_t *communities, struct kith_arena *arena,
                                  double *x, double *y, struct kith_error *err)
{
    uint32_t count = part->lines.node_count, disc = 0;
    const struct seat *seats = take_seats(part, communities, arena);
    if (!seats)
        return kith_no_memory(err);
    for (uint32_t begin = 0, end = 0; begin < count; begin = end, disc++) {
        double middle_x, middle_y;
        while (end < count && seats[end].community == seats[begin].community)
            end++;
        place(disc, disc ? radius_of(begin) + radius_of(end - begin) : 0, &middle_x,
              &middle_y);
        for (uint32_t i = begin; i < end; i++) {
            uint32_t node = seats[i].node;
            place(i - begin, radius_of(i - begin), &x[node], &y[node]);
            x[node] += middle_x;
            y[node] += middle_y;
        }
    }
    return KITH_OK;
}
