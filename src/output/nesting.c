/* A stack of the names that are open. Where one ends below others, these are ended first
 * and begun again. */
#include "output/nesting.h"

#include <stdlib.h>

/* A walk over the text, so far as `at`. */
struct walk {
    const struct kith_nesting *nesting;
    void *context;
    const struct kith_mention **open; /* the last one inmost */
    uint32_t open_count;
    uint32_t at;
};

static void go_to(struct walk *walk, uint32_t place)
{
    if (place > walk->at)
        walk->nesting->plain(walk->context, walk->at, place);
    walk->at = place;
}

static void end_name(const struct walk *walk, uint32_t i)
{
    walk->nesting->end(walk->context, walk->open[i], i ? walk->open[i - 1] : NULL);
}

/* The first end of an open name. */
static uint32_t next_end(const struct walk *walk)
{
    uint32_t end = UINT32_MAX;
    for (uint32_t i = 0; i < walk->open_count; i++)
        if (walk->open[i]->end < end)
            end = walk->open[i]->end;
    return end;
}

/* End the names that end here, and for a moment those within them that do not. */
static void end_here(struct walk *walk)
{
    uint32_t lowest = 0, kept;
    while (walk->open[lowest]->end != walk->at)
        lowest++;
    for (uint32_t i = walk->open_count; i-- > lowest;)
        end_name(walk, i);
    kept = lowest;
    for (uint32_t i = lowest; i < walk->open_count; i++)
        if (walk->open[i]->end != walk->at) {
            walk->nesting->begin(walk->context, walk->open[i]);
            walk->open[kept++] = walk->open[i];
        }
    walk->open_count = kept;
}

/* Go on to `place`, ending names on the way. */
static void end_until(struct walk *walk, uint32_t place)
{
    for (uint32_t end = next_end(walk); end <= place; end = next_end(walk)) {
        go_to(walk, end);
        end_here(walk);
        if (walk->open_count == 0)
            break;
    }
    go_to(walk, place);
}

bool kith_nesting_walk(const struct kith_nesting *nesting,
                       const struct kith_mentions *mentions, uint32_t length,
                       void *context)
{
    struct walk walk = {.nesting = nesting, .context = context};
    walk.open = malloc((mentions->count + (size_t)1) * sizeof(void *));
    if (!walk.open)
        return false;
    for (uint32_t m = 0; m < mentions->count; m++) {
        end_until(&walk, mentions->items[m].begin);
        walk.open[walk.open_count++] = &mentions->items[m];
        nesting->begin(context, &mentions->items[m]);
    }
    end_until(&walk, length);
    free(walk.open);
    return true;
}
