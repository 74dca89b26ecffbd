/* Laying the net: each rule's pattern is walked with all nodes that its beginning leads
 * to at once. What may be left out widens this front; a step that no node of it has yet
 * leads all of them to one new node, which narrows it again. */
#include "relate/net.h"

#include "relate/rule_book.h"

struct front {
    kith_id *items;
    uint32_t count, room;
};

struct layer {
    struct kith_rules *rules;
    struct kith_net *net;
    struct kith_arena *arena;  /* the rules' */
    struct kith_arena scratch; /* fronts */
    struct kith_error *err;
};

static enum kith_status add_node(struct layer *l, kith_id *node)
{
    if (!KITH_ARENA_PUSHABLE(l->arena, &l->net->nodes))
        return kith_no_memory(l->err);
    struct kith_net_node *added = &l->net->nodes.items[l->net->nodes.count];
    *added = (struct kith_net_node){.first_end = KITH_NO_ID};
    for (int step = 0; step < KITH_NET_STEPS; step++)
        added->steps[step] = KITH_NO_ID;
    *node = l->net->nodes.count++;
    return KITH_OK;
}

/* Add `node` to the front unless it is there. */
static enum kith_status widen(struct layer *l, struct front *front, kith_id node)
{
    for (uint32_t i = 0; i < front->count; i++)
        if (front->items[i] == node)
            return KITH_OK;
    if (!KITH_ARENA_PUSHABLE(&l->scratch, front))
        return kith_no_memory(l->err);
    front->items[front->count++] = node;
    return KITH_OK;
}

static enum kith_status widen_all(struct layer *l, struct front *front,
                                  const struct front *nodes)
{
    for (uint32_t i = 0; i < nodes->count; i++)
        KITH_TRY(widen(l, front, nodes->items[i]));
    return KITH_OK;
}

/* Make a new node the end of an edge, the same for all edges made in one step. */
static enum kith_status new_target(struct layer *l, kith_id *target)
{
    return *target == KITH_NO_ID ? add_node(l, target) : KITH_OK;
}

/* Step from all of `front` over a word or list: `next` is where that leads. */
static enum kith_status step_over(struct layer *l, const struct front *front,
                                  uint32_t label, struct front *next)
{
    const bool is_list = label >= kith_net_list_label(0);
    kith_id target = KITH_NO_ID;
    for (uint32_t i = 0; i < front->count; i++) {
        uint64_t key = kith_map_pair(front->items[i], label);
        const uint32_t *known = kith_map_find(&l->net->edges, key);
        if (!known) {
            KITH_TRY(new_target(l, &target));
            known = kith_map_place(&l->net->edges, key, target, NULL);
        }
        if (!known)
            return kith_no_memory(l->err);
        struct kith_net_node *node = &l->net->nodes.items[front->items[i]];
        node->has_words |= !is_list;
        node->has_lists |= is_list;
        KITH_TRY(widen(l, next, *known));
    }
    return KITH_OK;
}

/* The same for a step of another kind. */
static enum kith_status step_kind(struct layer *l, const struct front *front,
                                  unsigned step, struct front *next)
{
    kith_id target = KITH_NO_ID;
    for (uint32_t i = 0; i < front->count; i++) {
        kith_id *place = &l->net->nodes.items[front->items[i]].steps[step];
        if (*place == KITH_NO_ID) {
            KITH_TRY(new_target(l, &target));
            place = &l->net->nodes.items[front->items[i]].steps[step];
            *place = target;
        }
        KITH_TRY(widen(l, next, *place));
    }
    return KITH_OK;
}

static enum kith_status walk(struct layer *l, const struct kith_pattern *pattern,
                             struct front *front);

static enum kith_status walk_choices(struct layer *l, const struct kith_patterns *choices,
                                     const struct front *front, struct front *next)
{
    for (uint32_t i = 0; i < choices->count; i++) {
        struct front end = {0};
        KITH_TRY(widen_all(l, &end, front));
        KITH_TRY(walk(l, &choices->items[i], &end));
        KITH_TRY(widen_all(l, next, &end));
    }
    return KITH_OK;
}

static enum kith_status walk_item(struct layer *l, const struct kith_item *item,
                                  const struct front *front, struct front *next)
{
    switch (item->kind) {
    case KITH_ITEM_WORD:
        return step_over(l, front, l->net->words[item->word].label, next);
    case KITH_ITEM_LIST:
        return step_over(l, front, kith_net_list_label(item->list), next);
    case KITH_ITEM_GAP:
        return step_kind(l, front, KITH_NET_GAP, next);
    case KITH_ITEM_HELP:
        return step_kind(l, front, KITH_NET_HELP + item->help, next);
    case KITH_ITEM_CHOICE:
        return walk_choices(l, &item->choices, front, next);
    default:
        return step_kind(l, front, KITH_NET_NAMES, next);
    }
}

/* Lead `front` along the pattern. */
static enum kith_status walk(struct layer *l, const struct kith_pattern *pattern,
                             struct front *front)
{
    for (uint32_t i = 0; i < pattern->count; i++) {
        struct front next = {0};
        KITH_TRY(walk_item(l, &pattern->items[i], front, &next));
        if (pattern->items[i].is_optional)
            KITH_TRY(widen_all(l, &next, front));
        *front = next;
    }
    return KITH_OK;
}

static enum kith_status add_end(struct layer *l, kith_id node, kith_id rule)
{
    if (!KITH_ARENA_PUSHABLE(l->arena, &l->net->ends))
        return kith_no_memory(l->err);
    struct kith_net_node *at = &l->net->nodes.items[node];
    l->net->ends.items[l->net->ends.count] = (struct kith_net_end){rule, at->first_end};
    at->first_end = l->net->ends.count++;
    return KITH_OK;
}

static enum kith_status add_rule(struct layer *l, kith_id rule)
{
    struct front front = {0};
    kith_arena_reset(&l->scratch);
    KITH_TRY(widen(l, &front, 0));
    KITH_TRY(walk(l, &l->rules->entries.items[rule].pattern, &front));
    for (uint32_t i = 0; i < front.count; i++)
        KITH_TRY(add_end(l, front.items[i], rule));
    return KITH_OK;
}

/* ---- words ---- */

static kith_id root_of(const struct kith_net *net, kith_id class)
{
    while (net->words[class].label != class)
        class = net->words[class].label;
    return class;
}

static void join_plurals(struct kith_net *net, const struct kith_pattern *pattern)
{
    for (uint32_t i = 0; i < pattern->count; i++) {
        const struct kith_item *item = &pattern->items[i];
        if (item->kind == KITH_ITEM_WORD && item->plural != KITH_NO_ID)
            net->words[root_of(net, item->plural)].label = root_of(net, item->word);
        for (uint32_t k = 0; k < item->choices.count; k++)
            join_plurals(net, &item->choices.items[k]);
    }
}

/* A word and its plural are one label, and so are two words of one plural. */
static enum kith_status join_all_plurals(struct layer *l)
{
    struct kith_net *net = l->net;
    uint32_t count = l->rules->classes.count;
    net->words = KITH_ARRAY(l->arena, struct kith_net_word, (size_t)count + 1);
    if (!net->words)
        return kith_no_memory(l->err);
    for (kith_id class = 0; class < count; class ++)
        net->words[class].label = class;
    for (uint32_t i = 0; i < l->rules->entries.count; i++)
        join_plurals(net, &l->rules->entries.items[i].pattern);
    for (kith_id class = 0; class < count; class ++)
        net->words[class].label = root_of(net, class);
    return KITH_OK;
}

/* Where the entries that begin with each word will stand, as the end of those that are
 * filed already; returns how many there are. */
static uint32_t count_entries(struct layer *l)
{
    const struct kith_word_lists *lists = &l->rules->lists;
    struct kith_net_word *words = l->net->words;
    uint32_t total = 0;
    for (kith_id list = 0; list < lists->count; list++)
        for (uint32_t i = 0; i < lists->items[list].phrases.count; i++)
            words[lists->items[list].phrases.items[i].words[0]].first_entry++;
    for (kith_id class = 0; class <= l->rules->classes.count; class ++) {
        uint32_t count = words[class].first_entry;
        words[class].first_entry = total;
        total += count;
    }
    return total;
}

/* File the entries of all lists under their first words: a counting sort. */
static enum kith_status file_entries(struct layer *l)
{
    const struct kith_word_lists *lists = &l->rules->lists;
    struct kith_net_word *words = l->net->words;
    l->net->entries = KITH_ARRAY(l->arena, struct kith_net_entry, count_entries(l));
    if (!l->net->entries)
        return kith_no_memory(l->err);
    for (kith_id list = 0; list < lists->count; list++)
        for (uint32_t i = 0; i < lists->items[list].phrases.count; i++) {
            kith_id first = lists->items[list].phrases.items[i].words[0];
            l->net->entries[words[first].first_entry++] =
                (struct kith_net_entry){list, i};
        }
    /* Each has come to where the next one begins. */
    for (kith_id class = l->rules->classes.count; class > 0; class --)
        words[class].first_entry = words[class - 1].first_entry;
    words[0].first_entry = 0;
    return KITH_OK;
}

/* ---- looking ahead ---- */

/* Sixteen bits for each edge: one look-up in sixteen is led on in vain, and the signs of
 * many rules stay near at hand. */
static enum kith_status put_up_signs(struct layer *l)
{
    struct kith_net *net = l->net;
    unsigned log = 6;
    while ((uint64_t)4 << log < net->edges.count)
        log++;
    net->signs.shift = 64 - log;
    net->signs.words = KITH_ARRAY(l->arena, uint64_t, (size_t)1 << log);
    if (!net->signs.words)
        return kith_no_memory(l->err);
    for (uint64_t i = 0; net->edges.slots && i <= net->edges.mask; i++) {
        uint64_t hash = kith_hash_u64(net->edges.slots[i].key);
        if (net->edges.slots[i].is_taken)
            net->signs.words[hash >> net->signs.shift] |= (uint64_t)1 << (hash & 63);
    }
    return KITH_OK;
}

static bool leads_from_root(const struct kith_net *net, uint32_t label)
{
    return kith_map_find(&net->edges, kith_map_pair(0, label)) != NULL;
}

static void note_beginnings(struct layer *l)
{
    const struct kith_net *net = l->net;
    for (kith_id class = 0; class < l->rules->classes.count; class ++) {
        struct kith_net_word *word = &net->words[class];
        word->begins = leads_from_root(net, word->label);
        for (uint32_t i = word[0].first_entry; i < word[1].first_entry; i++)
            word->begins |=
                leads_from_root(net, kith_net_list_label(net->entries[i].list));
    }
}

static enum kith_status build(struct layer *l)
{
    kith_id root;
    KITH_TRY(join_all_plurals(l));
    KITH_TRY(file_entries(l));
    KITH_TRY(add_node(l, &root));
    for (kith_id rule = 0; rule < l->rules->entries.count; rule++)
        KITH_TRY(add_rule(l, rule));
    KITH_TRY(put_up_signs(l));
    note_beginnings(l);
    return KITH_OK;
}

enum kith_status kith_net_build(struct kith_rules *rules, struct kith_error *err)
{
    struct layer l = {
        .rules = rules, .net = &rules->net, .arena = &rules->arena, .err = err};
    kith_arena_init(&l.scratch, KITH_ARENA_UNCAPPED);
    enum kith_status status = build(&l);
    kith_arena_release(&l.scratch);
    return status;
}

void kith_net_release(struct kith_net *net)
{
    kith_map_release(&net->edges);
}
