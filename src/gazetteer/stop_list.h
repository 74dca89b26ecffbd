/* The stop list: spellings that are never names, whatever the gazetteers say.
 * docs/FORMATS.md, Stop lists.
 *
 * A stop is written as an alias is, marks included, and stands for what that alias would
 * be found as. It is no table of the image: lists are read on every run, beside whatever
 * is opened. */
#ifndef KITH_GAZETTEER_STOP_LIST_H
#define KITH_GAZETTEER_STOP_LIST_H

#include "base/arena.h"
#include "base/id.h"
#include "base/map.h"
#include "gazetteer/gazetteer.h"

/* One row of a list, by one of its paths. */
struct kith_stop {
    struct kith_str text; /* without its mark */
    struct kith_str file;
    uint32_t line;
    kith_id type;       /* of the names it stops, or above it; KITH_NO_ID: any */
    bool only_at_start; /* of a sentence */
    uint32_t next;      /* an older one on the same path, or KITH_NO_ID */
    uint64_t path;      /* the hash of its folded words */
    uint8_t *pattern;   /* the writings it stops, a byte a word */
    uint32_t word_count;
};

struct kith_stop_list {
    struct kith_arena arena;
    struct kith_map by_path; /* -> the newest stop there */
    struct kith_stop *items;
    uint32_t count, room;
};

void kith_stop_list_init(struct kith_stop_list *list);
void kith_stop_list_release(struct kith_stop_list *list);

/* The newest stop on a path, or NULL; `next` leads to the others. */
static inline const struct kith_stop *
kith_stop_list_find(const struct kith_stop_list *list, uint64_t path)
{
    if (list->count == 0)
        return NULL;
    const uint32_t *found = kith_map_find(&list->by_path, path);
    return found ? &list->items[*found] : NULL;
}

/* Does the stop hold for names of this entity? */
bool kith_stop_covers(const struct kith_gazetteer *gazetteer,
                      const struct kith_stop *stop, kith_id entity);

#endif
