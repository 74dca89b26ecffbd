/* GEXF.
 *
 * What GraphML has as data with a meaning of its own (label, weight, position, size,
 * colour) has a place of its own here. Where articles have dates, nodes and edges have
 * theirs, and an edge its rows of evidence month by month as a weight that changes, so
 * that Gephi's timeline works. Without dates the graph is static. */
#include "output/gexf.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "output/cell.h"
#include "output/clean.h"
#include "output/graph_writer.h"
#include "output/palette.h"

/* The column that a weight goes to which changes; Gephi knows it by this id. */
#define WEIGHT "weight"

/* Columns */

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(name, *names) == 0)
            return true;
    return false;
}

/* Does a node's field have its own place? */
static bool has_node_place(uint32_t i)
{
    static const char *const names[] = {"label", "x", "y", "size", "color", NULL};
    const char *name = kith_node_field(i).name;
    return name && is_one_of(name, names);
}

static bool has_edge_place(uint32_t i)
{
    static const char *const names[] = {"label", "weight", NULL};
    return is_one_of(kith_edge_field(i).name, names);
}

static void begin_node_field(const struct kith_fields *fields, uint32_t i,
                             struct kith_buf *out)
{
    (void)fields;
    if (has_node_place(i))
        return;
    kith_buf_text(out, "  <attvalue for=\"");
    kith_graph_node_field_id(i, out);
    kith_buf_text(out, "\" value=\"");
}

static void begin_edge_field(const struct kith_fields *fields, uint32_t i,
                             struct kith_buf *out)
{
    (void)fields;
    if (has_edge_place(i))
        return;
    kith_buf_text(out, "  <attvalue for=\"");
    kith_buf_text(out, kith_edge_field(i).name);
    kith_buf_text(out, "\" value=\"");
}

static void end_column(struct kith_buf *out, enum kith_value_kind kind)
{
    kith_buf_text(out, "\" type=\"");
    kith_buf_text(out, kith_graph_type_name(kind));
    kith_buf_text(out, "\"/>\n");
}

static void write_node_columns(struct kith_graph_writer *writer)
{
    kith_buf_text(writer->buf, "    <attributes class=\"node\">\n");
    for (uint32_t i = 0; i < writer->fields.node_count; i++) {
        if (has_node_place(i))
            continue;
        kith_buf_text(writer->buf, "      <attribute id=\"");
        kith_graph_node_field_id(i, writer->buf);
        kith_buf_text(writer->buf, "\" title=\"");
        kith_graph_node_field_name(&writer->fields, i, kith_clean_xml_attribute,
                                   writer->buf);
        end_column(writer->buf, kith_node_field(i).kind);
    }
    kith_buf_text(writer->buf, "    </attributes>\n");
}

static void write_edge_columns(struct kith_graph_writer *writer)
{
    kith_buf_text(writer->buf, "    <attributes class=\"edge\">\n");
    for (uint32_t i = 0; i < writer->fields.edge_count; i++) {
        if (has_edge_place(i))
            continue;
        kith_buf_text(writer->buf, "      <attribute id=\"");
        kith_buf_text(writer->buf, kith_edge_field(i).name);
        kith_buf_text(writer->buf, "\" title=\"");
        kith_buf_text(writer->buf, kith_edge_field(i).name);
        end_column(writer->buf, kith_edge_field(i).kind);
    }
    kith_buf_text(writer->buf, "    </attributes>\n");
}

/* Time */

/* Days are written in full, since Gephi reads no others. */
static void write_day(struct kith_buf *out, uint32_t month, unsigned day)
{
    char text[32];
    snprintf(text, sizeof text, "%04u-%02u-%02u", month / 12, month % 12 + 1, day);
    kith_buf_text(out, text);
}

static unsigned last_day(uint32_t month)
{
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    unsigned year = month / 12;
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month % 12 == 1 && is_leap ? 29 : days[month % 12];
}

/* The day of a date that tells one in its month, else 0. */
static unsigned day_of(struct kith_str date, uint32_t month)
{
    if (date.length < 10 || date.data[8] < '0' || date.data[8] > '3' ||
        date.data[9] < '0' || date.data[9] > '9')
        return 0;
    unsigned day = (unsigned)(date.data[8] - '0') * 10 + (unsigned)(date.data[9] - '0');
    return day <= last_day(month) ? day : 0;
}

/* ` start="2024-03-01" end="2024-05-31"`, when both are known. */
static void write_period(struct kith_graph_writer *writer, struct kith_period period)
{
    const struct kith_ledger *ledger = kith_network_ledger(writer->fields.network);
    struct kith_str first = kith_ledger_date(ledger, period.first);
    struct kith_str last = kith_ledger_date(ledger, period.last);
    uint32_t from = kith_month_of(first), to = kith_month_of(last);
    if (from == KITH_NO_MONTH || to == KITH_NO_MONTH)
        return;
    unsigned begin = day_of(first, from), end = day_of(last, to);
    kith_buf_text(writer->buf, " start=\"");
    write_day(writer->buf, from, begin ? begin : 1);
    kith_buf_text(writer->buf, "\" end=\"");
    write_day(writer->buf, to, end ? end : last_day(to));
    kith_buf_byte(writer->buf, '"');
}

/* A value that the weight has from a day of a month to the end of another. */
static void write_weight(struct kith_buf *out, uint64_t value, uint32_t month,
                         uint32_t last, unsigned day)
{
    kith_buf_text(out, "  <attvalue for=\"" WEIGHT "\" value=\"");
    kith_buf_unsigned(out, value);
    kith_buf_text(out, "\" start=\"");
    write_day(out, month, day);
    kith_buf_text(out, "\" end=\"");
    write_day(out, last, last_day(last));
    kith_buf_text(out, "\"/>\n");
}

/* The weight by slices. Where no time is chosen Gephi takes the earliest value there is,
 * and nought when there is none: so the whole weight stands on the day before the first
 * slice, and at all times where no month is known. */
static void write_weights(struct kith_buf *out, const struct kith_edge *edge,
                          enum kith_slicing slicing)
{
    struct kith_slices slices = kith_slices_of(edge->months, edge->weight, slicing);
    struct kith_slice slice;
    if (edge->months.count == 0) {
        kith_buf_text(out, "  <attvalue for=\"" WEIGHT "\" value=\"");
        kith_buf_unsigned(out, edge->weight);
        kith_buf_text(out, "\"/>\n");
        return;
    }
    bool is_first = true;
    while (kith_slices_next(&slices, &slice) && slice.month != KITH_UNDATED_SLICE) {
        uint32_t before = slice.month - 1;
        uint32_t last = before + kith_slice_width(slicing);
        if (is_first)
            write_weight(out, edge->weight, before, before, last_day(before));
        is_first = false;
        write_weight(out, slice.count, slice.month, last, 1);
    }
}

static bool has_months(const struct kith_network *network)
{
    const struct kith_ledger *ledger = kith_network_ledger(network);
    const struct kith_edge *edges = kith_ledger_edges(ledger);
    for (uint32_t i = 0; i < kith_ledger_edge_count(ledger); i++)
        if (edges[i].months.count)
            return true;
    return false;
}

/* Nodes and edges */

/* "#56B4E9" as ` r="86" g="180" b="233"`, which all versions of Gephi read. */
static void write_colour(struct kith_buf *out, const char *fill)
{
    unsigned long colour = strtoul(fill + 1, NULL, 16);
    kith_buf_text(out, " r=\"");
    kith_buf_unsigned(out, colour >> 16);
    kith_buf_text(out, "\" g=\"");
    kith_buf_unsigned(out, colour >> 8 & 255);
    kith_buf_text(out, "\" b=\"");
    kith_buf_unsigned(out, colour & 255);
    kith_buf_byte(out, '"');
}

static void write_look(struct kith_graph_writer *writer, const struct kith_node *node,
                       struct kith_entity entity)
{
    struct kith_buf *buf = writer->buf;
    kith_buf_text(buf, " <viz:size value=\"");
    kith_buf_double(buf, kith_node_size(&writer->fields, node));
    if (!isnan(node->x)) {
        kith_buf_text(buf, "\"/>\n <viz:position x=\"");
        kith_buf_double(buf, node->x);
        kith_buf_text(buf, "\" y=\"");
        kith_buf_double(buf, node->y);
    }
    kith_buf_text(buf, "\"/>\n <viz:color");
    write_colour(buf, kith_look_for(writer->fields.gazetteer, entity.type_id).fill);
    kith_buf_text(buf, "/>\n");
}

static void write_node(struct kith_graph_writer *writer, const struct kith_node *node)
{
    struct kith_entity entity =
        kith_gazetteer_entity(writer->fields.gazetteer, node->tally->entity);
    kith_buf_text(writer->buf, "<node id=\"");
    kith_graph_write_id(writer, node->tally->entity);
    kith_buf_text(writer->buf, "\" label=\"");
    kith_clean_xml_attribute(writer->buf, entity.name);
    kith_buf_byte(writer->buf, '"');
    write_period(writer, node->tally->dates);
    kith_buf_text(writer->buf, ">\n <attvalues>\n");
    kith_graph_write_node_fields(writer, node);
    kith_buf_text(writer->buf, " </attvalues>\n");
    write_look(writer, node, entity);
    kith_buf_text(writer->buf, "</node>\n");
}

/* Kind and label are the relation, but together is no label. */
static void write_kind(struct kith_graph_writer *writer, const struct kith_edge *edge)
{
    struct kith_str name = kith_relation_name(writer->fields.rules, edge->relation);
    kith_buf_text(writer->buf, "\" kind=\"");
    kith_clean_xml_attribute(writer->buf, name);
    if (edge->relation == KITH_COOCCURRENCE)
        return;
    kith_buf_text(writer->buf, "\" label=\"");
    kith_clean_xml_attribute(writer->buf, name);
}

/* Up to the end of its fields. */
static void begin_edge(struct kith_graph_writer *writer, const struct kith_edge *edge)
{
    kith_buf_text(writer->buf, "<edge id=\"e");
    kith_buf_unsigned(writer->buf, edge->number);
    kith_buf_text(writer->buf, "\" source=\"");
    kith_graph_write_id(writer, edge->source);
    kith_buf_text(writer->buf, "\" target=\"");
    kith_graph_write_id(writer, edge->target);
    kith_buf_text(writer->buf,
                  kith_relation_is_directed(writer->fields.rules, edge->relation)
                      ? "\" type=\"directed"
                      : "\" type=\"undirected");
    write_kind(writer, edge);
    kith_buf_text(writer->buf, "\" weight=\"");
    kith_buf_unsigned(writer->buf, edge->weight);
    kith_buf_byte(writer->buf, '"');
    write_period(writer, edge->dates);
    kith_buf_text(writer->buf, ">\n <attvalues>\n");
    kith_graph_write_edge_fields(writer, edge);
}

static void write_static_edge(struct kith_graph_writer *writer,
                              const struct kith_edge *edge)
{
    begin_edge(writer, edge);
    kith_buf_text(writer->buf, " </attvalues>\n</edge>\n");
}

static void write_dynamic_edge(struct kith_graph_writer *writer,
                               const struct kith_edge *edge)
{
    begin_edge(writer, edge);
    write_weights(writer->buf, edge, writer->format->slicing);
    kith_buf_text(writer->buf, " </attvalues>\n</edge>\n");
}

/* The file */

static void write_begin(struct kith_graph_writer *writer, const char *mode)
{
    kith_buf_text(writer->buf,
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                  "<gexf xmlns=\"http://gexf.net/1.3\"\n"
                  "    xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n"
                  "  <meta>\n    <creator>kith " KITH_VERSION "</creator>\n  </meta>\n"
                  "  <graph mode=\"");
    kith_buf_text(writer->buf, mode);
    write_node_columns(writer);
    write_edge_columns(writer);
}

/* No defaultedgetype here: with one Gephi drops all edges of the other. */
static void begin_static(struct kith_graph_writer *writer)
{
    write_begin(writer, "static\">\n");
    kith_buf_text(writer->buf, "    <nodes>\n");
}

static void begin_dynamic(struct kith_graph_writer *writer)
{
    write_begin(writer, "dynamic\" timeformat=\"date\" "
                        "timerepresentation=\"interval\">\n");
    kith_buf_text(writer->buf, "    <attributes class=\"edge\" mode=\"dynamic\">\n"
                               "      <attribute id=\"" WEIGHT "\" title=\"" WEIGHT
                               "\" type=\"double\"/>\n"
                               "    </attributes>\n    <nodes>\n");
}

static void write_between(struct kith_graph_writer *writer)
{
    kith_buf_text(writer->buf, "    </nodes>\n    <edges>\n");
}

static void write_end(struct kith_graph_writer *writer)
{
    kith_buf_text(writer->buf, "    </edges>\n  </graph>\n</gexf>\n");
}

void kith_gexf_write(const struct kith_network *network, enum kith_slicing slicing,
                     struct kith_output *out)
{
    struct kith_graph_format format = {.begin = begin_static,
                                       .node = write_node,
                                       .between = write_between,
                                       .edge = write_static_edge,
                                       .end = write_end,
                                       .begin_node_field = begin_node_field,
                                       .begin_edge_field = begin_edge_field,
                                       .field_end = "\"/>\n",
                                       .clean = kith_clean_xml_attribute,
                                       .slicing = slicing};
    if (has_months(network)) {
        format.begin = begin_dynamic;
        format.edge = write_dynamic_edge;
    }
    kith_graph_write(network, &format, out);
}
