/* GraphML.
 *
 * As Gephi reads it best, each edge says its direction, and its `label` attribute gives
 * its kind, so that parallel edges of different relations stay apart. The schema does not
 * know that attribute, and igraph and NetworkX want one direction for all edges of a
 * graph; so the strict file has every edge directed, and data that says whether that
 * means anything. */
#include "output/graphml.h"

#include "output/cell.h"
#include "output/clean.h"
#include "output/graph_writer.h"

/* Not a field of edges, since other formats have a place of their own for it. */
#define DIRECTED_KEY "edgedirected"

/* Keys */

/* Ids of keys are one space in XML, over nodes and edges. Gephi knows `weight` and
 * `edgelabel` by their ids. */
static void write_edge_key_id(uint32_t i, struct kith_buf *out)
{
    const char *name = kith_edge_field(i).name;
    if (strcmp(name, "weight") != 0)
        kith_buf_text(out, "edge");
    kith_buf_text(out, name);
}

static void write_key_tail(struct kith_buf *out, const char *type, const char *about)
{
    kith_buf_text(out, "\" attr.type=\"");
    kith_buf_text(out, type);
    kith_buf_text(out, "\">\n    <desc>");
    kith_clean_xml(out, kith_str_of(about));
    kith_buf_text(out, "</desc>\n  </key>\n");
}

/* A name of a key as `clean` has it: in the schema it is an XML name token. */
static void write_node_key(struct kith_graph_writer *writer, uint32_t i,
                           void (*clean)(struct kith_buf *out, struct kith_str text))
{
    struct kith_field field = kith_node_field(i);
    kith_buf_text(writer->buf, "  <key id=\"");
    kith_graph_node_field_id(i, writer->buf);
    kith_buf_text(writer->buf, "\" for=\"node\" attr.name=\"");
    kith_graph_node_field_name(&writer->fields, i, clean, writer->buf);
    write_key_tail(writer->buf, kith_graph_type_name(field.kind), field.about);
}

static void write_edge_key(struct kith_graph_writer *writer, uint32_t i)
{
    struct kith_field field = kith_edge_field(i);
    kith_buf_text(writer->buf, "  <key id=\"");
    write_edge_key_id(i, writer->buf);
    kith_buf_text(writer->buf, "\" for=\"edge\" attr.name=\"");
    kith_buf_text(writer->buf, field.name);
    write_key_tail(writer->buf, kith_graph_type_name(field.kind), field.about);
}

static void write_keys(struct kith_graph_writer *writer,
                       void (*clean)(struct kith_buf *out, struct kith_str text))
{
    for (uint32_t i = 0; i < writer->fields.node_count; i++)
        if (writer->node_heads[i].text.length)
            write_node_key(writer, i, clean);
    for (uint32_t i = 0; i < writer->fields.edge_count; i++)
        if (writer->edge_heads[i].text.length)
            write_edge_key(writer, i);
}

static void begin_node_field(const struct kith_fields *fields, uint32_t i,
                             struct kith_buf *out)
{
    (void)fields;
    kith_buf_text(out, " <data key=\"");
    kith_graph_node_field_id(i, out);
    kith_buf_text(out, "\">");
}

static void begin_edge_field(const struct kith_fields *fields, uint32_t i,
                             struct kith_buf *out)
{
    (void)fields;
    kith_buf_text(out, " <data key=\"");
    write_edge_key_id(i, out);
    kith_buf_text(out, "\">");
}

/* Nodes and edges */

static void write_node(struct kith_graph_writer *writer, const struct kith_node *node)
{
    kith_buf_text(writer->buf, "<node id=\"");
    kith_graph_write_id(writer, node->tally->entity);
    kith_buf_text(writer->buf, "\">\n");
    kith_graph_write_node_fields(writer, node);
    kith_buf_text(writer->buf, "</node>\n");
}

/* Up to what the profiles differ in. */
static void begin_edge(struct kith_graph_writer *writer, const struct kith_edge *edge)
{
    kith_buf_text(writer->buf, "<edge id=\"e");
    kith_buf_unsigned(writer->buf, edge->number);
    kith_buf_text(writer->buf, "\" source=\"");
    kith_graph_write_id(writer, edge->source);
    kith_buf_text(writer->buf, "\" target=\"");
    kith_graph_write_id(writer, edge->target);
}

static void end_edge(struct kith_graph_writer *writer, const struct kith_edge *edge)
{
    kith_graph_write_edge_fields(writer, edge);
    kith_buf_text(writer->buf, "</edge>\n");
}

static bool is_directed(const struct kith_graph_writer *writer,
                        const struct kith_edge *edge)
{
    return kith_relation_is_directed(writer->fields.rules, edge->relation);
}

static void write_end(struct kith_graph_writer *writer)
{
    kith_buf_text(writer->buf, "  </graph>\n</graphml>\n");
}

#define NAMESPACE "http://graphml.graphdrawing.org/xmlns"

/* For Gephi */

static void begin_for_gephi(struct kith_graph_writer *writer)
{
    kith_buf_text(writer->buf, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<graphml xmlns=\"" NAMESPACE "\">\n");
    write_keys(writer, kith_clean_xml_attribute);
    kith_buf_text(writer->buf, "  <graph id=\"kith\" edgedefault=\"undirected\">\n");
}

static void write_edge_for_gephi(struct kith_graph_writer *writer,
                                 const struct kith_edge *edge)
{
    begin_edge(writer, edge);
    kith_buf_text(writer->buf, is_directed(writer, edge)
                                   ? "\" directed=\"true\" label=\""
                                   : "\" directed=\"false\" label=\"");
    kith_clean_xml_attribute(writer->buf,
                             kith_relation_name(writer->fields.rules, edge->relation));
    kith_buf_text(writer->buf, "\">\n");
    end_edge(writer, edge);
}

/* Strictly */

static void begin_strictly(struct kith_graph_writer *writer)
{
    kith_buf_text(writer->buf,
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                  "<graphml xmlns=\"" NAMESPACE "\"\n"
                  "    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
                  "    xsi:schemaLocation=\"" NAMESPACE "\n"
                  "    " NAMESPACE "/1.0/graphml.xsd\">\n");
    write_keys(writer, kith_clean_id);
    kith_buf_text(writer->buf,
                  "  <key id=\"" DIRECTED_KEY "\" for=\"edge\" attr.name=\"directed");
    write_key_tail(writer->buf, "boolean",
                   "false: source and target are in the order of the gazetteers only");
    kith_buf_text(writer->buf, "  <graph id=\"kith\" edgedefault=\"directed\">\n");
}

static void write_edge_strictly(struct kith_graph_writer *writer,
                                const struct kith_edge *edge)
{
    begin_edge(writer, edge);
    kith_buf_text(writer->buf, is_directed(writer, edge)
                                   ? "\">\n <data key=\"" DIRECTED_KEY "\">true</data>\n"
                                   : "\">\n <data key=\"" DIRECTED_KEY
                                     "\">false</data>\n");
    end_edge(writer, edge);
}

void kith_graphml_write(const struct kith_network *network, enum kith_graphml profile,
                        const struct kith_graph_slice *slice, struct kith_output *out)
{
    struct kith_graph_format format = {.begin = begin_for_gephi,
                                       .node = write_node,
                                       .edge = write_edge_for_gephi,
                                       .end = write_end,
                                       .begin_node_field = begin_node_field,
                                       .begin_edge_field = begin_edge_field,
                                       .field_end = "</data>\n",
                                       .clean = kith_clean_xml,
                                       .slice = slice};
    if (profile == KITH_GRAPHML_STRICT) {
        format.begin = begin_strictly;
        format.edge = write_edge_strictly;
    }
    kith_graph_write(network, &format, out);
}
