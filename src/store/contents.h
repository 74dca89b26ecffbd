/* Which record a content has: an index that is asked by many threads once it is filled.
 */
#ifndef KITH_STORE_CONTENTS_H
#define KITH_STORE_CONTENTS_H

#include "base/map.h"
#include "store/store.h"

/* {0} is empty. */
struct kith_contents {
    struct kith_map by_low; /* low half -> index in items */
    struct {
        struct kith_content content;
        int64_t record;
    } * items;
    uint32_t count, room;
};

void kith_contents_release(struct kith_contents *contents);

/* Enter a content; the items live in `arena`. Of two whose low halves are the same the
 * first is kept, and the other is read once more. False when memory is out. */
bool kith_contents_add(struct kith_contents *contents, struct kith_content content,
                       int64_t record, struct kith_arena *arena);

/* The record of a content, or 0. */
int64_t kith_contents_find(const struct kith_contents *contents,
                           struct kith_content content);

#endif
