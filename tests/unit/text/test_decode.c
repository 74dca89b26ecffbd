/* Encodings. */
#include "support/check.h"

#include "base/file.h"
#include "base/utf8.h"
#include "text/document.h"

static struct kith_arena arena;
static struct kith_document document;
static struct kith_error err;

static int begin(void **state)
{
    (void)state;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    err = (struct kith_error){{0}};
    return 0;
}

static int end(void **state)
{
    (void)state;
    kith_arena_release(&arena);
    return 0;
}

/* Read bytes that stand in memory of their own, so that sanitizers see their end. */
static enum kith_status read_bytes(const char *bytes, size_t length)
{
    static struct kith_article article;
    char *copy = kith_arena_zeroed(&arena, length + KITH_FILE_PADDING, 1);
    memcpy(copy, bytes, length);
    article =
        (struct kith_article){.path = KITH_STR("news/a.txt"), .bytes = {copy, length}};
    return kith_document_read(&article, NULL, &arena, &document, &err);
}

#define READ(literal) read_bytes((literal), sizeof(literal) - 1)

static void leaves_utf8_as_it_is(void **state)
{
    (void)state;
    assert_ok(READ("Erdo\xC4\x9F"
                   "an spoke."),
              &err);
    assert_int_equal(document.encoding, KITH_UTF8);
    assert_ptr_equal(document.text.data, document.article->bytes.data);
    assert_int_equal(document.text.length, document.article->bytes.length);
}

static void keeps_the_byte_order_mark_so_that_offsets_are_the_files(void **state)
{
    (void)state;
    assert_ok(READ("\xEF\xBB\xBFKyiv"), &err);
    assert_int_equal(document.tokens.count, 1);
    assert_int_equal(document.tokens.items[0].begin, 3);
}

static void reads_utf16_of_both_orders_by_its_mark(void **state)
{
    (void)state;
    assert_ok(READ("\xFF\xFE\x1A\x04\x38\x04"), &err);
    assert_int_equal(document.encoding, KITH_UTF16LE);
    assert_str(document.text, "Ки");
    assert_ok(READ("\xFE\xFF\x04\x1A\x04\x38"), &err);
    assert_int_equal(document.encoding, KITH_UTF16BE);
    assert_str(document.text, "Ки");
}

static void reads_utf16_without_a_mark_by_its_zeros(void **state)
{
    (void)state;
    assert_ok(READ("K\0y\0i\0v\0 \0i\0s\0"), &err);
    assert_int_equal(document.encoding, KITH_UTF16LE);
    assert_str(document.text, "Kyiv is");
    assert_ok(READ("\0K\0y\0i\0v\0 \0i\0s"), &err);
    assert_int_equal(document.encoding, KITH_UTF16BE);
    assert_str(document.text, "Kyiv is");
}

static void joins_surrogates_and_replaces_lone_ones(void **state)
{
    (void)state;
    assert_ok(READ("\xFF\xFE\x3D\xD8\x00\xDE"
                   "\x3D\xD8"
                   "a\0"
                   "\x00\xDE"
                   "b"),
              &err);
    assert_str(document.text, "\xF0\x9F\x98\x80\xEF\xBF\xBD"
                              "a\xEF\xBF\xBD\xEF\xBF\xBD");
}

static void takes_other_bytes_for_windows_1252(void **state)
{
    (void)state;
    assert_ok(READ("\x93Sch\xF6n\x94 \x80"
                   "5 \x96 \xC3\xA9t\xE9 \xE0"),
              &err);
    assert_int_equal(document.encoding, KITH_WINDOWS_1252);
    assert_str(document.text, "“Schön” €5 – Ã©té à");
    assert_string_equal(kith_encoding_name(document.encoding), "windows-1252");
}

static void shows_the_bytes_windows_1252_leaves_undefined(void **state)
{
    (void)state;
    assert_ok(READ("a\x81\x8D\x8F\x90\x9D\xA0"), &err);
    assert_str(document.text,
               "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
               "\xC2\xA0");
}

static void mends_utf8_that_was_cut(void **state)
{
    (void)state;
    assert_ok(READ("«Schön», été, cut \xE2\x80"), &err);
    assert_int_equal(document.encoding, KITH_UTF8_DAMAGED);
    assert_str(document.text, "«Schön», été, cut \x1A\x1A");
}

static void refuses_nul_characters_and_names_the_file(void **state)
{
    (void)state;
    assert_int_equal(READ("ELF\0\1\2 binary as can be"), KITH_BAD_INPUT);
    assert_string_equal(err.text, "news/a.txt: binary, with NUL characters in it");
    assert_int_equal(READ("\xFF\xFE\0\0a\0\0\0"), KITH_BAD_INPUT);
}

static void finds_a_fault_wherever_it_stands(void **state)
{
    (void)state;
    char bytes[80];
    for (size_t at = 0; at < sizeof bytes; at++) {
        memset(bytes, 'a', sizeof bytes);
        bytes[at] = (char)0xE9;
        assert_ok(read_bytes(bytes, sizeof bytes), &err);
        assert_int_equal(document.encoding, KITH_WINDOWS_1252);
        bytes[at] = 0;
        assert_int_equal(read_bytes(bytes, sizeof bytes), KITH_BAD_INPUT);
    }
}

static void pads_what_it_converts(void **state)
{
    (void)state;
    assert_ok(READ("caf\xE9"), &err);
    for (size_t i = 0; i < KITH_FILE_PADDING; i++)
        assert_int_equal(document.text.data[document.text.length + i], 0);
}

static void reads_nothing_out_of_nothing(void **state)
{
    (void)state;
    assert_ok(READ(""), &err);
    assert_int_equal(document.tokens.count, 0);
    assert_int_equal(document.sentences.count, 0);
    assert_int_equal(document.paragraph_count, 0);
    assert_ok(READ(" \n\n\t"), &err);
    assert_int_equal(document.sentences.count, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(leaves_utf8_as_it_is),
        TEST(keeps_the_byte_order_mark_so_that_offsets_are_the_files),
        TEST(reads_utf16_of_both_orders_by_its_mark),
        TEST(reads_utf16_without_a_mark_by_its_zeros),
        TEST(joins_surrogates_and_replaces_lone_ones),
        TEST(takes_other_bytes_for_windows_1252),
        TEST(shows_the_bytes_windows_1252_leaves_undefined),
        TEST(mends_utf8_that_was_cut),
        TEST(refuses_nul_characters_and_names_the_file),
        TEST(finds_a_fault_wherever_it_stands),
        TEST(pads_what_it_converts),
        TEST(reads_nothing_out_of_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
