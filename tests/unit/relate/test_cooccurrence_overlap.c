/* Co-occurrence of mentions that overlap, at random, against the definitions of
 * docs/ALGORITHMS.md read word by word. */
#include "support/check.h"

#include <stdlib.h>

#include "relate/cooccurrence.h"

#define ENTITIES 4
#define MOST 40
#define REACH 5

static uint64_t seed = 7;

static uint32_t draw(uint32_t limit)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)(seed >> 33) % limit;
}

static struct kith_sentence sentences[3];
static struct kith_mention mentions[MOST];
static uint32_t count;

static int by_place(const void *left, const void *right)
{
    const struct kith_mention *a = left, *b = right;
    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    if (a->end != b->end)
        return a->end > b->end ? -1 : 1;
    return (a->entity > b->entity) - (a->entity < b->entity);
}

/* Mentions of one to six tokens in three sentences of twenty. */
static void draw_mentions(void)
{
    count = 1 + draw(MOST);
    for (uint32_t s = 0; s < 3; s++)
        sentences[s] =
            (struct kith_sentence){.first_token = s * 20, .end_token = s * 20 + 20};
    for (uint32_t i = 0; i < count; i++) {
        uint32_t s = draw(3), first = draw(20), end = first + 1 + draw(6);
        end = end > 20 ? 20 : end;
        mentions[i] = (struct kith_mention){.begin = s * 20 + first,
                                            .end = s * 20 + end,
                                            .first_token = s * 20 + first,
                                            .end_token = s * 20 + end,
                                            .sentence = s,
                                            .entity = draw(ENTITIES)};
    }
    qsort(mentions, count, sizeof *mentions, by_place);
}

static bool are_apart(uint32_t earlier, uint32_t later)
{
    return mentions[earlier].end_token <= mentions[later].first_token;
}

/* Sentences that hold both, apart. */
static uint32_t naive_sentences(kith_id a, kith_id b)
{
    bool holds[3] = {false};
    for (uint32_t j = 0; j < count; j++)
        for (uint32_t i = 0; i < j; i++) {
            bool is_pair = (mentions[i].entity == a && mentions[j].entity == b) ||
                           (mentions[i].entity == b && mentions[j].entity == a);
            if (is_pair && are_apart(i, j) &&
                mentions[i].sentence == mentions[j].sentence)
                holds[mentions[i].sentence] = true;
        }
    return (uint32_t)holds[0] + holds[1] + holds[2];
}

/* The latest mention of `entity` before j that shares no word with it, or count. */
static uint32_t latest_before(uint32_t j, kith_id entity)
{
    for (uint32_t i = j; i-- > 0;)
        if (mentions[i].entity == entity && are_apart(i, j))
            return i;
    return count;
}

static uint32_t naive_windows(kith_id a, kith_id b)
{
    uint32_t windows = 0, used = 0; /* mentions before `used` are */
    for (uint32_t j = 0; j < count; j++) {
        if (mentions[j].entity != a && mentions[j].entity != b)
            continue;
        uint32_t i = latest_before(j, mentions[j].entity == a ? b : a);
        if (i == count || i < used ||
            mentions[j].first_token - mentions[i].end_token > REACH)
            continue;
        used = j + 1;
        windows++;
    }
    return windows;
}

static void find_pairs(struct kith_arena *arena, struct kith_findings *findings)
{
    static struct kith_document document;
    struct kith_error err = {0};
    document = (struct kith_document){.sentences = {sentences, 3, 3}};
    *findings = (struct kith_findings){.document = &document,
                                       .mentions = {mentions, count, count}};
    assert_ok(kith_cooccurrence_find((struct kith_window){KITH_TOKENS, REACH}, arena,
                                     findings, &err),
              &err);
}

static void sum_pairs(const struct kith_findings *findings, kith_id a, kith_id b,
                      uint32_t *in_sentences, uint32_t *in_windows)
{
    *in_sentences = *in_windows = 0;
    for (uint32_t i = 0; i < findings->pair_count; i++) {
        const struct kith_pair *pair = &findings->pairs[i];
        if (pair->a != a || pair->b != b)
            continue;
        *in_sentences += pair->first == pair->last;
        *in_windows += pair->windows;
    }
}

static void counts_what_stands_apart(void **state)
{
    (void)state;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    for (uint32_t round = 0; round < 20000; round++) {
        struct kith_findings findings;
        kith_arena_reset(&arena);
        draw_mentions();
        find_pairs(&arena, &findings);
        for (kith_id a = 0; a < ENTITIES; a++)
            for (kith_id b = a + 1; b < ENTITIES; b++) {
                uint32_t in_sentences, in_windows;
                sum_pairs(&findings, a, b, &in_sentences, &in_windows);
                assert_int_equal(in_sentences, naive_sentences(a, b));
                assert_int_equal(in_windows, naive_windows(a, b));
            }
        for (uint32_t i = 0; i < findings.evidence_count; i++)
            assert_true(findings.evidence[i].gap <= REACH);
    }
    kith_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(counts_what_stands_apart)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
