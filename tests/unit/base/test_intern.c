/* Strings to ids and back. */
#include "support/check.h"

#include "base/intern.h"

static void each_string_gets_the_next_number_once(void **state)
{
    (void)state;
    struct kith_arena arena;
    struct kith_intern table;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_intern_init(&table, &arena);
    assert_int_equal(kith_intern_find(&table, KITH_STR("rain")), KITH_NO_ID);
    assert_int_equal(kith_intern_add(&table, KITH_STR("rain")), 0);
    assert_int_equal(kith_intern_add(&table, KITH_STR("snow")), 1);
    assert_int_equal(kith_intern_add(&table, KITH_STR("rain")), 0);
    assert_int_equal(kith_intern_add(&table, KITH_STR("")), 2);
    assert_int_equal(kith_intern_add(&table, (struct kith_str){0}), 2);
    assert_int_equal(kith_intern_add(&table, KITH_STR("a\0b")), 3);
    assert_int_equal(kith_intern_add(&table, KITH_STR("a\0c")), 4);
    assert_int_equal(kith_intern_find(&table, KITH_STR("snow")), 1);
    assert_int_equal(table.count, 5);
    assert_str(table.items[1], "snow");
    kith_intern_release(&table);
    kith_arena_release(&arena);
}

static void keeps_copies_not_the_callers_bytes(void **state)
{
    (void)state;
    struct kith_arena arena;
    struct kith_intern table;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_intern_init(&table, &arena);
    char name[16];
    for (int i = 0; i < 50000; i++) {
        snprintf(name, sizeof name, "name %d", i);
        assert_int_equal(kith_intern_add(&table, kith_str_of(name)), i);
    }
    for (int i = 0; i < 50000; i++) {
        snprintf(name, sizeof name, "name %d", i);
        assert_int_equal(kith_intern_find(&table, kith_str_of(name)), i);
        assert_str(table.items[i], name);
    }
    kith_intern_release(&table);
    kith_arena_release(&arena);
}

/* Two strings of one hash cannot be had on purpose; make one by rewriting a table. */
static void strings_of_one_hash_stay_apart(void **state)
{
    (void)state;
    struct kith_arena arena;
    struct kith_intern table;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_intern_init(&table, &arena);
    kith_intern_add(&table, KITH_STR("rain"));
    table.items[0] = KITH_STR("of the same hash");
    assert_int_equal(kith_intern_find(&table, KITH_STR("rain")), KITH_NO_ID);
    assert_int_equal(kith_intern_add(&table, KITH_STR("rain")), 1);
    table.items[0] = KITH_STR("rain");
    table.items[1] = KITH_STR("of the same hash");
    assert_int_equal(kith_intern_find(&table, KITH_STR("rain")), 0);
    kith_intern_release(&table);
    kith_arena_release(&arena);
}

static enum kith_status intern_stage(struct kith_arena *arena, void *context,
                                     struct kith_error *err)
{
    (void)context;
    struct kith_intern table;
    kith_intern_init(&table, arena);
    enum kith_status status = KITH_OK;
    for (uint32_t i = 0; i < 100 && status == KITH_OK; i++) {
        struct kith_str s = {(const char *)&i, sizeof i};
        kith_id id = kith_intern_add(&table, s);
        if (id == KITH_NO_ID)
            status = kith_no_memory(err);
        else
            assert_int_equal(id, i);
        assert_int_equal(table.count, id == KITH_NO_ID ? i : i + 1);
    }
    for (uint32_t i = 0; i < table.count; i++) {
        struct kith_str s = {(const char *)&i, sizeof i};
        assert_int_equal(kith_intern_find(&table, s), i);
    }
    kith_intern_release(&table);
    return status;
}

static void stays_whole_when_memory_ends(void **state)
{
    (void)state;
    check_memory_sweep(intern_stage, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_string_gets_the_next_number_once),
        cmocka_unit_test(keeps_copies_not_the_callers_bytes),
        cmocka_unit_test(strings_of_one_hash_stay_apart),
        cmocka_unit_test(stays_whole_when_memory_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
