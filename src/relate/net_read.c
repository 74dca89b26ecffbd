/* Reading a sentence along the net: at each symbol stand the nodes that have been reached
 * there; each is taken once and leads to nodes at this symbol or further on. Where a look
 * tells that no rule can end from a node, it is not reached. */
#include <string.h>

#include "relate/listed.h"
#include "relate/outlook.h"
#include "relate/slot.h"
#include "relate/verb_group.h"

/* A node at a symbol; those of one symbol are chained in the order they came. */
struct stand {
    kith_id node;
    uint32_t next;
};

struct post {
    uint32_t first, last; /* stands, or KITH_NO_ID */
};

/* Where names and verb groups lead from a symbol. */
struct ways {
    uint32_t begin, count; /* of ends; begin is KITH_NO_ID until somebody asks */
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
    struct ways names, groups[3];  /* from the symbol that is read, enum kith_help */
    struct kith_prospect prospect; /* the sentence's */
    uint32_t last[3];   /* symbol behind which 0, 1 or 2 names do not follow any more */
    uint32_t furthest;  /* symbol that a node stands at */
    const bool *nobody; /* by type: no name fits */
    struct kith_net_catch *caught;
    struct kith_error *err;
};

static enum kith_status note_ends(struct kith_net_reader *r,
                                  const struct kith_net_node *node)
{
    const struct kith_net *net = &r->rules->net;
    for (uint32_t end = node->first_end; end != KITH_NO_ID;
         end = net->ends.items[end].next) {
        if (!KITH_ARENA_PUSHABLE(r->arena, r->caught))
            return kith_no_memory(r->err);
        r->caught->items[r->caught->count++] = net->ends.items[end].rule;
    }
    return KITH_OK;
}

/* ---- reaching nodes ---- */

/* False when a glance tells that no rule can end from here. */
static inline bool is_viable(const struct kith_net_reader *r,
                             const struct kith_net_node *node, uint32_t at)
{
    return at <= r->last[node->names] &&
           kith_prospect_meets(node->prospect, r->prospect) &&
           (node->signs & r->sequence->signs[at] ||
            (node->ahead && node->ahead & kith_outlook_ahead(r->sequence, at)));
}

static bool stands_at(const struct kith_net_reader *r, kith_id node, uint32_t at)
{
    for (uint32_t i = r->posts.items[at].first; i != KITH_NO_ID;
         i = r->stands.items[i].next)
        if (r->stands.items[i].node == node)
            return true;
    return false;
}

static enum kith_status stand(struct kith_net_reader *r, kith_id node, uint32_t at)
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
    if (at > r->furthest)
        r->furthest = at;
    return KITH_OK;
}

static inline enum kith_status reach(struct kith_net_reader *r, kith_id number,
                                     uint32_t at)
{
    const struct kith_net_node *node = &r->rules->net.nodes.items[number];
    if (!is_viable(r, node, at))
        return KITH_OK;
    return node->leads_on ? stand(r, number, at) : note_ends(r, node);
}

/* ---- steps over names ---- */

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

/* Found once a symbol, however many nodes ask. */
static enum kith_status ask_names(struct kith_net_reader *r, uint32_t at)
{
    struct ways *known = &r->names;
    struct kith_places places;
    if (known->begin != KITH_NO_ID)
        return KITH_OK;
    known->begin = r->ends.count;
    kith_slot_find(r->sequence, at, &places);
    for (uint32_t i = 0; i < places.count; i++)
        KITH_TRY(pass_names(r, places.items[i], false));
    known->count = r->ends.count - known->begin;
    return KITH_OK;
}

static enum kith_status reach_all(struct kith_net_reader *r, kith_id node,
                                  struct ways ways)
{
    for (uint32_t i = 0; i < ways.count; i++)
        KITH_TRY(reach(r, node, r->ends.items[ways.begin + i]));
    return KITH_OK;
}

static enum kith_status take_names(struct kith_net_reader *r, kith_id node, uint32_t at)
{
    if (node == KITH_NO_ID || !(r->sequence->signs[at] & KITH_NET_NAME_SIGN))
        return KITH_OK;
    KITH_TRY(ask_names(r, at));
    return reach_all(r, node, r->names);
}

static enum kith_status take_first_names(struct kith_net_reader *r, kith_id node,
                                         uint32_t at)
{
    struct ways ways = {.begin = r->ends.count};
    if (node == KITH_NO_ID)
        return KITH_OK;
    KITH_TRY(pass_names(r, at, true));
    ways.count = r->ends.count - ways.begin;
    return reach_all(r, node, ways);
}

/* ---- other steps ---- */

static enum kith_status take_gap(struct kith_net_reader *r, kith_id node, uint32_t at)
{
    const struct kith_sequence *s = r->sequence;
    if (node == KITH_NO_ID ||
        !kith_prospect_meets(r->rules->net.nodes.items[node].prospect, r->prospect))
        return KITH_OK;
    KITH_TRY(reach(r, node, at));
    for (uint32_t passed = 0; passed < KITH_GAP_LIMIT && kith_sequence_fits_gap(s, at);
         passed++)
        KITH_TRY(reach(r, node, ++at));
    return KITH_OK;
}

/* Found once a symbol, too. */
static enum kith_status ask_groups(struct kith_net_reader *r, uint32_t at,
                                   enum kith_help help)
{
    struct ways *known = &r->groups[help];
    struct kith_group_ends ends;
    if (known->begin != KITH_NO_ID)
        return KITH_OK;
    kith_verb_group_pass(r->rules, r->sequence, at, help, &ends);
    *known = (struct ways){r->ends.count, ends.count};
    for (uint32_t i = 0; i < ends.count; i++)
        KITH_TRY(push_end(r, ends.items[i]));
    return KITH_OK;
}

static enum kith_status take_help(struct kith_net_reader *r, kith_id node, uint32_t at,
                                  enum kith_help help)
{
    if (node == KITH_NO_ID)
        return KITH_OK;
    if (!(r->sequence->signs[at] & KITH_NET_HELP_SIGN))
        return help == KITH_HELP_PASSIVE ? KITH_OK : reach(r, node, at);
    KITH_TRY(ask_groups(r, at, help));
    return reach_all(r, node, r->groups[help]);
}

/* True when the entry stands at `at`; its first word does. */
static bool stands_whole(const struct kith_net_reader *r,
                         const struct kith_net_entry *entry, uint32_t at,
                         uint32_t *length)
{
    const struct kith_sequence *s = r->sequence;
    *length = 1;
    if (entry->second == KITH_NO_ID)
        return true;
    if (at + 1 == s->count || s->items[at + 1].class != entry->second)
        return false;
    const struct kith_word_list *list =
        &r->rules->lists.items[kith_net_list_of(entry->label)];
    const struct kith_phrase *phrase = &list->phrases.items[entry->phrase];
    *length = phrase->count;
    return kith_listed_stands(phrase->words, phrase->count, s, at);
}

static enum kith_status take_entry(struct kith_net_reader *r, kith_id node, uint32_t at,
                                   const struct kith_net_entry *entry)
{
    uint32_t length;
    if (!stands_whole(r, entry, at, &length) ||
        !(entry->behind & r->sequence->signs[at + length]))
        return KITH_OK;
    const kith_id *target =
        kith_map_find(&r->rules->net.edges, kith_map_pair(node, entry->label));
    return target ? reach(r, *target, at + length) : KITH_OK;
}

/* The signs that a node and the word that stands here have in common. */
static uint64_t common_signs(const struct kith_net_reader *r, kith_id node, uint32_t at)
{
    return r->sequence->signs[at] & r->rules->net.nodes.items[node].words;
}

/* Over the word that stands here, and over entries of lists that begin with it. */
static enum kith_status take_words(struct kith_net_reader *r, kith_id node, uint32_t at,
                                   uint64_t signs)
{
    const struct kith_net_entry *entries = r->rules->net.entries.items;
    uint32_t i = r->sequence->items[at].class;
    do {
        if (entries[i].signs & signs)
            KITH_TRY(take_entry(r, node, at, &entries[i]));
        i = entries[i].next;
    } while (i);
    return KITH_OK;
}

static enum kith_status take(struct kith_net_reader *r, kith_id number, uint32_t at)
{
    const struct kith_net_node *node = &r->rules->net.nodes.items[number];
    KITH_TRY(note_ends(r, node));
    KITH_TRY(take_names(r, node->steps[KITH_NET_NAMES], at));
    KITH_TRY(take_gap(r, node->steps[KITH_NET_GAP], at));
    for (unsigned step = KITH_NET_HELP; step < KITH_NET_STEPS; step++)
        KITH_TRY(
            take_help(r, node->steps[step], at, (enum kith_help)(step - KITH_NET_HELP)));
    const uint64_t signs = common_signs(r, number, at);
    return signs ? take_words(r, number, at, signs) : KITH_OK;
}

/* ---- the sentence ---- */

static enum kith_status open_posts(struct kith_net_reader *r)
{
    const uint32_t count = r->sequence->count + 1;
    r->posts.count = r->stands.count = r->ends.count = 0;
    while (r->posts.room < count)
        if (!kith_arena_widen(r->arena, (void **)&r->posts.items, &r->posts.room,
                              sizeof *r->posts.items))
            return kith_no_memory(r->err);
    /* All bits set: no stands. */
    memset(r->posts.items, 0xFF, count * sizeof *r->posts.items);
    r->posts.count = count;
    return KITH_OK;
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

/* Begin the rules that may begin with the name at `at`. */
static enum kith_status begin_name(struct kith_net_reader *r, uint32_t at)
{
    if (!kith_slot_may_begin(r->sequence, at))
        return KITH_OK;
    kith_id root =
        kith_slot_is_governed(r->sequence, at) ? KITH_NET_GOVERNED_ROOT : KITH_NET_ROOT;
    return take_first_names(r, r->rules->net.nodes.items[root].steps[KITH_NET_NAMES], at);
}

/* Begin the rules that may begin at `at`, before the last name. */
static enum kith_status begin(struct kith_net_reader *r, uint32_t at)
{
    if (r->sequence->items[at].mention != KITH_NO_ID)
        return begin_name(r, at);
    const uint64_t signs = at <= r->last[2] ? common_signs(r, KITH_NET_ROOT, at) : 0;
    return signs ? take_words(r, KITH_NET_ROOT, at, signs) : KITH_OK;
}

/* Nobody has asked yet where names and groups lead from the next symbol. */
static void forget_ways(struct kith_net_reader *r)
{
    r->ends.count = 0;
    r->names.begin = KITH_NO_ID;
    for (int help = 0; help < 3; help++)
        r->groups[help].begin = KITH_NO_ID;
}

/* Take every node that stands at `at`; more may come to stand there meanwhile. */
static enum kith_status take_stands(struct kith_net_reader *r, uint32_t at)
{
    forget_ways(r);
    for (uint32_t i = r->posts.items[at].first; i != KITH_NO_ID;
         i = r->stands.items[i].next)
        KITH_TRY(take(r, r->stands.items[i].node, at));
    return KITH_OK;
}

enum kith_status kith_net_read(struct kith_net_reader *reader,
                               const struct kith_sequence *sequence,
                               struct kith_net_catch *caught, struct kith_error *err)
{
    struct kith_net_reader *r = reader;
    const uint32_t names = sequence->names.count;
    r->sequence = sequence;
    r->caught = caught;
    r->err = err;
    caught->count = 0;
    if (names < 2)
        return KITH_OK;
    r->prospect = kith_prospects_in(&r->rules->prospects, sequence);
    if (!r->prospect.pairs || !r->prospect.wants)
        return KITH_OK;
    r->last[0] = sequence->count;
    r->last[1] = sequence->names.items[names - 1];
    r->last[2] = sequence->names.items[names - 2];
    r->furthest = 0;
    KITH_TRY(open_posts(r));
    for (uint32_t at = 0; at < r->last[1] || at <= r->furthest; at++) {
        if (at < r->last[1])
            KITH_TRY(begin(r, at));
        if (r->posts.items[at].first != KITH_NO_ID)
            KITH_TRY(take_stands(r, at));
    }
    kith_net_catch_tidy(caught);
    return KITH_OK;
}
