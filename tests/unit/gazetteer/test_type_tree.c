#include "support/folder.h"
#include "support/one_reading.h"

/* A gazetteer of one entity a type, then the tree from files of the same names each run.
 */
static void load_names(const char *csv)
{
    check_load(&reading, "names.csv", csv);
}

static void load_types(const char *csv)
{
    struct check_folder folder;
    check_folder_make(&folder);
    check_file(&folder, "types.csv", csv);
    assert_ok(kith_gazetteer_load_types(reading.gazetteer,
                                        check_path(&folder, "types.csv"),
                                        &reading.problems, &reading.err),
              &reading.err);
    check_folder_remove(&folder);
}

static kith_id type(const char *name)
{
    kith_id found = kith_gazetteer_find_type(reading.gazetteer, kith_str_of(name));
    assert_int_not_equal(found, KITH_NO_ID);
    return found;
}

static bool is(const char *name, const char *ancestor)
{
    return kith_gazetteer_type_is(reading.gazetteer, type(name), type(ancestor));
}

static void assert_fault(uint32_t i, uint64_t line, const char *text)
{
    assert_true(i < reading.problems.count);
    assert_str(reading.problems.items[i].text, text);
    assert_int_equal(reading.problems.items[i].line, line);
    assert_int_equal(reading.problems.items[i].severity, KITH_FAULT);
}

static void a_type_is_itself_and_all_above_it(void **state)
{
    (void)state;
    load_names("name,type\nGRU,spy service\n");
    load_types("type,parent\nspy service,agency\nagency,organisation\norganisation,\n");
    assert_true(is("spy service", "spy service"));
    assert_true(is("spy service", "agency"));
    assert_true(is("spy service", "organisation"));
    assert_false(is("organisation", "agency"));
    assert_int_equal(reading.problems.count, 0);
}

static void without_a_tree_types_are_only_themselves(void **state)
{
    (void)state;
    load_names("name,type\nOslo,city\nNorway,country\n");
    assert_true(is("city", "city"));
    assert_false(is("city", "country"));
}

static void a_later_file_adds_and_moves_types(void **state)
{
    (void)state;
    load_types("type,parent\norganisation,\ngroup,organisation\nevent,\n");
    load_types("Parent,Type\nevent,War\nevent,group\n");
    assert_true(is("war", "event"));
    assert_true(is("group", "event"));
    assert_false(is("group", "organisation"));
}

static void circles_are_cut_and_reported(void **state)
{
    (void)state;
    load_types("type,parent\na,b\nb,c\nc,a\nd,d\n");
    assert_true(is("a", "c"));
    assert_false(is("c", "a"));
    assert_int_equal(reading.problems.count, 2);
    assert_fault(0, 4,
                 "the parent \"a\" stands below its own child, or is it; it is left out");
    assert_fault(1, 5,
                 "the parent \"d\" stands below its own child, or is it; it is left out");
}

static void unknown_parents_are_reported(void **state)
{
    (void)state;
    load_types("type,parent\nagency,organistaion\n");
    assert_int_equal(reading.problems.count, 1);
    assert_fault(0, 2,
                 "the parent \"organistaion\" has no row of its own in types.csv; it is "
                 "left out");
    assert_false(is("agency", "organistaion"));
}

static void colours_and_shapes_are_a_types_own(void **state)
{
    (void)state;
    load_types("type,parent,colour,shape\nplace,,#56B4E9,Ellipse\ncity,place,,\n");
    const struct kith_gazetteer *gazetteer = reading.gazetteer;
    assert_str(kith_gazetteer_type_colour(gazetteer, type("place")), "#56B4E9");
    assert_str(kith_gazetteer_type_shape(gazetteer, type("place")), "ellipse");
    assert_int_equal(kith_gazetteer_type_colour(gazetteer, type("city")).length, 0);
}

static void looks_that_cannot_be_drawn_are_reported(void **state)
{
    (void)state;
    load_types("type,parent,colour,shape\nplace,,blue,#56B4E9\n");
    assert_int_equal(reading.problems.count, 2);
    assert_fault(0, 2, "the colour \"blue\" is not written like #0072B2; it is left out");
    assert_fault(1, 2,
                 "the shape \"#56b4e9\" is none that is drawn (box, ellipse, hexagon, "
                 "diamond ...); it is left out");
}

static void a_file_without_types_stops(void **state)
{
    (void)state;
    struct check_folder folder;
    check_folder_make(&folder);
    check_file(&folder, "types.csv", "name,parent\n");
    assert_int_equal(kith_gazetteer_load_types(reading.gazetteer,
                                               check_path(&folder, "types.csv"),
                                               &reading.problems, &reading.err),
                     KITH_BAD_INPUT);
    assert_non_null(strstr(reading.err.text, "types.csv:1: the header has no column"));
    check_folder_remove(&folder);
}

#define CASE(claim) cmocka_unit_test_setup_teardown(claim, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_type_is_itself_and_all_above_it),
        CASE(without_a_tree_types_are_only_themselves),
        CASE(a_later_file_adds_and_moves_types),
        CASE(circles_are_cut_and_reported),
        CASE(unknown_parents_are_reported),
        CASE(colours_and_shapes_are_a_types_own),
        CASE(looks_that_cannot_be_drawn_are_reported),
        CASE(a_file_without_types_stops),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
