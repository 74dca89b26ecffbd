/* Stops and what closes with them. See stop.h. */
#include "text/stop.h"

#include "text/unicode.h"

static uint32_t point_of(struct kith_str text, const struct kith_token *token)
{
    return kith_char_at((const unsigned char *)text.data + token->begin).point;
}

static enum kith_stop_kind kind_of_point(uint32_t point)
{
    switch (point) {
    case '.':
    case 0xFF0E: /* full width */
        return KITH_STOP_DOT;
    case 0x2026: /* … */
        return KITH_STOP_ELLIPSIS;
    case '!':
    case '?':
    case 0x203C: /* ‼ ⁇ ⁈ ⁉ */
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x061F: /* Arabic ؟ ۔ */
    case 0x06D4:
    case 0x0964: /* Devanagari danda */
    case 0x0965:
    case 0x0589: /* Armenian */
    case 0x1362: /* Ethiopic */
    case 0x104B: /* Burmese */
    case 0x17D4: /* Khmer */
        return KITH_STOP_STRONG;
    case 0x3002: /* 。 ！ ？ ｡ */
    case 0xFF01:
    case 0xFF1F:
    case 0xFF61:
        return KITH_STOP_FULL;
    default:
        return KITH_NO_STOP;
    }
}

static enum kith_stop_kind stop_kind(struct kith_str text, const struct kith_token *token)
{
    return token->kind == KITH_TOKEN_MARK ? kind_of_point(point_of(text, token))
                                          : KITH_NO_STOP;
}

bool kith_is_stop(struct kith_str text, const struct kith_token *token)
{
    return stop_kind(text, token) != KITH_NO_STOP;
}

bool kith_is_opener(uint32_t point)
{
    switch (point) {
    case '(':
    case '[':
    case '{':
    case 0x00BF: /* ¿ ¡ */
    case 0x00A1:
    case 0x2018: /* ‘ ‚ “ „ ‹ */
    case 0x201A:
    case 0x201C:
    case 0x201E:
    case 0x2039:
    case 0x300C: /* 「 『 */
    case 0x300E:
        return true;
    default:
        return false;
    }
}

static bool is_closing_bracket(uint32_t point)
{
    return point == ')' || point == ']' || point == '}' || point == 0xFF09;
}

/* Quotes that only close, even behind a blank: » of French, and ”. */
static bool is_surely_closing(uint32_t point)
{
    return point == 0x00BB || point == 0x201D || point == 0x203A;
}

/* Does the token close a quote or bracket that a stop stands in? */
static bool is_closer(struct kith_str text, const struct kith_token *token)
{
    uint32_t point = point_of(text, token);
    if (token->gap == KITH_GAP_BLANK)
        return token->kind == KITH_TOKEN_QUOTE && is_surely_closing(point);
    if (token->gap != KITH_GAP_NONE)
        return false;
    if (token->kind == KITH_TOKEN_QUOTE)
        return !kith_is_opener(point);
    return token->kind == KITH_TOKEN_MARK && is_closing_bracket(point);
}

struct kith_stop kith_stop_gather(struct kith_str text, const struct kith_token *tokens,
                                  uint32_t count, uint32_t at)
{
    struct kith_stop stop = {.at = at, .end = at + 1, .is_dotted = tokens[at].is_dotted};
    stop.kind = stop.is_dotted ? KITH_STOP_DOT : stop_kind(text, &tokens[at]);
    while (stop.end < count) {
        const struct kith_token *next = &tokens[stop.end];
        enum kith_stop_kind more =
            next->gap == KITH_GAP_NONE ? stop_kind(text, next) : KITH_NO_STOP;
        bool closes = !more && is_closer(text, next);
        if (!more && !closes)
            break;
        if (more == KITH_STOP_DOT && stop.kind == KITH_STOP_DOT)
            more = KITH_STOP_ELLIPSIS;
        stop.kind = more > stop.kind ? more : stop.kind;
        stop.has_closer |= closes;
        stop.end++;
    }
    return stop;
}
