/* Chains of stories. */
#include "graph/edge_story.h"

#include <stdlib.h>

#include "base/grow.h"

bool kith_edge_stories_add(struct kith_edge_stories *stories, uint32_t *newest,
                           uint32_t story)
{
    if (*newest != KITH_NO_ID && stories->items[*newest].story == story)
        return true;
    if (!KITH_GROW(stories->items, stories->count, stories->room))
        return false;
    stories->items[stories->count] = (struct kith_edge_story){story, *newest};
    *newest = stories->count++;
    return true;
}

static int by_number(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

bool kith_edge_stories_count(struct kith_edge_stories *stories, uint32_t newest,
                             uint32_t *count)
{
    uint32_t length = 0, distinct = 0;
    bool falls = true; /* from the head on, so that none can stand twice */
    for (uint32_t i = newest; i != KITH_NO_ID; i = stories->items[i].older) {
        if (!KITH_GROW(stories->drawer, length, stories->drawer_room))
            return false;
        stories->drawer[length] = stories->items[i].story;
        falls &= length == 0 || stories->drawer[length] < stories->drawer[length - 1];
        length++;
    }
    if (!falls)
        qsort(stories->drawer, length, sizeof *stories->drawer, by_number);
    for (uint32_t i = 0; i < length; i++)
        distinct += i == 0 || stories->drawer[i] != stories->drawer[i - 1];
    *count = distinct;
    return true;
}

void kith_edge_stories_release(struct kith_edge_stories *stories)
{
    free(stories->items);
    free(stories->drawer);
    *stories = (struct kith_edge_stories){0};
}
