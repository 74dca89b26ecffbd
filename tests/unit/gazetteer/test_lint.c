/* Lints: what is said of the names of a gazetteer before they are used. */
#include "support/reading.h"

#include "gazetteer/lint.h"

/* The findings of one lint as "line kind" words: "2 slip, 5 dead". */
static void list(const struct kith_problems *problems, char *into, size_t room)
{
    size_t length = 0;
    into[0] = '\0';
    for (uint32_t i = 0; i < problems->count; i++)
        length += (size_t)snprintf(into + length, room - length, "%s%u %s", i ? ", " : "",
                                   (unsigned)problems->items[i].line,
                                   problems->items[i].kind.data);
}

static void assert_rows_say(const char *csv, const char *expected)
{
    struct check_reading reading;
    char found[256];
    check_reading_init(&reading);
    check_load(&reading, "names.csv", csv);
    check_compile(&reading);
    reading.problems.count = 0; /* loading has its own tests */
    assert_ok(kith_lint_slips(reading.gazetteer, &reading.problems, &reading.err),
              &reading.err);
    assert_ok(kith_lint_dead(reading.gazetteer, reading.abbreviations, &reading.problems,
                             &reading.err),
              &reading.err);
    list(&reading.problems, found, sizeof found);
    assert_string_equal(found, expected);
    check_reading_release(&reading);
}

static void has_nothing_to_say_of_usual_names(void **state)
{
    (void)state;
    assert_rows_say("name,type,aliases\n"
                    "Ada Lark,person,A. Lark|Lark|Ada Lark Jr.|O'Lark\n"
                    "St. Orm,city,Saint Orm|~orm-on-sea\n"
                    "Harbour & Sons,company,=HS|\"\"\"Harbour\"\" Sons\"\n"
                    "Yonder!,media,\n"
                    "G7,organisation,3M\n",
                    "");
}

static void points_to_aliases_that_look_like_a_slip(void **state)
{
    (void)state;
    assert_rows_say("name,type,aliases\n"
                    "Ada Lark,person,Lark; Ada\n"
                    "Ben Heron,person,B\n"
                    "Cara Wren,person,Wren (painter\n"
                    "Dora Finch,person,to\n",
                    "2 slip, 3 slip, 4 slip, 5 slip");
}

/* Articles, for the counting of words. */
static void assert_words_say(const char *csv, const char *text, const char *expected)
{
    struct check_reading reading;
    struct kith_lint_words *words = NULL;
    char found[256];
    check_reading_init(&reading);
    check_load(&reading, "names.csv", csv);
    check_compile(&reading);
    check_read(&reading, text);
    assert_ok(kith_lint_words_new(reading.gazetteer, &words, &reading.err), &reading.err);
    kith_lint_words_count(words, &reading.document);
    assert_ok(kith_lint_words_report(words, &reading.problems, &reading.err),
              &reading.err);
    kith_lint_words_free(words);
    list(&reading.problems, found, sizeof found);
    assert_string_equal(found, expected);
    check_reading_release(&reading);
}

static void names_an_alias_that_the_articles_use_as_a_word(void **state)
{
    (void)state;
    assert_words_say("name,type,aliases\nCara Lark,person,Reed|Lark\n",
                     "a reed and a reed, one reed more, this reed, that reed. Reed left.",
                     "2 common");
}

static void keeps_quiet_about_a_name_that_is_usually_one(void **state)
{
    (void)state;
    assert_words_say(
        "name,type,aliases\nCara Lark,person,Reed\n",
        "Reed and Reed, with Reed, or Reed, not Reed, for Reed, a reed, reed, "
        "reed, reed, reed.",
        "");
    assert_words_say("name,type,aliases\nReed Society,organisation,REED\n",
                     "a reed and a reed, one reed more, this reed, that reed.", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_nothing_to_say_of_usual_names),
        cmocka_unit_test(points_to_aliases_that_look_like_a_slip),
        cmocka_unit_test(names_an_alias_that_the_articles_use_as_a_word),
        cmocka_unit_test(keeps_quiet_about_a_name_that_is_usually_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
