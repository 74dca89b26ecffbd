/* Memory with one owner and one end.
 *
 * An arena hands out pieces of large blocks and takes them back all at once. What belongs
 * to one article lives in its worker's arena and goes in one reset. An arena has a cap: a
 * monstrous article fails alone, with KITH_NO_MEMORY, instead of taking the run with it.
 */
#ifndef KITH_BASE_ARENA_H
#define KITH_BASE_ARENA_H

#include <stddef.h>

struct kith_arena_block;

struct kith_arena {
    struct kith_arena_block *first;   /* the chain of blocks, kept across resets */
    struct kith_arena_block *current; /* the one being filled */
    size_t used;                      /* bytes handed out since the last reset */
    size_t cap;                       /* `used` never passes this */
    _Bool is_marked;                  /* since the last reset: blocks stay in place */
};

/* No cap: for what lives as long as the program. */
#define KITH_ARENA_UNCAPPED ((size_t)-1)

/* An empty arena; nothing is allocated until the first request. */
void kith_arena_init(struct kith_arena *arena, size_t cap);

/* `size` bytes, aligned for any type and not cleared, or NULL when the cap or the system
 * says no. Zero bytes are a valid request. The piece lives until reset or release. */
void *kith_arena_alloc(struct kith_arena *arena, size_t size);

/* `count` items of `size` bytes, all zero; NULL also when the product overflows. */
void *kith_arena_zeroed(struct kith_arena *arena, size_t count, size_t size);

/* `room` items where `old_room` (not more) were, contents kept: grown in place when `old`
 * is the newest piece, moved otherwise, and then `old` is gone. `old` may be NULL with
 * old_room 0. Doubling the room at each call makes appending linear. */
void *kith_arena_regrow(struct kith_arena *arena, void *old, size_t old_room, size_t room,
                        size_t size);

/* A zero-terminated copy of `length` bytes. */
char *kith_arena_copy(struct kith_arena *arena, const char *bytes, size_t length);

/* Forget everything handed out; blocks are kept for reuse, except that memory past a few
 * megabytes is given back, so that one huge article does not stay for the whole run. */
void kith_arena_reset(struct kith_arena *arena);

/* A moment in an arena's life. Rewinding to it forgets what was handed out since, so that
 * one failed article leaves nothing behind among its neighbours. */
struct kith_arena_mark {
    struct kith_arena_block *block;
    size_t block_used;
    size_t used;
};

struct kith_arena_mark kith_arena_mark(struct kith_arena *arena);
void kith_arena_rewind(struct kith_arena *arena, struct kith_arena_mark mark);

/* Give everything back to the system. The arena may be used again, as if just made. */
void kith_arena_release(struct kith_arena *arena);

/* An array of `count` things of a type: KITH_ARRAY(arena, struct kith_token, n). */
#define KITH_ARRAY(arena, type, count)                                                   \
    ((type *)kith_arena_zeroed((arena), (count), sizeof(type)))

/* Make sure that list->items has place for one more: doubles list->room. The list is any
 * struct with `items`, `count` and `room`. False when memory is out. */
#define KITH_ARENA_PUSHABLE(arena, list)                                                 \
    ((list)->count < (list)->room ||                                                     \
     kith_arena_widen((arena), (void **)&(list)->items, &(list)->room,                   \
                      sizeof *(list)->items))

/* The work behind KITH_ARENA_PUSHABLE. `room` is a uint32_t. */
_Bool kith_arena_widen(struct kith_arena *arena, void **items, unsigned *room,
                       size_t size);

#endif
