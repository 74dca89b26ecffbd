/* Writing brokers. */
#include <math.h>

#include "output/broker.h"
#include "output/clean.h"

static struct kith_str label(const struct kith_brokers *brokers, uint32_t node)
{
    return brokers->holding.cast.items[node].label;
}

static struct kith_str community(const struct kith_brokers *brokers, uint32_t number)
{
    return brokers->holding.community_names[number];
}

static uint32_t shown(uint32_t count, uint32_t most)
{
    return count < most ? count : most;
}

/* ---- for people ------------------------------------------------------------------ */

/* What stands between the item `i` of `count` and the one before, of which `most` are
 * shown: "A, B and C", "A, B, C and 4 more". */
static void write_joint(struct kith_buf *out, uint32_t i, uint32_t count, uint32_t most)
{
    if (i)
        kith_buf_text(out, i + 1 == count && count <= most ? " and " : ", ");
}

static void write_rest(struct kith_buf *out, uint32_t count, uint32_t most)
{
    if (count > most)
        kith_buf_format(out, " and %u more", count - most);
}

static void write_fallen(const struct kith_brokers *brokers,
                         const struct kith_broker *broker, struct kith_buf *out)
{
    kith_buf_text(out, "   Without ");
    kith_clean_line(out, label(brokers, broker->node));
    kith_buf_format(out,
                    broker->fallen_count == 1 ? " %u entity falls away: "
                                              : " %u entities fall away: ",
                    broker->fallen_count);
    for (uint32_t i = 0; i < shown(broker->fallen_count, KITH_BROKER_NAMES); i++) {
        write_joint(out, i, broker->fallen_count, KITH_BROKER_NAMES);
        kith_clean_line(out, label(brokers, broker->fallen[i]));
    }
    write_rest(out, broker->fallen_count, KITH_BROKER_NAMES);
    kith_buf_text(out, ".\n");
}

static void write_middle(const struct kith_brokers *brokers,
                         const struct kith_broker *broker, struct kith_buf *out)
{
    kith_buf_text(out, "   Many shortest ways pass ");
    kith_clean_line(out, label(brokers, broker->node));
    kith_buf_text(out, ", whose neighbours are seldom joined to each other.\n");
}

static void write_name(const struct kith_brokers *brokers, uint32_t number,
                       struct kith_buf *out)
{
    kith_buf_byte(out, '"');
    kith_clean_line(out, community(brokers, number));
    kith_buf_byte(out, '"');
}

static void write_only_links(const struct kith_brokers *brokers,
                             const struct kith_broker *broker, struct kith_buf *out)
{
    uint32_t own = brokers->holding.nodes[broker->node].community;
    for (uint32_t i = 0; i < shown(broker->joined_count, KITH_BROKER_COMMUNITIES); i++) {
        if (!broker->joined[i].is_only_link)
            continue;
        kith_buf_text(out, "   The only link between the communities ");
        write_name(brokers, own, out);
        kith_buf_text(out, " and ");
        write_name(brokers, broker->joined[i].community, out);
        kith_buf_text(out, ".\n");
    }
}

static void write_joined(const struct kith_brokers *brokers,
                         const struct kith_broker *broker, struct kith_buf *out)
{
    kith_buf_text(out, "   Joins its community ");
    write_name(brokers, brokers->holding.nodes[broker->node].community, out);
    kith_buf_text(out, " to ");
    for (uint32_t i = 0; i < shown(broker->joined_count, KITH_BROKER_COMMUNITIES); i++) {
        write_joint(out, i, broker->joined_count, KITH_BROKER_COMMUNITIES);
        write_name(brokers, broker->joined[i].community, out);
    }
    write_rest(out, broker->joined_count, KITH_BROKER_COMMUNITIES);
    kith_buf_text(out, ".\n");
}

static void write_ranks(const struct kith_brokers *brokers,
                        const struct kith_broker *broker, struct kith_buf *out)
{
    double constraint = brokers->holding.nodes[broker->node].constraint;
    kith_buf_text(out, "   Of ");
    kith_buf_format(out, "%u entities ", brokers->holding.cast.count);
    if (broker->betweenness_rank)
        kith_buf_format(out, "number %u by betweenness, ", broker->betweenness_rank);
    kith_buf_format(out, "number %u by degree", broker->degree_rank);
    if (!isnan(constraint)) {
        kith_buf_text(out, "; constraint ");
        kith_buf_double(out, round(constraint * 1000) / 1000);
    }
    kith_buf_text(out, ".\n");
}

static void write_proof(const struct kith_brokers *brokers,
                        const struct kith_broker *broker,
                        const struct kith_broker_proof *proof, struct kith_buf *out)
{
    if (!proof->evidence)
        return;
    kith_buf_text(out, "   With ");
    kith_clean_line(out, label(brokers, kith_held_other(&brokers->holding, proof->line,
                                                        broker->node)));
    if (proof->is_relation)
        kith_buf_format(out, " (%.*s)", KITH_STR_ARGS(proof->relation));
    kith_buf_text(out, ", ");
    if (proof->date.length)
        kith_buf_format(out, "%.*s, ", KITH_STR_ARGS(proof->date));
    kith_clean_line(out, proof->path);
    kith_buf_format(out, ":%llu\n     ", (unsigned long long)proof->begin);
    kith_clean_line(out, proof->text);
    kith_buf_byte(out, '\n');
}

static void write_broker(const struct kith_brokers *brokers, uint32_t i,
                         struct kith_buf *out)
{
    const struct kith_broker *broker = &brokers->items[i];
    kith_buf_format(out, "%s%u. ", i ? "\n" : "", i + 1);
    kith_clean_line(out, label(brokers, broker->node));
    kith_buf_text(out, " (");
    kith_clean_line(out, brokers->holding.cast.items[broker->node].type);
    kith_buf_text(out, ")\n");
    (broker->fallen_count ? write_fallen : write_middle)(brokers, broker, out);
    write_only_links(brokers, broker, out);
    if (broker->joined_count)
        write_joined(brokers, broker, out);
    write_ranks(brokers, broker, out);
    for (uint32_t k = 0; k < broker->proof_count; k++)
        write_proof(brokers, broker, &broker->proofs[k], out);
}

void kith_brokers_write_text(const struct kith_brokers *brokers, struct kith_buf *out)
{
    if (!brokers->count)
        kith_buf_text(out, "No entity holds this network together.\n");
    for (uint32_t i = 0; i < brokers->count; i++)
        write_broker(brokers, i, out);
}

/* ---- for programs ---------------------------------------------------------------- */

static void write_text(struct kith_buf *out, const char *name, struct kith_str text)
{
    kith_buf_format(out, "\"%s\": ", name);
    kith_clean_json(out, text);
}

static void write_real(struct kith_buf *out, const char *name, double value)
{
    if (isnan(value))
        return;
    kith_buf_format(out, ", \"%s\": ", name);
    kith_buf_double(out, value);
}

static void write_member(const struct kith_brokers *brokers, uint32_t node,
                         struct kith_buf *out)
{
    write_text(out, "id", brokers->holding.cast.items[node].id);
    kith_buf_text(out, ", ");
    write_text(out, "label", label(brokers, node));
}

static void write_fallen_array(const struct kith_brokers *brokers,
                               const struct kith_broker *broker, struct kith_buf *out)
{
    kith_buf_format(out, ", \"falls_away\": %u, \"falls_away_first\": [",
                    broker->fallen_count);
    for (uint32_t i = 0; i < shown(broker->fallen_count, KITH_BROKER_NAMES); i++) {
        kith_buf_text(out, i ? ", {" : "{");
        write_member(brokers, broker->fallen[i], out);
        kith_buf_byte(out, '}');
    }
    kith_buf_byte(out, ']');
}

static void write_community(const struct kith_brokers *brokers, uint32_t number,
                            struct kith_buf *out)
{
    kith_buf_format(out, "\"community\": %u, ", number);
    write_text(out, "community_name", community(brokers, number));
}

static void write_joined_array(const struct kith_brokers *brokers,
                               const struct kith_broker *broker, struct kith_buf *out)
{
    kith_buf_format(out, ", \"joins\": %u, \"joins_first\": [", broker->joined_count);
    for (uint32_t i = 0; i < shown(broker->joined_count, KITH_BROKER_COMMUNITIES); i++) {
        const struct kith_joined *joined = &broker->joined[i];
        kith_buf_text(out, i ? ", {" : "{");
        write_community(brokers, joined->community, out);
        kith_buf_format(out, ", \"links\": %u, \"only_link\": %s}", joined->links,
                        joined->is_only_link ? "true" : "false");
    }
    kith_buf_byte(out, ']');
}

static void write_proof_object(const struct kith_brokers *brokers,
                               const struct kith_broker *broker,
                               const struct kith_broker_proof *proof,
                               struct kith_buf *out)
{
    const struct kith_holding *holding = &brokers->holding;
    kith_buf_byte(out, '{');
    write_member(brokers, kith_held_other(holding, proof->line, broker->node), out);
    kith_buf_format(out, ", \"bridge\": %s, ",
                    holding->lines.items[proof->line].is_bridge ? "true" : "false");
    write_text(out, "relation", proof->relation);
    kith_buf_format(out, ", \"article\": \"a%llu\", ",
                    (unsigned long long)proof->article);
    write_text(out, "path", proof->path);
    kith_buf_text(out, ", ");
    write_text(out, "date", proof->date);
    kith_buf_format(out, ", \"begin\": %llu, \"end\": %llu, ",
                    (unsigned long long)proof->begin, (unsigned long long)proof->end);
    write_text(out, "text", proof->text);
    kith_buf_byte(out, '}');
}

static void write_proof_array(const struct kith_brokers *brokers,
                              const struct kith_broker *broker, struct kith_buf *out)
{
    bool is_first = true;
    kith_buf_text(out, ", \"evidence\": [");
    for (uint32_t i = 0; i < broker->proof_count; i++) {
        if (!broker->proofs[i].evidence)
            continue;
        kith_buf_text(out, is_first ? "" : ", ");
        write_proof_object(brokers, broker, &broker->proofs[i], out);
        is_first = false;
    }
    kith_buf_byte(out, ']');
}

static void write_object(const struct kith_brokers *brokers,
                         const struct kith_broker *broker, struct kith_buf *out)
{
    const struct kith_held *node = &brokers->holding.nodes[broker->node];
    kith_buf_byte(out, '{');
    write_member(brokers, broker->node, out);
    kith_buf_text(out, ", ");
    write_text(out, "type", brokers->holding.cast.items[broker->node].type);
    kith_buf_format(out, ", \"articulation_point\": %s, ",
                    node->is_articulation ? "true" : "false");
    write_community(brokers, node->community, out);
    kith_buf_format(out, ", \"degree\": %u, \"degree_rank\": %u", node->degree,
                    broker->degree_rank);
    write_real(out, "betweenness", node->betweenness);
    if (broker->betweenness_rank)
        kith_buf_format(out, ", \"betweenness_rank\": %u", broker->betweenness_rank);
    write_real(out, "constraint", node->constraint);
    write_fallen_array(brokers, broker, out);
    write_joined_array(brokers, broker, out);
    write_proof_array(brokers, broker, out);
    kith_buf_text(out, "}\n");
}

void kith_brokers_write_json(const struct kith_brokers *brokers, struct kith_buf *out)
{
    for (uint32_t i = 0; i < brokers->count; i++)
        write_object(brokers, &brokers->items[i], out);
}
