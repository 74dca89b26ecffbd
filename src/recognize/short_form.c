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

/* Most are named in full more than once; the second time nothing is new. */
static bool is_entered(const struct kith_scene *scene,
                       const struct kith_local_names *names,
                       const struct kith_mention *mention)
{
    const struct kith_local_name *known = kith_local_names_find(
        names, scene->document, &scene->tokens[mention->end_token - 1]);
    return known && known->entity == mention->entity &&
           known->found == KITH_FOUND_SHORT_FORM;
}

static void collect_person(const struct kith_scene *scene,
                           const struct kith_mention *mention,
                           struct kith_local_names *names)
{
    uint32_t first = mention->first_token;
    if (is_entered(scene, names, mention))
        return;
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
        else if (kith_is_body(kind))
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

/* Tell why the word at token i is not short for `name`; returns what find_begin does. */
static uint32_t refuse(const struct kith_scene *scene, const struct kith_local_name *name,
                       uint32_t i, enum kith_reason reason, uint32_t word)
{
    kith_trace_add(scene->trace, (struct kith_decision){.first_token = i,
                                                        .end_token = i + 1,
                                                        .reason = reason,
                                                        .entity = name->entity,
                                                        .alias = name->alias,
                                                        .rival = KITH_NO_ID,
                                                        .word = word});
    return i + 1;
}

/* The first token of the short form that has its key at token i, or i + 1 for none. */
static uint32_t find_begin(const struct kith_scene *scene,
                           const struct kith_local_name *name,
                           const struct stretch *stretch, uint32_t i)
{
    struct kith_span open = open_in_sentence(scene, stretch);
    if (name->entity == KITH_NO_ID)
        return refuse(scene, name, i, KITH_REASON_NOBODY, name->key_token);
    if (!has_case_of(scene, name, i))
        return refuse(scene, name, i, KITH_REASON_SMALL, name->key_token);
    if (name->needs_article && !stands_behind_the(scene, i, open.first))
        return refuse(scene, name, i, KITH_REASON_NO_ARTICLE, name->first_token);
    uint32_t begin = extend(scene, name, i, open.first);
    if (i - begin < name->key_token - name->least_token)
        return refuse(scene, name, i, KITH_REASON_HALF, name->first_token);
    struct kith_span span = {begin, i + 1};
    uint32_t stranger = kith_find_stranger(scene, span, open);
    if (stranger != KITH_NO_ID && !kith_has_idle_capitals(scene, stretch->sentence))
        return refuse(scene, name, i, KITH_REASON_STRANGER, stranger);
    return begin;
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

/* The mentions and what is found between them, put in order. */
struct merging {
    const struct kith_scene *scene;
    const struct kith_local_names *names;
    struct kith_mentions all;
    uint32_t next; /* of the scene's mentions */
    struct stretch stretch;
};

/* Take over the mentions that begin at token i or before; the stretch goes on behind. */
static enum kith_status pass_mentions(struct merging *merging, uint32_t i,
                                      struct kith_error *err)
{
    const struct kith_mentions *mentions = merging->scene->mentions;
    while (merging->next < mentions->count &&
           mentions->items[merging->next].first_token <= i) {
        const struct kith_mention *mention = &mentions->items[merging->next++];
        KITH_TRY(push(merging->scene, &merging->all, *mention, err));
        merging->stretch.open.first = mention->end_token;
    }
    merging->stretch.open.end = merging->next < mentions->count
                                    ? mentions->items[merging->next].first_token
                                    : merging->scene->document->tokens.count;
    return KITH_OK;
}

/* Token i may be a key: make a mention of what it is the key of, if nothing is there. */
static enum kith_status try_at(struct merging *merging, uint32_t i,
                               struct kith_error *err)
{
    const struct kith_scene *scene = merging->scene;
    struct stretch *stretch = &merging->stretch;
    const struct kith_local_name *name =
        kith_local_names_find(merging->names, scene->document, &scene->tokens[i]);
    if (!name)
        return KITH_OK;
    KITH_TRY(pass_mentions(merging, i, err));
    if (i < stretch->open.first)
        return KITH_OK;
    while (scene->document->sentences.items[stretch->sentence].end_token <= i)
        stretch->sentence++;
    uint32_t begin = find_begin(scene, name, stretch, i);
    if (begin > i)
        return KITH_OK;
    struct kith_mention mention =
        mention_of(scene, name, (struct kith_span){begin, i + 1}, stretch->sentence);
    kith_scene_tell(scene, &mention,
                    name->found == KITH_FOUND_DEFINED ? KITH_REASON_EXPLAINED
                                                      : KITH_REASON_SHORTENED,
                    name->first_token);
    stretch->open.first = i + 1;
    return push(scene, &merging->all, mention, err);
}

/* Tokens that are sifted at a time. */
#define SIFTED_AT_ONCE 512

/* The tokens from `begin` to `end` that may be keys; returns how many. The one loop that
 * sees every token: nothing in it has to be guessed by the processor. */
static uint32_t sift(const struct merging *merging, uint32_t begin, uint32_t end,
                     uint32_t *sifted)
{
    const char *text = merging->scene->document->text.data;
    uint32_t count = 0;
    for (uint32_t i = begin; i < end; i++) {
        sifted[count] = i;
        count += kith_local_names_pass(merging->names, text, &merging->scene->tokens[i]);
    }
    return count;
}

enum kith_status kith_local_names_mention(const struct kith_scene *scene,
                                          const struct kith_local_names *names,
                                          struct kith_error *err)
{
    const uint32_t token_count = scene->document->tokens.count;
    if (names->count == 0)
        return KITH_OK;
    struct merging merging = {.scene = scene, .names = names};
    for (uint32_t begin = 0; begin < token_count; begin += SIFTED_AT_ONCE) {
        uint32_t sifted[SIFTED_AT_ONCE];
        uint32_t left = token_count - begin;
        uint32_t end = begin + (left < SIFTED_AT_ONCE ? left : SIFTED_AT_ONCE);
        uint32_t count = sift(&merging, begin, end, sifted);
        for (uint32_t k = 0; k < count; k++)
            KITH_TRY(try_at(&merging, sifted[k], err));
    }
    KITH_TRY(pass_mentions(&merging, token_count, err));
    *scene->mentions = merging.all;
    return KITH_OK;
}
