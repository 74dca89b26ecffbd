/* Accounts of what relations rest on. */
#include "graph/support.h"

#include <math.h>
#include <stdlib.h>

/* No number of rules that agree makes a relation certain. */
#define MOST_CONFIDENCE 0.99

/* Speakers are one space: entities, and above this bit the words for others. */
#define IS_WORDS 0x80000000u

/* How sure rows of one standing make a relation. */
struct certainty {
    double doubt; /* product over the articles before this one */
    double best;  /* rule in this one */
};

struct kith_support_account {
    uint32_t rows[KITH_STANDINGS];
    struct certainty asserted, claimed;
    uint32_t newest_claim; /* index in claims, or KITH_NO_ID */
    uint32_t claim_count;
};

struct kith_claim_account {
    uint32_t speaker;
    uint32_t rows;
    uint32_t older; /* the claim before it on the same relation, or KITH_NO_ID */
};

void kith_supports_init(struct kith_supports *supports, struct kith_arena *arena)
{
    *supports = (struct kith_supports){.arena = arena};
    kith_intern_init(&supports->voices, arena);
}

void kith_supports_release(struct kith_supports *supports)
{
    kith_map_release(&supports->claim_of);
    kith_intern_release(&supports->voices);
}

uint32_t kith_supports_open(struct kith_supports *supports)
{
    if (!KITH_ARENA_PUSHABLE(supports->arena, &supports->accounts))
        return KITH_NO_ID;
    supports->accounts.items[supports->accounts.count] = (struct kith_support_account){
        .asserted = {.doubt = 1}, .claimed = {.doubt = 1}, .newest_claim = KITH_NO_ID};
    return supports->accounts.count++;
}

/* ---- adding ---------------------------------------------------------------------- */

static void settle(struct certainty *certainty)
{
    certainty->doubt *= 1 - certainty->best;
    certainty->best = 0;
}

void kith_supports_begin_article(struct kith_supports *supports, uint32_t account)
{
    settle(&supports->accounts.items[account].asserted);
    settle(&supports->accounts.items[account].claimed);
}

/* The number of who says so; KITH_NO_ID when memory is out. */
static uint32_t speaker_of(struct kith_supports *supports,
                           const struct kith_statement *statement, struct kith_str text)
{
    if (statement->speaker != KITH_NO_ID)
        return statement->speaker;
    kith_id words =
        kith_intern_add(&supports->voices, kith_str_slice(text, statement->speaker_begin,
                                                          statement->speaker_end));
    return words == KITH_NO_ID ? KITH_NO_ID : words | IS_WORDS;
}

static bool add_claim(struct kith_supports *supports, uint32_t account, uint32_t speaker)
{
    struct kith_support_account *support = &supports->accounts.items[account];
    bool is_new;
    if (speaker == KITH_NO_ID || !KITH_ARENA_PUSHABLE(supports->arena, &supports->claims))
        return false;
    uint32_t *index = kith_map_place(&supports->claim_of, kith_map_pair(account, speaker),
                                     supports->claims.count, &is_new);
    if (!index)
        return false;
    if (is_new) {
        supports->claims.items[supports->claims.count++] =
            (struct kith_claim_account){speaker, 0, support->newest_claim};
        support->newest_claim = *index;
        support->claim_count++;
    }
    supports->claims.items[*index].rows++;
    return true;
}

bool kith_supports_add(struct kith_supports *supports, uint32_t account,
                       const struct kith_statement *statement, struct kith_str text,
                       double confidence)
{
    struct kith_support_account *support = &supports->accounts.items[account];
    enum kith_standing standing = kith_statement_standing(statement);
    support->rows[standing]++;
    if (standing == KITH_ASSERTED)
        support->asserted.best = fmax(support->asserted.best, confidence);
    if (standing != KITH_CLAIMED)
        return true;
    support->claimed.best = fmax(support->claimed.best, confidence);
    return add_claim(supports, account, speaker_of(supports, statement, text));
}

/* ---- closing --------------------------------------------------------------------- */

static double confidence_of(struct certainty *certainty)
{
    settle(certainty);
    return fmin(MOST_CONFIDENCE, 1 - certainty->doubt);
}

static struct kith_claimant claimant_of(const struct kith_supports *supports,
                                        const struct kith_claim_account *claim)
{
    struct kith_claimant claimant = {.entity = claim->speaker, .rows = claim->rows};
    if (claim->speaker & IS_WORDS) {
        claimant.entity = KITH_NO_ID;
        claimant.words = supports->voices.items[claim->speaker & ~IS_WORDS];
    }
    return claimant;
}

/* Most rows first; of equal ones the older, which has the lower address. */
static int compare_claims(const void *left, const void *right)
{
    const struct kith_claim_account *const *a = left, *const *b = right;
    if ((*a)->rows != (*b)->rows)
        return (*a)->rows > (*b)->rows ? -1 : 1;
    return (*a > *b) - (*a < *b);
}

static bool rank_claimants(const struct kith_supports *supports,
                           const struct kith_support_account *from,
                           struct kith_support *support)
{
    uint32_t count = 0;
    struct kith_claimant *claimants =
        KITH_ARRAY(supports->arena, struct kith_claimant, from->claim_count);
    const struct kith_claim_account **ranks =
        KITH_ARRAY(supports->arena, const struct kith_claim_account *, from->claim_count);
    if (!claimants || !ranks)
        return false;
    for (uint32_t claim = from->newest_claim; claim != KITH_NO_ID;
         claim = ranks[count++]->older)
        ranks[count] = &supports->claims.items[claim];
    if (count)
        qsort(ranks, count, sizeof *ranks, compare_claims);
    for (uint32_t i = 0; i < count; i++)
        claimants[i] = claimant_of(supports, ranks[i]);
    support->claimants = claimants;
    support->claimant_count = count;
    return true;
}

const struct kith_support *kith_supports_close(struct kith_supports *supports,
                                               uint32_t account)
{
    struct kith_support_account *from = &supports->accounts.items[account];
    struct kith_support *support = KITH_ARRAY(supports->arena, struct kith_support, 1);
    if (!support || !rank_claimants(supports, from, support))
        return NULL;
    memcpy(support->rows, from->rows, sizeof support->rows);
    support->confidence = confidence_of(&from->asserted);
    support->claimed_confidence = confidence_of(&from->claimed);
    return support;
}

enum kith_standing kith_support_standing(const struct kith_support *support)
{
    int standing = KITH_ASSERTED;
    while (standing < KITH_DENIED && !support->rows[standing])
        standing++;
    return (enum kith_standing)standing;
}
