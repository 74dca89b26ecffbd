/* Folders too deep or too full for comfort. */
#include "pathological/linear.h"
#include "support/folder.h"

#include <fcntl.h>

#include "input/source.h"

static struct kith_sources walk(const char *path, struct kith_arena *arena,
                                struct kith_problems *problems)
{
    struct kith_sources sources = {0};
    struct kith_error err = {0};
    kith_arena_init(arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(problems, arena);
    assert_ok(kith_sources_find(&sources, &path, 1, arena, problems, &err), &err);
    return sources;
}

static void make_files(int folder, size_t count)
{
    char name[32];
    for (size_t i = 0; i < count; i++) {
        snprintf(name, sizeof name, "%zu.txt", i * 7919 % count);
        int file = openat(folder, name, O_WRONLY | O_CREAT, 0666);
        assert_true(file >= 0);
        close(file);
    }
}

/* Making files is the system's time, so the folders are made beforehand. */
static struct check_folder few, many;

static void walk_flat(size_t n)
{
    struct kith_arena arena;
    struct kith_problems problems;
    const char *path = n == 2500 ? few.path : many.path;
    struct kith_sources sources = walk(path, &arena, &problems);
    assert_int_equal(sources.count, n);
    for (uint32_t i = 1; i < sources.count; i++)
        assert_true(kith_str_compare(sources.items[i - 1], sources.items[i]) < 0);
    kith_arena_release(&arena);
}

static void a_folder_of_many_files_stays_linear(void **state)
{
    (void)state;
    check_folder_make(&few);
    check_folder_make(&many);
    int folder = open(few.path, O_RDONLY);
    make_files(folder, 2500);
    close(folder);
    folder = open(many.path, O_RDONLY);
    make_files(folder, 20000);
    close(folder);
    check_linear(walk_flat, 2500);
    check_folder_remove(&few);
    check_folder_remove(&many);
}

/* The system opens no path past 4,096 bytes; what lies deeper is told, not lost in
 * silence. */
static void folders_deeper_than_any_path_are_told(void **state)
{
    (void)state;
    struct check_folder folder;
    check_folder_make(&folder);
    int at = open(folder.path, O_RDONLY);
    for (int depth = 0; depth < 3000; depth++) {
        assert_int_equal(mkdirat(at, "d", 0777), 0);
        if (depth % 100 == 0)
            make_files(at, 1);
        int deeper = openat(at, "d", O_RDONLY);
        assert_true(deeper >= 0);
        close(at);
        at = deeper;
    }
    close(at);
    struct kith_arena arena;
    struct kith_problems problems;
    struct kith_sources sources = walk(folder.path, &arena, &problems);
    assert_int_equal(sources.count, 21);
    assert_int_equal(problems.count, 1);
    assert_str(problems.items[0].text, "cannot read: File name too long");
    kith_arena_release(&arena);
    check_folder_remove(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_folder_of_many_files_stays_linear),
        cmocka_unit_test(folders_deeper_than_any_path_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
