/* The guard looks at one word only: a longer alias was met whole, and is evidence by
 * itself. */
#include "recognize/guard.h"

#include "recognize/company.h"

/* The sentence last looked at: its capitals are asked for at most once. */
struct line {
    uint32_t sentence;
    bool is_known, has_idle_capitals;
};

static bool capitals_are_idle(const struct kith_scene *scene, uint32_t sentence,
                              struct line *line)
{
    if (!line->is_known || line->sentence != sentence)
        *line = (struct line){sentence, true, kith_has_idle_capitals(scene, sentence)};
    return line->has_idle_capitals;
}

/* A name of one capitalised word that may be part of another: a person's or a place's. */
static bool is_guarded(const struct kith_scene *scene, const struct kith_mention *mention)
{
    if (mention->end_token - mention->first_token != 1 ||
        mention->found == KITH_FOUND_DEMONYM ||
        !kith_is_capitalised(&scene->tokens[mention->first_token]))
        return false;
    enum kith_type_kind kind = kith_scene_kind(scene, mention->entity);
    return kind == KITH_KIND_PERSON || kind == KITH_KIND_PLACE;
}

/* Does the word at token i have its capital from where it stands? */
static bool begins(const struct kith_scene *scene, const struct kith_sentence *sentence,
                   uint32_t i)
{
    return i == sentence->first_token || scene->tokens[i - 1].kind == KITH_TOKEN_QUOTE ||
           scene->document->text.data[scene->tokens[i - 1].begin] == ':' ||
           sentence->is_title;
}

/* A word that begins a sentence and has its capital from that, "We" or "As", whatever a
 * gazetteer calls so; and the same word in small letters, or where it is not even spelt
 * so: "As" for "Ås". In capitals it is a name: "WE". */
static bool is_opener(const struct kith_scene *scene, const struct kith_mention *mention)
{
    const uint32_t i = mention->first_token;
    const uint8_t shape = scene->tokens[i].shape;
    if (mention->end_token - i != 1 || shape > KITH_SHAPE_TITLE ||
        !(kith_scene_word(scene, i) & KITH_NAME_OPENER))
        return false;
    return shape == KITH_SHAPE_LOWER || mention->found == KITH_FOUND_FOLDED ||
           begins(scene, &scene->document->sentences.items[mention->sentence], i);
}

/* The tokens around mention m that belong to its sentence and to no other mention. */
static struct kith_span open_around(const struct kith_scene *scene, uint32_t m,
                                    uint32_t end_before)
{
    const struct kith_mentions *mentions = scene->mentions;
    const struct kith_sentence *sentence =
        &scene->document->sentences.items[mentions->items[m].sentence];
    struct kith_span open = {sentence->first_token, sentence->end_token};
    if (end_before > open.first)
        open.first = end_before;
    if (m + 1 < mentions->count && mentions->items[m + 1].first_token < open.end)
        open.end = mentions->items[m + 1].first_token;
    return open;
}

/* What is against mention m: KITH_REASON_NONE, or why it is none; then `word` decided. */
static enum kith_reason objection_to(const struct kith_scene *scene, uint32_t m,
                                     uint32_t end_before, struct line *line,
                                     uint32_t *word)
{
    const struct kith_mention *mention = &scene->mentions->items[m];
    *word = mention->first_token;
    if (is_opener(scene, mention))
        return KITH_REASON_OPENER;
    if (!is_guarded(scene, mention))
        return KITH_REASON_NONE;
    struct kith_span name = {mention->first_token, mention->end_token};
    *word = kith_find_stranger(scene, name, open_around(scene, m, end_before));
    if (*word == KITH_NO_ID || capitals_are_idle(scene, mention->sentence, line))
        return KITH_REASON_NONE;
    return KITH_REASON_STRANGER;
}

void kith_guard(const struct kith_scene *scene)
{
    struct kith_mentions *mentions = scene->mentions;
    struct line line = {0};
    uint32_t kept = 0, end_before = 0;
    for (uint32_t m = 0; m < mentions->count; m++) {
        struct kith_mention mention = mentions->items[m];
        uint32_t word;
        enum kith_reason reason = objection_to(scene, m, end_before, &line, &word);
        end_before = mention.end_token;
        if (reason == KITH_REASON_NONE)
            mentions->items[kept++] = mention;
        else
            kith_scene_tell(scene, &mention, reason, word);
    }
    mentions->count = kept;
}
