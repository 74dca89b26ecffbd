/* A run of ASCII letters and digits, sixteen bytes at a look.
 *
 * Most words of news in Latin script are such a run. Its length and the places of its
 * letters and capitals come as bit masks, without a branch a letter: with SSE2 in a dozen
 * instructions, elsewhere byte by byte with the same answer. */
#ifndef KITH_TEXT_ASCII_RUN_H
#define KITH_TEXT_ASCII_RUN_H

#include <stdint.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

struct kith_ascii_run {
    uint32_t length;  /* 0 to 16; 16 says that the run may go on */
    uint32_t letters; /* bit i: byte i of the run is a letter */
    uint32_t uppers;  /* bit i: it is a capital */
};

#ifdef __SSE2__

/* 0xFF where first <= byte < first + count. The signed comparison of SSE2 wants the range
 * moved down to the smallest number. */
static inline __m128i kith_bytes_from(__m128i bytes, int first, int count)
{
    __m128i moved = _mm_sub_epi8(bytes, _mm_set1_epi8((char)(first + 128)));
    return _mm_cmplt_epi8(moved, _mm_set1_epi8((char)(count - 128)));
}

/* The run at `bytes`, of which sixteen are readable. */
static inline struct kith_ascii_run kith_ascii_run_at(const unsigned char *bytes)
{
    __m128i sixteen = _mm_loadu_si128((const __m128i *)(const void *)bytes);
    __m128i lowered = _mm_or_si128(sixteen, _mm_set1_epi8(0x20));
    __m128i letter = kith_bytes_from(lowered, 'a', 26);
    __m128i upper = kith_bytes_from(sixteen, 'A', 26);
    __m128i digit = kith_bytes_from(sixteen, '0', 10);
    uint32_t inside = (uint32_t)_mm_movemask_epi8(_mm_or_si128(letter, digit));
    uint32_t length = (uint32_t)__builtin_ctz(~inside);
    uint32_t mask = (1u << length) - 1;
    return (struct kith_ascii_run){length, (uint32_t)_mm_movemask_epi8(letter) & mask,
                                   (uint32_t)_mm_movemask_epi8(upper) & mask};
}

#else

static inline struct kith_ascii_run kith_ascii_run_at(const unsigned char *bytes)
{
    struct kith_ascii_run run = {0};
    for (; run.length < 16; run.length++) {
        unsigned char byte = bytes[run.length];
        uint32_t bit = 1u << run.length;
        if ((unsigned char)((byte | 0x20) - 'a') < 26) {
            run.letters |= bit;
            run.uppers |= byte & 0x20 ? 0 : bit;
        } else if ((unsigned char)(byte - '0') >= 10) {
            break;
        }
    }
    return run;
}

#endif

#endif
