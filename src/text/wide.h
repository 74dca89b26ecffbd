/* The masks of a block and its tokens with AVX-512, where the processor has it: 64 bytes
 * are one register, and sixteen tokens are written at once. ascii_block.h and narrow.h
 * say what is computed here, in words that every machine understands, and a test
 * compares. */
#ifndef KITH_TEXT_WIDE_H
#define KITH_TEXT_WIDE_H

#if defined(__x86_64__) && defined(__GNUC__)
#define KITH_HAS_WIDE 1

#include <immintrin.h>

#include "text/narrow.h"

/* For functions that use it; only others with this mark may call them unasked. */
#define KITH_WIDE                                                                        \
    __attribute__((                                                                      \
        target("avx512f,avx512bw,avx512vbmi,avx512vbmi2,bmi,bmi2,lzcnt,popcnt")))

/* Tokens in one step of the loop. */
#define KITH_WIDE_STEP 16

static inline bool kith_wide_is_here(void)
{
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2") &&
           __builtin_cpu_supports("bmi2");
}

KITH_WIDE static inline uint64_t kith_wide_is(__m512i v, char byte)
{
    return _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8(byte));
}

/* first <= byte < first + count. */
KITH_WIDE static inline uint64_t kith_wide_is_from(__m512i v, char first, char count)
{
    __m512i moved = _mm512_sub_epi8(v, _mm512_set1_epi8(first));
    return _mm512_cmplt_epu8_mask(moved, _mm512_set1_epi8(count));
}

KITH_WIDE static inline struct kith_ascii_block
kith_wide_block_at(const unsigned char *bytes)
{
    __m512i v = _mm512_loadu_si512(bytes);
    __m512i small = _mm512_or_si512(v, _mm512_set1_epi8(0x20));
    return (struct kith_ascii_block){
        .letters = kith_wide_is_from(small, 'a', 26),
        .uppers = kith_wide_is_from(v, 'A', 26),
        .digits = kith_wide_is_from(v, '0', 10),
        .visible = _mm512_cmpgt_epi8_mask(v, _mm512_set1_epi8(' ')),
        .spaces = kith_wide_is(v, ' '),
        .lines = kith_wide_is(v, '\n'),
        .dots = kith_wide_is(v, '.'),
        .commas = kith_wide_is(v, ','),
        .cries = kith_wide_is(v, '!') | kith_wide_is(v, '?'),
        .hyphens = kith_wide_is(v, '-'),
        .quotes = kith_wide_is(v, '"') | kith_wide_is(v, '`'),
        .joints = kith_wide_is(v, '\'') | kith_wide_is(v, '_'),
        .high = _mm512_movepi8_mask(v),
    };
}

/* Tokens in their order, a byte of each. */
struct kith_wide_tokens {
    __m512i begins, ends, gaps, codes;
};

/* First all that can be said at the places of a block, then only what is said where a
 * token begins or ends. */
KITH_WIDE static inline struct kith_wide_tokens
kith_wide_spread(const struct kith_outline *outline, uint64_t firsts, uint64_t lasts)
{
    const __m512i places =
        _mm512_set_epi8(63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48,
                        47, 46, 45, 44, 43, 42, 41, 40, 39, 38, 37, 36, 35, 34, 33, 32,
                        31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16,
                        15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    const __m512i one = _mm512_set1_epi8(1);
    uint64_t ends = lasts << 1;
    __m512i gaps = _mm512_maskz_mov_epi8(outline->parted, one);
    gaps = _mm512_mask_add_epi8(gaps, outline->lines, gaps, one);
    gaps = _mm512_mask_add_epi8(gaps, outline->paragraphs, gaps, one);
    __m512i codes = _mm512_maskz_mov_epi8(outline->code[0], one);
    codes = _mm512_mask_add_epi8(codes, outline->code[1], codes, _mm512_set1_epi8(2));
    codes = _mm512_mask_add_epi8(codes, outline->code[2], codes, _mm512_set1_epi8(4));
    return (struct kith_wide_tokens){.begins = _mm512_maskz_compress_epi8(firsts, places),
                                     .ends = _mm512_maskz_compress_epi8(ends, places),
                                     .gaps = _mm512_maskz_compress_epi8(firsts, gaps),
                                     .codes = _mm512_maskz_compress_epi8(ends, codes)};
}

/* The next sixteen bytes of `bytes`, which move on, as numbers. */
KITH_WIDE static inline __m512i kith_wide_take(__m512i *bytes)
{
    __m512i taken = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(*bytes));
    *bytes = _mm512_alignr_epi32(*bytes, *bytes, 4);
    return taken;
}

/* Three registers of one field each become sixteen tokens of three fields. */
KITH_WIDE static inline void kith_wide_store(struct kith_token *out, __m512i begins,
                                             __m512i ends, __m512i said)
{
    const __m512i from[3] = {
        _mm512_setr_epi32(0, 16, 0, 1, 17, 1, 2, 18, 2, 3, 19, 3, 4, 20, 4, 5),
        _mm512_setr_epi32(21, 5, 6, 22, 6, 7, 23, 7, 8, 24, 8, 9, 25, 9, 10, 26),
        _mm512_setr_epi32(10, 11, 27, 11, 12, 28, 12, 13, 29, 13, 14, 30, 14, 15, 31, 15),
    };
    const __mmask16 is_said[3] = {0x4924, 0x2492, 0x9249};
    for (int i = 0; i < 3; i++) {
        __m512i places = _mm512_permutex2var_epi32(begins, from[i], ends);
        __m512i all = _mm512_mask_permutexvar_epi32(places, is_said[i], from[i], said);
        _mm512_storeu_si512((char *)out + 64 * i, all);
    }
}

/* The landmarks among tokens number `token` and the fifteen behind it. */
KITH_WIDE static inline void kith_wide_note(struct kith_landmarks *landmarks,
                                            uint32_t token, __mmask16 marked)
{
    const __m512i steps =
        _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    __m512i numbers = _mm512_add_epi32(steps, _mm512_set1_epi32((int)token));
    _mm512_storeu_si512(landmarks->items + landmarks->count,
                        _mm512_maskz_compress_epi32(marked, numbers));
    landmarks->count += (uint32_t)__builtin_popcount(marked);
}

/* kith_push_narrow, sixteen tokens at a time. */
KITH_WIDE static inline void kith_push_wide(struct kith_scan *scan,
                                            const struct kith_outline *outline,
                                            uint32_t base, uint64_t firsts,
                                            uint64_t lasts)
{
    struct kith_tokens *tokens = scan->tokens;
    uint32_t first = tokens->count, count = (uint32_t)__builtin_popcountll(firsts);
    uint64_t marked = _pext_u64(outline->stops | outline->lines, firsts);
    struct kith_wide_tokens wide = kith_wide_spread(outline, firsts, lasts);
    const __m512i from = _mm512_set1_epi32((int)base);
    const __m512i table = _mm512_castsi256_si512(
        _mm256_loadu_si256((const __m256i *)(const void *)kith_plain_said));
    for (uint32_t i = 0; i < count; i += KITH_WIDE_STEP, marked >>= KITH_WIDE_STEP) {
        __m512i begins = _mm512_add_epi32(from, kith_wide_take(&wide.begins));
        __m512i ends = _mm512_add_epi32(from, kith_wide_take(&wide.ends));
        __m512i said = _mm512_permutexvar_epi32(kith_wide_take(&wide.codes), table);
        __m512i gaps = _mm512_slli_epi32(kith_wide_take(&wide.gaps), 16);
        kith_wide_store(tokens->items + first + i, begins, ends,
                        _mm512_or_si512(said, gaps));
        kith_wide_note(&tokens->landmarks, first + i, (__mmask16)marked);
    }
    scan->at = base + KITH_BLOCK - (uint32_t)__builtin_clzll(lasts);
    tokens->count = first + count;
}

#endif
#endif
