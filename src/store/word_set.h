/* The words of an article as a few bytes that can be asked for a word: a Bloom filter
 * (B. Bloom, Space/time trade-offs in hash coding, 1970). It tells which articles a name
 * or a rule may be found in. A word of the article is always there; another one seems to
 * be in one article of several hundred. */
#ifndef KITH_STORE_WORD_SET_H
#define KITH_STORE_WORD_SET_H

#include "base/buf.h"
#include "text/document.h"

/* Append the set of the words and numbers of a document. Linear in its tokens. */
void kith_word_set_write(const struct kith_document *document, struct kith_buf *out);

/* May the article with this set have a word of that key (kith_word_key)? */
bool kith_word_set_has(struct kith_str set, uint64_t key);

#endif
