/* The rows of an article, from text to tables. */
#include "output/pour.h"

#include "relate/findings.h"
#include "sheet.h"
#include "support/folder.h"
#include "support/reading.h"
#include "support/recognize.h"

static const char people[] = "name,type,aliases,id\n"
                             "Anna Berg,person,Berg,person:anna-berg\n"
                             "Boris Cohn,person,Cohn,\"b c\"\n"
                             "\"Dahl \"\"Dee\"\" Eno\",person,Eno,\n"
                             "Fern,agency,,\n";

static const char ties[] = "relation head of: person -> agency\n"
                           "    A , head of B\n";

static const char article[] = "Anna Berg, head of Fern, met Cohn.\n"
                              "\n"
                              "\"Nobody is here.\" Eno and\nBerg left. Cohn stayed.\n";

struct desk {
    struct check_reading reading;
    struct kith_rules *rules;
    struct kith_mentions mentions;
    struct kith_findings findings;
    struct kith_rows rows;
};

static void open_desk(struct desk *desk, enum kith_scope scope)
{
    *desk = (struct desk){0};
    struct check_reading *reading = &desk->reading;
    struct kith_error *err = &reading->err;
    check_reading_init(reading);
    check_load(reading, "people.csv", people);
    check_compile(reading);
    assert_ok(kith_rules_new(&desk->rules, err), err);
    assert_ok(kith_rules_load_bytes(desk->rules, KITH_STR(ties), "ties.rel", err), err);
    assert_ok(kith_rules_compile(desk->rules, reading->gazetteer, err), err);
    check_read(reading, article);
    reading->article.number = 11;
    assert_ok(support_recognize(reading->gazetteer, &reading->document, &reading->arena,
                                &desk->mentions, err),
              err);
    assert_ok(kith_relate(reading->gazetteer, desk->rules,
                          (struct kith_window){.scope = scope, .reach = 20},
                          &reading->document, &desk->mentions, &reading->arena,
                          &desk->findings, err),
              err);
    desk->findings.story = 11;
    desk->findings.copy_of = KITH_NO_ID;
    assert_ok(kith_rows_render(&desk->rows, reading->gazetteer, desk->rules,
                               &desk->findings, err),
              err);
}

static void close_desk(struct desk *desk)
{
    kith_rows_release(&desk->rows);
    kith_rules_free(desk->rules);
    check_reading_release(&desk->reading);
}

/* A header and the rows below it, read back. */
static struct sheet table(struct desk *desk, enum kith_row_table kind,
                          const struct kith_buf *rows)
{
    struct kith_buf all = {0};
    kith_rows_write_header(KITH_ROW_CSV, kind, &all);
    kith_buf_str(&all, kith_buf_view(rows));
    struct sheet sheet = sheet_read(&desk->reading.arena, kith_buf_view(&all));
    kith_buf_release(&all);
    return sheet;
}

/* As the run does it: told by the ledger, poured into files. */
static struct sheet poured_table(struct desk *desk, enum kith_row_table kind)
{
    struct kith_output files[KITH_ROW_TABLES] = {0};
    for (uint32_t i = 0; i < desk->findings.evidence_count; i++)
        desk->findings.evidence[i].edge = 70 + i;
    kith_rows_pour(&desk->rows, &desk->findings, files);
    struct sheet sheet = table(desk, kind, &files[kind].buffer);
    for (int i = 0; i < KITH_ROW_TABLES; i++)
        kith_buf_release(&files[i].buffer);
    return sheet;
}

static struct sheet evidence_table(struct desk *desk)
{
    return poured_table(desk, KITH_EVIDENCE_ROWS);
}

static uint32_t number(struct kith_str cell)
{
    uint32_t value = 0;
    assert_true(cell.length > 0);
    for (size_t i = 0; i < cell.length; i++) {
        assert_in_range(cell.data[i], '0', '9');
        value = value * 10 + (uint32_t)(cell.data[i] - '0');
    }
    return value;
}

static struct kith_str cut(const struct desk *desk, const struct sheet *sheet,
                           uint32_t row)
{
    return kith_str_slice(desk->reading.document.text,
                          number(sheet_cell(sheet, row, "begin")),
                          number(sheet_cell(sheet, row, "end")));
}

static void an_article_is_one_row(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, KITH_SENTENCE);
    struct sheet sheet = poured_table(&desk, KITH_ARTICLE_ROWS);
    assert_int_equal(sheet.count, 2);
    assert_str(sheet_cell(&sheet, 1, "article"), "a12");
    assert_str(sheet_cell(&sheet, 1, "story"), "a12");
    assert_str(sheet_cell(&sheet, 1, "copy_of"), "");
    assert_str(sheet_cell(&sheet, 1, "path"), "article.txt");
    assert_str(sheet_cell(&sheet, 1, "encoding"), "utf-8");
    assert_int_equal(number(sheet_cell(&sheet, 1, "bytes")), strlen(article));
    assert_int_equal(number(sheet_cell(&sheet, 1, "mentions")), desk.mentions.count);
    assert_int_equal(number(sheet_cell(&sheet, 1, "sentences")),
                     desk.reading.document.sentences.count);
    close_desk(&desk);
}

static void a_mention_is_what_stands_at_its_place(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, KITH_SENTENCE);
    struct sheet sheet =
        table(&desk, KITH_MENTION_ROWS, &desk.rows.tables[KITH_MENTION_ROWS]);
    static const char *const surfaces[] = {"Anna Berg", "Fern", "Cohn",
                                           "Eno",       "Berg", "Cohn"};
    assert_int_equal(sheet.count, 7);
    for (uint32_t i = 1; i < sheet.count; i++) {
        assert_str(sheet_cell(&sheet, i, "surface"), surfaces[i - 1]);
        assert_str(cut(&desk, &sheet, i), surfaces[i - 1]);
        assert_str(sheet_cell(&sheet, i, "article"), "a12");
    }
    assert_str(sheet_cell(&sheet, 3, "entity"), "b_x0020_c");
    assert_str(sheet_cell(&sheet, 3, "name"), "Boris Cohn");
    assert_str(sheet_cell(&sheet, 3, "alias"), "Cohn");
    assert_str(sheet_cell(&sheet, 3, "row"), "people.csv:3");
    assert_str(sheet_cell(&sheet, 3, "found"), "exact");
    assert_str(sheet_cell(&sheet, 3, "choice"), "only");
    assert_str(sheet_cell(&sheet, 3, "score"), "1");
    assert_str(sheet_cell(&sheet, 3, "candidates"), "");
    assert_str(sheet_cell(&sheet, 4, "name"), "Dahl \"Dee\" Eno");
    close_desk(&desk);
}

static void evidence_stands_in_a_sentence_that_is_written(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, KITH_SENTENCE);
    struct sheet sheet =
        table(&desk, KITH_SENTENCE_ROWS, &desk.rows.tables[KITH_SENTENCE_ROWS]);
    struct sheet evidence = evidence_table(&desk);
    assert_int_equal(evidence.count, desk.findings.evidence_count + 1);
    for (uint32_t i = 1; i < evidence.count; i++) {
        uint32_t found = 0;
        for (uint32_t k = 1; k < sheet.count; k++)
            found += kith_str_equal(sheet_cell(&sheet, k, "sentence"),
                                    sheet_cell(&evidence, i, "sentence"));
        assert_int_equal(found, 1);
    }
    close_desk(&desk);
}

static void sentences_without_evidence_are_not_written(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, KITH_SENTENCE);
    struct sheet sheet =
        table(&desk, KITH_SENTENCE_ROWS, &desk.rows.tables[KITH_SENTENCE_ROWS]);
    assert_int_equal(sheet.count, 3);
    assert_str(sheet_cell(&sheet, 1, "sentence"), "a12s1");
    assert_str(sheet_cell(&sheet, 1, "text"), "Anna Berg, head of Fern, met Cohn.");
    assert_str(cut(&desk, &sheet, 2), "Eno and\nBerg left.");
    assert_str(sheet_cell(&sheet, 2, "text"), "Eno and Berg left.");
    close_desk(&desk);
}

static void wide_windows_write_both_ends(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, KITH_PARAGRAPH);
    struct sheet sheet =
        table(&desk, KITH_SENTENCE_ROWS, &desk.rows.tables[KITH_SENTENCE_ROWS]);
    assert_int_equal(sheet.count, 4);
    assert_str(sheet_cell(&sheet, 3, "text"), "Cohn stayed.");
    close_desk(&desk);
}

static void evidence_names_its_edge_and_its_rule(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, KITH_SENTENCE);
    struct sheet evidence = evidence_table(&desk);
    uint32_t last = evidence.count - 1;
    assert_str(sheet_cell(&evidence, 1, "edge"), "e70");
    assert_str(sheet_cell(&evidence, 1, "relation"), "co-occurrence");
    assert_str(sheet_cell(&evidence, 1, "rule"), "");
    assert_str(sheet_cell(&evidence, last, "relation"), "head of");
    assert_str(sheet_cell(&evidence, last, "source"), "person:anna-berg");
    assert_str(sheet_cell(&evidence, last, "rule"), "ties.rel:2");
    assert_non_null(strstr(sheet_cell(&evidence, last, "trigger").data, "head of"));
    assert_str(cut(&desk, &evidence, last), "Anna Berg, head of Fern");
    close_desk(&desk);
}

/* The last row of evidence, a relation, when its statement is as told. */
static struct sheet evidence_stated(struct desk *desk, struct kith_statement statement)
{
    open_desk(desk, KITH_SENTENCE);
    desk->findings.evidence[desk->findings.evidence_count - 1].statement = statement;
    kith_rows_reset(&desk->rows);
    assert_ok(kith_rows_render(&desk->rows, desk->reading.gazetteer, desk->rules,
                               &desk->findings, &desk->reading.err),
              &desk->reading.err);
    return evidence_table(desk);
}

static void evidence_says_how_it_stands_and_who_says_so(void **state)
{
    (void)state;
    static const struct {
        struct kith_statement statement;
        const char *polarity, *status, *speaker;
    } cases[] = {
        {{.speaker = KITH_NO_ID}, "positive", "fact", ""},
        {{.is_denied = true, .speaker = KITH_NO_ID}, "negative", "fact", ""},
        {{.is_unreal = true, .speaker = 1, .speaker_begin = 29, .speaker_end = 33},
         "positive",
         "unreal",
         "b_x0020_c"},
        {{.speaker = KITH_NO_ID, .speaker_begin = 37, .speaker_end = 43},
         "positive",
         "fact",
         "Nobody"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct desk desk;
        struct sheet evidence = evidence_stated(&desk, cases[i].statement);
        uint32_t last = evidence.count - 1;
        assert_str(sheet_cell(&evidence, last, "polarity"), cases[i].polarity);
        assert_str(sheet_cell(&evidence, last, "status"), cases[i].status);
        assert_str(sheet_cell(&evidence, last, "speaker"), cases[i].speaker);
        assert_str(sheet_cell(&evidence, 1, "polarity"), "");
        assert_str(sheet_cell(&evidence, 1, "status"), "");
        close_desk(&desk);
    }
}

/* The first sentence stood as the third of article 5; the article copies that. */
static void what_stood_already_is_poured_as_copies(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, KITH_SENTENCE);
    uint32_t all = desk.findings.evidence_count, copied = 0;
    for (uint32_t i = 0; i < all; i++)
        copied += desk.findings.evidence[i].sentence == 0;
    assert_true(copied > 0 && copied < all);
    desk.findings.story = desk.findings.copy_of = 4;
    desk.findings.fingerprint.sayings[0].copy_article = 4;
    desk.findings.fingerprint.sayings[0].copy_sentence = 2;
    struct sheet evidence = evidence_table(&desk);
    struct sheet copies = poured_table(&desk, KITH_COPY_ROWS);
    struct sheet sentences = poured_table(&desk, KITH_SENTENCE_ROWS);
    struct sheet articles = poured_table(&desk, KITH_ARTICLE_ROWS);
    assert_int_equal(copies.count, 1 + copied);
    assert_int_equal(evidence.count, 1 + all - copied);
    assert_str(sheet_cell(&copies, 1, "copy_of"), "a5s3");
    assert_str(sheet_cell(&copies, 1, "edge"), "e70");
    assert_str(sheet_cell(&copies, 1, "sentence"), "a12s1");
    for (uint32_t row = 1; row < sentences.count; row++)
        assert_false(
            kith_str_equal(sheet_cell(&sentences, row, "sentence"), KITH_STR("a12s1")));
    assert_str(sheet_cell(&articles, 1, "story"), "a5");
    assert_str(sheet_cell(&articles, 1, "copy_of"), "a5");
    close_desk(&desk);
}

static void reset_rows_are_empty_rows(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, KITH_SENTENCE);
    kith_rows_reset(&desk.rows);
    for (int kind = 0; kind < KITH_COPY_ROWS; kind++)
        assert_int_equal(desk.rows.tables[kind].length, 0);
    assert_int_equal(desk.rows.evidence.count, 0);
    close_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_article_is_one_row),
        cmocka_unit_test(a_mention_is_what_stands_at_its_place),
        cmocka_unit_test(evidence_stands_in_a_sentence_that_is_written),
        cmocka_unit_test(sentences_without_evidence_are_not_written),
        cmocka_unit_test(wide_windows_write_both_ends),
        cmocka_unit_test(evidence_names_its_edge_and_its_rule),
        cmocka_unit_test(evidence_says_how_it_stands_and_who_says_so),
        cmocka_unit_test(what_stood_already_is_poured_as_copies),
        cmocka_unit_test(reset_rows_are_empty_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
