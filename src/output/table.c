/* nodes.csv, edges.csv, problems.csv: the fields of field.h as columns. */
#include "output/table.h"

#include "output/cell.h"
#include "output/clean.h"
#include "output/field.h"

static void write_cell(struct kith_buf *out, const struct kith_value *value)
{
    kith_buf_byte(out, ',');
    kith_value_write(out, value, kith_clean_csv);
}

/* Nodes */

static void write_nodes_header(const struct kith_fields *fields, struct kith_buf *out)
{
    kith_buf_text(out, "id");
    for (uint32_t i = 0; i < fields->node_count; i++) {
        if (kith_node_field(i).is_for_drawing)
            continue;
        struct kith_buf name = {0};
        kith_node_field_name(fields, i, &name);
        kith_buf_byte(out, ',');
        kith_clean_csv(out, kith_buf_view(&name));
        out->is_broken |= name.is_broken;
        kith_buf_release(&name);
    }
    kith_buf_byte(out, '\n');
}

static void write_node(struct kith_fields *fields, const struct kith_node *node,
                       struct kith_buf *out)
{
    kith_cell_entity(out, fields->gazetteer, node->tally->entity);
    for (uint32_t i = 0; i < fields->node_count; i++) {
        if (kith_node_field(i).is_for_drawing)
            continue;
        struct kith_value value = kith_node_value(fields, node, i);
        write_cell(out, &value);
    }
    kith_buf_byte(out, '\n');
}

void kith_nodes_write(const struct kith_network *network, struct kith_output *out)
{
    struct kith_fields fields;
    kith_fields_init(&fields, network);
    write_nodes_header(&fields, &out->buffer);
    const struct kith_node *nodes = kith_network_nodes(network);
    for (uint32_t i = 0; i < kith_network_node_count(network); i++) {
        write_node(&fields, &nodes[i], &out->buffer);
        kith_output_flow(out);
    }
    out->buffer.is_broken |= fields.is_broken;
    kith_fields_release(&fields);
}

/* Edges */

static void write_edges_header(const struct kith_fields *fields, struct kith_buf *out)
{
    kith_buf_text(out, "id,source,target,source_label,target_label,directed");
    for (uint32_t i = 0; i < fields->edge_count; i++) {
        if (kith_edge_field(i).is_for_drawing)
            continue;
        kith_buf_byte(out, ',');
        kith_buf_text(out, kith_edge_field(i).name);
    }
    kith_buf_byte(out, '\n');
}

static void write_edge(struct kith_fields *fields, const struct kith_edge *edge,
                       struct kith_buf *out)
{
    const struct kith_gazetteer *gazetteer = fields->gazetteer;
    kith_buf_byte(out, 'e');
    kith_buf_unsigned(out, edge->number);
    kith_buf_byte(out, ',');
    kith_cell_entity(out, gazetteer, edge->source);
    kith_buf_byte(out, ',');
    kith_cell_entity(out, gazetteer, edge->target);
    kith_buf_byte(out, ',');
    kith_clean_csv(out, kith_gazetteer_entity(gazetteer, edge->source).name);
    kith_buf_byte(out, ',');
    kith_clean_csv(out, kith_gazetteer_entity(gazetteer, edge->target).name);
    kith_buf_text(out, kith_relation_is_directed(fields->rules, edge->relation)
                           ? ",true"
                           : ",false");
    for (uint32_t i = 0; i < fields->edge_count; i++) {
        if (kith_edge_field(i).is_for_drawing)
            continue;
        struct kith_value value = kith_edge_value(fields, edge, i);
        write_cell(out, &value);
    }
    kith_buf_byte(out, '\n');
}

void kith_edges_write(const struct kith_network *network, struct kith_output *out)
{
    struct kith_fields fields;
    kith_fields_init(&fields, network);
    write_edges_header(&fields, &out->buffer);
    const struct kith_ledger *ledger = kith_network_ledger(network);
    const struct kith_edge *edges = kith_ledger_edges(ledger);
    for (uint32_t i = 0; i < kith_ledger_edge_count(ledger); i++) {
        write_edge(&fields, &edges[i], &out->buffer);
        kith_output_flow(out);
    }
    out->buffer.is_broken |= fields.is_broken;
    kith_fields_release(&fields);
}

/* Problems */

void kith_problems_write(const struct kith_problems *problems, struct kith_output *out)
{
    struct kith_buf *buf = &out->buffer;
    kith_buf_text(buf, "severity,file,line,kind,text\n");
    for (uint32_t i = 0; i < problems->count; i++) {
        const struct kith_problem *problem = &problems->items[i];
        kith_buf_text(buf, problem->severity == KITH_FAULT ? "fault," : "note,");
        kith_clean_csv(buf, problem->file);
        kith_buf_byte(buf, ',');
        if (problem->line)
            kith_buf_unsigned(buf, problem->line);
        kith_buf_byte(buf, ',');
        kith_clean_csv(buf, problem->kind);
        kith_buf_byte(buf, ',');
        kith_clean_csv(buf, problem->text);
        kith_buf_byte(buf, '\n');
        kith_output_flow(out);
    }
}
