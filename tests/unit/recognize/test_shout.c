#include "support/surfaces.h"

#define NAMES                                                                            \
    "name,type,aliases\n"                                                                \
    "Islamic State,group,IS\n"                                                           \
    "United Parcels,company,UPS\n"                                                       \
    "Northern Pact,organisation,NOPAC\n"                                                 \
    "Oslo,city,\n"

static void assert_found(const char *text, const char *expected)
{
    support_assert_surfaces(NAMES, text, expected);
}

static void refuses_short_capitals_in_a_line_of_capitals(void **state)
{
    (void)state;
    assert_found("TRADE UPS AND DOWNS IN OSLO\n\nNothing more was said.", "OSLO");
    assert_found("WHAT IS GOOD FOR OSLO\n\nNothing more was said.", "OSLO");
}

static void takes_them_where_the_text_names_the_same(void **state)
{
    (void)state;
    assert_found("TALKS WITH UPS BEGIN IN OSLO\n\nThe firm United Parcels said so.",
                 "UPS; OSLO; United Parcels");
}

static void takes_capitals_in_an_ordinary_line(void **state)
{
    (void)state;
    assert_found("Talks with UPS begin in Oslo.", "UPS; Oslo");
}

static void refuses_only_openers_where_all_is_in_capitals(void **state)
{
    (void)state;
    assert_found("THIS IS WHAT NOPAC SAID IN OSLO.", "NOPAC; OSLO");
}

static struct check_reading swept;

static enum kith_status recognize_within(struct kith_arena *arena, void *context,
                                         struct kith_error *err)
{
    struct kith_mentions mentions;
    (void)context;
    return support_recognize(swept.gazetteer, &swept.document, arena, &mentions, err);
}

static void survives_having_no_memory(void **state)
{
    (void)state;
    check_reading_init(&swept);
    check_load(&swept, "names.csv", NAMES);
    check_compile(&swept);
    check_read(&swept, "TRADE UPS AND DOWNS IN OSLO\n\nIn Oslo nothing was said.");
    check_memory_sweep(recognize_within, NULL);
    check_reading_release(&swept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_short_capitals_in_a_line_of_capitals),
        cmocka_unit_test(takes_them_where_the_text_names_the_same),
        cmocka_unit_test(takes_capitals_in_an_ordinary_line),
        cmocka_unit_test(refuses_only_openers_where_all_is_in_capitals),
        cmocka_unit_test(survives_having_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
