/* Counting how words are written. */
#include "batch/vocabulary.h"

#include "base/hash.h"
#include "text/fold.h"

static enum kith_status count_word(struct kith_vocabulary *vocabulary,
                                   const struct kith_document *document,
                                   const struct kith_token *token, struct kith_error *err)
{
    char folded[KITH_FOLD_LIMIT];
    size_t length = kith_fold(document->text, token, folded);
    bool is_new = false;
    uint32_t *place = kith_map_place(&vocabulary->by_hash, kith_hash(folded, length),
                                     vocabulary->count, &is_new);
    if (!place || (is_new && !KITH_ARENA_PUSHABLE(vocabulary->arena, vocabulary)))
        return kith_no_memory(err);
    if (is_new)
        vocabulary->items[vocabulary->count++] = (struct kith_word_count){0};
    if (token->shape == KITH_SHAPE_LOWER)
        vocabulary->items[*place].lower++;
    else
        vocabulary->items[*place].other++;
    return KITH_OK;
}

enum kith_status kith_vocabulary_count(struct kith_vocabulary *vocabulary,
                                       const struct kith_document *document,
                                       struct kith_error *err)
{
    for (uint32_t i = 0; i < document->tokens.count; i++)
        if (document->tokens.items[i].kind == KITH_TOKEN_WORD)
            KITH_TRY(count_word(vocabulary, document, &document->tokens.items[i], err));
    return KITH_OK;
}

bool kith_vocabulary_is_ordinary(const struct kith_vocabulary *vocabulary,
                                 struct kith_str word)
{
    const uint32_t *place =
        kith_map_find(&vocabulary->by_hash, kith_hash(word.data, word.length));
    return place && vocabulary->items[*place].lower >= vocabulary->items[*place].other;
}

void kith_vocabulary_release(struct kith_vocabulary *vocabulary)
{
    kith_map_release(&vocabulary->by_hash);
}
