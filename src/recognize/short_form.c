/* Short forms, in two steps: which words stand for whom, and where they stand.
 *
 * The whole article is known before the first is looked for, so that a headline's
 * "Peskov" is resolved by the text below it. */
#include "recognize/short_form.h"

#include "recognize/company.h"
#include "recognize/word_key.h"

/* ---- whom words stand for ---- */

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
                                    .found = KITH_FOUND_SHORT_FORM};
}

static void collect_person(const struct kith_scene *scene,
                           const struct kith_mention *mention,
                           struct kith_local_names *names)
{
    uint32_t first = mention->first_token;
    uint32_t last = last_word(scene, mention);
    if (may_be_key(scene, last))
        kith_local_names_add(
            names, scene,
            local_name(mention, last, begin_of_double(scene, mention, last)));
    if ((kith_scene_word(scene, first) & KITH_NAME_FAMILY) &&
        kith_is_capitalised(&scene->tokens[first]))
        kith_local_names_add(names, scene, local_name(mention, first, first));
}

/* "the Bank", when the name ends so. */
static void collect_body(const struct kith_scene *scene,
                         const struct kith_mention *mention,
                         struct kith_local_names *names)
{
    uint32_t last = mention->end_token - 1;
    if (!(kith_scene_word(scene, last) & KITH_NAME_HEAD) ||
        !kith_is_capitalised(&scene->tokens[last]))
        return;
    struct kith_local_name name = local_name(mention, last, last);
    name.needs_article = true;
    kith_local_names_add(names, scene, name);
}

void kith_short_forms_collect(const struct kith_scene *scene,
                              struct kith_local_names *names)
{
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        const struct kith_mention *mention = &scene->mentions->items[m];
        if (mention->end_token - mention->first_token < 2)
            continue;
        enum kith_type_kind kind = kith_scene_kind(scene, mention->entity);
        if (kind == KITH_KIND_PERSON)
            collect_person(scene, mention, names);
        else if (kind == KITH_KIND_BODY)
            collect_body(scene, mention, names);
    }
}

/* ---- where they stand ---- */

/* The tokens between two mentions, and their sentence. */
struct stretch {
    struct kith_span open;
    uint32_t sentence;
};

static bool same_word(const struct kith_scene *scene, uint32_t a, uint32_t b)
{
    const struct kith_token *one = &scene->tokens[a], *other = &scene->tokens[b];
    return one->kind == other->kind && kith_word_key(scene->document->text, one) ==
                                           kith_word_key(scene->document->text, other);
}

/* From the key at token i back as far as the text goes with the full name: the first
 * token of "bin Laden". */
static uint32_t extend(const struct kith_scene *scene, const struct kith_local_name *name,
                       uint32_t i, uint32_t floor)
{
    uint32_t begin = i;
    for (uint32_t k = name->key_token; k > name->first_token && i > floor; k--) {
        if (!same_word(scene, --i, k - 1))
            break;
        if (scene->tokens[i].kind == KITH_TOKEN_WORD)
            begin = i;
    }
    return begin;
}

/* A defined name in capitals stands in capitals only: "WHO" is not "Who". */
static bool has_case_of(const struct kith_scene *scene,
                        const struct kith_local_name *name, uint32_t i)
{
    return name->found != KITH_FOUND_DEFINED ||
           scene->tokens[name->key_token].shape != KITH_SHAPE_UPPER ||
           scene->tokens[i].shape == KITH_SHAPE_UPPER;
}

static bool stands_behind_the(const struct kith_scene *scene, uint32_t i, uint32_t floor)
{
    if (i <= floor)
        return false;
    const struct kith_token *word = &scene->tokens[i - 1];
    struct kith_str text = kith_token_text(scene->document->text, word);
    return kith_str_equal(text, KITH_STR("the")) || kith_str_equal(text, KITH_STR("The"));
}

/* What of the stretch lies in its sentence. */
static struct kith_span open_in_sentence(const struct kith_scene *scene,
                                         const struct stretch *stretch)
{
    const struct kith_sentence *sentence =
        &scene->document->sentences.items[stretch->sentence];
    struct kith_span open = stretch->open;
    if (open.first < sentence->first_token)
        open.first = sentence->first_token;
    if (open.end > sentence->end_token)
        open.end = sentence->end_token;
    return open;
}

/* The first token of the short form that has its key at token i, or i + 1 for none. */
static uint32_t find_begin(const struct kith_scene *scene,
                           const struct kith_local_name *name,
                           const struct stretch *stretch, uint32_t i)
{
    struct kith_span open = open_in_sentence(scene, stretch);
    if (name->entity == KITH_NO_ID || !has_case_of(scene, name, i))
        return i + 1;
    if (name->needs_article && !stands_behind_the(scene, i, open.first))
        return i + 1;
    uint32_t begin = extend(scene, name, i, open.first);
    if (i - begin < name->key_token - name->least_token)
        return i + 1;
    struct kith_span span = {begin, i + 1};
    bool is_stranger = !kith_has_idle_capitals(scene, stretch->sentence) &&
                       kith_has_stranger(scene, span, open);
    return is_stranger ? i + 1 : begin;
}

static struct kith_mention mention_of(const struct kith_scene *scene,
                                      const struct kith_local_name *name,
                                      struct kith_span span, uint32_t sentence)
{
    return (struct kith_mention){.begin = scene->tokens[span.first].begin,
                                 .end = scene->tokens[span.end - 1].end,
                                 .first_token = span.first,
                                 .end_token = span.end,
                                 .sentence = sentence,
                                 .entity = name->entity,
                                 .alias = name->alias,
                                 .found = name->found,
                                 .choice = KITH_CHOICE_ONLY,
                                 .candidate_count = 1};
}

static enum kith_status push(const struct kith_scene *scene, struct kith_mentions *list,
                             struct kith_mention mention, struct kith_error *err)
{
    if (!KITH_ARENA_PUSHABLE(scene->arena, list))
        return kith_no_memory(err);
    list->items[list->count++] = mention;
    return KITH_OK;
}

/* Look at the tokens between two mentions; found ones go behind the list. */
static enum kith_status find_between(const struct kith_scene *scene,
                                     const struct kith_local_names *names,
                                     struct stretch *stretch, struct kith_mentions *list,
                                     struct kith_error *err)
{
    const struct kith_sentence *sentences = scene->document->sentences.items;
    const char *text = scene->document->text.data;
    for (uint32_t i = stretch->open.first; i < stretch->open.end; i++) {
        if (!kith_local_names_pass(names, text, &scene->tokens[i]))
            continue;
        const struct kith_local_name *name =
            kith_local_names_find(names, scene->document, &scene->tokens[i]);
        if (!name)
            continue;
        while (sentences[stretch->sentence].end_token <= i)
            stretch->sentence++;
        uint32_t begin = find_begin(scene, name, stretch, i);
        if (begin > i)
            continue;
        struct kith_span span = {begin, i + 1};
        KITH_TRY(
            push(scene, list, mention_of(scene, name, span, stretch->sentence), err));
        stretch->open.first = i + 1;
    }
    return KITH_OK;
}

enum kith_status kith_local_names_mention(const struct kith_scene *scene,
                                          const struct kith_local_names *names,
                                          struct kith_error *err)
{
    if (names->count == 0)
        return KITH_OK;
    struct kith_mentions all = {0};
    struct stretch stretch = {0};
    for (uint32_t m = 0; m < scene->mentions->count; m++) {
        const struct kith_mention *mention = &scene->mentions->items[m];
        stretch.open.end = mention->first_token;
        KITH_TRY(find_between(scene, names, &stretch, &all, err));
        KITH_TRY(push(scene, &all, *mention, err));
        stretch.open.first = mention->end_token;
    }
    stretch.open.end = scene->document->tokens.count;
    KITH_TRY(find_between(scene, names, &stretch, &all, err));
    *scene->mentions = all;
    return KITH_OK;
}
