/* A graph drawn at random, low numbers having many neighbours as names in the news have;
 * and words to report what it cost. */
#ifndef KITH_BENCH_RANDOM_LEDGER_H
#define KITH_BENCH_RANDOM_LEDGER_H

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "base/hash.h"
#include "graph/ledger.h"
#include "text/document.h"

static inline double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static inline double peak_megabytes(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_maxrss / 1024;
}

static inline void must(enum kith_status status, const struct kith_error *err)
{
    if (status == KITH_OK)
        return;
    fprintf(stderr, "%s\n", err->text);
    exit(3);
}

static inline void report(const char *stage, double begin)
{
    printf("  %-24s %8.3f s  (peak %.0f MB)\n", stage, now() - begin, peak_megabytes());
    fflush(stdout);
}

/* ---- a ledger ---------------------------------------------------------------------- */

static uint64_t lot; /* set to 0 for the same again */

static inline uint32_t draw(uint32_t below)
{
    return (uint32_t)((kith_hash_u64(++lot) >> 32) * below >> 32);
}

/* One article of one paragraph: ten sentences of two names each. */
enum { SENTENCES = 10 };

struct article {
    struct kith_document document;
    struct kith_sentence sentences[SENTENCES];
    struct kith_mention mentions[2 * SENTENCES];
    struct kith_evidence evidence[SENTENCES];
    struct kith_pair pairs[SENTENCES];
    struct kith_findings findings;
};

static inline void fill(struct article *article, uint32_t nodes)
{
    *article = (struct article){0};
    struct kith_findings *findings = &article->findings;
    article->document.paragraph_count = 1;
    article->document.sentences.items = article->sentences;
    article->document.sentences.count = SENTENCES;
    for (uint32_t i = 0; i < SENTENCES; i++) {
        uint32_t a = (uint32_t)((uint64_t)draw(nodes) * draw(nodes) / nodes);
        uint32_t b = draw(nodes);
        b = a == b ? (a + 1) % nodes : b;
        kith_id low = a < b ? a : b, high = a < b ? b : a;
        article->mentions[2 * i] = (struct kith_mention){.entity = low, .sentence = i};
        article->mentions[2 * i + 1] =
            (struct kith_mention){.entity = high, .sentence = i};
        article->pairs[i] = (struct kith_pair){low, high, i, i, 1};
        article->evidence[i] = (struct kith_evidence){.source = low,
                                                      .target = high,
                                                      .relation = KITH_COOCCURRENCE,
                                                      .rule = KITH_NO_ID};
    }
    findings->document = &article->document;
    findings->mentions = (struct kith_mentions){article->mentions, 2 * SENTENCES, 0};
    findings->pairs = article->pairs;
    findings->evidence = article->evidence;
    findings->pair_count = findings->evidence_count = SENTENCES;
}

/* A ledger of about `edges` edges between the first `nodes` entities: rows drawn at
 * random seldom meet twice. `gazetteer` may be NULL when nobody asks for names. */
static inline struct kith_ledger *make_ledger(const struct kith_gazetteer *gazetteer,
                                              uint32_t nodes, uint32_t edges)
{
    struct kith_error err = {0};
    struct kith_ledger *ledger;
    must(kith_ledger_new(gazetteer, NULL, (struct kith_window){0}, &ledger, &err), &err);
    double begin = now();
    for (uint32_t i = 0; i < edges / SENTENCES; i++) {
        struct article article;
        fill(&article, nodes);
        must(kith_ledger_add(ledger, &article.findings, &err), &err);
    }
    report("ledger, adding", begin);
    begin = now();
    must(kith_ledger_close(ledger, &err), &err);
    report("ledger, closing", begin);
    return ledger;
}

#endif
