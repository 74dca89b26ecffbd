/* In how many stories edges are told.
 *
 * An edge has a chain of stories, the newest at its head. Articles of one story need not
 * follow each other, so a story may stand twice in a chain; it counts once. */
#ifndef KITH_GRAPH_EDGE_STORY_H
#define KITH_GRAPH_EDGE_STORY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/id.h"

struct kith_edge_story {
    uint32_t story;
    uint32_t older; /* the link before it, or KITH_NO_ID */
};

/* {0} is empty. */
struct kith_edge_stories {
    struct kith_edge_story *items;
    uint32_t count, room;
    uint32_t *drawer; /* for counting */
    uint32_t drawer_room;
};

/* The edge whose chain begins at *newest (KITH_NO_ID at first) is told in a story. False
 * when memory is out. */
bool kith_edge_stories_add(struct kith_edge_stories *stories, uint32_t *newest,
                           uint32_t story);

/* The number of different stories of the chain in *count; sorts where it must. False when
 * memory is out. */
bool kith_edge_stories_count(struct kith_edge_stories *stories, uint32_t newest,
                             uint32_t *count);

void kith_edge_stories_release(struct kith_edge_stories *stories);

#endif
