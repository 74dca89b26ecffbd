/* Words that stand for names; the cases are in tests/spec/relations.md. */
#include "pipeline.h"

static const char rules[] = "relation claimed: organisation -> event\n"
                            "A {claim} B\n";

/* The events that one article may name and the one too many. */
static const char cast[] = "name,type\nGuild,organisation\nOstland raid,event\n"
                           "Ostland attack,event\nOstland siege,event\n"
                           "Ostland fire,event\nOstland flood,event\n"
                           "Ostland crash,event\nOstland riot,event\n"
                           "Ostland strike,event\nOstland blast,event\n";

static void claims(const char *text, const char *expected)
{
    struct pipeline p;
    struct kith_error err = {0};
    char found[4096];
    pipeline_open(&p, cast);
    assert_ok(kith_rules_load_bytes(p.rules, kith_str_of(rules), "rules.rel", &err),
              &err);
    pipeline_compile(&p);
    pipeline_run(&p, kith_str_of(text));
    pipeline_print(&p, found, sizeof found);
    assert_string_equal(found, expected);
    pipeline_close(&p);
}

static void knows_as_many_events_as_there_is_room_for(void **state)
{
    (void)state;
    claims(
        "The Ostland raid, Ostland attack, Ostland siege, Ostland fire, Ostland flood, "
        "Ostland crash, Ostland riot and Ostland strike are over. The Guild claimed the "
        "raid.",
        "Guild -claimed-> Ostland raid [claimed]");
}

static void knows_none_where_the_article_names_more(void **state)
{
    (void)state;
    claims(
        "The Ostland raid, Ostland attack, Ostland siege, Ostland fire, Ostland flood, "
        "Ostland crash, Ostland riot, Ostland strike and Ostland blast are over. The "
        "Guild claimed the raid.",
        "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_as_many_events_as_there_is_room_for),
        cmocka_unit_test(knows_none_where_the_article_names_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
