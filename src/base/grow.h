/* Growing arrays of malloc: the large ones of a run, which are never copied into an
 * arena.
 */
#ifndef KITH_BASE_GROW_H
#define KITH_BASE_GROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Make room in *items for `more` behind the `count` there are, half as much again, since
 * the empty part of a large array is memory lost. False, and nothing changed, when memory
 * or numbers below KITH_NO_ID are out. */
bool kith_grow(void **items, uint32_t count, uint32_t more, uint32_t *room, size_t size);

/* Room for one more in `items`, of which `count` are used. */
#define KITH_GROW(items, count, room)                                                    \
    kith_grow((void **)&(items), (count), 1, &(room), sizeof *(items))

#endif
