/* Work in parallel, results in order.
 *
 * Jobs are numbered 0, 1, 2 ... Any worker may do any job, but `merge` is called by the
 * calling thread alone, once a job, in the order of the numbers: what it writes does not
 * depend on the number of threads. Jobs live in slots; a job is begun only when its slot
 * is free again, so memory is bounded by the slots however far one slow job falls behind.
 */
#ifndef KITH_BATCH_POOL_H
#define KITH_BATCH_POOL_H

#include "base/status.h"

struct kith_pool {
    unsigned workers; /* threads, at least 1; with 1 the caller does the work itself */
    unsigned slots;   /* at least workers */
    uint32_t jobs;    /* how many there are */
    void *context;

    /* Do job `number` in `slot`. Called by any thread; touches only its slot and what is
     * constant. What went wrong stays in the slot, for merge to see. */
    void (*work)(void *context, unsigned slot, uint32_t number);

    /* Take the result of job `number` out of `slot`. Anything but KITH_OK ends the run.
     */
    enum kith_status (*merge)(void *context, unsigned slot, uint32_t number,
                              struct kith_error *err);
};

/* Run all jobs; returns when every thread has ended. The first failure of merge is
 * returned, KITH_NO_MEMORY when not even one thread could be started. */
enum kith_status kith_pool_run(const struct kith_pool *pool, struct kith_error *err);

/* The cores this process may use, at least 1. */
unsigned kith_pool_cores(void);

#endif
