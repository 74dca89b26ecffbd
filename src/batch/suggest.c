/* Counting unknown names over articles, ranking them, and fetching their contexts. */
#include "batch/suggest.h"

#include <stdlib.h>

#include "base/hash.h"
#include "batch/setup.h"
#include "batch/vocabulary.h"
#include "input/reader.h"
#include "input/source.h"
#include "output/clean.h"
#include "recognize/unknown.h"
#include "text/fold.h"

#define CONTEXTS 3

/* Known names kept with a suggestion: the most frequent, by the counters of Misra and
 * Gries 1982, so that memory stays small; the first few are shown. */
#define COMPANY 8
#define COMPANY_SHOWN 3

struct company {
    kith_id entity;
    uint32_t count;
};

struct context {
    uint32_t source; /* index of the article */
    uint32_t sentence;
};

/* One unknown name, however often it stands. */
struct suggestion {
    struct kith_str name; /* as first written */
    struct kith_str slug;
    uint32_t mentions, articles, titled;
    uint32_t kept_company; /* mentions with a known name in the sentence */
    uint32_t last_source;
    uint32_t word_count;
    kith_id longer; /* the suggestion it is a short form of, or KITH_NO_ID */
    kith_id first_alias, next_alias; /* chain of short forms */
    uint32_t context_count;
    struct context contexts[CONTEXTS];
    struct company company[COMPANY];
};

struct survey {
    const struct kith_suggest_options *options;
    struct kith_arena kept;  /* names, sources, suggestions */
    struct kith_arena arena; /* the article being read */
    struct kith_setup setup;
    struct kith_sources sources;
    struct kith_vocabulary vocabulary;
    struct kith_map by_slug; /* hash -> suggestion */
    struct kith_buf slug;
    struct suggestion *items;
    uint32_t count, room;
};

/* One article */

struct reading {
    struct kith_article article;
    struct kith_document document;
    struct kith_mentions mentions;
};

/* KITH_END when the article cannot be read: the survey goes on without it. */
static enum kith_status read_article(struct survey *survey, uint32_t source,
                                     struct reading *reading, struct kith_error *err)
{
    *reading = (struct reading){0};
    kith_arena_reset(&survey->arena);
    enum kith_status status =
        kith_article_read(survey->sources.items[source].data, KITH_DEFAULT_MAX_SIZE,
                          &survey->arena, &reading->article, NULL, err);
    if (status == KITH_OK)
        status = kith_document_read(&reading->article, survey->setup.abbreviations,
                                    &survey->arena, &reading->document, err);
    if (status == KITH_OK)
        return kith_setup_recognize(&survey->setup, &reading->document, &survey->arena,
                                    NULL, &reading->mentions, err);
    return status == KITH_NO_MEMORY ? status : KITH_END;
}

/* The surface with each run of blanks as one. */
static struct kith_str surface_of(struct survey *survey,
                                  const struct kith_document *document,
                                  const struct kith_unknown *unknown)
{
    struct kith_buf text = {0};
    for (uint32_t i = unknown->first_token; i < unknown->end_token; i++) {
        const struct kith_token *token = &document->tokens.items[i];
        if (i > unknown->first_token && token->gap != KITH_GAP_NONE)
            kith_buf_byte(&text, ' ');
        kith_buf_str(&text, kith_token_text(document->text, token));
    }
    struct kith_str name = kith_str_copy(&survey->kept, kith_buf_view(&text));
    kith_buf_release(&text);
    return name;
}

static uint32_t count_words(struct kith_str slug)
{
    uint32_t count = 1;
    for (size_t i = 0; i < slug.length; i++)
        count += slug.data[i] == '-';
    return count;
}

/* The suggestion of a name, made when it is new; NULL when memory is out. */
static struct suggestion *place(struct survey *survey,
                                const struct kith_document *document,
                                const struct kith_unknown *unknown)
{
    struct kith_str span =
        kith_str_slice(document->text, document->tokens.items[unknown->first_token].begin,
                       document->tokens.items[unknown->end_token - 1].end);
    bool is_new = false;
    kith_buf_reset(&survey->slug);
    kith_slug(span, &survey->slug);
    struct kith_str slug = kith_buf_view(&survey->slug);
    uint32_t *id = kith_map_place(&survey->by_slug, kith_hash(slug.data, slug.length),
                                  survey->count, &is_new);
    if (!id)
        return NULL;
    if (!is_new)
        return &survey->items[*id];
    if (!KITH_ARENA_PUSHABLE(&survey->kept, survey))
        return NULL;
    struct suggestion *suggestion = &survey->items[survey->count++];
    *suggestion = (struct suggestion){.name = surface_of(survey, document, unknown),
                                      .slug = kith_str_copy(&survey->kept, slug),
                                      .word_count = count_words(slug),
                                      .last_source = UINT32_MAX,
                                      .longer = KITH_NO_ID,
                                      .first_alias = KITH_NO_ID,
                                      .next_alias = KITH_NO_ID};
    return suggestion->name.data && suggestion->slug.data ? suggestion : NULL;
}

/* Count `entity`: at its own seat, at an empty one, or by taking one from everybody's. */
static void meet(struct suggestion *suggestion, kith_id entity)
{
    struct company *empty = NULL;
    for (int i = 0; i < COMPANY; i++) {
        struct company *seat = &suggestion->company[i];
        if (seat->count && seat->entity == entity) {
            seat->count++;
            return;
        }
        if (!seat->count)
            empty = seat;
    }
    if (empty) {
        *empty = (struct company){entity, 1};
        return;
    }
    for (int i = 0; i < COMPANY; i++)
        suggestion->company[i].count--;
}

static void meet_sentence(struct suggestion *suggestion, const struct reading *reading,
                          uint32_t sentence, uint32_t *first_mention)
{
    const struct kith_mentions *mentions = &reading->mentions;
    while (*first_mention < mentions->count &&
           mentions->items[*first_mention].sentence < sentence)
        ++*first_mention;
    uint32_t i = *first_mention;
    for (; i < mentions->count && mentions->items[i].sentence == sentence; i++)
        meet(suggestion, mentions->items[i].entity);
    suggestion->kept_company += i > *first_mention;
}

static enum kith_status count_names(struct survey *survey, uint32_t source,
                                    const struct reading *reading, struct kith_error *err)
{
    struct kith_unknowns unknowns = {0};
    KITH_TRY(kith_unknown_find(&reading->document, &reading->mentions,
                               survey->setup.abbreviations, &survey->arena, &unknowns,
                               err));
    uint32_t mention = 0;
    for (uint32_t i = 0; i < unknowns.count; i++) {
        const struct kith_unknown *unknown = &unknowns.items[i];
        struct suggestion *suggestion = place(survey, &reading->document, unknown);
        if (!suggestion)
            return kith_no_memory(err);
        if (suggestion->last_source != source && suggestion->context_count < CONTEXTS)
            suggestion->contexts[suggestion->context_count++] =
                (struct context){source, unknown->sentence};
        suggestion->articles += suggestion->last_source != source;
        suggestion->last_source = source;
        suggestion->mentions++;
        suggestion->titled += unknown->has_title;
        meet_sentence(suggestion, reading, unknown->sentence, &mention);
    }
    return KITH_OK;
}

static enum kith_status read_all(struct survey *survey, struct kith_error *err)
{
    for (uint32_t source = 0; source < survey->sources.count; source++) {
        struct reading reading;
        enum kith_status status = read_article(survey, source, &reading, err);
        if (status == KITH_END)
            continue;
        KITH_TRY(status);
        KITH_TRY(kith_vocabulary_count(&survey->vocabulary, &reading.document, err));
        KITH_TRY(count_names(survey, source, &reading, err));
    }
    return KITH_OK;
}

/* Short forms */

static struct kith_str last_word(struct kith_str slug)
{
    size_t begin = slug.length;
    while (begin > 0 && slug.data[begin - 1] != '-')
        begin--;
    return kith_str_slice(slug, begin, slug.length);
}

/* Surnames: the one longer suggestion that ends so, or none when there are several. */
static enum kith_status join_short_forms(struct survey *survey, struct kith_error *err)
{
    struct kith_map by_surname = {0};
    for (kith_id i = 0; i < survey->count; i++) {
        struct kith_str surname = last_word(survey->items[i].slug);
        if (survey->items[i].word_count < 2 || survey->items[i].articles < 2)
            continue;
        bool is_new = false;
        uint32_t *owner = kith_map_place(
            &by_surname, kith_hash(surname.data, surname.length), i, &is_new);
        if (!owner) {
            kith_map_release(&by_surname);
            return kith_no_memory(err);
        }
        if (!is_new)
            *owner = KITH_NO_ID;
    }
    for (kith_id i = 0; i < survey->count; i++) {
        struct suggestion *single = &survey->items[i];
        if (single->word_count != 1)
            continue;
        const uint32_t *owner =
            kith_map_find(&by_surname, kith_hash(single->slug.data, single->slug.length));
        if (!owner || *owner == KITH_NO_ID)
            continue;
        single->longer = *owner;
        single->next_alias = survey->items[*owner].first_alias;
        survey->items[*owner].first_alias = i;
    }
    kith_map_release(&by_surname);
    return KITH_OK;
}

/* Ranking */

static int by_rank(const void *a, const void *b)
{
    const struct suggestion *const *left = a, *const *right = b;
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
        if (!kith_vocabulary_is_ordinary(&survey->vocabulary, kith_str_cut(&slug, '-')))
            return false;
    return true;
}

static bool is_wanted(const struct survey *survey, const struct suggestion *suggestion)
{
    return suggestion->longer == KITH_NO_ID &&
           suggestion->articles >= survey->options->least_articles &&
           !is_ordinary(survey, suggestion->slug);
}

static uint32_t rank(struct survey *survey, const struct suggestion **ranks)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < survey->count; i++)
        if (is_wanted(survey, &survey->items[i]))
            ranks[count++] = &survey->items[i];
    if (count)
        qsort(ranks, count, sizeof *ranks, by_rank);
    return count < survey->options->top ? count : survey->options->top;
}

/* Rows */

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
static const char *guessed_type(const struct suggestion *suggestion)
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
                          const struct suggestion *suggestion, struct kith_buf *out)
{
    struct kith_buf aliases = {0};
    for (kith_id i = suggestion->first_alias; i != KITH_NO_ID;
         i = survey->items[i].next_alias) {
        if (aliases.length)
            kith_buf_byte(&aliases, '|');
        kith_buf_str(&aliases, survey->items[i].name);
    }
    kith_clean_csv(out, kith_buf_view(&aliases));
    out->is_broken |= aliases.is_broken;
    kith_buf_release(&aliases);
}

static int by_count(const void *a, const void *b)
{
    const struct company *left = a, *right = b;
    if (left->count != right->count)
        return left->count > right->count ? -1 : 1;
    return (left->entity > right->entity) - (left->entity < right->entity);
}

static void write_company(const struct survey *survey,
                          const struct suggestion *suggestion, struct kith_buf *out)
{
    struct company seats[COMPANY];
    struct kith_buf names = {0};
    memcpy(seats, suggestion->company, sizeof seats);
    qsort(seats, COMPANY, sizeof *seats, by_count);
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

/* The article is read again: keeping every sentence seen would cost far more. */
static enum kith_status write_context(struct survey *survey,
                                      const struct suggestion *suggestion, uint32_t i,
                                      struct kith_buf *out, struct kith_error *err)
{
    kith_buf_byte(out, ',');
    if (i >= suggestion->context_count)
        return KITH_OK;
    struct reading reading;
    enum kith_status status =
        read_article(survey, suggestion->contexts[i].source, &reading, err);
    uint32_t number = suggestion->contexts[i].sentence;
    if (status == KITH_END || number >= reading.document.sentences.count)
        return KITH_OK;
    KITH_TRY(status);
    const struct kith_sentence *sentence = &reading.document.sentences.items[number];
    kith_clean_csv(out,
                   kith_str_slice(reading.document.text, sentence->begin, sentence->end));
    return KITH_OK;
}

static enum kith_status write_row(struct survey *survey,
                                  const struct suggestion *suggestion,
                                  struct kith_buf *out, struct kith_error *err)
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
    for (uint32_t i = 0; i < CONTEXTS; i++)
        KITH_TRY(write_context(survey, suggestion, i, out, err));
    kith_buf_byte(out, '\n');
    return KITH_OK;
}

static enum kith_status write_rows(struct survey *survey, struct kith_buf *out,
                                   struct kith_error *err)
{
    const struct suggestion **ranks =
        KITH_ARRAY(&survey->kept, const struct suggestion *, survey->count);
    if (!ranks)
        return kith_no_memory(err);
    uint32_t count = rank(survey, ranks);
    kith_buf_text(out, "name,type,aliases,articles,mentions,company,context_1,context_2,"
                       "context_3\n");
    for (uint32_t i = 0; i < count; i++)
        KITH_TRY(write_row(survey, ranks[i], out, err));
    return kith_buf_check(out, err);
}

static enum kith_status run(struct survey *survey, struct kith_buf *out,
                            struct kith_error *err)
{
    const struct kith_suggest_options *options = survey->options;
    const struct kith_recognize_options recognize = {.with_demonyms = true};
    struct kith_problems unheard; /* kith build tells of them */
    kith_problems_init(&unheard, &survey->kept);
    for (size_t i = 0; i < options->article_count; i++)
        KITH_TRY(kith_sources_add(&survey->sources, options->articles[i], &survey->kept,
                                  &unheard, err));
    kith_sources_sort(&survey->sources);
    KITH_TRY(kith_setup_load(&survey->setup, options->gazetteers,
                             options->gazetteer_count, NULL, 0, true, &recognize,
                             &unheard, err));
    KITH_TRY(read_all(survey, err));
    KITH_TRY(join_short_forms(survey, err));
    return write_rows(survey, out, err);
}

enum kith_status kith_suggest_rows(const struct kith_suggest_options *options,
                                   struct kith_buf *out, struct kith_error *err)
{
    struct survey survey = {.options = options};
    kith_arena_init(&survey.kept, KITH_ARENA_UNCAPPED);
    kith_arena_init(&survey.arena, KITH_ARENA_UNCAPPED);
    survey.vocabulary.arena = &survey.kept;
    enum kith_status status = run(&survey, out, err);
    kith_setup_release(&survey.setup);
    kith_vocabulary_release(&survey.vocabulary);
    kith_map_release(&survey.by_slug);
    kith_buf_release(&survey.slug);
    kith_arena_release(&survey.arena);
    kith_arena_release(&survey.kept);
    return status;
}
