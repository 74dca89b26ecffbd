/* Posting lists keep what was added. */
#include "graph/posting.h"

#include "support/check.h"

static void read_back(const struct kith_posting *posting, const uint32_t *numbers,
                      uint32_t count)
{
    struct kith_posting_cursor cursor = {.chunk = posting->first};
    for (uint32_t i = 0; i < count; i++) {
        assert_true(kith_posting_next(&cursor));
        assert_int_equal(cursor.number, numbers[i]);
    }
    assert_false(kith_posting_next(&cursor));
}

static void gives_back_numbers_of_every_length(void **state)
{
    (void)state;
    static const uint32_t numbers[] = {0,         1,         127,         128,
                                       255,       16384,     2097152,     2097279,
                                       268435456, 268435457, 3000000000u, 4294967294u};
    const uint32_t count = sizeof numbers / sizeof *numbers;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct kith_posting posting = {0};
    for (uint32_t i = 0; i < count; i++)
        assert_true(kith_posting_add(&posting, &arena, numbers[i]));
    assert_int_equal(posting.count, count);
    read_back(&posting, numbers, count);
    kith_arena_release(&arena);
}

static void counts_a_number_once_however_often_it_comes(void **state)
{
    (void)state;
    static const uint32_t kept[] = {0, 7};
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct kith_posting posting = {0};
    for (uint32_t i = 0; i < 6; i++)
        assert_true(kith_posting_add(&posting, &arena, i < 3 ? 0 : 7));
    assert_int_equal(posting.count, 2);
    read_back(&posting, kept, 2);
    kith_arena_release(&arena);
}

static void an_empty_list_gives_nothing(void **state)
{
    (void)state;
    read_back(&(struct kith_posting){0}, NULL, 0);
}

/* Two lists that grow in turns: their chunks lie mixed in the arena. */
static void long_lists_stay_apart(void **state)
{
    (void)state;
    enum { COUNT = 100000 };
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct kith_posting odd = {0}, square = {0};
    for (uint32_t i = 0; i < COUNT; i++) {
        assert_true(kith_posting_add(&odd, &arena, 2 * i + 1));
        if (i < 65536)
            assert_true(kith_posting_add(&square, &arena, i * i));
    }
    struct kith_posting_cursor at_odd = {.chunk = odd.first};
    struct kith_posting_cursor at_square = {.chunk = square.first};
    for (uint32_t i = 0; i < COUNT; i++) {
        assert_true(kith_posting_next(&at_odd));
        assert_int_equal(at_odd.number, 2 * i + 1);
        if (i < 65536) {
            assert_true(kith_posting_next(&at_square));
            assert_int_equal(at_square.number, i * i);
        }
    }
    assert_true(arena.used < 4 * COUNT + 3 * 65536);
    kith_arena_release(&arena);
}

static enum kith_status fill(struct kith_arena *arena, void *context,
                             struct kith_error *err)
{
    (void)context;
    struct kith_posting posting = {0};
    for (uint32_t i = 0; i < 3000; i++)
        if (!kith_posting_add(&posting, arena, i * 300))
            return kith_no_memory(err);
    return KITH_OK;
}

static void says_when_memory_is_out(void **state)
{
    (void)state;
    check_memory_sweep(fill, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_back_numbers_of_every_length),
        cmocka_unit_test(counts_a_number_once_however_often_it_comes),
        cmocka_unit_test(an_empty_list_gives_nothing),
        cmocka_unit_test(long_lists_stay_apart),
        cmocka_unit_test(says_when_memory_is_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
