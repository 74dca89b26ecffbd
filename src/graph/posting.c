/* Posting lists: differences as variable-length bytes, in a chain of chunks. */
#include "graph/posting.h"

struct kith_posting_chunk {
    struct kith_posting_chunk *next;
    uint16_t used, room;
    unsigned char bytes[];
};

/* 32 bits in groups of seven. A number is never split over two chunks. */
#define LONGEST 5

/* The first chunk fills 32 bytes with its head; each further one is twice as large, up to
 * this many, so that little is left empty at the end of a list. */
#define FIRST_ROOM 20
#define LAST_ROOM 2048

static struct kith_posting_chunk *new_chunk(struct kith_arena *arena, unsigned room)
{
    struct kith_posting_chunk *chunk = kith_arena_alloc(arena, sizeof *chunk + room);
    if (chunk)
        *chunk = (struct kith_posting_chunk){.room = (uint16_t)room};
    return chunk;
}

/* The chunk that the next number goes into. */
static struct kith_posting_chunk *chunk_with_room(struct kith_posting *posting,
                                                  struct kith_arena *arena)
{
    struct kith_posting_chunk *newest = posting->newest;
    if (newest && newest->room - newest->used >= LONGEST)
        return newest;
    unsigned room = !newest                    ? FIRST_ROOM
                    : newest->room < LAST_ROOM ? newest->room * 2u
                                               : newest->room;
    struct kith_posting_chunk *chunk = new_chunk(arena, room);
    if (!chunk)
        return NULL;
    if (newest)
        newest->next = chunk;
    else
        posting->first = chunk;
    posting->newest = chunk;
    return chunk;
}

bool kith_posting_add(struct kith_posting *posting, struct kith_arena *arena,
                      uint32_t number)
{
    if (posting->count && number <= posting->last)
        return true;
    struct kith_posting_chunk *chunk = chunk_with_room(posting, arena);
    if (!chunk)
        return false;
    uint32_t step = number - posting->last;
    for (; step > 0x7F; step >>= 7)
        chunk->bytes[chunk->used++] = (unsigned char)(step | 0x80);
    chunk->bytes[chunk->used++] = (unsigned char)step;
    posting->last = number;
    posting->count++;
    return true;
}

bool kith_posting_next(struct kith_posting_cursor *cursor)
{
    if (cursor->chunk && cursor->at == cursor->chunk->used) {
        cursor->chunk = cursor->chunk->next;
        cursor->at = 0;
    }
    if (!cursor->chunk)
        return false;
    const unsigned char *bytes = cursor->chunk->bytes;
    uint32_t step = 0;
    unsigned shift = 0;
    for (; bytes[cursor->at] & 0x80; shift += 7)
        step |= (uint32_t)(bytes[cursor->at++] & 0x7F) << shift;
    step |= (uint32_t)bytes[cursor->at++] << shift;
    cursor->number += step;
    return true;
}
