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
    const struct kith_rules *rules;
    struct kith_net *net; /* theirs */
    const uint32_t *labels;
    struct hubs hubs;
    uint64_t *of_words, *of_lists; /* signs by label */
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
    const uint32_t shared = 63 - KITH_NET_HUBS;
    for (unsigned i = 0; i < KITH_NET_HUBS && hubs->edges[i]; i++)
        if (hubs->items[i] == node)
            return (uint64_t)1 << i;
    return (uint64_t)1 << (KITH_NET_HUBS + kith_hash_u64(label) % shared);
}

static uint64_t *signs_of(const struct signer *s, uint32_t label)
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
        s->net->nodes.items[node].signs |= sign;
        *signs_of(s, label) |= sign;
    }
}

/* ---- entries ---- */

/* What to do with an entry that begins with a word of the class `first`. */
typedef void visit(struct kith_net *net, kith_id first, struct kith_net_entry entry);

/* Go over the words and the entries of lists that lead on from anywhere. */
static void visit_entries(const struct signer *s, visit *each)
{
    const struct kith_word_lists *lists = &s->rules->lists;
    for (kith_id class = 0; class < s->rules->classes.count; class ++) {
        uint32_t label = s->labels[class];
        if (s->of_words[label])
            each(s->net, class,
                 (struct kith_net_entry){s->of_words[label], label, KITH_NO_ID, 0, 0});
    }
    for (kith_id list = 0; list < lists->count; list++)
        for (uint32_t i = 0; s->of_lists[list] && i < lists->items[list].phrases.count;
             i++) {
            const struct kith_phrase *phrase = &lists->items[list].phrases.items[i];
            kith_id second = phrase->count > 1 ? phrase->words[1] : KITH_NO_ID;
            each(s->net, phrase->words[0],
                 (struct kith_net_entry){s->of_lists[list], kith_net_list_label(list),
                                         second, i, 0});
        }
}

static void count_entry(struct kith_net *net, kith_id first, struct kith_net_entry entry)
{
    net->words[first].signs |= entry.signs;
    net->words[first].first_entry++;
}

/* A counting sort: each word's entries come from behind, down to where they begin. */
static void file_entry(struct kith_net *net, kith_id first, struct kith_net_entry entry)
{
    struct kith_net_entry *place = &net->entries[--net->words[first].first_entry];
    entry.is_last = place->is_last;
    *place = entry;
}

static enum kith_status file_entries(struct signer *s, struct kith_arena *arena,
                                     struct kith_error *err)
{
    const uint32_t count = s->rules->classes.count;
    uint32_t total = 0;
    s->net->words = KITH_ARRAY(arena, struct kith_net_word, count);
    if (!s->net->words)
        return kith_no_memory(err);
    visit_entries(s, count_entry);
    for (kith_id class = 0; class < count; class ++)
        s->net->words[class].first_entry = total += s->net->words[class].first_entry;
    s->net->entries = KITH_ARRAY(arena, struct kith_net_entry, total);
    if (!s->net->entries)
        return kith_no_memory(err);
    for (kith_id class = 0; class < count; class ++)
        if (s->net->words[class].signs)
            s->net->entries[s->net->words[class].first_entry - 1].is_last = true;
    visit_entries(s, file_entry);
    return KITH_OK;
}

enum kith_status kith_net_put_up_signs(struct kith_rules *rules, const uint32_t *labels,
                                       struct kith_arena *drafts, struct kith_error *err)
{
    struct signer s = {.rules = rules, .net = &rules->net, .labels = labels};
    uint32_t *counts = KITH_ARRAY(drafts, uint32_t, rules->net.nodes.count);
    s.of_words = KITH_ARRAY(drafts, uint64_t, rules->classes.count);
    s.of_lists = KITH_ARRAY(drafts, uint64_t, rules->lists.count);
    if (!counts || !s.of_words || !s.of_lists)
        return kith_no_memory(err);
    find_hubs(&s, counts);
    sign_edges(&s);
    return file_entries(&s, &rules->arena, err);
}
