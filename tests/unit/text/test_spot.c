/* Places in an article, however they are named. */
#include "support/check.h"

#include "base/buf.h"
#include "base/file.h"
#include "text/spot.h"

/* An article that is being read. */
struct reading {
    struct kith_arena arena;
    struct kith_article article;
    struct kith_document document;
    struct kith_error err;
};

static void open(struct reading *reading, const char *text)
{
    *reading = (struct reading){.article = {.path = KITH_STR("article.txt")}};
    kith_arena_init(&reading->arena, KITH_ARENA_UNCAPPED);
    size_t length = strlen(text);
    char *copy = kith_arena_zeroed(&reading->arena, length + KITH_FILE_PADDING, 1);
    assert_non_null(copy);
    memcpy(copy, text, length);
    reading->article.bytes = (struct kith_str){copy, length};
    assert_ok(kith_document_read(&reading->article, NULL, &reading->arena,
                                 &reading->document, &reading->err),
              &reading->err);
}

/* The words that `spot` means in `text`, joined by bars; or the sentence that refuses. */
static void assert_spot(struct kith_spot spot, const char *text, const char *expected)
{
    struct reading reading;
    struct kith_spans spans;
    struct kith_buf line = {0};
    open(&reading, text);
    const struct kith_token *tokens = reading.document.tokens.items;
    enum kith_status status =
        kith_spot_find(&reading.document, &spot, &reading.arena, &spans, &reading.err);
    if (status != KITH_OK)
        kith_buf_text(&line, reading.err.text);
    for (uint32_t s = 0; s < spans.count; s++)
        kith_buf_format(&line, "%s%.*s", s ? "|" : "",
                        KITH_STR_ARGS(kith_str_slice(
                            reading.document.text, tokens[spans.items[s].first].begin,
                            tokens[spans.items[s].end - 1].end)));
    assert_str(kith_buf_view(&line), expected);
    kith_buf_release(&line);
    kith_arena_release(&reading.arena);
}

static void assert_at(uint64_t offset, const char *text, const char *expected)
{
    assert_spot((struct kith_spot){.offset = offset}, text, expected);
}

static void assert_in(uint64_t line, uint64_t column, const char *text,
                      const char *expected)
{
    assert_spot((struct kith_spot){.line = line, .column = column}, text, expected);
}

static void assert_words(const char *words, const char *text, const char *expected)
{
    assert_spot((struct kith_spot){.words = words}, text, expected);
}

static void any_byte_of_a_word_means_it(void **state)
{
    (void)state;
    assert_at(0, "Ada left.", "Ada");
    assert_at(2, "Ada left.", "Ada");
    assert_at(7, "Ada left.", "left");
    assert_at(8, "Ada left.", ".");
}

static void between_words_the_next_one_is_meant(void **state)
{
    (void)state;
    assert_at(3, "Ada left.", "left");
    assert_at(10, "Ada left.\n\n", ".");
}

static void bytes_behind_the_end_are_refused(void **state)
{
    (void)state;
    assert_at(9, "Ada left.", "article.txt: there is no byte 9; the text has 9, from 0");
    assert_at(0, "", "article.txt: there are no words in it");
}

static void columns_count_characters(void **state)
{
    (void)state;
    assert_in(1, 8, "Zürich Oslo", "Oslo");
    assert_in(1, 1, "\xEF\xBB\xBFOslo Bergen", "Oslo");
    assert_in(1, 6, "\xEF\xBB\xBFOslo Bergen", "Bergen");
}

static void lines_end_as_on_any_system(void **state)
{
    (void)state;
    assert_in(2, 1, "Oslo.\nBergen.\n", "Bergen");
    assert_in(2, 1, "Oslo.\r\nBergen.\r\n", "Bergen");
    assert_in(2, 1, "Oslo.\rBergen.\r", "Bergen");
    assert_in(3, 1, "Oslo.\n\nBergen.\n", "Bergen");
}

static void lines_and_columns_that_are_not_there_are_refused(void **state)
{
    (void)state;
    assert_in(3, 1, "Oslo.\nBergen.\n", "article.txt: there is no line 3; it has 2");
    assert_in(9, 1, "Oslo.\nBergen.", "article.txt: there is no line 9; it has 2");
    assert_in(1, 7, "Oslo.\nBergen.\n",
              "article.txt:1: there is no column 7; the line has 5 characters");
}

static void words_are_found_wherever_they_stand(void **state)
{
    (void)state;
    assert_words("ada lark", "Ada\nLark met ADA LARK and Ada Larkin.",
                 "Ada\nLark|ADA LARK");
    assert_words("Zurich", "In Zürich.", "Zürich");
}

static void words_that_do_not_stand_there_are_refused(void **state)
{
    (void)state;
    assert_words("Bergen", "In Oslo.", "article.txt: \"Bergen\" does not stand in it");
    assert_words("", "In Oslo.", "article.txt: \"\" does not stand in it");
    assert_words("In Oslo . Now", "In Oslo.",
                 "article.txt: \"In Oslo . Now\" does not stand in it");
}

static void offsets_have_lines_and_columns(void **state)
{
    (void)state;
    struct kith_str text = KITH_STR("\xEF\xBB\xBFZ\xC3\xBCrich\r\nOslo\r\rBergen");
    static const struct {
        uint32_t offset, line, column;
    } known[] = {{3, 1, 1}, {6, 1, 3}, {12, 2, 1}, {14, 2, 3}, {18, 4, 1}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct kith_position position = kith_position_of(text, known[i].offset);
        assert_int_equal(position.line, known[i].line);
        assert_int_equal(position.column, known[i].column);
    }
}

static enum kith_status find(struct kith_arena *arena, void *context,
                             struct kith_error *err)
{
    struct reading *reading = context;
    const struct kith_spot spot = {.words = "Ada Lark"};
    struct kith_spans spans;
    return kith_spot_find(&reading->document, &spot, arena, &spans, err);
}

static void survives_want_of_memory(void **state)
{
    (void)state;
    struct reading reading;
    open(&reading, "Ada Lark met Ada Lark.");
    check_memory_sweep(find, &reading);
    kith_arena_release(&reading.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_byte_of_a_word_means_it),
        cmocka_unit_test(between_words_the_next_one_is_meant),
        cmocka_unit_test(bytes_behind_the_end_are_refused),
        cmocka_unit_test(columns_count_characters),
        cmocka_unit_test(lines_end_as_on_any_system),
        cmocka_unit_test(lines_and_columns_that_are_not_there_are_refused),
        cmocka_unit_test(words_are_found_wherever_they_stand),
        cmocka_unit_test(words_that_do_not_stand_there_are_refused),
        cmocka_unit_test(offsets_have_lines_and_columns),
        cmocka_unit_test(survives_want_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
