/* The tokenizer: one pass over the bytes.
 *
 * Plain words and marks, most of any text in Latin script, go the short way of plain.c.
 * Whatever else occurs (other scripts, apostrophes, dots within words) goes the long way
 * here, through the classes of unicode.h and the rules of word.c. */
#include "text/token.h"

#include "text/mark.h"
#include "text/scan.h"
#include "text/word.h"

/* English has a token every five bytes and a landmark every fifty; what comes more often
 * is made room for when it turns out. */
#define BYTES_A_TOKEN 4
#define BYTES_A_LANDMARK 32

/* ---- gaps ---- */

/* Blanks and line ends of all kinds; `line_count` were passed already. */
static uint32_t pass_rare_blanks(struct kith_scan *scan, uint32_t line_count)
{
    for (; scan->at < scan->end;) {
        struct kith_char c = kith_char_at(scan->bytes + scan->at);
        uint8_t class = c.entry & KITH_CHAR_CLASS;
        if (class == KITH_CHAR_LINE) {
            bool is_crlf = c.point == '\r' && scan->bytes[scan->at + 1] == '\n';
            scan->at += is_crlf;
            line_count++;
        } else if (class == KITH_CHAR_PARAGRAPH) {
            line_count += 2;
        } else if (class != KITH_CHAR_BLANK && class != KITH_CHAR_IGNORABLE &&
                   class != KITH_CHAR_ZWJ) {
            break;
        }
        scan->at += c.size;
    }
    return line_count;
}

/* Spaces and line feeds are most of what parts words; the rest is asked for when what
 * stops them is neither visible nor the end. */
static enum kith_token_gap pass_blanks(struct kith_scan *scan)
{
    uint32_t begin = scan->at, line_count = 0;
    unsigned char byte = scan->bytes[scan->at];
    while (byte == ' ' || byte == '\n') {
        line_count += byte == '\n';
        byte = scan->bytes[++scan->at];
    }
    if (byte < ' ' || byte >= 0x80)
        line_count = pass_rare_blanks(scan, line_count);
    if (line_count)
        return line_count == 1 ? KITH_GAP_LINE : KITH_GAP_PARAGRAPH;
    return scan->at > begin ? KITH_GAP_BLANK : KITH_GAP_NONE;
}

/* ---- tokens ---- */

static void take_word(struct kith_scan *scan, struct kith_token *token)
{
    struct kith_word word = kith_word_read(scan->bytes, scan->at);
    scan->at = word.end;
    token->kind = word.kind;
    token->shape = word.shape;
    token->is_dotted = word.is_dotted;
}

static void take_token(struct kith_scan *scan, struct kith_token *token)
{
    struct kith_char c = kith_char_at(scan->bytes + scan->at);
    uint8_t class = c.entry & KITH_CHAR_CLASS;
    if (kith_is_wordy(c.entry)) {
        take_word(scan, token);
    } else if (class == KITH_CHAR_APOSTROPHE) {
        kith_scan_apostrophe(scan, token, c);
    } else {
        token->kind = class == KITH_CHAR_HYPHEN  ? KITH_TOKEN_HYPHEN
                      : class == KITH_CHAR_QUOTE ? KITH_TOKEN_QUOTE
                                                 : KITH_TOKEN_MARK;
        scan->at += kith_mark_size(scan->bytes + scan->at);
    }
}

/* Marks beyond ASCII are counted as stops here; the splitter looks again. */
static bool may_stop(const struct kith_scan *scan, const struct kith_token *token)
{
    unsigned char byte = scan->bytes[token->begin];
    bool is_stop_mark = byte == '.' || byte == '!' || byte == '?' || byte >= 0x80;
    return token->is_dotted || (token->kind == KITH_TOKEN_MARK && is_stop_mark);
}

static bool is_landmark(const struct kith_scan *scan, const struct kith_token *token)
{
    return token->gap >= KITH_GAP_LINE || may_stop(scan, token);
}

static bool push_landmark(struct kith_scan *scan, uint32_t token)
{
    struct kith_landmarks *landmarks = &scan->tokens->landmarks;
    if (!KITH_ARENA_PUSHABLE(scan->arena, landmarks))
        return false;
    landmarks->items[landmarks->count++] = token;
    return true;
}

bool kith_scan_token(struct kith_scan *scan)
{
    struct kith_tokens *tokens = scan->tokens;
    enum kith_token_gap gap = pass_blanks(scan);
    if (tokens->count == 0)
        gap = KITH_GAP_PARAGRAPH;
    if (gap == KITH_GAP_PARAGRAPH)
        scan->quote_end = 0;
    if (scan->at >= scan->end)
        return true;
    if (!KITH_ARENA_PUSHABLE(scan->arena, tokens))
        return false;
    struct kith_token *token = &tokens->items[tokens->count++];
    *token = (struct kith_token){.begin = scan->at, .gap = (uint8_t)gap};
    take_token(scan, token);
    if (scan->at > scan->end)
        scan->at = scan->end; /* only in malformed text */
    token->end = scan->at;
    return !is_landmark(scan, token) || push_landmark(scan, tokens->count - 1);
}

/* ---- all of them ---- */

static enum kith_status make_room(struct kith_str text, struct kith_arena *arena,
                                  struct kith_tokens *tokens, struct kith_error *err)
{
    uint32_t room = (uint32_t)(text.length / BYTES_A_TOKEN) + KITH_SCAN_HEADROOM;
    uint32_t landmark_room =
        (uint32_t)(text.length / BYTES_A_LANDMARK) + KITH_SCAN_HEADROOM;
    *tokens = (struct kith_tokens){.room = room, .landmarks.room = landmark_room};
    tokens->landmarks.items =
        kith_arena_alloc(arena, landmark_room * sizeof *tokens->landmarks.items);
    tokens->items = kith_arena_alloc(arena, room * sizeof *tokens->items);
    return tokens->items && tokens->landmarks.items ? KITH_OK : kith_no_memory(err);
}

/* The first token begins a paragraph, whatever stands before it: what the long way knows
 * and the short one need not. */
static bool scan_all(struct kith_scan *scan)
{
    bool is_well = kith_scan_token(scan);
    while (is_well && scan->at < scan->end)
        is_well = kith_scan_block(scan);
    return is_well;
}

enum kith_status kith_tokenize(struct kith_str text, struct kith_arena *arena,
                               struct kith_tokens *tokens, struct kith_error *err)
{
    if (text.length >= UINT32_MAX)
        return kith_fail(err, KITH_LIMIT, "the text is longer than 4 GiB");
    KITH_TRY(make_room(text, arena, tokens, err));
    if (text.length == 0)
        return KITH_OK;
    struct kith_scan scan = {.bytes = (const unsigned char *)text.data,
                             .end = (uint32_t)text.length,
                             .arena = arena,
                             .tokens = tokens};
    return scan_all(&scan) ? KITH_OK : kith_no_memory(err);
}
