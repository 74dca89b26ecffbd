/* Arenas: what is handed out stays whole, and the cap holds. */
#include "support/check.h"

#include <stdalign.h>

/* Larger than a block of the arena, which is its own affair. */
#define LARGE ((size_t)1024 * 1024)

static void pieces_are_aligned_and_do_not_overlap(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    unsigned char *pieces[400];
    for (size_t i = 0; i < 400; i++) {
        size_t size = i % 7 == 6 ? LARGE / 8 : i;
        pieces[i] = kith_arena_alloc(&arena, size);
        assert_non_null(pieces[i]);
        assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
        memset(pieces[i], (int)i & 0xFF, size);
    }
    for (size_t i = 0; i < 400; i++)
        for (size_t k = 0; k < i && i % 7 != 6; k++)
            assert_int_equal(pieces[i][k], i & 0xFF);
    kith_arena_release(&arena);
}

static void zero_bytes_are_a_valid_request(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, 0);
    assert_non_null(kith_arena_alloc(&arena, 0));
    assert_non_null(KITH_ARRAY(&arena, int, 0));
    assert_null(kith_arena_alloc(&arena, 1));
    kith_arena_release(&arena);
}

static void the_cap_is_never_passed_and_a_refusal_harms_nothing(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, 1000);
    char *first = kith_arena_copy(&arena, "rain", 4);
    assert_null(kith_arena_alloc(&arena, 1000));
    assert_null(kith_arena_alloc(&arena, SIZE_MAX));
    assert_null(kith_arena_zeroed(&arena, SIZE_MAX / 2, 4));
    assert_string_equal(first, "rain");
    while (kith_arena_alloc(&arena, 16))
        assert_true(arena.used <= 1000);
    assert_true(arena.used > 1000 - 32);
    kith_arena_reset(&arena);
    assert_non_null(kith_arena_alloc(&arena, 900));
    kith_arena_release(&arena);
}

static void zeroed_arrays_are_zero_even_in_used_memory(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    memset(kith_arena_alloc(&arena, 4000), 0xAA, 4000);
    kith_arena_reset(&arena);
    const uint32_t *items = KITH_ARRAY(&arena, uint32_t, 1000);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(items[i], 0);
    kith_arena_release(&arena);
}

static void the_newest_piece_grows_in_place(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    char *text = kith_arena_regrow(&arena, NULL, 0, 5, 1);
    memcpy(text, "rain", 5);
    assert_ptr_equal(kith_arena_regrow(&arena, text, 5, 500, 1), text);
    size_t used = arena.used;
    assert_ptr_equal(kith_arena_regrow(&arena, text, 500, 501, 1), text);
    assert_true(arena.used - used <= alignof(max_align_t));
    char *next = kith_arena_copy(&arena, "snow", 4);
    assert_true(next >= text + 501);
    kith_arena_release(&arena);
}

static void an_older_piece_is_copied_and_left_as_it_was(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    char *old = kith_arena_copy(&arena, "rain", 4);
    char *newer = kith_arena_copy(&arena, "snow", 4);
    char *grown = kith_arena_regrow(&arena, old, 5, LARGE, 1);
    memset(grown + 5, 'x', LARGE - 5);
    assert_string_equal(grown, "rain");
    assert_string_equal(old, "rain");
    assert_string_equal(newer, "snow");
    kith_arena_release(&arena);
}

static void growing_stops_at_the_cap_in_place_and_elsewhere(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, 1024);
    char *piece = kith_arena_regrow(&arena, NULL, 0, 512, 1);
    assert_null(kith_arena_regrow(&arena, piece, 512, 2048, 1));
    assert_null(kith_arena_regrow(&arena, piece, 512, SIZE_MAX / 2, 8));
    assert_ptr_equal(kith_arena_regrow(&arena, piece, 512, 1024, 1), piece);
    assert_int_equal(arena.used, 1024);
    kith_arena_release(&arena);
}

static void a_list_takes_any_number_of_items(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct {
        uint64_t *items;
        uint32_t count, room;
    } one = {0}, *list = &one, two = {0}, *other = &two;
    for (uint32_t i = 0; i < 100000; i++) {
        assert_true(KITH_ARENA_PUSHABLE(&arena, list));
        list->items[list->count++] = i;
        assert_true(KITH_ARENA_PUSHABLE(&arena, other));
        other->items[other->count++] = ~(uint64_t)i;
    }
    for (uint32_t i = 0; i < 100000; i++)
        assert_true(one.items[i] == i && two.items[i] == ~(uint64_t)i);
    /* Doubling wastes no more than it holds, twice over. */
    assert_true(arena.used < 2 * 4 * 100000 * sizeof(uint64_t));
    kith_arena_release(&arena);
}

static void a_list_that_cannot_widen_stays_as_it_was(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, 256);
    struct {
        uint64_t *items;
        uint32_t count, room;
    } one = {0}, *list = &one;
    while (KITH_ARENA_PUSHABLE(&arena, list)) {
        list->items[list->count] = list->count;
        list->count++;
    }
    assert_int_equal(one.count, 32);
    assert_int_equal(one.room, 32);
    for (uint32_t i = 0; i < one.count; i++)
        assert_int_equal(one.items[i], i);
    uint32_t full = UINT32_MAX / 2 + 1;
    assert_false(kith_arena_widen(&arena, (void **)&one.items, &full, 1));
    kith_arena_release(&arena);
}

static void copies_end_in_a_zero_byte(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_string_equal(kith_arena_copy(&arena, "rain and snow", 4), "rain");
    assert_string_equal(kith_arena_copy(&arena, NULL, 0), "");
    kith_arena_release(&arena);
}

static void a_reset_hands_the_same_memory_out_again(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    void *first = kith_arena_alloc(&arena, 64);
    void *large = kith_arena_alloc(&arena, LARGE);
    kith_arena_reset(&arena);
    assert_int_equal(arena.used, 0);
    assert_ptr_equal(kith_arena_alloc(&arena, 64), first);
    assert_ptr_equal(kith_arena_alloc(&arena, LARGE), large);
    kith_arena_release(&arena);
}

/* What a large request puts in front of smaller blocks must not hide them for good. */
static void rounds_of_changing_sizes_stay_whole(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    for (size_t round = 0; round < 40; round++) {
        unsigned char *pieces[12];
        for (size_t i = 0; i < 12; i++) {
            size_t size = 1 + (round * 131071 + i * 524287) % (LARGE + LARGE / 2);
            pieces[i] = kith_arena_alloc(&arena, size);
            assert_non_null(pieces[i]);
            pieces[i][0] = (unsigned char)i;
            pieces[i][size - 1] = (unsigned char)i;
        }
        for (size_t i = 0; i < 12; i++)
            assert_int_equal(pieces[i][0], i);
        kith_arena_reset(&arena);
    }
    kith_arena_release(&arena);
}

/* A list of so many bytes, each of them told by its place, that has grown by doubling
 * between small pieces. */
static unsigned char *grow_list(struct kith_arena *arena, size_t size)
{
    unsigned char *list = NULL;
    for (size_t room = 0, wider = 16; room < size; room = wider, wider *= 2) {
        list = kith_arena_regrow(arena, list, room, wider, 1);
        assert_non_null(list);
        for (size_t i = room; i < wider; i++)
            list[i] = (unsigned char)(i * 31 >> 8);
        assert_non_null(kith_arena_copy(arena, "rain", 4));
    }
    return list;
}

static void a_list_grows_to_megabytes_and_stays_whole(void **state)
{
    (void)state;
    const size_t size = (size_t)8 << 20;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    for (int round = 0; round < 2; round++) {
        unsigned char *one = grow_list(&arena, size), *other = grow_list(&arena, size);
        for (size_t i = 0; i < size; i++)
            assert_true(one[i] == other[i] && one[i] == (unsigned char)(i * 31 >> 8));
        assert_true(arena.used >= 2 * size);
        kith_arena_reset(&arena);
        assert_int_equal(arena.used, 0);
    }
    kith_arena_release(&arena);
}

static void a_marked_arena_can_be_rewound_when_its_lists_have_grown(void **state)
{
    (void)state;
    const size_t size = (size_t)4 << 20;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    unsigned char *list = grow_list(&arena, size);
    struct kith_arena_mark mark = kith_arena_mark(&arena);
    assert_non_null(kith_arena_regrow(&arena, list, size, 2 * size, 1));
    kith_arena_rewind(&arena, mark);
    for (size_t i = 0; i < size; i++)
        assert_int_equal(list[i], (unsigned char)(i * 31 >> 8));
    assert_non_null(kith_arena_copy(&arena, "snow", 4));
    kith_arena_release(&arena);
}

static void rewinding_forgets_what_came_after_the_mark_only(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct kith_arena_mark bare = kith_arena_mark(&arena);
    char *kept = kith_arena_copy(&arena, "rain", 4);
    struct kith_arena_mark mark = kith_arena_mark(&arena);
    char *dropped = kith_arena_copy(&arena, "snow", 4);
    assert_non_null(kith_arena_alloc(&arena, LARGE));
    kith_arena_rewind(&arena, mark);
    assert_int_equal(arena.used, mark.used);
    assert_ptr_equal(kith_arena_copy(&arena, "hail", 4), dropped);
    assert_string_equal(kept, "rain");
    kith_arena_rewind(&arena, bare);
    assert_int_equal(arena.used, 0);
    assert_ptr_equal(kith_arena_copy(&arena, "wind", 4), kept);
    kith_arena_release(&arena);
}

static void a_released_arena_works_again_under_its_cap(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, 100);
    assert_non_null(kith_arena_alloc(&arena, 90));
    kith_arena_release(&arena);
    assert_non_null(kith_arena_alloc(&arena, 90));
    assert_null(kith_arena_alloc(&arena, 90));
    kith_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_aligned_and_do_not_overlap),
        cmocka_unit_test(zero_bytes_are_a_valid_request),
        cmocka_unit_test(the_cap_is_never_passed_and_a_refusal_harms_nothing),
        cmocka_unit_test(zeroed_arrays_are_zero_even_in_used_memory),
        cmocka_unit_test(the_newest_piece_grows_in_place),
        cmocka_unit_test(an_older_piece_is_copied_and_left_as_it_was),
        cmocka_unit_test(growing_stops_at_the_cap_in_place_and_elsewhere),
        cmocka_unit_test(a_list_takes_any_number_of_items),
        cmocka_unit_test(a_list_that_cannot_widen_stays_as_it_was),
        cmocka_unit_test(copies_end_in_a_zero_byte),
        cmocka_unit_test(a_reset_hands_the_same_memory_out_again),
        cmocka_unit_test(rounds_of_changing_sizes_stay_whole),
        cmocka_unit_test(a_list_grows_to_megabytes_and_stays_whole),
        cmocka_unit_test(a_marked_arena_can_be_rewound_when_its_lists_have_grown),
        cmocka_unit_test(rewinding_forgets_what_came_after_the_mark_only),
        cmocka_unit_test(a_released_arena_works_again_under_its_cap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
