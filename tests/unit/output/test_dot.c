/* The drawing: what is chosen, and that Graphviz draws it without a word on stderr and
 * shows every label as it is. */
#include "output/dot.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

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

static void draws_the_most_central_first(void **state)
{
    (void)state;
    struct kith_drawing drawing = chosen(30);
    assert_int_equal(drawing.node_count, 30);
    assert_int_equal(drawing.entity_count, FOLK);
    assert_true(drawing.nodes[0].share == 1);
    const struct kith_node *nodes = kith_network_nodes(world.network);
    double largest = 0;
    uint32_t above = 0;
    for (uint32_t i = 0; i < FOLK; i++)
        if (nodes[i].pagerank > largest)
            largest = nodes[i].pagerank;
    for (uint32_t i = 0; i < FOLK; i++)
        above += nodes[i].pagerank / largest > drawing.nodes[29].share;
    assert_true(above <= 29);
    for (uint32_t i = 1; i < 30; i++)
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

static void edges_join_what_is_drawn(void **state)
{
    (void)state;
    struct kith_drawing drawing = chosen(30);
    for (uint32_t i = 0; i < drawing.edge_count; i++) {
        assert_true(drawing.edges[i].source < 30 && drawing.edges[i].target < 30);
        if (i)
            assert_true(drawing.edges[i].weight >= drawing.edges[i - 1].weight);
    }
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
    assert_in_range(drawing.shown_pairs, 150, 200);
    bool is_tied[50] = {false};
    for (uint32_t i = 0; i < drawing.edge_count; i++)
        is_tied[drawing.edges[i].source] = is_tied[drawing.edges[i].target] = true;
    for (uint32_t i = 0; i < 50; i++)
        assert_true(is_tied[i]);
    kith_network_free(network);
    kith_ledger_free(ledger);
}

/* ---- what Graphviz makes of it --------------------------------------------------- */

static bool has_graphviz(void)
{
    if (system("command -v dot >/dev/null 2>&1") == 0)
        return true;
    print_message("Graphviz is not installed: nothing is drawn\n");
    return false;
}

static void write_all(const struct kith_network *network, struct kith_output *out)
{
    kith_dot_write(network, 0, out);
}

static void write_some(const struct kith_network *network, struct kith_output *out)
{
    kith_dot_write(network, 60, out);
}

/* The picture of a DOT file; it must be drawn without a word. */
static xmlDocPtr drawn(struct kith_str dot)
{
    struct check_folder folder;
    char command[512];
    struct kith_error err = {0};
    struct kith_str svg, said;
    check_folder_make(&folder);
    check_file_bytes(&folder, "graph.dot", dot);
    snprintf(command, sizeof command, "cd '%s' && dot -Tsvg graph.dot >graph.svg 2>said",
             folder.path);
    assert_int_equal(system(command), 0);
    assert_ok(kith_file_read(check_path(&folder, "said"), 1 << 20, &world.reading.arena,
                             &said, &err),
              &err);
    assert_str(said, "");
    assert_ok(kith_file_read(check_path(&folder, "graph.svg"), 1 << 30,
                             &world.reading.arena, &svg, &err),
              &err);
    check_folder_remove(&folder);
    xmlDocPtr document = xmlReadMemory(svg.data, (int)svg.length, "svg", NULL,
                                       XML_PARSE_NONET | XML_PARSE_HUGE);
    assert_non_null(document);
    return document;
}

static bool is_class(xmlNodePtr element, const char *name)
{
    xmlChar *class = xmlGetProp(element, (const xmlChar *)"class");
    bool is_it = class && strncmp((const char *)class, name, strlen(name)) == 0;
    xmlFree(class);
    return is_it;
}

/* The lines of text in a drawn node, joined by blanks: its label. */
static void gather(xmlNodePtr element, struct kith_buf *label)
{
    for (xmlNodePtr at = element->children; at; at = at->next) {
        if (at->type == XML_ELEMENT_NODE && strcmp((const char *)at->name, "text") == 0) {
            xmlChar *line = xmlNodeGetContent(at);
            if (label->length)
                kith_buf_byte(label, ' ');
            kith_buf_text(label, (const char *)line);
            xmlFree(line);
        } else {
            gather(at, label);
        }
    }
}

static void check_drawn_node(xmlNodePtr element, const struct kith_drawn_node *node)
{
    struct kith_buf shown = {0}, wanted = {0}, is = {0};
    gather(element, &shown);
    assert_same(awkward_wanted(&is, kith_buf_view(&shown), true),
                awkward_wanted(&wanted, node->label, true));
    kith_buf_release(&shown);
    kith_buf_release(&wanted);
    kith_buf_release(&is);
}

static struct kith_buf id_of(xmlNodePtr element)
{
    struct kith_buf id = {0};
    xmlChar *text = xmlGetProp(element, (const xmlChar *)"id");
    kith_buf_text(&id, (const char *)text);
    xmlFree(text);
    return id;
}

static bool is_of(xmlNodePtr element, const struct kith_drawn_node *node)
{
    struct kith_buf key = {0}, id = id_of(element);
    kith_clean_id(&key, node->id);
    bool is_it = kith_str_equal(kith_buf_view(&key), kith_buf_view(&id));
    kith_buf_release(&key);
    kith_buf_release(&id);
    return is_it;
}

static void labels_are_shown_as_they_are(void **state)
{
    (void)state;
    if (!has_graphviz())
        skip();
    struct kith_drawing drawing = chosen(0);
    xmlDocPtr document = drawn(world_written(&world, write_all));
    xmlNodePtr graph = xmlDocGetRootElement(document)->children;
    while (graph->type != XML_ELEMENT_NODE)
        graph = graph->next;
    uint32_t count = 0;
    for (xmlNodePtr at = graph->children; at; at = at->next) {
        if (at->type != XML_ELEMENT_NODE || !is_class(at, "node"))
            continue;
        uint32_t i = 0;
        while (i < drawing.node_count && !is_of(at, &drawing.nodes[i]))
            i++;
        assert_true(i < drawing.node_count);
        check_drawn_node(at, &drawing.nodes[i]);
        count++;
    }
    assert_int_equal(count, FOLK);
    xmlFreeDoc(document);
}

static void a_thinned_picture_says_what_it_shows(void **state)
{
    (void)state;
    struct kith_str dot = world_written(&world, write_some);
    assert_non_null(strstr(dot.data, "60 of 400 entities shown"));
    assert_non_null(strstr(dot.data, "layout=neato"));
    assert_non_null(strstr(world_written(&world, write_all).data, "layout=sfdp"));
    if (has_graphviz())
        xmlFreeDoc(drawn(dot));
}

static void write_nothing(const struct kith_network *network, struct kith_output *out)
{
    (void)network;
    struct kith_drawing nothing = {0};
    kith_dot_write_drawing(&nothing, out);
}

static void nothing_can_be_drawn(void **state)
{
    (void)state;
    struct kith_str dot = world_written(&world, write_nothing);
    assert_non_null(strstr(dot.data, "0 of 0 entities shown"));
    if (has_graphviz())
        xmlFreeDoc(drawn(dot));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(draws_the_most_central_first),
        cmocka_unit_test(draws_everything_when_asked),
        cmocka_unit_test(edges_join_what_is_drawn),
        cmocka_unit_test(choosing_survives_any_lack_of_memory),
        cmocka_unit_test(a_crowd_is_thinned_and_nobody_loses_all),
        cmocka_unit_test(labels_are_shown_as_they_are),
        cmocka_unit_test(a_thinned_picture_says_what_it_shows),
        cmocka_unit_test(nothing_can_be_drawn),
    };
    return cmocka_run_group_tests(tests, make_world, free_world);
}
