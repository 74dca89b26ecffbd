/* Reading a sentence along the net: at each symbol stand the nodes that have been reached
 * there; each is taken once and leads to nodes at this symbol or further on. */
#include <stdlib.h>

#include "relate/listed.h"
#include "relate/slot.h"
#include "relate/verb_group.h"

/* A node at a symbol; those of one symbol are chained in the order they came. */
struct stand {
    kith_id node;
    uint32_t next;
};

/* Where a step leads from a symbol. */
struct way {
    uint32_t begin, count; /* of ends; begin is KITH_NO_ID until somebody asks */
};

/* Names that begin a rule go other ways than names within one. */
#define WAY_OF_FIRST_NAMES KITH_NET_STEPS
#define WAYS (KITH_NET_STEPS + 1)

struct post {
    uint32_t first, last; /* stands, or KITH_NO_ID */
    struct way ways[WAYS];
};

struct kith_net_reader {
    const struct kith_rules *rules;
    struct kith_arena *arena;
    const struct kith_sequence *sequence;
    struct {
        struct post *items; /* one a symbol, and one behind the last */
        uint32_t count, room;
    } posts;
    struct {
        struct stand *items;
        uint32_t count, room;
    } stands;
    struct {
        uint32_t *items; /* symbols */
        uint32_t count, room;
    } ends;
    const bool *nobody; /* by type: no name fits */
    struct kith_error *err;
};

/* ---- where steps lead ---- */

static enum kith_status push_end(struct kith_net_reader *r, uint32_t symbol)
{
    if (!KITH_ARENA_PUSHABLE(r->arena, &r->ends))
        return kith_no_memory(r->err);
    r->ends.items[r->ends.count++] = symbol;
    return KITH_OK;
}

/* Behind the names that begin with the mention at `at`, and what may follow names. */
static enum kith_status pass_names(struct kith_net_reader *r, uint32_t at, bool is_first)
{
    struct kith_reach reach;
    struct kith_places places;
    kith_slot_reach(r->sequence, at, &reach);
    for (uint32_t i = 0; i < reach.count; i++) {
        kith_slot_pass(r->sequence, reach.items[i], is_first, r->nobody, r->nobody,
                       &places);
        for (uint32_t k = 0; k < places.count; k++)
            KITH_TRY(push_end(r, places.items[k]));
        uint32_t behind = kith_slot_pass_forces(r->sequence, reach.items[i]);
        if (behind != reach.items[i])
            KITH_TRY(push_end(r, behind));
    }
    return KITH_OK;
}

/* A name stands as far behind `at` as its descriptions and their dots reach, or nearer:
 * a quick look that spares most places the exact one. */
static bool has_name_near(const struct kith_sequence *sequence, uint32_t at)
{
    uint32_t end = at + 2 * KITH_DESCRIPTION_LIMIT + 1;
    for (uint32_t i = at; i < end && i < sequence->count; i++)
        if (sequence->items[i].mention != KITH_NO_ID)
            return true;
    return false;
}

static enum kith_status pass_described_names(struct kith_net_reader *r, uint32_t at)
{
    struct kith_places places;
    if (!has_name_near(r->sequence, at))
        return KITH_OK;
    kith_slot_find(r->sequence, at, &places);
    for (uint32_t i = 0; i < places.count; i++)
        KITH_TRY(pass_names(r, places.items[i], false));
    return KITH_OK;
}

static enum kith_status pass_first_names(struct kith_net_reader *r, uint32_t at)
{
    bool is_name =
        at < r->sequence->count && r->sequence->items[at].mention != KITH_NO_ID;
    return is_name ? pass_names(r, at, true) : KITH_OK;
}

static enum kith_status pass_gap(struct kith_net_reader *r, uint32_t at)
{
    KITH_TRY(push_end(r, at));
    for (uint32_t passed = 0;
         passed < KITH_GAP_LIMIT && kith_sequence_fits_gap(r->sequence, at); passed++)
        KITH_TRY(push_end(r, ++at));
    return KITH_OK;
}

static enum kith_status pass_help(struct kith_net_reader *r, uint32_t at,
                                  enum kith_help help)
{
    struct kith_group_ends ends;
    kith_verb_group_pass(r->rules, r->sequence, at, help, &ends);
    for (uint32_t i = 0; i < ends.count; i++)
        KITH_TRY(push_end(r, ends.items[i]));
    return KITH_OK;
}

static enum kith_status find_way(struct kith_net_reader *r, uint32_t at, unsigned way)
{
    switch (way) {
    case WAY_OF_FIRST_NAMES:
        return pass_first_names(r, at);
    case KITH_NET_NAMES:
        return pass_described_names(r, at);
    case KITH_NET_GAP:
        return pass_gap(r, at);
    default:
        return pass_help(r, at, (enum kith_help)(way - KITH_NET_HELP));
    }
}

/* Each is found once a symbol, however many nodes ask. */
static enum kith_status ask_way(struct kith_net_reader *r, uint32_t at, unsigned way)
{
    struct way *known = &r->posts.items[at].ways[way];
    if (known->begin != KITH_NO_ID)
        return KITH_OK;
    known->begin = r->ends.count;
    KITH_TRY(find_way(r, at, way));
    known->count = r->ends.count - known->begin;
    return KITH_OK;
}

/* ---- steps ---- */

static bool stands_at(const struct kith_net_reader *r, kith_id node, uint32_t at)
{
    for (uint32_t i = r->posts.items[at].first; i != KITH_NO_ID;
         i = r->stands.items[i].next)
        if (r->stands.items[i].node == node)
            return true;
    return false;
}

static enum kith_status reach(struct kith_net_reader *r, kith_id node, uint32_t at)
{
    struct post *post = &r->posts.items[at];
    if (stands_at(r, node, at))
        return KITH_OK;
    if (!KITH_ARENA_PUSHABLE(r->arena, &r->stands))
        return kith_no_memory(r->err);
    uint32_t added = r->stands.count++;
    r->stands.items[added] = (struct stand){node, KITH_NO_ID};
    if (post->first == KITH_NO_ID)
        post->first = added;
    else
        r->stands.items[post->last].next = added;
    post->last = added;
    return KITH_OK;
}

/* Go the way of `step` from `at` to the node it leads to. */
static enum kith_status take_step(struct kith_net_reader *r, kith_id target, uint32_t at,
                                  unsigned way)
{
    KITH_TRY(ask_way(r, at, way));
    struct way ends = r->posts.items[at].ways[way];
    for (uint32_t i = 0; i < ends.count; i++)
        KITH_TRY(reach(r, target, r->ends.items[ends.begin + i]));
    return KITH_OK;
}

static enum kith_status take_steps(struct kith_net_reader *r, kith_id node, uint32_t at)
{
    const struct kith_net_node *from = &r->rules->net.nodes.items[node];
    for (unsigned step = 0; step < KITH_NET_STEPS; step++) {
        bool begins = node == 0 && step == KITH_NET_NAMES;
        if (from->steps[step] != KITH_NO_ID)
            KITH_TRY(
                take_step(r, from->steps[step], at, begins ? WAY_OF_FIRST_NAMES : step));
    }
    return KITH_OK;
}

static const kith_id *find_edge(const struct kith_net *net, kith_id node, uint32_t label)
{
    uint64_t edge = kith_map_pair(node, label);
    return kith_net_may_lead_on(net, edge) ? kith_map_find(&net->edges, edge) : NULL;
}

/* Over the entries of lists that begin with this word and stand here. */
static enum kith_status take_entries(struct kith_net_reader *r, kith_id node, uint32_t at,
                                     const struct kith_net_word *word)
{
    const struct kith_net *net = &r->rules->net;
    for (uint32_t i = word[0].first_entry; i < word[1].first_entry; i++) {
        struct kith_net_entry entry = net->entries[i];
        const kith_id *target = find_edge(net, node, kith_net_list_label(entry.list));
        if (!target)
            continue;
        const struct kith_phrase *phrase =
            &r->rules->lists.items[entry.list].phrases.items[entry.phrase];
        if (kith_listed_stands(phrase, r->sequence, at))
            KITH_TRY(reach(r, *target, at + phrase->count));
    }
    return KITH_OK;
}

/* Over the word that stands here. */
static enum kith_status take_word(struct kith_net_reader *r, kith_id node, uint32_t at)
{
    const struct kith_net_node *from = &r->rules->net.nodes.items[node];
    if (at >= r->sequence->count || r->sequence->items[at].class == KITH_NO_ID)
        return KITH_OK;
    const struct kith_net_word *word = &r->rules->net.words[r->sequence->items[at].class];
    const kith_id *target =
        from->has_words ? find_edge(&r->rules->net, node, word->label) : NULL;
    if (target)
        KITH_TRY(reach(r, *target, at + 1));
    return from->has_lists ? take_entries(r, node, at, word) : KITH_OK;
}

static enum kith_status note_ends(struct kith_net_reader *r, kith_id node,
                                  struct kith_net_catch *caught)
{
    const struct kith_net *net = &r->rules->net;
    for (uint32_t end = net->nodes.items[node].first_end; end != KITH_NO_ID;
         end = net->ends.items[end].next) {
        if (!KITH_ARENA_PUSHABLE(r->arena, caught))
            return kith_no_memory(r->err);
        caught->items[caught->count++] = net->ends.items[end].rule;
    }
    return KITH_OK;
}

static enum kith_status take(struct kith_net_reader *r, kith_id node, uint32_t at,
                             struct kith_net_catch *caught)
{
    KITH_TRY(note_ends(r, node, caught));
    KITH_TRY(take_steps(r, node, at));
    return take_word(r, node, at);
}

/* ---- the sentence ---- */

static enum kith_status open_posts(struct kith_net_reader *r)
{
    r->posts.count = r->stands.count = r->ends.count = 0;
    const uint32_t count = r->sequence->count + 1;
    while (r->posts.room < count)
        if (!kith_arena_widen(r->arena, (void **)&r->posts.items, &r->posts.room,
                              sizeof *r->posts.items))
            return kith_no_memory(r->err);
    /* All bits set: no stands, and no way asked for. */
    memset(r->posts.items, 0xFF, count * sizeof *r->posts.items);
    r->posts.count = count;
    return KITH_OK;
}

static int compare_ids(const void *left, const void *right)
{
    kith_id a = *(const kith_id *)left, b = *(const kith_id *)right;
    return (a > b) - (a < b);
}

/* In order, each once: one rule may end at several nodes. */
static void tidy(struct kith_net_catch *caught)
{
    uint32_t kept = 0;
    if (caught->count)
        qsort(caught->items, caught->count, sizeof *caught->items, compare_ids);
    for (uint32_t i = 0; i < caught->count; i++)
        if (i == 0 || caught->items[i] != caught->items[i - 1])
            caught->items[kept++] = caught->items[i];
    caught->count = kept;
}

enum kith_status kith_net_reader_new(const struct kith_rules *rules,
                                     struct kith_arena *arena,
                                     struct kith_net_reader **reader,
                                     struct kith_error *err)
{
    *reader = KITH_ARRAY(arena, struct kith_net_reader, 1);
    bool *nobody = KITH_ARRAY(arena, bool, kith_gazetteer_type_count(rules->gazetteer));
    if (!*reader || !nobody)
        return kith_no_memory(err);
    **reader = (struct kith_net_reader){.rules = rules, .arena = arena, .nobody = nobody};
    return KITH_OK;
}

static bool may_begin(const struct kith_net_reader *r, const struct kith_symbol *symbol)
{
    return symbol->mention != KITH_NO_ID ||
           (symbol->class != KITH_NO_ID && r->rules->net.words[symbol->class].begins);
}

enum kith_status kith_net_read(struct kith_net_reader *reader,
                               const struct kith_sequence *sequence,
                               struct kith_net_catch *caught, struct kith_error *err)
{
    reader->sequence = sequence;
    reader->err = err;
    caught->count = 0;
    KITH_TRY(open_posts(reader));
    for (uint32_t at = 0; at <= sequence->count; at++) {
        if (at < sequence->count && may_begin(reader, &sequence->items[at]))
            KITH_TRY(reach(reader, 0, at));
        for (uint32_t i = reader->posts.items[at].first; i != KITH_NO_ID;
             i = reader->stands.items[i].next)
            KITH_TRY(take(reader, reader->stands.items[i].node, at, caught));
    }
    tidy(caught);
    return KITH_OK;
}
