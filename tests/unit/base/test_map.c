/* Maps from 64-bit keys to 32-bit values. */
#include "support/check.h"

#include "base/hash.h"
#include "base/map.h"

static void an_empty_map_holds_nothing(void **state)
{
    (void)state;
    struct kith_map map = {0};
    assert_null(kith_map_find(&map, 0));
    kith_map_reset(&map);
    kith_map_release(&map);
}

static void a_new_key_gets_the_initial_value_once(void **state)
{
    (void)state;
    struct kith_map map = {0};
    bool is_new = false;
    uint32_t *value = kith_map_place(&map, 0, 7, &is_new);
    assert_true(is_new);
    assert_int_equal(*value, 7);
    *value = 8;
    assert_int_equal(*kith_map_place(&map, 0, 9, &is_new), 8);
    assert_false(is_new);
    assert_int_equal(*kith_map_find(&map, 0), 8);
    assert_int_equal(map.count, 1);
    kith_map_release(&map);
}

static void keys_that_are_all_alike_stay_apart(void **state)
{
    (void)state;
    struct kith_map map = {0};
    const uint64_t keys[] = {
        0, 1, UINT64_MAX, UINT64_MAX - 1, (uint64_t)1 << 32, (uint64_t)1 << 63};
    for (uint32_t i = 0; i < 6; i++)
        assert_int_equal(*kith_map_place(&map, keys[i], i, NULL), i);
    for (uint32_t i = 0; i < 6; i++)
        assert_int_equal(*kith_map_find(&map, keys[i]), i);
    assert_null(kith_map_find(&map, 2));
    kith_map_release(&map);
}

static void keeps_all_of_many_keys_and_no_others(void **state)
{
    (void)state;
    struct kith_map map = {0};
    for (uint32_t i = 0; i < 200000; i++)
        assert_non_null(kith_map_place(&map, kith_hash_u64(i), i, NULL));
    assert_int_equal(map.count, 200000);
    assert_true(map.count * 4 <= (map.mask + 1) * 3);
    for (uint32_t i = 0; i < 200000; i++)
        assert_int_equal(*kith_map_find(&map, kith_hash_u64(i)), i);
    for (uint32_t i = 200000; i < 210000; i++)
        assert_null(kith_map_find(&map, kith_hash_u64(i)));
    kith_map_release(&map);
}

static void a_reset_forgets_keys_and_keeps_memory(void **state)
{
    (void)state;
    struct kith_map map = {0};
    for (uint32_t i = 0; i < 100; i++)
        kith_map_place(&map, i, i, NULL);
    const struct kith_map_slot *slots = map.slots;
    kith_map_reset(&map);
    assert_null(kith_map_find(&map, 5));
    assert_int_equal(*kith_map_place(&map, 5, 1, NULL), 1);
    assert_ptr_equal(map.slots, slots);
    assert_int_equal(map.count, 1);
    kith_map_release(&map);
}

static void pairs_keep_their_order(void **state)
{
    (void)state;
    assert_true(kith_map_pair(1, 2) != kith_map_pair(2, 1));
    assert_true(kith_map_pair(0, KITH_NO_ID) == KITH_NO_ID);
    assert_true(kith_map_pair(KITH_NO_ID, KITH_NO_ID) == UINT64_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_map_holds_nothing),
        cmocka_unit_test(a_new_key_gets_the_initial_value_once),
        cmocka_unit_test(keys_that_are_all_alike_stay_apart),
        cmocka_unit_test(keeps_all_of_many_keys_and_no_others),
        cmocka_unit_test(a_reset_forgets_keys_and_keeps_memory),
        cmocka_unit_test(pairs_keep_their_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
