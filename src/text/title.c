/* Titles: a short first line, without a full stop, that more text follows. */
#include "text/paragraph.h"

#include <string.h>

#include "text/stop.h"
#include "text/unicode.h"

/* Headlines have up to some twenty words. */
#define TITLE_BYTES 200

/* Words of this many letters carry a capital in a headline that has capitals... */
#define LONG_WORD 4

/* ...and so many of them are no accident. */
#define LONG_WORDS_NEEDED 4

/* The first token at or after `i` that stands behind a line end, or a paragraph's. */
static uint32_t find_gap(const struct kith_tokens *tokens, uint32_t i,
                         enum kith_token_gap gap)
{
    while (i < tokens->count && tokens->items[i].gap < gap)
        i++;
    return i;
}

static uint32_t point_of(struct kith_str text, const struct kith_token *token)
{
    return kith_char_at((const unsigned char *)text.data + token->begin).point;
}

/* The last mark that is no quote or bracket: what a line ends in. */
static const struct kith_token *last_said(struct kith_str text,
                                          const struct kith_tokens *tokens, uint32_t end)
{
    while (end > 1) {
        const struct kith_token *token = &tokens->items[end - 1];
        bool is_bracket = token->kind == KITH_TOKEN_MARK && point_of(text, token) == ')';
        if (token->kind != KITH_TOKEN_QUOTE && !is_bracket)
            return token;
        end--;
    }
    return &tokens->items[0];
}

/* "Talks Resume in Geneva": all long words begin with a capital. */
static bool has_headline_capitals(const struct kith_tokens *tokens, uint32_t end)
{
    uint32_t long_words = 0;
    for (uint32_t i = 0; i < end; i++) {
        const struct kith_token *token = &tokens->items[i];
        if (token->kind != KITH_TOKEN_WORD || token->end - token->begin < LONG_WORD)
            continue;
        if (token->shape == KITH_SHAPE_LOWER)
            return false;
        long_words++;
    }
    return long_words >= LONG_WORDS_NEEDED;
}

/* A headline may have been wrapped once. */
static bool has_many_lines(const struct kith_tokens *tokens, uint32_t end)
{
    uint32_t second = find_gap(tokens, 1, KITH_GAP_LINE);
    return second < end && find_gap(tokens, second + 1, KITH_GAP_LINE) < end;
}

static bool has_word(const struct kith_tokens *tokens, uint32_t end)
{
    for (uint32_t i = 0; i < end; i++)
        if (tokens->items[i].kind == KITH_TOKEN_WORD)
            return true;
    return false;
}

/* Do the tokens before `end` read like a title? */
static bool is_title(struct kith_str text, const struct kith_tokens *tokens, uint32_t end)
{
    const struct kith_token *first = &tokens->items[0];
    if (tokens->items[end - 1].end - first->begin > TITLE_BYTES ||
        first->kind == KITH_TOKEN_HYPHEN || !has_word(tokens, end) ||
        has_many_lines(tokens, end))
        return false;
    const struct kith_token *last = last_said(text, tokens, end);
    if (last->kind != KITH_TOKEN_MARK)
        return true;
    uint32_t point = point_of(text, last);
    if (point == ',' || point == ';' || point == ':')
        return false;
    bool is_stopped =
        kith_is_stop(text, last) && !(point < 0x80 && strchr("?!", (int)point));
    return !is_stopped || has_headline_capitals(tokens, end);
}

bool kith_title_mark(struct kith_str text, struct kith_tokens *tokens)
{
    if (tokens->count == 0)
        return false;
    uint32_t paragraph = find_gap(tokens, 1, KITH_GAP_PARAGRAPH);
    if (paragraph < tokens->count && is_title(text, tokens, paragraph))
        return true;
    /* A first line that runs into the text is a title only by its capitals. */
    uint32_t line = find_gap(tokens, 1, KITH_GAP_LINE);
    if (line >= paragraph || !has_headline_capitals(tokens, line) ||
        !is_title(text, tokens, line))
        return false;
    tokens->items[line].gap = KITH_GAP_PARAGRAPH;
    return true;
}
