/* Arenas: a chain of blocks, a pointer that moves forward, one reset for all. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct kith_arena_block {
    struct kith_arena_block *next;
    size_t size; /* bytes in data */
    size_t used;
    alignas(max_align_t) unsigned char data[];
};

/* An article of ordinary length, with its tokens and mentions, fits in one block. */
#define BLOCK_SIZE ((size_t)256 * 1024)

/* A reset keeps this much; see kith_arena_reset. */
#define KEPT_SIZE ((size_t)8 * 1024 * 1024)

/* A piece from this size on, if it has a block to itself, grows together with it. */
#define STRETCHED_SIZE ((size_t)1024 * 1024)

static size_t align_up(size_t size)
{
    const size_t step = alignof(max_align_t);
    return (size + step - 1) / step * step;
}

void kith_arena_init(struct kith_arena *arena, size_t cap)
{
    *arena = (struct kith_arena){.cap = cap};
}

static struct kith_arena_block *new_block(size_t size)
{
    if (size < BLOCK_SIZE)
        size = BLOCK_SIZE;
    struct kith_arena_block *block = malloc(sizeof *block + size);
    if (block)
        *block = (struct kith_arena_block){.size = size};
    return block;
}

/* Move on to a block with `size` bytes free: the next one kept from before, or a new one
 * put in its place. */
static struct kith_arena_block *advance(struct kith_arena *arena, size_t size)
{
    struct kith_arena_block **link =
        arena->current ? &arena->current->next : &arena->first;
    if (!*link || (*link)->size < size) {
        struct kith_arena_block *block = new_block(size);
        if (!block)
            return NULL;
        block->next = *link;
        *link = block;
    }
    arena->current = *link;
    arena->current->used = 0;
    return arena->current;
}

void *kith_arena_alloc(struct kith_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        return NULL;
    size = align_up(size);
    if (size > arena->cap || arena->used > arena->cap - size)
        return NULL;
    struct kith_arena_block *block = arena->current;
    if (!block || block->size - block->used < size) {
        block = advance(arena, size);
        if (!block)
            return NULL;
    }
    void *piece = block->data + block->used;
    block->used += size;
    arena->used += size;
    return piece;
}

void *kith_arena_zeroed(struct kith_arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / 2 / size)
        return NULL;
    void *piece = kith_arena_alloc(arena, count * size);
    if (piece)
        memset(piece, 0, count * size);
    return piece;
}

/* True when the piece of `old_size` bytes at `old` ends where the next one would begin
 * and its block has the room to lengthen it. */
static bool extends(struct kith_arena *arena, const void *old, size_t old_size,
                    size_t more)
{
    struct kith_arena_block *block = arena->current;
    return old && block &&
           (const unsigned char *)old + old_size == block->data + block->used &&
           block->size - block->used >= more && more <= arena->cap &&
           arena->used <= arena->cap - more;
}

/* The link to the block that the piece at `old` has to itself, or NULL. */
static struct kith_arena_block **block_of(struct kith_arena *arena, const void *old,
                                          size_t old_size)
{
    struct kith_arena_block **link = &arena->first;
    while (*link && (*link)->data != old)
        link = &(*link)->next;
    return *link && (*link)->used == old_size ? link : NULL;
}

/* Lengthen a large piece together with its block, which the system does by moving pages:
 * nothing is copied, and a table that grows by doubling never takes room twice. NULL when
 * the piece is small, shares its block or might be rewound to, and when memory is out. */
static void *stretch(struct kith_arena *arena, const void *old, size_t old_size,
                     size_t new_size)
{
    if (!old || old_size < STRETCHED_SIZE || arena->is_marked || new_size > arena->cap ||
        arena->used - old_size > arena->cap - new_size)
        return NULL;
    struct kith_arena_block **link = block_of(arena, old, old_size);
    if (!link)
        return NULL;
    bool is_current = *link == arena->current;
    struct kith_arena_block *block = realloc(*link, sizeof *block + new_size);
    if (!block)
        return NULL;
    block->size = block->used = new_size;
    *link = block;
    if (is_current)
        arena->current = block;
    arena->used += new_size - old_size;
    return block->data;
}

void *kith_arena_regrow(struct kith_arena *arena, void *old, size_t old_room, size_t room,
                        size_t size)
{
    if (room > SIZE_MAX / 2 / size)
        return NULL;
    size_t old_size = align_up(old_room * size);
    size_t new_size = align_up(room * size);
    if (extends(arena, old, old_size, new_size - old_size)) {
        arena->current->used += new_size - old_size;
        arena->used += new_size - old_size;
        return old;
    }
    void *piece = stretch(arena, old, old_size, new_size);
    if (piece)
        return piece;
    piece = kith_arena_alloc(arena, new_size);
    if (piece && old)
        memcpy(piece, old, old_room * size);
    return piece;
}

_Bool kith_arena_widen(struct kith_arena *arena, void **items, unsigned *room,
                       size_t size)
{
    if (*room > UINT32_MAX / 2)
        return false;
    unsigned wider = *room ? *room * 2 : 16;
    void *moved = kith_arena_regrow(arena, *items, *room, wider, size);
    if (!moved)
        return false;
    *items = moved;
    *room = wider;
    return true;
}

char *kith_arena_copy(struct kith_arena *arena, const char *bytes, size_t length)
{
    char *copy = kith_arena_alloc(arena, length + 1);
    if (!copy)
        return NULL;
    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

static void free_chain(struct kith_arena_block *block)
{
    while (block) {
        struct kith_arena_block *next = block->next;
        free(block);
        block = next;
    }
}

void kith_arena_reset(struct kith_arena *arena)
{
    size_t kept = 0;
    struct kith_arena_block **link = &arena->first;
    while (*link && kept + (*link)->size <= KEPT_SIZE) {
        kept += (*link)->size;
        link = &(*link)->next;
    }
    free_chain(*link);
    *link = NULL;
    arena->current = NULL;
    arena->used = 0;
    arena->is_marked = 0;
}

struct kith_arena_mark kith_arena_mark(struct kith_arena *arena)
{
    arena->is_marked = 1;
    return (struct kith_arena_mark){
        .block = arena->current,
        .block_used = arena->current ? arena->current->used : 0,
        .used = arena->used,
    };
}

void kith_arena_rewind(struct kith_arena *arena, struct kith_arena_mark mark)
{
    arena->current = mark.block;
    if (mark.block)
        mark.block->used = mark.block_used;
    arena->used = mark.used;
}

void kith_arena_release(struct kith_arena *arena)
{
    free_chain(arena->first);
    kith_arena_init(arena, arena->cap);
}
