/* Graph files against tables.
 *
 * A value in a graph file is held against the cell of the same name, as text: numbers
 * have the same digits everywhere. Of each element as many values must be there as its
 * row has cells with something in them, so that none is missing. */
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check_graphs.h"

/* Tables and what is known of them. */
struct sheet {
    const char *file; /* that is being looked at */
    const struct table *table;
    struct index by_id;
    size_t found;     /* elements of the file */
    const char **own; /* columns that the format has no value for; ends in NULL */
};

static bool is_one_of(const char *name, const char **names)
{
    for (; *names; names++)
        if (strcmp(name, *names) == 0)
            return true;
    return false;
}

/* Text as XML has it: runs of blanks are one, and none at either end. */
static char *collapsed(const char *text)
{
    char *copy = room_for(strlen(text) + 1, 1), *to = copy;
    for (const char *word = text + strspn(text, " \t\r\n"); *word;) {
        size_t length = strcspn(word, " \t\r\n");
        if (to > copy)
            *to++ = ' ';
        memcpy(to, word, length);
        to += length;
        word += length + strspn(word + length, " \t\r\n");
    }
    return copy;
}

/* The value named `name` of the element in `row`. True when it stands in a cell. */
static bool check_value(const struct sheet *sheet, size_t row, const char *name,
                        const char *value)
{
    size_t at = column_if_any(sheet->table, name);
    if (at == sheet->table->width)
        return false;
    char *wanted = collapsed(cell(sheet->table, row, at));
    if (strcmp(wanted, value) != 0)
        complain("%s: %s of %s is \"%s\", not \"%s\"", sheet->file, name,
                 cell(sheet->table, row, 0), value, wanted);
    free(wanted);
    return true;
}

/* The row of an element by its id, which stands in the first column; 0 for a stranger. */
static size_t row_of(struct sheet *sheet, const char *id)
{
    size_t row = find(&sheet->by_id, id);
    sheet->found++;
    if (!row)
        complain("%s: %s is not in %s", sheet->file, id, sheet->table->name);
    return row;
}

static void check_count(const struct sheet *sheet, size_t row, size_t values)
{
    size_t wanted = 0;
    for (size_t at = 0; at < sheet->table->width; at++)
        if (!is_one_of(cell(sheet->table, 0, at), sheet->own) &&
            *cell(sheet->table, row, at))
            wanted++;
    if (values != wanted)
        complain("%s: %s has %zu values, not %zu", sheet->file,
                 cell(sheet->table, row, 0), values, wanted);
}

static void check_all_found(const struct sheet *sheet)
{
    if (sheet->found != sheet->table->row_count - 1)
        complain("%s: has %zu of the %zu rows of %s", sheet->file, sheet->found,
                 sheet->table->row_count - 1, sheet->table->name);
}

/* XML */

static xmlNodePtr next(xmlNodePtr node, const char *name)
{
    while (node && (node->type != XML_ELEMENT_NODE ||
                    strcmp((const char *)node->name, name) != 0))
        node = node->next;
    return node;
}

static xmlNodePtr child(xmlNodePtr node, const char *name)
{
    return node ? next(node->children, name) : NULL;
}

/* What stands there; "" when nothing does. To be freed. */
static char *attribute(xmlNodePtr node, const char *name)
{
    char *text = (char *)xmlGetProp(node, (const xmlChar *)name);
    return text ? text : (char *)xmlStrdup((const xmlChar *)"");
}

static void check_attribute(const struct sheet *sheet, size_t row, xmlNodePtr element,
                            const char *name, const char *of_column)
{
    char *value = attribute(element, name);
    check_value(sheet, row, of_column, value);
    xmlFree(value);
}

/* Names by ids: of GraphML's keys, of GEXF's columns. */
struct names {
    struct {
        char *id, *name;
    } items[512];
    size_t count;
};

static void add_name(struct names *names, xmlNodePtr element, const char *name)
{
    if (names->count == sizeof names->items / sizeof *names->items)
        give_up("more columns than", "512");
    names->items[names->count].id = attribute(element, "id");
    names->items[names->count++].name = attribute(element, name);
}

static const char *name_of(const struct names *names, const char *id)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->items[i].id, id) == 0)
            return names->items[i].name;
    complain("no column has the id %s", id);
    return "";
}

static void drop_names(struct names *names)
{
    for (size_t i = 0; i < names->count; i++) {
        xmlFree(names->items[i].id);
        xmlFree(names->items[i].name);
    }
}

/* A file, with the tables for its nodes and its edges. */
struct graph {
    struct sheet nodes, edges;
};

static xmlDocPtr open_xml(const char *folder, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    xmlDocPtr document =
        xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOBLANKS);
    if (!document)
        give_up("cannot be parsed", path);
    return document;
}

/* GraphML */

/* Positions and looks stand in no table. An edge's evidence is its weight once more. */
static const char *drawn[] = {"x", "y", "size", "color", "label", "evidence", NULL};
static const char *no_data_of_nodes[] = {"id", NULL};
static const char *no_data_of_edges[] = {
    "id", "source", "target", "source_label", "target_label", "directed", NULL};

static void check_data(const struct sheet *sheet, size_t row, xmlNodePtr element,
                       const struct names *names)
{
    size_t values = 0;
    for (xmlNodePtr data = child(element, "data"); data;
         data = next(data->next, "data")) {
        char *key = attribute(data, "key"), *value = (char *)xmlNodeGetContent(data);
        const char *name = name_of(names, key);
        if (check_value(sheet, row, name, value))
            values += !is_one_of(name, sheet->own);
        else if (!is_one_of(name, drawn))
            complain("%s: %s is in no table", sheet->file, name);
        if (strcmp(name, "evidence") == 0)
            check_value(sheet, row, "weight", value);
        xmlFree(key);
        xmlFree(value);
    }
    check_count(sheet, row, values);
}

/* In the strict profile `directed` is data. */
static void check_graphml_edge(struct sheet *sheet, xmlNodePtr edge,
                               const struct names *names)
{
    char *id = attribute(edge, "id");
    size_t row = row_of(sheet, id);
    if (row) {
        check_attribute(sheet, row, edge, "source", "source");
        check_attribute(sheet, row, edge, "target", "target");
        if (xmlHasProp(edge, (const xmlChar *)"label")) {
            check_attribute(sheet, row, edge, "label", "relation");
            check_attribute(sheet, row, edge, "directed", "directed");
        }
        check_data(sheet, row, edge, names);
    }
    xmlFree(id);
}

static void check_graphml(const char *folder, struct graph *graph)
{
    static struct names node_names, edge_names;
    xmlDocPtr document = open_xml(folder, "graph.graphml");
    xmlNodePtr root = xmlDocGetRootElement(document);
    node_names.count = edge_names.count = 0;
    for (xmlNodePtr key = child(root, "key"); key; key = next(key->next, "key")) {
        char *what = attribute(key, "for");
        add_name(strcmp(what, "node") == 0 ? &node_names : &edge_names, key, "attr.name");
        xmlFree(what);
    }
    graph->nodes.own = no_data_of_nodes;
    graph->edges.own = no_data_of_edges;
    xmlNodePtr top = child(root, "graph");
    for (xmlNodePtr node = child(top, "node"); node; node = next(node->next, "node")) {
        char *id = attribute(node, "id");
        size_t row = row_of(&graph->nodes, id);
        if (row)
            check_data(&graph->nodes, row, node, &node_names);
        xmlFree(id);
    }
    for (xmlNodePtr edge = child(top, "edge"); edge; edge = next(edge->next, "edge"))
        check_graphml_edge(&graph->edges, edge, &edge_names);
    drop_names(&node_names);
    drop_names(&edge_names);
    xmlFreeDoc(document);
}

/* GEXF */

static const char *no_column_of_nodes[] = {"id", "label", NULL};
static const char *no_column_of_edges[] = {
    "id", "source", "target", "source_label", "target_label", "directed", "weight", NULL};

/* A weight that changes has its own place: months. */
static void check_attvalues(const struct sheet *sheet, size_t row, xmlNodePtr element,
                            const struct names *names)
{
    size_t values = 0;
    for (xmlNodePtr at = child(child(element, "attvalues"), "attvalue"); at;
         at = next(at->next, "attvalue")) {
        char *column = attribute(at, "for"), *value = attribute(at, "value");
        const char *name = name_of(names, column);
        if (strcmp(name, "weight") != 0) {
            if (check_value(sheet, row, name, value))
                values++;
            else if (!is_one_of(name, drawn))
                complain("%s: %s is in no table", sheet->file, name);
        }
        if (strcmp(name, "evidence") == 0)
            check_value(sheet, row, "weight", value);
        xmlFree(column);
        xmlFree(value);
    }
    check_count(sheet, row, values);
}

static void check_gexf_edge(struct sheet *sheet, xmlNodePtr edge,
                            const struct names *names)
{
    char *id = attribute(edge, "id"), *type = attribute(edge, "type");
    size_t row = row_of(sheet, id);
    if (row) {
        check_attribute(sheet, row, edge, "source", "source");
        check_attribute(sheet, row, edge, "target", "target");
        check_attribute(sheet, row, edge, "kind", "relation");
        check_attribute(sheet, row, edge, "weight", "weight");
        check_value(sheet, row, "directed",
                    strcmp(type, "directed") == 0 ? "true" : "false");
        check_attvalues(sheet, row, edge, names);
    }
    xmlFree(id);
    xmlFree(type);
}

static void check_gexf(const char *folder, struct graph *graph)
{
    static struct names node_names, edge_names;
    xmlDocPtr document = open_xml(folder, "graph.gexf");
    xmlNodePtr top = child(xmlDocGetRootElement(document), "graph");
    node_names.count = edge_names.count = 0;
    for (xmlNodePtr list = child(top, "attributes"); list;
         list = next(list->next, "attributes")) {
        char *what = attribute(list, "class");
        for (xmlNodePtr at = child(list, "attribute"); at;
             at = next(at->next, "attribute"))
            add_name(strcmp(what, "node") == 0 ? &node_names : &edge_names, at, "title");
        xmlFree(what);
    }
    graph->nodes.own = no_column_of_nodes;
    graph->edges.own = no_column_of_edges;
    for (xmlNodePtr node = child(child(top, "nodes"), "node"); node;
         node = next(node->next, "node")) {
        char *id = attribute(node, "id");
        size_t row = row_of(&graph->nodes, id);
        if (row) {
            check_attribute(&graph->nodes, row, node, "label", "label");
            check_attvalues(&graph->nodes, row, node, &node_names);
        }
        xmlFree(id);
    }
    for (xmlNodePtr edge = child(child(top, "edges"), "edge"); edge;
         edge = next(edge->next, "edge"))
        check_gexf_edge(&graph->edges, edge, &edge_names);
    drop_names(&node_names);
    drop_names(&edge_names);
    xmlFreeDoc(document);
}

/* The files */

static void check_file(const char *folder, const char *name, const struct table *nodes,
                       const struct table *edges,
                       void (*check)(const char *folder, struct graph *graph))
{
    if (!is_there(folder, name))
        return;
    struct graph graph = {
        .nodes = {.file = name, .table = nodes, .by_id = index_by(nodes, "id")},
        .edges = {.file = name, .table = edges, .by_id = index_by(edges, "id")}};
    check(folder, &graph);
    check_all_found(&graph.nodes);
    check_all_found(&graph.edges);
    drop_index(&graph.nodes.by_id);
    drop_index(&graph.edges.by_id);
}

void check_graphs(const char *folder, const struct table *nodes,
                  const struct table *edges)
{
    check_file(folder, "graph.graphml", nodes, edges, check_graphml);
    check_file(folder, "graph.gexf", nodes, edges, check_gexf);
    xmlCleanupParser();
}
