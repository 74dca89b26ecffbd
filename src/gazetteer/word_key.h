/* The number a word of a text is known by: equal for words that fold alike. */
#ifndef KITH_GAZETTEER_WORD_KEY_H
#define KITH_GAZETTEER_WORD_KEY_H

#include "gazetteer/glance.h"
#include "text/fold.h"

/* `text` is that of a document, with its padding. Most words are not folded for it. */
static inline uint64_t kith_word_key(struct kith_str text, const struct kith_token *word)
{
    uint64_t glance = kith_token_glance(text.data, word);
    uint64_t hash =
        kith_glance_hash(text.data + word->begin, word->end - word->begin, glance);
    if (hash != KITH_NO_GLANCE)
        return hash;
    char folded[KITH_FOLD_LIMIT] = {0};
    return kith_word_hash(folded, kith_fold(text, word, folded));
}

#endif
