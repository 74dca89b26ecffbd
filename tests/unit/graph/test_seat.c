/* Seats: communities side by side, on a circle and on discs. */
#include "graph/seat.h"

#include "close.h"

/* Three communities of 60, 30 and 10, whose members take turns. */
enum { NODES = 100, COMMUNITIES = 3 };

struct room {
    uint32_t communities[NODES], nodes[NODES];
    double x[NODES], y[NODES];
    bool has_circle;
};

static enum kith_status sit(struct kith_arena *arena, void *context,
                            struct kith_error *err)
{
    struct room *room = context;
    struct kith_part part = {.lines.node_count = NODES, .nodes = room->nodes};
    for (uint32_t i = 0; i < NODES; i++) {
        room->nodes[i] = i;
        room->communities[i] = i % 10 < 6 ? 1 : i % 10 < 9 ? 2 : 3;
    }
    if (room->has_circle)
        return kith_seats_circle(&part, room->communities, 100, arena, room->x, room->y,
                                 err);
    return kith_seats_discs(&part, room->communities, arena, room->x, room->y, err);
}

static struct room taken_seats(bool has_circle)
{
    struct room room = {.has_circle = has_circle};
    struct kith_arena arena;
    struct kith_error err = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(sit(&arena, &room, &err), &err);
    kith_arena_release(&arena);
    return room;
}

static double distance(const struct room *room, uint32_t a, uint32_t b)
{
    return hypot(room->x[a] - room->x[b], room->y[a] - room->y[b]);
}

/* The node that sits nearest. */
static uint32_t nearest(const struct room *room, uint32_t node)
{
    uint32_t best = node ? 0 : 1;
    for (uint32_t i = 0; i < NODES; i++)
        if (i != node && distance(room, node, i) < distance(room, node, best))
            best = i;
    return best;
}

static void neighbours_on_the_circle_are_as_far_apart_as_said(void **state)
{
    (void)state;
    struct room room = taken_seats(true);
    for (uint32_t i = 0; i < NODES; i++)
        assert_within(distance(&room, i, nearest(&room, i)), 100, 1);
}

static void nearly_all_sit_beside_their_own(void **state)
{
    (void)state;
    for (int has_circle = 0; has_circle < 2; has_circle++) {
        struct room room = taken_seats(has_circle);
        uint32_t own = 0;
        for (uint32_t i = 0; i < NODES; i++)
            own += room.communities[nearest(&room, i)] == room.communities[i];
        assert_in_range(own, 90, NODES);
    }
}

static void the_first_community_sits_in_the_middle_around_its_first_node(void **state)
{
    (void)state;
    struct room room = taken_seats(false);
    assert_close(room.x[0], 0);
    assert_close(room.y[0], 0);
    for (uint32_t i = 0; i < NODES; i++)
        if (room.communities[i] == 1)
            assert_true(distance(&room, 0, i) <= sqrt(60 / 3.14159));
}

static void every_seat_has_about_a_square_of_side_one(void **state)
{
    (void)state;
    struct room room = taken_seats(false);
    double sum = 0;
    for (uint32_t i = 0; i < NODES; i++)
        sum += distance(&room, i, nearest(&room, i));
    assert_within(sum / NODES, 0.95, 0.15);
}

static void says_when_memory_is_out(void **state)
{
    (void)state;
    for (int has_circle = 0; has_circle < 2; has_circle++) {
        struct room room = {.has_circle = has_circle};
        check_memory_sweep(sit, &room);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbours_on_the_circle_are_as_far_apart_as_said),
        cmocka_unit_test(nearly_all_sit_beside_their_own),
        cmocka_unit_test(the_first_community_sits_in_the_middle_around_its_first_node),
        cmocka_unit_test(every_seat_has_about_a_square_of_side_one),
        cmocka_unit_test(says_when_memory_is_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
