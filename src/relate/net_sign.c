/* Signs: first of edges, hence of nodes and labels, then of all that begins with a word.
 */
#include "relate/net_sign.h"

#include "base/hash.h"
#include "relate/rule_book.h"

/* The nodes that most edges lead on from, most first. */
struct hubs {
    kith_id items[KITH_NET_HUBS];
    uint32_t edges[KITH_NET_HUBS]; /* 0 behind the last hub */
};

struct signer {
    struct kith_rules *rules;
    struct kith_net *net; /* theirs */
    const uint32_t *labels;
    struct hubs hubs;
    struct kith_net_entry *of_words, *of_lists; /* by label: what its entries share */
    struct kith_error *err;
};

/* ---- edges ---- */

static void offer_hub(struct hubs *hubs, kith_id node, uint32_t edges)
{
    uint32_t at = KITH_NET_HUBS - 1;
    if (edges <= hubs->edges[at])
        return;
    for (; at > 0 && hubs->edges[at - 1] < edges; at--) {
        hubs->items[at] = hubs->items[at - 1];
        hubs->edges[at] = hubs->edges[at - 1];
    }
    hubs->items[at] = node;
    hubs->edges[at] = edges;
}

/* `counts` has room for all nodes, and is 0. */
static void find_hubs(struct signer *s, uint32_t *counts)
{
    const struct kith_map *edges = &s->net->edges;
    for (uint64_t i = 0; edges->slots && i <= edges->mask; i++)
        if (edges->slots[i].is_taken)
            counts[edges->slots[i].key >> 32]++;
    for (kith_id node = 0; node < s->net->nodes.count; node++)
        offer_hub(&s->hubs, node, counts[node]);
}

/* The sign of an edge from `node`: the hub's own, or one by its label. */
static uint64_t sign_of(const struct hubs *hubs, kith_id node, uint32_t label)
{
    const uint32_t shared = 61 - KITH_NET_HUBS;
    for (unsigned i = 0; i < KITH_NET_HUBS && hubs->edges[i]; i++)
        if (hubs->items[i] == node)
            return (uint64_t)1 << i;
    return (uint64_t)1 << (KITH_NET_HUBS + kith_hash_u64(label) % shared);
}

static struct kith_net_entry *entry_of(const struct signer *s, uint32_t label)
{
    return kith_net_is_list_label(label) ? &s->of_lists[kith_net_list_of(label)]
                                         : &s->of_words[label];
}

static void sign_edges(struct signer *s)
{
    const struct kith_map *edges = &s->net->edges;
    for (uint64_t i = 0; edges->slots && i <= edges->mask; i++) {
        if (!edges->slots[i].is_taken)
            continue;
        kith_id node = (kith_id)(edges->slots[i].key >> 32);
        uint32_t label = (uint32_t)edges->slots[i].key;
        uint64_t sign = sign_of(&s->hubs, node, label);
        s->net->nodes.items[node].words |= sign;
        entry_of(s, label)->signs |= sign;
    }
}

/* ---- other steps ---- */

/* A verb may follow at once, but for a passive, or behind its group. */
static void sign_help(const struct signer *s, struct kith_net_node *node)
{
    for (int help = 0; help <= KITH_HELP_PASSIVE; help++) {
        kith_id target = node->steps[KITH_NET_HELP + help];
        if (target == KITH_NO_ID)
            continue;
        node->signs |= KITH_NET_HELP_SIGN;
        if (help == KITH_HELP_PASSIVE)
            continue;
        node->signs |= s->net->nodes.items[target].signs;
        node->ahead |= s->net->nodes.items[target].ahead;
    }
}

/* Of two gaps that follow each other the second leads too far to be looked at. */
static void sign_gap(const struct signer *s, struct kith_net_node *node)
{
    if (node->steps[KITH_NET_GAP] == KITH_NO_ID)
        return;
    const struct kith_net_node *target = &s->net->nodes.items[node->steps[KITH_NET_GAP]];
    node->ahead |= target->signs & ~KITH_NET_ANY_SIGN;
    if (target->ahead)
        node->signs |= KITH_NET_ANY_SIGN;
    node->signs |= target->signs & KITH_NET_ANY_SIGN;
}

/* Steps lead to nodes of higher numbers, which are signed before. */
static void sign_steps(struct signer *s)
{
    for (kith_id i = s->net->nodes.count; i-- > 0;) {
        struct kith_net_node *node = &s->net->nodes.items[i];
        node->signs |= node->words;
        if (node->first_end != KITH_NO_ID)
            node->signs |= KITH_NET_ANY_SIGN;
        if (node->steps[KITH_NET_NAMES] != KITH_NO_ID)
            node->signs |= KITH_NET_NAME_SIGN;
        sign_help(s, node);
        sign_gap(s, node);
    }
}

/* ---- entries ---- */

/* Note for each label what its edges lead to, of which all signs are known. */
static void look_behind(struct signer *s)
{
    const struct kith_map *edges = &s->net->edges;
    for (uint64_t i = 0; edges->slots && i <= edges->mask; i++) {
        if (!edges->slots[i].is_taken)
            continue;
        const struct kith_net_node *target = &s->net->nodes.items[edges->slots[i].value];
        uint64_t *behind = &entry_of(s, (uint32_t)edges->slots[i].key)->behind;
        *behind |= target->signs | (target->ahead ? KITH_NET_ANY_SIGN : 0);
    }
}

/* The first entry of a class has its place; more hang on it. */
static enum kith_status file_entry(struct signer *s, kith_id class,
                                   struct kith_net_entry entry)
{
    struct kith_net_entries *entries = &s->net->entries;
    if (!entries->items[class].signs) {
        entries->items[class] = entry;
        return KITH_OK;
    }
    if (!KITH_ARENA_PUSHABLE(&s->rules->arena, entries))
        return kith_no_memory(s->err);
    entry.next = entries->items[class].next;
    entries->items[class].next = entries->count;
    entries->items[entries->count++] = entry;
    return KITH_OK;
}

static enum kith_status file_words(struct signer *s)
{
    for (kith_id class = 0; class < s->rules->classes.count; class ++) {
        struct kith_net_entry entry = s->of_words[s->labels[class]];
        entry.label = s->labels[class];
        entry.second = KITH_NO_ID;
        if (entry.signs)
            KITH_TRY(file_entry(s, class, entry));
    }
    return KITH_OK;
}

static enum kith_status file_list(struct signer *s, kith_id list)
{
    const struct kith_phrases *phrases = &s->rules->lists.items[list].phrases;
    struct kith_net_entry entry = s->of_lists[list];
    entry.label = kith_net_list_label(list);
    for (entry.phrase = 0; entry.signs && entry.phrase < phrases->count; entry.phrase++) {
        const struct kith_phrase *phrase = &phrases->items[entry.phrase];
        entry.second = phrase->count > 1 ? phrase->words[1] : KITH_NO_ID;
        KITH_TRY(file_entry(s, phrase->words[0], entry));
    }
    return KITH_OK;
}

/* File the words and the entries of lists that lead on from anywhere. */
static enum kith_status file_entries(struct signer *s)
{
    const uint32_t count = s->rules->classes.count;
    s->net->entries = (struct kith_net_entries){
        KITH_ARRAY(&s->rules->arena, struct kith_net_entry, count), count, count};
    if (!s->net->entries.items)
        return kith_no_memory(s->err);
    KITH_TRY(file_words(s));
    for (kith_id list = 0; list < s->rules->lists.count; list++)
        KITH_TRY(file_list(s, list));
    return KITH_OK;
}

enum kith_status kith_net_put_up_signs(struct kith_rules *rules, const uint32_t *labels,
                                       struct kith_arena *drafts, struct kith_error *err)
{
    struct signer s = {.rules = rules, .net = &rules->net, .labels = labels, .err = err};
    uint32_t *counts = KITH_ARRAY(drafts, uint32_t, rules->net.nodes.count);
    s.of_words = KITH_ARRAY(drafts, struct kith_net_entry, rules->classes.count);
    s.of_lists = KITH_ARRAY(drafts, struct kith_net_entry, rules->lists.count);
    if (!counts || !s.of_words || !s.of_lists)
        return kith_no_memory(err);
    find_hubs(&s, counts);
    sign_edges(&s);
    sign_steps(&s);
    look_behind(&s);
    return file_entries(&s);
}
