/* The alias helps to find the person; the mention is what annotators and readers take for
 * the name, and short forms and the guard see the name alone. */
#include "recognize/person_title.h"

static bool is_title(const struct kith_scene *scene, uint32_t i)
{
    unsigned kinds = kith_scene_word(scene, i);
    return (kinds & (KITH_NAME_TITLE | KITH_NAME_BESIDE)) && !(kinds & KITH_NAME_STYLE);
}

static bool is_called_so(const struct kith_scene *scene,
                         const struct kith_mention *mention)
{
    const struct kith_gazetteer *gazetteer = scene->recognizer->gazetteer;
    return kith_str_equal(kith_gazetteer_alias(gazetteer, mention->alias).text,
                          kith_gazetteer_entity(gazetteer, mention->entity).name);
}

static void trim(const struct kith_scene *scene, struct kith_mention *mention)
{
    uint32_t first = mention->first_token;
    while (first + 1 < mention->end_token && is_title(scene, first))
        first++;
    if (first == mention->first_token || is_called_so(scene, mention) ||
        !kith_is_capitalised(&scene->tokens[first]))
        return;
    mention->first_token = first;
    mention->begin = scene->tokens[first].begin;
}

void kith_titles_trim(const struct kith_scene *scene)
{
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        struct kith_mention *mention = &scene->mentions->items[m];
        if (mention->end_token - mention->first_token > 1 &&
            kith_scene_kind(scene, mention->entity) == KITH_KIND_PERSON)
            trim(scene, mention);
    }
}
