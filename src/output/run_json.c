/* Writing run.json. */
#include "output/run_json.h"

#include "base/intern.h"
#include "output/cell.h"
#include "output/clean.h"
#include "output/field.h"

/* Members are written one a line; the comma goes in front of all but the first. */
struct json {
    struct kith_buf *out;
    unsigned depth;
    bool is_first;
};

static void new_line(struct json *json)
{
    kith_buf_byte(json->out, '\n');
    for (unsigned i = 0; i < json->depth; i++)
        kith_buf_text(json->out, "  ");
}

static void item(struct json *json)
{
    if (!json->is_first)
        kith_buf_byte(json->out, ',');
    json->is_first = false;
    new_line(json);
}

static void key(struct json *json, struct kith_str name)
{
    item(json);
    kith_clean_json(json->out, name);
    kith_buf_text(json->out, ": ");
}

static void begin(struct json *json, char bracket)
{
    kith_buf_byte(json->out, bracket);
    json->depth++;
    json->is_first = true;
}

static void end(struct json *json, char bracket)
{
    json->depth--;
    if (!json->is_first)
        new_line(json);
    json->is_first = false;
    kith_buf_byte(json->out, bracket);
}

static void begin_object(struct json *json, const char *name)
{
    key(json, kith_str_of(name));
    begin(json, '{');
}

static void text(struct json *json, const char *name, const char *value)
{
    key(json, kith_str_of(name));
    kith_clean_json(json->out, kith_str_of(value));
}

static void number(struct json *json, const char *name, uint64_t value)
{
    key(json, kith_str_of(name));
    kith_buf_unsigned(json->out, value);
}

static void real(struct json *json, const char *name, double value)
{
    key(json, kith_str_of(name));
    kith_buf_double(json->out, value);
}

static void truth(struct json *json, const char *name, bool value)
{
    key(json, kith_str_of(name));
    kith_buf_text(json->out, value ? "true" : "false");
}

static void texts(struct json *json, const char *name, const char *const *values,
                  size_t count)
{
    key(json, kith_str_of(name));
    begin(json, '[');
    for (size_t i = 0; i < count; i++) {
        item(json);
        kith_clean_json(json->out, kith_str_of(values[i]));
    }
    end(json, ']');
}

/* The parts */

static const char *layout_name(enum kith_layout_kind layout)
{
    switch (layout) {
    case KITH_LAYOUT_DISTANCES:
        return "kk";
    case KITH_LAYOUT_CIRCLE:
        return "circle";
    case KITH_LAYOUT_NONE:
        return "none";
    case KITH_LAYOUT_SPRINGS:
        break;
    }
    return "fr";
}

static const char *scope_name(enum kith_scope scope)
{
    switch (scope) {
    case KITH_PARAGRAPH:
        return "paragraph";
    case KITH_ARTICLE:
        return "article";
    case KITH_TOKENS:
        return "tokens";
    case KITH_SENTENCE:
        break;
    }
    return "sentence";
}

static const char *overlap_name(enum kith_overlap overlap)
{
    static const char *const names[] = {"longest", "nested", "all"};
    return names[overlap];
}

static const char *ambiguous_name(enum kith_ambiguous ambiguous)
{
    static const char *const names[] = {"best", "all", "none"};
    return names[ambiguous];
}

static const char *slicing_name(enum kith_slicing slicing)
{
    static const char *const names[] = {"none", "month", "quarter", "year"};
    return names[slicing];
}

static const char *measured_name(enum kith_measured measured)
{
    static const char *const names[] = {"cooccurrence", "relations", "both"};
    return names[measured];
}

static void write_formats(struct json *json, unsigned formats)
{
    static const struct {
        enum kith_format format;
        const char *name;
    } names[] = {{KITH_FORMAT_GRAPHML, "graphml"}, {KITH_FORMAT_GEXF, "gexf"},
                 {KITH_FORMAT_DOT, "dot"},         {KITH_FORMAT_CSV, "csv"},
                 {KITH_FORMAT_JSONL, "jsonl"},     {KITH_FORMAT_VOSVIEWER, "vosviewer"}};
    const char *wanted[sizeof names / sizeof *names];
    size_t count = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (formats & names[i].format)
            wanted[count++] = names[i].name;
    texts(json, "formats", wanted, count);
}

static void write_options(struct json *json, const struct kith_run_facts *facts)
{
    const struct kith_build_options *options = facts->options;
    begin_object(json, "options");
    texts(json, "gazetteers", facts->gazetteers, facts->gazetteer_count);
    texts(json, "rules", facts->rules, facts->rule_count);
    if (options->recognize.corrections)
        text(json, "corrections", options->recognize.corrections);
    if (options->recognize.stops)
        text(json, "stop_list", options->recognize.stops);
    if (options->recognize.mentions) {
        text(json, "mentions", options->recognize.mentions);
        truth(json, "only_mentions", options->recognize.only_mentions);
    }
    text(json, "overlap", overlap_name(options->recognize.overlap));
    text(json, "ambiguous", ambiguous_name(options->recognize.ambiguous));
    text(json, "window", scope_name(options->scope));
    number(json, "reach", options->reach);
    if (options->since)
        text(json, "since", options->since);
    if (options->until)
        text(json, "until", options->until);
    if (options->slicing)
        text(json, "slice", slicing_name(options->slicing));
    number(json, "max_size", options->max_size);
    number(json, "dot_nodes", options->dot_nodes);
    write_formats(json, options->formats);
    truth(json, "bom", options->with_bom);
    text(json, "graphml", options->graphml == KITH_GRAPHML_STRICT ? "strict" : "gephi");
    text(json, "layout", layout_name(options->layout));
    number(json, "seed", options->seed);
    real(json, "time_limit", options->time_limit);
    texts(json, "relations", options->relations, options->relation_count);
    number(json, "min_weight", options->min_weight);
    number(json, "min_articles", options->min_articles);
    text(json, "count", options->count_articles ? "articles" : "stories");
    truth(json, "cooccurrence", !options->without_cooccurrence);
    text(json, "measure_on", measured_name(options->measured));
    end(json, '}');
}

static void write_articles(struct json *json, const struct kith_ledger *ledger,
                           const struct kith_run_facts *facts)
{
    struct kith_totals totals = kith_ledger_totals(ledger);
    begin_object(json, "articles");
    number(json, "read", totals.articles);
    number(json, "copies", totals.copies);
    number(json, "skipped", facts->skipped);
    number(json, "outside", facts->outside);
    number(json, "undated", facts->undated);
    number(json, "bytes", totals.bytes);
    number(json, "paragraphs", totals.paragraphs);
    number(json, "sentences", totals.sentences);
    number(json, "tokens", totals.tokens);
    number(json, "mentions", totals.mentions);
    end(json, '}');
}

/* What the parts of articles were called in tables and JSON, and how often. */
static void write_columns(struct json *json, const struct kith_run_facts *facts)
{
    begin_object(json, "columns");
    for (enum kith_article_field field = 0; field < KITH_FIELD_COUNT; field++) {
        const uint64_t *counts = facts->columns->counts[field];
        bool is_open = false;
        for (unsigned rank = 0; rank < KITH_FIELD_NAMES; rank++) {
            if (!counts[rank])
                continue;
            if (!is_open)
                begin_object(json, kith_field_name(NULL, field, 0));
            is_open = true;
            number(json, kith_field_name(facts->names, field, rank), counts[rank]);
        }
        if (is_open)
            end(json, '}');
    }
    end(json, '}');
}

/* How often each kind of problem came up, in order of first appearance. */
static void write_problems(struct json *json, const struct kith_problems *problems)
{
    struct kith_arena arena;
    struct kith_intern kinds;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_intern_init(&kinds, &arena);
    uint64_t *counts = KITH_ARRAY(&arena, uint64_t, problems->count);
    json->out->is_broken |= !counts;
    begin_object(json, "problems");
    for (uint32_t i = 0; counts && i < problems->count; i++) {
        kith_id kind = kith_intern_add(&kinds, problems->items[i].kind);
        if (kind == KITH_NO_ID)
            json->out->is_broken = true;
        else
            counts[kind]++;
    }
    for (uint32_t kind = 0; counts && kind < kinds.count; kind++) {
        key(json, kinds.items[kind]);
        kith_buf_unsigned(json->out, counts[kind]);
    }
    end(json, '}');
    kith_intern_release(&kinds);
    kith_arena_release(&arena);
}

/* Relation edges by the best that any of their rows makes of them. */
static void write_standings(struct json *json, const struct kith_ledger *ledger)
{
    const struct kith_edge *edges = kith_ledger_edges(ledger);
    uint32_t counts[KITH_STANDINGS] = {0};
    for (uint32_t i = 0; i < kith_ledger_edge_count(ledger); i++)
        if (edges[i].support)
            counts[kith_support_standing(edges[i].support)]++;
    begin_object(json, "relation_edges_by_status");
    for (int i = KITH_ASSERTED; i < KITH_STANDINGS; i++)
        number(json, kith_standing_name((enum kith_standing)i), counts[i]);
    end(json, '}');
}

/* What the options kept out. */
static void write_filtered(struct json *json, const struct kith_filtered *filtered)
{
    begin_object(json, "left_out");
    number(json, "nodes", filtered->nodes);
    number(json, "cooccurrence_edges", filtered->cooccurrence_edges);
    number(json, "relation_edges", filtered->relation_edges);
    end(json, '}');
}

/* The rule by which edges were taken out, and what it came to. */
static void write_backbone(struct json *json, const struct kith_run_facts *facts)
{
    static const char *const names[] = {"none", "disparity", "noise", "validated", "top"};
    const struct kith_build_options *options = facts->options;
    if (options->backbone == KITH_BACKBONE_NONE)
        return;
    begin_object(json, "backbone");
    text(json, "rule", names[options->backbone]);
    real(json, "limit", options->backbone_limit);
    number(json, "removed_nodes", facts->filtered.pruned_nodes);
    number(json, "removed_edges", facts->filtered.pruned_edges);
    number(json, "removed_weight", facts->filtered.pruned_weight);
    number(json, "weight_before", facts->filtered.looked_at_weight);
    end(json, '}');
}

static void write_graph(struct json *json, const struct kith_network *network,
                        const struct kith_filtered *filtered)
{
    struct kith_network_facts facts = kith_network_facts(network);
    const struct kith_ledger *ledger = kith_network_ledger(network);
    const struct kith_edge *edges = kith_ledger_edges(ledger);
    uint32_t together = 0, count = kith_ledger_edge_count(ledger);
    for (uint32_t i = 0; i < count; i++)
        together += edges[i].relation == KITH_COOCCURRENCE;
    begin_object(json, "graph");
    number(json, "nodes", kith_network_node_count(network));
    number(json, "edges", count);
    number(json, "cooccurrence_edges", together);
    number(json, "relation_edges", count - together);
    write_standings(json, ledger);
    write_filtered(json, filtered);
    number(json, "components", facts.component_count);
    number(json, "communities", facts.community_count);
    real(json, "modularity", facts.modularity);
    truth(json, "betweenness_is_sampled", facts.betweenness_is_sampled);
    number(json, "betweenness_pivots", facts.pivots);
    real(json, "betweenness_error", facts.betweenness_error);
    truth(json, "has_closeness", facts.has_closeness);
    if (facts.stopped_at)
        text(json, "stopped_at", facts.stopped_at);
    end(json, '}');
}

static const char *measured_text(enum kith_measured measured)
{
    switch (measured) {
    case KITH_ON_RELATIONS:
        return "pairs with asserted relations, undirected, asserted rows as strength";
    case KITH_ON_BOTH:
        return "pairs with co-occurrence or asserted relations, undirected, weight of "
               "co-occurrence and asserted rows together as strength";
    case KITH_ON_COOCCURRENCE:
        break;
    }
    return "co-occurrence edges, undirected, weight as strength";
}

static void write_definition(struct json *json, struct kith_field field)
{
    if (!field.is_for_drawing)
        text(json, field.name, field.about);
}

/* What the columns of nodes.csv and edges.csv mean. */
static void write_definitions(struct json *json)
{
    begin_object(json, "nodes");
    for (uint32_t i = 0; i < kith_own_node_field_count(); i++)
        write_definition(json, kith_node_field(i));
    end(json, '}');
    begin_object(json, "edges");
    for (uint32_t i = 0; i < kith_edge_field_count(); i++)
        write_definition(json, kith_edge_field(i));
    end(json, '}');
}

void kith_run_json_write(const struct kith_network *network,
                         const struct kith_run_facts *facts, struct kith_output *out)
{
    struct json json = {.out = &out->buffer};
    const struct kith_ledger *ledger = kith_network_ledger(network);
    const struct kith_gazetteer *gazetteer = kith_ledger_gazetteer(ledger);
    begin(&json, '{');
    text(&json, "program", "kith");
    text(&json, "version", KITH_VERSION);
    write_options(&json, facts);
    begin_object(&json, "gazetteer");
    number(&json, "entities", kith_gazetteer_entity_count(gazetteer));
    number(&json, "aliases", kith_gazetteer_alias_count(gazetteer));
    end(&json, '}');
    write_articles(&json, ledger, facts);
    write_columns(&json, facts);
    write_problems(&json, facts->problems);
    write_graph(&json, network, &facts->filtered);
    write_backbone(&json, facts);
    text(&json, "measured_on", measured_text(kith_network_facts(network).measured));
    text(&json, "length_of_an_edge", "round(720720 / strength), at least 1");
    write_definitions(&json);
    end(&json, '}');
    kith_buf_byte(&out->buffer, '\n');
}
