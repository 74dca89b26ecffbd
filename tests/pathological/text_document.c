/* Texts made to be slow: runs of whatever a rule looks ahead or back over. */
#include "pathological/linear.h"

#include "base/buf.h"
#include "base/file.h"
#include "text/document.h"
#include "text/fold.h"

static struct kith_abbreviations *abbreviations;

/* What read_run reads: head, n times piece, tail. */
static struct run {
    const char *head, *piece, *tail;
} run;

static void check_document(const struct kith_document *document)
{
    uint32_t before = 0;
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        const struct kith_token *token = &document->tokens.items[i];
        assert_true(token->begin >= before && token->begin < token->end);
        before = token->end;
        char folded[KITH_FOLD_LIMIT];
        assert_true(kith_fold(document->text, token, folded) <= KITH_FOLD_LIMIT);
    }
    assert_true(before <= document->text.length);
}

static void read_bytes(struct kith_buf *buf)
{
    size_t length = buf->length;
    for (int i = 0; i < KITH_FILE_PADDING; i++)
        kith_buf_byte(buf, '\0');
    struct kith_arena arena;
    struct kith_error err = {0};
    struct kith_document document;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct kith_article article = {.bytes = {buf->data, length}, .path = KITH_STR("x")};
    assert_ok(kith_document_read(&article, abbreviations, &arena, &document, &err), &err);
    check_document(&document);
    kith_arena_release(&arena);
}

static void read_run(size_t n)
{
    struct kith_buf buf = {0};
    kith_buf_text(&buf, run.head);
    for (size_t i = 0; i < n; i++)
        kith_buf_text(&buf, run.piece);
    kith_buf_text(&buf, run.tail);
    read_bytes(&buf);
    kith_buf_release(&buf);
}

static void check_runs(const struct run *runs, size_t count, size_t n)
{
    for (size_t i = 0; i < count; i++) {
        run = runs[i];
        print_message("%s%s ... %s\n", run.head, run.piece, run.tail);
        check_linear(read_run, n);
    }
}

#define CHECK_RUNS(runs, n) check_runs(runs, sizeof(runs) / sizeof(runs)[0], n)

static void long_words_stay_linear(void **state)
{
    (void)state;
    const struct run runs[] = {
        {"", "12345678", ""},
        {"A", "\xC3\xA9\xC3\xA8\xC3\xAA\xC3\xAB", "z"},
        {"", "\xD0\x96\xD1\x83\xD0\xBA", " end."},
        {"", "U.S.A.B.", " end."},
        {"", "1,2.3,4.", ""},
        {"",
         "a'b\xE2\x80\x99"
         "c",
         "'s"},
    };
    CHECK_RUNS(runs, 20000);
}

static void a_word_of_five_megabytes_stays_linear(void **state)
{
    (void)state;
    const struct run runs[] = {{"", "abcdefgh", ""}};
    CHECK_RUNS(runs, 80000);
}

/* Scripts without blanks, and small words written together with others. */
static void runs_of_other_scripts_stay_linear(void **state)
{
    (void)state;
    const struct run runs[] = {
        {"", "\xE5\x8C\x97\xE4\xBA\xAC", "\xE3\x80\x82"},     /* 北京 */
        {"", "\xE0\xB9\x84\xE0\xB8\x97\xE0\xB8\xB2", ""},     /* ไทา */
        {"", "\xE0\xB9\x84", "\xE0\xB8\x97"},                 /* ไ */
        {"", "\xEC\x84\x9C\xEC\x9A\xB8", "\xEC\x9D\x80"},     /* 서울 */
        {"", "\xEC\x9D\x80", ""},                             /* 은, a particle */
        {"", "\xE1\x84\x8B\xE1\x85\xB3\xE1\x86\xAB", ""},     /* the same, apart */
        {"", "\xD9\x88", "\xD8\xAD\xD9\x85\xD8\xA7\xD8\xB3"}, /* و, and */
        {"", "\xD9\x88\xD9\x8E", ""},                         /* with a point */
        {"\xD9\x88", "\xD9\x8E", "\xD8\xAD\xD9\x85\xD8\xA7"}, /* with many */
        {"", "\xD8\xA8\xD8\xA7\xD9\x84", ""},                 /* بال, in the */
        {"", "\xD7\x95", ""},                                 /* ו, and */
    };
    CHECK_RUNS(runs, 12000);
}

static void runs_of_marks_stay_linear(void **state)
{
    (void)state;
    const struct run runs[] = {
        {"", "\"", ""},
        {"He said \"", "\"", "\" and left."},
        {"", ".", ""},
        {"", ".\"", " End."},
        {"", "'", ""},
        {"dogs", "'", "s"},
        {"", "\xE2\x80\x99", ""},
        {"a", "-", "b"},
        {"", "(", ")"},
        {"Stop.", ")", " Next."},
        {"Stop", "!?", " next"},
        {"", "\xE2\x80\x9C\xE2\x80\x9D", ""},
    };
    CHECK_RUNS(runs, 12000);
}

static void runs_of_blanks_stay_linear(void **state)
{
    (void)state;
    const struct run runs[] = {
        {"", "\n", "End."},       {"Title", "\r\n", "Text."},
        {"One.", " ", "Two."},    {"Mr.", "\t", "Smith"},
        {"One.", " \n", "Two."},  {"One. ", "\xC2\xA0", "Two."},
        {"", "a\n\n", ""},        {"", "a\n", ""},
        {"", "\xEF\xBB\xBF", ""},
    };
    CHECK_RUNS(runs, 12000);
}

/* UAX #29 looks past these to the next letter, and counts flags in pairs. */
static void runs_of_joining_characters_stay_linear(void **state)
{
    (void)state;
    const struct run runs[] = {
        {"e", "\xCC\x81", " end."},
        {"", "e\xCC\x81", ""},
        {"soft", "\xC2\xAD", "hyphen"},
        {"a.", "\xCC\x81", "b"},
        {"", ":\xCC\x81", "b"},
        {"", "\xF0\x9F\x87\xAB", ""},
        {"", "\xF0\x9F\x91\xA9\xE2\x80\x8D", ""},
        {"a", "\xE2\x80\x8D", "b"},
        {"", "'\xCC\x81", "s"},
    };
    CHECK_RUNS(runs, 12000);
}

static void sentences_without_end_or_without_words_stay_linear(void **state)
{
    (void)state;
    const struct run runs[] = {
        {"", "word and ", ""},  {"", "Word ", ""},
        {"", "U.S. ", ""},      {"", "Mr. ", ""},
        {"", "J. ", "Smith"},   {"", "No. 5 ", ""},
        {"", "at 5 p.m. ", ""}, {"", "A. ", "b"},
        {"", "Stop. ", ""},     {"", "\"Stop.\" he said. ", ""},
        {"", "- item\n", ""},   {"", "... and ", ""},
    };
    CHECK_RUNS(runs, 12000);
}

static void read_utf16(size_t n)
{
    struct kith_buf buf = {0};
    kith_buf_append(&buf, "\xFF\xFE", 2);
    for (size_t i = 0; i < n; i++)
        kith_buf_append(&buf, "R\0a\0i\0n\0 \0", 10);
    read_bytes(&buf);
    kith_buf_release(&buf);
}

static void read_latin1(size_t n)
{
    struct kith_buf buf = {0};
    for (size_t i = 0; i < n; i++)
        kith_buf_text(&buf, "caf\xE9 \x93ol\xE9\x94. ");
    read_bytes(&buf);
    kith_buf_release(&buf);
}

static void other_encodings_stay_linear(void **state)
{
    (void)state;
    check_linear(read_utf16, 12000);
    check_linear(read_latin1, 12000);
}

static int load_abbreviations(void **state)
{
    (void)state;
    struct kith_error err;
    struct kith_arena arena;
    struct kith_problems problems;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    enum kith_status status =
        kith_abbreviations_load(NULL, &problems, &abbreviations, &err);
    kith_arena_release(&arena);
    return status == KITH_OK ? 0 : -1;
}

static int free_abbreviations(void **state)
{
    (void)state;
    kith_abbreviations_free(abbreviations);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_of_five_megabytes_stays_linear),
        cmocka_unit_test(long_words_stay_linear),
        cmocka_unit_test(runs_of_other_scripts_stay_linear),
        cmocka_unit_test(runs_of_marks_stay_linear),
        cmocka_unit_test(runs_of_blanks_stay_linear),
        cmocka_unit_test(runs_of_joining_characters_stay_linear),
        cmocka_unit_test(sentences_without_end_or_without_words_stay_linear),
        cmocka_unit_test(other_encodings_stay_linear),
    };
    return cmocka_run_group_tests(tests, load_abbreviations, free_abbreviations);
}
