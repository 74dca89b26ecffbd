/* nodes.csv, edges.csv and problems.csv, read back. */
#include "output/table.h"

#include <stdlib.h>

#include "folk.h"
#include "sheet.h"

#define FOLK 500

static struct world world;
static struct sheet nodes, edges;

static void write_nodes(const struct kith_network *network, struct kith_output *out)
{
    kith_nodes_write(network, KITH_ROW_CSV, out);
}

static void write_edges(const struct kith_network *network, struct kith_output *out)
{
    kith_edges_write(network, KITH_ROW_CSV, out);
}

static int make_tables(void **state)
{
    (void)state;
    folk_make(&world, FOLK);
    nodes = sheet_read(&world.reading.arena, world_written(&world, write_nodes));
    edges = sheet_read(&world.reading.arena, world_written(&world, write_edges));
    return 0;
}

static int free_tables(void **state)
{
    (void)state;
    world_free(&world);
    return 0;
}

static void every_node_is_a_row(void **state)
{
    (void)state;
    assert_int_equal(nodes.count, FOLK + 1);
    struct kith_buf is = {0}, wanted = {0};
    for (uint32_t i = 0; i < FOLK; i++) {
        struct kith_entity entity = world_entity(&world, i);
        assert_same(awkward_wanted(&is, sheet_cell(&nodes, i + 1, "label"), true),
                    awkward_wanted(&wanted, entity.name, true));
        assert_str(sheet_cell(&nodes, i + 1, "type"), "person");
        assert_str(sheet_cell(&nodes, i + 1, "gazetteer_size"), "tall");
        assert_str(sheet_cell(&nodes, i + 1, "gazetteer_gazetteer_size"), "a,b");
    }
    kith_buf_release(&is);
    kith_buf_release(&wanted);
}

static void a_node_knows_its_gazetteer_row(void **state)
{
    (void)state;
    struct kith_entity entity = world_entity(&world, 7);
    char wanted[64];
    snprintf(wanted, sizeof wanted, "folk, of.csv:%u", (unsigned)entity.line);
    assert_str(sheet_cell(&nodes, 8, "row"), wanted);
}

static void measures_are_read_back_to_the_last_digit(void **state)
{
    (void)state;
    const struct kith_node *all = kith_network_nodes(world.network);
    for (uint32_t i = 0; i < FOLK; i++) {
        assert_true(atof(sheet_cell(&nodes, i + 1, "pagerank").data) == all[i].pagerank);
        assert_true(atof(sheet_cell(&nodes, i + 1, "betweenness").data) ==
                    all[i].betweenness);
        assert_true(atof(sheet_cell(&nodes, i + 1, "harmonic").data) == all[i].harmonic);
        assert_int_equal(atoi(sheet_cell(&nodes, i + 1, "degree").data), all[i].degree);
    }
}

static void every_edge_is_a_row(void **state)
{
    (void)state;
    const struct kith_edge *all = kith_ledger_edges(world.ledger);
    assert_int_equal(edges.count, kith_ledger_edge_count(world.ledger) + 1);
    for (uint32_t i = 0; i + 1 < edges.count; i++) {
        struct kith_str id = sheet_cell(&edges, i + 1, "id");
        assert_int_equal(id.data[0], 'e');
        assert_int_equal(atoi(id.data + 1), all[i].number);
        assert_int_equal(atoi(sheet_cell(&edges, i + 1, "weight").data), all[i].weight);
    }
}

static void the_scopes_are_of_pairs_only(void **state)
{
    (void)state;
    static const char *const columns[] = {"sentences", "paragraphs", "shared_stories",
                                          "windows",   "npmi",       "llr",
                                          "jaccard",   "decayed"};
    const struct kith_edge *all = kith_ledger_edges(world.ledger);
    for (uint32_t i = 0; i + 1 < edges.count; i++) {
        bool is_pair = all[i].relation == KITH_COOCCURRENCE;
        for (size_t k = 0; k < sizeof columns / sizeof *columns; k++)
            assert_true((sheet_cell(&edges, i + 1, columns[k]).length > 0) == is_pair);
        assert_true((sheet_cell(&edges, i + 1, "rule").length > 0) == !is_pair);
    }
}

static void relations_have_names_and_directions(void **state)
{
    (void)state;
    for (uint32_t i = 1; i < edges.count; i++) {
        bool is_head =
            kith_str_equal(sheet_cell(&edges, i, "relation"), KITH_STR("head of"));
        assert_str(sheet_cell(&edges, i, "directed"), is_head ? "true" : "false");
    }
}

static struct kith_problems problems;

static void write_problems(const struct kith_network *network, struct kith_output *out)
{
    (void)network;
    kith_problems_write(&problems, out);
}

static void problems_are_rows(void **state)
{
    (void)state;
    struct kith_error err = {0};
    kith_problems_init(&problems, &world.reading.arena);
    assert_ok(kith_problems_add(&problems, KITH_FAULT, KITH_STR("a,b\nc.txt"), 0, "empty",
                                &err, "it says \"%s\"", "nothing"),
              &err);
    assert_ok(kith_problems_add(&problems, KITH_NOTE, KITH_STR("people.csv"), 41, "alias",
                                &err, "two"),
              &err);
    assert_str(world_written(&world, write_problems),
               "severity,file,line,kind,text\n"
               "fault,\"a,b c.txt\",,empty,\"it says \"\"nothing\"\"\"\n"
               "note,people.csv,41,alias,two\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_node_is_a_row),
        cmocka_unit_test(a_node_knows_its_gazetteer_row),
        cmocka_unit_test(measures_are_read_back_to_the_last_digit),
        cmocka_unit_test(every_edge_is_a_row),
        cmocka_unit_test(the_scopes_are_of_pairs_only),
        cmocka_unit_test(relations_have_names_and_directions),
        cmocka_unit_test(problems_are_rows),
    };
    return cmocka_run_group_tests(tests, make_tables, free_tables);
}
