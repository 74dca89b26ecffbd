/* What is said of a word, reason by reason. */
#include "support/reading.h"

#include "output/clean.h"
#include "output/explained.h"
#include "support/recognize.h"
#include "text/spot.h"

/* An article that is being explained. */
struct explaining {
    struct check_reading reading;
    struct kith_recognizer *recognizer;
    struct kith_corrections corrections;
    struct kith_trace trace;
    struct kith_mentions mentions;
    struct kith_spans spans;
};

static void explaining_open(struct explaining *explaining, const char *csv,
                            const char *text, const char *words)
{
    const struct kith_recognize_options options = {.ambiguous = KITH_AMBIGUOUS_NONE};
    const struct kith_spot spot = {.words = words};
    struct check_reading *reading = &explaining->reading;
    *explaining = (struct explaining){0};
    check_reading_init(reading);
    check_load(reading, "names.csv", csv);
    check_compile(reading);
    check_read(reading, text);
    reading->article.date = KITH_STR("2020-05-01");
    explaining->trace.arena = &reading->arena;
    assert_ok(kith_recognizer_new(reading->gazetteer, support_words(), &options,
                                  &explaining->recognizer, &reading->err),
              &reading->err);
    assert_ok(kith_recognize_traced(explaining->recognizer, &reading->document,
                                    &reading->arena, &explaining->trace,
                                    &explaining->mentions, &reading->err),
              &reading->err);
    assert_ok(kith_spot_find(&reading->document, &spot, &reading->arena,
                             &explaining->spans, &reading->err),
              &reading->err);
}

static void explaining_close(struct explaining *explaining)
{
    kith_recognizer_free(explaining->recognizer);
    check_reading_release(&explaining->reading);
}

static struct kith_explained explained_of(const struct explaining *explaining)
{
    return (struct kith_explained){explaining->reading.gazetteer,
                                   &explaining->reading.document, support_words(),
                                   &explaining->mentions, &explaining->corrections};
}

/* Explain the last place where the words stand. */
static void explain(struct explaining *explaining, struct kith_explanation *explanation)
{
    struct check_reading *reading = &explaining->reading;
    assert_ok(kith_explanation_make(reading->gazetteer, &reading->document,
                                    &explaining->trace, &explaining->mentions,
                                    explaining->spans.items[explaining->spans.count - 1],
                                    &reading->arena, explanation, &reading->err),
              &reading->err);
}

/* The verdict on `words` of `text`, as a sentence. */
static void assert_verdict(const char *csv, const char *text, const char *words,
                           const char *expected)
{
    struct explaining explaining;
    struct kith_explanation explanation;
    struct kith_buf out = {0};
    explaining_open(&explaining, csv, text, words);
    explain(&explaining, &explanation);
    const struct kith_explained explained = explained_of(&explaining);
    kith_explained_verdict(&explained, &explanation, &out);
    assert_str(kith_buf_view(&out), expected);
    kith_buf_release(&out);
    explaining_close(&explaining);
}

/* The page on it says `expected` somewhere. */
static void assert_page(const char *csv, const char *text, const char *words,
                        const char *expected)
{
    struct explaining explaining;
    struct kith_explanation explanation;
    struct kith_buf out = {0};
    explaining_open(&explaining, csv, text, words);
    explain(&explaining, &explanation);
    const struct kith_explained explained = explained_of(&explaining);
    kith_explained_text(&explained, &explanation, &out);
    kith_buf_byte(&out, '\0');
    if (!strstr(out.data, expected))
        fail_msg("does not say: %s\n%s", expected, out.data);
    kith_buf_release(&out);
    explaining_close(&explaining);
}

static void a_mention_is_one_of_its_entity(void **state)
{
    (void)state;
    assert_verdict("name,type\nNew Oslo,city\n", "In New Oslo.", "New Oslo",
                   "\"New Oslo\" is a mention of New Oslo (city), names.csv:2");
    assert_verdict(
        "name,type\nNew Oslo,city\n", "In New\nOslo.", "Oslo",
        "\"Oslo\" is in \"New Oslo\", a mention of New Oslo (city), names.csv:2");
}

static void rows_out_of_date_are_told_with_the_date(void **state)
{
    (void)state;
    assert_verdict(
        "name,type,until\nUpland,country,2010\n", "In Upland.", "Upland",
        "\"Upland\" is no mention: \"Upland\" does not mean Upland (country), "
        "names.csv:2: its row does not hold on the article's date, 2020-05-01");
}

static void better_names_go_before(void **state)
{
    (void)state;
    assert_page("name,type\nGroß,person\nGross,person\n", "They met Gross.", "Gross",
                "does not mean Groß (person), names.csv:2: the words are a better name "
                "of Gross (person), names.csv:3");
}

static void the_ground_of_a_choice_is_told(void **state)
{
    (void)state;
    assert_page("name,type,context\nGeorgia,country,Tbilisi\nGeorgia,region,Atlanta\n",
                "Georgia and Atlanta.", "Georgia",
                "names.csv:3: of its row's context, \"Atlanta\" stands near");
    assert_page("name,type,context\nGeorgia,country,Tbilisi\nGeorgia,region,Atlanta\n",
                "Georgia and Atlanta.", "Georgia",
                "Georgia (region), names.csv:3 is meant: a word of its row's context "
                "stands near");
    assert_page("name,type,priority\nGeorgia,country,1\nGeorgia,region,2\n",
                "In Georgia.", "Georgia", "its row has the highest priority");
    assert_page("name,type,priority\nGeorgia,country,1\nGeorgia,region,2\n",
                "In Georgia.", "Georgia", "has the higher priority");
    assert_page("name,type,aliases\nGeorgia,country,Sakartvelo\nGeorgia,region,\n",
                "In Sakartvelo. In Georgia.", "Georgia",
                "the article names it elsewhere, beyond doubt");
    assert_verdict("name,type\nGeorgia,country\nGeorgia,region\n", "In Georgia.",
                   "Georgia",
                   "\"Georgia\" is no mention: \"Georgia\" does not mean Georgia "
                   "(region), names.csv:3: nothing tells who is meant, and then nobody "
                   "is");
}

static void words_that_begin_sentences_are_told(void **state)
{
    (void)state;
    assert_verdict("name,type\nBut,company\n", "But it rained.", "But",
                   "\"But\" is no mention: \"But\" does not mean But (company), "
                   "names.csv:2: the word begins the sentence and has its capital from "
                   "that");
}

#define PEOPLE                                                                           \
    "name,type\n"                                                                        \
    "Ada Lark,person\n"                                                                  \
    "Ben Lark,person\n"                                                                  \
    "Federal Harbour Service,agency\n"                                                   \
    "Cy Holt-Smith,person\n"                                                             \
    "Upland Bank,company\n"

static void short_forms_that_are_none_are_told(void **state)
{
    (void)state;
    const char *const lark = "Then Ada Lark met Ben Lark. Later Lark left.";
    assert_verdict(PEOPLE, lark, "Lark",
                   "\"Lark\" is no mention: \"Lark\" is short for nobody: several names "
                   "of the article end so");
    assert_page(PEOPLE, lark, "Lark",
                "\"Lark\" at byte 22 (line 1, column 23) would be short for Ben Lark "
                "(person), and elsewhere for Ada Lark (person)");
    assert_verdict(PEOPLE, "Then Cy Holt-Smith came. Later Smith left.", "Smith",
                   "\"Smith\" is no mention: \"Smith\" does not mean Cy Holt-Smith "
                   "(person), names.csv:5: it is only part of the double name that "
                   "\"Cy Holt-Smith\" ends with");
    assert_verdict(PEOPLE, "Then Upland Bank opened. A Bank closed.", "Bank",
                   "\"Bank\" is no mention: \"Bank\" does not mean Upland Bank "
                   "(company), names.csv:6: it is short for \"Upland Bank\" only behind "
                   "\"the\"");
    assert_verdict(PEOPLE, "The Federal Harbour Service (FHS) said so. An Fhs left.",
                   "Fhs",
                   "\"Fhs\" is no mention: \"Fhs\" does not mean Federal Harbour Service "
                   "(agency), names.csv:4: the article explains it in capitals, at byte "
                   "29 (line 1, column 30)");
}

static void explained_names_tell_what_they_would_mean(void **state)
{
    (void)state;
    assert_page(PEOPLE "FHS,product\n", "The Federal Harbour Service (FHS) said so.",
                "FHS",
                "the article explains it at byte 29 (line 1, column 30); elsewhere it "
                "would mean FHS (product), names.csv:7");
}

static void aliases_that_lose_are_told(void **state)
{
    (void)state;
    const char *const cities = "name,type\nNew York,city\nYork,city\nYork Times,media\n";
    assert_page(cities, "In New York Times are hard.", "York",
                "\"York Times\" of York Times (media), names.csv:4: loses to \"New "
                "York\", which begins before it");
    assert_page(cities, "The York Times came.", "York",
                "\"York\" of York (city), names.csv:3: loses to the longer \"York "
                "Times\"");
    assert_page("name,type,aliases\nPhone,product,=iPhone\n", "An IPhonE here.", "IPhonE",
                "\"iPhone\" (=) of Phone (product), names.csv:2: must be spelt "
                "exactly so, not \"IPhonE\"");
}

static void aliases_that_hold_the_word_are_counted(void **state)
{
    (void)state;
    const char *const banks =
        "name,type\nBank A B,x\nBank B C,x\nBank C D,x\nBank D E,x\n"
        "Bank E F,x\nBank F G,x\n";
    assert_page(banks, "A Bank.", "Bank", "  and 1 more\n");
    assert_verdict(banks, "A Bank.", "Bank",
                   "\"Bank\" is no mention: no alias is written so");
    assert_verdict(banks, "A tree.", "tree",
                   "\"tree\" is no mention: no alias holds this word");
}

static void a_terminal_is_told_nothing_but_text(void **state)
{
    (void)state;
    assert_verdict("name,type\nBergen,city\n", "In Oslo \033\r\n Narvik.", "Oslo Narvik",
                   "\"Oslo Narvik\" is no mention: no alias holds this word");
    struct kith_buf out = {0};
    kith_clean_line(&out, KITH_STR(" a\r\n\tb\033c\xC2\x9B"
                                   "d\x7F"));
    assert_str(kith_buf_view(&out), "a b c d");
    kith_buf_release(&out);
}

static void programs_are_told_the_facts(void **state)
{
    (void)state;
    struct explaining explaining;
    struct kith_explanation explanation;
    struct kith_buf out = {0};
    explaining_open(&explaining, "name,type\nParis,city\n", "In Paris Hilton.", "Paris");
    explain(&explaining, &explanation);
    const struct kith_explained explained = explained_of(&explaining);
    kith_explained_json(&explained, &explanation, &out);
    kith_buf_byte(&out, '\0');
    static const char *const facts[] = {
        "{\"begin\": 3, \"end\": 8, \"surface\": \"Paris\", \"file\": \"article.txt\", "
        "\"line\": 1, \"column\": 4, \"sentence\": 1, \"begins_sentence\": false, "
        "\"in_title\": false, \"is_mention\": false, ",
        "\"words\": [{\"begin\": 3, \"end\": 8, \"surface\": \"Paris\", \"kind\": "
        "\"word\", \"shape\": \"title\", \"folded\": \"paris\"}], \"mentions\": [], ",
        "\"reason\": \"stranger\", \"id\": \"paris\", \"name\": \"Paris\", \"type\": "
        "\"city\", \"alias\": \"Paris\", \"row_file\": \"names.csv\", \"row_line\": 2, "
        "\"word_begin\": 9, \"word_end\": 15, ",
        "\"fate\": \"matched\"", "\"holding\": [], \"holding_total\": 0}\n"};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        if (!strstr(out.data, facts[i]))
            fail_msg("does not say: %s\n%s", facts[i], out.data);
    kith_buf_release(&out);
    explaining_close(&explaining);
}

static enum kith_status make(struct kith_arena *arena, void *context,
                             struct kith_error *err)
{
    struct explaining *explaining = context;
    struct kith_explanation explanation;
    return kith_explanation_make(
        explaining->reading.gazetteer, &explaining->reading.document, &explaining->trace,
        &explaining->mentions, explaining->spans.items[0], arena, &explanation, err);
}

static void survives_want_of_memory(void **state)
{
    (void)state;
    struct explaining explaining;
    explaining_open(&explaining, PEOPLE, "Then Ada Lark met Ben Lark.", "Ada Lark");
    check_memory_sweep(make, &explaining);
    explaining_close(&explaining);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mention_is_one_of_its_entity),
        cmocka_unit_test(rows_out_of_date_are_told_with_the_date),
        cmocka_unit_test(better_names_go_before),
        cmocka_unit_test(the_ground_of_a_choice_is_told),
        cmocka_unit_test(words_that_begin_sentences_are_told),
        cmocka_unit_test(short_forms_that_are_none_are_told),
        cmocka_unit_test(explained_names_tell_what_they_would_mean),
        cmocka_unit_test(aliases_that_lose_are_told),
        cmocka_unit_test(aliases_that_hold_the_word_are_counted),
        cmocka_unit_test(a_terminal_is_told_nothing_but_text),
        cmocka_unit_test(programs_are_told_the_facts),
        cmocka_unit_test(survives_want_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
