/* The run: what lists are, what a gazetteer can hold, memory, files, stopping. */
#include "importing.h"

#define WORDS_HEADER "name,type,aliases,id\n"
#define NAMES_HEADER "name,id\n"

/* Aliases */

static void mends_what_a_gazetteer_cannot_hold(void **state)
{
    (void)state;
    CHECK_IMPORT("names.csv",
                 NAMES_HEADER "Ada Lark,a\nLark|Ada,a\n=AL,a\n~?lark,a\nAda Lark,a\n"
                              "Lark/Ada,a\n\"Ada\nMarie Lark\",a\n#1 Ada,a\n",
                 NULL,
                 WORDS_HEADER "Ada Lark,person,Lark/Ada|AL|lark|Ada Marie "
                              "Lark,everypolitician:a\n",
                 "");
}

static void quotes_what_a_reader_would_take_for_a_comment(void **state)
{
    (void)state;
    CHECK_IMPORT("names.csv", NAMES_HEADER "\"#1 Ada \"\"A\"\" Lark\",a\n", NULL,
                 WORDS_HEADER "\"#1 Ada \"\"A\"\" Lark\",person,,everypolitician:a\n",
                 "");
}

static void drops_repeated_aliases_however_many_there_are(void **state)
{
    (void)state;
    struct kith_buf list = {0}, wanted = {0};
    kith_buf_text(&list, NAMES_HEADER "Ada Lark,a\n");
    kith_buf_text(&wanted, WORDS_HEADER "Ada Lark,person,");
    for (unsigned i = 0; i < 600; i++)
        kith_buf_format(&list, "Ada %u,a\n", i * 7 % 200);
    for (unsigned i = 0; i < 200; i++)
        kith_buf_format(&wanted, "%sAda %u", i ? "|" : "", i * 7 % 200);
    kith_buf_text(&wanted, ",everypolitician:a\n");
    kith_buf_byte(&wanted, '\0');
    check_import("names.csv", kith_buf_view(&list), NULL, wanted.data, "");
    kith_buf_release(&list);
    kith_buf_release(&wanted);
}

static void bounds_the_aliases_of_one_entity(void **state)
{
    (void)state;
    struct check_importing importing;
    struct kith_buf list = {0};
    kith_buf_text(&list, NAMES_HEADER "Ada Lark,a\n");
    for (unsigned i = 0; i < KITH_IMPORT_ALIAS_LIMIT + 5; i++)
        kith_buf_format(&list, "Ada %u,a\n", i);
    check_importing_init(&importing);
    check_list(&importing, "names.csv", kith_buf_view(&list));
    assert_ok(check_run(&importing), &importing.err);
    assert_int_equal(importing.summary.aliases, KITH_IMPORT_ALIAS_LIMIT);
    assert_str(kith_buf_view(&importing.problems),
               "names.csv:2: Ada Lark has more than 4096 aliases; 5 are left out\n");
    check_importing_release(&importing);
    kith_buf_release(&list);
}

/* Which list is which */

static void check_kind(const char *name, const char *list, const char *kind)
{
    struct check_importing importing;
    const struct kith_import_format *format;
    check_importing_init(&importing);
    check_list(&importing, name, kith_str_of(list));
    assert_ok(kith_import_format_of(importing.lists[0], &importing.arena, &format,
                                    &importing.err),
              &importing.err);
    assert_string_equal(format->kind.name, kind);
    check_importing_release(&importing);
}

static void recognizes_lists_by_what_they_hold(void **state)
{
    (void)state;
    check_kind("a", "1\tA\tA\t\t1\t1\tP\tPPL\tNL\t\t\t\t\t\t5\t\t\t\tx\n", "geonames");
    check_kind("b", "item,itemLabel\nQ1,Ada\n", "wikidata");
    check_kind("c", "place,name\nhttp://www.wikidata.org/entity/Q1,Ada\n", "wikidata");
    check_kind("d", "{ \"head\": {}, \"results\": { \"bindings\": [] } }", "wikidata");
    check_kind("e", "id,schema,name,aliases,birth_date\n", "opensanctions");
    check_kind("f", "1,\"A\",-0- ,\"P\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n",
               "ofac");
    check_kind("g", "1,2,\"aka\",\"A\",-0- \n", "ofac");
    check_kind("h", "name,id\nAda,1\n", "everypolitician");
    check_kind("i", "{\"label\":\"ORG\",\"pattern\":\"Ada\"}\n", "entityruler");
    check_kind("j", "town.lst:location:city\n", "gate");
    check_kind("k", "# long\n\nADA_LARK_ [NLD]\n", "petrarch");
    check_kind("l", "Ada Lark\nBen Heron, Jr.\n", "words");
}

static void refuses_what_is_no_list(void **state)
{
    (void)state;
    check_refused("a", KITH_STR("x,y,z\n1,2,3\n4,5,6\n"), NULL, KITH_BAD_INPUT,
                  "looks like no list");
    check_refused("b", KITH_STR(""), NULL, KITH_BAD_INPUT, "looks like no list");
    check_refused("c", KITH_STR("PK\x03\x04zip"), NULL, KITH_BAD_INPUT, "unpack");
    check_refused("d", KITH_STR("a\0b"), NULL, KITH_BAD_INPUT, "NUL");
    check_refused("e", KITH_STR("Ada\n"), "latin", KITH_BAD_INPUT, "no format \"latin\"");
}

static void says_what_each_list_was_taken_for(void **state)
{
    (void)state;
    struct check_importing importing;
    check_importing_init(&importing);
    check_list(&importing, "one.csv", KITH_STR(NAMES_HEADER "Ada Lark,a\n"));
    check_list(&importing, "two.csv", KITH_STR(NAMES_HEADER "Ben Heron,b\n"));
    assert_ok(check_run(&importing), &importing.err);
    assert_str(kith_buf_view(&importing.heard),
               "one.csv=everypolitician two.csv=everypolitician ");
    assert_str(
        kith_buf_view(&importing.text), WORDS_HEADER
        "Ada Lark,person,,everypolitician:a\nBen Heron,person,,everypolitician:b\n");
    check_importing_release(&importing);
}

static void refuses_lists_of_two_kinds(void **state)
{
    (void)state;
    struct check_importing importing;
    check_importing_init(&importing);
    check_list(&importing, "one.csv", KITH_STR(NAMES_HEADER "Ada Lark,a\n"));
    check_list(&importing, "two.def", KITH_STR("town.lst:location:city\n"));
    assert_int_equal(check_run(&importing), KITH_BAD_INPUT);
    assert_non_null(strstr(importing.err.text, "two.def a GATE gazetteer"));
    check_importing_release(&importing);
}

/* Files */

static bool refuse_text(void *context, const char *bytes, size_t length)
{
    (void)context;
    (void)bytes;
    (void)length;
    return false;
}

static void fails_when_nobody_takes_the_text(void **state)
{
    (void)state;
    struct check_importing importing;
    check_importing_init(&importing);
    check_list(&importing, "names.csv", KITH_STR(NAMES_HEADER "Ada Lark,a\n"));
    importing.options.on_text = refuse_text;
    assert_int_equal(check_run(&importing), KITH_CANNOT_WRITE);
    check_importing_release(&importing);
}

static void leaves_no_file_when_it_is_stopped(void **state)
{
    (void)state;
    struct check_importing importing;
    char output[512];
    const volatile int stop = 1;
    check_importing_init(&importing);
    check_list(&importing, "names.csv", KITH_STR(NAMES_HEADER "Ada Lark,a\n"));
    strcpy(output, check_path(&importing.folder, "out.csv"));
    importing.options.output = output;
    importing.options.stop = &stop;
    assert_int_equal(check_run(&importing), KITH_INTERRUPTED);
    assert_int_not_equal(access(output, F_OK), 0);
    importing.options.stop = NULL;
    assert_ok(check_run(&importing), &importing.err);
    assert_int_equal(access(output, F_OK), 0);
    check_importing_release(&importing);
}

/* Memory */

static enum kith_status import_stage(struct kith_arena *arena, void *context,
                                     struct kith_error *err)
{
    struct check_importing *importing = context;
    kith_buf_reset(&importing->text);
    return kith_import_run(&importing->options, arena, &importing->summary, err);
}

static void survives_any_shortage_of_memory(void **state)
{
    (void)state;
    struct check_importing importing;
    check_importing_init(&importing);
    check_list(&importing, "sdn.csv",
               KITH_STR("1,\"LARK, Ada\",\"individual\",\"P\",-0-,-0-,-0-,-0-,-0-,-0-,-0-"
                        ",-0-\n"));
    check_list(&importing, "alt.csv",
               KITH_STR("1,1,\"aka\",\"A\",-0-\n1,2,\"aka\",\"B\",-0-\n"));
    check_memory_sweep(import_stage, &importing);
    assert_true(importing.text.length > 0);
    check_importing_release(&importing);
}

/* Four megabytes of places in an arena of 256 KiB, of which recognising takes 64. */
static void keeps_no_list_in_memory(void **state)
{
    (void)state;
    struct check_importing importing;
    struct kith_buf list = {0};
    for (unsigned i = 1; list.length < 4u << 20; i++)
        kith_buf_format(&list,
                        "%u\tNorby %u\tNorby %u\tNord,Nordby %u\t1\t1\tP\tPPL\tNL"
                        "\t\t\t\t\t\t%u\t\t1\tx\t2024-01-01\n",
                        i, i, i, i, i);
    check_importing_init(&importing);
    check_list(&importing, "places.txt", kith_buf_view(&list));
    kith_arena_release(&importing.arena);
    kith_arena_init(&importing.arena, 256 * 1024);
    assert_ok(check_run(&importing), &importing.err);
    assert_true(importing.summary.entities > 40000);
    assert_int_equal(importing.summary.faults, 0);
    assert_true(importing.arena.used < 1024);
    check_importing_release(&importing);
    kith_buf_release(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mends_what_a_gazetteer_cannot_hold),
        cmocka_unit_test(quotes_what_a_reader_would_take_for_a_comment),
        cmocka_unit_test(drops_repeated_aliases_however_many_there_are),
        cmocka_unit_test(bounds_the_aliases_of_one_entity),
        cmocka_unit_test(recognizes_lists_by_what_they_hold),
        cmocka_unit_test(refuses_what_is_no_list),
        cmocka_unit_test(says_what_each_list_was_taken_for),
        cmocka_unit_test(refuses_lists_of_two_kinds),
        cmocka_unit_test(fails_when_nobody_takes_the_text),
        cmocka_unit_test(leaves_no_file_when_it_is_stopped),
        cmocka_unit_test(survives_any_shortage_of_memory),
        cmocka_unit_test(keeps_no_list_in_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
