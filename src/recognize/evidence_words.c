/* Few rows have such words, so nothing is prepared: the words of the cell are hashed and
 * the tokens within reach held against them; a glance turns most of these away. */
#include "recognize/evidence_words.h"

#include "base/file.h"
#include "gazetteer/joint.h"
#include "gazetteer/word_key.h"

/* More parts, or longer ones, are left out of account. */
#define PARTS 64
#define PART_BYTES 128
#define PART_WORDS 8

/* The keys of the words of a part, hyphens and dots left out. */
struct part {
    uint64_t keys[PART_WORDS];
    uint32_t count;
};

struct parts {
    struct part items[PARTS];
    uint32_t count;
    uint64_t glances; /* a bit for the glance at the first word of each */
};

static uint64_t bit_of(uint64_t glance)
{
    return (uint64_t)1 << (glance >> 58);
}

/* A folded word has the glance of the words of a text that it stands for, if these have
 * one. */
static void note_glance(struct parts *parts, struct kith_str text,
                        const struct kith_token *word)
{
    char folded[KITH_FOLD_LIMIT] = {0};
    size_t length = kith_fold(text, word, folded);
    if (length > 0)
        parts->glances |= bit_of(kith_glance(folded, length));
}

/* Read a part; one that has no words, or too many, is left out. */
static void read_part(struct parts *parts, struct kith_str text,
                      const struct kith_tokens *tokens)
{
    struct part *part = &parts->items[parts->count];
    const struct kith_token *first = NULL;
    part->count = 0;
    for (uint32_t i = 0; i < tokens->count; i++) {
        if (tokens->items[i].kind != KITH_TOKEN_WORD)
            continue;
        if (part->count == PART_WORDS)
            return;
        if (!first)
            first = &tokens->items[i];
        part->keys[part->count++] = kith_word_key(text, &tokens->items[i]);
    }
    if (!first)
        return;
    note_glance(parts, text, first);
    parts->count++;
}

static void add_part(struct parts *parts, struct kith_str part, struct kith_arena *arena)
{
    char room[PART_BYTES + KITH_FILE_PADDING] = {0};
    struct kith_tokens tokens = {0};
    struct kith_error unheard;
    if (part.length == 0 || part.length > PART_BYTES || parts->count == PARTS)
        return;
    memcpy(room, part.data, part.length);
    struct kith_str text = {room, part.length};
    if (kith_tokenize(text, arena, &tokens, &unheard) == KITH_OK)
        read_part(parts, text, &tokens);
}

static void read_parts(struct parts *parts, struct kith_str cell,
                       struct kith_arena *arena)
{
    parts->count = 0;
    parts->glances = bit_of(KITH_NO_GLANCE);
    while (cell.data)
        add_part(parts, kith_str_trim(kith_str_cut(&cell, '|')), arena);
}

/* Sentences, half-open. */
static struct kith_span within_reach(const struct kith_scene *scene, uint32_t sentence,
                                     enum kith_reach reach)
{
    const uint32_t count = scene->document->sentences.count;
    if (reach == KITH_REACH_ARTICLE)
        return (struct kith_span){0, count};
    return (struct kith_span){sentence > 0 ? sentence - 1 : 0,
                              sentence + 1 < count ? sentence + 2 : count};
}

static uint64_t key_at(const struct kith_scene *scene, uint32_t i)
{
    return kith_word_key(scene->document->text, &scene->tokens[i]);
}

/* Do the words of the part behind its first one follow tokens[i]? A hyphen or the dot of
 * an abbreviation may stand between them, other marks not. */
static bool goes_on(const struct kith_scene *scene, const struct part *part, uint32_t i,
                    uint32_t end)
{
    for (uint32_t word = 1; word < part->count; word++) {
        do
            i++;
        while (i < end &&
               kith_is_joint(scene->document->text.data, scene->tokens, i, end));
        if (i >= end || scene->tokens[i].kind != KITH_TOKEN_WORD ||
            key_at(scene, i) != part->keys[word])
            return false;
    }
    return true;
}

static bool any_stands_at(const struct kith_scene *scene, const struct parts *parts,
                          uint32_t i, uint32_t end)
{
    uint64_t key = key_at(scene, i);
    for (uint32_t p = 0; p < parts->count; p++)
        if (parts->items[p].keys[0] == key && goes_on(scene, &parts->items[p], i, end))
            return true;
    return false;
}

static uint32_t find_in(const struct kith_scene *scene, const struct parts *parts,
                        const struct kith_sentence *sentence)
{
    const char *text = scene->document->text.data;
    for (uint32_t i = sentence->first_token; i < sentence->end_token; i++)
        if ((parts->glances & bit_of(kith_token_glance(text, &scene->tokens[i]))) &&
            scene->tokens[i].kind == KITH_TOKEN_WORD &&
            any_stands_at(scene, parts, i, sentence->end_token))
            return i;
    return KITH_NO_ID;
}

uint32_t kith_evidence_find(const struct kith_scene *scene, struct kith_str cell,
                            uint32_t sentence, enum kith_reach reach)
{
    struct parts parts;
    struct kith_span span = within_reach(scene, sentence, reach);
    read_parts(&parts, cell, scene->arena);
    uint32_t found = KITH_NO_ID;
    for (uint32_t s = span.first; s < span.end && parts.count > 0 && found == KITH_NO_ID;
         s++)
        found = find_in(scene, &parts, &scene->document->sentences.items[s]);
    return found;
}

uint32_t kith_evidence_of_row(const struct kith_scene *scene, kith_id entity,
                              uint32_t column, uint32_t sentence, enum kith_reach reach)
{
    struct kith_str cell = kith_scene_cell(scene, entity, column);
    return cell.length ? kith_evidence_find(scene, cell, sentence, reach) : KITH_NO_ID;
}
