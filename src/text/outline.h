/* A block as tokens: where plain words and marks begin and end, what gap is before them
 * and how they are written, all at once and without a branch.
 *
 * The one trick is to add. A word is a run of set bits; a seed added anywhere within it
 * carries out at its top, so `runs + seeds` tells of each run, in the bit behind it,
 * whether it holds a seed: a capital, a line end. What is said of a token stands in two
 * places, so that nothing need be moved: of its gap at its first byte, of its letters
 * behind its last. */
#ifndef KITH_TEXT_OUTLINE_H
#define KITH_TEXT_OUTLINE_H

#include "text/ascii_block.h"

struct kith_outline {
    uint64_t words, firsts, lasts; /* bytes of words; the first and the last byte of each
                                      word and mark */
    uint64_t hard;                 /* what only the long way can take; and the last bit */
    /* At the first byte: */
    uint64_t parted;     /* blanks stand before it */
    uint64_t lines;      /* with a line end among them */
    uint64_t paragraphs; /* with two */
    uint64_t stops;      /* a mark that may end a sentence */
    /* Behind the last byte, the bits of a number, enum kith_outline_code: */
    uint64_t code[3];
};

/* How a plain token is written. */
enum kith_outline_code {
    KITH_CODE_NUMBER = 0,
    KITH_CODE_LOWER = 1,
    KITH_CODE_TITLE = 2,
    KITH_CODE_MARK = 3,
    KITH_CODE_HYPHEN = 4,
    KITH_CODE_QUOTE = 5,
    KITH_CODE_UPPER = 6,
    KITH_CODE_MIXED = 7,
    KITH_CODE_COUNT
};

/* The bit behind each run that holds a seed. Seeds lie within runs. */
static inline uint64_t kith_behind_runs(uint64_t runs, uint64_t seeds)
{
    return (runs + seeds) & ~runs;
}

/* The seeds but the first of each run. */
static inline uint64_t kith_later_seeds(uint64_t runs, uint64_t seeds)
{
    uint64_t begins = runs & ~(runs << 1);
    uint64_t others = runs & ~seeds;
    uint64_t behind_others = kith_behind_runs(others, begins & others);
    return seeds & ~begins & ~behind_others;
}

/* Marks that are a token by themselves. Not those before a byte beyond ASCII, which could
 * belong to them, and not the dot or comma behind a word unless what stands behind that
 * surely ends it. Bit 63 is not to be relied on. */
static inline uint64_t kith_plain_marks(const struct kith_ascii_block *block,
                                        uint64_t words)
{
    uint64_t enders = ~(words | block->joints | block->high);
    uint64_t points = block->dots | block->commas;
    uint64_t inner = points & words << 1 & ~(enders >> 1);
    return enders & block->visible & ~(block->high >> 1) & ~inner;
}

static inline struct kith_outline kith_outline_of(const struct kith_ascii_block *block)
{
    uint64_t words = block->letters | block->digits;
    uint64_t marks = kith_plain_marks(block, words);
    uint64_t blanks = block->spaces | block->lines;
    uint64_t later_lines = kith_later_seeds(blanks, block->lines);
    uint64_t later_letters = kith_later_seeds(words, block->letters);
    uint64_t small = kith_behind_runs(words, block->letters & ~block->uppers);
    uint64_t capital = kith_behind_runs(words, block->uppers);
    uint64_t inner_capital = kith_behind_runs(words, block->uppers & later_letters);
    uint64_t hyphens = block->hyphens << 1, quotes = block->quotes << 1;
    uint64_t other_marks = marks << 1 & ~hyphens & ~quotes;
    return (struct kith_outline){
        .words = words,
        .firsts = (words & ~(words << 1)) | marks,
        .lasts = (words & ~(words >> 1)) | marks,
        .hard = ~(words | marks | blanks) | UINT64_C(1) << (KITH_BLOCK - 1),
        .parted = blanks << 1,
        .lines = kith_behind_runs(blanks, block->lines),
        .paragraphs = kith_behind_runs(blanks, later_lines),
        .stops = block->dots | block->cries,
        .code = {(small & (inner_capital | ~capital)) | other_marks | quotes,
                 capital | other_marks, inner_capital | hyphens | quotes},
    };
}

#endif
