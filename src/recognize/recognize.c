/* Recognising: a mention for each match, and one entity for each mention.
 *
 * Two passes over the matches. The first collects the entities that the article names
 * unambiguously, anywhere in it; the second lets them decide the others. Whoever is
 * spelled exactly so comes before whoever is only folded so. docs/ALGORITHMS.md, Choosing
 * among entities. */
#include "recognize/mention.h"

#include "base/hash.h"
#include "recognize/definition.h"
#include "recognize/guard.h"
#include "recognize/short_form.h"

/* The readings among which a match is decided: its exact ones if there are any, else all.
 */
struct readings {
    const struct kith_candidate *items;
    uint32_t count;
};

/* The entities that some match of the article means for certain. Open addressing; sized
 * by the article, not by the gazetteer. */
struct seen_entities {
    kith_id *slots; /* KITH_NO_ID: free */
    uint32_t mask;
};

static struct readings readings_of(const struct kith_matches *matches,
                                   const struct kith_match *match)
{
    struct readings readings = {matches->candidates.items + match->first_candidate,
                                match->end_candidate - match->first_candidate};
    uint32_t exact = 0;
    while (exact < readings.count && readings.items[exact].is_exact)
        exact++;
    if (exact > 0)
        readings.count = exact;
    return readings;
}

static enum kith_status init_seen(struct seen_entities *seen, uint32_t match_count,
                                  struct kith_arena *arena, struct kith_error *err)
{
    uint64_t room = 16;
    while (room < (uint64_t)match_count * 2)
        room *= 2;
    seen->slots = kith_arena_alloc(arena, room * sizeof *seen->slots);
    if (!seen->slots)
        return kith_no_memory(err);
    memset(seen->slots, 0xFF, room * sizeof *seen->slots);
    seen->mask = (uint32_t)(room - 1);
    return KITH_OK;
}

/* The slot where `entity` is, or would be. */
static kith_id *slot_of(const struct seen_entities *seen, kith_id entity)
{
    uint32_t i = (uint32_t)kith_hash_u64(entity) & seen->mask;
    while (seen->slots[i] != entity && seen->slots[i] != KITH_NO_ID)
        i = (i + 1) & seen->mask;
    return &seen->slots[i];
}

static void collect_seen(const struct kith_matches *matches, struct seen_entities *seen)
{
    for (uint32_t m = 0; m < matches->count; m++) {
        struct readings readings = readings_of(matches, &matches->items[m]);
        if (readings.count == 1)
            *slot_of(seen, readings.items[0].entity) = readings.items[0].entity;
    }
}

/* The one reading whose entity was seen, or NULL when none or several were. */
static const struct kith_candidate *only_seen(const struct readings *readings,
                                              const struct seen_entities *seen)
{
    const struct kith_candidate *found = NULL;
    for (uint32_t i = 0; i < readings->count; i++) {
        if (*slot_of(seen, readings->items[i].entity) == KITH_NO_ID)
            continue;
        if (found)
            return NULL;
        found = &readings->items[i];
    }
    return found;
}

static const struct kith_candidate *choose(const struct readings *readings,
                                           const struct seen_entities *seen,
                                           enum kith_choice *choice)
{
    *choice = KITH_CHOICE_ONLY;
    if (readings->count == 1)
        return &readings->items[0];
    const struct kith_candidate *known = only_seen(readings, seen);
    *choice = known ? KITH_CHOICE_IN_ARTICLE : KITH_CHOICE_FIRST_ROW;
    return known ? known : &readings->items[0];
}

static struct kith_mention mention_of(const struct kith_document *document,
                                      const struct kith_matches *matches,
                                      const struct kith_match *match,
                                      const struct seen_entities *seen)
{
    struct readings readings = readings_of(matches, match);
    enum kith_choice choice;
    const struct kith_candidate *chosen = choose(&readings, seen, &choice);
    uint32_t count = match->end_candidate - match->first_candidate;
    return (struct kith_mention){
        .begin = document->tokens.items[match->first_token].begin,
        .end = document->tokens.items[match->end_token - 1].end,
        .first_token = match->first_token,
        .end_token = match->end_token,
        .entity = chosen->entity,
        .alias = chosen->alias,
        .found = chosen->is_exact ? KITH_FOUND_EXACT : KITH_FOUND_FOLDED,
        .choice = (uint8_t)choice,
        .candidate_count = (uint16_t)(count < UINT16_MAX ? count : UINT16_MAX)};
}

/* A mention for each match. */
static enum kith_status take_matches(const struct kith_scene *scene,
                                     const struct kith_matches *matches,
                                     const struct seen_entities *seen,
                                     struct kith_error *err)
{
    struct kith_mentions *mentions = scene->mentions;
    mentions->items = KITH_ARRAY(scene->arena, struct kith_mention, matches->count);
    if (!mentions->items)
        return kith_no_memory(err);
    mentions->room = matches->count;
    uint32_t sentence = 0;
    for (uint32_t m = 0; m < matches->count; m++) {
        const struct kith_match *match = &matches->items[m];
        while (scene->document->sentences.items[sentence].end_token <= match->first_token)
            sentence++;
        struct kith_mention mention = mention_of(scene->document, matches, match, seen);
        mention.sentence = sentence;
        mentions->items[mentions->count++] = mention;
    }
    return KITH_OK;
}

/* What the article's own names add to the mentions and change in them. */
static enum kith_status find_local_names(const struct kith_scene *scene,
                                         struct kith_error *err)
{
    const struct kith_recognize_options *options = &scene->recognizer->options;
    struct kith_local_names names;
    if (scene->mentions->count == 0)
        return KITH_OK;
    KITH_TRY(
        kith_local_names_init(&names, scene->mentions->count * 4, scene->arena, err));
    if (!options->without_definitions) {
        kith_definitions_collect(scene, &names);
        kith_definitions_bind(scene, &names);
    }
    if (!options->without_short_forms)
        kith_short_forms_collect(scene, &names);
    return kith_local_names_mention(scene, &names, err);
}

enum kith_status kith_recognize(const struct kith_recognizer *recognizer,
                                const struct kith_document *document,
                                struct kith_arena *arena, struct kith_mentions *mentions,
                                struct kith_error *err)
{
    struct kith_scene scene = {recognizer, document, document->tokens.items, arena,
                               mentions};
    struct kith_matches matches;
    struct seen_entities seen = {0};
    *mentions = (struct kith_mentions){0};
    KITH_TRY(kith_match_document(recognizer->gazetteer, document, arena, &matches, err));
    KITH_TRY(init_seen(&seen, matches.count, arena, err));
    collect_seen(&matches, &seen);
    KITH_TRY(take_matches(&scene, &matches, &seen, err));
    if (!recognizer->options.without_guard)
        kith_guard(&scene);
    return find_local_names(&scene, err);
}
