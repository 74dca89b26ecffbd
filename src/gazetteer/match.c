/* Matching: one walk over the tokens of a document.
 *
 * A few hundred tokens at a time go through the coarse sieve; what is left is glanced at,
 * all of it, before the first goes through the fine one. Those that pass set out along
 * the paths, sixty-four at a time and all in step: at each word, what the next look needs
 * is asked for in all walks before it is needed in the first, so that the many waits for
 * far memory become one. The loops have no branches that depend on what the looks say,
 * which is anybody's guess. A walk notes where names may end. Then, from left to right,
 * the longest end counts that some alias allows to be written so; matching goes on behind
 * it.
 *
 * Worst case O(tokens × KITH_NAME_LIMIT). */
#include "gazetteer/match.h"

#include "gazetteer/candidate.h"
#include "gazetteer/joint.h"
#include "gazetteer/tables.h"
#include "gazetteer/word_key.h"

/* Tokens sifted at one go: enough to keep the loops long, few enough to stay close to the
 * core. */
#define SIFTED_AT_ONCE 256

/* Walks in step. Some ten waits for memory go on at once in a core. */
#define WALKS_AT_ONCE 64

/* No end noted. */
#define NOWHERE UINT32_MAX

/* A walk that goes on. */
struct walk {
    uint64_t path;
    uint32_t start;    /* where it set out */
    uint32_t token;    /* the last one it took */
    uint32_t limit;    /* the end of its sentence, in tokens */
    uint32_t is_small; /* it set out in lower case */
};

/* Where a walk set out, and what it found. */
struct start {
    uint32_t token;
    uint32_t longest; /* the last end noted, or NOWHERE */
};

/* Where a name may end. */
struct end {
    uint64_t path;
    uint32_t end_token;
    uint32_t shorter; /* the end noted before it in the same walk, or NOWHERE */
};

/* A name found: what was walked over, and its postings from the first that fits. */
struct found {
    struct kith_surface surface;
    struct kith_ends ends;
};

/* One document being matched. */
struct matching {
    const struct kith_gazetteer *gazetteer;
    const struct kith_paths *paths;
    const struct kith_document *document;
    const struct kith_token *tokens;
    struct kith_arena *arena;
    struct kith_matches *matches;
    const struct kith_sentence *sentence; /* the one the starts have come to */
    uint32_t free_token;                  /* the first one behind the last match */
    uint32_t start_count, walk_count, end_count, found_count;
    uint32_t sifted[SIFTED_AT_ONCE];  /* tokens that may begin a name */
    uint64_t glances[SIFTED_AT_ONCE]; /* at these */
    struct start starts[WALKS_AT_ONCE];
    struct walk walks[WALKS_AT_ONCE + 1];
    struct found found[WALKS_AT_ONCE];
    struct end ends[WALKS_AT_ONCE * KITH_NAME_LIMIT + 1];
};

/* ---- sifting ---- */

/* Put the tokens from `begin` to `end` through the coarse sieve; returns how many passed.
 * The one loop that sees every token. */
static uint32_t sift_coarsely(struct matching *matching, uint32_t begin, uint32_t end)
{
    const struct kith_sieve sieve = matching->paths->sieve;
    const struct kith_token *tokens = matching->tokens;
    const char *text = matching->document->text.data;
    uint32_t count = 0;
    for (uint32_t i = begin; i < end; i++) {
        matching->sifted[count] = i;
        count += sieve.is_dense || kith_sieve_passes_pair(&sieve, text, &tokens[i]);
    }
    return count;
}

/* Glance at what is left, and ask for what the fine sieve has on it: with a million names
 * that is a megabyte, too much to be close to the core. */
static void glance_at(struct matching *matching, uint32_t count)
{
    const struct kith_sieve sieve = matching->paths->sieve;
    const struct kith_token *tokens = matching->tokens;
    const char *text = matching->document->text.data;
    for (uint32_t k = 0; k < count; k++) {
        uint64_t glance = kith_token_glance(text, &tokens[matching->sifted[k]]);
        matching->glances[k] = glance;
        __builtin_prefetch(&sieve.words.items[glance >> sieve.shift]);
    }
}

/* Put it through the fine sieve. */
static uint32_t sift_finely(struct matching *matching, uint32_t count)
{
    const struct kith_sieve sieve = matching->paths->sieve;
    const struct kith_token *tokens = matching->tokens;
    uint32_t kept = 0;
    glance_at(matching, count);
    for (uint32_t k = 0; k < count; k++) {
        uint32_t i = matching->sifted[k];
        uint64_t glance = matching->glances[k];
        matching->glances[kept] = glance;
        matching->sifted[kept] = i;
        kept += kith_sieve_passes(&sieve, &tokens[i], glance);
    }
    return kept;
}

/* ---- walking ---- */

/* The walk stands where names may end, or not; it goes on, or not. */
static void note(struct matching *matching, const struct walk *walk, bool is_end,
                 bool is_more)
{
    struct start *start = &matching->starts[walk->start];
    matching->ends[matching->end_count] =
        (struct end){walk->path, walk->token + 1, start->longest};
    start->longest = is_end ? matching->end_count : start->longest;
    matching->end_count += is_end;
    matching->walks[matching->walk_count] = *walk;
    matching->walk_count += is_more;
}

/* Go on to the sentence that token i is in; sentences hold every token. */
static uint32_t sentence_end(struct matching *matching, uint32_t i)
{
    while (matching->sentence->end_token <= i)
        matching->sentence++;
    return matching->sentence->end_token;
}

/* Set out at token i, given the glance at it. */
static void set_out(struct matching *matching, uint32_t i, uint64_t glance)
{
    const struct kith_folded word =
        kith_folded_at(matching->document->text, &matching->tokens[i], glance);
    const struct walk walk = {.path = kith_path_step(KITH_NO_PATH, word.hash),
                              .start = matching->start_count++,
                              .token = i,
                              .limit = sentence_end(matching, i),
                              .is_small = matching->tokens[i].shape == KITH_SHAPE_LOWER};
    matching->starts[walk.start] = (struct start){i, NOWHERE};
    const uint32_t signs =
        kith_sieve_bits(&matching->paths->sieve, word.glance, walk.is_small);
    note(matching, &walk, kith_sieve_ends(signs, word.glance),
         kith_sieve_goes_on(signs, word.glance));
}

/* The next token that is no joint, or the end of the sentence. */
static uint32_t next_word(const struct matching *matching, const struct walk *walk)
{
    const char *text = matching->document->text.data;
    uint32_t i = walk->token + 1;
    while (i < walk->limit && kith_is_joint(text, matching->tokens, i, walk->limit))
        i++;
    return i;
}

/* All walks take their next word; those at the end of their sentence are left. */
static void take_words(struct matching *matching)
{
    struct walk *walks = matching->walks;
    uint32_t kept = 0;
    for (uint32_t w = 0; w < matching->walk_count; w++) {
        struct walk walk = walks[w];
        walk.token = next_word(matching, &walk);
        if (walk.token == walk.limit)
            continue;
        uint64_t hash =
            kith_word_key(matching->document->text, &matching->tokens[walk.token]);
        walk.path = kith_path_step(walk.path, hash);
        __builtin_prefetch(kith_path_signs(matching->paths, walk.path));
        walks[kept++] = walk;
    }
    matching->walk_count = kept;
}

/* All walks look at the signs where they stand. */
static void look_at_signs(struct matching *matching)
{
    const uint32_t count = matching->walk_count;
    matching->walk_count = 0;
    for (uint32_t w = 0; w < count; w++) {
        const struct walk walk = matching->walks[w];
        uint64_t signs = *kith_path_signs(matching->paths, walk.path);
        note(matching, &walk, signs & kith_sign_of_end(walk.path, walk.is_small),
             signs & kith_sign_of_more(walk.path, walk.is_small));
    }
}

static void walk_all(struct matching *matching)
{
    for (uint32_t depth = 1; depth < KITH_NAME_LIMIT && matching->walk_count > 0;
         depth++) {
        take_words(matching);
        look_at_signs(matching);
    }
}

/* ---- choosing ends ---- */

static void fetch_postings(const struct matching *matching)
{
    const struct kith_paths *paths = matching->paths;
    for (uint32_t e = 0; e < matching->end_count; e++)
        __builtin_prefetch(kith_path_bucket(paths, matching->ends[e].path));
    for (uint32_t e = 0; e < matching->end_count; e++)
        __builtin_prefetch(
            &paths->postings.items[*kith_path_bucket(paths, matching->ends[e].path)]);
}

/* Is there a name that ends here and may be written so? */
static bool is_name(const struct matching *matching, const struct start *start,
                    const struct end *end, struct found *found)
{
    found->ends = kith_paths_find(matching->paths, end->path);
    if (found->ends.begin == found->ends.end)
        return false;
    kith_surface_read(matching->document, start->token, end->end_token, &found->surface);
    found->surface.stop = kith_stop_list_find(&matching->gazetteer->stops, end->path);
    return kith_surface_narrow(matching->gazetteer, &found->surface, &found->ends);
}

static void choose_end(struct matching *matching, const struct start *start)
{
    struct found *found = &matching->found[matching->found_count];
    for (uint32_t e = start->longest; e != NOWHERE; e = matching->ends[e].shorter) {
        if (!is_name(matching, start, &matching->ends[e], found))
            continue;
        matching->found_count++;
        matching->free_token = found->surface.end_token;
        kith_candidates_fetch(matching->gazetteer, found->ends);
        return;
    }
}

/* The starts with ends come to stand in front. */
static void leave_endless_out(struct matching *matching)
{
    uint32_t kept = 0;
    for (uint32_t s = 0; s < matching->start_count; s++) {
        struct start start = matching->starts[s];
        matching->starts[kept] = start;
        kept += start.longest != NOWHERE;
    }
    matching->start_count = kept;
}

static void choose_ends(struct matching *matching)
{
    fetch_postings(matching);
    leave_endless_out(matching);
    for (uint32_t s = 0; s < matching->start_count; s++)
        if (matching->starts[s].token >= matching->free_token)
            choose_end(matching, &matching->starts[s]);
}

/* ---- matches ---- */

static enum kith_status push_matches(const struct matching *matching,
                                     struct kith_error *err)
{
    for (uint32_t f = 0; f < matching->found_count; f++)
        kith_candidates_fetch_all(matching->gazetteer, matching->found[f].ends);
    for (uint32_t f = 0; f < matching->found_count; f++)
        KITH_TRY(kith_matches_add(matching->gazetteer, &matching->found[f].surface,
                                  matching->found[f].ends, matching->arena,
                                  matching->matches, err));
    return KITH_OK;
}

/* Match what begins at the sifted tokens from number `begin` to `end`. */
static enum kith_status match_from(struct matching *matching, uint32_t begin,
                                   uint32_t end, struct kith_error *err)
{
    matching->start_count = matching->walk_count = 0;
    matching->end_count = matching->found_count = 0;
    for (uint32_t k = begin; k < end; k++)
        if (matching->sifted[k] >= matching->free_token)
            set_out(matching, matching->sifted[k], matching->glances[k]);
    walk_all(matching);
    choose_ends(matching);
    return push_matches(matching, err);
}

static enum kith_status match_tokens(struct matching *matching, uint32_t begin,
                                     uint32_t end, struct kith_error *err)
{
    const uint32_t count = sift_finely(matching, sift_coarsely(matching, begin, end));
    for (uint32_t k = 0; k < count; k += WALKS_AT_ONCE) {
        uint32_t left = count - k;
        KITH_TRY(match_from(matching, k,
                            k + (left < WALKS_AT_ONCE ? left : WALKS_AT_ONCE), err));
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
    struct matching matching;
    matching.gazetteer = gazetteer;
    matching.paths = &gazetteer->paths;
    matching.document = document;
    matching.tokens = document->tokens.items;
    matching.arena = arena;
    matching.matches = matches;
    matching.sentence = document->sentences.items;
    matching.free_token = 0;
    const uint32_t count = document->tokens.count;
    for (uint32_t begin = 0; begin < count; begin += SIFTED_AT_ONCE) {
        uint32_t left = count - begin;
        uint32_t end = begin + (left < SIFTED_AT_ONCE ? left : SIFTED_AT_ONCE);
        KITH_TRY(match_tokens(&matching, begin, end, err));
    }
    return KITH_OK;
}
