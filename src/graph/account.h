/* The ledger's running accounts: one for every entity, pair and edge met so far. What
 * relations rest on is kept beside them, in graph/support.h.
 *
 * Nothing is kept a mention or a row of evidence, only sums; an entity also keeps the
 * lists of the articles and paragraphs that hold it. */
#ifndef KITH_GRAPH_ACCOUNT_H
#define KITH_GRAPH_ACCOUNT_H

#include "base/map.h"
#include "graph/calendar.h"
#include "graph/posting.h"

struct kith_entity_account {
    kith_id entity;
    uint32_t sentences;
    uint64_t mentions, copies; /* copies: mentions in sentences that stood already */
    uint32_t last_sentence;    /* the newest one counted, or KITH_NO_ID */
    struct kith_posting paragraphs, articles;
    struct kith_period dates; /* of its articles */
    uint32_t months;          /* where its sums in the calendar begin */
};

/* Two entities in this order. Co-occurrence uses source < target; a pair that only ever
 * met outside the chosen window has its counts here and no edge. */
struct kith_pair_account {
    kith_id source, target;
    uint32_t sentences, windows;
};

struct kith_edge_account {
    uint32_t pair; /* index in pairs */
    kith_id relation, first_rule;
    uint32_t number;          /* of the edge, from 1; 0: no row yet but copies */
    uint32_t weight, copies;  /* rows that count, and that do not */
    uint32_t last_article;    /* the newest one with a row, or KITH_NO_ID */
    uint32_t stories;         /* where its chain of stories begins */
    struct kith_period dates; /* of its articles */
    uint32_t months;          /* where its sums in the calendar begin */
    uint32_t support;         /* relations: the number of its account */
    double decayed;           /* co-occurrence */
};

struct kith_accounts {
    struct kith_arena arena; /* the posting lists */
    struct kith_entity_account *entities;
    uint32_t entity_count, entity_room;
    struct kith_pair_account *pairs;
    uint32_t pair_count, pair_room;
    struct kith_edge_account *edges; /* by first evidence */
    uint32_t edge_count, edge_room;
    struct kith_map entity_of; /* entity -> index */
    struct kith_map pair_of;   /* source, target -> index */
    struct kith_map edge_of;   /* pair index, relation -> index */
};

void kith_accounts_init(struct kith_accounts *accounts);
void kith_accounts_release(struct kith_accounts *accounts);

/* The account of a thing, opened when it is new; NULL when memory is out. The pointer is
 * good until the next account of the same sort is opened. */
struct kith_entity_account *kith_accounts_entity(struct kith_accounts *accounts,
                                                 kith_id entity);
struct kith_pair_account *kith_accounts_pair(struct kith_accounts *accounts,
                                             kith_id source, kith_id target);
struct kith_edge_account *kith_accounts_edge(struct kith_accounts *accounts,
                                             kith_id source, kith_id target,
                                             kith_id relation);

/* The account of an entity, or NULL when it has none. */
struct kith_entity_account *kith_accounts_find(const struct kith_accounts *accounts,
                                               kith_id entity);

/* Give the look-up tables of pairs and edges back; none may be opened after. */
void kith_accounts_seal(struct kith_accounts *accounts);

#endif
