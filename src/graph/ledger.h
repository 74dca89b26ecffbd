/* The sum of all findings: what every edge weighs and in how many stories.
 *
 * News is printed again and again. Everything is counted as if the sentences that stood
 * already were struck out, and as if the articles of a story were one:
 * docs/ALGORITHMS.md, Copies. What is struck out is counted beside, as copies.
 *
 * Only the main thread touches it. It copies what must outlive the article, and keeps,
 * for each entity, the lists of articles and paragraphs it stands in, from which the
 * wider scopes are counted at the end. */
#ifndef KITH_GRAPH_LEDGER_H
#define KITH_GRAPH_LEDGER_H

#include "graph/calendar.h"
#include "graph/support.h"

struct kith_ledger;

/* Totals over everything added, and what counts of it. Of a copy no sentences count but
 * those with mentions that did not stand before, and the paragraphs that hold them. */
struct kith_totals {
    uint64_t articles, paragraphs, sentences, tokens, bytes, mentions, evidence;
    uint64_t copies; /* articles that are copies */
    struct {
        uint64_t stories, paragraphs, sentences, mentions;
    } counted;
};

/* One entity with at least one mention. */
struct kith_tally {
    kith_id entity;
    uint64_t mentions, copies;               /* those that count, and those that do not */
    uint32_t stories, paragraphs, sentences; /* that hold it */
    struct kith_period dates;                /* of its articles, for kith_ledger_date */
    struct kith_months months;               /* mentions in articles of a known month */
};

/* One edge: a pair with its relation. */
struct kith_edge {
    kith_id source, target; /* entities */
    kith_id relation;       /* KITH_COOCCURRENCE or a relation type */
    uint32_t number;  /* its id in the files: e1, e2 ... by first evidence, from 1 */
    uint32_t weight;  /* rows in evidence.csv */
    uint32_t copies;  /* rows in copies.csv */
    uint32_t stories; /* that hold a row of evidence */
    struct kith_period dates;           /* of their articles, for kith_ledger_date */
    struct kith_months months;          /* rows in articles of a known month */
    kith_id first_rule;                 /* KITH_NO_ID for co-occurrence */
    const struct kith_support *support; /* what a relation rests on; NULL for
                                           co-occurrence */
    /* Co-occurrence only; 0 for relations. */
    uint32_t in_sentences, in_paragraphs, in_stories, in_windows;
    double decayed;            /* sum over rows of 1 / (1 + gap / 4) */
    double npmi, llr, jaccard; /* at the window's scope; docs/ALGORITHMS.md */
};

/* `gazetteer` and `rules` (may be NULL) must outlive the ledger. */
enum kith_status kith_ledger_new(const struct kith_gazetteer *gazetteer,
                                 const struct kith_rules *rules,
                                 struct kith_window window, struct kith_ledger **out,
                                 struct kith_error *err);
void kith_ledger_free(struct kith_ledger *ledger);

/* Take each article as a story of its own, in which all counts. Before anything is added.
 */
void kith_ledger_count_articles(struct kith_ledger *ledger);

/* Once *stop is not zero, closing ends with KITH_INTERRUPTED within a second. */
void kith_ledger_listen(struct kith_ledger *ledger, const volatile int *stop);

/* Add one article's findings and set in them the numbers of edges, the article's story,
 * and which sentences stood already. Articles are added in input order, so edge numbers
 * do not depend on threads. A pair of findings->pairs without evidence in any article
 * keeps its counts and is no edge. After a failure the ledger can only be freed. */
enum kith_status kith_ledger_add(struct kith_ledger *ledger,
                                 struct kith_findings *findings, struct kith_error *err);

/* Count the wider scopes and the association measures; nothing may be added after.
 * KITH_INTERRUPTED as kith_ledger_listen says. */
enum kith_status kith_ledger_close(struct kith_ledger *ledger, struct kith_error *err);

const struct kith_gazetteer *kith_ledger_gazetteer(const struct kith_ledger *ledger);
const struct kith_rules *kith_ledger_rules(const struct kith_ledger *ledger);
struct kith_window kith_ledger_window(const struct kith_ledger *ledger);
struct kith_totals kith_ledger_totals(const struct kith_ledger *ledger);

/* A date as its article has it; empty for KITH_NO_ID. */
struct kith_str kith_ledger_date(const struct kith_ledger *ledger, kith_id date);

/* Entities by mentions, most first, then by gazetteer row; edges by weight, most first,
 * then by source, target and relation. Valid after close, until free. */
uint32_t kith_ledger_tally_count(const struct kith_ledger *ledger);
const struct kith_tally *kith_ledger_tallies(const struct kith_ledger *ledger);
uint32_t kith_ledger_edge_count(const struct kith_ledger *ledger);
const struct kith_edge *kith_ledger_edges(const struct kith_ledger *ledger);

#endif
