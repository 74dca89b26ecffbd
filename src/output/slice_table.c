/* Writing the table of slices: nodes, then edges, each with its slices in order. */
#include "output/slice_table.h"

#include "graph/slice.h"
#include "output/cell.h"

static const char *const columns[] = {"kind", "id", "label", "slice", "count", NULL};

struct table {
    const struct kith_ledger *ledger;
    enum kith_slicing slicing;
    enum kith_row_form form;
    struct kith_output *out;
    struct kith_buf id, label, slice; /* of the row that is being written */
};

static void write_row(struct table *table, const char *kind, uint64_t count)
{
    struct kith_row row = {
        .out = &table->out->buffer, .form = table->form, .columns = columns};
    kith_row_text(&row, kith_str_of(kind));
    kith_row_text(&row, kith_buf_view(&table->id));
    kith_row_text(&row, kith_buf_view(&table->label));
    kith_row_text(&row, kith_buf_view(&table->slice));
    kith_row_number(&row, count);
    kith_row_end(&row);
}

/* The rows of a thing whose id and label are set; false: writing on is in vain. */
static bool write_slices(struct table *table, const char *kind, struct kith_slices slices)
{
    struct kith_slice slice;
    while (kith_slices_next(&slices, &slice)) {
        kith_buf_reset(&table->slice);
        kith_slice_name(table->slicing, slice.month, &table->slice);
        write_row(table, kind, slice.count);
    }
    return kith_output_flow(table->out);
}

static bool write_node(struct table *table, const struct kith_tally *tally)
{
    const struct kith_gazetteer *gazetteer = kith_ledger_gazetteer(table->ledger);
    kith_buf_reset(&table->id);
    kith_buf_reset(&table->label);
    kith_cell_entity(&table->id, gazetteer, tally->entity);
    kith_buf_str(&table->label, kith_gazetteer_entity(gazetteer, tally->entity).name);
    return write_slices(table, "node",
                        kith_slices_of(tally->months, tally->mentions, table->slicing));
}

static void label_edge(struct table *table, const struct kith_edge *edge)
{
    const struct kith_gazetteer *gazetteer = kith_ledger_gazetteer(table->ledger);
    const struct kith_rules *rules = kith_ledger_rules(table->ledger);
    bool is_pair = edge->relation == KITH_COOCCURRENCE;
    kith_cell_tie(&table->label, kith_gazetteer_entity(gazetteer, edge->source).name,
                  is_pair ? (struct kith_str){0}
                          : kith_relation_name(rules, edge->relation),
                  kith_relation_is_directed(rules, edge->relation),
                  kith_gazetteer_entity(gazetteer, edge->target).name);
}

static bool write_edge(struct table *table, const struct kith_edge *edge)
{
    kith_buf_reset(&table->id);
    kith_buf_reset(&table->label);
    kith_buf_format(&table->id, "e%u", edge->number);
    label_edge(table, edge);
    return write_slices(table, "edge",
                        kith_slices_of(edge->months, edge->weight, table->slicing));
}

void kith_slice_table_write(const struct kith_network *network, enum kith_slicing slicing,
                            enum kith_row_form form, struct kith_output *out)
{
    const struct kith_ledger *ledger = kith_network_ledger(network);
    struct table table = {.ledger = ledger, .slicing = slicing, .form = form, .out = out};
    const struct kith_node *nodes = kith_network_nodes(network);
    const struct kith_edge *edges = kith_ledger_edges(ledger);
    kith_row_write_header(form, columns, &out->buffer);
    bool goes_on = true;
    for (uint32_t i = 0; i < kith_network_node_count(network) && goes_on; i++)
        goes_on = write_node(&table, nodes[i].tally);
    for (uint32_t i = 0; i < kith_ledger_edge_count(ledger) && goes_on; i++)
        goes_on = write_edge(&table, &edges[i]);
    out->buffer.is_broken |=
        table.id.is_broken || table.label.is_broken || table.slice.is_broken;
    kith_buf_release(&table.id);
    kith_buf_release(&table.label);
    kith_buf_release(&table.slice);
}
