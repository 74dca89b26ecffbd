/* The ledger: takes findings article by article and keeps sums.
 *
 * While articles come in, every mention and every row of evidence is added to an account
 * (graph/account.h). At close these turn into tallies and edges (ledger_close.c). */
#include <stdlib.h>

#include "base/grow.h"
#include "graph/ledger_book.h"
#include "text/document.h"

/* Tokens at which a row of evidence counts half of what it does when the names touch. */
#define DECAY_GAP 4.0

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
    kith_arena_init(&ledger->arena, KITH_ARENA_UNCAPPED);
    kith_intern_init(&ledger->dates, &ledger->arena);
    kith_supports_init(&ledger->supports, &ledger->arena);
    *out = ledger;
    return KITH_OK;
}

void kith_ledger_free(struct kith_ledger *ledger)
{
    if (!ledger)
        return;
    kith_accounts_release(&ledger->accounts);
    kith_calendar_release(&ledger->evidence_calendar);
    kith_calendar_release(&ledger->mention_calendar);
    kith_supports_release(&ledger->supports);
    kith_stories_release(&ledger->stories);
    kith_heard_release(&ledger->heard);
    kith_edge_stories_release(&ledger->edge_stories);
    kith_intern_release(&ledger->dates);
    kith_arena_release(&ledger->arena);
    free(ledger->articles);
    free(ledger->tallies);
    free(ledger->edges);
    free(ledger);
}

void kith_ledger_count_articles(struct kith_ledger *ledger)
{
    ledger->counts_articles = true;
}

void kith_ledger_listen(struct kith_ledger *ledger, const volatile int *stop)
{
    ledger->stop = stop;
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

/* Look at the date of the article that is to be added. */
static bool open_date(struct kith_ledger *ledger, const struct kith_document *document)
{
    struct kith_str date =
        document->article ? document->article->date : (struct kith_str){0};
    ledger->month = kith_month_of(date);
    ledger->date = date.length ? kith_intern_add(&ledger->dates, date) : KITH_NO_ID;
    return !date.length || ledger->date != KITH_NO_ID;
}

/* Take the date of the article into a period. Dates are compared as text, which is their
 * order when they are written year first. */
static void widen(const struct kith_ledger *ledger, struct kith_period *period)
{
    const struct kith_str *dates = ledger->dates.items;
    if (ledger->date == KITH_NO_ID)
        return;
    if (period->first == KITH_NO_ID ||
        kith_str_compare(dates[ledger->date], dates[period->first]) < 0)
        period->first = ledger->date;
    if (period->last == KITH_NO_ID ||
        kith_str_compare(dates[ledger->date], dates[period->last]) > 0)
        period->last = ledger->date;
}

/* ---- copies ---------------------------------------------------------------------- */

/* An article that is being added. */
struct adding {
    const struct kith_document *document;
    const struct kith_findings *findings;
    uint32_t copied; /* sentences of it that stood already */
};

static bool is_struck_out(const struct adding *adding, uint32_t sentence)
{
    return adding->copied && kith_findings_copied(adding->findings, sentence);
}

/* Its sayings, from numbers of the ledger to those of the files. */
static void name_copies(const struct kith_ledger *ledger, struct kith_findings *findings,
                        uint32_t *copied)
{
    for (uint32_t i = 0; i < findings->fingerprint.saying_count; i++) {
        struct kith_saying *saying = &findings->fingerprint.sayings[i];
        if (ledger->counts_articles)
            saying->copy_article = KITH_NO_ID;
        if (saying->copy_article == KITH_NO_ID)
            continue;
        saying->copy_article = ledger->articles[saying->copy_article].number;
        (*copied)++;
    }
}

/* Find the article's story, and which of its sentences stood already. */
static enum kith_status open_story(struct kith_ledger *ledger,
                                   struct kith_findings *findings, uint32_t *copied,
                                   struct kith_error *err)
{
    const struct kith_document *document = findings->document;
    const struct kith_sentences *sentences = &document->sentences;
    struct kith_fingerprint *fingerprint = &findings->fingerprint;
    uint32_t article = (uint32_t)ledger->totals.articles;
    struct kith_membership member = {article, KITH_NO_ID};
    bool has_title = sentences->count && sentences->items[0].is_title;
    if (!KITH_GROW(ledger->articles, article, ledger->article_room))
        return kith_no_memory(err);
    if (!ledger->counts_articles &&
        (!kith_stories_join(&ledger->stories, article, fingerprint, &member) ||
         !kith_heard_add(&ledger->heard, article, &member, has_title,
                         fingerprint->sayings, fingerprint->saying_count)))
        return kith_no_memory(err);
    ledger->articles[article] = (struct kith_book_article){
        member.story, document->article ? document->article->number : article};
    ledger->story = member.story;
    findings->story = ledger->articles[member.story].number;
    findings->copy_of = member.copy_of == KITH_NO_ID
                            ? KITH_NO_ID
                            : ledger->articles[member.copy_of].number;
    name_copies(ledger, findings, copied);
    return KITH_OK;
}

/* ---- counting -------------------------------------------------------------------- */

static enum kith_status add_mention(struct kith_ledger *ledger,
                                    const struct adding *adding,
                                    const struct kith_mention *mention,
                                    struct kith_error *err)
{
    struct kith_accounts *accounts = &ledger->accounts;
    struct kith_entity_account *account = kith_accounts_entity(accounts, mention->entity);
    if (!account)
        return kith_no_memory(err);
    if (is_struck_out(adding, mention->sentence)) {
        account->copies++;
        return KITH_OK;
    }
    const struct kith_totals *before = &ledger->totals;
    uint32_t article = (uint32_t)before->articles;
    uint32_t sentence = (uint32_t)before->sentences + mention->sentence;
    uint32_t paragraph = (uint32_t)before->paragraphs +
                         adding->document->sentences.items[mention->sentence].paragraph;
    account->mentions++;
    ledger->totals.counted.mentions++;
    if (account->last_sentence != sentence) {
        account->last_sentence = sentence;
        account->sentences++;
    }
    if (!account->articles.count || account->articles.last != article)
        widen(ledger, &account->dates);
    if (ledger->month != KITH_NO_MONTH &&
        !kith_calendar_add(&ledger->mention_calendar, &account->months, mention->entity,
                           ledger->month))
        return kith_no_memory(err);
    if (!kith_posting_add(&account->paragraphs, &accounts->arena, paragraph) ||
        !kith_posting_add(&account->articles, &accounts->arena, article))
        return kith_no_memory(err);
    return KITH_OK;
}

static enum kith_status add_pair(struct kith_ledger *ledger, const struct adding *adding,
                                 const struct kith_pair *pair, struct kith_error *err)
{
    if (is_struck_out(adding, pair->first) || is_struck_out(adding, pair->last))
        return KITH_OK;
    struct kith_pair_account *account =
        kith_accounts_pair(&ledger->accounts, pair->a, pair->b);
    if (!account)
        return kith_no_memory(err);
    account->sentences += pair->first == pair->last;
    account->windows += pair->windows;
    return KITH_OK;
}

static double confidence_of(const struct kith_ledger *ledger,
                            const struct kith_evidence *evidence)
{
    if (!ledger->rules || evidence->rule == KITH_NO_ID)
        return 0;
    return kith_rules_rule(ledger->rules, evidence->rule).confidence;
}

/* The first row of an edge in an article that counts. */
static bool begin_article(struct kith_ledger *ledger, struct kith_edge_account *account)
{
    account->last_article = (uint32_t)ledger->totals.articles;
    widen(ledger, &account->dates);
    return kith_edge_stories_add(&ledger->edge_stories, &account->stories, ledger->story);
}

/* Count what a row says of its relation. */
static bool add_support(struct kith_ledger *ledger, struct kith_str text,
                        const struct kith_evidence *evidence,
                        struct kith_edge_account *account)
{
    if (account->support == KITH_NO_ID)
        account->support = kith_supports_open(&ledger->supports);
    return account->support != KITH_NO_ID &&
           kith_supports_add(&ledger->supports, account->support, ledger->story,
                             &evidence->statement, text, confidence_of(ledger, evidence));
}

/* A row that counts. */
static bool add_row(struct kith_ledger *ledger, struct kith_str text,
                    const struct kith_evidence *evidence,
                    struct kith_edge_account *account)
{
    if (account->weight++ == 0)
        account->first_rule = evidence->rule;
    if (account->last_article != (uint32_t)ledger->totals.articles &&
        !begin_article(ledger, account))
        return false;
    if (ledger->month != KITH_NO_MONTH &&
        !kith_calendar_add(&ledger->evidence_calendar, &account->months, account->number,
                           ledger->month))
        return false;
    if (evidence->relation != KITH_COOCCURRENCE)
        return add_support(ledger, text, evidence, account);
    account->decayed += 1 / (1 + evidence->gap / DECAY_GAP);
    return true;
}

static enum kith_status add_evidence(struct kith_ledger *ledger,
                                     const struct adding *adding,
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
    bool is_copy = adding->copied && kith_findings_copied_row(adding->findings, evidence);
    if (is_copy)
        account->copies++;
    else if (!account->number)
        account->number = ++ledger->edge_number;
    evidence->edge = account->number;
    if (!is_copy && !add_row(ledger, adding->document->text, evidence, account))
        return kith_no_memory(err);
    return KITH_OK;
}

/* Of a copy, the sentences with mentions that did not stand before, and their paragraphs.
 */
static void count_copy(struct kith_totals *totals, const struct adding *adding)
{
    const struct kith_fingerprint *fingerprint = &adding->findings->fingerprint;
    uint32_t last = KITH_NO_ID;
    totals->copies++;
    for (uint32_t i = 0; i < fingerprint->saying_count; i++) {
        const struct kith_saying *saying = &fingerprint->sayings[i];
        uint32_t paragraph =
            adding->document->sentences.items[saying->sentence].paragraph;
        if (saying->copy_article != KITH_NO_ID)
            continue;
        totals->counted.sentences++;
        totals->counted.paragraphs += paragraph != last;
        last = paragraph;
    }
}

static void add_totals(struct kith_totals *totals, const struct adding *adding)
{
    const struct kith_findings *findings = adding->findings;
    const struct kith_document *document = adding->document;
    totals->articles++;
    totals->paragraphs += document->paragraph_count;
    totals->sentences += document->sentences.count;
    totals->tokens += document->tokens.count;
    totals->bytes += document->text.length;
    totals->mentions += findings->mentions.count;
    totals->evidence += findings->evidence_count;
    if (findings->copy_of != KITH_NO_ID) {
        count_copy(totals, adding);
        return;
    }
    totals->counted.stories++;
    totals->counted.paragraphs += document->paragraph_count;
    totals->counted.sentences += document->sentences.count - adding->copied;
}

enum kith_status kith_ledger_add(struct kith_ledger *ledger,
                                 struct kith_findings *findings, struct kith_error *err)
{
    struct adding adding = {.document = findings->document, .findings = findings};
    KITH_TRY(check_room(ledger, findings->document, err));
    if (!open_date(ledger, findings->document))
        return kith_no_memory(err);
    KITH_TRY(open_story(ledger, findings, &adding.copied, err));
    for (uint32_t i = 0; i < findings->mentions.count; i++)
        KITH_TRY(add_mention(ledger, &adding, &findings->mentions.items[i], err));
    for (uint32_t i = 0; i < findings->pair_count; i++)
        KITH_TRY(add_pair(ledger, &adding, &findings->pairs[i], err));
    for (uint32_t i = 0; i < findings->evidence_count; i++)
        KITH_TRY(add_evidence(ledger, &adding, &findings->evidence[i], err));
    add_totals(&ledger->totals, &adding);
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

struct kith_str kith_ledger_date(const struct kith_ledger *ledger, kith_id date)
{
    return date == KITH_NO_ID ? (struct kith_str){0} : ledger->dates.items[date];
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
