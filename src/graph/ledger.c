/* The ledger: takes findings article by article, keeps sums, and draws the balance.
 *
 * While articles come in, every mention and every row of evidence is added to an account
 * (graph/account.h). At close the wider scopes are counted from the posting lists, the
 * association measures follow, and the accounts turn into the sorted tallies and edges
 * that everyone else reads. */
#include "graph/ledger.h"

#include <math.h>
#include <stdlib.h>

#include "graph/account.h"
#include "graph/association.h"
#include "graph/overlap.h"
#include "text/document.h"

/* No number of rules that agree makes a relation certain. */
#define MOST_CONFIDENCE 0.99

/* Tokens at which a row of evidence counts half of what it does when the names touch. */
#define DECAY_GAP 4.0

struct kith_ledger {
    const struct kith_gazetteer *gazetteer;
    const struct kith_rules *rules;
    struct kith_window window;
    struct kith_totals totals;
    struct kith_accounts accounts; /* empty once closed */
    bool is_closed;
    struct kith_tally *tallies;
    struct kith_edge *edges;
    uint32_t tally_count, edge_count;
};

enum kith_status kith_ledger_new(const struct kith_gazetteer *gazetteer,
                                 const struct kith_rules *rules,
                                 struct kith_window window, struct kith_ledger **out,
                                 struct kith_error *err)
{
    struct kith_ledger *ledger = malloc(sizeof *ledger);
    if (!ledger)
        return kith_no_memory(err);
    *ledger =
        (struct kith_ledger){.gazetteer = gazetteer, .rules = rules, .window = window};
    kith_accounts_init(&ledger->accounts);
    *out = ledger;
    return KITH_OK;
}

void kith_ledger_free(struct kith_ledger *ledger)
{
    if (!ledger)
        return;
    kith_accounts_release(&ledger->accounts);
    free(ledger->tallies);
    free(ledger->edges);
    free(ledger);
}

/* ---- adding ---------------------------------------------------------------------- */

/* Articles, paragraphs and sentences are numbered through the whole run in 32 bits. */
static enum kith_status check_room(const struct kith_ledger *ledger,
                                   const struct kith_document *document,
                                   struct kith_error *err)
{
    if (ledger->is_closed)
        return kith_fail(err, KITH_BAD_INPUT, "the ledger is closed");
    if (ledger->totals.paragraphs + document->paragraph_count >= KITH_NO_ID ||
        ledger->totals.sentences + document->sentences.count >= KITH_NO_ID)
        return kith_fail(err, KITH_LIMIT,
                         "more than 4,294,967,294 sentences or paragraphs in one run");
    return KITH_OK;
}

static enum kith_status add_mention(struct kith_ledger *ledger,
                                    const struct kith_document *document,
                                    const struct kith_mention *mention,
                                    struct kith_error *err)
{
    struct kith_accounts *accounts = &ledger->accounts;
    struct kith_entity_account *account = kith_accounts_entity(accounts, mention->entity);
    if (!account)
        return kith_no_memory(err);
    const struct kith_totals *before = &ledger->totals;
    uint32_t article = (uint32_t)before->articles;
    uint32_t sentence = (uint32_t)before->sentences + mention->sentence;
    uint32_t paragraph = (uint32_t)before->paragraphs +
                         document->sentences.items[mention->sentence].paragraph;
    account->mentions++;
    if (account->last_sentence != sentence) {
        account->last_sentence = sentence;
        account->sentences++;
    }
    if (!kith_posting_add(&account->paragraphs, &accounts->arena, paragraph) ||
        !kith_posting_add(&account->articles, &accounts->arena, article))
        return kith_no_memory(err);
    return KITH_OK;
}

static enum kith_status add_pair(struct kith_ledger *ledger, const struct kith_pair *pair,
                                 struct kith_error *err)
{
    struct kith_pair_account *account =
        kith_accounts_pair(&ledger->accounts, pair->a, pair->b);
    if (!account)
        return kith_no_memory(err);
    account->sentences += pair->sentences;
    account->windows += pair->windows;
    return KITH_OK;
}

/* The last article is over: multiply what its best rule leaves in doubt. */
static void settle_article(struct kith_edge_account *account)
{
    account->doubt *= 1 - account->best;
    account->best = 0;
}

static double confidence_of(const struct kith_ledger *ledger,
                            const struct kith_evidence *evidence)
{
    if (!ledger->rules || evidence->rule == KITH_NO_ID)
        return 0;
    return kith_rules_rule(ledger->rules, evidence->rule).confidence;
}

static enum kith_status add_evidence(struct kith_ledger *ledger,
                                     struct kith_evidence *evidence,
                                     struct kith_error *err)
{
    struct kith_accounts *accounts = &ledger->accounts;
    if (!kith_accounts_find(accounts, evidence->source) ||
        !kith_accounts_find(accounts, evidence->target))
        return kith_fail(err, KITH_BAD_INPUT, "evidence about an entity without mention");
    struct kith_edge_account *account = kith_accounts_edge(
        accounts, evidence->source, evidence->target, evidence->relation);
    if (!account)
        return kith_no_memory(err);
    evidence->edge = (uint32_t)(account - accounts->edges) + 1;
    if (account->weight++ == 0)
        account->first_rule = evidence->rule;
    if (account->last_article != (uint32_t)ledger->totals.articles) {
        settle_article(account);
        account->last_article = (uint32_t)ledger->totals.articles;
        account->articles++;
    }
    if (evidence->relation == KITH_COOCCURRENCE)
        account->decayed += 1 / (1 + evidence->gap / DECAY_GAP);
    else
        account->best = fmax(account->best, confidence_of(ledger, evidence));
    return KITH_OK;
}

static void add_totals(struct kith_totals *totals, const struct kith_findings *findings)
{
    const struct kith_document *document = findings->document;
    totals->articles++;
    totals->paragraphs += document->paragraph_count;
    totals->sentences += document->sentences.count;
    totals->tokens += document->tokens.count;
    totals->bytes += document->text.length;
    totals->mentions += findings->mentions.count;
    totals->evidence += findings->evidence_count;
}

enum kith_status kith_ledger_add(struct kith_ledger *ledger,
                                 struct kith_findings *findings, struct kith_error *err)
{
    const struct kith_document *document = findings->document;
    KITH_TRY(check_room(ledger, document, err));
    for (uint32_t i = 0; i < findings->mentions.count; i++)
        KITH_TRY(add_mention(ledger, document, &findings->mentions.items[i], err));
    for (uint32_t i = 0; i < findings->pair_count; i++)
        KITH_TRY(add_pair(ledger, &findings->pairs[i], err));
    for (uint32_t i = 0; i < findings->evidence_count; i++)
        KITH_TRY(add_evidence(ledger, &findings->evidence[i], err));
    add_totals(&ledger->totals, findings);
    return KITH_OK;
}

/* ---- closing --------------------------------------------------------------------- */

static struct kith_edge edge_of(const struct kith_accounts *accounts, uint32_t index)
{
    struct kith_edge_account *account = &accounts->edges[index];
    const struct kith_pair_account *pair = &accounts->pairs[account->pair];
    struct kith_edge edge = {.source = pair->source,
                             .target = pair->target,
                             .relation = account->relation,
                             .number = index + 1,
                             .weight = account->weight,
                             .articles = account->articles,
                             .first_rule = account->first_rule,
                             .confidence = 1};
    if (account->relation == KITH_COOCCURRENCE) {
        edge.in_sentences = pair->sentences;
        edge.in_windows = pair->windows;
        edge.decayed = account->decayed;
    } else {
        settle_article(account);
        edge.confidence = fmin(MOST_CONFIDENCE, 1 - account->doubt);
    }
    return edge;
}

static struct kith_tally tally_of(const struct kith_entity_account *account)
{
    return (struct kith_tally){.entity = account->entity,
                               .mentions = account->mentions,
                               .articles = account->articles.count,
                               .paragraphs = account->paragraphs.count,
                               .sentences = account->sentences};
}

/* Fill the arrays that outlive the accounts; still in the accounts' order. */
static enum kith_status draw_up(struct kith_ledger *ledger, struct kith_error *err)
{
    const struct kith_accounts *accounts = &ledger->accounts;
    ledger->tallies =
        malloc(((size_t)accounts->entity_count + 1) * sizeof *ledger->tallies);
    ledger->edges = malloc(((size_t)accounts->edge_count + 1) * sizeof *ledger->edges);
    if (!ledger->tallies || !ledger->edges)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < accounts->entity_count; i++)
        ledger->tallies[i] = tally_of(&accounts->entities[i]);
    for (uint32_t i = 0; i < accounts->edge_count; i++)
        ledger->edges[i] = edge_of(accounts, i);
    ledger->tally_count = accounts->entity_count;
    ledger->edge_count = accounts->edge_count;
    return KITH_OK;
}

/* Count in_paragraphs of every co-occurrence edge, or in_articles. */
static enum kith_status count_scope(struct kith_ledger *ledger, enum kith_scope scope,
                                    struct kith_error *err)
{
    const struct kith_accounts *accounts = &ledger->accounts;
    bool is_articles = scope == KITH_ARTICLE;
    struct kith_overlap_question *overlaps =
        malloc(((size_t)ledger->edge_count + 1) * sizeof *overlaps);
    if (!overlaps)
        return kith_no_memory(err);
    uint32_t count = 0;
    for (uint32_t i = 0; i < ledger->edge_count; i++) {
        struct kith_edge *edge = &ledger->edges[i];
        if (edge->relation != KITH_COOCCURRENCE)
            continue;
        const struct kith_entity_account *a = kith_accounts_find(accounts, edge->source);
        const struct kith_entity_account *b = kith_accounts_find(accounts, edge->target);
        overlaps[count++] =
            is_articles ? (struct kith_overlap_question){&a->articles, &b->articles,
                                                         &edge->in_articles}
                        : (struct kith_overlap_question){&a->paragraphs, &b->paragraphs,
                                                         &edge->in_paragraphs};
    }
    uint64_t limit = is_articles ? ledger->totals.articles : ledger->totals.paragraphs;
    enum kith_status status = kith_overlaps_count(overlaps, count, (uint32_t)limit, err);
    free(overlaps);
    return status;
}

/* The four counts of an edge in the unit of the window: docs/ALGORITHMS.md. */
static struct kith_association counts_of(const struct kith_ledger *ledger,
                                         const struct kith_edge *edge)
{
    const struct kith_totals *totals = &ledger->totals;
    struct kith_tally a = tally_of(kith_accounts_find(&ledger->accounts, edge->source));
    struct kith_tally b = tally_of(kith_accounts_find(&ledger->accounts, edge->target));
    switch (ledger->window.scope) {
    case KITH_PARAGRAPH:
        return (struct kith_association){totals->paragraphs, a.paragraphs, b.paragraphs,
                                         edge->in_paragraphs};
    case KITH_ARTICLE:
        return (struct kith_association){totals->articles, a.articles, b.articles,
                                         edge->in_articles};
    case KITH_TOKENS:
        return (struct kith_association){totals->mentions, a.mentions, b.mentions,
                                         edge->in_windows};
    case KITH_SENTENCE:
        break;
    }
    return (struct kith_association){totals->sentences, a.sentences, b.sentences,
                                     edge->in_sentences};
}

static void associate(struct kith_ledger *ledger)
{
    for (uint32_t i = 0; i < ledger->edge_count; i++) {
        struct kith_edge *edge = &ledger->edges[i];
        if (edge->relation != KITH_COOCCURRENCE)
            continue;
        struct kith_association counts = counts_of(ledger, edge);
        edge->npmi = kith_npmi(counts);
        edge->llr = kith_llr(counts);
        edge->jaccard = kith_jaccard(counts);
    }
}

static int compare_tallies(const void *left, const void *right)
{
    const struct kith_tally *a = left, *b = right;
    if (a->mentions != b->mentions)
        return a->mentions > b->mentions ? -1 : 1;
    return (a->entity > b->entity) - (a->entity < b->entity);
}

static int compare_edges(const void *left, const void *right)
{
    const struct kith_edge *a = left, *b = right;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    if (a->target != b->target)
        return a->target < b->target ? -1 : 1;
    return (a->relation > b->relation) - (a->relation < b->relation);
}

enum kith_status kith_ledger_close(struct kith_ledger *ledger, struct kith_error *err)
{
    if (ledger->is_closed)
        return KITH_OK;
    kith_accounts_seal(&ledger->accounts);
    KITH_TRY(draw_up(ledger, err));
    KITH_TRY(count_scope(ledger, KITH_PARAGRAPH, err));
    KITH_TRY(count_scope(ledger, KITH_ARTICLE, err));
    associate(ledger);
    qsort(ledger->tallies, ledger->tally_count, sizeof *ledger->tallies, compare_tallies);
    qsort(ledger->edges, ledger->edge_count, sizeof *ledger->edges, compare_edges);
    kith_accounts_release(&ledger->accounts);
    ledger->is_closed = true;
    return KITH_OK;
}

/* ---- reading --------------------------------------------------------------------- */

const struct kith_gazetteer *kith_ledger_gazetteer(const struct kith_ledger *ledger)
{
    return ledger->gazetteer;
}

const struct kith_rules *kith_ledger_rules(const struct kith_ledger *ledger)
{
    return ledger->rules;
}

struct kith_window kith_ledger_window(const struct kith_ledger *ledger)
{
    return ledger->window;
}

struct kith_totals kith_ledger_totals(const struct kith_ledger *ledger)
{
    return ledger->totals;
}

uint32_t kith_ledger_tally_count(const struct kith_ledger *ledger)
{
    return ledger->tally_count;
}

const struct kith_tally *kith_ledger_tallies(const struct kith_ledger *ledger)
{
    return ledger->tallies;
}

uint32_t kith_ledger_edge_count(const struct kith_ledger *ledger)
{
    return ledger->edge_count;
}

const struct kith_edge *kith_ledger_edges(const struct kith_ledger *ledger)
{
    return ledger->edges;
}
