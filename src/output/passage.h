/* Where evidence stands: of the articles that are wanted, what the tables of articles and
 * sentences say. */
#ifndef KITH_OUTPUT_PASSAGE_H
#define KITH_OUTPUT_PASSAGE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/status.h"
#include "base/str.h"
#include "output/graph_tables.h"

/* A row of one of the tables: an article's path and date, or where a sentence begins and
 * its words. */
struct kith_passage_row {
    uint64_t article;
    struct kith_str cells[2];
};

struct kith_passage_rows {
    struct kith_passage_row *items; /* by article, then as in the text */
    uint32_t count, room;
};

/* {0} wants nothing yet. */
struct kith_passages {
    struct kith_map is_wanted; /* numbers of articles: of "a12", 12 */
    struct kith_passage_rows articles, sentences;
};

/* Want an article, before reading; false when memory is out. */
bool kith_passages_want(struct kith_passages *passages, uint64_t article);

/* Read both tables. Texts live in `arena`. Linear in the tables. */
enum kith_status kith_passages_read(struct kith_passages *passages,
                                    const struct kith_graph_tables *from,
                                    struct kith_arena *arena, struct kith_error *err);
void kith_passages_release(struct kith_passages *passages);

/* The article's path and date; NULL when it is not there. */
const struct kith_passage_row *kith_passages_article(const struct kith_passages *passages,
                                                     uint64_t article);

/* The sentence that bytes `begin` to `end` of an article begin in and, when they end in
 * another, that too: its words, and where it begins. Empty when there is none. */
struct kith_quote {
    struct kith_str text;
    uint64_t place;
};
enum kith_status kith_passages_quote(const struct kith_passages *passages,
                                     uint64_t article, uint64_t begin, uint64_t end,
                                     struct kith_arena *arena, struct kith_quote *quote,
                                     struct kith_error *err);

/* A sentence with the place it is quoted from; without a date, `date` is empty. */
struct kith_citation {
    struct kith_str date, path, text;
    uint64_t begin; /* byte of the article's text */
};

/* "2024-05-01  a.txt:120", and on the next line, behind `indent`, the sentence. */
void kith_citation_write(const struct kith_citation *citation, const char *indent,
                         struct kith_buf *out);

#endif
