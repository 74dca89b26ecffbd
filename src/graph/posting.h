/* A rising list of numbers in few bytes: the articles, or the paragraphs, that hold an
 * entity.
 *
 * Kept as differences in variable-length bytes (seven bits a byte, low bits first), in a
 * chain of chunks that are filled and never moved: an entity of one mention costs one
 * small chunk, one of a million about a byte or two a number. */
#ifndef KITH_GRAPH_POSTING_H
#define KITH_GRAPH_POSTING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct kith_posting_chunk;

/* An empty list is {0}. The chunks are the arena's. */
struct kith_posting {
    struct kith_posting_chunk *first, *newest;
    uint32_t count; /* numbers in the list */
    uint32_t last;  /* the greatest of them */
};

/* Append `number`, which must not be less than the last one; the last one again is no
 * news and leaves the list as it is. False when memory is out. */
bool kith_posting_add(struct kith_posting *posting, struct kith_arena *arena,
                      uint32_t number);

/* Reading from the beginning: declare {.chunk = posting->first} and call next until it is
 * false. */
struct kith_posting_cursor {
    const struct kith_posting_chunk *chunk;
    uint32_t at;     /* bytes read of the chunk */
    uint32_t number; /* the newest one read */
};

/* Move on to the next number, which is then cursor->number. */
bool kith_posting_next(struct kith_posting_cursor *cursor);

#endif
