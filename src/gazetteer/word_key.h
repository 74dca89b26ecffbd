/* The number a word of a text is known by: equal for words that fold alike. */
#ifndef KITH_GAZETTEER_WORD_KEY_H
#define KITH_GAZETTEER_WORD_KEY_H

#include "gazetteer/glance.h"
#include "text/fold.h"

/* A word of a text, given the glance at it; `text` is that of a document, with its
 * padding. Most words are not folded for it. */
static inline struct kith_folded
kith_folded_at(struct kith_str text, const struct kith_token *word, uint64_t glance)
{
    uint64_t hash =
        kith_glance_hash(text.data + word->begin, word->end - word->begin, glance);
    if (hash != KITH_NO_GLANCE)
        return (struct kith_folded){hash, glance};
    char folded[KITH_FOLD_LIMIT] = {0};
    return kith_folded_of(folded, kith_fold(text, word, folded));
}

/* Its hash alone. */
static inline uint64_t kith_word_key(struct kith_str text, const struct kith_token *word)
{
    return kith_folded_at(text, word, kith_token_glance(text.data, word)).hash;
}

#endif
