/* Finding the story of an article: who shares its samples, and how many. */
#include "graph/story.h"

#include <stdlib.h>

#include "base/grow.h"
#include "base/hash.h"

/* A copy shares at least so many samples with an article, at least this part of those of
 * the shorter of the two, and this part of those of the longer: a digest of many articles
 * is no copy of one. Measured: docs/ALGORITHMS.md, Copies. */
#define LEAST_SHARED 5
#define LEAST_OF_SHORTER 0.6
#define LEAST_OF_LONGER 0.12

/* An article of whose samples less is shared has so much of its own that others are
 * compared with it, too. */
#define MOST_OF_ITS_OWN 0.2

/* Two articles whose levels differ by more are not compared: one has 2^7 times the words
 * of the other. */
#define LEVELS 7

/* The index holds the samples of a level this much higher, a quarter of them: enough to
 * find an article, which is then compared by all. */
#define INDEXED 2

struct kith_telling {
    uint32_t article, story; /* story: the article that began it */
    uint32_t first_tag;
    uint8_t level;
    uint8_t counts[LEVELS]; /* samples at its level and those above */
};

/* 32 bits of a shingle, and the telling + 1; 0: empty. Two shingles in a hundred are
 * taken for another among a million articles, which LEAST_SHARED makes harmless. */
struct kith_shingle_slot {
    uint32_t tag, telling;
};

#define FIRST_SLOTS 1024

/* The samples of an article that is looked at. */
struct look {
    const struct kith_fingerprint *fingerprint;
    uint32_t tags[KITH_SAMPLE_LIMIT];
    struct {
        uint32_t telling, shared;
    } met[KITH_SAMPLE_LIMIT]; /* the tellings that are first to have one of them */
    uint32_t met_count;
};

/* ---- the index ------------------------------------------------------------------- */

/* Samples are the low end of all hashes; these bits know nothing of that. */
static uint32_t tag_of(uint64_t sample)
{
    return (uint32_t)(kith_hash_u64(sample) >> 32);
}

static struct kith_shingle_slot *home_of(const struct kith_stories *stories, uint32_t tag)
{
    return &stories->slots[tag * stories->slot_room >> 32];
}

/* The slot of the tag, or the empty one where it would stand. */
static struct kith_shingle_slot *slot_of(const struct kith_stories *stories, uint32_t tag)
{
    struct kith_shingle_slot *end = stories->slots + stories->slot_room;
    struct kith_shingle_slot *slot = home_of(stories, tag);
    while (slot->telling && slot->tag != tag)
        slot = slot + 1 == end ? stories->slots : slot + 1;
    return slot;
}

/* Room for so many more, at most three quarters full. */
static bool widen(struct kith_stories *stories, uint32_t more)
{
    struct kith_stories wider = *stories;
    if ((stories->slot_count + more) * 4 <= stories->slot_room * 3)
        return true;
    wider.slot_room =
        stories->slot_room ? stories->slot_room + stories->slot_room / 2 : FIRST_SLOTS;
    wider.slots = calloc(wider.slot_room, sizeof *wider.slots);
    if (!wider.slots)
        return false;
    for (uint64_t i = 0; i < stories->slot_room; i++)
        if (stories->slots[i].telling)
            *slot_of(&wider, stories->slots[i].tag) = stories->slots[i];
    free(stories->slots);
    *stories = wider;
    return true;
}

/* The first article to have a shingle keeps it. */
static void shelve(struct kith_stories *stories, uint32_t tag, uint32_t telling)
{
    struct kith_shingle_slot *slot = slot_of(stories, tag);
    if (slot->telling)
        return;
    *slot = (struct kith_shingle_slot){tag, telling + 1};
    stories->slot_count++;
}

/* ---- comparing ------------------------------------------------------------------- */

static void meet(struct look *look, uint32_t telling)
{
    uint32_t i = 0;
    while (i < look->met_count && look->met[i].telling != telling)
        i++;
    if (i == look->met_count) {
        look->met_count++;
        look->met[i].telling = telling;
        look->met[i].shared = 0;
    }
    look->met[i].shared++;
}

static uint32_t indexed(const struct kith_fingerprint *fingerprint)
{
    uint32_t level = fingerprint->level ? fingerprint->level + INDEXED : 0;
    return kith_fingerprint_count_at(fingerprint, level);
}

static void look_up(const struct kith_stories *stories, struct look *look)
{
    uint32_t count = indexed(look->fingerprint);
    for (uint32_t i = 0; i < look->fingerprint->sample_count; i++)
        look->tags[i] = tag_of(look->fingerprint->samples[i]);
    if (!stories->slot_room)
        return;
    for (uint32_t i = 0; i < count; i++)
        __builtin_prefetch(home_of(stories, look->tags[i]));
    for (uint32_t i = 0; i < count; i++) {
        const struct kith_shingle_slot *slot = slot_of(stories, look->tags[i]);
        if (slot->telling)
            meet(look, slot->telling - 1);
    }
}

struct overlap {
    uint32_t shared, ours, theirs; /* samples at the level that both have */
};

/* What the two share at a level that is so much above both of theirs. */
static struct overlap overlap_of(const struct kith_stories *stories,
                                 const struct kith_telling *telling,
                                 const struct look *look, uint32_t above)
{
    struct overlap overlap = {0};
    const uint32_t *theirs = stories->tags + telling->first_tag;
    uint32_t level = look->fingerprint->level;
    if (level < telling->level)
        level = telling->level;
    level += above;
    if (level - telling->level >= LEVELS)
        return overlap;
    overlap.theirs = telling->counts[level - telling->level];
    overlap.ours = kith_fingerprint_count_at(look->fingerprint, level);
    for (uint32_t i = 0; i < overlap.ours; i++) {
        uint32_t found = 0;
        for (uint32_t k = 0; k < overlap.theirs; k++)
            found |= theirs[k] == look->tags[i];
        overlap.shared += found;
    }
    return overlap;
}

/* A glance at fewer samples: is one phrase all that the two share? Where there are too
 * few to tell, it is not. */
static bool is_a_phrase(const struct kith_stories *stories,
                        const struct kith_telling *telling, const struct look *look)
{
    const uint32_t few = 4;
    struct overlap glance = overlap_of(stories, telling, look, INDEXED);
    return glance.shared < 2 && glance.ours >= few && glance.theirs >= few;
}

static bool is_copy(const struct overlap *overlap)
{
    uint32_t shorter = overlap->ours < overlap->theirs ? overlap->ours : overlap->theirs;
    uint32_t longer = overlap->ours < overlap->theirs ? overlap->theirs : overlap->ours;
    return overlap->shared >= LEAST_SHARED &&
           overlap->shared >= LEAST_OF_SHORTER * shorter &&
           overlap->shared >= LEAST_OF_LONGER * longer;
}

/* The telling that most samples are shared with, of equal ones the first; KITH_NO_ID: the
 * article is nobody's copy. */
static uint32_t nearest(const struct kith_stories *stories, const struct look *look,
                        struct overlap *best)
{
    uint32_t found = KITH_NO_ID;
    *best = (struct overlap){0};
    for (uint32_t i = 0; i < look->met_count; i++) {
        uint32_t telling = look->met[i].telling;
        if (look->met[i].shared < 2 &&
            is_a_phrase(stories, &stories->tellings[telling], look))
            continue;
        struct overlap overlap =
            overlap_of(stories, &stories->tellings[telling], look, 0);
        if (!is_copy(&overlap) || overlap.shared < best->shared ||
            (overlap.shared == best->shared && telling > found))
            continue;
        found = telling;
        *best = overlap;
    }
    return found;
}

/* ---- joining --------------------------------------------------------------------- */

/* Compare later articles with this one. */
static bool tell(struct kith_stories *stories, const struct look *look, uint32_t article,
                 uint32_t story)
{
    const struct kith_fingerprint *fingerprint = look->fingerprint;
    uint32_t count = fingerprint->sample_count, shelved = indexed(fingerprint);
    struct kith_telling telling = {.article = article,
                                   .story = story,
                                   .first_tag = stories->tag_count,
                                   .level = (uint8_t)fingerprint->level};
    if (!KITH_GROW(stories->tellings, stories->telling_count, stories->telling_room) ||
        !kith_grow((void **)&stories->tags, stories->tag_count, count, &stories->tag_room,
                   sizeof *stories->tags) ||
        !widen(stories, count))
        return false;
    for (uint32_t i = 0; i < LEVELS; i++)
        telling.counts[i] =
            (uint8_t)kith_fingerprint_count_at(fingerprint, fingerprint->level + i);
    for (uint32_t i = 0; i < count; i++) {
        stories->tags[stories->tag_count++] = look->tags[i];
        if (i < shelved)
            shelve(stories, look->tags[i], stories->telling_count);
    }
    stories->tellings[stories->telling_count++] = telling;
    return true;
}

bool kith_stories_join(struct kith_stories *stories, uint32_t article,
                       const struct kith_fingerprint *fingerprint,
                       struct kith_membership *membership)
{
    struct look look = {.fingerprint = fingerprint};
    struct overlap overlap = {0};
    bool is_new = false;
    *membership = (struct kith_membership){article, KITH_NO_ID};
    if (!fingerprint->text) /* no words */
        return true;
    uint32_t *same = kith_map_place(&stories->text_of, fingerprint->text,
                                    stories->telling_count, &is_new);
    if (!same)
        return false;
    uint32_t found = *same;
    if (is_new) {
        look_up(stories, &look);
        found = nearest(stories, &look, &overlap);
    }
    if (found != KITH_NO_ID) {
        *same = found;
        *membership = (struct kith_membership){stories->tellings[found].story,
                                               stories->tellings[found].article};
        bool is_known = !is_new || overlap.shared >= (1 - MOST_OF_ITS_OWN) * overlap.ours;
        if (is_known)
            return true;
        *same = stories->telling_count;
    }
    return tell(stories, &look, article, membership->story);
}

void kith_stories_release(struct kith_stories *stories)
{
    free(stories->tellings);
    free(stories->tags);
    free(stories->slots);
    kith_map_release(&stories->text_of);
    *stories = (struct kith_stories){0};
}
