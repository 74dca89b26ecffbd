/* Drawing the balance: the accounts turn into the sorted tallies and edges that everyone
 * else reads. The wider scopes are counted from the posting lists, and the association
 * measures follow. */
#include <stdlib.h>

#include "base/stop.h"
#include "graph/association.h"
#include "graph/ledger_book.h"
#include "graph/overlap.h"

static struct kith_edge edge_of(const struct kith_accounts *accounts, uint32_t index)
{
    const struct kith_edge_account *account = &accounts->edges[index];
    const struct kith_pair_account *pair = &accounts->pairs[account->pair];
    struct kith_edge edge = {.source = pair->source,
                             .target = pair->target,
                             .relation = account->relation,
                             .number = account->number,
                             .weight = account->weight,
                             .copies = account->copies,
                             .dates = account->dates,
                             .first_rule = account->first_rule};
    if (account->relation == KITH_COOCCURRENCE) {
        edge.in_sentences = pair->sentences;
        edge.in_windows = pair->windows;
        edge.decayed = account->decayed;
    }
    return edge;
}

static struct kith_tally tally_of(const struct kith_entity_account *account)
{
    return (struct kith_tally){.entity = account->entity,
                               .mentions = account->mentions,
                               .copies = account->copies,
                               .stories = account->articles.count,
                               .paragraphs = account->paragraphs.count,
                               .sentences = account->sentences,
                               .dates = account->dates};
}

/* What relations rest on; edges are still in the accounts' order. */
static enum kith_status close_supports(struct kith_ledger *ledger, struct kith_error *err)
{
    for (uint32_t i = 0; i < ledger->edge_count; i++) {
        uint32_t support = ledger->accounts.edges[i].support;
        if (support == KITH_NO_ID)
            continue;
        ledger->edges[i].support = kith_supports_close(&ledger->supports, support);
        if (!ledger->edges[i].support)
            return kith_no_memory(err);
    }
    kith_supports_release(&ledger->supports);
    return KITH_OK;
}

/* The months of edges and entities, which are still in the accounts' order. */
static enum kith_status close_calendars(struct kith_ledger *ledger,
                                        struct kith_error *err)
{
    const struct kith_accounts *accounts = &ledger->accounts;
    for (uint32_t i = 0; i < ledger->edge_count; i++)
        if (!kith_calendar_close(&ledger->evidence_calendar, accounts->edges[i].months,
                                 &ledger->arena, &ledger->edges[i].months))
            return kith_no_memory(err);
    for (uint32_t i = 0; i < ledger->tally_count; i++)
        if (!kith_calendar_close(&ledger->mention_calendar, accounts->entities[i].months,
                                 &ledger->arena, &ledger->tallies[i].months))
            return kith_no_memory(err);
    kith_calendar_release(&ledger->evidence_calendar);
    kith_calendar_release(&ledger->mention_calendar);
    return KITH_OK;
}

/* How many stories tell an edge. */
static enum kith_status close_edge_stories(struct kith_ledger *ledger,
                                           struct kith_error *err)
{
    for (uint32_t i = 0; i < ledger->edge_count; i++)
        if (!kith_edge_stories_count(&ledger->edge_stories,
                                     ledger->accounts.edges[i].stories,
                                     &ledger->edges[i].stories))
            return kith_no_memory(err);
    kith_edge_stories_release(&ledger->edge_stories);
    return KITH_OK;
}

/* Leave out the entities and edges that only copies have. */
static enum kith_status drop_unheard(struct kith_ledger *ledger, struct kith_error *err)
{
    (void)err;
    uint32_t tallies = 0, edges = 0;
    for (uint32_t i = 0; i < ledger->tally_count; i++)
        if (ledger->tallies[i].mentions)
            ledger->tallies[tallies++] = ledger->tallies[i];
    for (uint32_t i = 0; i < ledger->edge_count; i++)
        if (ledger->edges[i].weight)
            ledger->edges[edges++] = ledger->edges[i];
    ledger->tally_count = tallies;
    ledger->edge_count = edges;
    return KITH_OK;
}

/* Fill the arrays that outlive the accounts. */
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

/* Count in_paragraphs of every co-occurrence edge, or in_stories. */
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
                                                         &edge->in_stories}
                        : (struct kith_overlap_question){&a->paragraphs, &b->paragraphs,
                                                         &edge->in_paragraphs};
    }
    uint64_t limit = is_articles ? ledger->totals.articles : ledger->totals.paragraphs;
    enum kith_status status =
        kith_overlaps_count(overlaps, count, (uint32_t)limit, ledger->stop, err);
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
        return (struct kith_association){totals->counted.paragraphs, a.paragraphs,
                                         b.paragraphs, edge->in_paragraphs};
    case KITH_ARTICLE:
        return (struct kith_association){totals->counted.stories, a.stories, b.stories,
                                         edge->in_stories};
    case KITH_TOKENS:
        return (struct kith_association){totals->counted.mentions, a.mentions, b.mentions,
                                         edge->in_windows};
    case KITH_SENTENCE:
        break;
    }
    return (struct kith_association){totals->counted.sentences, a.sentences, b.sentences,
                                     edge->in_sentences};
}

static enum kith_status associate(struct kith_ledger *ledger, struct kith_error *err)
{
    (void)err;
    for (uint32_t i = 0; i < ledger->edge_count; i++) {
        struct kith_edge *edge = &ledger->edges[i];
        if (edge->relation != KITH_COOCCURRENCE)
            continue;
        struct kith_association counts = counts_of(ledger, edge);
        edge->npmi = kith_npmi(counts);
        edge->llr = kith_llr(counts);
        edge->jaccard = kith_jaccard(counts);
    }
    return KITH_OK;
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

static int by_number(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* The articles of an entity as stories, where one of them did not begin its story. */
static bool list_stories(const struct kith_ledger *ledger, struct kith_arena *arena,
                         struct kith_posting *articles)
{
    struct kith_posting_cursor cursor = {.chunk = articles->first};
    uint32_t count = 0, later = 0;
    uint32_t *stories = malloc(((size_t)articles->count + 1) * sizeof *stories);
    if (!stories)
        return false;
    for (; kith_posting_next(&cursor); count++) {
        stories[count] = ledger->articles[cursor.number].story;
        later += stories[count] != cursor.number;
    }
    if (later) {
        qsort(stories, count, sizeof *stories, by_number);
        *articles = (struct kith_posting){0};
        for (uint32_t i = 0; i < count; i++)
            if (!kith_posting_add(articles, arena, stories[i])) {
                free(stories);
                return false;
            }
    }
    free(stories);
    return true;
}

/* Turn the lists of articles into lists of stories. */
static enum kith_status resolve_stories(struct kith_ledger *ledger,
                                        struct kith_error *err)
{
    struct kith_accounts *accounts = &ledger->accounts;
    if (!ledger->totals.copies)
        return KITH_OK;
    for (uint32_t i = 0; i < accounts->entity_count; i++)
        if (!list_stories(ledger, &accounts->arena, &accounts->entities[i].articles))
            return kith_no_memory(err);
    return KITH_OK;
}

static enum kith_status seal(struct kith_ledger *ledger, struct kith_error *err)
{
    (void)err;
    kith_accounts_seal(&ledger->accounts);
    kith_stories_release(&ledger->stories);
    kith_heard_release(&ledger->heard);
    return KITH_OK;
}

static enum kith_status count_paragraphs(struct kith_ledger *ledger,
                                         struct kith_error *err)
{
    return count_scope(ledger, KITH_PARAGRAPH, err);
}

static enum kith_status count_articles(struct kith_ledger *ledger, struct kith_error *err)
{
    return count_scope(ledger, KITH_ARTICLE, err);
}

static enum kith_status sort(struct kith_ledger *ledger, struct kith_error *err)
{
    (void)err;
    qsort(ledger->tallies, ledger->tally_count, sizeof *ledger->tallies, compare_tallies);
    qsort(ledger->edges, ledger->edge_count, sizeof *ledger->edges, compare_edges);
    return KITH_OK;
}

/* In this order; a stop is heard before each. */
static enum kith_status (*const steps[])(struct kith_ledger *,
                                         struct kith_error *) = {seal,
                                                                 resolve_stories,
                                                                 draw_up,
                                                                 close_calendars,
                                                                 close_edge_stories,
                                                                 close_supports,
                                                                 drop_unheard,
                                                                 count_paragraphs,
                                                                 count_articles,
                                                                 associate,
                                                                 sort};

enum kith_status kith_ledger_close(struct kith_ledger *ledger, struct kith_error *err)
{
    if (ledger->is_closed)
        return KITH_OK;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        KITH_TRY(kith_check_stop(ledger->stop, err));
        KITH_TRY(steps[i](ledger, err));
    }
    kith_accounts_release(&ledger->accounts);
    ledger->is_closed = true;
    return KITH_OK;
}
