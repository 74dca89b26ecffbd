/* Entities lead to their pages, and to nothing else. */
#include "output/link.h"

#include "support/check.h"
#include "support/reading.h"

static const char people[] = "name,type,url,wikidata\n"
                             "Anna Berg,person,https://berg.example/a?b=1&c=2,Q1\n"
                             "Boris Cohn,person,,Q42\n"
                             "Carl Dorn,person,javascript:alert(1),\n"
                             "Dora Eno,person,javascript:alert(1),Q7x\n"
                             "Emil Fink,person,,http://www.wikidata.org/entity/Q5\n"
                             "Frida Gans,person,,\n";

static void check_link(const struct check_reading *reading, kith_id entity,
                       const char *expected)
{
    struct kith_arena arena;
    struct kith_str link;
    struct kith_error err = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    assert_ok(kith_link_find(reading->gazetteer, entity, &arena, &link, &err), &err);
    assert_str(link, expected);
    kith_arena_release(&arena);
}

static void open_people(struct check_reading *reading, const char *csv)
{
    check_reading_init(reading);
    check_load(reading, "people.csv", csv);
    check_compile(reading);
}

static void addresses_come_before_numbers_and_scripts_are_none(void **state)
{
    (void)state;
    struct check_reading reading;
    open_people(&reading, people);
    check_link(&reading, 0, "https://berg.example/a?b=1&c=2");
    check_link(&reading, 1, "https://www.wikidata.org/wiki/Q42");
    check_link(&reading, 2, "");
    check_link(&reading, 3, "");
    check_link(&reading, 4, "http://www.wikidata.org/entity/Q5");
    check_link(&reading, 5, "");
    check_reading_release(&reading);
}

static void gazetteers_without_such_columns_have_none(void **state)
{
    (void)state;
    struct check_reading reading;
    open_people(&reading, "name,type\nAnna Berg,person\n");
    check_link(&reading, 0, "");
    check_reading_release(&reading);
}

static enum kith_status find_second(struct kith_arena *arena, void *context,
                                    struct kith_error *err)
{
    struct kith_str link;
    return kith_link_find(context, 1, arena, &link, err);
}

static void says_when_memory_is_out(void **state)
{
    (void)state;
    struct check_reading reading;
    open_people(&reading, people);
    check_memory_sweep(find_second, reading.gazetteer);
    check_reading_release(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses_come_before_numbers_and_scripts_are_none),
        cmocka_unit_test(gazetteers_without_such_columns_have_none),
        cmocka_unit_test(says_when_memory_is_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
