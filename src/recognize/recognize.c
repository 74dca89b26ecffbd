/* Recognising, step by step: whom matches mean, which of them are parts of longer names,
 * and what the article's own names add. All of it with the longest names and the
 * likeliest entities; others come last. */
#include "recognize/choice.h"
#include "recognize/context.h"
#include "recognize/credit.h"
#include "recognize/definition.h"
#include "recognize/further.h"
#include "recognize/guard.h"
#include "recognize/occurrence.h"
#include "recognize/rejection.h"
#include "recognize/short_form.h"
#include "recognize/shout.h"
#include "recognize/trim.h"

/* Definitions and short forms that one mention may come to. */
#define NAMES_A_MENTION (3 + KITH_SHORT_FORMS_LIMIT)

/* What the article's own names add to the mentions and change in them. */
static enum kith_status find_local_names(const struct kith_scene *scene,
                                         struct kith_error *err)
{
    const struct kith_recognize_options *options = &scene->recognizer->options;
    struct kith_local_names names;
    if (scene->mentions->count == 0)
        return KITH_OK;
    KITH_TRY(kith_local_names_init(&names, scene->mentions->count * NAMES_A_MENTION,
                                   scene->arena, err));
    if (!options->without_definitions)
        kith_definitions_collect(scene, &names);
    if (!options->without_short_forms)
        kith_short_forms_collect(scene, &names);
    kith_local_names_bind(scene, &names);
    return kith_local_names_mention(scene, &names, err);
}

/* Until here they told that "German Hans Weber" has no stranger in it. */
static void leave_demonyms_out(const struct kith_scene *scene)
{
    struct kith_mentions *mentions = scene->mentions;
    uint32_t kept = 0;
    for (uint32_t m = 0; m < mentions->count; m++)
        if (mentions->items[m].found != KITH_FOUND_DEMONYM)
            mentions->items[kept++] = mentions->items[m];
        else
            kith_scene_tell(scene, &mentions->items[m], KITH_REASON_DEMONYM, KITH_NO_ID);
    mentions->count = kept;
}

/* Matching knows the stop list; what the article's own names add has yet to be asked. */
static void leave_stopped_out(const struct kith_scene *scene)
{
    struct kith_mentions *mentions = scene->mentions;
    uint32_t kept = 0;
    for (uint32_t m = 0; m < mentions->count; m++) {
        const struct kith_mention *mention = &mentions->items[m];
        bool is_local = mention->found == KITH_FOUND_SHORT_FORM ||
                        mention->found == KITH_FOUND_DEFINED;
        if (!is_local || !kith_span_is_stopped(scene->recognizer->gazetteer,
                                               scene->document, mention->first_token,
                                               mention->end_token, mention->entity))
            mentions->items[kept++] = *mention;
        else
            kith_scene_tell(scene, mention, KITH_REASON_STOPPED, KITH_NO_ID);
    }
    mentions->count = kept;
}

enum kith_status kith_recognize_traced(const struct kith_recognizer *recognizer,
                                       const struct kith_document *document,
                                       struct kith_arena *arena, struct kith_trace *trace,
                                       struct kith_mentions *mentions,
                                       struct kith_error *err)
{
    struct kith_contexts contexts;
    struct kith_scene scene = {
        recognizer, document, document->tokens.items, arena, mentions, trace, &contexts};
    struct kith_matches matches;
    struct kith_seen_entities seen;
    *mentions = (struct kith_mentions){0};
    KITH_TRY(kith_match_document(recognizer->gazetteer, document, arena, &matches, err));
    KITH_TRY(kith_matches_pass_titles(&scene, &matches, err));
    if (trace)
        trace->matches = matches;
    KITH_TRY(kith_contexts_init(&contexts, matches.candidates.count, arena, err));
    KITH_TRY(kith_seen_collect(&scene, &matches, &seen, err));
    KITH_TRY(kith_choose(&scene, &matches, &seen, err));
    kith_mentions_trim(&scene);
    if (!recognizer->options.without_guard) {
        KITH_TRY(kith_shouts_drop(&scene, err));
        kith_guard(&scene);
    }
    /* Before the article's own names: what is no mention lends its name to no other. */
    kith_rejections_apply(recognizer->rejections, document, trace, mentions);
    KITH_TRY(find_local_names(&scene, err));
    leave_stopped_out(&scene);
    if (!recognizer->options.without_guard)
        kith_credits_drop(&scene);
    if (!recognizer->options.with_demonyms)
        leave_demonyms_out(&scene);
    return kith_further_add(&scene, &matches, &seen, err);
}

enum kith_status kith_recognize(const struct kith_recognizer *recognizer,
                                const struct kith_document *document,
                                struct kith_arena *arena, struct kith_mentions *mentions,
                                struct kith_error *err)
{
    return kith_recognize_traced(recognizer, document, arena, NULL, mentions, err);
}
