/* Phrases of explanations, for this room: each is appended to `out`, on one line. */
#ifndef KITH_OUTPUT_EXPLAINED_PHRASE_H
#define KITH_OUTPUT_EXPLAINED_PHRASE_H

#include "output/explained.h"

/* "Peskov", in quotes. */
void kith_explained_quote(struct kith_buf *out, struct kith_str text);

/* A word of the article, in quotes. */
void kith_explained_word(const struct kith_explained *explained, uint32_t token,
                         struct kith_buf *out);

/* Dmitry Peskov (person) */
void kith_explained_name(const struct kith_explained *explained, kith_id entity,
                         struct kith_buf *out);

/* people.csv:41 */
void kith_explained_place(struct kith_str file, uint32_t line, struct kith_buf *out);

/* An entity by its own row: Dmitry Peskov (person), people.csv:41. kith_explained_entity
 * has the row of an alias. */
void kith_explained_rival(const struct kith_explained *explained, kith_id entity,
                          struct kith_buf *out);

/* at byte 57 (line 2, column 14) */
void kith_explained_where(const struct kith_explained *explained, uint32_t token,
                          struct kith_buf *out);

#endif
