/* The pool. Job n stands in slot n % slots: the feeder waits until that slot is merged,
 * workers take jobs in their order, the caller merges them in their order, and works
 * where there is nothing to merge: one thread more than cores would cost a tenth. */
#include "base/pool.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

struct kith_feed {
    const struct kith_pool *pool;
    bool is_alone; /* without threads */
    pthread_mutex_t lock;
    pthread_cond_t slot_is_free;
    pthread_cond_t job_is_there;
    pthread_cond_t job_is_done;
    uint64_t filled;         /* jobs handed over so far */
    uint64_t taken;          /* jobs that a worker has begun */
    uint64_t merged;         /* jobs merged so far; job n needs merged > n - slots */
    unsigned idle;           /* workers that wait for a job */
    bool is_fed;             /* no further job will be handed over */
    bool is_closing;         /* no further job is to be taken */
    bool is_merger_idle;     /* the caller waits */
    bool *is_done;           /* by slot */
    enum kith_status status; /* of `fill` */
    struct kith_error err;
};

unsigned kith_pool_cores(void)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return cores < 1 ? 1 : (unsigned)cores;
}

static unsigned slot_of(const struct kith_feed *feed, uint64_t job)
{
    return (unsigned)(job % feed->pool->slots);
}

/* ---- the feeder ---- */

enum kith_status kith_feed_wait(struct kith_feed *feed, unsigned *slot)
{
    *slot = slot_of(feed, feed->filled); /* nobody else changes `filled` */
    if (feed->is_alone)
        return KITH_OK;
    pthread_mutex_lock(&feed->lock);
    while (!feed->is_closing && feed->filled - feed->merged >= feed->pool->slots)
        pthread_cond_wait(&feed->slot_is_free, &feed->lock);
    bool is_over = feed->is_closing;
    pthread_mutex_unlock(&feed->lock);
    return is_over ? KITH_END : KITH_OK;
}

enum kith_status kith_feed_submit(struct kith_feed *feed, struct kith_error *err)
{
    const struct kith_pool *pool = feed->pool;
    if (feed->is_alone) {
        unsigned slot = slot_of(feed, feed->filled++);
        pool->work(pool->context, slot);
        return pool->merge(pool->context, slot, err);
    }
    pthread_mutex_lock(&feed->lock);
    feed->filled++;
    if (feed->idle)
        pthread_cond_signal(&feed->job_is_there);
    else if (feed->is_merger_idle)
        pthread_cond_signal(&feed->job_is_done);
    pthread_mutex_unlock(&feed->lock);
    return KITH_OK;
}

static void *feeder(void *argument)
{
    struct kith_feed *feed = argument;
    enum kith_status status = feed->pool->fill(feed->pool->context, feed, &feed->err);
    pthread_mutex_lock(&feed->lock);
    feed->status = status;
    feed->is_fed = true;
    pthread_cond_broadcast(&feed->job_is_there);
    pthread_cond_signal(&feed->job_is_done);
    pthread_mutex_unlock(&feed->lock);
    return NULL;
}

/* ---- jobs ---- */

static bool has_job(const struct kith_feed *feed)
{
    return !feed->is_closing && feed->taken < feed->filled;
}

/* Take the next job and do it. Called and left with the lock held, which is dropped
 * meanwhile. */
static void do_job(struct kith_feed *feed)
{
    unsigned slot = slot_of(feed, feed->taken++);
    pthread_mutex_unlock(&feed->lock);
    feed->pool->work(feed->pool->context, slot);
    pthread_mutex_lock(&feed->lock);
    feed->is_done[slot] = true;
    if (feed->is_merger_idle && slot == slot_of(feed, feed->merged))
        pthread_cond_signal(&feed->job_is_done);
}

static void *worker(void *argument)
{
    struct kith_feed *feed = argument;
    pthread_mutex_lock(&feed->lock);
    for (;;) {
        if (has_job(feed)) {
            do_job(feed);
        } else if (feed->is_closing || feed->is_fed) {
            break;
        } else {
            feed->idle++;
            pthread_cond_wait(&feed->job_is_there, &feed->lock);
            feed->idle--;
        }
    }
    pthread_mutex_unlock(&feed->lock);
    return NULL;
}

/* ---- the caller ---- */

/* Called and left with the lock held, which is dropped while merging. */
static enum kith_status merge_next(struct kith_feed *feed, struct kith_error *err)
{
    unsigned slot = slot_of(feed, feed->merged);
    pthread_mutex_unlock(&feed->lock);
    enum kith_status status = feed->pool->merge(feed->pool->context, slot, err);
    pthread_mutex_lock(&feed->lock);
    if (status != KITH_OK)
        return status;
    feed->is_done[slot] = false;
    feed->merged++;
    pthread_cond_signal(&feed->slot_is_free);
    return KITH_OK;
}

/* Merge what is done, and work while nothing is. Called and left with the lock held. */
static enum kith_status merge_all(struct kith_feed *feed, struct kith_error *err)
{
    for (;;) {
        if (feed->is_done[slot_of(feed, feed->merged)]) {
            KITH_TRY(merge_next(feed, err));
        } else if (has_job(feed)) {
            do_job(feed);
        } else if (feed->is_fed && feed->merged == feed->filled) {
            return KITH_OK;
        } else {
            feed->is_merger_idle = true;
            pthread_cond_wait(&feed->job_is_done, &feed->lock);
            feed->is_merger_idle = false;
        }
    }
}

/* The feeder is the first. The caller works, too; of other workers, fewer than asked for
 * are enough. */
static unsigned start(struct kith_feed *feed, pthread_t *threads)
{
    unsigned started = 0;
    if (pthread_create(&threads[0], NULL, feeder, feed) != 0)
        return 0;
    do
        started++;
    while (started < feed->pool->workers &&
           pthread_create(&threads[started], NULL, worker, feed) == 0);
    return started;
}

static void join(pthread_t *threads, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        pthread_join(threads[i], NULL);
}

static enum kith_status run_threads(struct kith_feed *feed, pthread_t *threads,
                                    struct kith_error *err)
{
    unsigned started = start(feed, threads);
    if (!started)
        return kith_fail(err, KITH_NO_MEMORY, "the system would not start threads");
    pthread_mutex_lock(&feed->lock);
    enum kith_status status = merge_all(feed, err);
    feed->is_closing = true;
    pthread_cond_broadcast(&feed->slot_is_free);
    pthread_cond_broadcast(&feed->job_is_there);
    pthread_mutex_unlock(&feed->lock);
    join(threads, started);
    if (status == KITH_OK && feed->status != KITH_OK) {
        status = feed->status;
        *err = feed->err;
    }
    return status;
}

static enum kith_status run_alone(const struct kith_pool *pool, struct kith_error *err)
{
    struct kith_feed feed = {.pool = pool, .is_alone = true};
    return pool->fill(pool->context, &feed, err);
}

enum kith_status kith_pool_run(const struct kith_pool *pool, struct kith_error *err)
{
    if (pool->workers <= 1)
        return run_alone(pool, err);
    struct kith_feed feed = {.pool = pool, .is_done = calloc(pool->slots, sizeof(bool))};
    pthread_t *threads = calloc(pool->workers, sizeof *threads);
    enum kith_status status = KITH_NO_MEMORY;
    if (feed.is_done && threads) {
        pthread_mutex_init(&feed.lock, NULL);
        pthread_cond_init(&feed.slot_is_free, NULL);
        pthread_cond_init(&feed.job_is_there, NULL);
        pthread_cond_init(&feed.job_is_done, NULL);
        status = run_threads(&feed, threads, err);
        pthread_cond_destroy(&feed.job_is_done);
        pthread_cond_destroy(&feed.job_is_there);
        pthread_cond_destroy(&feed.slot_is_free);
        pthread_mutex_destroy(&feed.lock);
    } else {
        kith_no_memory(err);
    }
    free(threads);
    free(feed.is_done);
    return status;
}
