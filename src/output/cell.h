/* The small things that several files name, so that all name them alike: articles,
 * sentences, edges, entities, relations, and places in the user's own files. */
#ifndef KITH_OUTPUT_CELL_H
#define KITH_OUTPUT_CELL_H

#include "base/buf.h"
#include "graph/support.h"
#include "recognize/mention.h"

/* "a12": the twelfth of the sorted input. Numbers in files begin at 1. */
void kith_cell_article(struct kith_buf *out, kith_id article);

/* "a12s5": the fifth sentence of the twelfth article. */
void kith_cell_sentence(struct kith_buf *out, kith_id article, uint32_t sentence);

/* The id of an entity: its key, by kith_clean_id. */
void kith_cell_entity(struct kith_buf *out, const struct kith_gazetteer *gazetteer,
                      kith_id entity);

/* How likely a mention means its entity: to four digits behind the point, "0.75", never
 * 0. */
void kith_cell_score(struct kith_buf *out, double score);

/* Whom else a mention may mean, the likeliest first: "jordan:0.25|jordan-2:0.125". */
void kith_cell_candidates(struct kith_buf *out, const struct kith_gazetteer *gazetteer,
                          const struct kith_mention *mention);

/* "asserted", "claimed", "unreal" or "denied". */
const char *kith_standing_name(enum kith_standing standing);

/* Who claims a relation, as it is, not yet cleaned: "Ukraine:9;a senior official:4". */
void kith_cell_claimants(struct kith_buf *out, const struct kith_gazetteer *gazetteer,
                         const struct kith_support *support);

/* "people.csv:41" as it is, not yet cleaned; only the file when `line` is 0. */
void kith_cell_place(struct kith_buf *out, struct kith_str file, uint64_t line);

/* "3 mentions", "1 mention": a count with its noun, which may go on. */
void kith_cell_count(struct kith_buf *out, uint64_t count, const char *one,
                     const char *many);

/* An edge as a person reads it: "Anna -leads-> Guild"; of an empty relation, which is
 * standing together, "Anna - Boris". */
void kith_cell_tie(struct kith_buf *out, struct kith_str source, struct kith_str relation,
                   bool is_directed, struct kith_str target);

/* "co-occurrence" for KITH_NO_ID, else the relation's own name. `rules` may be NULL when
 * there are no relations. */
struct kith_str kith_relation_name(const struct kith_rules *rules, kith_id relation);
/* The same of the topmost relation that it is a kind of. */
struct kith_str kith_relation_family(const struct kith_rules *rules, kith_id relation);
bool kith_relation_is_directed(const struct kith_rules *rules, kith_id relation);

#endif
