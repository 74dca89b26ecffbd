/* A text on its way into tokens, and the two ways through it. Both push the same tokens;
 * the short one knows plain words and marks only, and stops at all else. The room's own
 * header: others ask kith_tokenize. */
#ifndef KITH_TEXT_SCAN_H
#define KITH_TEXT_SCAN_H

#include <stdbool.h>

#include "text/ascii_block.h"
#include "text/token.h"
#include "text/unicode.h"

/* The short way writes tokens and landmarks without asking for room: one for each byte of
 * a block at most, and rounded up to sixteen. */
#define KITH_SCAN_HEADROOM (KITH_BLOCK + 16)

struct kith_scan {
    const unsigned char *bytes;
    uint32_t at, end; /* behind the last token; behind the text */
    struct kith_arena *arena;
    struct kith_tokens *tokens;
    uint32_t quote_end; /* below this token, an open single quote waits to be closed */
};

/* The short way: push the tokens of the next KITH_BLOCK bytes, what is plain by the block
 * and the rest one by one. At least one token, unless only blanks are left. False when
 * memory is out. */
bool kith_scan_block(struct kith_scan *scan);

/* The same without the instructions that not every processor has. */
bool kith_scan_block_narrow(struct kith_scan *scan);

/* The long way: push the next token, whatever it is, after the blanks before it. Pushes
 * nothing when only blanks are left. False when memory is out. */
bool kith_scan_token(struct kith_scan *scan);

/* Read the possessive or the quote at the apostrophe `c` at scan->at into `token`, the
 * last of scan->tokens, and move behind it. */
void kith_scan_apostrophe(struct kith_scan *scan, struct kith_token *token,
                          struct kith_char c);

#endif
