/* Work in parallel, results in order.
 *
 * One function feeds: it fills a free slot and hands it over as a job, again and again,
 * until nothing is left. Any worker may do any job, but `merge` is called by the calling
 * thread alone, once a job, in the order in which they were handed over: what it writes
 * does not depend on the number of threads. Memory is bounded by the slots, however far
 * one slow job falls behind. */
#ifndef KITH_BASE_POOL_H
#define KITH_BASE_POOL_H

#include "base/status.h"

struct kith_feed;

struct kith_pool {
    unsigned workers; /* threads that work, at least 1, the caller among them; with 1 it
                         does all by itself */
    unsigned slots;   /* at least workers */
    void *context;

    /* Hand all jobs over, with the two functions below; what they return but KITH_OK is
     * to be returned. Called once, in a thread of its own, and touches only its slot and
     * what is constant. */
    enum kith_status (*fill)(void *context, struct kith_feed *feed,
                             struct kith_error *err);

    /* Do the job in `slot`. Called by any thread; touches only its slot and what is
     * constant. What went wrong stays in the slot, for merge to see. */
    void (*work)(void *context, unsigned slot);

    /* Take the result out of `slot`. Anything but KITH_OK ends the run. */
    enum kith_status (*merge)(void *context, unsigned slot, struct kith_error *err);
};

/* Run until all jobs are merged and every thread has ended. Returned is the first failure
 * of merge, else that of fill, whose jobs have been merged; KITH_NO_MEMORY when the
 * system would not start threads. */
enum kith_status kith_pool_run(const struct kith_pool *pool, struct kith_error *err);

/* For `fill`: wait for a slot that is free. KITH_END when the run is over. */
enum kith_status kith_feed_wait(struct kith_feed *feed, unsigned *slot);

/* For `fill`: hand the slot waited for last over as the next job. */
enum kith_status kith_feed_submit(struct kith_feed *feed, struct kith_error *err);

/* The cores this process may use, at least 1. */
unsigned kith_pool_cores(void);

#endif
