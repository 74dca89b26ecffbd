/* Being asked to stop: a flag that the caller of a long job raises, from a signal handler
 * or another thread. It is looked at where a job takes its steps. */
#ifndef KITH_BASE_STOP_H
#define KITH_BASE_STOP_H

#include <stdbool.h>

#include "base/status.h"

/* `stop` may be NULL: nobody asks. */
static inline bool kith_is_stopped(const volatile int *stop)
{
    return stop && *stop;
}

/* KITH_INTERRUPTED once it is asked. Who knows what the job was makes a better sentence
 * of it. */
static inline enum kith_status kith_check_stop(const volatile int *stop,
                                               struct kith_error *err)
{
    return kith_is_stopped(stop) ? kith_fail(err, KITH_INTERRUPTED, "stopped") : KITH_OK;
}

#endif
