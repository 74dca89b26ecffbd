/* Chains of stories: each counts once, in whatever order its articles come. */
#include "support/check.h"

#include "graph/edge_story.h"

static uint32_t count(const uint32_t *told, uint32_t length)
{
    struct kith_edge_stories stories = {0};
    uint32_t newest = KITH_NO_ID, other = KITH_NO_ID, distinct;
    for (uint32_t i = 0; i < length; i++) {
        assert_true(kith_edge_stories_add(&stories, &newest, told[i]));
        assert_true(kith_edge_stories_add(&stories, &other, i));
    }
    assert_true(kith_edge_stories_count(&stories, newest, &distinct));
    kith_edge_stories_release(&stories);
    return distinct;
}

#define COUNT(...)                                                                       \
    count((const uint32_t[]){__VA_ARGS__},                                               \
          sizeof((const uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t))

static void a_story_counts_once(void **state)
{
    (void)state;
    assert_int_equal(COUNT(7), 1);
    assert_int_equal(COUNT(1, 2, 5, 9), 4);
    assert_int_equal(COUNT(1, 1, 1, 2, 2), 2);
    assert_int_equal(COUNT(1, 2, 1, 3, 2, 1), 3);
    assert_int_equal(count(NULL, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_story_counts_once)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
