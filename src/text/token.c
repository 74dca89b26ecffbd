/* The tokenizer: one pass over the bytes.
 *
 * Two short ways carry most of the text: a run of ASCII letters that ends at a blank, and
 * a single blank between words. Whatever else occurs (other scripts, apostrophes, dots)
 * goes the long way, through the classes of unicode.h and the rules of word.c. */
#include "text/token.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "text/ascii_block.h"
#include "text/mark.h"
#include "text/unicode.h"
#include "text/word.h"

/* English has a token every five bytes and a landmark every fifty; what comes more often
 * is made room for when it turns out. */
#define BYTES_A_TOKEN 4
#define BYTES_A_LANDMARK 32

/* A single quote that was opened this many tokens ago was an elision ('tis) after all. */
#define QUOTE_REACH 100

struct scan {
    const unsigned char *bytes;
    uint32_t at, end;
    uint32_t base; /* where `block` was taken */
    struct kith_ascii_block block;
    uint8_t gap; /* between the last token and `at` */
    struct kith_arena *arena;
    struct kith_tokens *tokens;
    uint32_t quote_end; /* below this token, an open single quote waits to be closed */
};

static uint8_t class_at(const struct scan *scan, uint32_t at)
{
    return kith_char_at(scan->bytes + at).entry & KITH_CHAR_CLASS;
}

/* Blanks and line ends of all kinds; `line_count` were passed already. */
static uint32_t pass_rare_blanks(struct scan *scan, uint32_t line_count)
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
static uint8_t pass_blanks(struct scan *scan)
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

static void take_block(struct scan *scan)
{
    scan->base = scan->at;
    scan->block = kith_ascii_block_at(scan->bytes + scan->at);
}

/* Kind, shape, gap and is_dotted of a plain word, by what `facts_of` says of it. */
static const uint8_t words_by_facts[16][4] = {
    [0 + 3] = {KITH_TOKEN_WORD, KITH_SHAPE_MIXED},
    [0 + 1] = {KITH_TOKEN_WORD, KITH_SHAPE_LOWER},
    [4 + 3] = {KITH_TOKEN_WORD, KITH_SHAPE_TITLE},
    [8 + 3] = {KITH_TOKEN_WORD, KITH_SHAPE_UPPER},
    [8 + 4 + 3] = {KITH_TOKEN_WORD, KITH_SHAPE_TITLE}, /* a single letter */
    [8 + 4 + 0] = {KITH_TOKEN_NUMBER, KITH_SHAPE_UNCASED},
};

/* Without a branch, since what comes next is anybody's guess: 1, it has letters; 2,
 * capitals; 4, only the first letter is one; 8, all are. Written `uppers != 0`, the
 * second becomes a branch after all. */
static inline unsigned facts_of(uint64_t letters, uint64_t uppers)
{
    uint64_t first = letters & (0u - letters);
    uint64_t has_uppers = (uppers | (0u - uppers)) >> 63;
    return (unsigned)(letters != 0) | (unsigned)has_uppers << 1 |
           (unsigned)(uppers == first) << 2 | (unsigned)(uppers == letters) << 3;
}

_Static_assert(offsetof(struct kith_token, is_dotted) ==
                   offsetof(struct kith_token, kind) + 3,
               "what is said of a token lies together");

/* A word of ASCII letters and digits, `length` bytes at `offset` of the block. */
static inline void set_word(struct kith_token *token,
                            const struct kith_ascii_block *block, uint32_t offset,
                            uint32_t length)
{
    uint64_t inside = (UINT64_C(1) << length) - 1;
    unsigned facts =
        facts_of(block->letters >> offset & inside, block->uppers >> offset & inside);
    memcpy(&token->kind, words_by_facts[facts], sizeof words_by_facts[facts]);
}

/* The number of ASCII letters and digits at `offset` of the block; KITH_BLOCK - 1 or more
 * with the offset when they run out of it. */
static inline uint32_t run_length(const struct kith_ascii_block *block, uint32_t offset)
{
    uint64_t others = ~(block->words >> offset) | UINT64_C(1) << (KITH_BLOCK - 1);
    return (uint32_t)__builtin_ctzll(others);
}

/* Does a word of ASCII letters and digits surely end where `bytes` begin, although what
 * stands there is an apostrophe or beyond ASCII? Curly quotes, dashes and possessives. */
static bool ends_word(const unsigned char *bytes)
{
    struct kith_char c = kith_char_at(bytes);
    uint8_t class = c.entry & KITH_CHAR_CLASS;
    if (class == KITH_CHAR_APOSTROPHE)
        return kith_possessive_size(bytes) ||
               !kith_is_wordy(kith_char_at(bytes + c.size).entry);
    return class == KITH_CHAR_QUOTE || class == KITH_CHAR_MARK;
}

static void take_word(struct scan *scan, struct kith_token *token)
{
    uint32_t offset = scan->at - scan->base;
    uint32_t length = offset < KITH_BLOCK ? run_length(&scan->block, offset) : 0;
    if (length > 0 && offset + length < KITH_BLOCK - 1 &&
        ends_word(scan->bytes + scan->at + length)) {
        set_word(token, &scan->block, offset, length);
        token->gap = scan->gap;
        scan->at += length;
        return;
    }
    struct kith_word word = kith_word_read(scan->bytes, scan->at);
    scan->at = word.end;
    token->kind = word.kind;
    token->shape = word.shape;
    token->is_dotted = word.is_dotted;
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

static void take_token(struct scan *scan, struct kith_token *token)
{
    struct kith_char c = kith_char_at(scan->bytes + scan->at);
    uint8_t class = c.entry & KITH_CHAR_CLASS;
    if (kith_is_wordy(c.entry)) {
        take_word(scan, token);
    } else if (class == KITH_CHAR_APOSTROPHE) {
        take_apostrophe(scan, token, c);
    } else {
        token->kind = class == KITH_CHAR_HYPHEN  ? KITH_TOKEN_HYPHEN
                      : class == KITH_CHAR_QUOTE ? KITH_TOKEN_QUOTE
                                                 : KITH_TOKEN_MARK;
        scan->at += kith_mark_size(scan->bytes + scan->at);
    }
}

/* Remember the token numbered `token` as a place where a sentence or paragraph might
 * begin or end. */
static bool note_landmark(struct scan *scan, uint32_t token)
{
    struct kith_landmarks *landmarks = &scan->tokens->landmarks;
    if (landmarks->count && landmarks->items[landmarks->count - 1] == token)
        return true;
    if (!KITH_ARENA_PUSHABLE(scan->arena, landmarks))
        return false;
    landmarks->items[landmarks->count++] = token;
    return true;
}

static inline bool is_stop_byte(unsigned char byte)
{
    return byte == '.' || byte == '!' || byte == '?';
}

/* Marks beyond ASCII are counted as stops here; the splitter looks again. */
static bool may_stop(const struct scan *scan, const struct kith_token *token)
{
    unsigned char byte = scan->bytes[token->begin];
    return token->is_dotted ||
           (token->kind == KITH_TOKEN_MARK && (is_stop_byte(byte) || byte >= 0x80));
}

/* Move past the blanks to the next token and see what gap they make. */
static bool take_gap(struct scan *scan)
{
    scan->gap = pass_blanks(scan);
    if (scan->gap == KITH_GAP_PARAGRAPH)
        scan->quote_end = 0;
    return scan->gap < KITH_GAP_LINE || scan->at >= scan->end ||
           note_landmark(scan, scan->tokens->count);
}

/* The long way: the token at scan->at, whatever it is, and the gap behind it. False when
 * memory is out. */
static bool push_other(struct scan *scan)
{
    struct kith_tokens *tokens = scan->tokens;
    if (!KITH_ARENA_PUSHABLE(scan->arena, tokens))
        return false;
    struct kith_token *token = &tokens->items[tokens->count++];
    *token = (struct kith_token){.begin = scan->at, .gap = scan->gap};
    take_token(scan, token);
    if (scan->at > scan->end)
        scan->at = scan->end; /* only in malformed text */
    token->end = scan->at;
    if (may_stop(scan, token) && !note_landmark(scan, tokens->count - 1))
        return false;
    return take_gap(scan);
}

/* A mark of one byte, from block->marks. */
static inline void set_mark(struct kith_token *token, unsigned char byte)
{
    token->kind = byte == '-'                  ? KITH_TOKEN_HYPHEN
                  : byte == '"' || byte == '`' ? KITH_TOKEN_QUOTE
                                               : KITH_TOKEN_MARK;
    token->shape = 0;
    token->is_dotted = false;
}

/* The length of the plain token at `offset` of the block, or 0 when none is there whose
 * end is sure: a word that nothing could make longer, or a mark of one byte. */
static inline uint32_t plain_length(const struct kith_ascii_block *block, uint32_t offset)
{
    uint32_t length = run_length(block, offset);
    if (length == 0)
        return block->marks >> offset & 1;
    uint32_t end = offset + length;
    return end < KITH_BLOCK - 1 && block->ends >> end & 1 ? length : 0;
}

/* Room for as many tokens and landmarks as a block can hold. */
static bool make_headroom(struct scan *scan)
{
    struct kith_tokens *tokens = scan->tokens;
    struct kith_landmarks *landmarks = &tokens->landmarks;
    if (tokens->room - tokens->count < KITH_BLOCK &&
        !kith_arena_widen(scan->arena, (void **)&tokens->items, &tokens->room,
                          sizeof *tokens->items))
        return false;
    return landmarks->room - landmarks->count >= KITH_BLOCK ||
           kith_arena_widen(scan->arena, (void **)&landmarks->items, &landmarks->room,
                            sizeof *landmarks->items);
}

/* The short way: push plain words and marks, with nothing or one space between them, as
 * long as there are such and the block lasts. Leaves the scan at the token or gap it
 * could not take; *is_gap tells which. Runs on copies, which the compiler can keep in
 * registers, and has headroom. */
static void push_plain_tokens(struct scan *scan, bool *is_gap)
{
    const struct kith_ascii_block block = scan->block;
    struct kith_landmarks *landmarks = &scan->tokens->landmarks;
    struct kith_token *first = scan->tokens->items, *token = first + scan->tokens->count;
    const uint32_t base = scan->base;
    uint32_t offset = scan->at - base;
    uint8_t gap = scan->gap;
    *is_gap = false;
    while (offset < KITH_BLOCK - 1) {
        uint32_t length = plain_length(&block, offset);
        if (length == 0)
            break;
        uint32_t end = offset + length;
        if (block.words >> offset & 1) {
            set_word(token, &block, offset, length);
        } else {
            unsigned char byte = scan->bytes[base + offset];
            set_mark(token, byte);
            /* A line end before it has made it a landmark already. */
            if (is_stop_byte(byte) && gap < KITH_GAP_LINE)
                landmarks->items[landmarks->count++] = (uint32_t)(token - first);
        }
        token->begin = base + offset;
        token->end = base + end;
        token->gap = gap;
        token++;
        gap = block.singles >> end & 1;
        offset = end + gap;
        if (!(block.visible >> offset & 1)) {
            *is_gap = true;
            break;
        }
    }
    scan->at = base + offset;
    scan->gap = gap;
    scan->tokens->count = (uint32_t)(token - first);
}

_Static_assert(KITH_GAP_NONE == 0 && KITH_GAP_BLANK == 1, "a bit of `singles` is a gap");

/* Where the short way stopped: at a gap, at the end of the block, or at what it is not
 * made for. */
static bool go_on(struct scan *scan)
{
    uint32_t offset = scan->at - scan->base;
    if (offset < KITH_BLOCK - 1) {
        bool runs_out = offset + run_length(&scan->block, offset) >= KITH_BLOCK - 1;
        if (!runs_out || offset == 0)
            return push_other(scan);
    }
    take_block(scan);
    return true;
}

static enum kith_status make_room(struct kith_str text, struct kith_arena *arena,
                                  struct kith_tokens *tokens, struct kith_error *err)
{
    uint32_t room = (uint32_t)(text.length / BYTES_A_TOKEN) + KITH_BLOCK;
    uint32_t landmark_room = (uint32_t)(text.length / BYTES_A_LANDMARK) + KITH_BLOCK;
    *tokens = (struct kith_tokens){.room = room, .landmarks.room = landmark_room};
    tokens->landmarks.items =
        kith_arena_alloc(arena, landmark_room * sizeof *tokens->landmarks.items);
    tokens->items = kith_arena_alloc(arena, room * sizeof *tokens->items);
    return tokens->items && tokens->landmarks.items ? KITH_OK : kith_no_memory(err);
}

static bool scan_all(struct scan *scan)
{
    take_block(scan);
    pass_blanks(scan);
    scan->gap = KITH_GAP_PARAGRAPH;
    if (scan->at < scan->end && !note_landmark(scan, 0))
        return false;
    while (scan->at < scan->end) {
        bool is_gap;
        if (!make_headroom(scan))
            return false;
        push_plain_tokens(scan, &is_gap);
        if (!(is_gap ? take_gap(scan) : go_on(scan)))
            return false;
    }
    return true;
}

enum kith_status kith_tokenize(struct kith_str text, struct kith_arena *arena,
                               struct kith_tokens *tokens, struct kith_error *err)
{
    if (text.length >= UINT32_MAX)
        return kith_fail(err, KITH_LIMIT, "the text is longer than 4 GiB");
    KITH_TRY(make_room(text, arena, tokens, err));
    if (text.length == 0)
        return KITH_OK;
    struct scan scan = {.bytes = (const unsigned char *)text.data,
                        .end = (uint32_t)text.length,
                        .arena = arena,
                        .tokens = tokens};
    return scan_all(&scan) ? KITH_OK : kith_no_memory(err);
}
