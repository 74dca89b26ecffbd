/* The unknown names of many articles, each counted once however often it stands. */
#ifndef KITH_BATCH_SUGGESTION_H
#define KITH_BATCH_SUGGESTION_H

#include "batch/survey.h"
#include "batch/vocabulary.h"

#define KITH_CONTEXTS 3

/* Known names kept with a suggestion: the most frequent, by the counters of Misra and
 * Gries 1982, so that memory stays small. */
#define KITH_COMPANY 8

struct kith_company {
    kith_id entity;
    uint32_t count;
};

struct kith_context {
    kith_id article;
    uint32_t sentence;
};

/* One unknown name, however often it stands. */
struct kith_suggestion {
    struct kith_str name; /* as first written */
    struct kith_str slug;
    uint32_t mentions, articles, titled;
    uint32_t kept_company; /* mentions with a known name in the sentence */
    kith_id last_article;
    uint32_t word_count;
    kith_id longer; /* the suggestion it is a short form of, or KITH_NO_ID */
    kith_id first_alias, next_alias; /* chain of short forms */
    uint32_t context_count;
    struct kith_context contexts[KITH_CONTEXTS];
    struct kith_company company[KITH_COMPANY];
};

/* Names, and words by how they are written. */
struct kith_suggestions {
    struct kith_arena *arena; /* not owned: holds the items and their strings */
    struct kith_vocabulary vocabulary;
    struct kith_map by_slug; /* hash -> suggestion */
    struct kith_buf slug;
    struct kith_suggestion *items;
    uint32_t count, room;
};

void kith_suggestions_init(struct kith_suggestions *suggestions,
                           struct kith_arena *arena);
void kith_suggestions_release(struct kith_suggestions *suggestions);

/* Count the unknown names and the words of one article; for kith_survey_run, with the
 * suggestions as its context. */
enum kith_status kith_suggestions_count(void *suggestions, const struct kith_sight *sight,
                                        struct kith_error *err);

/* Give each surname to the one longer suggestion that ends so, or to none when there are
 * several. Once all articles are counted. */
enum kith_status kith_suggestions_join(struct kith_suggestions *suggestions,
                                       struct kith_error *err);

#endif
