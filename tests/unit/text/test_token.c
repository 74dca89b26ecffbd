/* Tokens beyond the examples of tests/spec/tokens.md: offsets, lengths, memory. */
#include "support/check.h"

#include "base/file.h"
#include "base/utf8.h"
#include "text/ascii_block.h"
#include "text/token.h"
#include "text/word.h"

/* Text in memory of its own, as a reader would hand it over. */
static struct kith_str padded(struct kith_arena *arena, const char *bytes, size_t length)
{
    char *copy = kith_arena_zeroed(arena, length + KITH_FILE_PADDING, 1);
    if (!copy)
        return (struct kith_str){0};
    memcpy(copy, bytes, length);
    return (struct kith_str){copy, length};
}

/* A token by the rules of word.c alone, without the short way through blocks. */
static void assert_word_rules_agree(struct kith_str text, const struct kith_token *token)
{
    if (token->kind > KITH_TOKEN_NUMBER)
        return;
    struct kith_word word =
        kith_word_read((const unsigned char *)text.data, token->begin);
    assert_int_equal(word.end, token->end);
    assert_int_equal(word.kind, token->kind);
    assert_int_equal(word.shape, token->shape);
    assert_int_equal(word.is_dotted, token->is_dotted);
}

/* The short way may save time, never change the answer: words of all lengths and shapes
 * at all places of a block. */
static void takes_the_short_way_only_where_it_ends_at_the_same_place(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "a", "The",   " ",   "NATO", ".",  "U.S.", ",",    "'s",  "\n",
        "7", "1,000", "-",   "_",    "é",  "iOS",  "McX",  "4th", " ",
        "’", ".com",  " . ", "O'B",  "\"", "Kyiv", "\r\n", "\x7F"};
    enum { PIECES = sizeof pieces / sizeof *pieces };
    uint32_t seed = 1;
    for (int round = 0; round < 3000; round++) {
        struct kith_arena arena;
        struct kith_error err;
        struct kith_tokens tokens;
        char bytes[256];
        size_t length = 0;
        while (length < 200) {
            seed = seed * 1664525 + 1013904223;
            const char *piece = pieces[(seed >> 16) % PIECES];
            memcpy(bytes + length, piece, strlen(piece));
            length += strlen(piece);
        }
        kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
        struct kith_str text = padded(&arena, bytes, length);
        assert_ok(kith_tokenize(text, &arena, &tokens, &err), &err);
        for (uint32_t i = 0; i < tokens.count; i++)
            assert_word_rules_agree(text, &tokens.items[i]);
        kith_arena_release(&arena);
    }
}

static void gives_exact_offsets_to_words_of_any_length(void **state)
{
    (void)state;
    static char bytes[2000];
    for (uint32_t length = 1; length < 1000; length += length < 140 ? 1 : 97) {
        struct kith_arena arena;
        struct kith_error err;
        struct kith_tokens tokens;
        kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
        memset(bytes, 'x', length);
        memcpy(bytes + length, " Kyiv", 5);
        struct kith_str text = padded(&arena, bytes, length + 5);
        assert_ok(kith_tokenize(text, &arena, &tokens, &err), &err);
        assert_int_equal(tokens.count, 2);
        assert_int_equal(tokens.items[0].end, length);
        assert_int_equal(tokens.items[1].begin, length + 1);
        assert_int_equal(tokens.items[1].shape, KITH_SHAPE_TITLE);
        kith_arena_release(&arena);
    }
}

/* Landmarks are a promise to the sentence splitter: all that could matter is there. */
static void marks_every_place_where_a_sentence_could_end(void **state)
{
    (void)state;
    struct kith_arena arena;
    struct kith_error err;
    struct kith_tokens tokens;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct kith_str text = padded(&arena, "Go now. U.S.\nit? x…\n\n-y!", 27);
    assert_ok(kith_tokenize(text, &arena, &tokens, &err), &err);
    const uint32_t wanted[] = {0, 2, 3, 4, 5, 7, 8, 10};
    assert_int_equal(tokens.landmarks.count, sizeof wanted / sizeof *wanted);
    for (uint32_t i = 0; i < tokens.landmarks.count; i++)
        assert_int_equal(tokens.landmarks.items[i], wanted[i]);
    kith_arena_release(&arena);
}

static void makes_room_for_text_that_is_all_marks(void **state)
{
    (void)state;
    static char bytes[10000];
    struct kith_arena arena;
    struct kith_error err;
    struct kith_tokens tokens;
    memset(bytes, '!', sizeof bytes);
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct kith_str text = padded(&arena, bytes, sizeof bytes);
    assert_ok(kith_tokenize(text, &arena, &tokens, &err), &err);
    assert_int_equal(tokens.count, sizeof bytes);
    assert_int_equal(tokens.landmarks.count, sizeof bytes);
    kith_arena_release(&arena);
}

static void refuses_four_gigabytes(void **state)
{
    (void)state;
    struct kith_arena arena;
    struct kith_error err;
    struct kith_tokens tokens;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct kith_str text = {"", UINT32_MAX};
    assert_int_equal(kith_tokenize(text, &arena, &tokens, &err), KITH_LIMIT);
    kith_arena_release(&arena);
}

static enum kith_status tokenize_marks(struct kith_arena *arena, void *context,
                                       struct kith_error *err)
{
    struct kith_tokens tokens;
    return kith_tokenize(*(struct kith_str *)context, arena, &tokens, err);
}

static void fails_politely_when_memory_is_short(void **state)
{
    (void)state;
    static const char bytes[600] =
        "a.b!c?d U.S. e\n\nf.\n!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!";
    struct kith_str text = {bytes, 52};
    check_memory_sweep(tokenize_marks, &text);
}

/* The masks of a block, byte by byte. */
static void sees_each_byte_for_what_it_is(void **state)
{
    (void)state;
    unsigned char bytes[KITH_BLOCK + 1];
    for (unsigned byte = 0; byte < 256; byte++) {
        memset(bytes, ' ', sizeof bytes);
        bytes[5] = (unsigned char)byte;
        struct kith_ascii_block block = kith_ascii_block_at(bytes);
        bool is_upper = byte >= 'A' && byte <= 'Z';
        bool is_letter = is_upper || (byte >= 'a' && byte <= 'z');
        bool is_word = is_letter || (byte >= '0' && byte <= '9');
        bool is_joint = byte == '\'' || byte == '_' || byte >= 0x80;
        bool is_visible = byte > ' ' && byte < 0x80;
        assert_int_equal(block.letters >> 5 & 1, is_letter);
        assert_int_equal(block.uppers >> 5 & 1, is_upper);
        assert_int_equal(block.words >> 5 & 1, is_word);
        assert_int_equal(block.visible >> 5 & 1, is_visible);
        assert_int_equal(block.singles >> 4 & 1, is_visible);
        assert_int_equal(block.ends >> 5 & 1, !is_word && !is_joint);
        assert_int_equal(block.marks >> 5 & 1, is_visible && !is_word && !is_joint);
        bytes[4] = '!';
        assert_int_equal(kith_ascii_block_at(bytes).marks >> 4 & 1, byte < 0x80);
    }
}

static void lets_a_dot_end_a_word_only_before_what_is_none(void **state)
{
    (void)state;
    unsigned char bytes[KITH_BLOCK + 1];
    memset(bytes, 'a', sizeof bytes);
    memcpy(bytes, "a. b.c d,\ne,f.\"", 15);
    struct kith_ascii_block block = kith_ascii_block_at(bytes);
    assert_int_equal(block.ends & 0x3FFF,
                     1 << 1 | 1 << 2 | 1 << 6 | 1 << 8 | 1 << 9 | 1 << 13);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_the_short_way_only_where_it_ends_at_the_same_place),
        cmocka_unit_test(gives_exact_offsets_to_words_of_any_length),
        cmocka_unit_test(marks_every_place_where_a_sentence_could_end),
        cmocka_unit_test(makes_room_for_text_that_is_all_marks),
        cmocka_unit_test(refuses_four_gigabytes),
        cmocka_unit_test(fails_politely_when_memory_is_short),
        cmocka_unit_test(sees_each_byte_for_what_it_is),
        cmocka_unit_test(lets_a_dot_end_a_word_only_before_what_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
