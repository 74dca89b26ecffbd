/* Writing a file about the network. */
#include "output/graph_writer.h"

#include "output/cell.h"

void kith_graph_write_id(struct kith_graph_writer *writer, kith_id entity)
{
    kith_buf_str(writer->buf, writer->ids[entity]);
}

/* Fields */

static struct kith_head head_of(struct kith_str text)
{
    struct kith_head head = {.text = text};
    if (text.length && text.length <= KITH_HEAD_ROOM)
        memcpy(head.bytes, text.data, text.length);
    return head;
}

static void write_head(struct kith_buf *buf, const struct kith_head *head)
{
    char *place = kith_buf_room(buf, KITH_HEAD_ROOM);
    if (!place || head->text.length > KITH_HEAD_ROOM) {
        kith_buf_str(buf, head->text);
        return;
    }
    memcpy(place, head->bytes, KITH_HEAD_ROOM);
    buf->length += head->text.length;
}

static void write_field(struct kith_graph_writer *writer, const struct kith_head *head,
                        const struct kith_value *value)
{
    const struct kith_graph_format *format = writer->format;
    if (value->kind == KITH_ABSENT && !format->keeps_absent)
        return;
    write_head(writer->buf, head);
    kith_value_write(writer->buf, value, format->clean);
    write_head(writer->buf, &writer->tail);
}

void kith_graph_write_node_fields(struct kith_graph_writer *writer,
                                  const struct kith_node *node)
{
    for (uint32_t i = 0; i < writer->fields.node_count; i++) {
        if (!writer->node_heads[i].text.length)
            continue;
        struct kith_value value = kith_node_value(&writer->fields, node, i);
        write_field(writer, &writer->node_heads[i], &value);
    }
}

void kith_graph_write_edge_fields(struct kith_graph_writer *writer,
                                  const struct kith_edge *edge)
{
    for (uint32_t i = 0; i < writer->fields.edge_count; i++) {
        if (!writer->edge_heads[i].text.length)
            continue;
        struct kith_value value = kith_edge_value(&writer->fields, edge, i);
        write_field(writer, &writer->edge_heads[i], &value);
    }
}

void kith_graph_node_field_name(const struct kith_fields *fields, uint32_t i,
                                void (*clean)(struct kith_buf *out, struct kith_str text),
                                struct kith_buf *out)
{
    struct kith_buf name = {0};
    kith_node_field_name(fields, i, &name);
    clean(out, kith_buf_view(&name));
    out->is_broken |= name.is_broken;
    kith_buf_release(&name);
}

const char *kith_graph_type_name(enum kith_value_kind kind)
{
    switch (kind) {
    case KITH_WHOLE:
        return "long";
    case KITH_REAL:
        return "double";
    case KITH_TRUTH:
        return "boolean";
    case KITH_TEXT:
    case KITH_ABSENT:
        break;
    }
    return "string";
}

/* Gephi's own statistics overwrite a column of the id `degree`. The gazetteer's columns
 * are numbered, since their names may be anything. */
void kith_graph_node_field_id(uint32_t i, struct kith_buf *out)
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

/* Making ready */

/* A text kept as it is, in the arena. */
static struct kith_str keep(struct kith_graph_writer *writer, struct kith_buf *text)
{
    struct kith_str kept = kith_str_copy(&writer->arena, kith_buf_view(text));
    writer->buf->is_broken |= text->is_broken || (text->length && !kept.data);
    kith_buf_reset(text);
    return kept;
}

static void make_heads(struct kith_graph_writer *writer, struct kith_head *heads,
                       uint32_t count, struct kith_field (*field_of)(uint32_t),
                       void (*begin_field)(const struct kith_fields *, uint32_t,
                                           struct kith_buf *))
{
    struct kith_buf head = {0};
    bool is_slice = writer->format->slice;
    for (uint32_t i = 0; begin_field && i < count; i++) {
        if (!is_slice || kith_graph_slice_has(field_of(i).name))
            begin_field(&writer->fields, i, &head);
        heads[i] = head_of(keep(writer, &head));
    }
    kith_buf_release(&head);
}

static void make_ids(struct kith_graph_writer *writer)
{
    struct kith_buf id = {0};
    uint32_t count = kith_network_node_count(writer->fields.network);
    const struct kith_node *nodes = kith_network_nodes(writer->fields.network);
    for (uint32_t i = 0; i < count; i++) {
        kith_cell_entity(&id, writer->fields.gazetteer, nodes[i].tally->entity);
        writer->ids[nodes[i].tally->entity] = keep(writer, &id);
    }
    kith_buf_release(&id);
}

/* False when memory is out. */
static bool make_ready(struct kith_graph_writer *writer)
{
    const struct kith_fields *fields = &writer->fields;
    uint32_t entity_count = kith_gazetteer_entity_count(fields->gazetteer);
    writer->node_heads = KITH_ARRAY(&writer->arena, struct kith_head, fields->node_count);
    writer->edge_heads = KITH_ARRAY(&writer->arena, struct kith_head, fields->edge_count);
    writer->ids = KITH_ARRAY(&writer->arena, struct kith_str, entity_count);
    if (!writer->node_heads || !writer->edge_heads || !writer->ids)
        return false;
    if (writer->format->field_end)
        writer->tail = head_of(kith_str_of(writer->format->field_end));
    make_heads(writer, writer->node_heads, fields->node_count, kith_node_field,
               writer->format->begin_node_field);
    make_heads(writer, writer->edge_heads, fields->edge_count, kith_edge_field,
               writer->format->begin_edge_field);
    make_ids(writer);
    return !writer->buf->is_broken;
}

/* The file */

/* A node as it is in the slice, when it is. */
static void write_sliced_node(struct kith_graph_writer *writer,
                              const struct kith_node *node)
{
    struct kith_tally tally = *node->tally;
    struct kith_node sliced = *node;
    tally.mentions =
        kith_graph_slice_count(writer->format->slice, tally.months, tally.mentions);
    sliced.tally = &tally;
    if (tally.mentions)
        writer->format->node(writer, &sliced);
}

static void write_sliced_edge(struct kith_graph_writer *writer,
                              const struct kith_edge *edge)
{
    struct kith_edge sliced = *edge;
    sliced.weight = (uint32_t)kith_graph_slice_count(writer->format->slice, edge->months,
                                                     edge->weight);
    if (sliced.weight)
        writer->format->edge(writer, &sliced);
}

static void write_nodes(struct kith_graph_writer *writer)
{
    const struct kith_network *network = writer->fields.network;
    const struct kith_node *nodes = kith_network_nodes(network);
    for (uint32_t i = 0; i < kith_network_node_count(network); i++) {
        if (writer->format->slice)
            write_sliced_node(writer, &nodes[i]);
        else
            writer->format->node(writer, &nodes[i]);
        if (!kith_output_flow(writer->out))
            return;
    }
}

static void write_edges(struct kith_graph_writer *writer)
{
    const struct kith_ledger *ledger = kith_network_ledger(writer->fields.network);
    const struct kith_edge *edges = kith_ledger_edges(ledger);
    for (uint32_t i = 0; i < kith_ledger_edge_count(ledger); i++) {
        if (writer->format->slice)
            write_sliced_edge(writer, &edges[i]);
        else
            writer->format->edge(writer, &edges[i]);
        if (!kith_output_flow(writer->out))
            return;
    }
}

static void write_all(struct kith_graph_writer *writer)
{
    const struct kith_graph_format *format = writer->format;
    if (format->begin)
        format->begin(writer);
    if (format->node)
        write_nodes(writer);
    if (format->between)
        format->between(writer);
    if (format->edge)
        write_edges(writer);
    if (format->end)
        format->end(writer);
}

void kith_graph_write(const struct kith_network *network,
                      const struct kith_graph_format *format, struct kith_output *out)
{
    struct kith_graph_writer writer = {.format = format, .out = out, .buf = &out->buffer};
    kith_arena_init(&writer.arena, KITH_ARENA_UNCAPPED);
    kith_fields_init(&writer.fields, network);
    if (make_ready(&writer))
        write_all(&writer);
    else
        out->buffer.is_broken = true;
    out->buffer.is_broken |= writer.fields.is_broken;
    kith_fields_release(&writer.fields);
    kith_arena_release(&writer.arena);
}
