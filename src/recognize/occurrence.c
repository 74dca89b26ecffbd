/* Occurrences: a pass over the words between the mentions, and a second look at what it
 * found, when all of the article is known. */
#include "recognize/occurrence.h"

#include "recognize/company.h"
#include "gazetteer/word_key.h"

static enum kith_found found_of(const struct kith_local_name *name)
{
    return name->strength == KITH_LOCAL_DEFINED ? KITH_FOUND_DEFINED
                                                : KITH_FOUND_SHORT_FORM;
}

static enum kith_reason reason_of(const struct kith_local_name *name)
{
    return name->strength == KITH_LOCAL_DEFINED ? KITH_REASON_EXPLAINED
                                                : KITH_REASON_SHORTENED;
}

/* ---- words that a gazetteer gives to somebody else ---- */

static bool may_be_bound(const struct kith_scene *scene,
                         const struct kith_local_name *name,
                         const struct kith_mention *mention)
{
    if (!name || name->entity == KITH_NO_ID || name->entity == mention->entity ||
        name->needs_article || name->least_token != name->key_token)
        return false;
    if (name->strength == KITH_LOCAL_DEFINED)
        return name->first_token == name->key_token;
    return name->strength == KITH_LOCAL_SURNAME &&
           kith_scene_kind(scene, mention->entity) == KITH_KIND_PERSON;
}

static void bind(const struct kith_scene *scene, const struct kith_local_names *names,
                 struct kith_mention *mention)
{
    const struct kith_token *token = &scene->tokens[mention->first_token];
    if (mention->end_token - mention->first_token != 1 ||
        !kith_local_names_pass(names, scene->document->text.data, token))
        return;
    struct kith_local_name *name = kith_local_names_find(names, scene->document, token);
    if (name && name->strength == KITH_LOCAL_PART && name->entity != mention->entity)
        name->is_doubtful = true; /* "London", of London Underground */
    if (!may_be_bound(scene, name, mention))
        return;
    const kith_id before = mention->entity;
    mention->entity = name->entity;
    mention->alias = name->alias;
    mention->found = (uint8_t)found_of(name);
    mention->choice = KITH_CHOICE_IN_ARTICLE;
    mention->candidates = NULL;
    mention->candidate_count = 1;
    if (scene->trace)
        kith_trace_mention(scene->trace, mention, reason_of(name), before,
                           name->key_token);
}

void kith_local_names_bind(const struct kith_scene *scene,
                           const struct kith_local_names *names)
{
    if (names->count == 0)
        return;
    for (uint32_t m = 0; m < scene->mentions->count; m++)
        bind(scene, names, &scene->mentions->items[m]);
}

/* ---- words between the mentions ---- */

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
static uint32_t find_begin(const struct kith_scene *scene, struct kith_local_name *name,
                           const struct stretch *stretch, uint32_t i)
{
    struct kith_span open = open_in_sentence(scene, stretch);
    if (name->entity == KITH_NO_ID)
        return refuse(scene, name, i, KITH_REASON_NOBODY, name->key_token);
    if (name->needs_capitals && scene->tokens[i].shape != KITH_SHAPE_UPPER)
        return refuse(scene, name, i, KITH_REASON_SMALL, name->key_token);
    uint32_t begin = extend(scene, name, i, open.first);
    if (i - begin < name->key_token - name->least_token)
        return refuse(scene, name, i, KITH_REASON_HALF, name->first_token);
    if (name->needs_article && begin == i && !stands_behind_the(scene, i, open.first))
        return refuse(scene, name, i, KITH_REASON_NO_ARTICLE, name->first_token);
    uint32_t stranger = kith_find_stranger(scene, (struct kith_span){begin, i + 1}, open);
    if (stranger == KITH_NO_ID || kith_has_idle_capitals(scene, stretch->sentence))
        return begin;
    name->is_doubtful = name->strength == KITH_LOCAL_PART;
    return refuse(scene, name, i, KITH_REASON_STRANGER, stranger);
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
                                 .found = (uint8_t)found_of(name),
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
    struct kith_local_name *name =
        kith_local_names_find(merging->names, scene->document, &scene->tokens[i]);
    if (!name)
        return KITH_OK;
    if (scene->tokens[i].shape < KITH_SHAPE_TITLE) {
        name->is_doubtful |= name->strength == KITH_LOCAL_PART && !name->needs_capitals;
        return KITH_OK;
    }
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
    kith_scene_tell(scene, &mention, reason_of(name), name->first_token);
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

/* Parts that turned out to be ordinary words, or words of somebody else's name. */
static void drop_doubtful(const struct merging *merging)
{
    const struct kith_scene *scene = merging->scene;
    struct kith_mentions *mentions = scene->mentions;
    uint32_t kept = 0;
    for (uint32_t m = 0; m < mentions->count; m++) {
        const struct kith_mention *mention = &mentions->items[m];
        const struct kith_local_name *name = NULL;
        if (mention->found == KITH_FOUND_SHORT_FORM)
            name = kith_local_names_find(merging->names, scene->document,
                                         &scene->tokens[mention->end_token - 1]);
        if (!name || !name->is_doubtful)
            mentions->items[kept++] = *mention;
        else
            kith_scene_tell(scene, mention, KITH_REASON_DOUBTFUL, name->first_token);
    }
    mentions->count = kept;
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
    drop_doubtful(&merging);
    return KITH_OK;
}
