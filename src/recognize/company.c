/* Strangers beside a name. */
#include "recognize/company.h"

/* Words of so many letters carry a capital in a headline that has capitals. */
#define LONG_WORD 4

/* Fewer long words with capitals may be chance, outside the article's title. */
#define LONG_WORDS_NEEDED 4

bool kith_has_idle_capitals(const struct kith_scene *scene, uint32_t sentence)
{
    const struct kith_sentence *line = &scene->document->sentences.items[sentence];
    uint32_t long_words = 0;
    for (uint32_t i = line->first_token; i < line->end_token; i++) {
        const struct kith_token *token = &scene->tokens[i];
        if (token->kind != KITH_TOKEN_WORD || token->end - token->begin < LONG_WORD)
            continue;
        if (token->shape == KITH_SHAPE_LOWER)
            return false;
        long_words++;
    }
    return line->is_title || long_words >= LONG_WORDS_NEEDED;
}

/* A word with a capital that is neither known to stand beside names nor to begin
 * sentences: those stand in the midst of a line too, where a headline runs into it. */
static bool is_stranger(const struct kith_scene *scene, uint32_t i)
{
    const unsigned known = KITH_NAME_TITLE | KITH_NAME_BESIDE | KITH_NAME_OPENER;
    return kith_is_capitalised(&scene->tokens[i]) && !(kith_scene_word(scene, i) & known);
}

/* The initial of "W. Bush": a capital and its dot. */
static bool is_initial(const struct kith_scene *scene, uint32_t dot)
{
    const struct kith_token *word = &scene->tokens[dot - 1];
    return scene->document->text.data[scene->tokens[dot].begin] == '.' &&
           scene->tokens[dot].gap == KITH_GAP_NONE && kith_is_capitalised(word) &&
           word->end - word->begin == 1;
}

/* "Müller-Merkel": a double name. */
static bool is_double(const struct kith_scene *scene, uint32_t hyphen)
{
    return scene->tokens[hyphen].kind == KITH_TOKEN_HYPHEN &&
           scene->tokens[hyphen].gap == KITH_GAP_NONE &&
           kith_is_capitalised(&scene->tokens[hyphen - 1]) &&
           scene->tokens[hyphen - 1].shape != KITH_SHAPE_UPPER;
}

static uint32_t find_stranger_before(const struct kith_scene *scene, uint32_t first,
                                     uint32_t floor)
{
    if (first <= floor)
        return KITH_NO_ID;
    const uint32_t before = first - 1;
    if (scene->tokens[first].gap == KITH_GAP_NONE)
        return before > floor && is_double(scene, before) ? before - 1 : KITH_NO_ID;
    if (scene->tokens[first].gap != KITH_GAP_BLANK)
        return KITH_NO_ID;
    if (scene->tokens[before].kind == KITH_TOKEN_MARK)
        return before > floor && is_initial(scene, before) ? before - 1 : KITH_NO_ID;
    return is_stranger(scene, before) ? before : KITH_NO_ID;
}

static bool has_stranger_behind(const struct kith_scene *scene, uint32_t end,
                                uint32_t ceiling)
{
    return end < ceiling && scene->tokens[end].gap == KITH_GAP_BLANK &&
           is_stranger(scene, end) && !(kith_scene_word(scene, end) & KITH_NAME_SUFFIX);
}

uint32_t kith_find_stranger(const struct kith_scene *scene, struct kith_span name,
                            struct kith_span open)
{
    uint32_t before = find_stranger_before(scene, name.first, open.first);
    if (before != KITH_NO_ID)
        return before;
    return has_stranger_behind(scene, name.end, open.end) ? name.end : KITH_NO_ID;
}
