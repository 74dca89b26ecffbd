/* The pool: every job once, merged in order, whatever the number of threads. */
#include "support/check.h"

#include "batch/pool.h"

#define SLOTS 7

struct tally {
    uint32_t slots[SLOTS]; /* what each slot's job left there */
    uint32_t merged;
    uint32_t fails_at;
    bool was_out_of_order;
};

/* Uneven work, so that later jobs finish before earlier ones. */
static void work(void *context, unsigned slot, uint32_t number)
{
    struct tally *tally = context;
    volatile uint32_t spin = (number * 7919u) % 20000u;
    while (spin)
        spin--;
    tally->slots[slot] = number + 1;
}

static enum kith_status merge(void *context, unsigned slot, uint32_t number,
                              struct kith_error *err)
{
    struct tally *tally = context;
    if (number == tally->fails_at)
        return kith_fail(err, KITH_LIMIT, "job %u", number);
    if (tally->slots[slot] != number + 1 || tally->merged != number)
        tally->was_out_of_order = true;
    tally->merged++;
    return KITH_OK;
}

static struct tally run(unsigned workers, uint32_t jobs, uint32_t fails_at,
                        enum kith_status wanted)
{
    struct tally tally = {.fails_at = fails_at};
    struct kith_pool pool = {.workers = workers,
                             .slots = SLOTS,
                             .jobs = jobs,
                             .context = &tally,
                             .work = work,
                             .merge = merge};
    struct kith_error err = {0};
    assert_int_equal(kith_pool_run(&pool, &err), wanted);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(merges_every_job_in_order_on_any_number_of_threads),
        cmocka_unit_test(has_nothing_to_do_without_jobs),
        cmocka_unit_test(stops_at_the_first_failure_and_passes_it_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
