/* VOSviewer's JSON.
 *
 * A link there has a strength and no direction, and two items have one: that of the
 * greatest weight between them. Items have weights, by which they are sized, and scores,
 * by which they are coloured; a user picks one of each. */
#include "output/vosviewer.h"

#include <math.h>

#include "base/map.h"
#include "output/clean.h"
#include "output/graph_writer.h"

/* Clusters are numbers up to this; an item past it goes without. */
#define MOST_CLUSTERS 1000

/* What an item is sized by: counts of things, which are never negative. The other
 * numbers are scores. */
static bool is_weight(const char *name)
{
    static const char *const names[] = {"mentions", "copies", "stories", "degree",
                                        "strength"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

/* Numbers of groups measure nothing. */
static bool is_group(const char *name)
{
    return strcmp(name, "community") == 0 || strcmp(name, "component") == 0;
}

static bool is_number(struct kith_field field)
{
    return field.name && (field.kind == KITH_WHOLE || field.kind == KITH_REAL) &&
           !field.is_for_drawing && !is_group(field.name);
}

/* `"weights":{"mentions":13,...}`, or the scores. */
static void write_numbers(struct kith_graph_writer *writer, const struct kith_node *node,
                          bool weights)
{
    const char *comma = "";
    kith_buf_text(writer->buf, weights ? ",\"weights\":{" : ",\"scores\":{");
    for (uint32_t i = 0; i < kith_own_node_field_count(); i++) {
        struct kith_field field = kith_node_field(i);
        if (!is_number(field) || is_weight(field.name) != weights)
            continue;
        struct kith_value value = kith_node_value(&writer->fields, node, i);
        if (value.kind == KITH_ABSENT)
            continue;
        kith_buf_text(writer->buf, comma);
        kith_clean_json(writer->buf, kith_str_of(field.name));
        kith_buf_byte(writer->buf, ':');
        kith_value_write(writer->buf, &value, kith_clean_json);
        comma = ",";
    }
    kith_buf_byte(writer->buf, '}');
}

static void write_item(struct kith_graph_writer *writer, const struct kith_node *node)
{
    struct kith_buf *buf = writer->buf;
    struct kith_entity entity =
        kith_gazetteer_entity(writer->fields.gazetteer, node->tally->entity);
    bool is_first = node == kith_network_nodes(writer->fields.network);
    kith_buf_text(buf, is_first ? "\n{\"id\":\"" : ",\n{\"id\":\"");
    kith_graph_write_id(writer, node->tally->entity);
    kith_buf_text(buf, "\",\"label\":");
    kith_clean_json(buf, entity.name);
    kith_buf_text(buf, ",\"description\":"); /* HTML, for who points at the item */
    kith_clean_twice(buf, entity.type, kith_clean_html, kith_clean_json);
    if (isfinite(node->x)) {
        kith_buf_text(buf, ",\"x\":");
        kith_buf_double(buf, node->x);
        kith_buf_text(buf, ",\"y\":");
        kith_buf_double(buf, node->y);
    }
    if (node->community <= MOST_CLUSTERS) {
        kith_buf_text(buf, ",\"cluster\":");
        kith_buf_unsigned(buf, node->community);
    }
    write_numbers(writer, node, true);
    write_numbers(writer, node, false);
    kith_buf_byte(buf, '}');
}

static void write_link(struct kith_graph_writer *writer, const struct kith_edge *edge)
{
    struct kith_buf *buf = writer->buf;
    kith_buf_text(buf, "{\"source_id\":\"");
    kith_graph_write_id(writer, edge->source);
    kith_buf_text(buf, "\",\"target_id\":\"");
    kith_graph_write_id(writer, edge->target);
    kith_buf_text(buf, "\",\"strength\":");
    kith_buf_unsigned(buf, edge->weight);
    kith_buf_byte(buf, '}');
}

/* Edges come by weight, so that the first between two entities is the strongest. */
static void write_links(struct kith_graph_writer *writer)
{
    struct kith_map linked = {0};
    const struct kith_ledger *ledger = kith_network_ledger(writer->fields.network);
    const struct kith_edge *edges = kith_ledger_edges(ledger);
    const char *comma = "";
    for (uint32_t i = 0; i < kith_ledger_edge_count(ledger); i++) {
        kith_id a = edges[i].source, b = edges[i].target;
        uint64_t pair = a < b ? kith_map_pair(a, b) : kith_map_pair(b, a);
        bool is_new = false;
        if (!kith_map_place(&linked, pair, 0, &is_new))
            writer->buf->is_broken = true;
        if (!is_new)
            continue;
        kith_buf_text(writer->buf, comma);
        kith_buf_byte(writer->buf, '\n');
        write_link(writer, &edges[i]);
        if (!kith_output_flow(writer->out))
            break;
        comma = ",";
    }
    kith_map_release(&linked);
}

static void write_begin(struct kith_graph_writer *writer)
{
    kith_buf_text(writer->buf, "{\"network\":{\"items\":[");
}

static void write_between(struct kith_graph_writer *writer)
{
    kith_buf_text(writer->buf, "\n],\"links\":[");
    write_links(writer);
}

static void write_end(struct kith_graph_writer *writer)
{
    kith_buf_text(writer->buf, "\n]}}\n");
}

void kith_vosviewer_write(const struct kith_network *network, struct kith_output *out)
{
    static const struct kith_graph_format format = {.begin = write_begin,
                                                    .node = write_item,
                                                    .between = write_between,
                                                    .end = write_end};
    kith_graph_write(network, &format, out);
}
