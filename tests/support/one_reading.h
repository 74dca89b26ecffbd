/* The reading of a file of tests, new for each of them. */
#ifndef KITH_TESTS_ONE_READING_H
#define KITH_TESTS_ONE_READING_H

#include "support/reading.h"

static struct check_reading reading;

static inline int set_up(void **state)
{
    (void)state;
    check_reading_init(&reading);
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    check_reading_release(&reading);
    return 0;
}

#endif
