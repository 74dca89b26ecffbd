/* Rows of evidence: adding one to the findings, and putting them in order. */
#ifndef KITH_RELATE_EVIDENCE_H
#define KITH_RELATE_EVIDENCE_H

#include "relate/findings.h"

/* A row for two mentions, by their indices, with spans, sentence and gap filled in: no
 * relation, no rule, no trigger yet. `source` is the mention the edge starts from. */
struct kith_evidence kith_evidence_between(const struct kith_mentions *mentions,
                                           uint32_t source, uint32_t target);

/* Tokens between two mentions that share none, whichever comes first; 0 when they touch.
 */
uint32_t kith_mention_gap(const struct kith_mention *one,
                          const struct kith_mention *other);

/* Append `row`; KITH_NO_MEMORY when the arena is full. */
enum kith_status kith_evidence_push(struct kith_findings *findings,
                                    struct kith_arena *arena, struct kith_evidence row,
                                    struct kith_error *err);

/* Sort the rows from `first` on into text order; rows of one span by source, target and
 * relation. */
void kith_evidence_sort(struct kith_findings *findings, uint32_t first);

#endif
