/* Spots, one way of naming them after the other. */
#include "text/spot.h"

#include "base/file.h"
#include "text/fold.h"

#define BYTE_ORDER_MARK KITH_STR("\xEF\xBB\xBF")

/* ---- lines and columns ---- */

static bool is_tail(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static size_t begin_of(struct kith_str text)
{
    return kith_str_starts_with(text, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
}

/* Does a line end with the byte at i? The carriage return of a pair is not yet its end.
 */
static bool ends_line(struct kith_str text, size_t i)
{
    bool is_pair = i + 1 < text.length && text.data[i + 1] == '\n';
    return text.data[i] == '\n' || (text.data[i] == '\r' && !is_pair);
}

struct kith_position kith_position_of(struct kith_str text, uint32_t offset)
{
    struct kith_position position = {1, 1};
    for (size_t i = begin_of(text); i < offset && i < text.length; i++) {
        if (ends_line(text, i))
            position = (struct kith_position){position.line + 1, 1};
        else
            position.column += i + 1 == text.length || !is_tail(text.data[i + 1]);
    }
    return position;
}

static enum kith_status find_line(const struct kith_document *document, uint64_t line,
                                  size_t *offset, struct kith_error *err)
{
    struct kith_str text = document->text;
    uint64_t number = 1;
    for (*offset = begin_of(text); number < line && *offset < text.length; ++*offset)
        number += ends_line(text, *offset);
    /* Behind the last line end an editor may show a line; there is nothing in it. */
    bool is_empty = number > 1 && *offset == text.length && ends_line(text, *offset - 1);
    if (number == line && !is_empty)
        return KITH_OK;
    return kith_fail(err, KITH_BAD_INPUT, "%.*s: there is no line %llu; it has %llu",
                     KITH_STR_ARGS(document->article->path), (unsigned long long)line,
                     (unsigned long long)(number - is_empty));
}

static enum kith_status find_column(const struct kith_document *document,
                                    const struct kith_spot *spot, size_t *offset,
                                    struct kith_error *err)
{
    struct kith_str text = document->text;
    uint64_t column = 1;
    KITH_TRY(find_line(document, spot->line, offset, err));
    while (column < spot->column && *offset < text.length && text.data[*offset] != '\n' &&
           text.data[*offset] != '\r') {
        ++*offset;
        column += *offset == text.length || !is_tail(text.data[*offset]);
    }
    if (spot->column > 0 && column == spot->column)
        return KITH_OK;
    return kith_fail(err, KITH_BAD_INPUT,
                     "%.*s:%llu: there is no column %llu; the line has %llu characters",
                     KITH_STR_ARGS(document->article->path),
                     (unsigned long long)spot->line, (unsigned long long)spot->column,
                     (unsigned long long)column - 1);
}

/* ---- the words there ---- */

static enum kith_status push(struct kith_arena *arena, struct kith_spans *spans,
                             struct kith_span span, struct kith_error *err)
{
    if (!KITH_ARENA_PUSHABLE(arena, spans))
        return kith_no_memory(err);
    spans->items[spans->count++] = span;
    return KITH_OK;
}

/* The token at the offset, or the next one; behind the last one, that. */
static enum kith_status find_token(const struct kith_document *document, size_t offset,
                                   struct kith_arena *arena, struct kith_spans *spans,
                                   struct kith_error *err)
{
    const struct kith_tokens *tokens = &document->tokens;
    uint32_t low = 0, high = tokens->count - 1;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (tokens->items[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return push(arena, spans, (struct kith_span){low, low + 1}, err);
}

static enum kith_status find_offset(const struct kith_document *document, uint64_t offset,
                                    struct kith_arena *arena, struct kith_spans *spans,
                                    struct kith_error *err)
{
    if (offset >= document->text.length)
        return kith_fail(err, KITH_BAD_INPUT,
                         "%.*s: there is no byte %llu; the text has %zu, from 0",
                         KITH_STR_ARGS(document->article->path),
                         (unsigned long long)offset, document->text.length);
    return find_token(document, (size_t)offset, arena, spans, err);
}

static uint64_t *hash_all(struct kith_str text, const struct kith_tokens *tokens,
                          struct kith_arena *arena)
{
    uint64_t *hashes = KITH_ARRAY(arena, uint64_t, tokens->count);
    for (uint32_t i = 0; hashes && i < tokens->count; i++)
        hashes[i] = kith_fold_hash(text, &tokens->items[i]);
    return hashes;
}

static bool stand_at(const uint64_t *text, const uint64_t *words, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (text[i] != words[i])
            return false;
    return true;
}

static enum kith_status find_words(const struct kith_document *document,
                                   const char *given, struct kith_arena *arena,
                                   struct kith_spans *spans, struct kith_error *err)
{
    const struct kith_tokens *tokens = &document->tokens;
    struct kith_str words = kith_str_of(given);
    struct kith_tokens wanted = {0};
    char *copy = kith_arena_zeroed(arena, words.length + KITH_FILE_PADDING, 1);
    if (!copy)
        return kith_no_memory(err);
    memcpy(copy, words.data, words.length);
    words.data = copy;
    KITH_TRY(kith_tokenize(words, arena, &wanted, err));
    uint64_t *text_hashes = hash_all(document->text, tokens, arena);
    uint64_t *hashes = hash_all(words, &wanted, arena);
    if (!text_hashes || !hashes)
        return kith_no_memory(err);
    for (uint32_t i = 0; wanted.count && i + wanted.count <= tokens->count; i++)
        if (stand_at(text_hashes + i, hashes, wanted.count))
            KITH_TRY(push(arena, spans, (struct kith_span){i, i + wanted.count}, err));
    if (spans->count > 0)
        return KITH_OK;
    return kith_fail(err, KITH_BAD_INPUT, "%.*s: \"%s\" does not stand in it",
                     KITH_STR_ARGS(document->article->path), given);
}

enum kith_status kith_spot_find(const struct kith_document *document,
                                const struct kith_spot *spot, struct kith_arena *arena,
                                struct kith_spans *spans, struct kith_error *err)
{
    size_t offset = 0;
    *spans = (struct kith_spans){0};
    if (document->tokens.count == 0)
        return kith_fail(err, KITH_BAD_INPUT, "%.*s: there are no words in it",
                         KITH_STR_ARGS(document->article->path));
    if (spot->words)
        return find_words(document, spot->words, arena, spans, err);
    if (spot->line == 0)
        return find_offset(document, spot->offset, arena, spans, err);
    KITH_TRY(find_column(document, spot, &offset, err));
    return find_token(document, offset, arena, spans, err);
}
