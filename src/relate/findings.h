/* One article's whole answer: its mentions, who stands beside whom, and who is what to
 * whom. The only thing that crosses threads: worker -> main thread, with its arena. */
#ifndef KITH_RELATE_FINDINGS_H
#define KITH_RELATE_FINDINGS_H

#include "relate/fingerprint.h"
#include "relate/rules.h"

/* In kith_evidence.relation: the two stand in one window. Relation types are 0, 1, 2 ...
 */
#define KITH_COOCCURRENCE KITH_NO_ID

/* The token window that edges.csv counts when --window names another scope. */
#define KITH_DEFAULT_REACH 20

struct kith_window {
    enum kith_scope scope; /* kith.h; the scope whose counts are the weights */
    uint32_t reach;        /* tokens: the largest gap of KITH_TOKENS */
};

/* What the sentence makes of a relation. All zero and no speaker: it states it as a fact.
 * Co-occurrence is always that. */
struct kith_statement {
    bool is_denied;                      /* "did not attack", "denied attacking" */
    bool is_unreal;                      /* "will attack", "allegedly attacked" */
    kith_id speaker;                     /* entity that says so, or KITH_NO_ID */
    uint32_t speaker_begin, speaker_end; /* bytes: the words that name who says so, entity
                                            or not; equal when the article does */
};

/* What a statement counts as: one of these, so that the counts of an edge add up to its
 * weight. Best first. */
enum kith_standing {
    KITH_ASSERTED, /* the article states it as a fact */
    KITH_CLAIMED,  /* somebody in the article does */
    KITH_UNREAL,   /* it is planned, feared, doubted */
    KITH_DENIED,   /* it is said not to be so, whoever says that, and planned or not */
    KITH_STANDINGS
};

static inline enum kith_standing
kith_statement_standing(const struct kith_statement *statement)
{
    if (statement->is_denied)
        return KITH_DENIED;
    if (statement->is_unreal)
        return KITH_UNREAL;
    return statement->speaker_begin < statement->speaker_end ? KITH_CLAIMED
                                                             : KITH_ASSERTED;
}

/* One row of evidence: one unit of weight of one edge. */
struct kith_evidence {
    kith_id source,
        target;       /* for symmetric relations and co-occurrence source < target */
    kith_id relation; /* KITH_COOCCURRENCE or a relation type */
    kith_id rule;     /* KITH_NO_ID for co-occurrence */
    uint32_t source_mention, target_mention; /* indices in mentions */
    uint32_t sentence;                       /* of the earlier mention */
    uint32_t begin, end; /* bytes, from the earlier mention's begin to the later's end */
    uint32_t trigger_begin, trigger_end; /* the words that say so; equal when none */
    struct kith_statement statement;
    uint32_t gap;  /* tokens between the two mentions; 0 when they touch */
    uint32_t edge; /* the ledger's number, set by kith_ledger_add; 0: of none, as yet, a
                      copy has it alone */
};

/* Counts of one pair in one sentence, or across two, for the scopes that only the text
 * can tell. A sentence that holds both counts once: the pairs with first == last. */
struct kith_pair {
    kith_id a, b;         /* a < b */
    uint32_t first, last; /* the sentences of the earlier and of the later mention */
    uint32_t windows; /* token windows, by the definition in docs/ALGORITHMS.md; 0 only
                         within a sentence */
};

struct kith_findings {
    const struct kith_document *document;
    struct kith_mentions mentions;
    struct kith_evidence *evidence; /* co-occurrence first, then relations; each part in
                                       text order */
    uint32_t evidence_count, evidence_room;
    struct kith_pair *pairs; /* by a, b, last, first; each once */
    uint32_t pair_count, pair_room;
    struct kith_fingerprint fingerprint;
    /* Numbers of articles, set by kith_ledger_add. */
    kith_id story;   /* the article that began its story */
    kith_id copy_of; /* the article that it is a copy of, or KITH_NO_ID */
};

/* Once the ledger has added them: the sentence as one that stood already, or NULL. */
const struct kith_saying *kith_findings_copied(const struct kith_findings *findings,
                                               uint32_t sentence);

/* The same for a row: the first sentence of its mentions that stood already. A row that
 * has one is a copy. */
const struct kith_saying *kith_findings_copied_row(const struct kith_findings *findings,
                                                   const struct kith_evidence *evidence);

/* Relate the mentions of one document: co-occurrence at every scope, and `rules` (may be
 * NULL). All of it lives in `arena`. A pair in a sentence counts once a sentence; an
 * entity is no neighbour of itself. */
enum kith_status kith_relate(const struct kith_gazetteer *gazetteer,
                             const struct kith_rules *rules, struct kith_window window,
                             const struct kith_document *document,
                             const struct kith_mentions *mentions,
                             struct kith_arena *arena, struct kith_findings *findings,
                             struct kith_error *err);

#endif
