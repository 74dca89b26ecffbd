/* The drawing: what is chosen, and where it stands. */
#include "output/dot.h"

#include <math.h>

#include "folk.h"

/* ---- what is chosen -------------------------------------------------------------- */

#define FOLK 400

static struct world world;

static int make_world(void **state)
{
    (void)state;
    folk_make(&world, FOLK);
    return 0;
}

static int free_world(void **state)
{
    (void)state;
    world_free(&world);
    return 0;
}

static struct kith_drawing chosen(uint32_t limit)
{
    struct kith_drawing drawing;
    struct kith_error err = {0};
    assert_ok(
        kith_drawing_choose(world.network, limit, &world.reading.arena, &drawing, &err),
        &err);
    return drawing;
}

/* As many as asked for, or fewer where the next two would come together. */
static void draws_the_most_central_first(void **state)
{
    (void)state;
    struct kith_drawing drawing = chosen(30);
    assert_in_range(drawing.node_count, 28, 30);
    assert_int_equal(drawing.entity_count, FOLK);
    assert_true(drawing.nodes[0].share == 1);
    for (uint32_t i = 1; i < drawing.node_count; i++)
        assert_true(drawing.nodes[i].share <= drawing.nodes[i - 1].share);
}

static void draws_everything_when_asked(void **state)
{
    (void)state;
    struct kith_drawing drawing = chosen(0);
    assert_int_equal(drawing.node_count, FOLK);
    assert_int_equal(drawing.edge_count, kith_ledger_edge_count(world.ledger));
    assert_int_equal(drawing.shown_pairs, drawing.pair_count);
    assert_int_equal(drawing.shown_relations, drawing.relation_count);
    assert_int_equal(chosen(FOLK + 1).node_count, FOLK);
}

/* Pairs first, then relations, for the strongest lie on top. */
static void edges_join_what_is_drawn(void **state)
{
    (void)state;
    struct kith_drawing drawing = chosen(30);
    bool is_tied[30] = {false};
    for (uint32_t i = 0; i < drawing.edge_count; i++) {
        const struct kith_drawn_edge *edge = &drawing.edges[i], *before = edge - 1;
        assert_true(edge->source < 30 && edge->target < 30);
        is_tied[edge->source] = is_tied[edge->target] = true;
        if (i) {
            assert_true(!before->support || edge->support);
            if (!before->support == !edge->support)
                assert_true(edge->weight >= before->weight);
        }
    }
    for (uint32_t i = 0; i < drawing.node_count; i++)
        assert_true(is_tied[i]);
}

static void a_pair_with_a_relation_is_one_line(void **state)
{
    (void)state;
    struct kith_drawing drawing = chosen(30);
    for (uint32_t i = 0; i < drawing.edge_count; i++)
        for (uint32_t k = 0; k < i; k++)
            assert_false(drawing.edges[i].source == drawing.edges[k].source &&
                         drawing.edges[i].target == drawing.edges[k].target);
}

static enum kith_status choose_capped(struct kith_arena *arena, void *context,
                                      struct kith_error *err)
{
    (void)context;
    struct kith_drawing drawing;
    return kith_drawing_choose(world.network, 70, arena, &drawing, err);
}

static void choosing_survives_any_lack_of_memory(void **state)
{
    (void)state;
    check_memory_sweep(choose_capped, NULL);
}

/* Everybody with everybody, 1,225 pairs among 50; the last one weakly. */
static struct kith_ledger *crowd(void)
{
    struct kith_ledger *ledger;
    struct kith_error err = {0};
    struct fake fake;
    assert_ok(kith_ledger_new(world.reading.gazetteer, world.rules,
                              (struct kith_window){.scope = KITH_ARTICLE}, &ledger, &err),
              &err);
    fake_article(&fake, KITH_ARTICLE, "x");
    for (kith_id i = 0; i < 50; i++)
        fake_mention(&fake, i);
    for (kith_id a = 0; a < 50; a++)
        for (kith_id b = a + 1; b < 50; b++)
            for (kith_id k = 0; k < (b == 49 ? 1 : 2 + (a + b) % 5); k++)
                fake_evidence(&fake, (struct kith_evidence){.source = a,
                                                            .target = b,
                                                            .relation = KITH_COOCCURRENCE,
                                                            .rule = KITH_NO_ID});
    fake_add(&fake, ledger);
    assert_ok(kith_ledger_close(ledger, &err), &err);
    return ledger;
}

static void a_crowd_is_thinned_and_nobody_loses_all(void **state)
{
    (void)state;
    struct kith_ledger *ledger = crowd();
    struct kith_error err = {0};
    struct kith_network *network;
    assert_ok(kith_network_new(ledger,
                               &(struct kith_network_options){.seed = 1, .seconds = 9},
                               &network, &err),
              &err);
    struct kith_drawing drawing;
    assert_ok(kith_drawing_choose(network, 50, &world.reading.arena, &drawing, &err),
              &err);
    assert_int_equal(drawing.pair_count, 1225);
    assert_in_range(drawing.shown_pairs, 100, 150);
    bool is_tied[50] = {false};
    for (uint32_t i = 0; i < drawing.edge_count; i++)
        is_tied[drawing.edges[i].source] = is_tied[drawing.edges[i].target] = true;
    for (uint32_t i = 0; i < 50; i++)
        assert_true(is_tied[i]);
    kith_network_free(network);
    kith_ledger_free(ledger);
}

/* ---- what is written -------------------------------------------------------------- */

static void write_some(const struct kith_network *network, struct kith_output *out)
{
    struct kith_error err = {0};
    assert_ok(kith_dot_write(network, 60, 1, NULL, out, &err), &err);
}

static void a_thinned_picture_says_what_it_shows(void **state)
{
    (void)state;
    struct kith_str dot = world_written(&world, write_some);
    assert_non_null(strstr(dot.data, " of 400 entities shown"));
    assert_non_null(strstr(dot.data, "layout=nop2"));
}

/* Everything within stays within the picture's borders. */
static void boxes_lie_within_the_borders(void **state)
{
    (void)state;
    struct kith_drawing drawing = chosen(70);
    struct kith_sketch sketch;
    struct kith_error err = {0};
    assert_ok(kith_sketch_make(&drawing, 1, &world.reading.arena, &sketch, &err), &err);
    for (uint32_t i = 0; i < drawing.node_count; i++) {
        assert_true(sketch.boxes.x[i] - sketch.boxes.widths[i] / 2 >= sketch.left);
        assert_true(sketch.boxes.x[i] + sketch.boxes.widths[i] / 2 <= sketch.right);
        assert_true(sketch.boxes.y[i] - sketch.boxes.heights[i] / 2 >= sketch.bottom);
        assert_true(sketch.boxes.y[i] + sketch.boxes.heights[i] / 2 <= sketch.top);
    }
}

static bool covers(const struct kith_sketch *sketch, uint32_t box, double x, double y)
{
    return fabs(sketch->boxes.x[box] - x) < sketch->boxes.widths[box] / 2 &&
           fabs(sketch->boxes.y[box] - y) < sketch->boxes.heights[box] / 2;
}

static void heads_and_names_lie_on_free_ground(void **state)
{
    (void)state;
    struct kith_drawing drawing = chosen(70);
    struct kith_sketch sketch;
    struct kith_error err = {0};
    assert_ok(kith_sketch_make(&drawing, 1, &world.reading.arena, &sketch, &err), &err);
    uint32_t heads = 0, names = 0;
    for (uint32_t i = 0; i < drawing.edge_count; i++) {
        const struct kith_curve *curve = &sketch.curves[i];
        heads += curve->has_end;
        names += curve->has_label;
        if (curve->has_end)
            assert_false(
                covers(&sketch, drawing.edges[i].target, curve->end_x, curve->end_y));
        for (uint32_t k = 0; curve->has_label && k < drawing.node_count; k++)
            assert_false(covers(&sketch, k, curve->label_x, curve->label_y));
    }
    assert_true(heads > 5);
    assert_true(names > 5);
}

static enum kith_status sketch_capped(struct kith_arena *arena, void *context,
                                      struct kith_error *err)
{
    struct kith_sketch sketch;
    return kith_sketch_make(context, 1, arena, &sketch, err);
}

static void sketching_survives_any_lack_of_memory(void **state)
{
    (void)state;
    struct kith_drawing drawing = chosen(12);
    check_memory_sweep(sketch_capped, &drawing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(draws_the_most_central_first),
        cmocka_unit_test(draws_everything_when_asked),
        cmocka_unit_test(edges_join_what_is_drawn),
        cmocka_unit_test(a_pair_with_a_relation_is_one_line),
        cmocka_unit_test(choosing_survives_any_lack_of_memory),
        cmocka_unit_test(a_crowd_is_thinned_and_nobody_loses_all),
        cmocka_unit_test(a_thinned_picture_says_what_it_shows),
        cmocka_unit_test(boxes_lie_within_the_borders),
        cmocka_unit_test(heads_and_names_lie_on_free_ground),
        cmocka_unit_test(sketching_survives_any_lack_of_memory),
    };
    return cmocka_run_group_tests(tests, make_world, free_world);
}
