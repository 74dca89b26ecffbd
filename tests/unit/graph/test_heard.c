/* Sentences that stood already. A sentence has the hash of its letter, and the marks of
 * the letters that `kin` tells. */
#include "support/check.h"

#include "graph/heard.h"

#define ALONE KITH_NO_ID

static struct kith_saying saying(uint32_t sentence, uint32_t words, char letter,
                                 const char *kin)
{
    struct kith_saying saying = {
        .sentence = sentence, .words = words, .hash = (uint64_t)letter};
    for (uint32_t i = 0; i < 4; i++)
        saying.kin |= (uint64_t)(unsigned char)kin[i] << 16 * i;
    return saying;
}

/* Add an article of one sentence. */
static struct kith_saying add(struct kith_heard *heard, uint32_t story, uint32_t copy_of,
                              bool has_title, struct kith_saying one)
{
    struct kith_membership membership = {story, copy_of};
    assert_true(
        kith_heard_add(heard, heard->article_count, &membership, has_title, &one, 1));
    return one;
}

static void check(const struct kith_saying one, uint32_t article, uint32_t sentence)
{
    assert_int_equal(one.copy_article, article);
    assert_int_equal(one.copy_sentence, sentence);
}

static void long_sentences_are_known_in_any_article(void **state)
{
    (void)state;
    struct kith_heard heard = {0};
    check(add(&heard, 0, ALONE, false, saying(3, 8, 'a', "abcd")), ALONE, ALONE);
    check(add(&heard, 1, ALONE, false, saying(0, 8, 'b', "abcd")), ALONE, ALONE);
    check(add(&heard, 2, ALONE, false, saying(5, 8, 'a', "abcd")), 0, 3);
    check(add(&heard, 3, ALONE, false, saying(1, 8, 'a', "abcd")), 0, 3);
    kith_heard_release(&heard);
}

static void short_ones_are_known_in_their_story_alone(void **state)
{
    (void)state;
    struct kith_heard heard = {0};
    check(add(&heard, 0, ALONE, false, saying(3, 7, 'a', "abcd")), ALONE, ALONE);
    check(add(&heard, 1, ALONE, false, saying(3, 7, 'a', "abcd")), ALONE, ALONE);
    check(add(&heard, 0, 0, false, saying(2, 7, 'a', "abcd")), 0, 3);
    kith_heard_release(&heard);
}

static void two_marks_of_four_are_enough_within_a_story(void **state)
{
    (void)state;
    struct kith_heard heard = {0};
    check(add(&heard, 0, ALONE, false, saying(0, 20, 'a', "abcd")), ALONE, ALONE);
    check(add(&heard, 0, 0, false, saying(1, 20, 'b', "axcy")), 0, 0);
    check(add(&heard, 0, 0, false, saying(1, 20, 'c', "axyz")), ALONE, ALONE);
    check(add(&heard, 0, 0, false, saying(1, 20, 'd', "bcda")), ALONE, ALONE);
    check(add(&heard, 4, ALONE, false, saying(1, 20, 'e', "abcd")), ALONE, ALONE);
    kith_heard_release(&heard);
}

/* What a longer copy adds to the story is known in the next copy. */
static void sentences_of_copies_are_kept_too(void **state)
{
    (void)state;
    struct kith_heard heard = {0};
    add(&heard, 0, ALONE, false, saying(0, 5, 'a', "abcd"));
    check(add(&heard, 0, 0, false, saying(6, 5, 'b', "efgh")), ALONE, ALONE);
    check(add(&heard, 0, 0, false, saying(0, 5, 'b', "efgh")), 1, 6);
    kith_heard_release(&heard);
}

static void the_headline_of_a_copy_is_one_however_worded(void **state)
{
    (void)state;
    struct kith_heard heard = {0};
    check(add(&heard, 0, ALONE, true, saying(0, 5, 'a', "abcd")), ALONE, ALONE);
    check(add(&heard, 0, 0, true, saying(0, 5, 'b', "efgh")), 0, KITH_NO_ID);
    check(add(&heard, 0, 0, true, saying(0, 5, 'a', "abcd")), 0, 0);
    check(add(&heard, 0, 0, false, saying(0, 5, 'b', "efgh")), ALONE, ALONE);
    check(add(&heard, 4, ALONE, true, saying(0, 5, 'b', "efgh")), ALONE, ALONE);
    kith_heard_release(&heard);
}

static void what_an_article_repeats_is_no_copy(void **state)
{
    (void)state;
    struct kith_heard heard = {0};
    struct kith_membership begins = {0, ALONE}, copies = {0, 0};
    struct kith_saying twice[] = {saying(0, 9, 'a', "abcd"), saying(4, 9, 'a', "abcd")};
    assert_true(kith_heard_add(&heard, 0, &begins, false, twice, 2));
    check(twice[0], ALONE, ALONE);
    check(twice[1], ALONE, ALONE);
    assert_true(kith_heard_add(&heard, 1, &copies, false, twice, 2));
    check(twice[0], 0, 0);
    check(twice[1], 0, 0);
    kith_heard_release(&heard);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(long_sentences_are_known_in_any_article),
        cmocka_unit_test(short_ones_are_known_in_their_story_alone),
        cmocka_unit_test(two_marks_of_four_are_enough_within_a_story),
        cmocka_unit_test(sentences_of_copies_are_kept_too),
        cmocka_unit_test(the_headline_of_a_copy_is_one_however_worded),
        cmocka_unit_test(what_an_article_repeats_is_no_copy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
