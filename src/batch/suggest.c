/* Unknown names ranked, and written as rows with their contexts. Counting them is
 * suggestion.c's. */
#include "batch/suggest.h"

#include <stdlib.h>

#include "batch/suggestion.h"
#include "output/clean.h"

/* Known names that are shown beside a suggestion. */
#define COMPANY_SHOWN 3

struct survey {
    const struct kith_suggest_options *options;
    struct kith_arena kept;  /* names, sources, suggestions */
    struct kith_arena arena; /* the article being read */
    struct kith_setup setup;
    struct kith_sources sources;
    struct kith_suggestions all;
};

/* ---- ranking ---- */

static int by_rank(const void *a, const void *b)
{
    const struct kith_suggestion *const *left = a, *const *right = b;
    if ((*left)->articles != (*right)->articles)
        return (*left)->articles > (*right)->articles ? -1 : 1;
    if ((*left)->kept_company != (*right)->kept_company)
        return (*left)->kept_company > (*right)->kept_company ? -1 : 1;
    return kith_str_compare((*left)->slug, (*right)->slug);
}

/* "Privacy Policy": words that these articles mostly write small. */
static bool is_ordinary(const struct survey *survey, struct kith_str slug)
{
    while (slug.data)
        if (!kith_vocabulary_is_ordinary(&survey->all.vocabulary,
                                         kith_str_cut(&slug, '-')))
            return false;
    return true;
}

static bool is_wanted(const struct survey *survey,
                      const struct kith_suggestion *suggestion)
{
    return suggestion->longer == KITH_NO_ID &&
           suggestion->articles >= survey->options->least_articles &&
           !is_ordinary(survey, suggestion->slug);
}

static uint32_t rank(struct survey *survey, const struct kith_suggestion **ranks)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < survey->all.count; i++)
        if (is_wanted(survey, &survey->all.items[i]))
            ranks[count++] = &survey->all.items[i];
    if (count)
        qsort(ranks, count, sizeof *ranks, by_rank);
    return count < survey->options->top ? count : survey->options->top;
}

/* ---- contexts ---- */

/* A sentence to be shown. */
struct wanted {
    struct kith_context context;
    struct kith_str text; /* in the kept arena; empty until it is found */
};

/* Those of all rows, in the order of the articles. */
struct contexts {
    struct survey *survey;
    struct wanted **items;
    uint32_t count, next;
};

static int by_article(const void *a, const void *b)
{
    const struct wanted *const *left = a, *const *right = b;
    kith_id one = (*left)->context.article, other = (*right)->context.article;
    return (one > other) - (one < other);
}

static enum kith_status take_sentences(struct contexts *contexts,
                                       const struct kith_document *document, uint32_t end,
                                       struct kith_error *err)
{
    for (; contexts->next < end; contexts->next++) {
        struct wanted *wanted = contexts->items[contexts->next];
        if (wanted->context.sentence >= document->sentences.count)
            continue; /* the article has changed meanwhile */
        const struct kith_sentence *sentence =
            &document->sentences.items[wanted->context.sentence];
        wanted->text =
            kith_str_copy(&contexts->survey->kept,
                          kith_str_slice(document->text, sentence->begin, sentence->end));
        if (!wanted->text.data)
            return kith_no_memory(err);
    }
    return KITH_OK;
}

static enum kith_status read_again(void *context, const struct kith_unread *unread,
                                   struct kith_error *err)
{
    static const struct kith_reader_options options;
    struct contexts *contexts = context;
    struct survey *survey = contexts->survey;
    struct kith_reading reading;
    struct kith_error unheard;
    uint32_t end = contexts->next;
    while (end < contexts->count &&
           contexts->items[end]->context.article == unread->article.number)
        end++;
    if (end == contexts->next)
        return contexts->next < contexts->count ? KITH_OK : KITH_END;
    kith_arena_reset(&survey->arena);
    if (kith_reading_begin(&survey->setup, unread, &options, &survey->arena,
                           &reading.article, &reading.document, NULL,
                           &unheard) == KITH_OK)
        return take_sentences(contexts, &reading.document, end, err);
    contexts->next = end;
    return KITH_OK;
}

/* The articles are read again: keeping every sentence seen would cost far more. */
static enum kith_status find_contexts(struct survey *survey,
                                      const struct kith_suggestion **ranks,
                                      uint32_t count, struct wanted *wanted,
                                      struct kith_error *err)
{
    struct contexts contexts = {.survey = survey};
    const struct kith_intake intake = {.on_article = read_again, .context = &contexts};
    contexts.items = KITH_ARRAY(&survey->kept, struct wanted *, count * KITH_CONTEXTS);
    if (!contexts.items)
        return kith_no_memory(err);
    for (uint32_t row = 0; row < count; row++)
        for (uint32_t i = 0; i < ranks[row]->context_count; i++) {
            struct wanted *item = &wanted[row * KITH_CONTEXTS + i];
            item->context = ranks[row]->contexts[i];
            contexts.items[contexts.count++] = item;
        }
    if (contexts.count == 0)
        return KITH_OK;
    qsort(contexts.items, contexts.count, sizeof *contexts.items, by_article);
    enum kith_status status = kith_intake_run(&intake, &survey->sources, err);
    return status == KITH_END ? KITH_OK : status;
}

/* ---- rows ---- */

/* Words that bodies are called by. */
static const char *const body_words[] = {
    "ministry",   "party",     "group",      "council",     "agency",     "bank",
    "university", "inc",       "corp",       "company",     "ltd",        "llc",
    "union",      "league",    "front",      "army",        "brigade",    "movement",
    "institute",  "committee", "commission", "association", "federation", "foundation",
    "court",      "office",    "department", "service",     "police",     "times",
    "news",       "club",      "society"};

static bool is_body(struct kith_str slug)
{
    while (slug.data) {
        struct kith_str word = kith_str_cut(&slug, '-');
        for (size_t i = 0; i < sizeof body_words / sizeof *body_words; i++)
            if (kith_str_equal(word, kith_str_of(body_words[i])))
                return true;
    }
    return false;
}

/* A guess for the person to mend. */
static const char *guessed_type(const struct kith_suggestion *suggestion)
{
    if (is_body(suggestion->slug))
        return "organisation";
    if (suggestion->titled ||
        ((suggestion->word_count == 2 || suggestion->word_count == 3) &&
         !memchr(suggestion->name.data, '-', suggestion->name.length)))
        return "person";
    return "unknown";
}

static void write_aliases(const struct survey *survey,
                          const struct kith_suggestion *suggestion, struct kith_buf *out)
{
    struct kith_buf aliases = {0};
    for (kith_id i = suggestion->first_alias; i != KITH_NO_ID;
         i = survey->all.items[i].next_alias) {
        if (aliases.length)
            kith_buf_byte(&aliases, '|');
        kith_buf_str(&aliases, survey->all.items[i].name);
    }
    kith_clean_csv(out, kith_buf_view(&aliases));
    out->is_broken |= aliases.is_broken;
    kith_buf_release(&aliases);
}

static int by_count(const void *a, const void *b)
{
    const struct kith_company *left = a, *right = b;
    if (left->count != right->count)
        return left->count > right->count ? -1 : 1;
    return (left->entity > right->entity) - (left->entity < right->entity);
}

static void write_company(const struct survey *survey,
                          const struct kith_suggestion *suggestion, struct kith_buf *out)
{
    struct kith_company seats[KITH_COMPANY];
    struct kith_buf names = {0};
    memcpy(seats, suggestion->company, sizeof seats);
    qsort(seats, KITH_COMPANY, sizeof *seats, by_count);
    for (int i = 0; i < COMPANY_SHOWN && seats[i].count; i++) {
        if (names.length)
            kith_buf_text(&names, "; ");
        kith_buf_str(
            &names, kith_gazetteer_entity(survey->setup.gazetteer, seats[i].entity).name);
    }
    kith_clean_csv(out, kith_buf_view(&names));
    out->is_broken |= names.is_broken;
    kith_buf_release(&names);
}

static void write_row(struct survey *survey, const struct kith_suggestion *suggestion,
                      const struct wanted *contexts, struct kith_buf *out)
{
    kith_clean_csv(out, suggestion->name);
    kith_buf_byte(out, ',');
    kith_buf_text(out, guessed_type(suggestion));
    kith_buf_byte(out, ',');
    write_aliases(survey, suggestion, out);
    kith_buf_byte(out, ',');
    kith_buf_unsigned(out, suggestion->articles);
    kith_buf_byte(out, ',');
    kith_buf_unsigned(out, suggestion->mentions);
    kith_buf_byte(out, ',');
    write_company(survey, suggestion, out);
    for (uint32_t i = 0; i < KITH_CONTEXTS; i++) {
        kith_buf_byte(out, ',');
        kith_clean_csv(out, contexts[i].text);
    }
    kith_buf_byte(out, '\n');
}

static enum kith_status write_rows(struct survey *survey, struct kith_buf *out,
                                   struct kith_error *err)
{
    const struct kith_suggestion **ranks =
        KITH_ARRAY(&survey->kept, const struct kith_suggestion *, survey->all.count);
    uint32_t count = ranks ? rank(survey, ranks) : 0;
    struct wanted *wanted =
        KITH_ARRAY(&survey->kept, struct wanted, count * KITH_CONTEXTS);
    if (!ranks || !wanted)
        return kith_no_memory(err);
    KITH_TRY(find_contexts(survey, ranks, count, wanted, err));
    kith_buf_text(out, "name,type,aliases,articles,mentions,company,context_1,context_2,"
                       "context_3\n");
    for (uint32_t row = 0; row < count; row++)
        write_row(survey, ranks[row], &wanted[row * KITH_CONTEXTS], out);
    return kith_buf_check(out, err);
}

static enum kith_status run(struct survey *survey, struct kith_buf *out,
                            struct kith_error *err)
{
    const struct kith_suggest_options *options = survey->options;
    const struct kith_recognize_options recognize = {.with_demonyms = true};
    struct kith_problems unheard; /* kith build tells of them */
    kith_problems_init(&unheard, &survey->kept);
    KITH_TRY(kith_survey_sources(options->articles, options->article_count, &survey->kept,
                                 &survey->sources, err));
    const struct kith_setup_wish wish = {.gazetteers = options->gazetteers,
                                         .gazetteer_count = options->gazetteer_count,
                                         .without_rules = true,
                                         .recognize = &recognize,
                                         .jobs = options->jobs};
    KITH_TRY(kith_setup_load(&survey->setup, &wish, &unheard, err));
    const struct kith_survey reading = {.setup = &survey->setup,
                                        .sources = &survey->sources,
                                        .jobs = options->jobs,
                                        .has_names = true,
                                        .context = &survey->all,
                                        .on_sight = kith_suggestions_count};
    KITH_TRY(kith_survey_run(&reading, err));
    KITH_TRY(kith_suggestions_join(&survey->all, err));
    return write_rows(survey, out, err);
}

enum kith_status kith_suggest_rows(const struct kith_suggest_options *options,
                                   struct kith_buf *out, struct kith_error *err)
{
    struct survey survey = {.options = options};
    kith_arena_init(&survey.kept, KITH_ARENA_UNCAPPED);
    kith_arena_init(&survey.arena, KITH_ARENA_UNCAPPED);
    kith_suggestions_init(&survey.all, &survey.kept);
    enum kith_status status = run(&survey, out, err);
    kith_setup_release(&survey.setup);
    kith_suggestions_release(&survey.all);
    kith_arena_release(&survey.arena);
    kith_arena_release(&survey.kept);
    return status;
}
