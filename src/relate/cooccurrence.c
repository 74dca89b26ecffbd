/* Co-occurrence: mentions are read in text order, each against the latest mention of
 * every entity before it.
 *
 * The entities seen so far stand in a chain, the most recently mentioned first. A mention
 * walks down the chain and stops as soon as the rest is too far away for every scope, or
 * when it meets its own entity: whatever was mentioned before that stood nearer to the
 * previous mention, which has seen it already.
 *
 * Mentions that share words do not stand beside each other. A mention therefore looks
 * past the latest one of an entity that overlaps it to an earlier one; and where a walk
 * would stop at a mention, it goes on as far as those that may overlap that one. */
#include "relate/cooccurrence.h"

#include <stdlib.h>

#include "base/map.h"
#include "relate/evidence.h"

/* An entity of the article, in the chain. */
struct node {
    uint32_t mention;      /* its latest */
    uint32_t newer, older; /* neighbours in the chain, or KITH_NO_ID */
};

/* Where a mention stands among the others. */
struct place {
    uint32_t previous; /* the mention of its entity before it, or KITH_NO_ID */
    uint32_t cluster;  /* the first mention of those that hang together with it, each
                          beginning before the end of one before; mostly itself */
};

/* What has been counted of a pair so far. */
struct tally {
    kith_id a, b;       /* a < b */
    uint32_t newest;    /* its pair counted last, or KITH_NO_ID */
    uint32_t last_used; /* the later mention of the last window, or KITH_NO_ID */
    uint32_t last_unit; /* the last unit with a row, or KITH_NO_ID */
    uint32_t row;       /* that row in the evidence */
};

struct nodes {
    struct node *items;
    uint32_t count, room;
};

struct tallies {
    struct tally *items;
    uint32_t count, room;
};

struct pairs {
    struct kith_pair *items;
    uint32_t count, room;
};

struct counter {
    struct kith_window window;
    uint32_t reach; /* of the token windows counted in pairs */
    struct kith_arena *arena;
    struct kith_findings *findings;
    struct kith_map node_of;  /* entity -> node */
    struct kith_map tally_of; /* pair -> tally */
    struct nodes nodes;
    struct tallies tallies;
    struct pairs pairs;   /* unsorted; one may stand twice */
    struct place *places; /* by mention */
    uint32_t cluster_end; /* in tokens: of the cluster read last */
    uint32_t newest;      /* head of the chain */
};

static const struct kith_mention *mention_at(const struct counter *c, uint32_t index)
{
    return &c->findings->mentions.items[index];
}

/* The number of the unit of the window's scope that a mention stands in. */
static uint32_t unit_of(const struct counter *c, const struct kith_mention *mention)
{
    switch (c->window.scope) {
    case KITH_SENTENCE:
        return mention->sentence;
    case KITH_PARAGRAPH:
        return c->findings->document->sentences.items[mention->sentence].paragraph;
    default:
        return 0;
    }
}

/* The tally of the pair of two entities, made when it is new. */
static struct tally *place_tally(struct counter *c, kith_id one, kith_id other)
{
    kith_id a = one < other ? one : other;
    kith_id b = one < other ? other : one;
    bool is_new;
    if (!KITH_ARENA_PUSHABLE(c->arena, &c->tallies))
        return NULL;
    uint32_t *place =
        kith_map_place(&c->tally_of, kith_map_pair(a, b), c->tallies.count, &is_new);
    if (!place)
        return NULL;
    if (is_new)
        c->tallies.items[c->tallies.count++] = (struct tally){.a = a,
                                                              .b = b,
                                                              .newest = KITH_NO_ID,
                                                              .last_used = KITH_NO_ID,
                                                              .last_unit = KITH_NO_ID};
    return &c->tallies.items[*place];
}

static struct kith_evidence row_of(const struct counter *c, uint32_t earlier,
                                   uint32_t later)
{
    bool is_forward = mention_at(c, earlier)->entity < mention_at(c, later)->entity;
    return kith_evidence_between(&c->findings->mentions, is_forward ? earlier : later,
                                 is_forward ? later : earlier);
}

/* One row a unit, at the nearest two mentions; of equally near ones the earlier stays. */
static enum kith_status count_unit(struct counter *c, struct tally *tally,
                                   uint32_t earlier, uint32_t later,
                                   struct kith_error *err)
{
    uint32_t unit = unit_of(c, mention_at(c, later));
    struct kith_evidence row = row_of(c, earlier, later);
    if (tally->last_unit != unit) {
        tally->last_unit = unit;
        tally->row = c->findings->evidence_count;
        return kith_evidence_push(c->findings, c->arena, row, err);
    }
    struct kith_evidence *best = &c->findings->evidence[tally->row];
    if (row.gap < best->gap)
        *best = row;
    return KITH_OK;
}

/* The two meet in these sentences. */
static enum kith_status count_pair(struct counter *c, struct tally *tally, uint32_t first,
                                   uint32_t last, struct kith_error *err)
{
    const struct kith_pair *newest =
        tally->newest == KITH_NO_ID ? NULL : &c->pairs.items[tally->newest];
    if (newest && newest->first == first && newest->last == last)
        return KITH_OK;
    if (!KITH_ARENA_PUSHABLE(c->arena, &c->pairs))
        return kith_no_memory(err);
    tally->newest = c->pairs.count;
    c->pairs.items[c->pairs.count++] =
        (struct kith_pair){.a = tally->a, .b = tally->b, .first = first, .last = last};
    return KITH_OK;
}

/* A token window uses each mention once a pair, so that a name repeated three times
 * beside another is one window, not three. */
static enum kith_status count_window(struct counter *c, struct tally *tally,
                                     uint32_t earlier, uint32_t later,
                                     struct kith_error *err)
{
    if (tally->last_used != KITH_NO_ID && earlier <= tally->last_used)
        return KITH_OK;
    tally->last_used = later;
    c->pairs.items[tally->newest].windows++;
    if (c->window.scope != KITH_TOKENS)
        return KITH_OK;
    return kith_evidence_push(c->findings, c->arena, row_of(c, earlier, later), err);
}

/* Count two mentions that stand together at one scope or another; *is_near is false when
 * they do at none, and then neither does anything mentioned before. */
static enum kith_status count_two(struct counter *c, uint32_t earlier, uint32_t later,
                                  bool *is_near, struct kith_error *err)
{
    const struct kith_mention *i = mention_at(c, earlier), *j = mention_at(c, later);
    bool share_sentence = i->sentence == j->sentence;
    bool share_window = kith_mention_gap(i, j) <= c->reach;
    bool share_unit = c->window.scope != KITH_TOKENS && unit_of(c, i) == unit_of(c, j);
    *is_near = share_sentence || share_window || share_unit;
    if (!*is_near)
        return KITH_OK;
    struct tally *tally = place_tally(c, i->entity, j->entity);
    if (!tally)
        return kith_no_memory(err);
    if (share_sentence || share_window)
        KITH_TRY(count_pair(c, tally, i->sentence, j->sentence, err));
    if (share_window)
        KITH_TRY(count_window(c, tally, earlier, later, err));
    return share_unit ? count_unit(c, tally, earlier, later, err) : KITH_OK;
}

static void unlink_node(struct counter *c, const struct node *node)
{
    if (node->newer != KITH_NO_ID)
        c->nodes.items[node->newer].older = node->older;
    else
        c->newest = node->older;
    if (node->older != KITH_NO_ID)
        c->nodes.items[node->older].newer = node->newer;
}

/* The place of the next mention, in its cluster. */
static void take_place(struct counter *c, uint32_t mention)
{
    const struct kith_mention *m = mention_at(c, mention);
    bool hangs_on = mention > 0 && m->first_token < c->cluster_end;
    c->places[mention].previous = KITH_NO_ID;
    c->places[mention].cluster = hangs_on ? c->places[mention - 1].cluster : mention;
    if (!hangs_on || m->end_token > c->cluster_end)
        c->cluster_end = m->end_token;
}

/* The mention's entity becomes the newest of the chain. */
static enum kith_status move_to_front(struct counter *c, uint32_t mention,
                                      struct kith_error *err)
{
    bool is_new;
    if (!KITH_ARENA_PUSHABLE(c->arena, &c->nodes))
        return kith_no_memory(err);
    uint32_t *place = kith_map_place(&c->node_of, mention_at(c, mention)->entity,
                                     c->nodes.count, &is_new);
    if (!place)
        return kith_no_memory(err);
    if (is_new) {
        c->nodes.count++;
    } else {
        c->places[mention].previous = c->nodes.items[*place].mention;
        unlink_node(c, &c->nodes.items[*place]);
    }
    c->nodes.items[*place] =
        (struct node){.mention = mention, .newer = KITH_NO_ID, .older = c->newest};
    if (c->newest != KITH_NO_ID)
        c->nodes.items[c->newest].newer = *place;
    c->newest = *place;
    return KITH_OK;
}

/* The latest of `mention` and those of its entity before it that shares no word with
 * `later`, or KITH_NO_ID. */
static uint32_t find_apart(const struct counter *c, uint32_t mention, uint32_t later)
{
    const uint32_t first_token = mention_at(c, later)->first_token;
    while (mention != KITH_NO_ID && mention_at(c, mention)->end_token > first_token)
        mention = c->places[mention].previous;
    return mention;
}

static enum kith_status count_mention(struct counter *c, uint32_t later,
                                      struct kith_error *err)
{
    kith_id entity = mention_at(c, later)->entity;
    uint32_t floor = 0; /* what was mentioned before has nothing to tell */
    take_place(c, later);
    for (uint32_t at = c->newest; at != KITH_NO_ID; at = c->nodes.items[at].older) {
        uint32_t latest = c->nodes.items[at].mention;
        if (latest < floor)
            break;
        bool is_near = mention_at(c, latest)->entity != entity;
        uint32_t earlier = is_near ? find_apart(c, latest, later) : KITH_NO_ID;
        if (earlier != KITH_NO_ID)
            KITH_TRY(count_two(c, earlier, later, &is_near, err));
        if (!is_near && (earlier == latest || earlier == KITH_NO_ID))
            floor = c->places[latest].cluster;
    }
    return move_to_front(c, later, err);
}

static int compare_pairs(const void *left, const void *right)
{
    const struct kith_pair *a = left, *b = right;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    if (a->b != b->b)
        return a->b < b->b ? -1 : 1;
    if (a->last != b->last)
        return a->last < b->last ? -1 : 1;
    return (a->first > b->first) - (a->first < b->first);
}

/* Hand over what was counted, each pair of sentences once and none without a count: two
 * sentences may share no window that is not used up. */
static void write_pairs(const struct counter *c)
{
    struct kith_findings *findings = c->findings;
    struct kith_pair *pairs = c->pairs.items;
    uint32_t count = 0;
    if (c->pairs.count)
        qsort(pairs, c->pairs.count, sizeof *pairs, compare_pairs);
    for (uint32_t i = 0; i < c->pairs.count; i++)
        if (count && compare_pairs(&pairs[count - 1], &pairs[i]) == 0)
            pairs[count - 1].windows += pairs[i].windows;
        else if (pairs[i].first == pairs[i].last || pairs[i].windows)
            pairs[count++] = pairs[i];
    findings->pairs = pairs;
    findings->pair_count = count;
    findings->pair_room = c->pairs.room;
}

static enum kith_status count_all(struct counter *c, struct kith_error *err)
{
    const uint32_t count = c->findings->mentions.count;
    uint32_t first_row = c->findings->evidence_count;
    c->places = KITH_ARRAY(c->arena, struct place, count);
    if (!c->places)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < count; i++)
        KITH_TRY(count_mention(c, i, err));
    kith_evidence_sort(c->findings, first_row);
    write_pairs(c);
    return KITH_OK;
}

enum kith_status kith_cooccurrence_find(struct kith_window window,
                                        struct kith_arena *arena,
                                        struct kith_findings *findings,
                                        struct kith_error *err)
{
    struct counter c = {
        .window = window,
        .reach = window.scope == KITH_TOKENS ? window.reach : KITH_DEFAULT_REACH,
        .arena = arena,
        .findings = findings,
        .newest = KITH_NO_ID,
    };
    enum kith_status status = count_all(&c, err);
    kith_map_release(&c.node_of);
    kith_map_release(&c.tally_of);
    return status;
}
