/* What a relation rests on, row by row. */
#include "graph/support.h"

#include "close.h"

static const char text[] = "Moscow says, a senior official says; so it is said.";
#define TEXT KITH_STR(text)

enum { MOSCOW = 3, KYIV = 7 };

/* The article says so itself. */
static const struct kith_statement fact = {.speaker = KITH_NO_ID};

static struct kith_statement said_by(kith_id entity, uint32_t begin, uint32_t end)
{
    return (struct kith_statement){
        .speaker = entity, .speaker_begin = begin, .speaker_end = end};
}

struct desk {
    struct kith_arena arena;
    struct kith_supports supports;
    uint32_t account, story;
};

static void open_desk(struct desk *desk)
{
    desk->story = 0;
    kith_arena_init(&desk->arena, KITH_ARENA_UNCAPPED);
    kith_supports_init(&desk->supports, &desk->arena);
    desk->account = kith_supports_open(&desk->supports);
}

static void add(struct desk *desk, struct kith_statement statement, double confidence)
{
    assert_true(kith_supports_add(&desk->supports, desk->account, desk->story, &statement,
                                  TEXT, confidence));
}

static void next_story(struct desk *desk)
{
    desk->story++;
}

static const struct kith_support *closed(struct desk *desk)
{
    const struct kith_support *support =
        kith_supports_close(&desk->supports, desk->account);
    assert_non_null(support);
    return support;
}

static void close_desk(struct desk *desk)
{
    kith_supports_release(&desk->supports);
    kith_arena_release(&desk->arena);
}

static void a_row_counts_as_one_thing_only(void **state)
{
    (void)state;
    struct desk desk;
    struct kith_statement denied_plan = {
        .is_denied = true, .is_unreal = true, .speaker = KITH_NO_ID};
    struct kith_statement claimed_plan = said_by(MOSCOW, 0, 6);
    struct kith_statement claimed_denial = said_by(MOSCOW, 0, 6);
    claimed_plan.is_unreal = true;
    claimed_denial.is_denied = true;
    open_desk(&desk);
    add(&desk, fact, 0.5);
    add(&desk, said_by(MOSCOW, 0, 6), 0.5);
    add(&desk, denied_plan, 0.5);
    add(&desk, claimed_plan, 0.5);
    add(&desk, claimed_denial, 0.5);
    const struct kith_support *support = closed(&desk);
    assert_int_equal(support->rows[KITH_ASSERTED], 1);
    assert_int_equal(support->rows[KITH_CLAIMED], 1);
    assert_int_equal(support->rows[KITH_UNREAL], 1);
    assert_int_equal(support->rows[KITH_DENIED], 2);
    assert_int_equal(kith_support_standing(support), KITH_ASSERTED);
    close_desk(&desk);
}

static void standing_is_the_best_of_any_row(void **state)
{
    (void)state;
    static const enum kith_standing orders[] = {KITH_DENIED, KITH_UNREAL, KITH_CLAIMED,
                                                KITH_ASSERTED};
    struct kith_support support = {0};
    for (size_t i = 0; i < 4; i++) {
        support.rows[orders[i]] = 1;
        assert_int_equal(kith_support_standing(&support), orders[i]);
    }
}

static void claims_are_scored_apart_from_assertions(void **state)
{
    (void)state;
    struct desk desk;
    struct kith_statement denial = {.is_denied = true, .speaker = KITH_NO_ID};
    open_desk(&desk);
    add(&desk, fact, 0.5);
    add(&desk, fact, 0.8);
    add(&desk, said_by(MOSCOW, 0, 6), 0.6);
    add(&desk, denial, 0.9);
    next_story(&desk);
    add(&desk, fact, 0.5);
    next_story(&desk);
    add(&desk, said_by(KYIV, 0, 6), 0.5);
    const struct kith_support *support = closed(&desk);
    assert_close(support->confidence, 1 - 0.2 * 0.5);
    assert_close(support->claimed_confidence, 1 - 0.4 * 0.5);
    close_desk(&desk);
}

static void what_nobody_asserts_has_no_confidence(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    add(&desk, said_by(MOSCOW, 0, 6), 1);
    const struct kith_support *support = closed(&desk);
    assert_close(support->confidence, 0);
    assert_close(support->claimed_confidence, 0.99);
    close_desk(&desk);
}

/* Entities are one whatever they are called; words are one when they are the same. */
static void claimants_come_most_rows_first_then_as_they_came(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    add(&desk, said_by(KITH_NO_ID, 13, 30), 0.5);
    add(&desk, said_by(KYIV, 0, 6), 0.5);
    add(&desk, said_by(MOSCOW, 0, 6), 0.5);
    next_story(&desk);
    add(&desk, said_by(MOSCOW, 7, 11), 0.5);
    add(&desk, said_by(KITH_NO_ID, 37, 39), 0.5);
    const struct kith_support *support = closed(&desk);
    assert_int_equal(support->claimant_count, 4);
    assert_int_equal(support->claimants[0].entity, MOSCOW);
    assert_int_equal(support->claimants[0].rows, 2);
    assert_int_equal(support->claimants[0].words.length, 0);
    assert_int_equal(support->claimants[1].entity, KITH_NO_ID);
    assert_str(support->claimants[1].words, "a senior official");
    assert_int_equal(support->claimants[2].entity, KYIV);
    assert_str(support->claimants[3].words, "so");
    close_desk(&desk);
}

static void accounts_do_not_mix(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    uint32_t first = desk.account;
    add(&desk, said_by(MOSCOW, 0, 6), 0.5);
    desk.account = kith_supports_open(&desk.supports);
    add(&desk, said_by(MOSCOW, 0, 6), 0.5);
    add(&desk, said_by(MOSCOW, 0, 6), 0.5);
    assert_int_equal(closed(&desk)->claimants[0].rows, 2);
    assert_int_equal(kith_supports_close(&desk.supports, first)->claimants[0].rows, 1);
    close_desk(&desk);
}

static enum kith_status count_in(struct kith_arena *arena, void *context,
                                 struct kith_error *err)
{
    (void)context;
    struct kith_supports supports;
    struct kith_statement statement = said_by(KITH_NO_ID, 13, 30);
    kith_supports_init(&supports, arena);
    uint32_t account = kith_supports_open(&supports);
    bool is_done = account != KITH_NO_ID &&
                   kith_supports_add(&supports, account, 0, &statement, TEXT, 0.5) &&
                   kith_supports_close(&supports, account);
    kith_supports_release(&supports);
    return is_done ? KITH_OK : kith_no_memory(err);
}

static void ends_well_whenever_memory_ends(void **state)
{
    (void)state;
    check_memory_sweep(count_in, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_counts_as_one_thing_only),
        cmocka_unit_test(standing_is_the_best_of_any_row),
        cmocka_unit_test(claims_are_scored_apart_from_assertions),
        cmocka_unit_test(what_nobody_asserts_has_no_confidence),
        cmocka_unit_test(claimants_come_most_rows_first_then_as_they_came),
        cmocka_unit_test(accounts_do_not_mix),
        cmocka_unit_test(ends_well_whenever_memory_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
