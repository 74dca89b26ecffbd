/* The making of the trie.
 *
 * Adding walks the path and makes what is missing; the vocabulary and the edges double
 * when three quarters full. Finishing sorts the postings by state (a counting sort),
 * copies the states to their final place and makes the sieve. All of it is linear in the
 * number of tokens of all names. */
#include "gazetteer/trie_builder.h"

#include <stdlib.h>

#define FIRST_SLOTS_LOG2 6
#define FIRST_SLOTS (1u << FIRST_SLOTS_LOG2)

static bool is_crowded(uint32_t count, uint32_t mask)
{
    return (uint64_t)count * 4 >= ((uint64_t)mask + 1) * 3;
}

/* ---- words ---- */

static struct kith_word *free_word(const struct kith_vocabulary *vocabulary,
                                   uint64_t hash)
{
    uint32_t i = (uint32_t)(hash >> vocabulary->shift);
    while (vocabulary->slots[i].id != 0)
        i = (i + 1) & vocabulary->mask;
    return &vocabulary->slots[i];
}

static bool widen_vocabulary(struct kith_vocabulary *vocabulary)
{
    uint32_t old_count = vocabulary->slots ? vocabulary->mask + 1 : 0;
    uint32_t room = old_count ? old_count * 2 : FIRST_SLOTS;
    struct kith_vocabulary wider = {.slots = calloc(room, sizeof *wider.slots),
                                    .mask = room - 1,
                                    .count = vocabulary->count,
                                    .shift = old_count ? vocabulary->shift - 1
                                                       : 64 - FIRST_SLOTS_LOG2};
    if (room == 0 || !wider.slots)
        return false;
    for (uint32_t i = 0; i < old_count; i++)
        if (vocabulary->slots[i].id != 0)
            *free_word(&wider, vocabulary->slots[i].hash) = vocabulary->slots[i];
    free(vocabulary->slots);
    *vocabulary = wider;
    return true;
}

/* The word of `hash`, made when new; NULL when memory is out. */
static struct kith_word *place_word(struct kith_vocabulary *vocabulary, uint64_t hash)
{
    const struct kith_word *known = kith_vocabulary_find(vocabulary, hash);
    if (known)
        return &vocabulary->slots[known - vocabulary->slots];
    if (is_crowded(vocabulary->count, vocabulary->mask) && !widen_vocabulary(vocabulary))
        return NULL;
    struct kith_word *word = free_word(vocabulary, hash);
    *word = (struct kith_word){.hash = hash, .id = ++vocabulary->count};
    return word;
}

/* ---- edges and states ---- */

static struct kith_edge *free_edge(const struct kith_edges *edges, uint32_t state,
                                   uint32_t word)
{
    uint32_t i = kith_edge_hash(state, word) & edges->mask;
    while (edges->slots[i].state != KITH_NO_STATE)
        i = (i + 1) & edges->mask;
    return &edges->slots[i];
}

static bool widen_edges(struct kith_edges *edges)
{
    uint32_t old_count = edges->slots ? edges->mask + 1 : 0;
    uint32_t room = old_count ? old_count * 2 : FIRST_SLOTS;
    struct kith_edges wider = {.slots = calloc(room, sizeof *wider.slots),
                               .mask = room - 1,
                               .count = edges->count};
    if (room == 0 || !wider.slots)
        return false;
    for (uint32_t i = 0; i < old_count; i++) {
        struct kith_edge edge = edges->slots[i];
        if (edge.state != KITH_NO_STATE)
            *free_edge(&wider, edge.state, edge.word) = edge;
    }
    free(edges->slots);
    *edges = wider;
    return true;
}

/* A new state, or KITH_NO_STATE when memory is out. */
static uint32_t push_state(struct kith_trie_builder *builder)
{
    if (!KITH_ARENA_PUSHABLE(builder->scratch, &builder->states))
        return KITH_NO_STATE;
    builder->states.items[builder->states.count] = (struct kith_state){0};
    return builder->states.count++;
}

/* From `state` over `word` to the next state, made when new. */
static uint32_t place_edge(struct kith_trie_builder *builder, uint32_t state,
                           uint32_t word)
{
    struct kith_edges *edges = &builder->trie->edges;
    uint32_t known = kith_edges_find(edges, state, word);
    if (known != KITH_NO_STATE)
        return known;
    if (is_crowded(edges->count, edges->mask) && !widen_edges(edges))
        return KITH_NO_STATE;
    uint32_t next = push_state(builder);
    if (next == KITH_NO_STATE)
        return KITH_NO_STATE;
    *free_edge(edges, state, word) = (struct kith_edge){state, word, next};
    edges->count++;
    return next;
}

/* ---- adding ---- */

enum kith_status kith_trie_begin(struct kith_trie_builder *builder,
                                 struct kith_trie *trie, struct kith_arena *arena,
                                 struct kith_arena *scratch, struct kith_error *err)
{
    *builder =
        (struct kith_trie_builder){.trie = trie, .arena = arena, .scratch = scratch};
    push_state(builder); /* KITH_NO_STATE itself */
    if (builder->states.count == 0 || !widen_vocabulary(&trie->vocabulary) ||
        !widen_edges(&trie->edges))
        return kith_no_memory(err);
    return KITH_OK;
}

/* Let the token of `step` begin names in the writings that its pattern allows. */
static bool allow_beginning(struct kith_trie_builder *builder, struct kith_word *word,
                            const struct kith_step *step)
{
    uint8_t writings = step->pattern & KITH_WRITTEN_ANYHOW;
    if ((word->starts | writings) == word->starts)
        return true;
    word->starts |= writings;
    if (!KITH_ARENA_PUSHABLE(builder->scratch, &builder->beginnings))
        return false;
    builder->beginnings.items[builder->beginnings.count++] = (struct kith_beginning){
        step->glance, {step->letters[0], step->letters[1]}, step->kind, writings};
    return true;
}

/* The state behind the first token. */
static uint32_t begin_path(struct kith_trie_builder *builder,
                           const struct kith_step *step)
{
    struct kith_word *word = place_word(&builder->trie->vocabulary, step->hash);
    if (!word || !allow_beginning(builder, word, step))
        return KITH_NO_STATE;
    if (word->root == KITH_NO_STATE)
        word->root = push_state(builder);
    return word->root;
}

static uint32_t extend_path(struct kith_trie_builder *builder, uint32_t state,
                            const struct kith_step *step)
{
    const struct kith_word *word = place_word(&builder->trie->vocabulary, step->hash);
    if (!word)
        return KITH_NO_STATE;
    builder->states.items[state].follow |= kith_follow_bit(step->glance);
    if (!KITH_ARENA_PUSHABLE(builder->scratch, &builder->steps))
        return KITH_NO_STATE;
    uint32_t count_before = builder->states.count;
    uint32_t next = place_edge(builder, state, word->id);
    if (builder->states.count > count_before)
        builder->steps.items[builder->steps.count++] =
            (struct kith_going_on){step->glance, state};
    return next;
}

/* Patterns are few, however many names there are: each is kept once. */
static enum kith_status place_pattern(struct kith_trie_builder *builder,
                                      const struct kith_path *path, uint32_t *offset,
                                      struct kith_error *err)
{
    uint8_t pattern[KITH_NAME_LIMIT];
    for (uint32_t i = 0; i < path->count; i++)
        pattern[i] = path->steps[i].pattern;
    bool is_new;
    uint32_t *known =
        kith_map_place(&builder->known_patterns, kith_hash(pattern, path->count),
                       builder->patterns.count, &is_new);
    if (!known)
        return kith_no_memory(err);
    *offset = *known;
    for (uint32_t i = 0; is_new && i < path->count; i++) {
        if (!KITH_ARENA_PUSHABLE(builder->arena, &builder->patterns))
            return kith_no_memory(err);
        builder->patterns.items[builder->patterns.count++] = pattern[i];
    }
    return KITH_OK;
}

enum kith_status kith_trie_add(struct kith_trie_builder *builder,
                               const struct kith_path *path, kith_id entity,
                               kith_id alias, struct kith_error *err)
{
    struct kith_landing landing = {.posting = {.entity = entity, .alias = alias}};
    KITH_TRY(place_pattern(builder, path, &landing.posting.pattern, err));
    landing.state = begin_path(builder, &path->steps[0]);
    for (uint32_t i = 1; i < path->count && landing.state != KITH_NO_STATE; i++)
        landing.state = extend_path(builder, landing.state, &path->steps[i]);
    if (landing.state == KITH_NO_STATE ||
        !KITH_ARENA_PUSHABLE(builder->scratch, &builder->landings))
        return kith_no_memory(err);
    builder->landings.items[builder->landings.count++] = landing;
    return KITH_OK;
}

/* ---- finishing ---- */

static int by_entity(const void *a, const void *b)
{
    const struct kith_posting *x = a, *y = b;
    if (x->entity != y->entity)
        return x->entity < y->entity ? -1 : 1;
    return (x->alias > y->alias) - (x->alias < y->alias);
}

/* Counting sort of the landings by state. */
static void sort_postings(const struct kith_trie_builder *builder)
{
    struct kith_trie *trie = builder->trie;
    struct kith_state *states = trie->states;
    for (uint32_t i = 0; i < builder->landings.count; i++)
        states[builder->landings.items[i].state].end_posting++;
    uint32_t begin = 0;
    for (uint32_t s = 0; s < trie->state_count; s++) {
        uint32_t count = states[s].end_posting;
        states[s].first_posting = states[s].end_posting = begin;
        begin += count;
    }
    for (uint32_t i = 0; i < builder->landings.count; i++) {
        struct kith_landing landing = builder->landings.items[i];
        trie->postings[states[landing.state].end_posting++] = landing.posting;
    }
    for (uint32_t s = 0; s < trie->state_count; s++)
        if (states[s].end_posting - states[s].first_posting > 1)
            qsort(trie->postings + states[s].first_posting,
                  states[s].end_posting - states[s].first_posting, sizeof *trie->postings,
                  by_entity);
}

/* A word keeps what matters of its root: most words that begin a name are neither one by
 * themselves nor followed by another of its words, and the state is not looked at. */
static void copy_roots(struct kith_trie *trie)
{
    for (uint32_t i = 0; i <= trie->vocabulary.mask; i++) {
        struct kith_word *word = &trie->vocabulary.slots[i];
        const struct kith_state *root = &trie->states[word->root];
        word->follow = root->follow;
        word->is_name = root->first_posting < root->end_posting;
    }
}

enum kith_status kith_trie_finish(struct kith_trie_builder *builder,
                                  struct kith_error *err)
{
    struct kith_trie *trie = builder->trie;
    trie->state_count = builder->states.count;
    trie->posting_count = builder->landings.count;
    trie->patterns = builder->patterns.items;
    trie->states = KITH_ARRAY(builder->arena, struct kith_state, trie->state_count);
    trie->postings = KITH_ARRAY(builder->arena, struct kith_posting, trie->posting_count);
    if (!trie->states || !trie->postings ||
        !kith_sieve_beginnings(&trie->sieve, builder->beginnings.items,
                               builder->beginnings.count, builder->arena) ||
        !kith_sieve_steps(&trie->sieve, builder->steps.items, builder->steps.count,
                          builder->arena))
        return kith_no_memory(err);
    memcpy(trie->states, builder->states.items, trie->state_count * sizeof *trie->states);
    sort_postings(builder);
    copy_roots(trie);
    return KITH_OK;
}

void kith_trie_builder_release(struct kith_trie_builder *builder)
{
    kith_map_release(&builder->known_patterns);
}

void kith_trie_release(struct kith_trie *trie)
{
    free(trie->vocabulary.slots);
    free(trie->edges.slots);
    *trie = (struct kith_trie){0};
}
