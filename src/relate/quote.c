/* Pairing quotation marks. Marks within a quote that do not end it say nothing. */
#include "relate/quote.h"

/* A mark that opens and the one that closes it. */
static const struct {
    const char *opens, *closes;
} pairs[] = {{"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"‘", "’"}};

#define PAIR_COUNT ((int)(sizeof pairs / sizeof *pairs))

static int opened_by(struct kith_str mark)
{
    for (int i = 0; i < PAIR_COUNT; i++)
        if (kith_str_equal(mark, kith_str_of(pairs[i].opens)))
            return i;
    return -1;
}

static enum kith_status push(const struct kith_document *document, uint32_t begin,
                             uint32_t end, bool is_open_ended, struct kith_arena *arena,
                             struct kith_quotes *quotes, struct kith_error *err)
{
    const struct kith_token *tokens = document->tokens.items;
    if (begin == end)
        return KITH_OK;
    if (!KITH_ARENA_PUSHABLE(arena, quotes))
        return kith_no_memory(err);
    quotes->items[quotes->count++] = (struct kith_quote){
        begin, end, tokens[begin].begin, tokens[end - 1].end, is_open_ended};
    return KITH_OK;
}

enum kith_status kith_quotes_read(const struct kith_document *document,
                                  struct kith_arena *arena, struct kith_quotes *quotes,
                                  struct kith_error *err)
{
    const struct kith_tokens *tokens = &document->tokens;
    int open = -1; /* the pair, or -1 */
    uint32_t begin = 0;
    *quotes = (struct kith_quotes){0};
    for (uint32_t t = 0; t < tokens->count; t++) {
        const struct kith_token *token = &tokens->items[t];
        if (token->kind != KITH_TOKEN_QUOTE && token->gap != KITH_GAP_PARAGRAPH)
            continue; /* most of them */
        if (open >= 0 && token->gap == KITH_GAP_PARAGRAPH) {
            KITH_TRY(push(document, begin, t, true, arena, quotes, err));
            open = -1;
        }
        if (token->kind != KITH_TOKEN_QUOTE)
            continue;
        struct kith_str mark = kith_token_text(document->text, token);
        if (open < 0) {
            open = opened_by(mark);
            begin = t + 1;
        } else if (kith_str_equal(mark, kith_str_of(pairs[open].closes))) {
            KITH_TRY(push(document, begin, t, false, arena, quotes, err));
            open = -1;
        }
    }
    return open < 0 ? KITH_OK
                    : push(document, begin, tokens->count, true, arena, quotes, err);
}

uint32_t kith_quotes_find(const struct kith_quotes *quotes, uint32_t byte)
{
    uint32_t low = 0, high = quotes->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (quotes->items[middle].behind <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    bool holds = low < quotes->count && quotes->items[low].first_byte <= byte;
    return holds ? low : KITH_NO_ID;
}
