/* How the words of many articles are written: in lower case, or with a capital. A word
 * that is mostly written small is an ordinary word, and no name for its capital. */
#ifndef KITH_BATCH_VOCABULARY_H
#define KITH_BATCH_VOCABULARY_H

#include "base/map.h"
#include "text/document.h"

struct kith_word_count {
    uint32_t lower, other;
};

/* {0} with an arena set is empty; release it. */
struct kith_vocabulary {
    struct kith_arena *arena; /* not owned */
    struct kith_map by_hash;  /* of the folded word -> index in items */
    struct kith_word_count *items;
    uint32_t count, room;
};

/* Count the words of one article. Linear. */
enum kith_status kith_vocabulary_count(struct kith_vocabulary *vocabulary,
                                       const struct kith_document *document,
                                       struct kith_error *err);

/* True when the folded `word` stands in lower case at least as often as not. */
bool kith_vocabulary_is_ordinary(const struct kith_vocabulary *vocabulary,
                                 struct kith_str word);

void kith_vocabulary_release(struct kith_vocabulary *vocabulary);

#endif
