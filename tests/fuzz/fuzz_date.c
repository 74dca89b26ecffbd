/* Dates of texts and of paths, whatever the bytes: a day that exists on some calendar,
 * and read again it is itself. */
#include "fuzz.h"

#include "input/date.h"

static int number_at(struct kith_str date, size_t begin, size_t end)
{
    int number = 0;
    for (size_t i = begin; i < end; i++) {
        FUZZ_CHECK(date.data[i] >= '0' && date.data[i] <= '9');
        number = number * 10 + date.data[i] - '0';
    }
    return number;
}

static void check_day(struct kith_str date, struct kith_arena *arena)
{
    struct kith_str again;
    struct kith_error err = {0};
    if (!date.length)
        return;
    FUZZ_CHECK(date.length == 10 && date.data[4] == '-' && date.data[7] == '-');
    int year = number_at(date, 0, 4), month = number_at(date, 5, 7);
    int day = number_at(date, 8, 10);
    FUZZ_CHECK(year >= 1000 && year <= 2999 && month >= 1 && month <= 12);
    FUZZ_CHECK(day >= 1 && day <= 31);
    FUZZ_CHECK(kith_date_read(date, arena, &again, &err) == KITH_OK);
    FUZZ_CHECK(kith_str_equal(date, again));
    FUZZ_CHECK(kith_date_of_path(date, arena, &again, &err) == KITH_OK);
    FUZZ_CHECK(kith_str_equal(date, again));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct kith_arena arena;
    struct kith_error err = {0};
    struct kith_str date;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    FUZZ_CHECK(kith_date_read(fuzz_str(data, size), &arena, &date, &err) == KITH_OK);
    check_day(date, &arena);
    FUZZ_CHECK(kith_date_of_path(fuzz_str(data, size), &arena, &date, &err) == KITH_OK);
    check_day(date, &arena);
    kith_arena_release(&arena);
    return 0;
}
