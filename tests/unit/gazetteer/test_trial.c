/* Every alias tried at a token, and the aliases that hold a word. */
#include "support/reading.h"

#include "base/buf.h"
#include "gazetteer/neighbour.h"
#include "gazetteer/trial.h"

static void open(struct check_reading *reading, const char *csv, const char *text)
{
    check_reading_init(reading);
    check_load(reading, "names.csv", csv);
    check_compile(reading);
    check_read(reading, text);
}

/* The aliases tried at the first word of `text`, "alias:fit" joined by "; ". */
static void assert_tried(const char *csv, const char *text, const char *expected)
{
    static const char *const fits[] = {"fits", "writing", "spelling"};
    struct check_reading reading;
    struct kith_trials trials = {0};
    struct kith_buf line = {0};
    open(&reading, csv, text);
    assert_ok(kith_trials_collect(reading.gazetteer, &reading.document, 0,
                                  reading.document.sentences.items[0].end_token,
                                  &reading.arena, &trials, &reading.err),
              &reading.err);
    for (uint32_t i = 0; i < trials.count; i++) {
        struct kith_alias alias =
            kith_gazetteer_alias(reading.gazetteer, trials.items[i].alias);
        kith_buf_format(&line, "%s%.*s:%s", i ? "; " : "", KITH_STR_ARGS(alias.text),
                        fits[trials.items[i].fit]);
    }
    assert_str(kith_buf_view(&line), expected);
    kith_buf_release(&line);
    check_reading_release(&reading);
}

static void tries_shorter_names_first(void **state)
{
    (void)state;
    assert_tried("name,type\nNew York Times,media\nNew York,city\nYork,city\n",
                 "New York Times readers.", "New York:fits; New York Times:fits");
}

static void tells_names_that_may_not_be_written_so(void **state)
{
    (void)state;
    assert_tried("name,type\nBush,person\n", "bush fires", "Bush:writing");
    assert_tried("name,type,aliases\nIslamic State,group,=IS\n", "Is it?", "IS:writing");
    assert_tried("name,type,aliases\nPhone,product,=iPhone\n", "IPhonE here.",
                 "iPhone:spelling");
}

static void tries_nothing_where_no_name_begins(void **state)
{
    (void)state;
    assert_tried("name,type\nNew York,city\n", "New shoes", "");
    assert_tried("name,type\nNew York,city\n", "York", "");
}

static void stops_at_the_end_of_the_sentence(void **state)
{
    (void)state;
    assert_tried("name,type\nNew York,city\n", "That is new. York is old.", "");
}

/* The aliases that hold the first word of `text`, joined by "; ", and their total. */
static void assert_neighbours(const char *csv, const char *text, const char *expected)
{
    struct check_reading reading;
    struct kith_neighbours neighbours;
    struct kith_buf line = {0};
    open(&reading, csv, text);
    assert_ok(kith_neighbours_find(reading.gazetteer, reading.document.text,
                                   &reading.document.tokens.items[0], &neighbours,
                                   &reading.err),
              &reading.err);
    for (uint32_t i = 0; i < neighbours.count; i++) {
        kith_id alias = neighbours.items[i].alias;
        struct kith_str name = kith_gazetteer_alias(reading.gazetteer, alias).text;
        kith_buf_format(&line, "%.*s; ", KITH_STR_ARGS(name));
    }
    kith_buf_unsigned(&line, neighbours.total);
    assert_str(kith_buf_view(&line), expected);
    kith_buf_release(&line);
    check_reading_release(&reading);
}

static void finds_the_aliases_that_hold_a_word(void **state)
{
    (void)state;
    assert_neighbours("name,type,aliases\n"
                      "Sergei Viktorovich Lavrov,person,Sergei Lavrov\n"
                      "Ada Lark,person,\n",
                      "LAVROV spoke.", "Sergei Lavrov; Sergei Viktorovich Lavrov; 2");
    assert_neighbours("name,type\nAda Lark,person\n", "Larks", "0");
}

static void keeps_the_shortest_neighbours(void **state)
{
    (void)state;
    assert_neighbours("name,type\nBank of A B,x\nBank A,x\nBank B C,x\nBank C,x\n"
                      "Bank D,x\nBank E,x\nBank F,x\n",
                      "Bank", "Bank A; Bank C; Bank D; Bank E; Bank F; 7");
}

static void marks_have_no_neighbours(void **state)
{
    (void)state;
    assert_neighbours("name,type\nLark & Sons,company\n", "& so on", "0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tries_shorter_names_first),
        cmocka_unit_test(tells_names_that_may_not_be_written_so),
        cmocka_unit_test(tries_nothing_where_no_name_begins),
        cmocka_unit_test(stops_at_the_end_of_the_sentence),
        cmocka_unit_test(finds_the_aliases_that_hold_a_word),
        cmocka_unit_test(keeps_the_shortest_neighbours),
        cmocka_unit_test(marks_have_no_neighbours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
