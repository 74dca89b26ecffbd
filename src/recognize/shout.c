/* Two passes: the first gathers whom the lines in ordinary writing name, the second asks
 * about the others. */
#include "recognize/shout.h"

#include <stdlib.h>

/* Letters of a name that may be a word in capitals; as in gazetteer/name.c. */
#define SHORT_NAME 5

/* Words in capitals that make a line one in capitals; a single one may be a name. */
#define CAPITALS_NEEDED 3

/* Who is named in ordinary lines, in order; and the sentence last looked at. */
struct hearing {
    const struct kith_scene *scene;
    kith_id *named;
    uint32_t count, sentence;
    bool has_line, is_shouted, has_body;
};

static bool is_in_capitals(const struct kith_scene *scene, uint32_t sentence)
{
    const struct kith_sentence *line = &scene->document->sentences.items[sentence];
    uint32_t capitals = 0;
    for (uint32_t i = line->first_token; i < line->end_token; i++) {
        const struct kith_token *token = &scene->tokens[i];
        if (token->kind != KITH_TOKEN_WORD || token->end - token->begin < 2)
            continue;
        if (token->shape != KITH_SHAPE_UPPER)
            return false;
        capitals++;
    }
    return capitals >= CAPITALS_NEEDED;
}

static bool is_shouted(struct hearing *hearing, const struct kith_mention *mention)
{
    if (!hearing->has_line || hearing->sentence != mention->sentence) {
        hearing->has_line = true;
        hearing->sentence = mention->sentence;
        hearing->is_shouted = is_in_capitals(hearing->scene, mention->sentence);
    }
    return hearing->is_shouted;
}

/* A name that the gazetteer writes so, too: Oslo has its other capitals from the line. */
static bool is_short_name(const struct kith_scene *scene,
                          const struct kith_mention *mention)
{
    const struct kith_token *token = &scene->tokens[mention->first_token];
    return mention->end_token - mention->first_token == 1 &&
           mention->found == KITH_FOUND_EXACT && !token->is_dotted &&
           token->shape == KITH_SHAPE_UPPER && token->end - token->begin <= SHORT_NAME;
}

static bool is_questionable(struct hearing *hearing, const struct kith_mention *mention)
{
    return is_short_name(hearing->scene, mention) && is_shouted(hearing, mention);
}

static int compare_ids(const void *a, const void *b)
{
    kith_id one = *(const kith_id *)a, other = *(const kith_id *)b;
    return (one > other) - (one < other);
}

static enum kith_status listen(struct hearing *hearing, struct kith_error *err)
{
    const struct kith_mentions *mentions = hearing->scene->mentions;
    const struct kith_sentences *sentences = &hearing->scene->document->sentences;
    hearing->named = KITH_ARRAY(hearing->scene->arena, kith_id, mentions->count);
    if (!hearing->named)
        return kith_no_memory(err);
    for (uint32_t m = 0; m < mentions->count; m++)
        if (!is_shouted(hearing, &mentions->items[m]))
            hearing->named[hearing->count++] = mentions->items[m].entity;
    qsort(hearing->named, hearing->count, sizeof *hearing->named, compare_ids);
    for (uint32_t s = 0; s < sentences->count && !hearing->has_body; s++)
        hearing->has_body = !is_in_capitals(hearing->scene, s);
    return KITH_OK;
}

static bool is_word(const struct hearing *hearing, const struct kith_mention *mention)
{
    if (hearing->count && bsearch(&mention->entity, hearing->named, hearing->count,
                                  sizeof *hearing->named, compare_ids))
        return false;
    return hearing->has_body ||
           (kith_scene_word(hearing->scene, mention->first_token) & KITH_NAME_OPENER);
}

static void drop(struct hearing *hearing)
{
    struct kith_mentions *mentions = hearing->scene->mentions;
    uint32_t kept = 0;
    for (uint32_t m = 0; m < mentions->count; m++) {
        const struct kith_mention *mention = &mentions->items[m];
        if (is_questionable(hearing, mention) && is_word(hearing, mention))
            kith_scene_tell(hearing->scene, mention, KITH_REASON_SHOUTED,
                            mention->first_token);
        else
            mentions->items[kept++] = *mention;
    }
    mentions->count = kept;
}

enum kith_status kith_shouts_drop(const struct kith_scene *scene, struct kith_error *err)
{
    struct hearing hearing = {.scene = scene};
    for (uint32_t m = 0; m < scene->mentions->count; m++)
        if (is_questionable(&hearing, &scene->mentions->items[m])) {
            KITH_TRY(listen(&hearing, err));
            drop(&hearing);
            break;
        }
    return KITH_OK;
}
