/* Overlaps are exact, whatever lists are paired. */
#include "graph/overlap.h"

#include "support/check.h"

/* List k holds the multiples of k below LIMIT: two lists share the multiples of their
 * least common multiple. */
enum { LISTS = 40, LIMIT = 10000 };

static uint32_t least_common_multiple(uint32_t a, uint32_t b)
{
    uint32_t multiple = a;
    while (multiple % b)
        multiple += a;
    return multiple;
}

static void counts_what_every_two_of_many_lists_share(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct kith_posting lists[LISTS] = {0};
    for (uint32_t k = 1; k <= LISTS; k++)
        for (uint32_t n = 0; n < LIMIT; n += k)
            assert_true(kith_posting_add(&lists[k - 1], &arena, n));

    static struct kith_overlap_question overlaps[LISTS * LISTS];
    static uint32_t common[LISTS * LISTS];
    for (uint32_t i = 0; i < LISTS * LISTS; i++)
        overlaps[i] = (struct kith_overlap_question){&lists[i / LISTS], &lists[i % LISTS],
                                                     &common[i]};
    struct kith_error err = {0};
    assert_ok(kith_overlaps_count(overlaps, LISTS * LISTS, LIMIT, NULL, &err), &err);

    for (uint32_t i = 0; i < LISTS * LISTS; i++) {
        uint32_t step = least_common_multiple(i / LISTS + 1, i % LISTS + 1);
        assert_int_equal(common[i], (LIMIT + step - 1) / step);
    }
    kith_arena_release(&arena);
}

static void lists_without_a_common_number_share_none(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct kith_posting even = {0}, odd = {0}, empty = {0};
    for (uint32_t n = 0; n < 64; n += 2) {
        assert_true(kith_posting_add(&even, &arena, n));
        assert_true(kith_posting_add(&odd, &arena, n + 1));
    }
    uint32_t common[2] = {9, 9};
    struct kith_overlap_question overlaps[] = {{&even, &odd, &common[0]},
                                               {&empty, &even, &common[1]}};
    struct kith_error err = {0};
    assert_ok(kith_overlaps_count(overlaps, 2, 64, NULL, &err), &err);
    assert_int_equal(common[0], 0);
    assert_int_equal(common[1], 0);
    kith_arena_release(&arena);
}

static void a_stop_is_heard_between_lists(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct kith_posting one = {0}, other = {0};
    assert_true(kith_posting_add(&one, &arena, 1) && kith_posting_add(&other, &arena, 1));
    uint32_t common;
    struct kith_overlap_question overlap = {&one, &other, &common};
    const volatile int stop = 1;
    struct kith_error err = {0};
    assert_int_equal(kith_overlaps_count(&overlap, 1, 2, &stop, &err), KITH_INTERRUPTED);
    kith_arena_release(&arena);
}

static void no_questions_are_no_failure(void **state)
{
    (void)state;
    struct kith_error err = {0};
    assert_ok(kith_overlaps_count(NULL, 0, 0, NULL, &err), &err);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_what_every_two_of_many_lists_share),
        cmocka_unit_test(lists_without_a_common_number_share_none),
        cmocka_unit_test(a_stop_is_heard_between_lists),
        cmocka_unit_test(no_questions_are_no_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
