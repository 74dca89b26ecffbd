/* What a relation rests on: how many rows of evidence state it as a fact, claim it, plan
 * it or deny it, who claims it, and how sure that makes it.
 *
 * While articles come in there is an account for each relation edge; at the end each
 * turns into a struct kith_support. */
#ifndef KITH_GRAPH_SUPPORT_H
#define KITH_GRAPH_SUPPORT_H

#include "base/intern.h"
#include "relate/findings.h"

/* Somebody who claims a relation, and in how many rows. */
struct kith_claimant {
    kith_id entity;        /* KITH_NO_ID: nobody the gazetteers know */
    struct kith_str words; /* then the words of the article; else empty */
    uint32_t rows;
};

struct kith_support {
    uint32_t rows[KITH_STANDINGS]; /* they add up to the weight of the edge */
    double confidence;             /* of the asserted rows: 1 - product over stories of
                                      (1 - best rule), at most 0.99; 0 without any */
    double claimed_confidence;     /* the same, of the claimed rows */
    const struct kith_claimant *claimants; /* most rows first, then who came first */
    uint32_t claimant_count;
};

/* The best that any row makes of the relation. */
enum kith_standing kith_support_standing(const struct kith_support *support);

struct kith_support_account;
struct kith_support_story;
struct kith_claim_account;

/* All accounts; they live in an arena that they do not own. */
struct kith_supports {
    struct kith_arena *arena;
    struct {
        struct kith_support_account *items;
        uint32_t count, room;
    } accounts;
    struct {
        struct kith_support_story *items;
        uint32_t count, room;
    } stories;
    struct {
        struct kith_claim_account *items;
        uint32_t count, room;
    } claims;
    struct kith_map claim_of;  /* account, speaker -> index in claims */
    struct kith_intern voices; /* the words for speakers who are no entity */
};

void kith_supports_init(struct kith_supports *supports, struct kith_arena *arena);
void kith_supports_release(struct kith_supports *supports);

/* The number of a new account; KITH_NO_ID when memory is out. */
uint32_t kith_supports_open(struct kith_supports *supports);

/* Count a row of a story, found in `text` by a rule of this confidence. False when memory
 * is out. */
bool kith_supports_add(struct kith_supports *supports, uint32_t account, uint32_t story,
                       const struct kith_statement *statement, struct kith_str text,
                       double confidence);

/* What an account comes to, in the arena; nothing is added to it after. NULL when memory
 * is out. */
const struct kith_support *kith_supports_close(struct kith_supports *supports,
                                               uint32_t account);

#endif
