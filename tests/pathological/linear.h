/* Holding a piece of work to linear time. */
#ifndef KITH_TESTS_LINEAR_H
#define KITH_TESTS_LINEAR_H

#include "support/check.h"

#include <time.h>

/* Do the work for an input of size n, and check what came of it. */
typedef void linear_work_fn(size_t n);

/* Time of this process alone: neighbours on the machine do not count. */
static inline double linear_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static inline double linear_time(linear_work_fn *work, size_t n)
{
    double best = 1e9;
    for (int i = 0; i < 3; i++) {
        double begin = linear_seconds();
        work(n);
        double taken = linear_seconds() - begin;
        if (taken < best)
            best = taken;
    }
    return best;
}

/* A sanitizer's allocator copies and hoards, and its time is not ours: there the work is
 * run and not judged. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define LINEAR_IS_JUDGED false
#else
#define LINEAR_IS_JUDGED true
#endif

/* Eight times the input may take twenty times as long: linear work takes 8, with caches
 * missed perhaps 12; quadratic work takes 64. The slack is for clocks and page faults, so
 * choose n for which 8 n quadratic steps would take seconds. */
static inline void check_linear(linear_work_fn *work, size_t n)
{
    double once = linear_time(work, n);
    double eight = linear_time(work, 8 * n);
    if (LINEAR_IS_JUDGED && eight > 20 * once + 0.2)
        fail_msg("%zu take %.3f s, %zu take %.3f s", n, once, 8 * n, eight);
}

#endif
