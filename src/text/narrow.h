/* Bits into tokens, one by one: on any machine. */
#ifndef KITH_TEXT_NARROW_H
#define KITH_TEXT_NARROW_H

#include <stddef.h>
#include <string.h>

#include "text/outline.h"
#include "text/scan.h"

/* Kind, shape, gap and is_dotted; the gap is added. */
static const uint8_t kith_plain_said[KITH_CODE_COUNT][4] = {
    [KITH_CODE_NUMBER] = {KITH_TOKEN_NUMBER},
    [KITH_CODE_LOWER] = {KITH_TOKEN_WORD, KITH_SHAPE_LOWER},
    [KITH_CODE_TITLE] = {KITH_TOKEN_WORD, KITH_SHAPE_TITLE},
    [KITH_CODE_MARK] = {KITH_TOKEN_MARK},
    [KITH_CODE_HYPHEN] = {KITH_TOKEN_HYPHEN},
    [KITH_CODE_QUOTE] = {KITH_TOKEN_QUOTE},
    [KITH_CODE_UPPER] = {KITH_TOKEN_WORD, KITH_SHAPE_UPPER},
    [KITH_CODE_MIXED] = {KITH_TOKEN_WORD, KITH_SHAPE_MIXED},
};

_Static_assert(offsetof(struct kith_token, is_dotted) ==
                   offsetof(struct kith_token, kind) + 3,
               "what is said of a token lies together");

_Static_assert(KITH_GAP_NONE == 0 && KITH_GAP_BLANK == 1 && KITH_GAP_LINE == 2 &&
                   KITH_GAP_PARAGRAPH == 3,
               "a gap is the number of masks that speak of it");

static inline uint8_t kith_gap_at(const struct kith_outline *outline, uint32_t i)
{
    return (uint8_t)((outline->parted >> i & 1) + (outline->lines >> i & 1) +
                     (outline->paragraphs >> i & 1));
}

static inline unsigned kith_code_at(const struct kith_outline *outline, uint32_t i)
{
    return (unsigned)((outline->code[0] >> i & 1) | (outline->code[1] >> i & 1) << 1 |
                      (outline->code[2] >> i & 1) << 2);
}

/* Push the tokens whose first and last bytes are given; there is headroom. */
static inline void kith_push_narrow(struct kith_scan *scan,
                                    const struct kith_outline *outline, uint32_t base,
                                    uint64_t firsts, uint64_t lasts)
{
    struct kith_tokens *tokens = scan->tokens;
    uint32_t *landmark = tokens->landmarks.items + tokens->landmarks.count;
    uint64_t landmarks = outline->stops | outline->lines;
    struct kith_token *token = tokens->items + tokens->count;
    uint32_t count = tokens->count, end = 0;
    for (; firsts; firsts &= firsts - 1, lasts &= lasts - 1) {
        uint32_t begin = (uint32_t)__builtin_ctzll(firsts);
        end = (uint32_t)__builtin_ctzll(lasts) + 1;
        token->begin = base + begin;
        token->end = base + end;
        memcpy(&token->kind, kith_plain_said[kith_code_at(outline, end)],
               sizeof kith_plain_said[0]);
        token->gap = kith_gap_at(outline, begin);
        *landmark = count;
        landmark += landmarks >> begin & 1;
        token++;
        count++;
    }
    scan->at = base + end;
    tokens->count = count;
    tokens->landmarks.count = (uint32_t)(landmark - tokens->landmarks.items);
}

#endif
