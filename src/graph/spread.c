/* Moving boxes apart.
 *
 * In rounds: the boxes are sorted by their lower edges, and each is held against those
 * above that begin before it ends; two that overlap are pushed apart, half the way each.
 * A crowd may push in circles: every few rounds all positions are stretched a little, so
 * that there is an end. */
#include "graph/spread.h"

#include <math.h>
#include <stdlib.h>

#include "base/stop.h"

/* So many rounds for few boxes, and fewer for a crowd, where nobody reads every label. */
#define ROUNDS 2000
#define ROUNDS_MANY 40
#define MANY_BOXES 2000

/* Every so many rounds the whole is stretched by so much. */
#define STRETCH_EVERY 20
#define STRETCH 1.03

/* Room beyond touching, so that rounding does not bring them together again. */
#define CLEARANCE 0.02

struct place {
    double lower;
    uint32_t box;
};

static int by_lower_edge(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    if (a->lower != b->lower)
        return a->lower < b->lower ? -1 : 1;
    return (a->box > b->box) - (a->box < b->box);
}

/* Half of what the two need, away from each other; on one spot the later goes up. */
static double push(double distance, double overlap)
{
    double way = overlap / 2 + CLEARANCE;
    return distance < 0 ? -way : way;
}

static bool part_two(const struct kith_boxes *boxes, uint32_t a, uint32_t b)
{
    double dx = boxes->x[b] - boxes->x[a], dy = boxes->y[b] - boxes->y[a];
    double over_x = (boxes->widths[a] + boxes->widths[b]) / 2 - fabs(dx);
    double over_y = (boxes->heights[a] + boxes->heights[b]) / 2 - fabs(dy);
    if (over_x <= 0 || over_y <= 0)
        return false;
    if (over_y <= over_x) {
        double way = push(dy, over_y);
        boxes->y[a] -= way;
        boxes->y[b] += way;
    } else {
        double way = push(dx, over_x);
        boxes->x[a] -= way;
        boxes->x[b] += way;
    }
    return true;
}

static bool run_round(const struct kith_boxes *boxes, struct place *places)
{
    for (uint32_t i = 0; i < boxes->count; i++)
        places[i] = (struct place){boxes->y[i] - boxes->heights[i] / 2, i};
    qsort(places, boxes->count, sizeof *places, by_lower_edge);
    bool has_moved = false;
    for (uint32_t i = 0; i < boxes->count; i++) {
        double upper = places[i].lower + boxes->heights[places[i].box];
        for (uint32_t k = i + 1; k < boxes->count && places[k].lower < upper; k++)
            has_moved |= part_two(boxes, places[i].box, places[k].box);
    }
    return has_moved;
}

static void stretch(const struct kith_boxes *boxes)
{
    for (uint32_t i = 0; i < boxes->count; i++) {
        boxes->x[i] *= STRETCH;
        boxes->y[i] *= STRETCH;
    }
}

enum kith_status kith_spread(const struct kith_boxes *boxes, const volatile int *stop,
                             struct kith_arena *arena, struct kith_error *err)
{
    if (boxes->count < 2)
        return KITH_OK;
    struct place *places = KITH_ARRAY(arena, struct place, boxes->count);
    if (!places)
        return kith_no_memory(err);
    int rounds = boxes->count <= MANY_BOXES ? ROUNDS : ROUNDS_MANY;
    for (int round = 1; round <= rounds && run_round(boxes, places); round++) {
        if (kith_is_stopped(stop))
            return kith_fail(err, KITH_INTERRUPTED, "stopped while moving names apart");
        if (round % STRETCH_EVERY == 0)
            stretch(boxes);
    }
    return KITH_OK;
}
