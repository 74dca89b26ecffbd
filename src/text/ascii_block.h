/* Sixty-four bytes at a look, as bit masks.
 *
 * To find the end of a word byte by byte costs a badly predicted branch a word; to find
 * it in a mask costs a count of trailing zeros, and the masks of a block do not wait for
 * each other. With SSE2 the masks of 64 bytes take some 300 instructions; elsewhere a
 * loop gives the same answer; wide.h needs forty. (After the first stage of simdjson:
 * Langdale and Lemire, Parsing Gigabytes of JSON per Second, 2019.) */
#ifndef KITH_TEXT_ASCII_BLOCK_H
#define KITH_TEXT_ASCII_BLOCK_H

#include <stdint.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define KITH_BLOCK 64

/* What the bytes are: bit i of each mask speaks of byte i. All of ASCII but `high`. */
struct kith_ascii_block {
    uint64_t letters, uppers, digits;
    uint64_t visible;         /* no blanks and controls */
    uint64_t spaces, lines;   /* ' ' and '\n' */
    uint64_t dots, commas;    /* . , */
    uint64_t cries;           /* ! ? */
    uint64_t hyphens, quotes; /* - and " ` */
    uint64_t joints;          /* apostrophe and underscore */
    uint64_t high;            /* beyond ASCII */
};

/* Byte by byte: for other machines, and for the test. `bytes` has KITH_BLOCK of them. */
static inline struct kith_ascii_block kith_ascii_block_slowly(const unsigned char *bytes)
{
    struct kith_ascii_block block = {0};
    for (unsigned i = 0; i < KITH_BLOCK; i++) {
        unsigned char byte = bytes[i];
        uint64_t bit = UINT64_C(1) << i;
        block.letters |= (unsigned char)((byte | 0x20) - 'a') < 26 ? bit : 0;
        block.uppers |= (unsigned char)(byte - 'A') < 26 ? bit : 0;
        block.digits |= (unsigned char)(byte - '0') < 10 ? bit : 0;
        block.visible |= byte > ' ' && byte < 0x80 ? bit : 0;
        block.spaces |= byte == ' ' ? bit : 0;
        block.lines |= byte == '\n' ? bit : 0;
        block.dots |= byte == '.' ? bit : 0;
        block.commas |= byte == ',' ? bit : 0;
        block.cries |= byte == '!' || byte == '?' ? bit : 0;
        block.hyphens |= byte == '-' ? bit : 0;
        block.quotes |= byte == '"' || byte == '`' ? bit : 0;
        block.joints |= byte == '\'' || byte == '_' ? bit : 0;
        block.high |= byte >= 0x80 ? bit : 0;
    }
    return block;
}

#ifdef __SSE2__

struct kith_lanes {
    __m128i lane[KITH_BLOCK / 16];
};

typedef __m128i kith_lane_fn(__m128i v);

/* The high bits of what `test` makes of each byte. */
static inline __attribute__((always_inline)) uint64_t
kith_bits_of(struct kith_lanes lanes, kith_lane_fn *test)
{
    uint64_t bits = 0;
    for (unsigned i = 0; i < KITH_BLOCK / 16; i++)
        bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(test(lanes.lane[i])) << 16 * i;
    return bits;
}

/* first <= byte < first + count. The signed comparison of SSE2 wants the range moved down
 * to the smallest number. */
static inline __m128i kith_is_from(__m128i v, int first, int count)
{
    __m128i moved = _mm_sub_epi8(v, _mm_set1_epi8((char)(first - 128)));
    return _mm_cmplt_epi8(moved, _mm_set1_epi8((char)(count - 128)));
}

static inline __m128i kith_is(__m128i v, char byte)
{
    return _mm_cmpeq_epi8(v, _mm_set1_epi8(byte));
}

static inline __m128i kith_is_letter(__m128i v)
{
    return kith_is_from(_mm_or_si128(v, _mm_set1_epi8(0x20)), 'a', 26);
}

/* In a letter, the bit that makes it a small one; moved to where it is looked for. */
static inline __m128i kith_is_small(__m128i v)
{
    return _mm_slli_epi16(v, 2);
}

static inline __m128i kith_is_digit(__m128i v)
{
    return kith_is_from(v, '0', 10);
}

static inline __m128i kith_is_visible(__m128i v)
{
    return _mm_cmpgt_epi8(v, _mm_set1_epi8(' '));
}

static inline __m128i kith_is_space(__m128i v)
{
    return kith_is(v, ' ');
}

static inline __m128i kith_is_line(__m128i v)
{
    return kith_is(v, '\n');
}

static inline __m128i kith_is_dot(__m128i v)
{
    return kith_is(v, '.');
}

static inline __m128i kith_is_comma(__m128i v)
{
    return kith_is(v, ',');
}

static inline __m128i kith_is_cry(__m128i v)
{
    return _mm_or_si128(kith_is(v, '!'), kith_is(v, '?'));
}

static inline __m128i kith_is_hyphen(__m128i v)
{
    return kith_is(v, '-');
}

static inline __m128i kith_is_quote(__m128i v)
{
    return _mm_or_si128(kith_is(v, '"'), kith_is(v, '`'));
}

static inline __m128i kith_is_joint(__m128i v)
{
    return _mm_or_si128(kith_is(v, '\''), kith_is(v, '_'));
}

/* The high bit is the answer. */
static inline __m128i kith_is_high(__m128i v)
{
    return v;
}

static inline struct kith_ascii_block kith_ascii_block_at(const unsigned char *bytes)
{
    struct kith_lanes lanes;
    for (unsigned i = 0; i < KITH_BLOCK / 16; i++)
        lanes.lane[i] = _mm_loadu_si128((const __m128i *)(const void *)(bytes + 16 * i));
    uint64_t letters = kith_bits_of(lanes, kith_is_letter);
    return (struct kith_ascii_block){
        .letters = letters,
        .uppers = letters & ~kith_bits_of(lanes, kith_is_small),
        .digits = kith_bits_of(lanes, kith_is_digit),
        .visible = kith_bits_of(lanes, kith_is_visible),
        .spaces = kith_bits_of(lanes, kith_is_space),
        .lines = kith_bits_of(lanes, kith_is_line),
        .dots = kith_bits_of(lanes, kith_is_dot),
        .commas = kith_bits_of(lanes, kith_is_comma),
        .cries = kith_bits_of(lanes, kith_is_cry),
        .hyphens = kith_bits_of(lanes, kith_is_hyphen),
        .quotes = kith_bits_of(lanes, kith_is_quote),
        .joints = kith_bits_of(lanes, kith_is_joint),
        .high = kith_bits_of(lanes, kith_is_high),
    };
}

#else

static inline struct kith_ascii_block kith_ascii_block_at(const unsigned char *bytes)
{
    return kith_ascii_block_slowly(bytes);
}

#endif

#endif
