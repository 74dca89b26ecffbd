/* Names within names as brackets that close in order: for marking up a text. */
#ifndef KITH_OUTPUT_NESTING_H
#define KITH_OUTPUT_NESTING_H

#include "recognize/mention.h"

/* What is written on the way, the context first. A name that crosses the end of another
 * is ended with it and begun again behind it. */
struct kith_nesting {
    void (*plain)(void *context, uint32_t begin, uint32_t end); /* bytes of the text */
    void (*begin)(void *context, const struct kith_mention *mention);
    /* `outer` is the name that it stands in, or NULL. */
    void (*end)(void *context, const struct kith_mention *mention,
                const struct kith_mention *outer);
};

/* Walk over a text of `length` bytes with `mentions`. False when memory runs out. */
bool kith_nesting_walk(const struct kith_nesting *nesting,
                       const struct kith_mentions *mentions, uint32_t length,
                       void *context);

#endif
