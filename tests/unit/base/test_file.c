/* Whole files in, whole files out. */
#include "support/check.h"
#include "support/folder.h"

#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>

#include "base/file.h"

struct desk {
    struct check_folder folder;
    struct kith_arena arena;
    struct kith_error err;
    char path[512];
};

static int set_up(void **state)
{
    struct desk *desk = calloc(1, sizeof *desk);
    assert_non_null(desk);
    check_folder_make(&desk->folder);
    kith_arena_init(&desk->arena, KITH_ARENA_UNCAPPED);
    *state = desk;
    return 0;
}

static int tear_down(void **state)
{
    struct desk *desk = *state;
    check_folder_remove(&desk->folder);
    kith_arena_release(&desk->arena);
    free(desk);
    return 0;
}

static const char *path_of(struct desk *desk, const char *name)
{
    return strcpy(desk->path, check_path(&desk->folder, name));
}

/* What stands in the file `name`. */
static void check_content(struct desk *desk, const char *name, const char *expected)
{
    struct kith_str bytes;
    assert_ok(
        kith_file_read(path_of(desk, name), 1 << 26, &desk->arena, &bytes, &desk->err),
        &desk->err);
    assert_str(bytes, expected);
}

static int count_names(struct desk *desk)
{
    DIR *stream = opendir(desk->folder.path);
    assert_non_null(stream);
    int count = 0;
    for (const struct dirent *entry; (entry = readdir(stream));)
        count += entry->d_name[0] != '.';
    closedir(stream);
    return count;
}

/* Reading */

static void reads_a_file_with_padding_behind(void **state)
{
    struct desk *desk = *state;
    check_file_bytes(&desk->folder, "a", KITH_STR("rain\0snow"));
    struct kith_str bytes;
    memset(kith_arena_alloc(&desk->arena, 4096), 0xAA, 4096);
    kith_arena_reset(&desk->arena);
    assert_ok(kith_file_read(path_of(desk, "a"), 9, &desk->arena, &bytes, &desk->err),
              &desk->err);
    assert_int_equal(bytes.length, 9);
    assert_memory_equal(bytes.data, "rain\0snow", 9);
    for (size_t i = 0; i < KITH_FILE_PADDING; i++)
        assert_int_equal(bytes.data[9 + i], 0);
}

static void reads_an_empty_file(void **state)
{
    struct desk *desk = *state;
    check_file(&desk->folder, "a", "");
    check_content(desk, "a", "");
}

static void refuses_one_byte_past_the_limit(void **state)
{
    struct desk *desk = *state;
    check_file(&desk->folder, "a", "12345");
    struct kith_str bytes;
    assert_int_equal(
        kith_file_read(path_of(desk, "a"), 4, &desk->arena, &bytes, &desk->err),
        KITH_LIMIT);
    char wanted[600];
    snprintf(wanted, sizeof wanted, "%s: larger than the limit of 4 bytes", desk->path);
    assert_string_equal(desk->err.text, wanted);
}

/* Files in /proc have size 0 and content all the same. */
static void reads_files_that_do_not_tell_their_size(void **state)
{
    struct desk *desk = *state;
    struct kith_str bytes;
    assert_ok(
        kith_file_read("/proc/self/status", 1 << 20, &desk->arena, &bytes, &desk->err),
        &desk->err);
    assert_true(kith_str_starts_with(bytes, KITH_STR("Name:")));
    assert_int_equal(bytes.data[bytes.length - 1], '\n');
    assert_int_equal(
        kith_file_read("/proc/self/status", 10, &desk->arena, &bytes, &desk->err),
        KITH_LIMIT);
    assert_int_equal(
        kith_file_read("/dev/zero", 100000, &desk->arena, &bytes, &desk->err),
        KITH_LIMIT);
}

static void names_what_it_cannot_read(void **state)
{
    struct desk *desk = *state;
    struct kith_str bytes;
    assert_int_equal(kith_file_read("/no/where", 9, &desk->arena, &bytes, &desk->err),
                     KITH_CANNOT_READ);
    assert_string_equal(desk->err.text,
                        "/no/where: cannot read: No such file or directory");
    assert_int_equal(kith_file_read("/tmp", 9, &desk->arena, &bytes, &desk->err),
                     KITH_CANNOT_READ);
    assert_string_equal(desk->err.text, "/tmp: cannot read: Is a directory");
}

static void a_file_past_the_arenas_cap_is_named(void **state)
{
    struct desk *desk = *state;
    check_file(&desk->folder, "a", "12345");
    struct kith_arena small;
    struct kith_str bytes;
    kith_arena_init(&small, 32);
    assert_int_equal(kith_file_read(path_of(desk, "a"), 9, &small, &bytes, &desk->err),
                     KITH_NO_MEMORY);
    assert_non_null(strstr(desk->err.text, "a: too large for memory"));
    kith_arena_release(&small);
}

/* Writing */

static struct kith_output begin_output(struct desk *desk, const char *name)
{
    struct kith_output out;
    assert_ok(kith_output_open(&out, path_of(desk, name), &desk->err), &desk->err);
    return out;
}

static void a_file_appears_whole_when_it_is_committed(void **state)
{
    struct desk *desk = *state;
    struct kith_output out = begin_output(desk, "a");
    kith_buf_text(&out.buffer, "rain");
    assert_int_equal(access(path_of(desk, "a"), F_OK), -1);
    assert_ok(kith_output_commit(&out, &desk->err), &desk->err);
    check_content(desk, "a", "rain");
    assert_int_equal(count_names(desk), 1);
}

static void a_commit_replaces_the_old_file(void **state)
{
    struct desk *desk = *state;
    check_file(&desk->folder, "a", "old and longer");
    struct kith_output out = begin_output(desk, "a");
    kith_buf_text(&out.buffer, "new");
    check_content(desk, "a", "old and longer");
    assert_ok(kith_output_commit(&out, &desk->err), &desk->err);
    check_content(desk, "a", "new");
}

static void discarding_leaves_the_old_file_and_nothing_else(void **state)
{
    struct desk *desk = *state;
    check_file(&desk->folder, "a", "old");
    struct kith_output out = begin_output(desk, "a");
    kith_buf_text(&out.buffer, "new");
    kith_output_discard(&out);
    kith_output_discard(&out);
    check_content(desk, "a", "old");
    assert_int_equal(count_names(desk), 1);
}

static void flows_large_content_in_order(void **state)
{
    struct desk *desk = *state;
    struct kith_output out = begin_output(desk, "a");
    for (unsigned i = 0; i < 500000; i++) {
        kith_buf_format(&out.buffer, "%06u\n", i);
        kith_output_flow(&out);
        assert_true(out.buffer.room <= 4 * 1024 * 1024);
    }
    assert_ok(kith_output_commit(&out, &desk->err), &desk->err);
    struct kith_str bytes;
    assert_ok(
        kith_file_read(path_of(desk, "a"), 1 << 26, &desk->arena, &bytes, &desk->err),
        &desk->err);
    assert_int_equal(bytes.length, 3500000);
    for (unsigned i = 0; i < 500000; i += 777) {
        char line[8];
        snprintf(line, sizeof line, "%06u", i);
        assert_memory_equal(bytes.data + (size_t)i * 7, line, 6);
    }
}

static void a_stopped_output_leaves_the_old_file_and_says_so_on_the_way(void **state)
{
    struct desk *desk = *state;
    volatile int stop = 0;
    check_file(&desk->folder, "a", "old");
    struct kith_output out = begin_output(desk, "a");
    out.stop = &stop;
    kith_buf_text(&out.buffer, "new");
    assert_true(kith_output_flow(&out));
    stop = 1;
    while (kith_output_flow(&out)) {
        assert_true(out.buffer.length < 16 * 1024 * 1024);
        kith_buf_text(&out.buffer, "a long file has many lines\n");
    }
    assert_int_equal(kith_output_commit(&out, &desk->err), KITH_INTERRUPTED);
    check_content(desk, "a", "old");
    assert_int_equal(count_names(desk), 1);
}

static void what_was_written_can_be_read_back(void **state)
{
    struct desk *desk = *state;
    struct kith_output out = begin_output(desk, "a");
    char bytes[6];
    for (unsigned i = 0; i < 500000; i++) {
        kith_buf_format(&out.buffer, "%06u", i);
        kith_output_flow(&out);
    }
    assert_true(kith_output_read_back(&out, 6 * 499999, 6, bytes));
    assert_memory_equal(bytes, "499999", 6);
    kith_buf_text(&out.buffer, "behind");
    assert_true(kith_output_read_back(&out, 6 * 1234, 6, bytes));
    assert_memory_equal(bytes, "001234", 6);
    assert_false(kith_output_read_back(&out, 6 * 500001, 6, bytes));
    kith_output_discard(&out);
}

static void an_output_that_cannot_be_made_is_named(void **state)
{
    struct desk *desk = *state;
    struct kith_output out;
    assert_int_equal(kith_output_open(&out, "/no/where", &desk->err), KITH_CANNOT_WRITE);
    assert_string_equal(desk->err.text,
                        "/no/where: cannot write: No such file or directory");
    kith_output_discard(&out);
}

static void a_target_that_cannot_be_replaced_stays_untouched(void **state)
{
    struct desk *desk = *state;
    check_subfolder(&desk->folder, "a");
    check_file(&desk->folder, "a/b", "old");
    struct kith_output out = begin_output(desk, "a");
    assert_int_equal(kith_output_commit(&out, &desk->err), KITH_CANNOT_WRITE);
    assert_non_null(strstr(desk->err.text, "a: cannot write: Is a directory"));
    assert_null(out.temporary);
    check_content(desk, "a/b", "old");
    assert_int_equal(count_names(desk), 1);
}

/* A limit on file sizes stands in for a full disk. */
static void a_failed_write_is_remembered_and_harms_nothing(void **state)
{
    struct desk *desk = *state;
    check_file(&desk->folder, "a", "old");
    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, SIG_IGN);
    struct kith_output out = begin_output(desk, "a");
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){1000000, before.rlim_max});
    for (int i = 0; i < 40; i++) {
        kith_buf_format(&out.buffer, "%100000d", i);
        kith_output_flow(&out);
    }
    enum kith_status status = kith_output_commit(&out, &desk->err);
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, SIG_DFL);
    assert_int_equal(status, KITH_CANNOT_WRITE);
    assert_non_null(strstr(desk->err.text, "a: cannot write: File too large"));
    check_content(desk, "a", "old");
    assert_int_equal(count_names(desk), 1);
}

static void a_broken_buffer_fails_the_commit(void **state)
{
    struct desk *desk = *state;
    struct kith_output out = begin_output(desk, "a");
    out.buffer.is_broken = true;
    kith_output_flow(&out);
    kith_buf_text(&out.buffer, "half");
    assert_int_equal(kith_output_commit(&out, &desk->err), KITH_CANNOT_WRITE);
    assert_int_equal(count_names(desk), 0);
}

/* Folders */

static void makes_folders_along_a_path(void **state)
{
    struct desk *desk = *state;
    assert_ok(kith_folder_make(path_of(desk, "a//b/c/"), &desk->err), &desk->err);
    check_file(&desk->folder, "a/b/c/d", "rain");
    assert_ok(kith_folder_make(path_of(desk, "a/b"), &desk->err), &desk->err);
    assert_ok(kith_folder_make("/", &desk->err), &desk->err);
    assert_ok(kith_folder_make(".", &desk->err), &desk->err);
}

static void does_not_make_a_folder_of_a_file(void **state)
{
    struct desk *desk = *state;
    check_file(&desk->folder, "a", "rain");
    assert_int_equal(kith_folder_make(path_of(desk, "a"), &desk->err), KITH_CANNOT_WRITE);
    assert_non_null(strstr(desk->err.text, "a: cannot make this folder: File exists"));
    assert_int_equal(kith_folder_make(path_of(desk, "a/b"), &desk->err),
                     KITH_CANNOT_WRITE);
    assert_int_equal(kith_folder_make("", &desk->err), KITH_CANNOT_WRITE);
}

#define CLAIM(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CLAIM(reads_a_file_with_padding_behind),
        CLAIM(reads_an_empty_file),
        CLAIM(refuses_one_byte_past_the_limit),
        CLAIM(reads_files_that_do_not_tell_their_size),
        CLAIM(names_what_it_cannot_read),
        CLAIM(a_file_past_the_arenas_cap_is_named),
        CLAIM(a_file_appears_whole_when_it_is_committed),
        CLAIM(a_commit_replaces_the_old_file),
        CLAIM(discarding_leaves_the_old_file_and_nothing_else),
        CLAIM(flows_large_content_in_order),
        CLAIM(a_stopped_output_leaves_the_old_file_and_says_so_on_the_way),
        CLAIM(a_stopped_output_leaves_the_old_file_and_says_so_on_the_way),
        CLAIM(what_was_written_can_be_read_back),
        CLAIM(an_output_that_cannot_be_made_is_named),
        CLAIM(a_target_that_cannot_be_replaced_stays_untouched),
        CLAIM(a_failed_write_is_remembered_and_harms_nothing),
        CLAIM(a_broken_buffer_fails_the_commit),
        CLAIM(makes_folders_along_a_path),
        CLAIM(does_not_make_a_folder_of_a_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
