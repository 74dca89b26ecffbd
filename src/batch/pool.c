/* The pool: workers take the next number while its slot is free, the caller merges. */
#include "batch/pool.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

struct floor {
    const struct kith_pool *pool;
    pthread_mutex_t lock;
    pthread_cond_t slot_is_free;
    pthread_cond_t job_is_done;
    uint32_t next;   /* the job to be taken next */
    uint32_t merged; /* jobs merged so far; job n needs merged > n - slots */
    bool is_closing; /* no further job is to be taken */
    bool *is_done;   /* by slot */
};

unsigned kith_pool_cores(void)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return cores < 1 ? 1 : (unsigned)cores;
}

static enum kith_status run_alone(const struct kith_pool *pool, struct kith_error *err)
{
    for (uint32_t number = 0; number < pool->jobs; number++) {
        pool->work(pool->context, 0, number);
        KITH_TRY(pool->merge(pool->context, 0, number, err));
    }
    return KITH_OK;
}

/* The next job whose slot is free, or false when there is none left. */
static bool take_job(struct floor *floor, uint32_t *number)
{
    const struct kith_pool *pool = floor->pool;
    while (!floor->is_closing && floor->next < pool->jobs &&
           floor->next - floor->merged >= pool->slots)
        pthread_cond_wait(&floor->slot_is_free, &floor->lock);
    if (floor->is_closing || floor->next == pool->jobs)
        return false;
    *number = floor->next++;
    return true;
}

static void *worker(void *argument)
{
    struct floor *floor = argument;
    const struct kith_pool *pool = floor->pool;
    uint32_t number;
    pthread_mutex_lock(&floor->lock);
    while (take_job(floor, &number)) {
        unsigned slot = number % pool->slots;
        pthread_mutex_unlock(&floor->lock);
        pool->work(pool->context, slot, number);
        pthread_mutex_lock(&floor->lock);
        floor->is_done[slot] = true;
        if (number == floor->merged)
            pthread_cond_signal(&floor->job_is_done);
    }
    pthread_mutex_unlock(&floor->lock);
    return NULL;
}

/* Called and left with the lock held, which is dropped while merging. */
static enum kith_status merge_all(struct floor *floor, struct kith_error *err)
{
    const struct kith_pool *pool = floor->pool;
    while (floor->merged < pool->jobs) {
        uint32_t number = floor->merged;
        unsigned slot = number % pool->slots;
        while (!floor->is_done[slot])
            pthread_cond_wait(&floor->job_is_done, &floor->lock);
        pthread_mutex_unlock(&floor->lock);
        enum kith_status status = pool->merge(pool->context, slot, number, err);
        pthread_mutex_lock(&floor->lock);
        if (status != KITH_OK)
            return status;
        floor->is_done[slot] = false;
        floor->merged++;
        pthread_cond_broadcast(&floor->slot_is_free);
    }
    return KITH_OK;
}

/* Fewer threads than asked for are enough; none is not. */
static unsigned start(struct floor *floor, pthread_t *threads)
{
    unsigned started = 0;
    while (started < floor->pool->workers &&
           pthread_create(&threads[started], NULL, worker, floor) == 0)
        started++;
    return started;
}

static enum kith_status run_threads(struct floor *floor, pthread_t *threads,
                                    struct kith_error *err)
{
    unsigned started = start(floor, threads);
    if (started == 0)
        return kith_fail(err, KITH_NO_MEMORY, "the system would not start a thread");
    pthread_mutex_lock(&floor->lock);
    enum kith_status status = merge_all(floor, err);
    floor->is_closing = true;
    pthread_cond_broadcast(&floor->slot_is_free);
    pthread_mutex_unlock(&floor->lock);
    for (unsigned i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    return status;
}

enum kith_status kith_pool_run(const struct kith_pool *pool, struct kith_error *err)
{
    if (pool->workers <= 1)
        return run_alone(pool, err);
    struct floor floor = {.pool = pool, .is_done = calloc(pool->slots, sizeof(bool))};
    pthread_t *threads = calloc(pool->workers, sizeof *threads);
    enum kith_status status = KITH_NO_MEMORY;
    if (floor.is_done && threads) {
        pthread_mutex_init(&floor.lock, NULL);
        pthread_cond_init(&floor.slot_is_free, NULL);
        pthread_cond_init(&floor.job_is_done, NULL);
        status = run_threads(&floor, threads, err);
        pthread_cond_destroy(&floor.job_is_done);
        pthread_cond_destroy(&floor.slot_is_free);
        pthread_mutex_destroy(&floor.lock);
    } else {
        kith_no_memory(err);
    }
    free(threads);
    free(floor.is_done);
    return status;
}
