/* Candidates: the postings of a path, held against the text. */
#include "gazetteer/candidate.h"

#include "gazetteer/joint.h"
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

static bool is_exact(const struct kith_gazetteer *gazetteer,
                     const struct kith_surface *surface, kith_id alias)
{
    struct kith_str text = text_of(surface);
    struct kith_str name = without_last_dot(kith_alias_text(gazetteer, alias), text);
    return kith_str_equal(name, text) || kith_spelling_is_exact(name, text);
}

/* True when each token is written in a way that the pattern allows. */
static bool fits(const uint8_t *pattern, const struct kith_surface *surface)
{
    for (uint32_t i = 0; i < surface->count; i++)
        if (!(pattern[i] & surface->writings[i]))
            return false;
    return true;
}

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
    return KITH_FIT;
}

static bool is_allowed(const struct kith_gazetteer *gazetteer,
                       const struct kith_posting *posting,
                       const struct kith_surface *surface)
{
    return kith_surface_fit(gazetteer, posting, surface) == KITH_FIT;
}

void kith_surface_read(const struct kith_document *document, uint32_t first, uint32_t end,
                       struct kith_surface *surface)
{
    const struct kith_token *tokens = document->tokens.items;
    surface->document = document;
    surface->first_token = first;
    surface->end_token = end;
    surface->count = 0;
    for (uint32_t i = first; i < end; i++)
        if (i == first || !kith_is_joint(document->text.data, tokens, i, end))
            surface->writings[surface->count++] =
                (uint8_t)KITH_WRITTEN(kith_writing_of(&tokens[i]));
}

bool kith_surface_is_allowed(const struct kith_gazetteer *gazetteer,
                             const struct kith_surface *surface, struct kith_ends ends)
{
    for (uint32_t i = ends.begin; i < ends.end; i++)
        if (is_allowed(gazetteer, &gazetteer->paths.postings.items[i], surface))
            return true;
    return false;
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
