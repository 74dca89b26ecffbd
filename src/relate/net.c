/* Laying the net: each rule's pattern is walked with all nodes that its beginning leads
 * to at once. What may be left out widens this front; a step that no node of it has yet
 * leads all of them to one new node, which narrows it again. */
#include "relate/net.h"

#include <stdlib.h>

#include "relate/net_sign.h"
#include "relate/rule_book.h"

struct front {
    kith_id *items;
    uint32_t count, room;
};

struct layer {
    struct kith_rules *rules;
    struct kith_net *net;
    struct kith_arena *arena;  /* the rules' */
    struct kith_arena drafts;  /* what is needed until the net is laid */
    struct kith_arena scratch; /* fronts of one rule */
    uint32_t *labels;          /* by class: one for a word, its singular and its plural */
    uint8_t names_left;        /* of the rule, behind the front */
    struct kith_prospect prospect; /* the rule's */
    struct kith_error *err;
};

static enum kith_status add_node(struct layer *l, kith_id *node)
{
    if (!KITH_ARENA_PUSHABLE(l->arena, &l->net->nodes))
        return kith_no_memory(l->err);
    struct kith_net_node *added = &l->net->nodes.items[l->net->nodes.count];
    *added = (struct kith_net_node){.first_end = KITH_NO_ID, .names = UINT8_MAX};
    for (int step = 0; step < KITH_NET_STEPS; step++)
        added->steps[step] = KITH_NO_ID;
    *node = l->net->nodes.count++;
    return KITH_OK;
}

/* Add `node` to the front unless it is there. */
static enum kith_status widen(struct layer *l, struct front *front, kith_id node)
{
    struct kith_net_node *reached = &l->net->nodes.items[node];
    if (reached->names > l->names_left)
        reached->names = l->names_left;
    reached->prospect.pairs |= l->prospect.pairs;
    reached->prospect.wants |= l->prospect.wants;
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
        l->net->nodes.items[front->items[i]].leads_on = true;
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
            l->net->nodes.items[front->items[i]].leads_on = true;
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
        return step_over(l, front, l->labels[item->word], next);
    case KITH_ITEM_LIST:
        return step_over(l, front, kith_net_list_label(item->list), next);
    case KITH_ITEM_GAP:
        return step_kind(l, front, KITH_NET_GAP, next);
    case KITH_ITEM_HELP:
        return step_kind(l, front, KITH_NET_HELP + item->help, next);
    case KITH_ITEM_CHOICE:
        return walk_choices(l, &item->choices, front, next);
    default:
        l->names_left--;
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
    const struct kith_rule_entry *entry = &l->rules->entries.items[rule];
    struct front front = {0};
    kith_arena_reset(&l->scratch);
    l->names_left = 2;
    l->prospect = l->rules->prospects.rules[rule];
    KITH_TRY(widen(l, &front, KITH_NET_ROOT));
    if (entry->voice == KITH_VOICE_NONE)
        KITH_TRY(widen(l, &front, KITH_NET_GOVERNED_ROOT));
    KITH_TRY(walk(l, &entry->pattern, &front));
    for (uint32_t i = 0; i < front.count; i++)
        KITH_TRY(add_end(l, front.items[i], rule));
    return KITH_OK;
}

/* ---- words ---- */

static uint32_t root_of(const struct layer *l, kith_id class)
{
    while (l->labels[class] != class)
        class = l->labels[class];
    return class;
}

static void join_plurals(struct layer *l, const struct kith_pattern *pattern)
{
    for (uint32_t i = 0; i < pattern->count; i++) {
        const struct kith_item *item = &pattern->items[i];
        if (item->kind == KITH_ITEM_WORD && item->plural != KITH_NO_ID)
            l->labels[root_of(l, item->plural)] = root_of(l, item->word);
        for (uint32_t k = 0; k < item->choices.count; k++)
            join_plurals(l, &item->choices.items[k]);
    }
}

/* A word and its plural are one label, and so are two words of one plural. */
static enum kith_status join_all_plurals(struct layer *l)
{
    uint32_t count = l->rules->classes.count;
    l->labels = KITH_ARRAY(&l->drafts, uint32_t, count);
    if (!l->labels)
        return kith_no_memory(l->err);
    for (kith_id class = 0; class < count; class ++)
        l->labels[class] = class;
    for (uint32_t i = 0; i < l->rules->entries.count; i++)
        join_plurals(l, &l->rules->entries.items[i].pattern);
    for (kith_id class = 0; class < count; class ++)
        l->labels[class] = root_of(l, class);
    return KITH_OK;
}

static enum kith_status build(struct layer *l)
{
    kith_id root;
    KITH_TRY(join_all_plurals(l));
    KITH_TRY(add_node(l, &root));
    KITH_TRY(add_node(l, &root));
    for (kith_id rule = 0; rule < l->rules->entries.count; rule++)
        KITH_TRY(add_rule(l, rule));
    return kith_net_put_up_signs(l->rules, l->labels, &l->drafts, l->err);
}

enum kith_status kith_net_build(struct kith_rules *rules, struct kith_error *err)
{
    struct layer l = {
        .rules = rules, .net = &rules->net, .arena = &rules->arena, .err = err};
    kith_arena_init(&l.drafts, KITH_ARENA_UNCAPPED);
    kith_arena_init(&l.scratch, KITH_ARENA_UNCAPPED);
    enum kith_status status = build(&l);
    kith_arena_release(&l.scratch);
    kith_arena_release(&l.drafts);
    return status;
}

uint64_t kith_net_signs(const struct kith_net *net, kith_id class)
{
    const struct kith_net_entry *entry = &net->entries.items[class];
    uint64_t signs = entry->signs;
    while (entry->next) {
        entry = &net->entries.items[entry->next];
        signs |= entry->signs;
    }
    return signs;
}

static int compare_ids(const void *left, const void *right)
{
    kith_id a = *(const kith_id *)left, b = *(const kith_id *)right;
    return (a > b) - (a < b);
}

void kith_net_catch_tidy(struct kith_net_catch *caught)
{
    uint32_t kept = 0;
    if (caught->count)
        qsort(caught->items, caught->count, sizeof *caught->items, compare_ids);
    for (uint32_t i = 0; i < caught->count; i++)
        if (i == 0 || caught->items[i] != caught->items[i - 1])
            caught->items[kept++] = caught->items[i];
    caught->count = kept;
}

void kith_net_release(struct kith_net *net)
{
    kith_map_release(&net->edges);
}
