/* GraphML as Gephi reads it best: each edge says its direction, and its `label` attribute
 * gives its kind, so that parallel edges of different relations stay apart. */
#include "output/graphml.h"

#include "output/cell.h"
#include "output/clean.h"
#include "output/field.h"

struct writer {
    struct kith_fields fields;
    struct kith_output *out;
    struct kith_buf *buf; /* out's */
    /* The beginning of each data element, made once: `<data key="...">`. */
    struct kith_buf *node_heads, *edge_heads;
};

static const char *type_name(enum kith_value_kind kind)
{
    switch (kind) {
    case KITH_WHOLE:
        return "long";
    case KITH_REAL:
        return "double";
    case KITH_TEXT:
    case KITH_ABSENT:
        break;
    }
    return "string";
}

/* Keys */

/* Ids of keys are one space in XML, over nodes and edges, and Gephi makes them its
 * columns' ids without regard to case. So our own are named, told apart by "edge", and
 * the gazetteer's columns are numbered. Gephi knows `weight` and `edgelabel` by their
 * ids, and its own statistics overwrite a column of the id `degree`. */
static void write_edge_key_id(struct kith_buf *out, const char *name)
{
    if (strcmp(name, "weight") != 0)
        kith_buf_text(out, "edge");
    kith_buf_text(out, name);
}

static void write_node_key_id(struct kith_buf *out, uint32_t i)
{
    uint32_t own = kith_own_node_field_count();
    if (i >= own) {
        kith_buf_text(out, "column");
        kith_buf_unsigned(out, (uint64_t)i - own + 1);
        return;
    }
    const char *name = kith_node_field(i).name;
    kith_buf_text(out, strcmp(name, "degree") == 0 ? "neighbours" : name);
}

static void write_key_tail(struct kith_buf *out, struct kith_field field)
{
    kith_buf_text(out, "\" attr.type=\"");
    kith_buf_text(out, type_name(field.kind));
    kith_buf_text(out, "\">\n    <desc>");
    kith_clean_xml(out, kith_str_of(field.about));
    kith_buf_text(out, "</desc>\n  </key>\n");
}

static void write_node_key(struct writer *writer, uint32_t i)
{
    kith_buf_text(writer->buf, "  <key id=\"");
    write_node_key_id(writer->buf, i);
    kith_buf_text(writer->buf, "\" for=\"node\" attr.name=\"");
    struct kith_buf name = {0};
    kith_node_field_name(&writer->fields, i, &name);
    kith_clean_xml_attribute(writer->buf, kith_buf_view(&name));
    writer->buf->is_broken |= name.is_broken;
    kith_buf_release(&name);
    write_key_tail(writer->buf, kith_node_field(i));
}

static void write_edge_key(struct writer *writer, uint32_t i)
{
    struct kith_field field = kith_edge_field(i);
    kith_buf_text(writer->buf, "  <key id=\"");
    write_edge_key_id(writer->buf, field.name);
    kith_buf_text(writer->buf, "\" for=\"edge\" attr.name=\"");
    kith_buf_text(writer->buf, field.name);
    write_key_tail(writer->buf, field);
}

static void begin_data(struct kith_buf *head)
{
    kith_buf_text(head, "      <data key=\"");
}

/* A head that memory failed breaks the file, at the next commit. */
static void end_head(struct writer *writer, struct kith_buf *head)
{
    kith_buf_text(head, "\">");
    writer->buf->is_broken |= head->is_broken;
}

/* False when memory is out. */
static bool make_heads(struct writer *writer, struct kith_arena *arena)
{
    struct kith_fields *fields = &writer->fields;
    writer->node_heads = KITH_ARRAY(arena, struct kith_buf, fields->node_count);
    writer->edge_heads = KITH_ARRAY(arena, struct kith_buf, fields->edge_count);
    if (!writer->node_heads || !writer->edge_heads)
        return false;
    for (uint32_t i = 0; i < fields->node_count; i++) {
        begin_data(&writer->node_heads[i]);
        write_node_key_id(&writer->node_heads[i], i);
        end_head(writer, &writer->node_heads[i]);
    }
    for (uint32_t i = 0; i < fields->edge_count; i++) {
        begin_data(&writer->edge_heads[i]);
        write_edge_key_id(&writer->edge_heads[i], kith_edge_field(i).name);
        end_head(writer, &writer->edge_heads[i]);
    }
    return true;
}

static void release_heads(struct writer *writer)
{
    for (uint32_t i = 0; writer->node_heads && i < writer->fields.node_count; i++)
        kith_buf_release(&writer->node_heads[i]);
    for (uint32_t i = 0; writer->edge_heads && i < writer->fields.edge_count; i++)
        kith_buf_release(&writer->edge_heads[i]);
}

/* Nodes and edges */

static void write_data(struct kith_buf *out, const struct kith_buf *head,
                       const struct kith_value *value)
{
    if (value->kind == KITH_ABSENT)
        return;
    kith_buf_str(out, kith_buf_view(head));
    kith_value_write(out, value, kith_clean_xml);
    kith_buf_text(out, "</data>\n");
}

static void write_node(struct writer *writer, const struct kith_node *node)
{
    kith_buf_text(writer->buf, "    <node id=\"");
    kith_cell_entity(writer->buf, writer->fields.gazetteer, node->tally->entity);
    kith_buf_text(writer->buf, "\">\n");
    for (uint32_t i = 0; i < writer->fields.node_count; i++) {
        struct kith_value value = kith_node_value(&writer->fields, node, i);
        write_data(writer->buf, &writer->node_heads[i], &value);
    }
    kith_buf_text(writer->buf, "    </node>\n");
}

static void write_edge(struct writer *writer, const struct kith_edge *edge)
{
    const struct kith_fields *fields = &writer->fields;
    kith_buf_text(writer->buf, "    <edge id=\"e");
    kith_buf_unsigned(writer->buf, edge->number);
    kith_buf_text(writer->buf, "\" source=\"");
    kith_cell_entity(writer->buf, fields->gazetteer, edge->source);
    kith_buf_text(writer->buf, "\" target=\"");
    kith_cell_entity(writer->buf, fields->gazetteer, edge->target);
    kith_buf_text(writer->buf, kith_relation_is_directed(fields->rules, edge->relation)
                                   ? "\" directed=\"true\" label=\""
                                   : "\" directed=\"false\" label=\"");
    kith_clean_xml_attribute(writer->buf,
                             kith_relation_name(fields->rules, edge->relation));
    kith_buf_text(writer->buf, "\">\n");
    for (uint32_t i = 0; i < fields->edge_count; i++) {
        struct kith_value value = kith_edge_value(&writer->fields, edge, i);
        write_data(writer->buf, &writer->edge_heads[i], &value);
    }
    kith_buf_text(writer->buf, "    </edge>\n");
}

/* The file */

static void write_all(struct writer *writer)
{
    const struct kith_network *network = writer->fields.network;
    const struct kith_ledger *ledger = kith_network_ledger(network);
    kith_buf_text(writer->buf,
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                  "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    for (uint32_t i = 0; i < writer->fields.node_count; i++)
        write_node_key(writer, i);
    for (uint32_t i = 0; i < writer->fields.edge_count; i++)
        write_edge_key(writer, i);
    kith_buf_text(writer->buf, "  <graph id=\"kith\" edgedefault=\"undirected\">\n");
    const struct kith_node *nodes = kith_network_nodes(network);
    for (uint32_t i = 0; i < kith_network_node_count(network); i++) {
        write_node(writer, &nodes[i]);
        kith_output_flow(writer->out);
    }
    const struct kith_edge *edges = kith_ledger_edges(ledger);
    for (uint32_t i = 0; i < kith_ledger_edge_count(ledger); i++) {
        write_edge(writer, &edges[i]);
        kith_output_flow(writer->out);
    }
    kith_buf_text(writer->buf, "  </graph>\n</graphml>\n");
}

void kith_graphml_write(const struct kith_network *network, struct kith_output *out)
{
    struct kith_arena arena;
    struct writer writer = {.out = out, .buf = &out->buffer};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_fields_init(&writer.fields, network);
    if (make_heads(&writer, &arena))
        write_all(&writer);
    else
        out->buffer.is_broken = true;
    out->buffer.is_broken |= writer.fields.is_broken;
    release_heads(&writer);
    kith_fields_release(&writer.fields);
    kith_arena_release(&arena);
}
