/* Documents: what holds of sentences beyond the examples of tests/spec/sentences.md. */
#include "support/check.h"

#include "base/file.h"
#include "text/document.h"

static struct kith_arena arena;
static struct kith_article article;
static struct kith_document document;
static struct kith_error err;

static int begin(void **state)
{
    (void)state;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    article = (struct kith_article){.path = KITH_STR("a.txt")};
    return 0;
}

static int end(void **state)
{
    (void)state;
    kith_arena_release(&arena);
    return 0;
}

static void put_text(const char *text)
{
    size_t length = strlen(text);
    char *copy = kith_arena_zeroed(&arena, length + KITH_FILE_PADDING, 1);
    memcpy(copy, text, length);
    article.bytes = (struct kith_str){copy, length};
}

static void read_text(const char *text)
{
    put_text(text);
    assert_ok(kith_document_read(&article, NULL, &arena, &document, &err), &err);
}

static struct kith_str sentence(uint32_t i)
{
    assert_true(i < document.sentences.count);
    const struct kith_sentence *item = &document.sentences.items[i];
    return kith_str_slice(document.text, item->begin, item->end);
}

static void gives_the_bytes_of_the_file_for_every_sentence(void **state)
{
    (void)state;
    read_text("Title here\r\n\r\n  “One.” Two\r\nlines.\r\n");
    assert_int_equal(document.sentences.count, 3);
    assert_str(sentence(0), "Title here");
    assert_str(sentence(1), "“One.”");
    assert_str(sentence(2), "Two\r\nlines.");
    assert_int_equal(document.sentences.items[2].first_token, 6);
    assert_int_equal(document.sentences.items[2].end_token, 9);
}

static void numbers_paragraphs_from_the_title_on(void **state)
{
    (void)state;
    read_text("A title\n\nOne. Two.\n\nThree.");
    assert_int_equal(document.paragraph_count, 3);
    assert_int_equal(document.sentences.items[0].paragraph, 0);
    assert_true(document.sentences.items[0].is_title);
    assert_int_equal(document.sentences.items[2].paragraph, 1);
    assert_false(document.sentences.items[2].is_title);
    assert_int_equal(document.sentences.items[3].paragraph, 2);
}

static void takes_the_first_line_for_the_title(void **state)
{
    (void)state;
    read_text("Two held in Riga\n\nTwo men were held.");
    assert_str(document.title, "Two held in Riga");
    read_text("Two men were held.\n\nThey were let go.");
    assert_str(document.title, "");
    read_text("Two held in Riga");
    assert_str(document.title, "");
}

static void prefers_the_title_that_the_format_gives(void **state)
{
    (void)state;
    article.title = KITH_STR("From the feed");
    read_text("Two held in Riga\n\nTwo men were held.");
    assert_str(document.title, "From the feed");
    assert_true(document.sentences.items[0].is_title);
}

static void cuts_a_sentence_without_end(void **state)
{
    (void)state;
    static char text[3 * 2 * KITH_SENTENCE_LIMIT];
    for (size_t i = 0; i + 2 < sizeof text; i += 2)
        memcpy(text + i, "x ", 2);
    text[sizeof text - 2] = '.';
    read_text(text);
    assert_int_equal(document.sentences.count, 3);
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(document.sentences.items[i].first_token,
                         i * KITH_SENTENCE_LIMIT);
}

/* 北京 four hundred times without a full stop, and a comma every third time. */
static void cuts_a_sentence_without_end_behind_a_mark(void **state)
{
    (void)state;
    static char text[400 * 9 + 1];
    text[0] = '\0';
    for (int i = 0; i < 400; i++) {
        strcat(text, "\xE5\x8C\x97\xE4\xBA\xAC");
        strcat(text, i % 3 == 2 ? "\xEF\xBC\x8C" : "");
    }
    read_text(text);
    assert_int_equal(document.sentences.count, 3);
    for (uint32_t i = 0; i < 2; i++)
        assert_int_equal(document.sentences.items[i].end_token % 7, 0);
}

static void makes_a_paragraphs_gap_of_each_line_that_is_one(void **state)
{
    (void)state;
    read_text(
        "Riga fell silent.\nTallinn did not.\nVilnius followed.\nMinsk stayed open.");
    assert_int_equal(document.paragraph_count, 4);
    const struct kith_sentence *second = &document.sentences.items[1];
    assert_int_equal(document.tokens.items[second->first_token].gap, KITH_GAP_PARAGRAPH);
}

static void believes_a_reader_that_says_utf8(void **state)
{
    (void)state;
    article.is_utf8_text = true;
    read_text("Kyiv. Lviv.");
    assert_int_equal(document.encoding, KITH_UTF8);
    assert_int_equal(document.sentences.count, 2);
}

static enum kith_status read_in(struct kith_arena *stage, void *context,
                                struct kith_error *error)
{
    (void)context;
    struct kith_document read;
    return kith_document_read(&article, NULL, stage, &read, error);
}

static void fails_politely_when_memory_is_short(void **state)
{
    (void)state;
    put_text("Caf\xE9 title\n\nOne. Two. Three! Four? Five. Six. Seven. Eight.\n"
             "A. B. C. D. E. F. Nine. Ten. Eleven. Twelve.");
    check_memory_sweep(read_in, NULL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(gives_the_bytes_of_the_file_for_every_sentence),
        TEST(numbers_paragraphs_from_the_title_on),
        TEST(takes_the_first_line_for_the_title),
        TEST(prefers_the_title_that_the_format_gives),
        TEST(cuts_a_sentence_without_end),
        TEST(cuts_a_sentence_without_end_behind_a_mark),
        TEST(makes_a_paragraphs_gap_of_each_line_that_is_one),
        TEST(believes_a_reader_that_says_utf8),
        TEST(fails_politely_when_memory_is_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
