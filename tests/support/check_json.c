/* JSON beside tables: the tables once more as JSON Lines, and VOSviewer's network. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check_graphs.h"

/* Values */

/* `text` is what stands in a cell, where each line end is one blank. */
static bool is_text(const char *text, const char *shown)
{
    for (; *text; text++) {
        if (*text == '\r' && text[1] == '\n')
            continue;
        if (*shown++ != (*text == '\r' || *text == '\n' ? ' ' : *text))
            return false;
    }
    return *shown == '\0';
}

static bool is_same(const json_t *value, const char *shown)
{
    if (!value)
        return false;
    switch (json_typeof(value)) {
    case JSON_STRING:
        return is_text(json_string_value(value), shown);
    case JSON_INTEGER:
    case JSON_REAL:
        return json_number_value(value) == strtod(shown, NULL);
    case JSON_TRUE:
        return strcmp(shown, "true") == 0;
    case JSON_FALSE:
        return strcmp(shown, "false") == 0;
    case JSON_OBJECT:
    case JSON_ARRAY:
    case JSON_NULL:
        break;
    }
    return false;
}

/* JSON Lines */

static void check_line(const struct table *table, size_t row, const json_t *line)
{
    size_t members = 0;
    for (size_t at = 0; at < table->width; at++) {
        const char *name = cell(table, 0, at), *shown = cell(table, row, at);
        const json_t *value = json_object_get(line, name);
        if (value && is_same(value, shown))
            members++;
        else if (*shown)
            complain("%s, row %zu: %s is not so in the line", table->name, row, name);
    }
    if (members != json_object_size(line))
        complain("%s, row %zu: the line has other members", table->name, row);
}

static void check_table_lines(const char *folder, const char *name)
{
    char table_name[64], lines_name[64], path[4096];
    snprintf(table_name, sizeof table_name, "%s.csv", name);
    snprintf(lines_name, sizeof lines_name, "%s.jsonl", name);
    if (!is_there(folder, lines_name))
        return;
    snprintf(path, sizeof path, "%s/%s", folder, lines_name);
    struct table table = read_table(folder, table_name);
    struct bytes bytes = read_file(path);
    size_t row = 1;
    for (char *line = bytes.data; *line; row++) {
        char *end = strchr(line, '\n');
        if (!end)
            give_up("the last line has no end", path);
        json_t *parsed = json_loadb(line, (size_t)(end - line), 0, NULL);
        if (!json_is_object(parsed))
            complain("%s, line %zu: is no object", lines_name, row);
        else if (row < table.row_count)
            check_line(&table, row, parsed);
        json_decref(parsed);
        line = end + 1;
    }
    if (row != table.row_count)
        complain("%s: has %zu lines for %zu rows", lines_name, row - 1,
                 table.row_count - 1);
    free(bytes.data);
    drop_table(&table);
}

void check_lines(const char *folder)
{
    static const char *const names[] = {"nodes",    "edges",    "articles", "sentences",
                                        "mentions", "evidence", "copies",   "slices"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        check_table_lines(folder, names[i]);
}

/* VOSviewer */

/* Weights, or scores, of an item: each is a column of the node. */
static void check_numbers(json_t *numbers, const struct table *nodes, size_t row)
{
    const char *name;
    json_t *value;
    if (!json_is_object(numbers))
        complain("vosviewer.json: item %zu has no numbers", row);
    json_object_foreach(numbers, name,
                        value) if (!is_same(value, cell(nodes, row, column(nodes, name))))
        complain("vosviewer.json: another %s of item %zu", name, row);
}

static void check_items(const json_t *items, const struct table *nodes)
{
    if (json_array_size(items) != nodes->row_count - 1)
        complain("vosviewer.json: has %zu items for %zu nodes", json_array_size(items),
                 nodes->row_count - 1);
    for (size_t row = 1; row < nodes->row_count; row++) {
        const json_t *item = json_array_get(items, row - 1);
        const char *label = cell(nodes, row, column(nodes, "label"));
        check_numbers(json_object_get(item, "weights"), nodes, row);
        check_numbers(json_object_get(item, "scores"), nodes, row);
        if (!is_same(json_object_get(item, "label"), label))
            complain("vosviewer.json: item %zu is not %s", row, label);
    }
}

/* "a b", the lesser first; ids have no blanks. */
static const char *pair_of(const char *a, const char *b, char *room, size_t size)
{
    bool is_turned = strcmp(a, b) > 0;
    snprintf(room, size, "%s %s", is_turned ? b : a, is_turned ? a : b);
    return room;
}

/* The greatest weight of each two that have an edge. */
static json_t *strengths_of(const struct table *edges)
{
    json_t *strengths = json_object();
    char pair[4096];
    for (size_t row = 1; row < edges->row_count; row++) {
        pair_of(cell(edges, row, column(edges, "source")),
                cell(edges, row, column(edges, "target")), pair, sizeof pair);
        json_int_t weight = (json_int_t)number(edges, row, column(edges, "weight"));
        if (weight > json_integer_value(json_object_get(strengths, pair)))
            json_object_set_new(strengths, pair, json_integer(weight));
    }
    return strengths;
}

static void check_links(const json_t *links, const struct table *edges)
{
    json_t *strengths = strengths_of(edges);
    char pair[4096];
    if (json_array_size(links) != json_object_size(strengths))
        complain("vosviewer.json: has %zu links for %zu pairs", json_array_size(links),
                 json_object_size(strengths));
    for (size_t i = 0; i < json_array_size(links); i++) {
        const json_t *link = json_array_get(links, i);
        pair_of(json_string_value(json_object_get(link, "source_id")),
                json_string_value(json_object_get(link, "target_id")), pair, sizeof pair);
        if (!json_equal(json_object_get(strengths, pair),
                        json_object_get(link, "strength")))
            complain("vosviewer.json: another strength of %s", pair);
    }
    json_decref(strengths);
}

void check_vosviewer(const char *folder, const struct table *nodes,
                     const struct table *edges)
{
    char path[4096];
    if (!is_there(folder, "vosviewer.json"))
        return;
    snprintf(path, sizeof path, "%s/vosviewer.json", folder);
    json_t *file = json_load_file(path, 0, NULL);
    if (!file)
        give_up("cannot be parsed", path);
    const json_t *network = json_object_get(file, "network");
    check_items(json_object_get(network, "items"), nodes);
    check_links(json_object_get(network, "links"), edges);
    json_decref(file);
}
