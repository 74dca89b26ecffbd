/* Words that may stand for a name: "he" and "she", and what follows "the" or "this". They
 * are told by glances (gazetteer/glance.h), or by keys of words, which are the same for
 * such short ones. */
#ifndef KITH_RELATE_REFERRING_H
#define KITH_RELATE_REFERRING_H

#include <stdbool.h>
#include <stdint.h>

/* No glance and no key of a word but by a chance of one in 2^63. */
#define KITH_NO_WORD UINT64_C(1)

/* Of one article: KITH_NO_WORD for words that cannot stand for anybody there. */
struct kith_referring {
    uint64_t he, she, the, this;
};

struct kith_referring kith_referring_words(bool has_persons, bool has_events);

/* False where nothing can stand for somebody, by the word and the one before it. Without
 * branches: it is asked of every word. */
static inline bool kith_referring_is(struct kith_referring referring, uint64_t before,
                                     uint64_t word)
{
    return (word == referring.he) | (word == referring.she) | (before == referring.the) |
           (before == referring.this);
}

#endif
