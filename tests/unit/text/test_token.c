/* Tokens beyond the examples of tests/spec/tokens.md: offsets, lengths, memory. */
#include "support/check.h"

#include "base/file.h"
#include "text/token.h"

/* Text in memory of its own, as a reader would hand it over. */
static struct kith_str padded(struct kith_arena *arena, const char *bytes, size_t length)
{
    char *copy = kith_arena_zeroed(arena, length + KITH_FILE_PADDING, 1);
    if (!copy)
        return (struct kith_str){0};
    memcpy(copy, bytes, length);
    return (struct kith_str){copy, length};
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_exact_offsets_to_words_of_any_length),
        cmocka_unit_test(marks_every_place_where_a_sentence_could_end),
        cmocka_unit_test(makes_room_for_text_that_is_all_marks),
        cmocka_unit_test(refuses_four_gigabytes),
        cmocka_unit_test(fails_politely_when_memory_is_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
