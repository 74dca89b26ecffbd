/* Unknown names: which capitals are one, and which mean nothing. */
#include "support/reading.h"
#include "support/recognize.h"

#include "base/buf.h"
#include "recognize/unknown.h"

static const char names[] = "name,type,aliases\nAda Lark,person,Lark\nPort Lund,city,\n";

/* The unknown names of `text` are `expected`, a "+" before one that has a title. */
static void assert_unknown(const char *text, const char *expected)
{
    struct check_reading reading;
    struct kith_mentions mentions = {0};
    struct kith_unknowns unknowns = {0};
    struct kith_buf found = {0};
    check_reading_init(&reading);
    check_load(&reading, "names.csv", names);
    check_compile(&reading);
    check_read(&reading, text);
    assert_ok(support_recognize(reading.gazetteer, &reading.document, &reading.arena,
                                &mentions, &reading.err),
              &reading.err);
    assert_ok(kith_unknown_find(&reading.document, &mentions, reading.abbreviations,
                                &reading.arena, &unknowns, &reading.err),
              &reading.err);
    for (uint32_t i = 0; i < unknowns.count; i++) {
        const struct kith_unknown *unknown = &unknowns.items[i];
        const struct kith_token *tokens = reading.document.tokens.items;
        kith_buf_text(&found, i ? ", " : "");
        kith_buf_text(&found, unknown->has_title ? "+" : "");
        kith_buf_str(&found, kith_str_slice(reading.document.text,
                                            tokens[unknown->first_token].begin,
                                            tokens[unknown->end_token - 1].end));
    }
    assert_str(kith_buf_view(&found), expected);
    kith_buf_release(&found);
    check_reading_release(&reading);
}

static void takes_runs_of_capitalised_words(void **state)
{
    (void)state;
    assert_unknown("then Tomas Quillon and Rosa van der Heem left.",
                   "Tomas Quillon, Rosa van der Heem");
    assert_unknown("the Ministry of Tides and the Reed-Quay Line met.",
                   "Ministry of Tides, Reed-Quay Line");
    assert_unknown("then T. J. Quillon left.", "T. J. Quillon");
}

static void leaves_known_names_alone(void **state)
{
    (void)state;
    assert_unknown("then Ada Lark met Tomas Quillon in Port Lund.", "Tomas Quillon");
}

static void knows_a_person_by_the_title(void **state)
{
    (void)state;
    assert_unknown("then Mr. Quillon left.", "+Quillon");
}

static void passes_over_capitals_that_mean_nothing(void **state)
{
    (void)state;
    assert_unknown("Storms came. On Monday I'm away. Nobody asked.", "");
    assert_unknown("Harbour Shut After Winter Storm\n\nThey waited for the boats.", "");
}

static enum kith_status find(struct kith_arena *arena, void *context,
                             struct kith_error *err)
{
    struct check_reading *reading = context;
    struct kith_mentions mentions = {0};
    struct kith_unknowns unknowns = {0};
    KITH_TRY(kith_unknown_find(&reading->document, &mentions, reading->abbreviations,
                               arena, &unknowns, err));
    assert_int_equal(unknowns.count, 40);
    return KITH_OK;
}

static void fails_only_for_want_of_memory(void **state)
{
    (void)state;
    struct check_reading reading;
    struct kith_buf text = {0};
    check_reading_init(&reading);
    for (int i = 0; i < 40; i++)
        kith_buf_text(&text, "then Tomas Quillon left. ");
    kith_buf_byte(&text, '\0');
    check_read(&reading, text.data);
    check_memory_sweep(find, &reading);
    kith_buf_release(&text);
    check_reading_release(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_runs_of_capitalised_words),
        cmocka_unit_test(leaves_known_names_alone),
        cmocka_unit_test(knows_a_person_by_the_title),
        cmocka_unit_test(passes_over_capitals_that_mean_nothing),
        cmocka_unit_test(fails_only_for_want_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
