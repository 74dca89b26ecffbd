/* A network seen as fields. */
#include "output/field.h"

#include "output/cell.h"

void kith_value_write(struct kith_buf *out, const struct kith_value *value,
                      void (*clean)(struct kith_buf *out, struct kith_str text))
{
    switch (value->kind) {
    case KITH_ABSENT:
        return;
    case KITH_TEXT:
        clean(out, value->text);
        return;
    case KITH_WHOLE:
        kith_buf_unsigned(out, value->whole);
        return;
    case KITH_REAL:
        kith_buf_double(out, value->real);
        return;
    case KITH_TRUTH:
        kith_buf_text(out, value->truth ? "true" : "false");
        return;
    }
}

struct kith_value kith_value_place(struct kith_fields *fields, struct kith_str file,
                                   uint32_t line)
{
    kith_buf_reset(&fields->scratch);
    kith_cell_place(&fields->scratch, file, line);
    fields->is_broken |= fields->scratch.is_broken;
    return kith_value_text(kith_buf_view(&fields->scratch));
}

struct kith_value kith_value_date(const struct kith_fields *fields, kith_id date)
{
    if (date == KITH_NO_ID)
        return (struct kith_value){.kind = KITH_ABSENT};
    return kith_value_text(kith_ledger_date(kith_network_ledger(fields->network), date));
}

static double largest_pagerank(const struct kith_network *network)
{
    const struct kith_node *nodes = kith_network_nodes(network);
    double largest = 0;
    for (uint32_t i = 0; i < kith_network_node_count(network); i++)
        if (nodes[i].pagerank > largest)
            largest = nodes[i].pagerank;
    return largest;
}

void kith_fields_init(struct kith_fields *fields, const struct kith_network *network)
{
    const struct kith_ledger *ledger = kith_network_ledger(network);
    const struct kith_gazetteer *gazetteer = kith_ledger_gazetteer(ledger);
    *fields = (struct kith_fields){
        .network = network,
        .gazetteer = gazetteer,
        .rules = kith_ledger_rules(ledger),
        .largest_pagerank = largest_pagerank(network),
        .node_count =
            kith_own_node_field_count() + kith_gazetteer_column_count(gazetteer),
        .edge_count = kith_edge_field_count(),
    };
}

void kith_fields_release(struct kith_fields *fields)
{
    kith_buf_release(&fields->scratch);
}
