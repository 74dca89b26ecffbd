/* How far through files of known sizes: three text files, one of many articles between.
 */
#include "batch/pace.h"

#include "support/folder.h"

static struct check_folder folder;
static struct kith_arena arena;
static struct kith_sources sources;
static struct kith_pace pace;

static int begin(void **state)
{
    (void)state;
    struct kith_error err = {0};
    struct kith_problems problems;
    char text[1000];
    memset(text, 'x', sizeof text);
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    check_folder_make(&folder);
    check_file_bytes(&folder, "a.txt", (struct kith_str){text, 99});
    check_file_bytes(&folder, "b.jsonl", (struct kith_str){text, 799});
    check_file_bytes(&folder, "c.txt", (struct kith_str){text, 99});
    sources = (struct kith_sources){0};
    const char *path = folder.path;
    assert_ok(kith_sources_find(&sources, &path, 1, &arena, &problems, &err), &err);
    assert_ok(kith_pace_begin(&pace, &sources, &arena, &err), &err);
    return 0;
}

static int end(void **state)
{
    (void)state;
    check_folder_remove(&folder);
    kith_arena_release(&arena);
    return 0;
}

static double reach(const char *name, uint64_t bytes)
{
    kith_pace_reach(&pace, kith_str_of(check_path(&folder, name)), bytes);
    return kith_pace_share(&pace);
}

static void the_share_is_that_of_bytes(void **state)
{
    (void)state;
    assert_true(kith_pace_share(&pace) == 0);
    assert_true(reach("a.txt", 99) == 0.1);
    assert_true(reach("b.jsonl#1", 399) == 0.5);
    assert_true(reach("b.jsonl#2", 99) == 0.6);
    assert_true(reach("c.txt", 99) == 1);
}

static void a_file_is_done_at_its_size(void **state)
{
    (void)state;
    assert_true(reach("b.jsonl#1", 5000) == 0.9);
    assert_true(reach("c.txt", 0) == 0.901);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_share_is_that_of_bytes, begin, end),
        cmocka_unit_test_setup_teardown(a_file_is_done_at_its_size, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
