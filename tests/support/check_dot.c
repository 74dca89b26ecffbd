/* graph.dot against tables: what is drawn is there, and says of it what they say: names,
 * types, counts, relations, directions, and thicker lines for more evidence. It draws a
 * part, so that nothing need be drawn. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check_graphs.h"

/* The id between quotes at `at`, NULL when there is none; *end is behind it. */
static char *quoted(const char *at, const char **end)
{
    if (*at != '"' || !strchr(at + 1, '"'))
        return NULL;
    size_t length = strcspn(at + 1, "\"");
    char *id = room_for(length + 1, 1);
    memcpy(id, at + 1, length);
    *end = at + length + 2;
    return id;
}

/* Attributes */

/* `to` for each `from`, which is no shorter. */
static void replace(char *text, const char *from, const char *to)
{
    size_t length = strlen(from);
    char *out = text;
    while (*text) {
        if (strncmp(text, from, length) != 0) {
            *out++ = *text++;
            continue;
        }
        memcpy(out, to, strlen(to));
        out += strlen(to);
        text += length;
    }
    *out = 0;
}

/* Where a quoted attribute of this line begins; NULL when it has none. */
static const char *find_attribute(const char *line, const char *name)
{
    char key[32];
    int length = snprintf(key, sizeof key, "%s=\"", name);
    const char *end = line + strcspn(line, "\n");
    for (const char *at = strstr(line, key); at && at < end; at = strstr(at + 1, key))
        if (at[-1] == ' ' || at[-1] == '[')
            return at + length;
    return NULL;
}

/* The text of a quoted attribute, without its escapes, a line end being a blank; empty
 * when there is none. Freed by the caller. */
static char *attribute(const char *line, const char *name)
{
    char *text = room_for(strcspn(line, "\n") + 1, 1), *out = text;
    const char *at = find_attribute(line, name);
    for (; at && *at != '"'; at++) {
        bool is_escaped = *at == '\\';
        at += is_escaped;
        *out++ = (char)(is_escaped && *at == 'n' ? ' ' : *at);
        while (strncmp(at + 1, "\"+\"", 3) == 0)
            at += 3;
    }
    replace(text, "&amp;", "&");
    if (strcmp(name, "tooltip") == 0) /* which Graphviz reads twice */
        replace(text, "\\\\", "\\");
    return text;
}

static const char *cell_of(const struct table *table, size_t row, const char *name)
{
    return cell(table, row, column(table, name));
}

/* "3 mentions in " */
static void add_count(struct bytes *text, const char *count, const char *one,
                      const char *many)
{
    text->length += (size_t)sprintf(text->data + text->length, "%s%s", count,
                                    strcmp(count, "1") == 0 ? one : many);
}

static void add(struct bytes *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void add(struct bytes *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    text->length += (size_t)vsprintf(text->data + text->length, format, arguments);
    va_end(arguments);
}

/* More than any tooltip has before its sentence. */
enum { TOOLTIP_ROOM = 1 << 16 };

/* The tooltip has to be that, or to go on with a sentence. */
static void check_tooltip(const char *line, const char *id, struct bytes *wanted)
{
    char *tooltip = attribute(line, "tooltip");
    replace(wanted->data, "\t", " ");
    size_t length = strlen(wanted->data);
    const char *rest = tooltip + length;
    if (strncmp(tooltip, wanted->data, length) != 0 ||
        (*rest && strncmp(rest, ". \xE2\x80\x9C", 5) != 0))
        complain("graph.dot: %s says \"%s\", not \"%s\"", id, tooltip, wanted->data);
    free(tooltip);
    free(wanted->data);
}

static void check_class(const char *line, const char *id, const char *wanted)
{
    char *class = attribute(line, "class");
    if (strcmp(class, wanted) != 0 &&
        (strcmp(wanted, "relation") != 0 || strcmp(class, "conflict") != 0))
        complain("graph.dot: %s is of the class %s, not %s", id, class, wanted);
    free(class);
}

/* Nodes */

static void check_node(const char *line, const struct table *nodes, size_t row)
{
    const char *id = cell_of(nodes, row, "id"), *name = cell_of(nodes, row, "label");
    struct bytes wanted = {room_for(TOOLTIP_ROOM, 1), 0};
    char *label = attribute(line, "label");
    add(&wanted, "%s, %s: ", name, cell_of(nodes, row, "type"));
    add_count(&wanted, cell_of(nodes, row, "mentions"), " mention in ", " mentions in ");
    add_count(&wanted, cell_of(nodes, row, "stories"), " story", " stories");
    check_tooltip(line, id, &wanted);
    check_class(line, id, cell_of(nodes, row, "type"));
    if (strcmp(label, name) != 0)
        complain("graph.dot: %s is called \"%s\", not \"%s\"", id, label, name);
    free(label);
}

/* Edges */

/* How thick the line of a weight is; of pairs and of relations apart. */
struct thickness {
    unsigned long weight;
    double width;
};

struct thicknesses {
    struct thickness *items;
    size_t count;
};

/* ": 2 claimed, 1 denied", when not all of it is asserted. */
static void add_standings(struct bytes *text, const struct table *edges, size_t row)
{
    static const char *const names[] = {"asserted", "claimed", "unreal", "denied"};
    const char *mark = ": ";
    if (strcmp(cell_of(edges, row, names[0]), cell_of(edges, row, "weight")) == 0)
        return;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *rows = cell_of(edges, row, names[i]);
        if (strcmp(rows, "0") == 0)
            continue;
        add(text, "%s%s %s", mark, rows, names[i]);
        mark = ", ";
    }
}

static void check_said(const char *line, const struct table *edges, size_t row,
                       bool is_pair)
{
    struct bytes wanted = {room_for(TOOLTIP_ROOM, 1), 0};
    bool is_directed = strcmp(cell_of(edges, row, "directed"), "true") == 0;
    add(&wanted, "%s %s %s: ", cell_of(edges, row, "source_label"),
        is_directed ? "\xE2\x86\x92" : "\xE2\x80\x93",
        cell_of(edges, row, "target_label"));
    if (is_pair)
        add(&wanted, "together ");
    else
        add(&wanted, "%s, said ", cell_of(edges, row, "relation"));
    add_count(&wanted, cell_of(edges, row, "weight"), " time in ", " times in ");
    add_count(&wanted, cell_of(edges, row, "stories"), " story", " stories");
    if (!is_pair)
        add_standings(&wanted, edges, row);
    check_tooltip(line, cell_of(edges, row, "id"), &wanted);
}

/* The name on the line, where there is one, and the heads of the line. */
static void check_look(const char *line, const struct table *edges, size_t row)
{
    char name[256] = "";
    const char *relation = cell_of(edges, row, "relation"),
               *id = cell_of(edges, row, "id"), *label = strstr(line, " label=<<table"),
               *end = line + strcspn(line, "\n"), *dir = strstr(line, " dir=none");
    bool is_directed = strcmp(cell_of(edges, row, "directed"), "true") == 0;
    if (label && label < end &&
        (sscanf(label, " label=<%*[^>]>%*[^>]>%*[^>]>%255[^<]", name) != 1 ||
         strcmp(name, relation) != 0))
        complain("graph.dot: %s is called %s, not %s", id, name, relation);
    if (is_directed == (dir && dir < end))
        complain("graph.dot: %s has %s heads", id, is_directed ? "no" : "its");
}

static void note_thickness(const char *line, const struct table *edges, size_t row,
                           struct thicknesses *thicknesses)
{
    const char *width = strstr(line, " penwidth=");
    thicknesses->items[thicknesses->count++] =
        (struct thickness){number(edges, row, column(edges, "weight")),
                           width ? strtod(width + strlen(" penwidth="), NULL) : 0};
}

/* `"a" -- "b" [id=e5 ...`: the edge of that id, of these two. `thicknesses` are those of
 * relations, then those of pairs. */
static void check_edge(const char *line, const char *source, const char *rest,
                       const struct index *edges, struct thicknesses *thicknesses)
{
    const struct table *table = edges->table;
    const char *end;
    char id[32];
    char *target = quoted(rest, &end);
    if (!target || sscanf(end, " [id=%31[e0-9]", id) != 1) {
        complain("graph.dot: an edge of %s without a name", source);
        free(target);
        return;
    }
    size_t row = find(edges, id);
    if (!row || strcmp(cell_of(table, row, "source"), source) != 0 ||
        strcmp(cell_of(table, row, "target"), target) != 0) {
        complain("graph.dot: %s is not between %s and %s", id, source, target);
        free(target);
        return;
    }
    free(target);
    bool is_pair = strcmp(cell_of(table, row, "relation"), "co-occurrence") == 0;
    check_class(line, id, is_pair ? "pair" : "relation");
    check_said(line, table, row, is_pair);
    if (!is_pair)
        check_look(line, table, row);
    note_thickness(line, table, row, &thicknesses[is_pair]);
}

static int by_weight(const void *left, const void *right)
{
    const struct thickness *a = left, *b = right;
    return (a->weight > b->weight) - (a->weight < b->weight);
}

/* The same for the same weight, more for more. */
static void check_thicknesses(struct thicknesses *thicknesses)
{
    struct thickness *items = thicknesses->items;
    qsort(items, thicknesses->count, sizeof *items, by_weight);
    for (size_t i = 1; i < thicknesses->count; i++)
        if (items[i].weight == items[i - 1].weight ? items[i].width != items[i - 1].width
                                                   : items[i].width < items[i - 1].width)
            complain("graph.dot: lines of weight %lu and %lu are %g and %g thick",
                     items[i - 1].weight, items[i].weight, items[i - 1].width,
                     items[i].width);
    free(items);
}

/* A line that draws a node or an edge begins with a quoted id. */
static void check_drawn(const char *line, const struct index *nodes,
                        const struct index *edges, struct thicknesses *thicknesses)
{
    const char *end;
    char *id = quoted(line + strspn(line, " "), &end);
    if (!id)
        return;
    size_t row = find(nodes, id);
    if (!row)
        complain("graph.dot: %s is no node", id);
    if (strncmp(end, " -- ", 4) == 0)
        check_edge(line, id, end + 4, edges, thicknesses);
    else if (row)
        check_node(line, nodes->table, row);
    free(id);
}

void check_dot(const char *folder, const struct table *nodes, const struct table *edges)
{
    char path[4096];
    if (!is_there(folder, "graph.dot"))
        return;
    snprintf(path, sizeof path, "%s/graph.dot", folder);
    struct bytes bytes = read_file(path);
    struct index node_ids = index_by(nodes, "id"), edge_ids = index_by(edges, "id");
    struct thicknesses thicknesses[2] = {
        {room_for(edges->row_count + 1, sizeof(struct thickness)), 0},
        {room_for(edges->row_count + 1, sizeof(struct thickness)), 0}};
    for (char *line = bytes.data; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        check_drawn(line, &node_ids, &edge_ids, thicknesses);
    }
    check_thicknesses(&thicknesses[0]);
    check_thicknesses(&thicknesses[1]);
    drop_index(&node_ids);
    drop_index(&edge_ids);
    free(bytes.data);
}
