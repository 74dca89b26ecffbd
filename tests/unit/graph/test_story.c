/* Stories: which articles are copies of which. An article is a run of words, each a
 * number of its own, so that shingles are what their words are. */
#include "support/check.h"

#include "base/hash.h"
#include "graph/story.h"

/* Shingles of text [begin, end) of an endless text `which`, as an article of so many
 * words would sample them. */
struct text {
    uint32_t which, begin, end;
};

struct print {
    uint64_t samples[4096];
    struct kith_fingerprint fingerprint;
};

static void push(struct print *print, uint64_t sample)
{
    struct kith_fingerprint *fingerprint = &print->fingerprint;
    if (fingerprint->level && sample >> (64 - fingerprint->level))
        return;
    uint32_t at = fingerprint->sample_count++;
    for (; at > 0 && print->samples[at - 1] > sample; at--)
        print->samples[at] = print->samples[at - 1];
    print->samples[at] = sample;
}

/* An article of these texts; the last has no words. */
static struct print *print_of(const struct text *texts)
{
    static struct print print;
    uint32_t words = 0;
    print.fingerprint = (struct kith_fingerprint){.samples = print.samples, .text = 1};
    for (const struct text *text = texts; text->begin < text->end; text++)
        words += text->end - text->begin;
    while (words >> print.fingerprint.level > KITH_SAMPLE_LIMIT / 2)
        print.fingerprint.level++;
    for (const struct text *text = texts; text->begin < text->end; text++)
        for (uint32_t i = text->begin; i < text->end; i++) {
            uint64_t shingle = kith_hash_u64((uint64_t)(text->which + 1) << 32 | i);
            print.fingerprint.text = kith_hash_u64(print.fingerprint.text ^ shingle);
            push(&print, shingle);
        }
    return &print;
}

static struct kith_membership join(struct kith_stories *stories, uint32_t article,
                                   const struct text *texts)
{
    struct kith_membership membership;
    assert_true(
        kith_stories_join(stories, article, &print_of(texts)->fingerprint, &membership));
    return membership;
}

#define TEXTS(...) ((const struct text[]){__VA_ARGS__, {0, 0, 0}})

static void check(const struct kith_membership membership, uint32_t story,
                  uint32_t copy_of)
{
    assert_int_equal(membership.story, story);
    assert_int_equal(membership.copy_of, copy_of);
}

static void other_articles_are_other_stories(void **state)
{
    (void)state;
    struct kith_stories stories = {0};
    for (uint32_t i = 0; i < 200; i++)
        check(join(&stories, i, TEXTS({i, 0, 300 + 5 * i})), i, KITH_NO_ID);
    kith_stories_release(&stories);
}

static void trimmed_copies_are_of_one_story_whichever_comes_first(void **state)
{
    (void)state;
    struct kith_stories stories = {0};
    for (uint32_t i = 0; i < 100; i++) {
        check(join(&stories, 4 * i, TEXTS({2 * i, 0, 900})), 4 * i, KITH_NO_ID);
        check(join(&stories, 4 * i + 1, TEXTS({2 * i, 0, 400})), 4 * i, 4 * i);
        check(join(&stories, 4 * i + 2, TEXTS({2 * i + 1, 100, 500})), 4 * i + 2,
              KITH_NO_ID);
        check(join(&stories, 4 * i + 3, TEXTS({2 * i + 1, 0, 900})), 4 * i + 2,
              4 * i + 2);
    }
    kith_stories_release(&stories);
}

/* What the longer copy has of its own is known again, as a copy of that one. */
static void a_longer_copy_is_copied_in_its_turn(void **state)
{
    (void)state;
    struct kith_stories stories = {0};
    join(&stories, 0, TEXTS({0, 0, 400}));
    check(join(&stories, 1, TEXTS({0, 0, 1200})), 0, 0);
    check(join(&stories, 2, TEXTS({0, 700, 1200})), 0, 1);
    kith_stories_release(&stories);
}

static void a_shared_background_makes_no_copy(void **state)
{
    (void)state;
    struct kith_stories stories = {0};
    for (uint32_t i = 0; i < 50; i++)
        check(join(&stories, i, TEXTS({0, 0, 200}, {i + 1, 0, 500})), i, KITH_NO_ID);
    kith_stories_release(&stories);
}

static void a_digest_is_no_copy_of_what_it_quotes(void **state)
{
    (void)state;
    struct kith_stories stories = {0};
    for (uint32_t i = 0; i < 20; i++)
        join(&stories, i, TEXTS({i, 0, 400}));
    struct text digest[21] = {{0}};
    for (uint32_t i = 0; i < 20; i++)
        digest[i] = (struct text){i, 0, 400};
    check(join(&stories, 20, digest), 20, KITH_NO_ID);
    kith_stories_release(&stories);
}

/* Whose shingles all stood in others is found by what it has, not by who had it first. */
static void a_copy_of_a_patchwork_is_a_copy_of_it(void **state)
{
    (void)state;
    struct kith_stories stories = {0};
    join(&stories, 0, TEXTS({0, 0, 1000}));
    join(&stories, 1, TEXTS({1, 0, 1000}));
    const struct text *patchwork = TEXTS({0, 0, 300}, {1, 0, 300}, {2, 0, 300});
    check(join(&stories, 2, patchwork), 2, KITH_NO_ID);
    const struct text *trimmed = TEXTS({0, 0, 300}, {1, 0, 300}, {2, 0, 100});
    check(join(&stories, 3, trimmed), 2, 2);
    kith_stories_release(&stories);
}

static void equal_texts_are_one_story_however_short(void **state)
{
    (void)state;
    struct kith_stories stories = {0};
    struct kith_membership membership;
    struct kith_fingerprint four = {.text = 4}, five = {.text = 5}, none = {0};
    assert_true(kith_stories_join(&stories, 0, &four, &membership));
    check(membership, 0, KITH_NO_ID);
    assert_true(kith_stories_join(&stories, 1, &five, &membership));
    check(membership, 1, KITH_NO_ID);
    assert_true(kith_stories_join(&stories, 2, &four, &membership));
    check(membership, 0, 0);
    for (uint32_t i = 3; i < 5; i++) {
        assert_true(kith_stories_join(&stories, i, &none, &membership));
        check(membership, i, KITH_NO_ID);
    }
    kith_stories_release(&stories);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_articles_are_other_stories),
        cmocka_unit_test(trimmed_copies_are_of_one_story_whichever_comes_first),
        cmocka_unit_test(a_longer_copy_is_copied_in_its_turn),
        cmocka_unit_test(a_shared_background_makes_no_copy),
        cmocka_unit_test(a_digest_is_no_copy_of_what_it_quotes),
        cmocka_unit_test(a_copy_of_a_patchwork_is_a_copy_of_it),
        cmocka_unit_test(equal_texts_are_one_story_however_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
