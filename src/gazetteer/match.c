/* Matching: one walk over the tokens of a document.
 *
 * A few hundred tokens at a time go through the coarse sieve; what is left is glanced at
 * and goes through the fine one. The few that pass walk the trie, each token behind them
 * asked by its glance whether it may come next before it is looked up. The walk remembers
 * the longest end that some alias allows to be written so; matching goes on behind it.
 *
 * Worst case O(tokens × KITH_NAME_LIMIT). */
#include "gazetteer/match.h"

#include "gazetteer/candidate.h"
#include "gazetteer/glance.h"
#include "gazetteer/joint.h"
#include "gazetteer/tables.h"
#include "gazetteer/writing.h"
#include "text/fold.h"

/* Tokens sifted at one go: enough to keep the loops long, few enough to stay close to the
 * core. */
#define SIFTED_AT_ONCE 256

/* A token that may begin a name. */
struct sifted {
    uint64_t glance, hash;
    uint32_t token;
};

/* One document being matched. */
struct walk {
    const struct kith_gazetteer *gazetteer;
    const struct kith_trie *trie;
    const struct kith_document *document;
    const struct kith_token *tokens;
    struct kith_arena *arena;
    struct kith_matches *matches;
    const struct kith_sentence *sentence; /* the one the walk is in */
    uint32_t end;                         /* its end, in tokens */
    uint32_t free_token;                  /* the first one behind the last match */
    struct sifted sifted[SIFTED_AT_ONCE];
};

/* Where the longest name so far ends. */
struct ending {
    uint32_t state; /* KITH_NO_STATE: nowhere */
    uint32_t end_token;
    uint32_t count; /* steps */
};

static uint64_t glance_at(const struct walk *walk, uint32_t i)
{
    return kith_token_glance(walk->document->text.data, &walk->tokens[i]);
}

/* The hash of tokens[i], given its glance. */
static uint64_t hash_at(const struct walk *walk, uint32_t i, uint64_t glance)
{
    const struct kith_token *token = &walk->tokens[i];
    struct kith_str text = walk->document->text;
    uint64_t hash =
        kith_glance_hash(text.data + token->begin, token->end - token->begin, glance);
    if (hash != KITH_NO_GLANCE)
        return hash;
    char folded[KITH_FOLD_LIMIT];
    return kith_word_hash(folded, kith_fold(text, token, folded));
}

/* Put the tokens from `begin` to `end` through the coarse sieve; returns how many passed.
 * The one loop that sees every token: nothing in it has to be guessed by the processor.
 */
static uint32_t sift_coarsely(struct walk *walk, uint32_t begin, uint32_t end)
{
    const struct kith_sieve *sieve = &walk->trie->sieve;
    const struct kith_token *tokens = walk->tokens;
    const char *text = walk->document->text.data;
    struct sifted *sifted = walk->sifted;
    uint32_t count = 0;
    for (uint32_t i = begin; i < end; i++) {
        sifted[count].token = i;
        count += kith_sieve_passes(sieve, text, &tokens[i]);
    }
    return count;
}

/* Put what is left through the fine sieve. */
static uint32_t sift_finely(struct walk *walk, uint32_t count)
{
    const struct kith_sieve *sieve = &walk->trie->sieve;
    struct sifted *sifted = walk->sifted;
    uint32_t kept = 0;
    for (uint32_t k = 0; k < count; k++) {
        uint32_t i = sifted[k].token;
        uint64_t glance = glance_at(walk, i);
        sifted[kept].glance = glance;
        sifted[kept].token = i;
        kept += kith_sieve_passes_glance(sieve, &walk->tokens[i], glance);
    }
    return kept;
}

/* Hash what is left. The vocabulary of a large gazetteer is far from the core: all slots
 * are asked for before the first is needed. */
static void fetch_words(struct walk *walk, uint32_t count)
{
    const struct kith_vocabulary *vocabulary = &walk->trie->vocabulary;
    for (uint32_t k = 0; k < count; k++) {
        struct sifted *sifted = &walk->sifted[k];
        sifted->hash = hash_at(walk, sifted->token, sifted->glance);
        __builtin_prefetch(&vocabulary->slots[sifted->hash >> vocabulary->shift]);
    }
}

/* The word that a sifted token is and that begins names written so, or NULL. */
static const struct kith_word *first_word(const struct walk *walk,
                                          const struct sifted *sifted)
{
    const struct kith_token *token = &walk->tokens[sifted->token];
    const struct kith_word *word =
        kith_vocabulary_find(&walk->trie->vocabulary, sifted->hash);
    if (!word || !(word->starts & KITH_WRITTEN(kith_writing_of(token))))
        return NULL;
    return word;
}

/* The state behind tokens[i] in a state with the mask `follow`, or KITH_NO_STATE. */
static uint32_t next_state(const struct walk *walk, uint32_t state, uint64_t follow,
                           uint32_t i)
{
    uint64_t glance = glance_at(walk, i);
    if (glance != KITH_NO_GLANCE && !(follow & kith_follow_bit(glance)))
        return KITH_NO_STATE;
    if (!kith_sieve_passes_step(&walk->trie->sieve, state, glance))
        return KITH_NO_STATE;
    const struct kith_word *word =
        kith_vocabulary_find(&walk->trie->vocabulary, hash_at(walk, i, glance));
    return word ? kith_edges_find(&walk->trie->edges, state, word->id) : KITH_NO_STATE;
}

static void add_step(const struct walk *walk, struct kith_surface *surface, uint32_t i)
{
    surface->writings[surface->count++] =
        (uint8_t)KITH_WRITTEN(kith_writing_of(&walk->tokens[i]));
    surface->end_token = i + 1;
}

/* Remember `state` when names end in it and one of them may be written so. */
static void note_ending(const struct walk *walk, const struct kith_surface *surface,
                        uint32_t state, struct ending *longest)
{
    const struct kith_state *here = &walk->trie->states[state];
    if (here->first_posting == here->end_posting ||
        !kith_surface_is_allowed(walk->gazetteer, surface, state))
        return;
    *longest = (struct ending){state, surface->end_token, surface->count};
}

static uint32_t pass_joints(const struct walk *walk, uint32_t i)
{
    while (i < walk->end &&
           kith_is_joint(walk->document->text.data, walk->tokens, i, walk->end))
        i++;
    return i;
}

/* Walk from `word` as far as the trie goes; the longest name on the way. */
static struct ending find_longest(const struct walk *walk, const struct kith_word *word,
                                  struct kith_surface *surface)
{
    struct ending longest = {KITH_NO_STATE, 0, 0};
    uint32_t state = word->root;
    uint64_t follow = word->follow;
    add_step(walk, surface, surface->first_token);
    if (word->is_name)
        note_ending(walk, surface, state, &longest);
    while (follow != 0 && surface->count < KITH_NAME_LIMIT) {
        uint32_t i = pass_joints(walk, surface->end_token);
        if (i == walk->end)
            break;
        state = next_state(walk, state, follow, i);
        if (state == KITH_NO_STATE)
            break;
        add_step(walk, surface, i);
        note_ending(walk, surface, state, &longest);
        follow = walk->trie->states[state].follow;
    }
    return longest;
}

static enum kith_status push_match(const struct walk *walk, struct kith_surface *surface,
                                   struct ending ending, struct kith_error *err)
{
    struct kith_matches *matches = walk->matches;
    if (!KITH_ARENA_PUSHABLE(walk->arena, matches))
        return kith_no_memory(err);
    surface->end_token = ending.end_token;
    surface->count = ending.count;
    struct kith_match match = {.first_token = surface->first_token,
                               .end_token = ending.end_token,
                               .first_candidate = matches->candidates.count};
    KITH_TRY(kith_candidates_add(walk->gazetteer, surface, ending.state, walk->arena,
                                 &matches->candidates, err));
    match.end_candidate = matches->candidates.count;
    matches->items[matches->count++] = match;
    return KITH_OK;
}

/* Try a token; a match moves free_token behind it. */
static enum kith_status try_at(struct walk *walk, const struct sifted *sifted,
                               struct kith_error *err)
{
    const struct kith_word *word = first_word(walk, sifted);
    if (!word)
        return KITH_OK;
    struct kith_surface surface;
    surface.document = walk->document;
    surface.first_token = sifted->token;
    surface.count = 0;
    struct ending longest = find_longest(walk, word, &surface);
    if (longest.state == KITH_NO_STATE)
        return KITH_OK;
    walk->free_token = longest.end_token;
    return push_match(walk, &surface, longest, err);
}

/* Go on to the sentence that token i is in; sentences hold every token. */
static void enter_sentence(struct walk *walk, uint32_t i)
{
    while (walk->end <= i)
        walk->end = (++walk->sentence)->end_token;
}

static enum kith_status match_tokens(struct walk *walk, uint32_t begin, uint32_t end,
                                     struct kith_error *err)
{
    const uint32_t count = sift_finely(walk, sift_coarsely(walk, begin, end));
    fetch_words(walk, count);
    for (uint32_t k = 0; k < count; k++) {
        if (walk->sifted[k].token < walk->free_token)
            continue;
        enter_sentence(walk, walk->sifted[k].token);
        KITH_TRY(try_at(walk, &walk->sifted[k], err));
    }
    return KITH_OK;
}

enum kith_status kith_match_document(const struct kith_gazetteer *gazetteer,
                                     const struct kith_document *document,
                                     struct kith_arena *arena,
                                     struct kith_matches *matches, struct kith_error *err)
{
    *matches = (struct kith_matches){0};
    if (document->sentences.count == 0)
        return KITH_OK;
    struct walk walk;
    walk.gazetteer = gazetteer;
    walk.trie = &gazetteer->trie;
    walk.document = document;
    walk.tokens = document->tokens.items;
    walk.arena = arena;
    walk.matches = matches;
    walk.sentence = document->sentences.items;
    walk.end = walk.sentence->end_token;
    walk.free_token = 0;
    const uint32_t count = document->tokens.count;
    for (uint32_t begin = 0; begin < count; begin += SIFTED_AT_ONCE) {
        uint32_t left = count - begin;
        uint32_t end = begin + (left < SIFTED_AT_ONCE ? left : SIFTED_AT_ONCE);
        KITH_TRY(match_tokens(&walk, begin, end, err));
    }
    return KITH_OK;
}
