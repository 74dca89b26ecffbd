/* Stories: articles that tell the same, one being a copy of another, whole or trimmed.
 *
 * Articles come one by one. Each is compared with those before it that share sampled
 * shingles with it: an index leads from a shingle to the first article that had it, so
 * the work is linear however many articles there are and however much they have in
 * common. docs/ALGORITHMS.md, Copies, has the thresholds and what they were measured on.
 */
#ifndef KITH_GRAPH_STORY_H
#define KITH_GRAPH_STORY_H

#include "base/map.h"
#include "relate/fingerprint.h"

struct kith_telling;
struct kith_shingle_slot;

/* {0} is empty. Some 500 bytes an article. */
struct kith_stories {
    struct kith_telling *tellings; /* articles that others are compared with */
    uint32_t telling_count, telling_room;
    uint32_t *tags; /* of their samples */
    uint32_t tag_count, tag_room;
    struct kith_shingle_slot *slots; /* shingle -> the first telling that has it */
    uint64_t slot_count, slot_room;
    struct kith_map text_of; /* all words of an article -> telling */
};

/* An article's place among the stories, in numbers of articles as they were added. */
struct kith_membership {
    uint32_t story;   /* the article that began it */
    uint32_t copy_of; /* the article that this is a copy of; KITH_NO_ID: it began its
                         story */
};

/* Find the story of `article`, or begin one. Numbers of articles rise. False when memory
 * is out. */
bool kith_stories_join(struct kith_stories *stories, uint32_t article,
                       const struct kith_fingerprint *fingerprint,
                       struct kith_membership *membership);

void kith_stories_release(struct kith_stories *stories);

#endif
