/* Growing arrays by half. */
#include "base/grow.h"

#include <stdlib.h>

#include "base/id.h"

#define FIRST_ROOM 256

bool kith_grow(void **items, uint32_t count, uint32_t more, uint32_t *room, size_t size)
{
    if (more <= *room - count)
        return true;
    uint64_t wider = *room ? (uint64_t)*room + *room / 2 : FIRST_ROOM;
    if (wider < (uint64_t)count + more)
        wider = (uint64_t)count + more;
    if (wider >= KITH_NO_ID)
        return false;
    void *moved = realloc(*items, wider * size);
    if (!moved)
        return false;
    *items = moved;
    *room = (uint32_t)wider;
    return true;
}
