/* Keeping the sentences that stood already.
 *
 * Marks are looked up in stories of several articles only, which few are: those of the
 * article that began a story are entered when its first copy comes. */
#include "graph/heard.h"

#include <stdlib.h>

#include "base/grow.h"

/* Shorter sentences are said again by chance: "He declined to comment." */
#define LEAST_WORDS 8

/* Two sentences of a story are one when so many of the four marks are the same. Of 20
 * words one may change: 92 % are known then; of sentences that share a tenth of their
 * words in a row, 5 % are taken for one. */
#define LEAST_MARKS 2
#define MARKS 4

struct kith_heard_sentence {
    uint64_t kin;
    uint32_t article, sentence;
};

static uint64_t mark_key(uint32_t story, uint64_t kin, uint32_t place)
{
    return kith_map_pair(story, place << 16 | (uint16_t)(kin >> 16 * place));
}

static bool enter_marks(struct kith_heard *heard, uint32_t story, uint32_t index)
{
    for (uint32_t place = 0; place < MARKS; place++)
        if (!kith_map_place(&heard->by_mark,
                            mark_key(story, heard->items[index].kin, place), index, NULL))
            return false;
    return true;
}

/* The sentences of the article that began the story, when its first copy comes. */
static bool open_story(struct kith_heard *heard, uint32_t story)
{
    bool is_new;
    if (!kith_map_place(&heard->by_mark, kith_map_pair(story, MARKS << 16), 0, &is_new))
        return false;
    for (uint32_t i = heard->firsts[story]; is_new && i < heard->firsts[story + 1]; i++)
        if (!enter_marks(heard, story, i))
            return false;
    return true;
}

/* The sentence of the story with the most marks of this one; KITH_NO_ID: none has
 * enough. */
static uint32_t find_kin(const struct kith_heard *heard, uint32_t story, uint64_t kin)
{
    uint32_t found[MARKS], most = 0, best = KITH_NO_ID;
    for (uint32_t place = 0; place < MARKS; place++) {
        const uint32_t *index =
            kith_map_find(&heard->by_mark, mark_key(story, kin, place));
        found[place] = index ? *index : KITH_NO_ID;
    }
    for (uint32_t i = 0; i < MARKS; i++) {
        uint32_t same = 0;
        for (uint32_t k = 0; k < MARKS; k++)
            same += found[k] == found[i];
        if (found[i] == KITH_NO_ID || same <= most)
            continue;
        most = same;
        best = found[i];
    }
    return most >= LEAST_MARKS ? best : KITH_NO_ID;
}

static void look_up(const struct kith_heard *heard,
                    const struct kith_membership *membership, bool is_title,
                    struct kith_saying *saying)
{
    bool is_in_copy = membership->copy_of != KITH_NO_ID;
    const uint32_t *same = saying->words >= LEAST_WORDS
                               ? kith_map_find(&heard->by_hash, saying->hash)
                               : NULL;
    uint32_t index = same ? *same : KITH_NO_ID;
    if (index == KITH_NO_ID && is_in_copy)
        index = find_kin(heard, membership->story, saying->kin);
    saying->copy_article = saying->copy_sentence = KITH_NO_ID;
    if (index != KITH_NO_ID) {
        saying->copy_article = heard->items[index].article;
        saying->copy_sentence = heard->items[index].sentence;
    } else if (is_in_copy && is_title) {
        saying->copy_article = membership->copy_of;
    }
}

static bool keep(struct kith_heard *heard, uint32_t article,
                 const struct kith_membership *membership,
                 const struct kith_saying *saying)
{
    uint32_t index = heard->count;
    if (!KITH_GROW(heard->items, heard->count, heard->room))
        return false;
    if (saying->words >= LEAST_WORDS &&
        !kith_map_place(&heard->by_hash, saying->hash, index, NULL))
        return false;
    heard->items[heard->count++] =
        (struct kith_heard_sentence){saying->kin, article, saying->sentence};
    return membership->copy_of == KITH_NO_ID ||
           enter_marks(heard, membership->story, index);
}

bool kith_heard_add(struct kith_heard *heard, uint32_t article,
                    const struct kith_membership *membership, bool has_title,
                    struct kith_saying *sayings, uint32_t count)
{
    if (!KITH_GROW(heard->firsts, heard->article_count, heard->article_room))
        return false;
    heard->firsts[heard->article_count++] = heard->count;
    if (membership->copy_of != KITH_NO_ID && !open_story(heard, membership->story))
        return false;
    /* All are looked up before any is kept: what an article repeats is no copy. */
    for (uint32_t i = 0; i < count; i++)
        look_up(heard, membership, has_title && sayings[i].sentence == 0, &sayings[i]);
    for (uint32_t i = 0; i < count; i++)
        if (sayings[i].copy_article == KITH_NO_ID &&
            !keep(heard, article, membership, &sayings[i]))
            return false;
    return true;
}

void kith_heard_release(struct kith_heard *heard)
{
    free(heard->items);
    free(heard->firsts);
    kith_map_release(&heard->by_hash);
    kith_map_release(&heard->by_mark);
    *heard = (struct kith_heard){0};
}
