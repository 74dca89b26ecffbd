/* Candidates: the postings of a path, held against the text. */
#include "gazetteer/candidate.h"

#include "gazetteer/joint.h"
#include "gazetteer/word_key.h"
#include "gazetteer/writing.h"
#include "text/fold.h"

static struct kith_str text_of(const struct kith_surface *surface)
{
    const struct kith_token *tokens = surface->document->tokens.items;
    return kith_str_slice(surface->document->text, tokens[surface->first_token].begin,
                          tokens[surface->end_token - 1].end);
}

/* The dot at the end of "Inc." is no part of any surface. */
static struct kith_str without_last_dot(struct kith_str alias, struct kith_str surface)
{
    if (kith_str_ends_with(alias, KITH_STR(".")) &&
        !kith_str_ends_with(surface, KITH_STR(".")))
        alias.length--;
    return alias;
}

static bool is_spelt_as(const struct kith_surface *surface, struct kith_str name)
{
    struct kith_str text = text_of(surface);
    return kith_str_equal(name, text) ||
           kith_spelling_is_exact(without_last_dot(name, text), text);
}

static bool is_exact(const struct kith_gazetteer *gazetteer,
                     const struct kith_surface *surface, kith_id alias)
{
    return is_spelt_as(surface, kith_alias_text(gazetteer, alias));
}

/* True when each token is written in a way that the pattern allows. */
static bool fits(const uint8_t *pattern, const struct kith_surface *surface)
{
    for (uint32_t i = 0; i < surface->count; i++) {
        unsigned shared = pattern[i] & surface->writings[i];
        unsigned missing = surface->writings[i] & ~shared;
        if (!(shared & KITH_WRITTEN_ANYHOW) || (missing & KITH_WRITTEN_HYPHENED))
            return false;
    }
    return true;
}

void kith_surface_read(const struct kith_document *document, uint32_t first, uint32_t end,
                       struct kith_surface *surface)
{
    const struct kith_token *tokens = document->tokens.items;
    surface->document = document;
    surface->first_token = first;
    surface->end_token = end;
    surface->count = 0;
    surface->stop = NULL;
    unsigned hyphen = 0;
    for (uint32_t i = first; i < end; i++) {
        if (i > first && kith_is_joint(document->text.data, tokens, i, end)) {
            hyphen |= kith_is_spaced_hyphen(tokens, i, end) ? KITH_WRITTEN_HYPHENED : 0;
            continue;
        }
        surface->writings[surface->count++] =
            (uint8_t)(KITH_WRITTEN(kith_writing_of(&tokens[i])) | hyphen);
        hyphen = 0;
    }
}

/* ---- stops ---- */

/* The first token of the sentence that token i is in. */
static uint32_t sentence_start(const struct kith_document *document, uint32_t i)
{
    const struct kith_sentences *sentences = &document->sentences;
    uint32_t low = 0, high = sentences->count - 1;
    while (low < high) {
        uint32_t middle = high - (high - low) / 2;
        if (sentences->items[middle].first_token <= i)
            low = middle;
        else
            high = middle - 1;
    }
    return sentences->items[low].first_token;
}

/* Nothing but quotes and other marks stands before it in its sentence. */
static bool begins_sentence(const struct kith_surface *surface)
{
    const struct kith_token *tokens = surface->document->tokens.items;
    uint32_t i = sentence_start(surface->document, surface->first_token);
    while (i < surface->first_token && tokens[i].kind > KITH_TOKEN_NUMBER)
        i++;
    return i == surface->first_token;
}

static bool stops(const struct kith_gazetteer *gazetteer, const struct kith_stop *stop,
                  const struct kith_surface *surface, kith_id entity)
{
    return stop->word_count == surface->count && fits(stop->pattern, surface) &&
           (!(stop->pattern[0] & KITH_WRITTEN_EXACTLY) ||
            is_spelt_as(surface, stop->text)) &&
           (!stop->only_at_start || begins_sentence(surface)) &&
           kith_stop_covers(gazetteer, stop, entity);
}

const struct kith_stop *kith_surface_stop(const struct kith_gazetteer *gazetteer,
                                          const struct kith_surface *surface,
                                          kith_id entity)
{
    const struct kith_stop *stop = surface->stop;
    while (stop && !stops(gazetteer, stop, surface, entity))
        stop = stop->next == KITH_NO_ID ? NULL : &gazetteer->stops.items[stop->next];
    return stop;
}

/* Read the surface of the tokens [first, end), at most KITH_NAME_LIMIT, with the stops on
 * its path, which is returned. */
static uint64_t read_span(const struct kith_gazetteer *gazetteer,
                          const struct kith_document *document, uint32_t first,
                          uint32_t end, struct kith_surface *surface)
{
    const struct kith_token *tokens = document->tokens.items;
    uint64_t path = KITH_NO_PATH;
    for (uint32_t i = first; i < end; i++)
        if (i == first || !kith_is_joint(document->text.data, tokens, i, end))
            path = kith_path_step(path, kith_word_key(document->text, &tokens[i]));
    kith_surface_read(document, first, end, surface);
    surface->stop = kith_stop_list_find(&gazetteer->stops, path);
    return path;
}

bool kith_span_is_stopped(const struct kith_gazetteer *gazetteer,
                          const struct kith_document *document, uint32_t first,
                          uint32_t end, kith_id entity)
{
    struct kith_surface surface;
    if (gazetteer->stops.count == 0 || end - first > KITH_NAME_LIMIT)
        return false;
    read_span(gazetteer, document, first, end, &surface);
    return kith_surface_stop(gazetteer, &surface, entity) != NULL;
}

/* ---- postings ---- */

/* The pattern of a posting; only in a damaged image is there none. */
static const uint8_t *pattern_of(const struct kith_paths *paths,
                                 const struct kith_posting *posting)
{
    uint32_t offset = kith_posting_pattern(posting);
    static const uint8_t no_pattern[KITH_NAME_LIMIT];
    return offset + KITH_NAME_LIMIT <= paths->patterns.count
               ? paths->patterns.items + offset
               : no_pattern;
}

/* Only a damaged image has postings of nobody. */
static bool is_sound(const struct kith_gazetteer *gazetteer,
                     const struct kith_posting *posting)
{
    return posting->alias < gazetteer->aliases.count &&
           gazetteer->aliases.items[posting->alias].entity < gazetteer->entities.count;
}

/* Only an alias that has to be spelt exactly needs more than a look at its pattern. */
enum kith_fit kith_surface_fit(const struct kith_gazetteer *gazetteer,
                               const struct kith_posting *posting,
                               const struct kith_surface *surface)
{
    const uint8_t *pattern = pattern_of(&gazetteer->paths, posting);
    if (!fits(pattern, surface))
        return KITH_FIT_WRITING;
    if ((pattern[0] & KITH_WRITTEN_EXACTLY) &&
        !is_exact(gazetteer, surface, posting->alias))
        return KITH_FIT_SPELLING;
    if (surface->stop && is_sound(gazetteer, posting) &&
        kith_surface_stop(gazetteer, surface,
                          gazetteer->aliases.items[posting->alias].entity))
        return KITH_FIT_STOPPED;
    return KITH_FIT;
}

static bool is_allowed(const struct kith_gazetteer *gazetteer,
                       const struct kith_posting *posting,
                       const struct kith_surface *surface)
{
    return kith_surface_fit(gazetteer, posting, surface) == KITH_FIT;
}

bool kith_surface_narrow(const struct kith_gazetteer *gazetteer,
                         const struct kith_surface *surface, struct kith_ends *ends)
{
    const struct kith_posting *postings = gazetteer->paths.postings.items;
    while (ends->begin < ends->end &&
           !is_allowed(gazetteer, &postings[ends->begin], surface))
        ends->begin++;
    return ends->begin < ends->end;
}

static enum kith_status push(struct kith_arena *arena, struct kith_candidates *candidates,
                             struct kith_candidate candidate, struct kith_error *err)
{
    if (!KITH_ARENA_PUSHABLE(arena, candidates))
        return kith_no_memory(err);
    candidates->items[candidates->count++] = candidate;
    return KITH_OK;
}

/* One reading an entity: postings come by entity, an exact alias wins over a folded one.
 */
static enum kith_status push_reading(struct kith_arena *arena,
                                     struct kith_candidates *candidates, uint32_t begin,
                                     struct kith_candidate reading,
                                     struct kith_error *err)
{
    struct kith_candidate *last =
        candidates->count > begin ? &candidates->items[candidates->count - 1] : NULL;
    if (!last || last->entity != reading.entity)
        return push(arena, candidates, reading, err);
    if (kith_candidate_rank(&reading) > kith_candidate_rank(last))
        *last = reading;
    return KITH_OK;
}

/* Move the exact readings to the front; both groups keep their order. The folded ones
 * wait behind the end of the list. */
static enum kith_status put_exact_first(struct kith_arena *arena,
                                        struct kith_candidates *candidates,
                                        uint32_t begin, struct kith_error *err)
{
    const uint32_t end = candidates->count;
    uint32_t exact = begin;
    for (uint32_t i = begin; i < end; i++) {
        struct kith_candidate candidate = candidates->items[i];
        if (candidate.is_exact)
            candidates->items[exact++] = candidate;
        else
            KITH_TRY(push(arena, candidates, candidate, err));
    }
    const uint32_t folded = candidates->count - end;
    if (folded > 0)
        memmove(candidates->items + exact, candidates->items + end,
                folded * sizeof *candidates->items);
    candidates->count = end;
    return KITH_OK;
}

static enum kith_status add_candidates(const struct kith_gazetteer *gazetteer,
                                       const struct kith_surface *surface,
                                       struct kith_ends ends, struct kith_arena *arena,
                                       struct kith_candidates *candidates,
                                       struct kith_error *err)
{
    const uint32_t begin = candidates->count;
    for (uint32_t i = ends.begin; i < ends.end; i++) {
        const struct kith_posting *posting = &gazetteer->paths.postings.items[i];
        if (!is_sound(gazetteer, posting) || !is_allowed(gazetteer, posting, surface))
            continue;
        uint8_t traits = gazetteer->aliases.items[posting->alias].traits;
        struct kith_candidate reading = {
            .entity = gazetteer->aliases.items[posting->alias].entity,
            .alias = posting->alias,
            .is_exact = !(traits & KITH_ALIAS_DEMONYM) &&
                        is_exact(gazetteer, surface, posting->alias),
            .traits = traits};
        KITH_TRY(push_reading(arena, candidates, begin, reading, err));
    }
    return candidates->count - begin > 1 ? put_exact_first(arena, candidates, begin, err)
                                         : KITH_OK;
}

enum kith_status kith_matches_add(const struct kith_gazetteer *gazetteer,
                                  const struct kith_surface *surface,
                                  struct kith_ends ends, struct kith_arena *arena,
                                  struct kith_matches *matches, struct kith_error *err)
{
    if (!KITH_ARENA_PUSHABLE(arena, matches))
        return kith_no_memory(err);
    struct kith_match match = {.first_token = surface->first_token,
                               .end_token = surface->end_token,
                               .first_candidate = matches->candidates.count};
    KITH_TRY(add_candidates(gazetteer, surface, ends, arena, &matches->candidates, err));
    match.end_candidate = matches->candidates.count;
    if (match.first_candidate < match.end_candidate) /* or the image is damaged */
        matches->items[matches->count++] = match;
    return KITH_OK;
}

enum kith_status kith_match_span(const struct kith_gazetteer *gazetteer,
                                 const struct kith_document *document,
                                 struct kith_span span, struct kith_arena *arena,
                                 struct kith_candidates *candidates,
                                 struct kith_error *err)
{
    struct kith_surface surface;
    if (span.end - span.first > KITH_NAME_LIMIT)
        return KITH_OK;
    uint64_t path = read_span(gazetteer, document, span.first, span.end, &surface);
    return add_candidates(gazetteer, &surface, kith_paths_find(&gazetteer->paths, path),
                          arena, candidates, err);
}
