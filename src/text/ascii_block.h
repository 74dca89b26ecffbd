/* Sixty-four bytes at a look, as bit masks.
 *
 * To find the end of a word byte by byte costs a badly predicted branch a word; to find
 * it in a mask costs a shift and a count of trailing zeros, and the masks of a block do
 * not wait for each other. With SSE2 the masks of 64 bytes take some 150 instructions;
 * elsewhere a loop gives the same answer. (After the first stage of simdjson: Langdale
 * and Lemire, Parsing Gigabytes of JSON per Second, 2019.) */
#ifndef KITH_TEXT_ASCII_BLOCK_H
#define KITH_TEXT_ASCII_BLOCK_H

#include <stdint.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define KITH_BLOCK 64

/* Bit i of each mask speaks of byte i. */
struct kith_ascii_block {
    uint64_t words;   /* ASCII letters and digits */
    uint64_t letters; /* ASCII letters */
    uint64_t uppers;  /* ASCII capitals */
    uint64_t visible; /* ASCII but blanks and controls */
    uint64_t singles; /* a space that something visible follows */
    uint64_t ends;    /* a word ends before this byte, whatever follows: all of ASCII but
                         apostrophe, underscore, letters and digits; a dot or comma only
                         when one of these others follows */
    uint64_t marks;   /* a mark that is a token by itself: visible, nothing of a word, no
                         apostrophe or underscore, and no byte beyond ASCII behind it.
                         Bit 63 of this and the one above is not to be relied on. */
};

#ifdef __SSE2__

struct kith_lanes {
    __m128i lane[KITH_BLOCK / 16];
};

/* The high bits of all bytes of an expression of one lane, `v`. */
#define KITH_BITS_OF(lanes, expression)                                                  \
    (kith_lane_bits((lanes).lane[0], 0, expression) |                                    \
     kith_lane_bits((lanes).lane[1], 16, expression) |                                   \
     kith_lane_bits((lanes).lane[2], 32, expression) |                                   \
     kith_lane_bits((lanes).lane[3], 48, expression))

typedef __m128i kith_lane_fn(__m128i v);

static inline __attribute__((always_inline)) uint64_t
kith_lane_bits(__m128i lane, unsigned shift, kith_lane_fn *test)
{
    return (uint64_t)(uint32_t)_mm_movemask_epi8(test(lane)) << shift;
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

static inline __m128i kith_is_upper(__m128i v)
{
    return kith_is_from(v, 'A', 26);
}

static inline __m128i kith_is_digit(__m128i v)
{
    return kith_is_from(v, '0', 10);
}

static inline __m128i kith_is_visible(__m128i v)
{
    return _mm_cmpgt_epi8(v, _mm_set1_epi8(' '));
}

/* Beyond ASCII: the high bit is the answer. */
static inline __m128i kith_is_high(__m128i v)
{
    return v;
}

static inline __m128i kith_is_space(__m128i v)
{
    return kith_is(v, ' ');
}

/* '.' and ',' differ in one bit. */
static inline __m128i kith_is_point(__m128i v)
{
    return kith_is(_mm_or_si128(v, _mm_set1_epi8(2)), '.');
}

/* What may go on: apostrophe, underscore, and the bytes beyond ASCII, whose high bit is
 * there already. */
static inline __m128i kith_is_joint(__m128i v)
{
    return _mm_or_si128(v, _mm_or_si128(kith_is(v, '\''), kith_is(v, '_')));
}

/* The masks of the bytes at `bytes`, of which KITH_BLOCK are readable. */
static inline struct kith_ascii_block kith_ascii_block_at(const unsigned char *bytes)
{
    struct kith_lanes lanes;
    for (unsigned i = 0; i < KITH_BLOCK / 16; i++)
        lanes.lane[i] = _mm_loadu_si128((const __m128i *)(const void *)(bytes + 16 * i));
    uint64_t letters = KITH_BITS_OF(lanes, kith_is_letter);
    uint64_t words = letters | KITH_BITS_OF(lanes, kith_is_digit);
    uint64_t visible = KITH_BITS_OF(lanes, kith_is_visible);
    uint64_t joints = KITH_BITS_OF(lanes, kith_is_joint);
    uint64_t points = KITH_BITS_OF(lanes, kith_is_point);
    uint64_t high = KITH_BITS_OF(lanes, kith_is_high);
    uint64_t others = ~(words | joints);
    return (struct kith_ascii_block){.words = words,
                                     .letters = letters,
                                     .uppers = KITH_BITS_OF(lanes, kith_is_upper),
                                     .visible = visible,
                                     .singles = KITH_BITS_OF(lanes, kith_is_space) &
                                                visible >> 1,
                                     .ends = others & (~points | others >> 1),
                                     .marks = others & visible & ~high >> 1};
}

#else

static inline struct kith_ascii_block kith_ascii_block_at(const unsigned char *bytes)
{
    struct kith_ascii_block block = {0};
    uint64_t joints = 0, points = 0, spaces = 0, high = 0;
    for (unsigned i = 0; i < KITH_BLOCK; i++) {
        unsigned char byte = bytes[i];
        uint64_t bit = UINT64_C(1) << i;
        block.letters |= (unsigned char)((byte | 0x20) - 'a') < 26 ? bit : 0;
        block.words |= (unsigned char)(byte - '0') < 10 ? bit : 0;
        block.uppers |= (unsigned char)(byte - 'A') < 26 ? bit : 0;
        block.visible |= byte > ' ' && byte < 0x80 ? bit : 0;
        joints |= byte == '\'' || byte == '_' || byte >= 0x80 ? bit : 0;
        high |= byte >= 0x80 ? bit : 0;
        points |= byte == '.' || byte == ',' ? bit : 0;
        spaces |= byte == ' ' ? bit : 0;
    }
    block.words |= block.letters;
    block.singles = spaces & block.visible >> 1;
    uint64_t others = ~(block.words | joints);
    block.ends = others & (~points | others >> 1);
    block.marks = others & block.visible & ~high >> 1;
    return block;
}

#endif

#endif
