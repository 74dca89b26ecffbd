/* Every + and - example of gazetteers/relations.rel, through the real rooms. */
#include "pipeline.h"

static void finds_what_its_examples_say(void **state)
{
    (void)state;
    struct pipeline p;
    char found[4096];
    unsigned wrong = 0;
    pipeline_open_file(&p, "gazetteers/relations.rel");
    pipeline_compile(&p);
    assert_true(kith_rules_example_count(p.rules) > 50);
    for (uint32_t i = 0; i < kith_rules_example_count(p.rules); i++) {
        struct kith_example example = kith_rules_example(p.rules, i);
        pipeline_run(&p, example.text);
        if (pipeline_has_relation(&p, example.relation) == example.is_positive)
            continue;
        pipeline_print(&p, found, sizeof found);
        print_error("%.*s:%u: %c %.*s\n%s\n", KITH_STR_ARGS(example.file), example.line,
                    example.is_positive ? '+' : '-', KITH_STR_ARGS(example.text), found);
        wrong++;
    }
    pipeline_close(&p);
    assert_int_equal(wrong, 0);
}

/* An example of one relation says nothing false of another either: each sentence here
 * states exactly what stands behind it. */
static void finds_nothing_else(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Kenya's president, William Ruto, opened the harbour.",
         "William Ruto -president of-> Kenya [president]"},
        {"Ines Duarte, the head of Kenya's Harbour Board (HB), ordered an inquiry.",
         "Ines Duarte -leads-> Harbour Board [the head of]\n"
         "Harbour Board -agency of-> Kenya []"},
        {"William Ruto met Harbour Board chief Ines Duarte and Mette Frederiksen.",
         "Ines Duarte -met- William Ruto [met]\n"
         "William Ruto -met- Mette Frederiksen [met]\n"
         "Ines Duarte -leads-> Harbour Board [chief]"},
        {"Trade between Denmark and Kenya President William Ruto grew.",
         "William Ruto -president of-> Kenya [President]"},
        {"After Ines Duarte, Mombasa judge William Ruto spoke.",
         "William Ruto -official of-> Mombasa [judge]"},
        {"William Ruto and Ines Duarte, head of the Harbour Board, met.",
         "Ines Duarte -leads-> Harbour Board [head of]"},
        {"The northern branch of the Harbour Union (HU), known as the Repair Crew "
         "(RC-1), "
         "met.",
         "Repair Crew -part of-> Harbour Union [branch of the Harbour Union (HU), known "
         "as]"},
    };
    struct pipeline p;
    char found[4096];
    pipeline_open_file(&p, "gazetteers/relations.rel");
    pipeline_compile(&p);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pipeline_run(&p, kith_str_of(cases[i][0]));
        pipeline_print(&p, found, sizeof found);
        assert_string_equal(found, cases[i][1]);
    }
    pipeline_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_its_examples_say),
        cmocka_unit_test(finds_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
