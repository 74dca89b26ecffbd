/* The sentences that stood already: one of eight words or more in any article before, any
 * sentence in an article of the same story, also when a few words of it were changed.
 *
 * Only sentences that hold mentions are kept. */
#ifndef KITH_GRAPH_HEARD_H
#define KITH_GRAPH_HEARD_H

#include "graph/story.h"

struct kith_heard_sentence;

/* {0} is empty. Some 45 bytes a sentence. */
struct kith_heard {
    struct kith_heard_sentence *items;
    uint32_t count, room;
    uint32_t *firsts; /* of each article: its first sentence in items */
    uint32_t article_count, article_room;
    struct kith_map by_hash; /* all words of a sentence -> index */
    struct kith_map by_mark; /* in stories of several articles: mark -> index */
};

/* Tell of each sentence whether it stood already, by copy_article and copy_sentence, and
 * keep those that did not. A headline of a copy is one, however it is worded; where it
 * stood nowhere its copy_sentence is KITH_NO_ID. Articles come in the order of their
 * numbers, from 0, without gaps. False when memory is out. */
bool kith_heard_add(struct kith_heard *heard, uint32_t article,
                    const struct kith_membership *membership, bool has_title,
                    struct kith_saying *sayings, uint32_t count);

void kith_heard_release(struct kith_heard *heard);

#endif
