/* VOSviewer's JSON: every entity, and one link for each two that are tied. */
#include "output/vosviewer.h"

#include "folk.h"

enum { FOLK = 30 };

static uint32_t count_of(struct kith_str file, const char *text)
{
    uint32_t count = 0;
    for (const char *at = strstr(file.data, text); at; at = strstr(at + 1, text))
        count++;
    return count;
}

static void an_item_for_each_entity(void **state)
{
    (void)state;
    struct world world;
    folk_make(&world, FOLK);
    struct kith_str file = world_written(&world, kith_vosviewer_write);
    assert_int_equal(count_of(file, "\n{\"id\":\""), FOLK);
    assert_int_equal(
        count_of(file, "\"weights\":{\"mentions\":1,\"copies\":0,\"stories\":1,"), FOLK);
    assert_int_equal(count_of(file, "\"description\":\"person\""), FOLK);
    assert_int_equal(count_of(file, "\"cluster\":"), FOLK);
    world_free(&world);
}

/* Ties are between one and the next: together, and now and then by a relation too, which
 * is the weaker. */
static void one_link_for_two_with_their_greatest_weight(void **state)
{
    (void)state;
    struct world world;
    folk_make(&world, FOLK);
    struct kith_str file = world_written(&world, kith_vosviewer_write);
    assert_true(kith_ledger_edge_count(world.ledger) > FOLK - 1);
    assert_int_equal(count_of(file, "\n{\"source_id\":\""), FOLK - 1);
    assert_int_equal(count_of(file, "\"strength\":3},\n"), 9);
    assert_int_equal(count_of(file, "\"strength\":2},\n"), 10);
    assert_int_equal(count_of(file, "\"strength\":1},\n"), 9);
    assert_non_null(strstr(file.data, "\"strength\":1}\n]}}\n"));
    world_free(&world);
}

static void nobody_makes_an_empty_network(void **state)
{
    (void)state;
    struct world nobody;
    world_make(&nobody, KITH_STR("name,type\n"));
    assert_str(world_written(&nobody, kith_vosviewer_write),
               "{\"network\":{\"items\":[\n],\"links\":[\n]}}\n");
    world_free(&nobody);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_item_for_each_entity),
        cmocka_unit_test(one_link_for_two_with_their_greatest_weight),
        cmocka_unit_test(nobody_makes_an_empty_network),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
