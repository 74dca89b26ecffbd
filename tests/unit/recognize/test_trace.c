/* What recognising tells of its decisions: a reason each. */
#include "support/reading.h"

#include "base/buf.h"
#include "recognize/given.h"
#include "recognize/rejection.h"
#include "support/recognize.h"

/* An article being recognised, and what is told of it. */
struct telling {
    struct check_reading reading;
    struct kith_trace trace;
    struct kith_mentions mentions;
};

static void telling_open(struct telling *telling, const char *csv)
{
    *telling = (struct telling){0};
    check_reading_init(&telling->reading);
    check_load(&telling->reading, "names.csv", csv);
}

/* Recognise `text` in an article of `date`. */
static void telling_run(struct telling *telling,
                        const struct kith_recognize_options *options, const char *date,
                        const char *text)
{
    struct check_reading *reading = &telling->reading;
    struct kith_recognizer *recognizer;
    check_compile(reading);
    check_read(reading, text);
    reading->article.date = kith_str_of(date);
    telling->trace.arena = &reading->arena;
    assert_ok(kith_recognizer_new(reading->gazetteer, support_words(), options,
                                  &recognizer, &reading->err),
              &reading->err);
    assert_ok(kith_recognize_traced(recognizer, &reading->document, &reading->arena,
                                    &telling->trace, &telling->mentions, &reading->err),
              &reading->err);
    kith_recognizer_free(recognizer);
}

static struct kith_str token_text(const struct telling *telling, uint32_t token)
{
    const struct kith_document *document = &telling->reading.document;
    return kith_token_text(document->text, &document->tokens.items[token]);
}

/* "Paris=0:stranger(Hilton)": words, entity, reason, the word that decided. */
static void write_decision(const struct telling *telling,
                           const struct kith_decision *decision, struct kith_buf *line)
{
    for (uint32_t i = decision->first_token; i < decision->end_token; i++)
        kith_buf_format(line, "%s%.*s", i > decision->first_token ? " " : "",
                        KITH_STR_ARGS(token_text(telling, i)));
    if (decision->entity == KITH_NO_ID)
        kith_buf_byte(line, '=');
    else
        kith_buf_format(line, "=%u", decision->entity);
    kith_buf_format(line, ":%s", kith_reason_name(decision->reason));
    if (decision->reason == KITH_REASON_REJECTED)
        kith_buf_format(line, "(%u)", decision->word);
    else if (decision->word != KITH_NO_ID)
        kith_buf_format(line, "(%.*s)",
                        KITH_STR_ARGS(token_text(telling, decision->word)));
    if (decision->rival != KITH_NO_ID && decision->rival != decision->entity)
        kith_buf_format(line, "/%u", decision->rival);
}

static void telling_close(struct telling *telling, const char *expected)
{
    struct kith_buf line = {0};
    assert_ok(kith_trace_check(&telling->trace, &telling->reading.err),
              &telling->reading.err);
    for (uint32_t i = 0; i < telling->trace.count; i++) {
        if (i > 0)
            kith_buf_text(&line, "; ");
        write_decision(telling, &telling->trace.items[i], &line);
    }
    assert_str(kith_buf_view(&line), expected);
    kith_buf_release(&line);
    check_reading_release(&telling->reading);
}

static void assert_told_by(const struct kith_recognize_options *options, const char *date,
                           const char *csv, const char *text, const char *expected)
{
    struct telling telling;
    telling_open(&telling, csv);
    telling_run(&telling, options, date, text);
    telling_close(&telling, expected);
}

static void assert_told(const char *csv, const char *text, const char *expected)
{
    assert_told_by(NULL, "", csv, text, expected);
}

static void tells_that_a_name_is_taken(void **state)
{
    (void)state;
    assert_told("name,type\nOslo,city\n", "They left Oslo.", "Oslo=0:chosen");
}

static void tells_nothing_where_nothing_is_found(void **state)
{
    (void)state;
    assert_told("name,type\nOslo,city\n", "They left Bergen.", "");
}

static void names_the_forbidding_word(void **state)
{
    (void)state;
    assert_told("name,type,forbid\nJordan,country,Michael|basketball\n",
                "Jordan won. He plays basketball.", "Jordan=0:forbidden(basketball)");
}

static void tells_of_a_row_out_of_date(void **state)
{
    (void)state;
    assert_told_by(NULL, "2020-01-01", "name,type,until\nUpland,country,2010\n",
                   "They left Upland.", "Upland=0:out_of_date");
}

static void tells_of_a_weak_name_without_support(void **state)
{
    (void)state;
    assert_told("name,type,aliases\nMay Field,person,?Field\n", "The Field was wet.",
                "Field=0:unsupported");
}

static void names_who_goes_before(void **state)
{
    (void)state;
    assert_told("name,type,aliases\nGroß,person,\nGross,person,\n", "They met Gross.",
                "Gross=1:chosen; Gross=0:outranked/1");
}

static void names_the_word_that_decides_among_several(void **state)
{
    (void)state;
    assert_told("name,type,context\nGeorgia,country,Tbilisi\nGeorgia,region,Atlanta\n",
                "Georgia and Atlanta.",
                "Georgia=1:chosen(Atlanta); Georgia=0:not_chosen/1");
}

static void tells_of_names_that_nothing_tells_apart(void **state)
{
    (void)state;
    const struct kith_recognize_options none = {.ambiguous = KITH_AMBIGUOUS_NONE};
    assert_told_by(&none, "", "name,type\nGeorgia,country\nGeorgia,region\n",
                   "In Georgia.", "Georgia=0:unclear; Georgia=1:unclear");
}

static void tells_of_words_that_begin_sentences(void **state)
{
    (void)state;
    assert_told("name,type\nBut,company\n", "But it rained.",
                "But=0:chosen; But=0:opener(But)");
}

static void names_the_stranger(void **state)
{
    (void)state;
    const char *const csv = "name,type\nParis,city\nPutin,person\n";
    assert_told(csv, "They saw Paris Hilton there.",
                "Paris=0:chosen; Paris=0:stranger(Hilton)");
    assert_told(csv, "They saw Igor Putin there.",
                "Putin=1:chosen; Putin=1:stranger(Igor)");
    assert_told(csv, "They saw I. Putin there.", "Putin=1:chosen; Putin=1:stranger(I)");
}

#define PEOPLE                                                                           \
    "name,type\n"                                                                        \
    "Ada Lark,person\n"                                                                  \
    "Ben Lark,person\n"                                                                  \
    "Bank of Upland,company\n"                                                           \
    "Federal Harbour Service,agency\n"                                                   \
    "Cy Holt-Smith,person\n"

static void names_the_full_name_of_a_short_one(void **state)
{
    (void)state;
    assert_told(PEOPLE, "Then Ada Lark came. Later Lark left.",
                "Ada Lark=0:chosen; Lark=0:short(Ada)");
}

static void tells_of_two_of_one_surname(void **state)
{
    (void)state;
    assert_told(PEOPLE, "Then Ada Lark met Ben Lark. Later Lark left.",
                "Ada Lark=0:chosen; Ben Lark=1:chosen; Lark=1:shared(Lark)/0; "
                "Lark=:nobody(Lark)");
}

static void tells_of_an_explained_name(void **state)
{
    (void)state;
    assert_told(PEOPLE, "The Federal Harbour Service (FHS) said so. The FHS left.",
                "Federal Harbour Service=3:chosen; FHS=3:explained(FHS); "
                "FHS=3:explained(FHS)");
}

static void tells_of_an_explained_name_in_small_letters(void **state)
{
    (void)state;
    assert_told(PEOPLE, "The Federal Harbour Service (FHS) said so. An Fhs left.",
                "Federal Harbour Service=3:chosen; FHS=3:explained(FHS); "
                "Fhs=3:small(FHS)");
}

static void tells_whom_an_explained_name_meant_before(void **state)
{
    (void)state;
    assert_told(PEOPLE "Fish Selling,company\nFHS,product\n",
                "The Federal Harbour Service (FHS) said so.",
                "Federal Harbour Service=3:chosen; FHS=6:chosen; FHS=3:explained(FHS)/6");
}

static void tells_of_half_a_double_name(void **state)
{
    (void)state;
    assert_told(PEOPLE, "Then Cy Holt-Smith came. Later Smith left.",
                "Cy Holt - Smith=4:chosen; Smith=4:half(Cy)");
}

static void tells_of_a_missing_article(void **state)
{
    (void)state;
    assert_told("name,type\nUpland Bank,company\n",
                "Then Upland Bank opened. A Bank closed. The Bank stayed.",
                "Upland Bank=0:chosen; Bank=0:no_article(Upland); Bank=0:short(Upland)");
}

static void tells_of_a_demonym(void **state)
{
    (void)state;
    assert_told("name,type,demonyms\nUpland,country,Uplander\n", "An Uplander left.",
                "Uplander=0:chosen; Uplander=0:demonym");
}

static void names_the_given_mention_that_is_yielded_to(void **state)
{
    (void)state;
    struct telling telling;
    struct kith_given *given;
    struct kith_given_mention mention = {.begin = 5, .end = 13, .entity = 1, .alias = 1};
    telling_open(&telling, "name,type\nLark,person\nAda Lark,person\n");
    telling_run(&telling, NULL, "", "Then Ada Lark came.");
    struct check_reading *reading = &telling.reading;
    telling.trace.count = 0;
    assert_ok(kith_given_new(&given, &reading->err), &reading->err);
    assert_ok(kith_given_add(given, KITH_STR("article.txt"), mention, &reading->err),
              &reading->err);
    assert_ok(kith_given_close(given, &reading->err), &reading->err);
    telling.mentions.items[0].entity = 0;
    assert_ok(kith_given_place(given, &reading->document, &reading->arena, &telling.trace,
                               &telling.mentions, &reading->err),
              &reading->err);
    kith_given_free(given);
    telling_close(&telling, "Ada Lark=0:yielded/1");
}

static void names_the_line_that_rejects(void **state)
{
    (void)state;
    struct telling telling;
    struct kith_correction line = {
        .kind = KITH_REJECT, .what = KITH_STR("Oslo"), .line = 7, .entity = KITH_NO_ID};
    struct kith_corrections corrections = {.items = &line, .count = 1};
    struct kith_rejections *rejections;
    telling_open(&telling, "name,type\nOslo,city\n");
    telling_run(&telling, NULL, "", "They left Oslo.");
    assert_ok(kith_rejections_new(&corrections, &rejections, &telling.reading.err),
              &telling.reading.err);
    kith_rejections_apply(rejections, &telling.reading.document, &telling.trace,
                          &telling.mentions);
    kith_rejections_free(rejections);
    assert_int_equal(telling.mentions.count, 0);
    telling_close(&telling, "Oslo=0:chosen; Oslo=0:rejected(7)");
}

static enum kith_status trace_all(struct kith_arena *arena, void *context,
                                  struct kith_error *err)
{
    struct check_reading *reading = context;
    struct kith_trace trace = {.arena = arena};
    struct kith_mentions mentions;
    struct kith_recognizer *recognizer;
    KITH_TRY(
        kith_recognizer_new(reading->gazetteer, support_words(), NULL, &recognizer, err));
    enum kith_status status = kith_recognize_traced(recognizer, &reading->document, arena,
                                                    &trace, &mentions, err);
    kith_recognizer_free(recognizer);
    KITH_TRY(status);
    return kith_trace_check(&trace, err);
}

static void remembers_that_memory_was_out(void **state)
{
    (void)state;
    struct check_reading reading;
    check_reading_init(&reading);
    check_load(&reading, "names.csv", PEOPLE);
    check_compile(&reading);
    check_read(&reading, "Then Ada Lark met Ben Lark. Later Lark left.");
    check_memory_sweep(trace_all, &reading);
    check_reading_release(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_that_a_name_is_taken),
        cmocka_unit_test(tells_nothing_where_nothing_is_found),
        cmocka_unit_test(names_the_forbidding_word),
        cmocka_unit_test(tells_of_a_row_out_of_date),
        cmocka_unit_test(tells_of_a_weak_name_without_support),
        cmocka_unit_test(names_who_goes_before),
        cmocka_unit_test(names_the_word_that_decides_among_several),
        cmocka_unit_test(tells_of_names_that_nothing_tells_apart),
        cmocka_unit_test(tells_of_words_that_begin_sentences),
        cmocka_unit_test(names_the_stranger),
        cmocka_unit_test(names_the_full_name_of_a_short_one),
        cmocka_unit_test(tells_of_two_of_one_surname),
        cmocka_unit_test(tells_of_an_explained_name),
        cmocka_unit_test(tells_of_an_explained_name_in_small_letters),
        cmocka_unit_test(tells_whom_an_explained_name_meant_before),
        cmocka_unit_test(tells_of_half_a_double_name),
        cmocka_unit_test(tells_of_a_missing_article),
        cmocka_unit_test(tells_of_a_demonym),
        cmocka_unit_test(names_the_given_mention_that_is_yielded_to),
        cmocka_unit_test(names_the_line_that_rejects),
        cmocka_unit_test(remembers_that_memory_was_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
