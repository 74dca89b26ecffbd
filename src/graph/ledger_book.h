/* The insides of struct kith_ledger, for the files of this room that keep it. */
#ifndef KITH_GRAPH_LEDGER_BOOK_H
#define KITH_GRAPH_LEDGER_BOOK_H

#include "graph/account.h"
#include "graph/edge_story.h"
#include "graph/heard.h"
#include "graph/ledger.h"

struct kith_book_article {
    uint32_t story; /* index of the article that began it */
    kith_id number; /* as the files call it */
};

struct kith_ledger {
    const struct kith_gazetteer *gazetteer;
    const struct kith_rules *rules;
    struct kith_window window;
    struct kith_totals totals;
    struct kith_accounts accounts;                            /* empty once closed */
    struct kith_calendar evidence_calendar, mention_calendar; /* likewise */
    struct kith_arena arena; /* dates and supports: what outlives the accounts */
    struct kith_intern dates;
    kith_id date; /* of the article that is being added; KITH_NO_ID: unknown */
    uint32_t month;
    struct kith_supports supports;
    bool counts_articles; /* copies are not looked for */
    struct kith_stories stories;
    struct kith_heard heard;
    struct kith_edge_stories edge_stories;
    struct kith_book_article *articles; /* in the order they were added */
    uint32_t article_room;
    uint32_t story;       /* of the article that is being added */
    uint32_t edge_number; /* the last one given */
    bool is_closed;
    const volatile int *stop; /* may be NULL */
    struct kith_tally *tallies;
    struct kith_edge *edges;
    uint32_t tally_count, edge_count;
};

#endif
