/* Which words of a full name may stand for all of it depends on what is named: of a
 * person the surname or the given name, of a body its initials, its head noun or the word
 * that tells it from others, of a place what stands before "Province". */
#include "recognize/short_form.h"

static bool is_initial(const struct kith_token *token)
{
    return token->end - token->begin == 1;
}

static bool may_be_key(const struct kith_scene *scene, uint32_t i)
{
    const unsigned too_common = KITH_NAME_TITLE | KITH_NAME_BESIDE | KITH_NAME_OPENER;
    return kith_is_capitalised(&scene->tokens[i]) && !is_initial(&scene->tokens[i]) &&
           !(kith_scene_word(scene, i) & too_common);
}

/* The last word of a name that is no suffix: of "Benedict XVI" the first. */
static uint32_t last_word(const struct kith_scene *scene,
                          const struct kith_mention *mention)
{
    uint32_t i = mention->end_token - 1;
    while (i > mention->first_token && (scene->tokens[i].kind != KITH_TOKEN_WORD ||
                                        (kith_scene_word(scene, i) & KITH_NAME_SUFFIX)))
        i--;
    return i;
}

/* Where "Holliday-Smith" begins, of which "Smith" is no short form; "Assad" is one of
 * "al-Assad". */
static uint32_t begin_of_double(const struct kith_scene *scene,
                                const struct kith_mention *mention, uint32_t i)
{
    while (i >= mention->first_token + 2 &&
           scene->tokens[i - 1].kind == KITH_TOKEN_HYPHEN &&
           !(kith_scene_word(scene, i - 2) & KITH_NAME_PARTICLE))
        i -= 2;
    return i;
}

static struct kith_local_name local_name(const struct kith_mention *mention,
                                         uint32_t key_token, uint32_t least_token)
{
    return (struct kith_local_name){.entity = mention->entity,
                                    .alias = mention->alias,
                                    .first_token = mention->first_token,
                                    .key_token = key_token,
                                    .least_token = least_token,
                                    .strength = KITH_LOCAL_PART};
}

/* Most are named in full more than once; the second time nothing is new. */
static bool is_entered(const struct kith_scene *scene,
                       const struct kith_local_names *names,
                       const struct kith_mention *mention)
{
    const struct kith_local_name *known = kith_local_names_find(
        names, scene->document, &scene->tokens[mention->end_token - 1]);
    return known && known->entity == mention->entity &&
           known->strength == KITH_LOCAL_SURNAME;
}

/* ---- persons ---- */

static void add_surname(const struct kith_scene *scene,
                        const struct kith_mention *mention, uint32_t i,
                        struct kith_local_names *names)
{
    struct kith_local_name name =
        local_name(mention, i, begin_of_double(scene, mention, i));
    name.strength = KITH_LOCAL_SURNAME;
    kith_local_names_add(names, scene, name);
}

/* "Aatish" is Aatish Taseer, when the article has no other. */
static void add_given_name(const struct kith_scene *scene,
                           const struct kith_mention *mention,
                           struct kith_local_names *names)
{
    const uint32_t first = mention->first_token;
    const unsigned none = KITH_NAME_PARTICLE | KITH_NAME_SUFFIX;
    if (may_be_key(scene, first) && !(kith_scene_word(scene, first) & none) &&
        scene->tokens[first + 1].kind == KITH_TOKEN_WORD)
        kith_local_names_add(names, scene, local_name(mention, first, first));
}

static void collect_person(const struct kith_scene *scene,
                           const struct kith_mention *mention,
                           struct kith_local_names *names)
{
    const uint32_t first = mention->first_token;
    if (is_entered(scene, names, mention))
        return;
    uint32_t last = last_word(scene, mention);
    if (may_be_key(scene, last))
        add_surname(scene, mention, last, names);
    if ((kith_scene_word(scene, first) & KITH_NAME_FAMILY) &&
        kith_is_capitalised(&scene->tokens[first]))
        add_surname(scene, mention, first, names);
    else if (first != last)
        add_given_name(scene, mention, names);
}

/* ---- bodies ---- */

/* Where the first run of words with capitals ends: before the "of" of "Communist Party of
 * China". */
static uint32_t end_of_run(const struct kith_scene *scene,
                           const struct kith_mention *mention)
{
    uint32_t i = mention->first_token;
    while (i < mention->end_token && scene->tokens[i].shape != KITH_SHAPE_LOWER)
        i++;
    return i;
}

/* "the Bank", when a run of the name ends so; "Communist Party" without the article. */
static void add_head(const struct kith_scene *scene, const struct kith_mention *mention,
                     uint32_t i, struct kith_local_names *names)
{
    if (!(kith_scene_word(scene, i) & KITH_NAME_HEAD) ||
        !kith_is_capitalised(&scene->tokens[i]))
        return;
    struct kith_local_name name = local_name(mention, i, i);
    name.needs_article = true;
    kith_local_names_add(names, scene, name);
}

/* Letters of a word that may stand for a name alone. */
#define TELLING_LEAST 4

/* A word that tells a name from others: "Schalke" of "FC Schalke 04". */
static bool is_telling(const struct kith_scene *scene, const struct kith_mention *mention,
                       uint32_t i)
{
    const struct kith_token *token = &scene->tokens[i];
    const unsigned untelling =
        KITH_NAME_HEAD | KITH_NAME_PLAIN | KITH_NAME_PARTICLE | KITH_NAME_SUFFIX;
    bool is_joined = (i + 1 < mention->end_token && token[1].kind == KITH_TOKEN_HYPHEN) ||
                     (i > mention->first_token && token[-1].kind == KITH_TOKEN_HYPHEN);
    return may_be_key(scene, i) && token->shape != KITH_SHAPE_UPPER && !is_joined &&
           token->end - token->begin >= TELLING_LEAST &&
           !(kith_scene_word(scene, i) & untelling);
}

/* The first telling word before `end` stands for the name. */
static void add_telling(const struct kith_scene *scene,
                        const struct kith_mention *mention, uint32_t end,
                        struct kith_local_names *names)
{
    for (uint32_t i = mention->first_token; i < end; i++)
        if (is_telling(scene, mention, i)) {
            kith_local_names_add(names, scene, local_name(mention, i, i));
            return;
        }
}

/* "GM" where the article names General Motors. */
static void add_initials(const struct kith_scene *scene,
                         const struct kith_mention *mention,
                         struct kith_local_names *names)
{
    char initials[KITH_INITIALS_LIMIT];
    size_t count = 0;
    for (uint32_t i = mention->first_token; i < mention->end_token; i++) {
        const struct kith_token *token = &scene->tokens[i];
        char first = scene->document->text.data[token->begin];
        if (token->kind == KITH_TOKEN_WORD && token->shape == KITH_SHAPE_LOWER)
            continue;
        if (token->shape != KITH_SHAPE_TITLE || first < 'A' || first > 'Z' ||
            count == sizeof initials)
            return;
        initials[count++] = (char)(first | 0x20);
    }
    if (count < 2)
        return;
    struct kith_local_name name =
        local_name(mention, mention->first_token, mention->first_token);
    name.needs_capitals = true;
    kith_local_names_add_letters(names, scene, (struct kith_str){initials, count}, name);
}

static void collect_body(const struct kith_scene *scene,
                         const struct kith_mention *mention,
                         struct kith_local_names *names)
{
    const uint32_t run = end_of_run(scene, mention);
    add_head(scene, mention, mention->end_token - 1, names);
    if (run > mention->first_token && run < mention->end_token)
        add_head(scene, mention, run - 1, names);
    add_telling(scene, mention, run, names);
    add_initials(scene, mention, names);
}

/* ---- places and others ---- */

/* "Gaza" of "Gaza Strip", "Punjab" of "Punjab, India". */
static void collect_place(const struct kith_scene *scene,
                          const struct kith_mention *mention,
                          struct kith_local_names *names)
{
    const uint32_t last = mention->end_token - 1;
    if (kith_scene_word(scene, last) & KITH_NAME_PLAIN)
        add_telling(scene, mention, mention->first_token + 1, names);
}

/* "Nabucco" of "Nabucco pipeline". */
static void collect_other(const struct kith_scene *scene,
                          const struct kith_mention *mention,
                          struct kith_local_names *names)
{
    const uint32_t last = mention->end_token - 1;
    if (scene->tokens[last].shape == KITH_SHAPE_LOWER)
        add_telling(scene, mention, mention->first_token + 1, names);
}

typedef void collect_fn(const struct kith_scene *scene,
                        const struct kith_mention *mention,
                        struct kith_local_names *names);

void kith_short_forms_collect(const struct kith_scene *scene,
                              struct kith_local_names *names)
{
    static collect_fn *const collect[] = {[KITH_KIND_OTHER] = collect_other,
                                          [KITH_KIND_PERSON] = collect_person,
                                          [KITH_KIND_PLACE] = collect_place,
                                          [KITH_KIND_BODY] = collect_body,
                                          [KITH_KIND_MEDIA] = collect_body};
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        const struct kith_mention *mention = &scene->mentions->items[m];
        if (mention->end_token - mention->first_token >= 2)
            collect[kith_scene_kind(scene, mention->entity)](scene, mention, names);
    }
}
