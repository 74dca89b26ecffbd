/* One walk from each token, all ends kept. It is slower than that of match.c, which never
 * looks inside of what it found; whoever wants the longest names only goes there. */
#include "gazetteer/overlapping.h"

#include "gazetteer/candidate.h"
#include "gazetteer/joint.h"
#include "gazetteer/word_key.h"

/* Names within names; each has a word less than the one around it, and there may be a
 * joint behind each word. */
#define DEPTH_LIMIT (2 * KITH_NAME_LIMIT)

/* Where a name may end. */
struct end {
    uint64_t path;
    uint32_t end_token;
};

/* One document being walked over. */
struct walking {
    const struct kith_gazetteer *gazetteer;
    const struct kith_paths *paths;
    const struct kith_document *document;
    enum kith_overlap overlap;
    struct kith_arena *arena;
    struct kith_matches *matches;
    struct end ends[KITH_NAME_LIMIT]; /* of the walk, the shortest first */
    uint32_t end_count;
    uint32_t open[DEPTH_LIMIT]; /* ends of the matches around the walk, the last inmost */
    uint32_t open_count;
};

/* The next token behind i that is no joint, or `limit`. */
static uint32_t next_word(const struct walking *walking, uint32_t i, uint32_t limit)
{
    const struct kith_document *document = walking->document;
    do
        i++;
    while (i < limit &&
           kith_is_joint(document->text.data, document->tokens.items, i, limit));
    return i;
}

/* The signs of a path: may names end there, may they go on? */
struct signs {
    bool is_end, is_more;
};

/* Of the first word, the sieve tells. */
static struct signs signs_of_word(const struct walking *walking, struct kith_folded word,
                                  bool is_small)
{
    const struct kith_sieve *sieve = &walking->paths->sieve;
    uint32_t bits = kith_sieve_bits(sieve, word.glance, is_small);
    return (struct signs){kith_sieve_ends(bits, word.glance),
                          kith_sieve_goes_on(bits, word.glance)};
}

static struct signs signs_of_path(const struct walking *walking, uint64_t path,
                                  bool is_small)
{
    uint64_t signs = *kith_path_signs(walking->paths, path);
    return (struct signs){signs & kith_sign_of_end(path, is_small),
                          signs & kith_sign_of_more(path, is_small)};
}

/* Note where names that begin at token i may end, before `limit`. */
static void walk(struct walking *walking, uint32_t i, uint32_t limit)
{
    const struct kith_token *tokens = walking->document->tokens.items;
    const struct kith_str text = walking->document->text;
    const bool is_small = tokens[i].shape == KITH_SHAPE_LOWER;
    uint64_t path = KITH_NO_PATH;
    walking->end_count = 0;
    for (uint32_t step = 0; step < KITH_NAME_LIMIT && i < limit; step++) {
        struct kith_folded word =
            kith_folded_at(text, &tokens[i], kith_token_glance(text.data, &tokens[i]));
        path = kith_path_step(path, word.hash);
        struct signs signs = step ? signs_of_path(walking, path, is_small)
                                  : signs_of_word(walking, word, is_small);
        if (signs.is_end)
            walking->ends[walking->end_count++] = (struct end){path, i + 1};
        if (!signs.is_more)
            return;
        i = next_word(walking, i, limit);
    }
}

/* Does a match from token `first` to `end` stand as it should among those around it? */
static bool has_place(struct walking *walking, uint32_t first, uint32_t end)
{
    if (walking->overlap == KITH_OVERLAP_ALL)
        return true;
    while (walking->open_count > 0 && walking->open[walking->open_count - 1] <= first)
        walking->open_count--;
    if (walking->open_count == 0)
        return true;
    return walking->overlap == KITH_OVERLAP_NESTED && walking->open_count < DEPTH_LIMIT &&
           end <= walking->open[walking->open_count - 1];
}

/* Make a match of what ends here, if it is a name that may be written so. */
static enum kith_status try_end(struct walking *walking, uint32_t first,
                                const struct end *end, struct kith_error *err)
{
    struct kith_surface surface;
    struct kith_ends ends = kith_paths_find(walking->paths, end->path);
    if (ends.begin == ends.end || !has_place(walking, first, end->end_token))
        return KITH_OK;
    kith_surface_read(walking->document, first, end->end_token, &surface);
    surface.stop = kith_stop_list_find(&walking->gazetteer->stops, end->path);
    if (!kith_surface_narrow(walking->gazetteer, &surface, &ends))
        return KITH_OK;
    if (walking->overlap != KITH_OVERLAP_ALL)
        walking->open[walking->open_count++] = end->end_token;
    return kith_matches_add(walking->gazetteer, &surface, ends, walking->arena,
                            walking->matches, err);
}

static enum kith_status match_sentence(struct walking *walking,
                                       const struct kith_sentence *sentence,
                                       struct kith_error *err)
{
    for (uint32_t i = sentence->first_token; i < sentence->end_token; i++) {
        walk(walking, i, sentence->end_token);
        for (uint32_t e = walking->end_count; e-- > 0;)
            KITH_TRY(try_end(walking, i, &walking->ends[e], err));
    }
    return KITH_OK;
}

enum kith_status kith_match_overlapping(const struct kith_gazetteer *gazetteer,
                                        const struct kith_document *document,
                                        enum kith_overlap overlap,
                                        struct kith_arena *arena,
                                        struct kith_matches *matches,
                                        struct kith_error *err)
{
    struct walking walking = {.gazetteer = gazetteer,
                              .paths = &gazetteer->paths,
                              .document = document,
                              .overlap = overlap,
                              .arena = arena,
                              .matches = matches};
    *matches = (struct kith_matches){0};
    for (uint32_t s = 0; s < document->sentences.count; s++)
        KITH_TRY(match_sentence(&walking, &document->sentences.items[s], err));
    return KITH_OK;
}
