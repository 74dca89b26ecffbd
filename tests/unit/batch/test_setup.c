/* What every article is read with, from files and from what is kept of them. */
#include "batch/setup.h"

#include "support/folder.h"

static struct check_folder folder;
static struct kith_arena arena;
static struct kith_kept_names kept;

static int begin(void **state)
{
    (void)state;
    check_folder_make(&folder);
    check_subfolder(&folder, "names");
    check_file(&folder, "names/people.csv",
               "name,type,aliases\n"
               "Ada Quill,minister,Quill\n"
               "Bran Reed,person,Quill\n"
               ",person,\n");
    check_file(&folder, "names/types.csv",
               "type,parent\nminister,person\nminister\n,,,\n");
    check_file(&folder, "names/stop.csv", "spelling\nNobody\n");
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kept = (struct kith_kept_names){0};
    return 0;
}

static int end(void **state)
{
    (void)state;
    check_folder_remove(&folder);
    kith_arena_release(&arena);
    kith_kept_names_release(&kept);
    return 0;
}

static void load(struct kith_setup *setup, const struct kith_kept_names *names,
                 struct kith_problems *problems)
{
    struct kith_error err = {0};
    const char *path = kith_arena_copy(&arena, check_path(&folder, "names"),
                                       strlen(check_path(&folder, "names")));
    const struct kith_setup_wish wish = {.gazetteers = &path,
                                         .gazetteer_count = 1,
                                         .without_rules = true,
                                         .kept = names,
                                         .jobs = 1};
    kith_problems_init(problems, &arena);
    assert_ok(kith_setup_load(setup, &wish, problems, &err), &err);
}

static void keep(const struct kith_setup *setup, const struct kith_problems *problems)
{
    kith_gazetteer_save(setup->gazetteer, &kept.image);
    kith_problems_pack(problems, setup->told.first, setup->told.end, &kept.problems);
}

static void assert_same_problems(const struct kith_problems *one,
                                 const struct kith_problems *other)
{
    assert_int_equal(one->count, other->count);
    assert_int_equal(one->fault_count, other->fault_count);
    for (uint32_t i = 0; i < one->count; i++) {
        assert_int_equal(one->items[i].severity, other->items[i].severity);
        assert_int_equal(one->items[i].line, other->items[i].line);
        assert_true(kith_str_equal(one->items[i].file, other->items[i].file));
        assert_true(kith_str_equal(one->items[i].kind, other->items[i].kind));
        assert_true(kith_str_equal(one->items[i].text, other->items[i].text));
    }
}

static void assert_same_lists(const struct kith_setup *one,
                              const struct kith_setup *other)
{
    assert_int_equal(one->lists.count, other->lists.count);
    for (uint32_t i = 0; i < one->lists.count; i++)
        assert_string_equal(one->lists.items[i], other->lists.items[i]);
}

static void names_that_are_kept_are_those_of_the_files(void **state)
{
    (void)state;
    struct kith_setup loaded, taken;
    struct kith_problems first, second;
    load(&loaded, NULL, &first);
    keep(&loaded, &first);
    load(&taken, &kept, &second);
    assert_true(first.count > 2);
    assert_same_problems(&first, &second);
    assert_same_lists(&loaded, &taken);
    assert_int_equal(kith_gazetteer_hash(loaded.gazetteer),
                     kith_gazetteer_hash(taken.gazetteer));
    kith_setup_release(&taken);
    kith_setup_release(&loaded);
}

static void names_that_are_kept_need_no_rows(void **state)
{
    (void)state;
    struct kith_setup setup;
    struct kith_problems problems;
    load(&setup, NULL, &problems);
    keep(&setup, &problems);
    kith_setup_release(&setup);
    check_file(&folder, "names/people.csv", "name,type\n");
    load(&setup, &kept, &problems);
    assert_int_equal(kith_gazetteer_entity_count(setup.gazetteer), 2);
    kith_setup_release(&setup);
}

/* The files are read then, and tell what they have to tell once. */
static void damage_spares_nothing(void **state)
{
    (void)state;
    struct kith_setup loaded, taken;
    struct kith_problems first, second;
    load(&loaded, NULL, &first);
    keep(&loaded, &first);
    struct kith_buf *parts[] = {&kept.image, &kept.problems};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        parts[i]->length--;
        load(&taken, &kept, &second);
        assert_same_problems(&first, &second);
        assert_same_lists(&loaded, &taken);
        assert_int_equal(kith_gazetteer_entity_count(taken.gazetteer), 2);
        kith_setup_release(&taken);
        parts[i]->length++;
    }
    kith_setup_release(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(names_that_are_kept_are_those_of_the_files, begin,
                                        end),
        cmocka_unit_test_setup_teardown(names_that_are_kept_need_no_rows, begin, end),
        cmocka_unit_test_setup_teardown(damage_spares_nothing, begin, end)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
