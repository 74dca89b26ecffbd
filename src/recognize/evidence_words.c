/* Few rows have such words, so nothing is prepared: the words of the cell are hashed and
 * the tokens within reach held against them. */
#include "recognize/evidence_words.h"

#include "base/file.h"
#include "recognize/word_key.h"

/* More parts, or longer ones, are left out of account. */
#define PARTS 32
#define PART_BYTES 64

struct parts {
    uint64_t keys[PARTS]; /* of the last word of each: it stands for the part */
    uint32_t count;
};

static void add_part(struct parts *parts, struct kith_str part, struct kith_arena *arena)
{
    char room[PART_BYTES + KITH_FILE_PADDING] = {0};
    struct kith_tokens tokens = {0};
    struct kith_error unheard;
    if (part.length == 0 || part.length > PART_BYTES || parts->count == PARTS)
        return;
    memcpy(room, part.data, part.length);
    struct kith_str text = {room, part.length};
    if (kith_tokenize(text, arena, &tokens, &unheard) == KITH_OK && tokens.count > 0)
        parts->keys[parts->count++] =
            kith_word_key(text, &tokens.items[tokens.count - 1]);
}

static struct parts parts_of(struct kith_str cell, struct kith_arena *arena)
{
    struct parts parts = {.count = 0};
    while (cell.data)
        add_part(&parts, kith_str_trim(kith_str_cut(&cell, '|')), arena);
    return parts;
}

static struct kith_span within_reach(const struct kith_scene *scene, uint32_t sentence,
                                     enum kith_reach reach)
{
    const struct kith_sentences *sentences = &scene->document->sentences;
    if (reach == KITH_REACH_ARTICLE)
        return (struct kith_span){0, scene->document->tokens.count};
    uint32_t last = sentence + 1 < sentences->count ? sentence + 1 : sentence;
    return (struct kith_span){
        sentences->items[sentence > 0 ? sentence - 1 : 0].first_token,
        sentences->items[last].end_token};
}

bool kith_evidence_stands(const struct kith_scene *scene, struct kith_str cell,
                          uint32_t sentence, enum kith_reach reach)
{
    struct parts parts = parts_of(cell, scene->arena);
    struct kith_span span = within_reach(scene, sentence, reach);
    for (uint32_t i = span.first; i < span.end && parts.count > 0; i++) {
        if (scene->tokens[i].kind != KITH_TOKEN_WORD)
            continue;
        uint64_t key = kith_word_key(scene->document->text, &scene->tokens[i]);
        for (uint32_t p = 0; p < parts.count; p++)
            if (parts.keys[p] == key)
                return true;
    }
    return false;
}
