/* Contents by their low halves, which are as good as random. */
#include "store/contents.h"

void kith_contents_release(struct kith_contents *contents)
{
    kith_map_release(&contents->by_low);
    *contents = (struct kith_contents){0};
}

bool kith_contents_add(struct kith_contents *contents, struct kith_content content,
                       int64_t record, struct kith_arena *arena)
{
    if (!KITH_ARENA_PUSHABLE(arena, contents) ||
        !kith_map_place(&contents->by_low, content.low, contents->count, NULL))
        return false;
    contents->items[contents->count].content = content;
    contents->items[contents->count++].record = record;
    return true;
}

int64_t kith_contents_find(const struct kith_contents *contents,
                           struct kith_content content)
{
    const uint32_t *found = kith_map_find(&contents->by_low, content.low);
    return found && contents->items[*found].content.high == content.high
               ? contents->items[*found].record
               : 0;
}
