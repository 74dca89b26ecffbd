/* The pool: every job once, merged in order, whatever the number of threads. */
#include "support/check.h"

#include "base/pool.h"

#define SLOTS 7

struct tally {
    uint32_t jobs;
    uint32_t given[SLOTS]; /* the number of each slot's job */
    uint32_t done[SLOTS];  /* what the job left there */
    uint32_t merged;
    uint32_t fails_at;
    uint32_t feed_fails_at;
    bool was_out_of_order;
};

static enum kith_status fill(void *context, struct kith_feed *feed,
                             struct kith_error *err)
{
    struct tally *tally = context;
    unsigned slot;
    for (uint32_t number = 0; number < tally->jobs; number++) {
        if (number == tally->feed_fails_at)
            return kith_fail(err, KITH_BAD_INPUT, "feed %u", number);
        KITH_TRY(kith_feed_wait(feed, &slot));
        tally->given[slot] = number;
        KITH_TRY(kith_feed_submit(feed, err));
    }
    return KITH_OK;
}

/* Uneven work, so that later jobs finish before earlier ones. */
static void work(void *context, unsigned slot)
{
    struct tally *tally = context;
    volatile uint32_t spin = (tally->given[slot] * 7919u) % 20000u;
    while (spin)
        spin--;
    tally->done[slot] = tally->given[slot] + 1;
}

static enum kith_status merge(void *context, unsigned slot, struct kith_error *err)
{
    struct tally *tally = context;
    if (tally->merged == tally->fails_at)
        return kith_fail(err, KITH_LIMIT, "job %u", tally->merged);
    if (tally->done[slot] != tally->merged + 1)
        tally->was_out_of_order = true;
    tally->merged++;
    return KITH_OK;
}

static void run_tally(unsigned workers, struct tally *tally, enum kith_status wanted)
{
    struct kith_pool pool = {.workers = workers,
                             .slots = SLOTS,
                             .context = tally,
                             .fill = fill,
                             .work = work,
                             .merge = merge};
    struct kith_error err = {0};
    assert_int_equal(kith_pool_run(&pool, &err), wanted);
}

static struct tally run(unsigned workers, uint32_t jobs, uint32_t fails_at,
                        enum kith_status wanted)
{
    struct tally tally = {
        .jobs = jobs, .fails_at = fails_at, .feed_fails_at = UINT32_MAX};
    run_tally(workers, &tally, wanted);
    return tally;
}

static void merges_every_job_in_order_on_any_number_of_threads(void **state)
{
    (void)state;
    for (unsigned workers = 1; workers <= SLOTS; workers++) {
        struct tally tally = run(workers, 500, UINT32_MAX, KITH_OK);
        assert_int_equal(tally.merged, 500);
        assert_false(tally.was_out_of_order);
    }
}

static void has_nothing_to_do_without_jobs(void **state)
{
    (void)state;
    assert_int_equal(run(1, 0, UINT32_MAX, KITH_OK).merged, 0);
    assert_int_equal(run(4, 0, UINT32_MAX, KITH_OK).merged, 0);
}

static void stops_at_the_first_failure_and_passes_it_up(void **state)
{
    (void)state;
    assert_int_equal(run(1, 100, 31, KITH_LIMIT).merged, 31);
    assert_int_equal(run(4, 100, 31, KITH_LIMIT).merged, 31);
}

static void merges_what_was_fed_before_the_feed_failed(void **state)
{
    (void)state;
    for (unsigned workers = 1; workers <= SLOTS; workers += 3) {
        struct tally tally = {.jobs = 100, .fails_at = UINT32_MAX, .feed_fails_at = 40};
        run_tally(workers, &tally, KITH_BAD_INPUT);
        assert_int_equal(tally.merged, 40);
        assert_false(tally.was_out_of_order);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(merges_every_job_in_order_on_any_number_of_threads),
        cmocka_unit_test(has_nothing_to_do_without_jobs),
        cmocka_unit_test(stops_at_the_first_failure_and_passes_it_up),
        cmocka_unit_test(merges_what_was_fed_before_the_feed_failed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
