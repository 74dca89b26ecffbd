/* What the columns of a table and the members of an object are called, that hold an
 * article's text, title and date. */
#ifndef KITH_INPUT_ARTICLE_FIELD_H
#define KITH_INPUT_ARTICLE_FIELD_H

#include "base/arena.h"
#include "base/status.h"
#include "input/article.h"

/* No field has more usual names. */
#define KITH_FIELD_NAMES 12

/* The names that the user gives; NULL: the usual ones. */
struct kith_field_names {
    const char *own[KITH_FIELD_COUNT];
};

/* The `rank`th name, from 0, that the field may have, the likeliest first; NULL after the
 * last. A name of the user's is the only one. */
const char *kith_field_name(const struct kith_field_names *names,
                            enum kith_article_field field, unsigned rank);

/* How far down the list of the field's names `heading` stands, whatever its case and with
 * blanks or hyphens for underscores; KITH_NO_ID when it is none of them. */
uint32_t kith_field_rank(const struct kith_field_names *names,
                         enum kith_article_field field, struct kith_str heading);

/* How many articles had a field under each of its names, by rank. */
struct kith_field_counts {
    uint64_t counts[KITH_FIELD_COUNT][KITH_FIELD_NAMES];
};

void kith_field_counts_add(struct kith_field_counts *counts,
                           const struct kith_article *article);

/* Exports of web sites have HTML where a text or a title is: where that is beyond doubt,
 * make text of it, in `arena`. KITH_NO_MEMORY. */
enum kith_status kith_article_unmark(struct kith_str fields[KITH_FIELD_COUNT],
                                     struct kith_arena *arena, struct kith_error *err);

/* Make an article of its fields: the text and the title become its bytes, the date is
 * brought into order. All of it into `arena`; the path and the number are left alone.
 * KITH_BAD_INPUT, naming the field, when there is no text. */
enum kith_status kith_article_fill(struct kith_article *article,
                                   const struct kith_field_names *names,
                                   const struct kith_str fields[KITH_FIELD_COUNT],
                                   struct kith_arena *arena, struct kith_error *err);

#endif
