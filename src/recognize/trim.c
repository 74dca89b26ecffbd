/* The alias helps to find whom it names; the mention is what annotators and readers take
 * for the name, and short forms and the guard see the name alone. */
#include "recognize/trim.h"

#include "text/fold.h"

static struct kith_str name_of(const struct kith_scene *scene,
                               const struct kith_mention *mention)
{
    return kith_gazetteer_entity(scene->recognizer->gazetteer, mention->entity).name;
}

static bool is_called(const struct kith_scene *scene, const struct kith_mention *mention,
                      struct kith_span span)
{
    struct kith_str surface =
        kith_str_slice(scene->document->text, scene->tokens[span.first].begin,
                       scene->tokens[span.end - 1].end);
    return kith_spelling_is_exact(surface, name_of(scene, mention));
}

static bool is_title(const struct kith_scene *scene, uint32_t i)
{
    unsigned kinds = kith_scene_word(scene, i);
    return (kinds & (KITH_NAME_TITLE | KITH_NAME_BESIDE)) && !(kinds & KITH_NAME_STYLE);
}

/* "Keskinen" of "President Keskinen". */
static struct kith_span without_titles(const struct kith_scene *scene,
                                       struct kith_span span)
{
    struct kith_span rest = span;
    while (rest.first + 1 < rest.end && is_title(scene, rest.first))
        rest.first++;
    return kith_is_capitalised(&scene->tokens[rest.first]) ? rest : span;
}

/* "Nice" of "city of Nice", "Reuters" of "Reuters news agency". */
static struct kith_span without_nouns(const struct kith_scene *scene,
                                      struct kith_span span)
{
    while (span.first + 1 < span.end &&
           scene->tokens[span.first].shape == KITH_SHAPE_LOWER)
        span.first++;
    while (span.first + 1 < span.end &&
           scene->tokens[span.end - 1].shape == KITH_SHAPE_LOWER)
        span.end--;
    return span;
}

static struct kith_span trimmed(const struct kith_scene *scene,
                                const struct kith_mention *mention)
{
    const struct kith_span span = {mention->first_token, mention->end_token};
    struct kith_span rest = without_nouns(scene, span);
    bool is_shorter = rest.end - rest.first < span.end - span.first;
    if (is_shorter && is_called(scene, mention, rest))
        return rest;
    if (kith_scene_kind(scene, mention->entity) != KITH_KIND_PERSON)
        return span;
    rest = without_titles(scene, span);
    return rest.first > span.first && is_called(scene, mention, span) ? span : rest;
}

void kith_mentions_trim(const struct kith_scene *scene)
{
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        struct kith_mention *mention = &scene->mentions->items[m];
        if (mention->end_token - mention->first_token == 1)
            continue;
        struct kith_span rest = trimmed(scene, mention);
        mention->first_token = rest.first;
        mention->end_token = rest.end;
        mention->begin = scene->tokens[rest.first].begin;
        mention->end = scene->tokens[rest.end - 1].end;
    }
}

/* ---- matches ---- */

static bool has_exact(const struct kith_matches *matches, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++)
        if (matches->candidates.items[i].is_exact)
            return true;
    return false;
}

static enum kith_status pass_titles(const struct kith_scene *scene,
                                    struct kith_matches *matches,
                                    struct kith_match *match, struct kith_error *err)
{
    const struct kith_span span = {match->first_token, match->end_token};
    const struct kith_span rest = without_titles(scene, span);
    const uint32_t begin = matches->candidates.count;
    if (rest.first == span.first ||
        has_exact(matches, match->first_candidate, match->end_candidate))
        return KITH_OK;
    KITH_TRY(kith_match_span(scene->recognizer->gazetteer, scene->document, rest,
                             scene->arena, &matches->candidates, err));
    if (has_exact(matches, begin, matches->candidates.count))
        *match =
            (struct kith_match){rest.first, rest.end, begin, matches->candidates.count};
    return KITH_OK;
}

enum kith_status kith_matches_pass_titles(const struct kith_scene *scene,
                                          struct kith_matches *matches,
                                          struct kith_error *err)
{
    for (uint32_t m = 0; m < matches->count; m++)
        if (matches->items[m].end_token - matches->items[m].first_token > 1)
            KITH_TRY(pass_titles(scene, matches, &matches->items[m], err));
    return KITH_OK;
}
