#include "support/reading.h"

#include "base/buf.h"
#include "support/recognize.h"

/* The mentions of `text` with the rows of `csv`, in an article of `date`, as
 * "surface=row:found:choice" joined by "; ". */
static void assert_chosen_by(const struct kith_recognize_options *options,
                             const char *date, const char *csv, const char *text,
                             const char *expected)
{
    struct check_reading reading;
    struct kith_recognizer *recognizer;
    struct kith_mentions mentions;
    struct kith_buf line = {0};
    check_reading_init(&reading);
    check_load(&reading, "names.csv", csv);
    check_compile(&reading);
    check_read(&reading, text);
    reading.article.date = kith_str_of(date);
    assert_ok(
        kith_recognizer_new(reading.gazetteer, NULL, options, &recognizer, &reading.err),
        &reading.err);
    assert_ok(kith_recognize(recognizer, &reading.document, &reading.arena, &mentions,
                             &reading.err),
              &reading.err);
    for (uint32_t i = 0; i < mentions.count; i++) {
        const struct kith_mention *mention = &mentions.items[i];
        struct kith_str surface =
            kith_str_slice(reading.document.text, mention->begin, mention->end);
        kith_buf_format(&line, "%s%.*s=%u:%s:%s", i ? "; " : "", KITH_STR_ARGS(surface),
                        mention->entity, kith_found_name((enum kith_found)mention->found),
                        kith_choice_name((enum kith_choice)mention->choice));
    }
    assert_str(kith_buf_view(&line), expected);
    kith_buf_release(&line);
    kith_recognizer_free(recognizer);
    check_reading_release(&reading);
}

static void assert_chosen_on(const char *date, bool with_demonyms, const char *csv,
                             const char *text, const char *expected)
{
    const struct kith_recognize_options options = {.with_demonyms = with_demonyms};
    assert_chosen_by(&options, date, csv, text, expected);
}

static void assert_chosen(const char *csv, const char *text, const char *expected)
{
    assert_chosen_on("", false, csv, text, expected);
}

#define COUNTRIES                                                                        \
    "name,type,aliases,demonyms\n"                                                       \
    "Russia,country,,Russian|Russians\n"                                                 \
    "Russian Foreign Ministry,ministry,,\n"                                              \
    "Niger,country,,Nigerien\n"                                                          \
    "Vodka Label,product,Russian,\n"

static void finds_a_demonym_when_asked(void **state)
{
    (void)state;
    assert_chosen_on("", true, COUNTRIES, "Two Russians met a Nigerien.",
                     "Russians=0:demonym:only; Nigerien=2:demonym:only");
    assert_chosen(COUNTRIES, "Two Russians met a Nigerien.", "");
}

static void takes_a_name_before_a_demonym(void **state)
{
    (void)state;
    assert_chosen_on("", true, COUNTRIES, "He read the Russian.", "Russian=3:exact:only");
}

static void takes_the_longest_name_before_a_demonym(void **state)
{
    (void)state;
    assert_chosen_on("", true, COUNTRIES, "The Russian Foreign Ministry spoke.",
                     "Russian Foreign Ministry=1:exact:only");
}

#define WEAK                                                                             \
    "name,type,aliases,context\n"                                                        \
    "Apple Inc.,company,?Apple,iPhone|shares\n"

static void finds_a_weak_alias_beside_a_strong_one(void **state)
{
    (void)state;
    assert_chosen(WEAK, "Apple fell. Analysts of Apple Inc. wept.",
                  "Apple=0:exact:only; Apple Inc=0:exact:only");
}

static void finds_a_weak_alias_beside_a_context_word(void **state)
{
    (void)state;
    assert_chosen(WEAK, "Apple fell. It rained. It rained. Its Shares fell.",
                  "Apple=0:exact:only");
}

static void leaves_a_weak_alias_without_support(void **state)
{
    (void)state;
    assert_chosen(WEAK, "Apple pie was served.", "");
}

#define JORDANS                                                                          \
    "name,type,aliases,context,forbid,priority\n"                                        \
    "Hashemite Kingdom,country,Jordan,Amman|kingdom,,\n"                                 \
    "Michael Jeffrey,person,Jordan,basketball,,\n"                                       \
    "Jordan Almonds,product,Jordan,,Amman,2\n"

static void takes_whom_the_words_around_speak_for(void **state)
{
    (void)state;
    assert_chosen(JORDANS, "They saw Jordan. The basketball flew.",
                  "Jordan=1:exact:context");
}

static void looks_no_further_than_the_next_sentence(void **state)
{
    (void)state;
    assert_chosen(JORDANS, "They saw Jordan. It rained. The basketball flew.",
                  "Jordan=2:exact:priority");
}

static void passes_over_whom_the_words_around_forbid(void **state)
{
    (void)state;
    assert_chosen("name,type,aliases,forbid\nMercury,company,,planet\n",
                  "They saw Mercury. The planet shone.", "");
}

static void takes_the_highest_priority_before_the_first_row(void **state)
{
    (void)state;
    assert_chosen(JORDANS, "They saw Jordan.", "Jordan=2:exact:priority");
}

static void wants_all_words_of_a_phrase_in_a_row(void **state)
{
    (void)state;
    const char *csv = "name,type,aliases,context,forbid\n"
                      "Jordan River,river,?Jordan,West Bank|Dead-Sea shore,Air Jordan\n";
    assert_chosen(csv, "The Jordan parts the west bank.", "Jordan=0:exact:only");
    assert_chosen(csv, "The Jordan is near the Dead Sea Shore.", "Jordan=0:exact:only");
    assert_chosen(csv, "The Jordan is near the bank.", "");
    assert_chosen(csv, "The Jordan is west. Banks shut, the bank too.", "");
    assert_chosen(csv, "The Jordan is west of the bank.", "");
    assert_chosen(csv, "The Jordan lies West. Bank notes are rare.", "");
    assert_chosen(csv, "Of the Jordan they saw the West", "");
    assert_chosen(csv, "The Jordan of the West Bank is no air jordan.", "");
}

#define OFFICES                                                                          \
    "name,type,aliases,from,until\n"                                                     \
    "Old Minister,person,the Minister,,2014-03\n"                                        \
    "New Minister,person,the Minister,2014-04-01,\n"

static void takes_who_was_there_on_the_day(void **state)
{
    (void)state;
    const char *text = "They met the Minister today.";
    assert_chosen_on("2013-05-06", false, OFFICES, text, "the Minister=0:exact:only");
    assert_chosen_on("2014-03-31", false, OFFICES, text, "the Minister=0:exact:only");
    assert_chosen_on("2020-01-01", false, OFFICES, text, "the Minister=1:exact:only");
    assert_chosen_on("", false, OFFICES, text, "the Minister=0:exact:row");
}

static void takes_nobody_when_told_to_abstain(void **state)
{
    (void)state;
    const struct kith_recognize_options none = {.ambiguous = KITH_AMBIGUOUS_NONE};
    const char *two = "name,type,aliases\nFirst Jordan,a,Jordan\nLast Jordan,a,Jordan\n";
    assert_chosen(two, "They saw Jordan.", "Jordan=0:exact:row");
    assert_chosen_by(&none, "", two, "They saw Jordan.", "");
    assert_chosen_by(&none, "", two, "Jordan came. The Last Jordan it was.",
                     "Jordan=1:exact:article; Last Jordan=1:exact:only");
}

#define KINDS                                                                            \
    "name,type,aliases,priority\n"                                                       \
    "First Jordan,product,Jordan,9\n"                                                    \
    "Jordan River,place,Jordan,\n"                                                       \
    "Jordan Smith,person,Jordan,\n"                                                      \
    "Jordan Steel,company,Jordan,\n"

static void takes_the_kind_that_the_words_beside_speak_for(void **state)
{
    (void)state;
    assert_chosen(KINDS, "So President Jordan spoke.", "Jordan=2:exact:type");
    assert_chosen(KINDS, "So Mr. Jordan spoke.", "Jordan=2:exact:type");
    assert_chosen(KINDS, "It rained in Jordan again.", "Jordan=1:exact:type");
    assert_chosen(KINDS, "The shares of Jordan Ltd fell.", "Jordan=3:exact:type");
    assert_chosen(KINDS, "They saw Jordan.", "Jordan=0:exact:priority");
}

static void hears_no_title_across_a_mark(void **state)
{
    (void)state;
    assert_chosen(KINDS, "They met the president, Jordan and all.",
                  "Jordan=0:exact:priority");
    assert_chosen(KINDS, "They went in. Jordan stayed.", "Jordan=0:exact:priority");
}

#define ORDERED                                                                          \
    "name,type,aliases,context,priority\n"                                               \
    "Zeno,a,Max,,\n"                                                                     \
    "Yves,a,Max,,3\n"                                                                    \
    "Xavier,a,Max|Xavi,,\n"                                                              \
    "Wanda,person,Max,,\n"                                                               \
    "Vera,a,Max,tea,\n"                                                                  \
    "Ulla,a,MAX,,\n"

static void asks_one_ground_after_the_other(void **state)
{
    (void)state;
    assert_chosen(ORDERED, "Max came.", "Max=1:exact:priority");
    assert_chosen(ORDERED, "Max came. Xavi went.",
                  "Max=2:exact:article; Xavi=2:exact:only");
    assert_chosen(ORDERED, "Then Mr Max came. Xavi went.",
                  "Max=3:exact:type; Xavi=2:exact:only");
    assert_chosen(ORDERED, "Then Mr Max came to tea. Xavi went.",
                  "Max=4:exact:context; Xavi=2:exact:only");
    assert_chosen(ORDERED, "Then MAX came to tea.", "MAX=5:exact:only");
}

static void narrows_down_ground_by_ground(void **state)
{
    (void)state;
    const char *csv = "name,type,aliases,context,priority\n"
                      "A One,a,Max,,9\nB Two,a,Max,tea,\nC Three,a,Max,tea,1\n";
    assert_chosen(csv, "Max had tea.", "Max=2:exact:priority");
}

/* The scores of everyone whom the first name of `text` may mean, "row:score". */
static void assert_scores(const char *csv, const char *text, const char *expected)
{
    struct check_reading reading;
    struct kith_mentions mentions;
    struct kith_buf line = {0};
    check_reading_init(&reading);
    check_load(&reading, "names.csv", csv);
    check_compile(&reading);
    check_read(&reading, text);
    assert_ok(support_recognize(reading.gazetteer, &reading.document, &reading.arena,
                                &mentions, &reading.err),
              &reading.err);
    assert_true(mentions.count > 0);
    const struct kith_mention *mention = &mentions.items[0];
    for (uint16_t c = 0; c < mention->candidate_count; c++)
        kith_buf_format(&line, "%s%u:%.4f", c ? " " : "", mention->candidates[c].entity,
                        (double)mention->candidates[c].score);
    assert_str(kith_buf_view(&line), expected);
    kith_buf_release(&line);
    check_reading_release(&reading);
}

static void scores_everyone_whom_a_name_may_mean(void **state)
{
    (void)state;
    const char *two = "name,type,aliases,context\nA One,a,Max,\nB Two,a,Max,tea\n";
    assert_scores(two, "A One came.", "0:1.0000");
    assert_scores(two, "Max had tea.", "1:0.9091 0:0.0909");
    assert_scores("name,type,aliases\nA One,a,Max\nB Two,a,Max\nC Six,a,Max\n",
                  "Max had tea.", "0:0.5455 1:0.2727 2:0.1818");
    assert_scores("name,type\nJose,a\nJos\xC3\xA9,b\n", "Jos\xC3\xA9 came.",
                  "1:0.9524 0:0.0476");
}

static void gives_no_score_to_whom_nobody_can_mean(void **state)
{
    (void)state;
    assert_scores("name,type,aliases,forbid\nA One,a,Max,tea\nB Two,a,Max,\n",
                  "Max had tea.", "1:1.0000");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_a_demonym_when_asked),
        cmocka_unit_test(takes_a_name_before_a_demonym),
        cmocka_unit_test(takes_the_longest_name_before_a_demonym),
        cmocka_unit_test(finds_a_weak_alias_beside_a_strong_one),
        cmocka_unit_test(finds_a_weak_alias_beside_a_context_word),
        cmocka_unit_test(leaves_a_weak_alias_without_support),
        cmocka_unit_test(takes_whom_the_words_around_speak_for),
        cmocka_unit_test(looks_no_further_than_the_next_sentence),
        cmocka_unit_test(passes_over_whom_the_words_around_forbid),
        cmocka_unit_test(wants_all_words_of_a_phrase_in_a_row),
        cmocka_unit_test(takes_the_highest_priority_before_the_first_row),
        cmocka_unit_test(takes_who_was_there_on_the_day),
        cmocka_unit_test(takes_nobody_when_told_to_abstain),
        cmocka_unit_test(takes_the_kind_that_the_words_beside_speak_for),
        cmocka_unit_test(hears_no_title_across_a_mark),
        cmocka_unit_test(asks_one_ground_after_the_other),
        cmocka_unit_test(narrows_down_ground_by_ground),
        cmocka_unit_test(scores_everyone_whom_a_name_may_mean),
        cmocka_unit_test(gives_no_score_to_whom_nobody_can_mean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
