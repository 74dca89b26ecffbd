/* The tables of nodes and edges, with the fields of field.h as columns, and that of
 * problems. */
#include "output/table.h"

#include "output/cell.h"
#include "output/clean.h"
#include "output/graph_writer.h"

/* Fields */

/* Appends the name of a field as `clean` has it. */
typedef void write_name(const struct kith_fields *fields, uint32_t i,
                        void (*clean)(struct kith_buf *out, struct kith_str text),
                        struct kith_buf *out);

static void write_edge_name(const struct kith_fields *fields, uint32_t i,
                            void (*clean)(struct kith_buf *out, struct kith_str text),
                            struct kith_buf *out)
{
    (void)fields;
    clean(out, kith_str_of(kith_edge_field(i).name));
}

static void begin_node_cell(const struct kith_fields *fields, uint32_t i,
                            struct kith_buf *out)
{
    (void)fields;
    kith_buf_text(out, kith_node_field(i).is_for_drawing ? "" : ",");
}

static void begin_edge_cell(const struct kith_fields *fields, uint32_t i,
                            struct kith_buf *out)
{
    (void)fields;
    kith_buf_text(out, kith_edge_field(i).is_for_drawing ? "" : ",");
}

static void begin_member(const struct kith_fields *fields, struct kith_field field,
                         uint32_t i, write_name *name, struct kith_buf *out)
{
    if (field.is_for_drawing)
        return;
    kith_buf_byte(out, ',');
    name(fields, i, kith_clean_json, out);
    kith_buf_byte(out, ':');
}

static void begin_node_member(const struct kith_fields *fields, uint32_t i,
                              struct kith_buf *out)
{
    begin_member(fields, kith_node_field(i), i, kith_graph_node_field_name, out);
}

static void begin_edge_member(const struct kith_fields *fields, uint32_t i,
                              struct kith_buf *out)
{
    begin_member(fields, kith_edge_field(i), i, write_edge_name, out);
}

/* The columns that a table has by itself, then the fields that have a cell. */
static void write_header(struct kith_graph_writer *writer, const char *const *columns,
                         const struct kith_head *heads, uint32_t count, write_name *name)
{
    for (uint32_t i = 0; columns[i]; i++) {
        kith_buf_text(writer->buf, i ? "," : "");
        kith_buf_text(writer->buf, columns[i]);
    }
    for (uint32_t i = 0; i < count; i++) {
        if (!heads[i].text.length)
            continue;
        kith_buf_byte(writer->buf, ',');
        name(&writer->fields, i, kith_clean_csv, writer->buf);
    }
    kith_buf_byte(writer->buf, '\n');
}

static enum kith_row_form form_of(const struct kith_graph_writer *writer)
{
    return writer->format->keeps_absent ? KITH_ROW_CSV : KITH_ROW_JSON;
}

/* The format of a table; nodes or edges are still to be told. */
static struct kith_graph_format format_of(enum kith_row_form form)
{
    if (form == KITH_ROW_JSON)
        return (struct kith_graph_format){.field_end = "", .clean = kith_clean_json};
    return (struct kith_graph_format){
        .field_end = "", .clean = kith_clean_csv, .keeps_absent = true};
}

/* Nodes */

static const char *const node_columns[] = {"id", NULL};

static void write_nodes_header(struct kith_graph_writer *writer)
{
    write_header(writer, node_columns, writer->node_heads, writer->fields.node_count,
                 kith_graph_node_field_name);
}

static void write_node(struct kith_graph_writer *writer, const struct kith_node *node)
{
    struct kith_row row = {
        .out = writer->buf, .form = form_of(writer), .columns = node_columns};
    kith_row_open(&row);
    kith_graph_write_id(writer, node->tally->entity);
    kith_row_shut(&row);
    kith_graph_write_node_fields(writer, node);
    kith_row_end(&row);
}

void kith_nodes_write(const struct kith_network *network, enum kith_row_form form,
                      struct kith_output *out)
{
    struct kith_graph_format format = format_of(form);
    format.begin = form == KITH_ROW_CSV ? write_nodes_header : NULL;
    format.node = write_node;
    format.begin_node_field = form == KITH_ROW_CSV ? begin_node_cell : begin_node_member;
    kith_graph_write(network, &format, out);
}

/* Edges */

static const char *const edge_columns[] = {
    "id", "source", "target", "source_label", "target_label", "directed", NULL};

static void write_edges_header(struct kith_graph_writer *writer)
{
    write_header(writer, edge_columns, writer->edge_heads, writer->fields.edge_count,
                 write_edge_name);
}

static void write_end(struct kith_graph_writer *writer, kith_id entity,
                      struct kith_row *row)
{
    kith_row_open(row);
    kith_graph_write_id(writer, entity);
    kith_row_shut(row);
}

static void write_edge(struct kith_graph_writer *writer, const struct kith_edge *edge)
{
    const struct kith_gazetteer *gazetteer = writer->fields.gazetteer;
    struct kith_row row = {
        .out = writer->buf, .form = form_of(writer), .columns = edge_columns};
    kith_row_open(&row);
    kith_buf_byte(row.out, 'e');
    kith_buf_unsigned(row.out, edge->number);
    kith_row_shut(&row);
    write_end(writer, edge->source, &row);
    write_end(writer, edge->target, &row);
    kith_row_text(&row, kith_gazetteer_entity(gazetteer, edge->source).name);
    kith_row_text(&row, kith_gazetteer_entity(gazetteer, edge->target).name);
    kith_row_open_bare(&row);
    kith_buf_text(row.out, kith_relation_is_directed(writer->fields.rules, edge->relation)
                               ? "true"
                               : "false");
    kith_graph_write_edge_fields(writer, edge);
    kith_row_end(&row);
}

void kith_edges_write(const struct kith_network *network, enum kith_row_form form,
                      struct kith_output *out)
{
    struct kith_graph_format format = format_of(form);
    format.begin = form == KITH_ROW_CSV ? write_edges_header : NULL;
    format.edge = write_edge;
    format.begin_edge_field = form == KITH_ROW_CSV ? begin_edge_cell : begin_edge_member;
    kith_graph_write(network, &format, out);
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
