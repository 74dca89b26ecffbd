/* The arena of a file of tests, new for each of them. */
#ifndef KITH_TESTS_ONE_ARENA_H
#define KITH_TESTS_ONE_ARENA_H

#include "support/check.h"

static struct kith_arena arena;

static inline int set_up(void **state)
{
    (void)state;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    kith_arena_release(&arena);
    return 0;
}

#endif
