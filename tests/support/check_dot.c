/* graph.dot against tables: what is drawn is there. It draws a part, so that nothing need
 * be drawn. */
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

/* `"a" -- "b" [id=e5 ...`: the edge of that id, of these two. */
static void check_edge(const char *source, const char *rest, const struct index *edges)
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
    if (!row || strcmp(cell(table, row, column(table, "source")), source) != 0 ||
        strcmp(cell(table, row, column(table, "target")), target) != 0)
        complain("graph.dot: %s is not between %s and %s", id, source, target);
    free(target);
}

/* A line that draws a node or an edge begins with a quoted id. */
static void check_drawn(const char *line, const struct index *nodes,
                        const struct index *edges)
{
    const char *end;
    char *id = quoted(line + strspn(line, " "), &end);
    if (!id)
        return;
    if (!find(nodes, id))
        complain("graph.dot: %s is no node", id);
    if (strncmp(end, " -- ", 4) == 0)
        check_edge(id, end + 4, edges);
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
    for (char *line = bytes.data; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        check_drawn(line, &node_ids, &edge_ids);
    }
    drop_index(&node_ids);
    drop_index(&edge_ids);
    free(bytes.data);
}
