/* Evidence of a name's type. Only words that touch the name but for a blank are asked. */
#include "recognize/kind_beside.h"

/* What the word behind the name may be in names, or 0. */
static unsigned word_behind(const struct kith_scene *scene, uint32_t end, uint32_t limit)
{
    bool is_beside = end < limit && scene->tokens[end].gap == KITH_GAP_BLANK &&
                     kith_is_capitalised(&scene->tokens[end]);
    return is_beside ? kith_scene_word(scene, end) : 0;
}

/* What the word before the name may be, the dot of "Gen." passed over, or 0. */
static unsigned word_before(const struct kith_scene *scene, uint32_t first,
                            uint32_t floor)
{
    if (first <= floor || scene->tokens[first].gap == KITH_GAP_NONE)
        return 0;
    uint32_t before = first - 1;
    bool is_dot = scene->tokens[before].kind == KITH_TOKEN_MARK && before > floor &&
                  scene->document->text.data[scene->tokens[before].begin] == '.' &&
                  scene->tokens[before].gap == KITH_GAP_NONE;
    if (!is_dot)
        return kith_scene_word(scene, before);
    return kith_scene_word(scene, before - 1) & KITH_NAME_TITLE;
}

enum kith_type_kind kith_kind_beside(const struct kith_scene *scene,
                                     struct kith_span name, uint32_t sentence)
{
    const struct kith_sentence *line = &scene->document->sentences.items[sentence];
    unsigned before = word_before(scene, name.first, line->first_token);
    unsigned behind = word_behind(scene, name.end, line->end_token);
    if (before & KITH_NAME_TITLE)
        return KITH_KIND_PERSON;
    if (behind & KITH_NAME_LEGAL)
        return KITH_KIND_BODY;
    if (behind & KITH_NAME_SUFFIX)
        return KITH_KIND_PERSON;
    return before & KITH_NAME_LOCATIVE ? KITH_KIND_PLACE : KITH_KIND_OTHER;
}
