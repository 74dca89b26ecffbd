/* A graph drawn at random, low numbers having many neighbours as names in the news have;
 * and words to report what it cost. */
#ifndef KITH_BENCH_RANDOM_LEDGER_H
#define KITH_BENCH_RANDOM_LEDGER_H

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "base/hash.h"
#include "base/map.h"
#include "graph/ledger.h"
#include "text/document.h"

static inline double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static inline double processor_seconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
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

/* One article of one paragraph: ten sentences of three names each. */
enum { SENTENCES = 10, NAMES = 3, MENTIONS = SENTENCES * NAMES };

/* As many subjects as news have for so many names: each has its own few that stand in
 * every article, and many that stand in one. */
enum { NAMES_A_SUBJECT = 1000 };

struct article {
    struct kith_document document;
    struct kith_sentence sentences[SENTENCES];
    struct kith_mention mentions[MENTIONS];
    struct kith_evidence evidence[MENTIONS]; /* three names make three pairs */
    struct kith_pair pairs[MENTIONS];
    struct kith_findings findings;
};

/* Low numbers far more often than high ones: the r-th is drawn as r^(-2/3). Of the news
 * articles measured in docs/BENCHMARKS.md the degrees fall as steeply. */
static inline uint32_t draw_skewed(uint32_t below)
{
    double share = draw(UINT32_MAX) / (double)UINT32_MAX;
    return (uint32_t)(share * share * share * below);
}

/* Two names of three are of the article's subject, which has every so-and-so-many-th. */
static inline kith_id draw_name(uint32_t nodes, uint32_t subjects, uint32_t subject)
{
    if (draw(3) == 0)
        return draw_skewed(nodes);
    return draw_skewed((nodes - subject - 1) / subjects + 1) * subjects + subject;
}

static inline void join(struct article *article, uint32_t i, uint32_t sentence, kith_id a,
                        kith_id b)
{
    kith_id low = a < b ? a : b, high = a < b ? b : a;
    article->pairs[i] = (struct kith_pair){low, high, sentence, sentence, 1};
    article->evidence[i] = (struct kith_evidence){
        .source = low, .target = high, .relation = KITH_COOCCURRENCE, .rule = KITH_NO_ID};
}

/* Three different names of a sentence, each with the two others. */
static inline void fill_sentence(struct article *article, uint32_t sentence,
                                 uint32_t nodes, uint32_t subjects, uint32_t subject)
{
    kith_id names[NAMES];
    uint32_t first = sentence * NAMES;
    for (uint32_t i = 0; i < NAMES; i++) {
        do
            names[i] = draw_name(nodes, subjects, subject);
        while ((i > 0 && names[i] == names[0]) || (i > 1 && names[i] == names[1]));
        article->mentions[first + i] =
            (struct kith_mention){.entity = names[i], .sentence = sentence};
    }
    for (uint32_t i = 0; i < NAMES; i++)
        join(article, first + i, sentence, names[i], names[(i + 1) % NAMES]);
}

static inline void fill(struct article *article, uint32_t nodes)
{
    *article = (struct article){0};
    struct kith_findings *findings = &article->findings;
    uint32_t subjects = nodes / NAMES_A_SUBJECT + 1, subject = draw_skewed(subjects);
    article->document.paragraph_count = 1;
    article->document.sentences.items = article->sentences;
    article->document.sentences.count = SENTENCES;
    for (uint32_t i = 0; i < SENTENCES; i++)
        fill_sentence(article, i, nodes, subjects, subject);
    findings->document = &article->document;
    findings->mentions = (struct kith_mentions){article->mentions, MENTIONS, 0};
    findings->pairs = article->pairs;
    findings->evidence = article->evidence;
    findings->pair_count = findings->evidence_count = MENTIONS;
}

/* How many of the article's pairs were in no article before. */
static inline uint32_t note_pairs(struct kith_map *seen, const struct article *article)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < MENTIONS; i++) {
        struct kith_pair pair = article->pairs[i];
        bool is_new;
        if (!kith_map_place(seen, kith_map_pair(pair.a, pair.b), 0, &is_new))
            exit(3);
        count += is_new;
    }
    return count;
}

/* A ledger of some `edges` edges (not many more than fit) between the first `nodes`
 * entities, of which the rarest may stand nowhere. `gazetteer` may be NULL when nobody
 * asks for names. */
static inline struct kith_ledger *make_ledger(const struct kith_gazetteer *gazetteer,
                                              uint32_t nodes, uint32_t edges)
{
    struct kith_error err = {0};
    struct kith_ledger *ledger;
    struct kith_map seen = {0};
    must(kith_ledger_new(gazetteer, NULL, (struct kith_window){0}, &ledger, &err), &err);
    double begin = now();
    for (uint32_t count = 0; count < edges;) {
        struct article article;
        fill(&article, nodes);
        must(kith_ledger_add(ledger, &article.findings, &err), &err);
        count += note_pairs(&seen, &article);
    }
    kith_map_release(&seen);
    report("ledger, adding", begin);
    begin = now();
    must(kith_ledger_close(ledger, &err), &err);
    report("ledger, closing", begin);
    printf("  %u nodes, %u edges\n", kith_ledger_tally_count(ledger),
           kith_ledger_edge_count(ledger));
    return ledger;
}

#endif
