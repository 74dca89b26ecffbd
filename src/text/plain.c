/* The short way through a text: the plain words and marks of a block, by its masks alone.
 *
 * The outline of a block says where tokens begin and end and how they are written, and
 * one loop turns it into tokens. It asks nothing of the text that a processor would have
 * to guess; only what is hard, one byte in a hundred, parts the loop. */
#include "text/narrow.h"
#include "text/wide.h"
#include "text/word.h"

/* What differs from machine to machine: how the masks of a block are made, and how the
 * tokens are written whose first and last bytes are given. */
typedef struct kith_ascii_block block_fn(const unsigned char *bytes);
typedef void push_fn(struct kith_scan *scan, const struct kith_outline *outline,
                     uint32_t base, uint64_t firsts, uint64_t lasts);

/* Both are known where a function of theirs is compiled, and so cost no call. */
#define FOR_EACH_MACHINE static inline __attribute__((always_inline))

static inline uint64_t bit_at(uint32_t i)
{
    return UINT64_C(1) << i;
}

static inline uint64_t bits_below(uint32_t i)
{
    return bit_at(i) - 1;
}

/* Does a word of ASCII letters and digits surely end where `bytes` begin, although what
 * stands there is hard? Possessives, curly quotes, dashes, and what joins two words but
 * has none behind it. */
static bool ends_word(const unsigned char *bytes)
{
    struct kith_char c = kith_char_at(bytes), next = kith_char_at(bytes + c.size);
    switch (c.entry & KITH_CHAR_CLASS) {
    case KITH_CHAR_QUOTE:
    case KITH_CHAR_MARK:
    case KITH_CHAR_BLANK:
    case KITH_CHAR_LINE:
        return true;
    case KITH_CHAR_APOSTROPHE:
        return kith_possessive_size(bytes) || !kith_is_wordy(next.entry);
    case KITH_CHAR_JOINER:
    case KITH_CHAR_DOT:
    case KITH_CHAR_COMMA:
        return !kith_is_wordy(next.entry);
    default:
        return false;
    }
}

/* Tokens are plain up to what is hard, or to the word before it if that may go on. */
static inline uint32_t plain_end(const struct kith_outline *outline,
                                 const unsigned char *bytes, uint32_t hard)
{
    bool is_touched = outline->words << 1 >> hard & 1;
    if (!is_touched || (hard < KITH_BLOCK - 1 && ends_word(bytes + hard)))
        return hard;
    uint64_t firsts = outline->firsts & bits_below(hard);
    return KITH_BLOCK - 1 - (uint32_t)__builtin_clzll(firsts);
}

/* Push what is plain from scan->at on. True when the block holds nothing more but,
 * perhaps, a word that runs out of it. */
FOR_EACH_MACHINE bool push_plain(struct kith_scan *scan,
                                 const struct kith_outline *outline, uint32_t base,
                                 push_fn *push)
{
    uint32_t at = scan->at - base;
    uint32_t hard = (uint32_t)__builtin_ctzll(outline->hard & ~bits_below(at));
    uint32_t end = plain_end(outline, scan->bytes + base, hard);
    uint64_t range = bits_below(end) & ~bits_below(at);
    /* In malformed text a token can have ended within a word. */
    uint64_t firsts = (outline->firsts | (outline->words & bit_at(at))) & range;
    if (outline->paragraphs & firsts)
        scan->quote_end = 0;
    if (firsts)
        push(scan, outline, base, firsts, outline->lasts & range);
    return hard == KITH_BLOCK - 1 && scan->at > base;
}

static bool make_headroom(struct kith_scan *scan)
{
    struct kith_tokens *tokens = scan->tokens;
    struct kith_landmarks *landmarks = &tokens->landmarks;
    while (tokens->room - tokens->count < KITH_SCAN_HEADROOM)
        if (!kith_arena_widen(scan->arena, (void **)&tokens->items, &tokens->room,
                              sizeof *tokens->items))
            return false;
    while (landmarks->room - landmarks->count < KITH_SCAN_HEADROOM)
        if (!kith_arena_widen(scan->arena, (void **)&landmarks->items, &landmarks->room,
                              sizeof *landmarks->items))
            return false;
    return true;
}

FOR_EACH_MACHINE bool scan_block(struct kith_scan *scan, block_fn *block_at,
                                 push_fn *push)
{
    uint32_t base = scan->at;
    struct kith_ascii_block block = block_at(scan->bytes + base);
    struct kith_outline outline = kith_outline_of(&block);
    if (!make_headroom(scan))
        return false;
    while (!push_plain(scan, &outline, base, push)) {
        if (!kith_scan_token(scan))
            return false;
        if (scan->at >= scan->end || scan->at - base >= KITH_BLOCK - 1)
            break;
    }
    return true;
}

bool kith_scan_block_narrow(struct kith_scan *scan)
{
    return scan_block(scan, kith_ascii_block_at, kith_push_narrow);
}

#ifdef KITH_HAS_WIDE

KITH_WIDE static bool scan_block_wide(struct kith_scan *scan)
{
    return scan_block(scan, kith_wide_block_at, kith_push_wide);
}

bool kith_scan_block(struct kith_scan *scan)
{
    return kith_wide_is_here() ? scan_block_wide(scan) : kith_scan_block_narrow(scan);
}

#else

bool kith_scan_block(struct kith_scan *scan)
{
    return kith_scan_block_narrow(scan);
}

#endif
