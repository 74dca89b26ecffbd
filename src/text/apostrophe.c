/* Apostrophes that end a word or stand before it: possessives and single quotes. Those
 * within a word are word.c's. */
#include "text/scan.h"
#include "text/word.h"

/* A single quote that was opened this many tokens ago was an elision ('tis) after all. */
#define QUOTE_REACH 100

static bool is_plural(const struct kith_scan *scan, const struct kith_token *word)
{
    return word->kind == KITH_TOKEN_WORD && (scan->bytes[word->end - 1] | 0x20) == 's';
}

/* The length of a possessive at the apostrophe `c`, which touches `word`; 0 for a quote.
 * Behind a plural's s the two look alike; an open quote is what tells. */
static uint32_t possessive_size(const struct kith_scan *scan,
                                const struct kith_token *word, struct kith_char c)
{
    const uint32_t opening = 0x2018;
    if (c.point == opening)
        return 0;
    uint32_t size = kith_possessive_size(scan->bytes + scan->at);
    if (size || !is_plural(scan, word) || scan->tokens->count <= scan->quote_end)
        return size;
    uint8_t next = kith_char_at(scan->bytes + scan->at + c.size).entry;
    bool is_doubled = (next & KITH_CHAR_CLASS) == KITH_CHAR_APOSTROPHE;
    return kith_is_wordy(next) || is_doubled ? 0 : c.size;
}

/* An apostrophe opens a quote when it stands before a letter and behind none. The curly
 * closing one never does: it is how ’90s and ’em are written. */
static void note_single_quote(struct kith_scan *scan, const struct kith_token *token,
                              const struct kith_token *before, struct kith_char c)
{
    uint8_t next = kith_char_at(scan->bytes + scan->at + c.size).entry & KITH_CHAR_CLASS;
    bool is_open_behind =
        token->gap != KITH_GAP_NONE || !before || before->kind >= KITH_TOKEN_HYPHEN;
    if (!is_open_behind)
        scan->quote_end = 0;
    else if (c.point != 0x2019 && next == KITH_CHAR_LETTER)
        scan->quote_end = scan->tokens->count + QUOTE_REACH;
}

void kith_scan_apostrophe(struct kith_scan *scan, struct kith_token *token,
                          struct kith_char c)
{
    const struct kith_tokens *tokens = scan->tokens;
    const struct kith_token *before =
        tokens->count > 1 ? &tokens->items[tokens->count - 2] : NULL;
    uint32_t size = 0;
    bool touches = before && token->gap == KITH_GAP_NONE &&
                   (before->kind == KITH_TOKEN_WORD || before->kind == KITH_TOKEN_NUMBER);
    if (touches)
        size = possessive_size(scan, before, c);
    token->kind = size ? KITH_TOKEN_POSSESSIVE : KITH_TOKEN_QUOTE;
    if (!size)
        note_single_quote(scan, token, before, c);
    scan->at += size ? size : c.size;
}
