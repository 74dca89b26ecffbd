/* Filters: choosing relations by name, and taking edges out of the ledger. */
#include "graph/filter.h"

#include "graph/backbone.h"
#include "graph/ledger_book.h"

/* ---- choosing relations ---------------------------------------------------------- */

static enum kith_status refuse_name(const struct kith_rules *rules, struct kith_str name,
                                    struct kith_error *err)
{
    struct kith_buf known = {0};
    for (uint32_t i = 0; rules && i < kith_rules_relation_count(rules); i++) {
        kith_buf_text(&known, i ? ", " : "");
        kith_buf_str(&known, kith_rules_relation(rules, i).name);
    }
    enum kith_status status = kith_fail(
        err, KITH_BAD_INPUT, "no relation or family is called \"%.*s\"; %s%.*s",
        KITH_STR_ARGS(name), known.length ? "there are: " : "there are no rules",
        KITH_STR_ARGS(kith_buf_view(&known)));
    kith_buf_release(&known);
    return status;
}

static kith_id find_relation(const struct kith_rules *rules, struct kith_str name)
{
    for (uint32_t i = 0; rules && i < kith_rules_relation_count(rules); i++)
        if (kith_str_equal_caseless(kith_rules_relation(rules, i).name, name))
            return i;
    return KITH_NO_ID;
}

/* One name: its relation and the kinds of it. */
static enum kith_status want(struct kith_filter *filter, const struct kith_rules *rules,
                             struct kith_str name, struct kith_error *err)
{
    kith_id wanted = find_relation(rules, name);
    if (wanted == KITH_NO_ID)
        return refuse_name(rules, name, err);
    for (uint32_t i = 0; i < kith_rules_relation_count(rules); i++)
        if (kith_rules_relation_is(rules, i, wanted))
            filter->is_wanted[i] = true;
    return KITH_OK;
}

enum kith_status kith_filter_choose(struct kith_filter *filter,
                                    const struct kith_rules *rules,
                                    const char *const *names, size_t count,
                                    struct kith_arena *arena, struct kith_error *err)
{
    if (count == 0)
        return KITH_OK;
    uint32_t relations = rules ? kith_rules_relation_count(rules) : 0;
    filter->is_wanted = KITH_ARRAY(arena, bool, relations);
    if (!filter->is_wanted)
        return kith_no_memory(err);
    for (size_t i = 0; i < count; i++)
        for (struct kith_str rest = kith_str_of(names[i]); rest.data;)
            KITH_TRY(want(filter, rules, kith_str_trim(kith_str_cut(&rest, ',')), err));
    return KITH_OK;
}

/* ---- taking out ------------------------------------------------------------------ */

static bool is_active(const struct kith_filter *filter)
{
    return filter->is_wanted || filter->min_weight || filter->min_articles ||
           filter->without_cooccurrence;
}

static bool keeps_edge(const struct kith_filter *filter, const struct kith_edge *edge)
{
    if (edge->weight < filter->min_weight || edge->stories < filter->min_articles)
        return false;
    if (edge->relation == KITH_COOCCURRENCE)
        return !filter->without_cooccurrence;
    return !filter->is_wanted || filter->is_wanted[edge->relation];
}

static enum kith_status meet(const struct kith_edge *edge, struct kith_map *met,
                             struct kith_error *err)
{
    if (kith_map_place(met, edge->source, 1, NULL) &&
        kith_map_place(met, edge->target, 1, NULL))
        return KITH_OK;
    return kith_no_memory(err);
}

/* Keep the wanted edges, and note the entities that have one. */
static enum kith_status filter_edges(const struct kith_filter *filter,
                                     struct kith_ledger *ledger, struct kith_map *met,
                                     struct kith_filtered *filtered,
                                     struct kith_error *err)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < ledger->edge_count; i++) {
        const struct kith_edge *edge = &ledger->edges[i];
        if (!keeps_edge(filter, edge)) {
            if (edge->relation == KITH_COOCCURRENCE)
                filtered->cooccurrence_edges++;
            else
                filtered->relation_edges++;
            continue;
        }
        KITH_TRY(meet(edge, met, err));
        ledger->edges[kept++] = *edge;
    }
    ledger->edge_count = kept;
    return KITH_OK;
}

/* Keep the entities that have an edge; how many went. */
static uint32_t filter_entities(struct kith_ledger *ledger, const struct kith_map *met)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < ledger->tally_count; i++)
        if (kith_map_find(met, ledger->tallies[i].entity))
            ledger->tallies[kept++] = ledger->tallies[i];
    uint32_t gone = ledger->tally_count - kept;
    ledger->tally_count = kept;
    return gone;
}

static enum kith_status filter_ledger(const struct kith_filter *filter,
                                      struct kith_ledger *ledger,
                                      struct kith_filtered *filtered,
                                      struct kith_error *err)
{
    struct kith_map met = {0};
    enum kith_status status = filter_edges(filter, ledger, &met, filtered, err);
    if (status == KITH_OK)
        filtered->nodes = filter_entities(ledger, &met);
    kith_map_release(&met);
    return status;
}

/* ---- the backbone ---------------------------------------------------------------- */

static enum kith_status prune_edges(struct kith_ledger *ledger, const bool *is_kept,
                                    struct kith_map *met, struct kith_filtered *filtered,
                                    struct kith_error *err)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < ledger->edge_count; i++) {
        struct kith_edge edge = ledger->edges[i];
        bool is_looked_at = edge.relation == KITH_COOCCURRENCE;
        filtered->looked_at_weight += is_looked_at ? edge.weight : 0;
        if (!is_kept[i]) {
            filtered->pruned_weight += edge.weight;
            continue;
        }
        KITH_TRY(meet(&edge, met, err));
        ledger->edges[kept++] = edge;
    }
    filtered->pruned_edges = ledger->edge_count - kept;
    ledger->edge_count = kept;
    return KITH_OK;
}

static enum kith_status prune(const struct kith_filter *filter,
                              struct kith_ledger *ledger, struct kith_arena *arena,
                              struct kith_filtered *filtered, struct kith_error *err)
{
    struct kith_map met = {0};
    bool *is_kept = KITH_ARRAY(arena, bool, ledger->edge_count);
    if (!is_kept)
        return kith_no_memory(err);
    KITH_TRY(kith_backbone_find(ledger, filter->backbone, filter->backbone_limit, arena,
                                is_kept, err));
    enum kith_status status = prune_edges(ledger, is_kept, &met, filtered, err);
    if (status == KITH_OK)
        filtered->pruned_nodes = filter_entities(ledger, &met);
    kith_map_release(&met);
    return status;
}

enum kith_status kith_filter_apply(const struct kith_filter *filter,
                                   struct kith_ledger *ledger,
                                   struct kith_filtered *filtered, struct kith_error *err)
{
    *filtered = (struct kith_filtered){0};
    if (is_active(filter))
        KITH_TRY(filter_ledger(filter, ledger, filtered, err));
    if (filter->backbone == KITH_BACKBONE_NONE)
        return KITH_OK;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = prune(filter, ledger, &arena, filtered, err);
    kith_arena_release(&arena);
    return status;
}
