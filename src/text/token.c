/* The tokenizer: one pass over the bytes.
 *
 * Two short ways carry most of the text: a run of ASCII letters that ends at a blank, and
 * a single blank between words. Whatever else occurs (other scripts, apostrophes, dots)
 * goes the long way, through the classes of unicode.h and the rules of word.c. */
#include "text/token.h"

#include <stdbool.h>

#include "text/ascii_run.h"
#include "text/unicode.h"
#include "text/word.h"

/* English has a token every five bytes; a token more often than this is made room for
 * when it turns out. */
#define BYTES_A_TOKEN 4

/* A single quote that was opened this many tokens ago was an elision ('tis) after all. */
#define QUOTE_REACH 100

struct scan {
    const unsigned char *bytes;
    uint32_t at, end;
    struct kith_tokens *tokens;
    uint32_t quote_end; /* below this token, an open single quote waits to be closed */
};

static uint8_t class_at(const struct scan *scan, uint32_t at)
{
    return kith_char_at(scan->bytes + at).entry & KITH_CHAR_CLASS;
}

/* Blanks the long way: counts line ends, knows the blanks beyond ASCII. */
static uint8_t pass_rare_blanks(struct scan *scan)
{
    uint32_t begin = scan->at, line_count = 0;
    while (scan->at < scan->end) {
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
    if (line_count)
        return line_count == 1 ? KITH_GAP_LINE : KITH_GAP_PARAGRAPH;
    return scan->at > begin ? KITH_GAP_BLANK : KITH_GAP_NONE;
}

/* True for bytes that cannot be part of a gap: visible ASCII. */
static bool is_visible(unsigned char byte)
{
    return byte > ' ' && byte < 0x7F;
}

static inline uint8_t pass_blanks(struct scan *scan)
{
    unsigned char byte = scan->bytes[scan->at];
    if (is_visible(byte))
        return KITH_GAP_NONE;
    if (byte == ' ' && is_visible(scan->bytes[scan->at + 1])) {
        scan->at++;
        return KITH_GAP_BLANK;
    }
    return pass_rare_blanks(scan);
}

/* True when the word ends before `byte` whatever follows. */
static inline bool ends_word(const unsigned char *bytes)
{
    unsigned char byte = bytes[0];
    if (byte == '.' || byte == ',')
        return bytes[1] == ' ' || bytes[1] == '\n';
    return byte < 0x80 && byte != '\'' && byte != '_';
}

static inline uint8_t shape_of(struct kith_ascii_run run)
{
    if (run.uppers == 0)
        return run.letters ? KITH_SHAPE_LOWER : KITH_SHAPE_UNCASED;
    uint32_t first = run.letters & (0u - run.letters);
    if (run.uppers == first)
        return KITH_SHAPE_TITLE;
    return run.uppers == run.letters ? KITH_SHAPE_UPPER : KITH_SHAPE_MIXED;
}

/* The short way: a whole word of fewer than sixteen ASCII letters and digits. */
static inline bool take_plain_word(struct scan *scan, struct kith_token *token)
{
    struct kith_ascii_run run = kith_ascii_run_at(scan->bytes + scan->at);
    if (run.length == 0 || run.length == 16 ||
        !ends_word(scan->bytes + scan->at + run.length))
        return false;
    scan->at += run.length;
    token->kind = run.letters ? KITH_TOKEN_WORD : KITH_TOKEN_NUMBER;
    token->shape = shape_of(run);
    return true;
}

static void take_word(struct scan *scan, struct kith_token *token)
{
    struct kith_word word = kith_word_read(scan->bytes, scan->at);
    scan->at = word.end;
    token->kind = word.kind;
    token->shape = word.shape;
    token->is_dotted = word.is_dotted;
}

static void take_marks_behind(struct scan *scan)
{
    while (class_at(scan, scan->at) == KITH_CHAR_EXTEND)
        scan->at += kith_char_at(scan->bytes + scan->at).size;
}

/* A pictograph with its modifiers, and those that a joiner ties to it. */
static void take_emoji(struct scan *scan, struct kith_char c)
{
    scan->at += c.size;
    take_marks_behind(scan);
    while (class_at(scan, scan->at) == KITH_CHAR_ZWJ) {
        uint32_t next = scan->at + kith_char_at(scan->bytes + scan->at).size;
        if (class_at(scan, next) != KITH_CHAR_EMOJI)
            return;
        scan->at = next + kith_char_at(scan->bytes + next).size;
        take_marks_behind(scan);
    }
}

/* Two regional letters make a flag. */
static void take_flag(struct scan *scan, struct kith_char c)
{
    scan->at += c.size;
    if (class_at(scan, scan->at) == KITH_CHAR_REGION)
        scan->at += kith_char_at(scan->bytes + scan->at).size;
    take_marks_behind(scan);
}

static bool is_plural(const struct scan *scan, const struct kith_token *word)
{
    return word->kind == KITH_TOKEN_WORD && (scan->bytes[word->end - 1] | 0x20) == 's';
}

/* The length of a possessive at the apostrophe `c`, which touches `word`; 0 for a quote.
 * Behind a plural's s the two look alike; an open quote is what tells. */
static uint32_t possessive_size(const struct scan *scan, const struct kith_token *word,
                                struct kith_char c)
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
static void note_single_quote(struct scan *scan, const struct kith_token *token,
                              const struct kith_token *before, struct kith_char c)
{
    uint8_t next = class_at(scan, scan->at + c.size);
    bool is_open_behind =
        token->gap != KITH_GAP_NONE || !before || before->kind >= KITH_TOKEN_HYPHEN;
    if (!is_open_behind)
        scan->quote_end = 0;
    else if (c.point != 0x2019 && next == KITH_CHAR_LETTER)
        scan->quote_end = scan->tokens->count + QUOTE_REACH;
}

static void take_apostrophe(struct scan *scan, struct kith_token *token,
                            struct kith_char c)
{
    const struct kith_token *before = scan->tokens->count > 1 ? token - 1 : NULL;
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

static void take_mark(struct scan *scan, struct kith_token *token, struct kith_char c,
                      enum kith_token_kind kind)
{
    token->kind = (uint8_t)kind;
    scan->at += c.size;
    take_marks_behind(scan);
}

static void take_token(struct scan *scan, struct kith_token *token)
{
    struct kith_char c = kith_char_at(scan->bytes + scan->at);
    switch (c.entry & KITH_CHAR_CLASS) {
    case KITH_CHAR_LETTER:
    case KITH_CHAR_DIGIT:
    case KITH_CHAR_LONER:
    case KITH_CHAR_KATAKANA:
        take_word(scan, token);
        break;
    case KITH_CHAR_APOSTROPHE:
        take_apostrophe(scan, token, c);
        break;
    case KITH_CHAR_HYPHEN:
        take_mark(scan, token, c, KITH_TOKEN_HYPHEN);
        break;
    case KITH_CHAR_QUOTE:
        take_mark(scan, token, c, KITH_TOKEN_QUOTE);
        break;
    case KITH_CHAR_EMOJI:
        take_emoji(scan, c);
        break;
    case KITH_CHAR_REGION:
        take_flag(scan, c);
        break;
    default:
        take_mark(scan, token, c, KITH_TOKEN_MARK);
        break;
    }
}

/* The token at scan->at, pushed; there is room. */
static inline void push_token(struct scan *scan, uint8_t gap)
{
    struct kith_token *token = &scan->tokens->items[scan->tokens->count++];
    if (gap == KITH_GAP_PARAGRAPH)
        scan->quote_end = 0;
    *token = (struct kith_token){.begin = scan->at, .gap = gap, .kind = KITH_TOKEN_MARK};
    if (!take_plain_word(scan, token))
        take_token(scan, token);
    if (scan->at > scan->end)
        scan->at = scan->end; /* only in malformed text */
    token->end = scan->at;
}

static enum kith_status make_room(struct kith_str text, struct kith_arena *arena,
                                  struct kith_tokens *tokens, struct kith_error *err)
{
    uint32_t room = (uint32_t)(text.length / BYTES_A_TOKEN) + 16;
    *tokens = (struct kith_tokens){.room = room};
    tokens->items = kith_arena_alloc(arena, room * sizeof *tokens->items);
    return tokens->items ? KITH_OK : kith_no_memory(err);
}

enum kith_status kith_tokenize(struct kith_str text, struct kith_arena *arena,
                               struct kith_tokens *tokens, struct kith_error *err)
{
    if (text.length >= UINT32_MAX)
        return kith_fail(err, KITH_LIMIT, "the text is longer than 4 GiB");
    KITH_TRY(make_room(text, arena, tokens, err));
    struct scan scan = {.bytes = (const unsigned char *)text.data,
                        .end = (uint32_t)text.length,
                        .tokens = tokens};
    if (text.length)
        pass_blanks(&scan);
    uint8_t gap = KITH_GAP_PARAGRAPH;
    while (scan.at < scan.end) {
        if (!KITH_ARENA_PUSHABLE(arena, tokens))
            return kith_no_memory(err);
        push_token(&scan, gap);
        gap = pass_blanks(&scan);
    }
    return KITH_OK;
}
