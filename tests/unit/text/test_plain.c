/* The short way through a text may save time, never change the answer. */
#include "support/check.h"

#include "base/file.h"
#include "text/scan.h"
#include "text/wide.h"

/* What ends, joins, parts and begins words, in one byte and in several, and letters of
 * other scripts between. */
static const char *const pieces[] = {
    "a",
    "The",
    "NATO",
    "officials",
    "iOS",
    "McX",
    "4th",
    "20M",
    "7",
    "1,0",
    "U.S.",
    "O'B",
    "Kyiv",
    "_",
    ".com",
    "said.",
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\n\n",
    " \n ",
    "\r\n",
    "\r",
    "\t",
    "\x1A",
    "\x7F",
    ".",
    ",",
    "...",
    "?",
    "!",
    "-",
    "\"",
    "`",
    "'",
    "''",
    "'s",
    "s'",
    "('",
    ")",
    "é",
    "É",
    "\u0301",
    "ß",
    "’",
    "‘",
    "’s",
    "“",
    "”",
    "—",
    "…",
    "\u00A0",
    "\u00AD",
    "\u200B",
    "\u200D",
    "\u2028",
    "\u2029",
    "Путин",
    "中国",
    "カ",
    "ไทย",
    "والكتاب",
    "한국은",
    "😀",
    "🇺🇦",
    "\uFEFF",
    "·",
    "a word that is longer than all others, and no block of sixty-four bytes",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"};
enum { PIECES = sizeof pieces / sizeof *pieces, TEXT_BYTES = 400 };

static uint32_t draw(uint32_t *seed, uint32_t count)
{
    *seed = *seed * 1664525 + 1013904223;
    return (*seed >> 8) % count;
}

/* Half of the texts are made of few pieces, so that these often meet. */
static struct kith_str draw_text(uint32_t *seed, struct kith_arena *arena)
{
    char *bytes = kith_arena_zeroed(arena, 2 * TEXT_BYTES + KITH_FILE_PADDING, 1);
    size_t length = 0, wanted = draw(seed, TEXT_BYTES);
    uint32_t kinds = draw(seed, 2) ? PIECES : 4, first = draw(seed, PIECES);
    assert_non_null(bytes);
    while (length < wanted) {
        const char *piece = pieces[(first + draw(seed, kinds) * 7) % PIECES];
        memcpy(bytes + length, piece, strlen(piece));
        length += strlen(piece);
    }
    return (struct kith_str){bytes, length};
}

typedef bool step_fn(struct kith_scan *scan);

static struct kith_tokens scan_by(step_fn *step, struct kith_str text,
                                  struct kith_arena *arena)
{
    struct kith_tokens tokens = {0};
    struct kith_scan scan = {.bytes = (const unsigned char *)text.data,
                             .end = (uint32_t)text.length,
                             .arena = arena,
                             .tokens = &tokens};
    assert_true(kith_scan_token(&scan));
    while (scan.at < scan.end)
        assert_true(step(&scan));
    return tokens;
}

static void assert_same_tokens(const struct kith_tokens *a, const struct kith_tokens *b)
{
    assert_int_equal(a->count, b->count);
    assert_int_equal(a->landmarks.count, b->landmarks.count);
    for (uint32_t i = 0; i < a->count; i++)
        assert_memory_equal(&a->items[i], &b->items[i], sizeof *a->items);
    for (uint32_t i = 0; i < a->landmarks.count; i++)
        assert_int_equal(a->landmarks.items[i], b->landmarks.items[i]);
}

static void pushes_the_tokens_of_the_long_way(void **state)
{
    (void)state;
    uint32_t seed = 1;
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    for (int round = 0; round < 10000; round++) {
        kith_arena_reset(&arena);
        struct kith_str text = draw_text(&seed, &arena);
        struct kith_tokens slow = scan_by(kith_scan_token, text, &arena);
        struct kith_tokens narrow = scan_by(kith_scan_block_narrow, text, &arena);
        struct kith_tokens best = scan_by(kith_scan_block, text, &arena);
        assert_same_tokens(&slow, &narrow);
        assert_same_tokens(&slow, &best);
    }
    kith_arena_release(&arena);
}

static void assert_same_block(const unsigned char *bytes)
{
    struct kith_ascii_block slow = kith_ascii_block_slowly(bytes);
    struct kith_ascii_block fast = kith_ascii_block_at(bytes);
    assert_memory_equal(&slow, &fast, sizeof slow);
}

#ifdef KITH_HAS_WIDE
KITH_WIDE static void assert_same_wide_block(const unsigned char *bytes)
{
    struct kith_ascii_block slow = kith_ascii_block_slowly(bytes);
    struct kith_ascii_block wide = kith_wide_block_at(bytes);
    assert_memory_equal(&slow, &wide, sizeof slow);
}
#endif

static void sees_each_byte_for_what_it_is_on_all_machines(void **state)
{
    (void)state;
    unsigned char bytes[2 * KITH_BLOCK + 256];
    for (unsigned i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)i;
    for (unsigned i = 0; i < 256 + KITH_BLOCK; i++) {
        assert_same_block(bytes + i);
#ifdef KITH_HAS_WIDE
        if (kith_wide_is_here())
            assert_same_wide_block(bytes + i);
#endif
    }
}

/* "U.S" and "3,5" are words; in "c d," and "f.\"" the mark is one. */
static void takes_a_dot_for_a_mark_only_before_what_joins_no_words(void **state)
{
    (void)state;
    unsigned char bytes[KITH_BLOCK];
    memset(bytes, ' ', sizeof bytes);
    memcpy(bytes, "a. b.c d,\ne,f.\".g", 17);
    struct kith_ascii_block block = kith_ascii_block_at(bytes);
    assert_int_equal(kith_plain_marks(&block, block.letters),
                     1 << 1 | 1 << 8 | 1 << 13 | 1 << 14 | 1 << 15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pushes_the_tokens_of_the_long_way),
        cmocka_unit_test(sees_each_byte_for_what_it_is_on_all_machines),
        cmocka_unit_test(takes_a_dot_for_a_mark_only_before_what_joins_no_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
