/* What Graphviz makes of a drawing: not a word on stderr, and every text as it is. */
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "awkward.h"
#include "output/clean.h"
#include "output/dot.h"
#include "support/folder.h"

/* Labels, tooltips and names of relations, each of another awkward text. */
#define NODES 4000
#define RELATIONS 400

struct picture {
    struct kith_arena arena;
    struct kith_drawn_node nodes[NODES];
    struct kith_drawn_edge edges[RELATIONS];
    struct kith_support support;
    struct kith_drawing drawing;
    xmlDocPtr svg;
};

static struct picture picture;

static struct kith_str copied(struct kith_str text)
{
    struct kith_str copy = kith_str_copy(&picture.arena, text);
    assert_non_null(copy.data);
    return copy;
}

/* Nodes of awkward names in all looks; some in pairs with an awkward relation. */
static void make_drawing(void)
{
    struct kith_buf text = {0}, link = {0};
    picture.support.rows[KITH_ASSERTED] = 1;
    for (uint32_t i = 0; i < NODES; i++) {
        struct kith_drawn_node *node = &picture.nodes[i];
        node->look = kith_looks[i % KITH_LOOK_COUNT];
        node->label = copied(awkward_text(&text, i, AWKWARD_COUNT));
        node->type = KITH_STR("person");
        kith_buf_format(&link, "https://x.example/%.*s", KITH_STR_ARGS(node->label));
        node->link = copied(kith_buf_view(&link));
        kith_buf_reset(&link);
        node->share = i % 10 / 10.0;
        kith_buf_reset(&text);
        kith_buf_format(&text, "n%u", i);
        node->id = copied(kith_buf_view(&text));
    }
    for (uint32_t i = 0; i < RELATIONS; i++)
        picture.edges[i] = (struct kith_drawn_edge){
            .source = 2 * i,
            .target = 2 * i + 1,
            .relation = copied(awkward_text(&text, NODES + i, AWKWARD_COUNT)),
            .is_directed = i % 2,
            .is_conflict = i % 3 == 0,
            .is_labelled = true,
            .support = &picture.support,
            .number = i + 1,
            .weight = 1,
            .stories = 1};
    kith_buf_release(&text);
    kith_buf_release(&link);
    picture.drawing =
        (struct kith_drawing){picture.nodes, NODES, picture.edges, RELATIONS, NODES, 0,
                              RELATIONS,     0,     RELATIONS};
}

static bool has_graphviz(void)
{
    return system("command -v dot >/dev/null 2>&1") == 0;
}

static struct kith_str read_in(struct check_folder *folder, const char *name)
{
    struct kith_error err = {0};
    struct kith_str bytes;
    assert_ok(
        kith_file_read(check_path(folder, name), 1 << 30, &picture.arena, &bytes, &err),
        &err);
    return bytes;
}

/* Each edge's sentence is the label of its first node. */
static void add_sentences(struct kith_exhibits *exhibits,
                          const struct kith_drawing *drawing)
{
    struct kith_error err = {0};
    for (uint32_t i = 0; i < drawing->edge_count; i++) {
        struct kith_str text = drawing->nodes[drawing->edges[i].source].label;
        struct kith_sentence sentence = {.end = (uint32_t)text.length};
        struct kith_document document = {.text = text,
                                         .sentences = {.items = &sentence, .count = 1}};
        struct kith_evidence row = {.edge = drawing->edges[i].number, .rule = KITH_NO_ID};
        struct kith_findings findings = {
            .document = &document, .evidence = &row, .evidence_count = 1};
        assert_ok(kith_exhibits_add(exhibits, &findings, &err), &err);
    }
}

static void write_dot(struct check_folder *folder, const struct kith_drawing *drawing)
{
    struct kith_output out;
    struct kith_exhibits exhibits;
    struct kith_sketch sketch;
    struct kith_error err = {0};
    assert_ok(kith_sketch_make(drawing, 1, &picture.arena, &sketch, &err), &err);
    assert_ok(kith_output_open(&out, check_path(folder, "graph.dot"), &err), &err);
    assert_ok(kith_exhibits_open(&exhibits, folder->path, NULL, &err), &err);
    add_sentences(&exhibits, drawing);
    kith_dot_write_drawing(drawing, &sketch, &exhibits, &out);
    kith_exhibits_release(&exhibits);
    assert_ok(kith_output_commit(&out, &err), &err);
}

/* The picture of a drawing, read back; all of Graphviz's checks are silent. */
static xmlDocPtr drawn(const struct kith_drawing *drawing)
{
    struct check_folder folder;
    char command[512];
    check_folder_make(&folder);
    write_dot(&folder, drawing);
    snprintf(command, sizeof command,
             "cd '%s' && { dot -Tsvg graph.dot >graph.svg && nop graph.dot >nop && "
             "gc -a graph.dot >gc; } 2>said",
             folder.path);
    assert_int_equal(system(command), 0);
    assert_str(read_in(&folder, "said"), "");
    struct kith_str svg = read_in(&folder, "graph.svg");
    check_folder_remove(&folder);
    xmlDocPtr document = xmlReadMemory(svg.data, (int)svg.length, "svg", NULL,
                                       XML_PARSE_NONET | XML_PARSE_HUGE);
    assert_non_null(document);
    return document;
}

static int make_picture(void **state)
{
    (void)state;
    kith_arena_init(&picture.arena, KITH_ARENA_UNCAPPED);
    make_drawing();
    if (has_graphviz())
        picture.svg = drawn(&picture.drawing);
    else
        print_message("Graphviz is not installed: nothing is drawn\n");
    return 0;
}

static int free_picture(void **state)
{
    (void)state;
    xmlFreeDoc(picture.svg);
    kith_arena_release(&picture.arena);
    return 0;
}

/* ---- reading the picture --------------------------------------------------------- */

static bool is_element(xmlNodePtr at, const char *name)
{
    return at->type == XML_ELEMENT_NODE && strcmp((const char *)at->name, name) == 0;
}

/* The lines of text within, joined by blanks. */
static void gather_text(xmlNodePtr element, struct kith_buf *text)
{
    for (xmlNodePtr at = element->children; at; at = at->next) {
        if (!is_element(at, "text")) {
            gather_text(at, text);
            continue;
        }
        xmlChar *line = xmlNodeGetContent(at);
        kith_buf_text(text, text->length ? " " : "");
        kith_buf_text(text, (const char *)line);
        xmlFree(line);
    }
}

/* The first attribute of that name of a link within: xlink:title, xlink:href. */
static bool gather_link(xmlNodePtr element, const char *name, struct kith_buf *text)
{
    for (xmlNodePtr at = element->children; at; at = at->next) {
        xmlChar *value =
            is_element(at, "a") ? xmlGetProp(at, (const xmlChar *)name) : NULL;
        if (value)
            kith_buf_text(text, (const char *)value);
        xmlFree(value);
        if (value || gather_link(at, name, text))
            return true;
    }
    return false;
}

/* The group of an element: the drawn groups whose ids begin with `letter`, by number. */
static void find_groups(xmlNodePtr within, char letter, xmlNodePtr *groups,
                        uint32_t count)
{
    for (xmlNodePtr at = within->children; at; at = at->next) {
        xmlChar *id = is_element(at, "g") ? xmlGetProp(at, (const xmlChar *)"id") : NULL;
        unsigned long number = id ? strtoul((char *)id + 1, NULL, 10) : 0;
        bool is_one = id && id[0] == letter && number < count && !strchr((char *)id, '_');
        xmlFree(id);
        if (is_one)
            groups[number] = at;
        else
            find_groups(at, letter, groups, count);
    }
}

/* The second of two blanks comes out as one that does not break. */
static void unbind(struct kith_buf *out, struct kith_str text)
{
    for (size_t i = 0; i < text.length; i++) {
        bool is_bound = i + 1 < text.length && memcmp(text.data + i, "\u00A0", 2) == 0;
        kith_buf_byte(out, is_bound ? ' ' : text.data[i]);
        i += is_bound;
    }
}

/* Both texts are the same but for their blanks. */
static void check_text(struct kith_str is, struct kith_str wanted)
{
    struct kith_buf texts[4] = {0};
    unbind(&texts[0], is);
    unbind(&texts[1], wanted);
    assert_same(awkward_wanted(&texts[2], kith_buf_view(&texts[0]), true),
                awkward_wanted(&texts[3], kith_buf_view(&texts[1]), true));
    for (size_t i = 0; i < 4; i++)
        kith_buf_release(&texts[i]);
}

static void find_nodes(xmlNodePtr *groups)
{
    find_groups(xmlDocGetRootElement(picture.svg), 'n', groups, NODES);
    for (uint32_t i = 0; i < NODES; i++)
        assert_non_null(groups[i]);
}

static void labels_are_shown_as_they_are(void **state)
{
    (void)state;
    if (!picture.svg)
        skip();
    static xmlNodePtr groups[NODES];
    struct kith_buf text = {0};
    find_nodes(groups);
    for (uint32_t i = 0; i < NODES; i++) {
        kith_buf_reset(&text);
        gather_text(groups[i], &text);
        check_text(kith_buf_view(&text), picture.nodes[i].label);
    }
    kith_buf_release(&text);
}

static void tooltips_are_shown_as_they_are(void **state)
{
    (void)state;
    if (!picture.svg)
        skip();
    static xmlNodePtr groups[NODES];
    struct kith_buf text = {0}, wanted = {0};
    find_nodes(groups);
    for (uint32_t i = 0; i < NODES; i++) {
        kith_buf_reset(&text);
        kith_buf_reset(&wanted);
        assert_true(gather_link(groups[i], "title", &text));
        kith_buf_str(&wanted, picture.nodes[i].label);
        kith_buf_text(&wanted, ", person: 0 mentions in 0 stories");
        check_text(kith_buf_view(&text), kith_buf_view(&wanted));
    }
    kith_buf_release(&text);
    kith_buf_release(&wanted);
}

/* Percent-encoded blanks, quotes, angles and backslashes as they are. */
static struct kith_str decoded(struct kith_buf *out, struct kith_str address)
{
    kith_buf_reset(out);
    for (size_t i = 0; i < address.length; i++) {
        unsigned byte = (unsigned char)address.data[i];
        if (byte == '%' && i + 2 < address.length &&
            sscanf(address.data + i + 1, "%2X", &byte) == 1)
            i += 2;
        kith_buf_byte(out, (char)byte);
    }
    return kith_buf_view(out);
}

static void links_lead_where_they_should(void **state)
{
    (void)state;
    if (!picture.svg)
        skip();
    static xmlNodePtr groups[NODES];
    struct kith_buf text = {0}, address = {0};
    find_nodes(groups);
    for (uint32_t i = 0; i < NODES; i++) {
        kith_buf_reset(&text);
        assert_true(gather_link(groups[i], "href", &text));
        for (const char *bad = " \"<>\\\t\n"; *bad; bad++)
            assert_null(memchr(text.data, *bad, text.length));
        check_text(decoded(&address, kith_buf_view(&text)), picture.nodes[i].link);
    }
    kith_buf_release(&text);
    kith_buf_release(&address);
}

/* The last thing a line's tooltip has is the sentence, in quotes; a blank one is none. */
static void sentences_are_shown_as_they_are(void **state)
{
    (void)state;
    if (!picture.svg)
        skip();
    static xmlNodePtr groups[RELATIONS + 1];
    struct kith_buf text = {0}, wanted = {0};
    uint32_t shown = 0;
    find_groups(xmlDocGetRootElement(picture.svg), 'e', groups, RELATIONS + 1);
    for (uint32_t i = 0; i < RELATIONS; i++) {
        const struct kith_drawn_edge *edge = &picture.edges[i];
        struct kith_str sentence = picture.nodes[edge->source].label;
        kith_buf_reset(&text);
        kith_buf_reset(&wanted);
        assert_true(gather_link(groups[i + 1], "title", &text));
        kith_buf_str(&wanted, sentence);
        kith_buf_text(&wanted, edge->is_directed ? " → " : " – ");
        kith_buf_str(&wanted, picture.nodes[edge->target].label);
        kith_buf_text(&wanted, ": ");
        kith_buf_str(&wanted, edge->relation);
        kith_buf_text(&wanted, edge->relation.length ? ", said" : "together");
        kith_buf_text(&wanted, " 1 time in 1 story");
        if (sentence.length)
            kith_buf_format(&wanted, ". “%.*s”", KITH_STR_ARGS(sentence));
        check_text(kith_buf_view(&text), kith_buf_view(&wanted));
        shown += sentence.length > 0;
    }
    assert_true(shown > RELATIONS / 2);
    kith_buf_release(&text);
    kith_buf_release(&wanted);
}

/* Names that found room; those of no more than blanks have nothing to show. */
static void names_of_relations_are_shown_as_they_are(void **state)
{
    (void)state;
    if (!picture.svg)
        skip();
    static xmlNodePtr groups[RELATIONS + 1];
    struct kith_buf text = {0};
    uint32_t shown = 0;
    find_groups(xmlDocGetRootElement(picture.svg), 'e', groups, RELATIONS + 1);
    for (uint32_t i = 0; i < RELATIONS; i++) {
        assert_non_null(groups[i + 1]);
        kith_buf_reset(&text);
        gather_text(groups[i + 1], &text);
        if (text.length)
            check_text(kith_buf_view(&text), picture.edges[i].relation);
        shown += text.length > 0;
    }
    assert_true(shown > RELATIONS / 2);
    kith_buf_release(&text);
}

static void nothing_can_be_drawn(void **state)
{
    (void)state;
    if (!picture.svg)
        skip();
    struct kith_drawing nothing = {0};
    struct kith_buf text = {0};
    xmlDocPtr svg = drawn(&nothing);
    gather_text(xmlDocGetRootElement(svg), &text);
    assert_str(kith_buf_view(&text),
               "0 of 0 entities shown, 0 of 0 pairs, 0 of 0 relations");
    kith_buf_release(&text);
    xmlFreeDoc(svg);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_are_shown_as_they_are),
        cmocka_unit_test(tooltips_are_shown_as_they_are),
        cmocka_unit_test(links_lead_where_they_should),
        cmocka_unit_test(sentences_are_shown_as_they_are),
        cmocka_unit_test(names_of_relations_are_shown_as_they_are),
        cmocka_unit_test(nothing_can_be_drawn),
    };
    return cmocka_run_group_tests(tests, make_picture, free_picture);
}
