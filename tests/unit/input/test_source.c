/* Sources: which paths a folder gives, and in what order. */
#include "support/check.h"
#include "support/folder.h"

#include "base/buf.h"
#include "base/hash.h"
#include "input/source.h"

/* A folder to walk, and what walking came to. */
struct ground {
    struct check_folder folder;
    char home[512];
    struct kith_arena arena;
    struct kith_problems problems;
    struct kith_sources sources;
    struct kith_error err;
};

static int set_up(void **state)
{
    struct ground *ground = calloc(1, sizeof *ground);
    assert_non_null(ground);
    assert_non_null(getcwd(ground->home, sizeof ground->home));
    check_folder_make(&ground->folder);
    assert_int_equal(chdir(ground->folder.path), 0);
    kith_arena_init(&ground->arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&ground->problems, &ground->arena);
    *state = ground;
    return 0;
}

static int set_up_without_facts(void **state)
{
    set_up(state);
    struct ground *ground = *state;
    ground->sources.without_facts = true;
    return 0;
}

static int tear_down(void **state)
{
    struct ground *ground = *state;
    assert_int_equal(chdir(ground->home), 0);
    check_folder_remove(&ground->folder);
    kith_arena_release(&ground->arena);
    free(ground);
    return 0;
}

static enum kith_status add(struct ground *ground, const char *path)
{
    return kith_sources_add(&ground->sources, path, &ground->arena, &ground->problems,
                            &ground->err);
}

/* The sorted paths, a blank behind each. Begins anew for the next adds. */
static void check_sources(struct ground *ground, const char *expected)
{
    struct kith_buf told = {0};
    assert_ok(kith_sources_sort(&ground->sources, &ground->err), &ground->err);
    for (uint32_t i = 0; i < ground->sources.count; i++) {
        struct kith_str path = ground->sources.items[i];
        assert_int_equal(path.data[path.length], '\0');
        kith_buf_str(&told, path);
        kith_buf_byte(&told, ' ');
    }
    assert_str(kith_buf_view(&told), expected);
    kith_buf_release(&told);
    ground->sources =
        (struct kith_sources){.without_facts = ground->sources.without_facts};
}

static void check_problem(struct ground *ground, uint32_t i, const char *file,
                          const char *kind, const char *text)
{
    assert_true(i < ground->problems.count);
    const struct kith_problem *problem = &ground->problems.items[i];
    assert_int_equal(problem->severity, KITH_FAULT);
    assert_int_equal(problem->line, 0);
    assert_str(problem->file, file);
    assert_str(problem->kind, kind);
    assert_str(problem->text, text);
}

static void make_news(struct ground *ground)
{
    check_subfolder(&ground->folder, "news");
    check_subfolder(&ground->folder, "news/b");
    check_file(&ground->folder, "news/b/2.txt", "two");
    check_file(&ground->folder, "news/a.txt", "one");
    check_file(&ground->folder, "news/B.txt", "three");
}

static void walks_folders_and_sorts_by_bytes(void **state)
{
    struct ground *ground = *state;
    make_news(ground);
    assert_ok(add(ground, "news"), &ground->err);
    check_sources(ground, "news/B.txt news/a.txt news/b/2.txt ");
    assert_int_equal(ground->problems.count, 0);
}

static void an_empty_folder_or_list_gives_nothing(void **state)
{
    struct ground *ground = *state;
    check_subfolder(&ground->folder, "empty");
    check_sources(ground, "");
    assert_ok(add(ground, "empty"), &ground->err);
    check_sources(ground, "");
}

static void cleans_the_argument_s_dots_and_slashes(void **state)
{
    struct ground *ground = *state;
    make_news(ground);
    const char *const ways[] = {"news/", "./news", ".//./news//", "news/./"};
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        assert_ok(add(ground, ways[i]), &ground->err);
        check_sources(ground, "news/B.txt news/a.txt news/b/2.txt ");
    }
    assert_ok(add(ground, "./news//a.txt"), &ground->err);
    check_sources(ground, "news/a.txt ");
}

static void the_current_folder_adds_nothing_to_paths(void **state)
{
    struct ground *ground = *state;
    check_file(&ground->folder, "a.txt", "");
    assert_ok(add(ground, "."), &ground->err);
    check_sources(ground, "a.txt ");
    assert_ok(add(ground, ".//"), &ground->err);
    check_sources(ground, "a.txt ");
}

static void keeps_the_slash_of_a_whole_path(void **state)
{
    struct ground *ground = *state;
    make_news(ground);
    char wanted[600];
    snprintf(wanted, sizeof wanted, "%s/news/b/2.txt ", ground->folder.path);
    char path[600];
    snprintf(path, sizeof path, "/%s//news/b", ground->folder.path);
    assert_ok(add(ground, path), &ground->err);
    check_sources(ground, wanted);
}

static void the_order_of_arguments_does_not_count(void **state)
{
    struct ground *ground = *state;
    make_news(ground);
    assert_int_equal(symlink("b", "news/link"), 0);
    const char *const orders[][3] = {{"news", "news/b", "./news/a.txt"},
                                     {"news/a.txt", "news", "news/b"},
                                     {"news/b", "news/a.txt", "news"}};
    for (size_t i = 0; i < 3; i++) {
        for (size_t k = 0; k < 3; k++)
            assert_ok(add(ground, orders[i][k]), &ground->err);
        check_sources(ground, "news/B.txt news/a.txt news/b/2.txt ");
    }
}

static void one_file_by_several_names_comes_once(void **state)
{
    struct ground *ground = *state;
    check_file(&ground->folder, "m.txt", "one");
    assert_int_equal(symlink("m.txt", "z.txt"), 0);
    assert_int_equal(link("m.txt", "b.txt"), 0);
    assert_ok(add(ground, "z.txt"), &ground->err);
    assert_ok(add(ground, "."), &ground->err);
    check_sources(ground, "b.txt ");
}

/* Files are known by one number of device and inode, which two may share. */
static void keeps_two_files_that_share_a_number(void **state)
{
    struct ground *ground = *state;
    const uint64_t difference = kith_hash_u64(1) ^ kith_hash_u64(2);
    const struct kith_source_file files[] = {
        {.path = KITH_STR("a"), .device = 1, .inode = 7},
        {.path = KITH_STR("b"), .device = 2, .inode = 7 ^ difference},
        {.path = KITH_STR("c"), .device = 2, .inode = 7 ^ difference},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        assert_ok(kith_sources_add_file(&ground->sources, &files[i], &ground->arena,
                                        &ground->err),
                  &ground->err);
    check_sources(ground, "a b ");
}

static void knows_files_with_and_without_facts_as_the_same(void **state)
{
    struct ground *ground = *state;
    struct kith_sources asked = {0}, listed = {.without_facts = true};
    make_news(ground);
    const char *news = "news";
    assert_ok(kith_sources_find(&asked, &news, 1, &ground->arena, &ground->problems,
                                &ground->err),
              &ground->err);
    assert_ok(kith_sources_find(&listed, &news, 1, &ground->arena, &ground->problems,
                                &ground->err),
              &ground->err);
    assert_int_equal(listed.count, asked.count);
    for (uint32_t i = 0; i < asked.count; i++) {
        assert_int_equal(listed.files[i].device, asked.files[i].device);
        assert_int_equal(listed.files[i].inode, asked.files[i].inode);
        assert_true(asked.files[i].size > 0);
    }
}

static void passes_over_hidden_names_but_not_hidden_arguments(void **state)
{
    struct ground *ground = *state;
    check_subfolder(&ground->folder, ".hidden");
    check_file(&ground->folder, ".hidden/a.txt", "");
    check_file(&ground->folder, ".b.txt", "");
    check_file(&ground->folder, "c.txt", "");
    assert_ok(add(ground, "."), &ground->err);
    check_sources(ground, "c.txt ");
    assert_ok(add(ground, ".hidden"), &ground->err);
    assert_ok(add(ground, ".b.txt"), &ground->err);
    check_sources(ground, ".b.txt .hidden/a.txt ");
}

static void follows_links_and_ends_in_loops(void **state)
{
    struct ground *ground = *state;
    make_news(ground);
    assert_int_equal(symlink("..", "news/b/up"), 0);
    assert_int_equal(symlink("../news", "news/itself"), 0);
    check_subfolder(&ground->folder, "far");
    check_file(&ground->folder, "far/f.txt", "");
    assert_int_equal(symlink("../far", "news/far"), 0);
    assert_ok(add(ground, "news"), &ground->err);
    check_sources(ground, "news/B.txt news/a.txt news/b/2.txt news/far/f.txt ");
    assert_int_equal(ground->problems.count, 0);
}

/* Twenty folders that all link to each other have more ways through them than a computer
 * can walk. */
static void enters_each_folder_once_however_many_ways_lead_there(void **state)
{
    struct ground *ground = *state;
    char name[64], target[64];
    for (int i = 0; i < 20; i++) {
        snprintf(name, sizeof name, "d%02d", i);
        check_subfolder(&ground->folder, name);
        snprintf(name, sizeof name, "d%02d/f.txt", i);
        check_file(&ground->folder, name, "");
    }
    for (int i = 0; i < 400; i++) {
        snprintf(target, sizeof target, "../d%02d", i / 20);
        snprintf(name, sizeof name, "d%02d/to%02d", i % 20, i / 20);
        assert_int_equal(symlink(target, name), 0);
    }
    assert_ok(add(ground, "."), &ground->err);
    assert_int_equal(ground->sources.count, 20);
}

static void tells_of_links_to_nothing_and_of_pipes(void **state)
{
    struct ground *ground = *state;
    check_subfolder(&ground->folder, "news");
    assert_int_equal(symlink("nothing", "news/a"), 0);
    assert_int_equal(mkfifo("news/b", 0600), 0);
    assert_int_equal(symlink("/dev/null", "news/c"), 0);
    check_file(&ground->folder, "news/d", "");
    assert_ok(add(ground, "news"), &ground->err);
    check_sources(ground, "news/d ");
    assert_int_equal(ground->problems.count, 3);
    check_problem(ground, 0, "news/a", "unreadable",
                  "cannot read: No such file or directory");
    check_problem(ground, 1, "news/b", "kind", "is a pipe, not a file");
    check_problem(ground, 2, "news/c", "kind", "is a device, not a file");
}

static void takes_a_pipe_that_is_an_argument(void **state)
{
    struct ground *ground = *state;
    assert_int_equal(mkfifo("pipe", 0600), 0);
    assert_ok(add(ground, "pipe"), &ground->err);
    check_sources(ground, "pipe ");
}

static void names_an_argument_that_does_not_exist(void **state)
{
    struct ground *ground = *state;
    assert_int_equal(add(ground, "./no//where"), KITH_CANNOT_READ);
    assert_string_equal(ground->err.text,
                        "./no//where: cannot read: No such file or directory");
}

/* Root may open everything: be somebody else for a moment. */
static void a_closed_folder_is_an_error_as_argument_and_a_problem_below(void **state)
{
    struct ground *ground = *state;
    make_news(ground);
    bool is_root = geteuid() == 0;
    assert_int_equal(chmod(".", 0755), 0);
    assert_int_equal(chmod("news/b", 0), 0);
    if (is_root)
        assert_int_equal(seteuid(65534), 0);
    enum kith_status below = add(ground, "news");
    enum kith_status itself = add(ground, "news/b");
    if (is_root)
        assert_int_equal(seteuid(0), 0);
    assert_int_equal(chmod("news/b", 0755), 0);
    assert_int_equal(below, KITH_OK);
    check_problem(ground, 0, "news/b", "unreadable",
                  "cannot open this folder: Permission denied");
    assert_int_equal(itself, KITH_CANNOT_READ);
    assert_string_equal(ground->err.text,
                        "news/b: cannot open this folder: Permission denied");
    check_sources(ground, "news/B.txt news/a.txt ");
}

static enum kith_status walk_stage(struct kith_arena *arena, void *context,
                                   struct kith_error *err)
{
    (void)context;
    struct kith_sources sources = {0};
    struct kith_problems problems;
    kith_problems_init(&problems, arena);
    KITH_TRY(kith_sources_add(&sources, "news", arena, &problems, err));
    assert_int_equal(sources.count, 20);
    assert_int_equal(problems.count, 1);
    return KITH_OK;
}

static void fails_cleanly_at_every_cap(void **state)
{
    struct ground *ground = *state;
    check_subfolder(&ground->folder, "news");
    char name[64];
    for (int i = 0; i < 20; i++) {
        snprintf(name, sizeof name, "news/d%d", i);
        check_subfolder(&ground->folder, name);
        snprintf(name, sizeof name, "news/d%d/f.txt", i);
        check_file(&ground->folder, name, "");
    }
    assert_int_equal(symlink("nothing", "news/x"), 0);
    check_memory_sweep(walk_stage, NULL);
}

static void what_a_build_has_written_is_passed_over(void **state)
{
    struct ground *ground = *state;
    static const char *const written[] = {
        "run.json",    "problems.csv", "graph.gexf",           "sentences.csv",
        "nodes.jsonl", "graph.svg",    "graph-2024-03.graphml"};
    make_news(ground);
    check_file(&ground->folder, "news/graph-theory.txt", "");
    check_file(&ground->folder, "news/my.sentences.csv", "");
    for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
        char path[64];
        snprintf(path, sizeof path, "news/%s", written[i]);
        check_file(&ground->folder, path, "");
    }
    check_file(&ground->folder, "news/b/sentences.csv", ""); /* no build's: no run.json */
    assert_ok(add(ground, "news"), &ground->err);
    check_sources(ground, "news/B.txt news/a.txt news/b/2.txt news/b/sentences.csv "
                          "news/graph-theory.txt news/my.sentences.csv ");
    assert_int_equal(ground->problems.count, 1);
    assert_int_equal(ground->problems.items[0].severity, KITH_NOTE);
    assert_str(ground->problems.items[0].file, "news");
    assert_str(ground->problems.items[0].kind, "results");
}

static void a_stop_ends_the_walk(void **state)
{
    struct ground *ground = *state;
    const volatile int stop = 1;
    make_news(ground);
    ground->sources.stop = &stop;
    assert_int_equal(add(ground, "news"), KITH_INTERRUPTED);
}

#define CLAIM(test)                                                                      \
    cmocka_unit_test_setup_teardown(test, set_up, tear_down),                            \
    {                                                                                    \
#test ", without facts", test, set_up_without_facts, tear_down, NULL             \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        CLAIM(walks_folders_and_sorts_by_bytes),
        CLAIM(an_empty_folder_or_list_gives_nothing),
        CLAIM(cleans_the_argument_s_dots_and_slashes),
        CLAIM(the_current_folder_adds_nothing_to_paths),
        CLAIM(keeps_the_slash_of_a_whole_path),
        CLAIM(the_order_of_arguments_does_not_count),
        CLAIM(one_file_by_several_names_comes_once),
        CLAIM(keeps_two_files_that_share_a_number),
        CLAIM(knows_files_with_and_without_facts_as_the_same),
        CLAIM(passes_over_hidden_names_but_not_hidden_arguments),
        CLAIM(follows_links_and_ends_in_loops),
        CLAIM(enters_each_folder_once_however_many_ways_lead_there),
        CLAIM(tells_of_links_to_nothing_and_of_pipes),
        CLAIM(takes_a_pipe_that_is_an_argument),
        CLAIM(names_an_argument_that_does_not_exist),
        CLAIM(a_closed_folder_is_an_error_as_argument_and_a_problem_below),
        CLAIM(what_a_build_has_written_is_passed_over),
        CLAIM(a_stop_ends_the_walk),
        CLAIM(fails_cleanly_at_every_cap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
