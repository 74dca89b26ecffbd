/* Accounts of what relations rest on. */
#include "graph/support.h"

#include <math.h>
#include <stdlib.h>

/* No number of rules that agree makes a relation certain. */
#define MOST_CONFIDENCE 0.99

/* Speakers are one space: entities, and above this bit the words for others. */
#define IS_WORDS 0x80000000u

/* The best rules of one story that assert a relation, and that claim it. */
struct kith_support_story {
    uint32_t story;
    uint32_t older; /* the one before it of the same relation, or KITH_NO_ID */
    double asserted, claimed;
};

struct kith_support_account {
    uint32_t rows[KITH_STANDINGS];
    uint32_t newest_story; /* index in stories, or KITH_NO_ID */
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
        .newest_story = KITH_NO_ID, .newest_claim = KITH_NO_ID};
    return supports->accounts.count++;
}

/* ---- adding ---------------------------------------------------------------------- */

/* The bests of the story that is being added; NULL when memory is out. A story whose
 * articles do not follow each other has several. */
static struct kith_support_story *open_story(struct kith_supports *supports,
                                             struct kith_support_account *support,
                                             uint32_t story)
{
    uint32_t newest = support->newest_story;
    if (newest != KITH_NO_ID && supports->stories.items[newest].story == story)
        return &supports->stories.items[newest];
    if (!KITH_ARENA_PUSHABLE(supports->arena, &supports->stories))
        return NULL;
    support->newest_story = supports->stories.count++;
    struct kith_support_story *opened = &supports->stories.items[support->newest_story];
    *opened = (struct kith_support_story){.story = story, .older = newest};
    return opened;
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

bool kith_supports_add(struct kith_supports *supports, uint32_t account, uint32_t story,
                       const struct kith_statement *statement, struct kith_str text,
                       double confidence)
{
    struct kith_support_account *support = &supports->accounts.items[account];
    enum kith_standing standing = kith_statement_standing(statement);
    struct kith_support_story *best = open_story(supports, support, story);
    if (!best)
        return false;
    support->rows[standing]++;
    if (standing == KITH_ASSERTED)
        best->asserted = fmax(best->asserted, confidence);
    if (standing != KITH_CLAIMED)
        return true;
    best->claimed = fmax(best->claimed, confidence);
    return add_claim(supports, account, speaker_of(supports, statement, text));
}

/* ---- closing --------------------------------------------------------------------- */

static int by_story(const void *left, const void *right)
{
    const struct kith_support_story *a = left, *b = right;
    return (a->story > b->story) - (a->story < b->story);
}

/* The stories of a relation, the first first, each once. */
static struct kith_support_story *gather(const struct kith_supports *supports,
                                         uint32_t newest, uint32_t *count)
{
    uint32_t length = 0;
    for (uint32_t i = newest; i != KITH_NO_ID; i = supports->stories.items[i].older)
        length++;
    struct kith_support_story *stories =
        KITH_ARRAY(supports->arena, struct kith_support_story, length);
    if (!stories)
        return NULL;
    uint32_t at = length;
    for (uint32_t i = newest; i != KITH_NO_ID; i = supports->stories.items[i].older)
        stories[--at] = supports->stories.items[i];
    if (length)
        qsort(stories, length, sizeof *stories, by_story);
    *count = 0;
    for (uint32_t i = 0; i < length; i++) {
        struct kith_support_story *last = *count ? &stories[*count - 1] : NULL;
        if (!last || last->story != stories[i].story) {
            stories[(*count)++] = stories[i];
            continue;
        }
        last->asserted = fmax(last->asserted, stories[i].asserted);
        last->claimed = fmax(last->claimed, stories[i].claimed);
    }
    return stories;
}

static bool set_confidence(const struct kith_supports *supports,
                           const struct kith_support_account *from,
                           struct kith_support *support)
{
    uint32_t count;
    const struct kith_support_story *stories =
        gather(supports, from->newest_story, &count);
    double asserted = 1, claimed = 1; /* the doubt that is left */
    for (uint32_t i = 0; stories && i < count; i++) {
        asserted *= 1 - stories[i].asserted;
        claimed *= 1 - stories[i].claimed;
    }
    support->confidence = fmin(MOST_CONFIDENCE, 1 - asserted);
    support->claimed_confidence = fmin(MOST_CONFIDENCE, 1 - claimed);
    return stories;
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
    if (!support || !rank_claimants(supports, from, support) ||
        !set_confidence(supports, from, support))
        return NULL;
    memcpy(support->rows, from->rows, sizeof support->rows);
    return support;
}

enum kith_standing kith_support_standing(const struct kith_support *support)
{
    int standing = KITH_ASSERTED;
    while (standing < KITH_DENIED && !support->rows[standing])
        standing++;
    return (enum kith_standing)standing;
}
