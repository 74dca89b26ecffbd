/* Names: the same tokens, folding and joints as the text's, and for each token the ways
 * it may be written. */
#include "gazetteer/name.h"

#include "base/file.h"
#include "base/utf8.h"
#include "gazetteer/joint.h"
#include "text/fold.h"

/* A name in capitals with no more letters than this stands only as written, or with some
 * of the capitals ("CeBIT", for "CEBIT"): "IS", "US", "WHO" are words when small,
 * "UNESCO" is not. */
#define SHORT_CAPITALS 5

/* The name, copied so that the tokeniser may look past its end. */
struct copied_name {
    char bytes[KITH_ALIAS_LIMIT + KITH_FILE_PADDING];
    struct kith_str text;
    struct kith_tokens tokens;
};

static enum kith_status tokenize(struct copied_name *name, struct kith_str text,
                                 struct kith_arena *arena, struct kith_error *err)
{
    memcpy(name->bytes, text.data, text.length);
    memset(name->bytes + text.length, 0, KITH_FILE_PADDING);
    name->text = (struct kith_str){name->bytes, text.length};
    name->tokens = (struct kith_tokens){0};
    return kith_tokenize(name->text, arena, &name->tokens, err);
}

/* Letters, case or not; digits and marks are none. */
static uint32_t count_letters(struct kith_str text, const struct kith_token *token)
{
    char folded[KITH_FOLD_LIMIT];
    size_t length = kith_fold(text, token, folded);
    uint32_t count = 0;
    for (size_t i = 0; i < length;) {
        uint32_t point;
        i += kith_utf8_decode(folded + i, length - i, &point);
        count += point >= 'a';
    }
    return count;
}

/* True for a name all in capitals that is too short to stand in another case. */
static bool is_short_capitals(const struct copied_name *name)
{
    uint32_t letters = 0;
    for (uint32_t i = 0; i < name->tokens.count; i++) {
        const struct kith_token *token = &name->tokens.items[i];
        if (token->kind != KITH_TOKEN_WORD)
            continue;
        uint32_t here = count_letters(name->text, token);
        bool is_capitals = token->shape == KITH_SHAPE_UPPER ||
                           (token->shape == KITH_SHAPE_TITLE && here == 1) || here == 0;
        if (!is_capitals)
            return false;
        letters += here;
    }
    return letters > 0 && letters <= SHORT_CAPITALS;
}

/* As written, dots aside. */
static unsigned same_writing(const struct kith_token *token)
{
    if (token->shape == KITH_SHAPE_UPPER)
        return KITH_WRITTEN(KITH_WRITING_UPPER) | KITH_WRITTEN(KITH_WRITING_DOTTED);
    return KITH_WRITTEN(token->shape);
}

/* As written, in Title Case and in ALL CAPS. What Title Case makes of "McDonald" or
 * "JOHN" is anybody's guess, so a capital with small letters behind it counts wherever
 * capitals do. */
static unsigned default_writings(const struct kith_token *token)
{
    const unsigned title = KITH_WRITTEN(KITH_WRITING_TITLE);
    const unsigned upper = KITH_WRITTEN(KITH_WRITING_UPPER);
    const unsigned mixed = KITH_WRITTEN(KITH_WRITING_MIXED);
    const unsigned dotted = KITH_WRITTEN(KITH_WRITING_DOTTED);
    switch (token->shape) {
    case KITH_SHAPE_LOWER:
        return KITH_WRITTEN(KITH_WRITING_LOWER) | title | upper |
               (token->is_dotted ? dotted : 0);
    case KITH_SHAPE_TITLE:
        return title | upper | mixed | (token->is_dotted ? dotted : 0);
    case KITH_SHAPE_UPPER:
    case KITH_SHAPE_MIXED:
        return title | upper | mixed | dotted;
    default:
        return KITH_WRITTEN_ANYHOW;
    }
}

static unsigned writings_of(const struct kith_token *token, enum kith_case_rule rule,
                            bool is_short)
{
    if (token->kind != KITH_TOKEN_WORD || rule == KITH_CASE_ANY)
        return KITH_WRITTEN_ANYHOW;
    if (rule == KITH_CASE_EXACT)
        return same_writing(token);
    if (is_short)
        return same_writing(token) | KITH_WRITTEN(KITH_WRITING_MIXED);
    return default_writings(token);
}

static struct kith_step step_of(struct kith_str text, const struct kith_token *token,
                                unsigned writings)
{
    char folded[KITH_FOLD_LIMIT] = {0};
    size_t length = kith_fold(text, token, folded);
    return (struct kith_step){.word = kith_folded_of(folded, length),
                              .letters = {folded[0], length > 1 ? folded[1] : '\0'},
                              .kind = token->kind,
                              .pattern = (uint8_t)writings};
}

/* The tokens that count: quotes are taken out when asked, then the full stop of "Inc." at
 * the end, which in a text may as well be the sentence's. */
static void select_tokens(struct copied_name *name, bool without_quotes)
{
    struct kith_tokens *tokens = &name->tokens;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < tokens->count; i++)
        if (!without_quotes || tokens->items[i].kind != KITH_TOKEN_QUOTE)
            tokens->items[kept++] = tokens->items[i];
    tokens->count = kept;
    if (kept > 1 && tokens->items[kept - 1].kind == KITH_TOKEN_MARK &&
        tokens->items[kept - 1].gap == KITH_GAP_NONE &&
        kith_dot_joins(name->bytes, &tokens->items[kept - 1]))
        tokens->count--;
}

static void take_steps(const struct copied_name *name, enum kith_case_rule rule,
                       struct kith_path *path)
{
    const struct kith_tokens *tokens = &name->tokens;
    bool is_short = is_short_capitals(name);
    unsigned hyphen = 0;
    for (uint32_t i = 0; i < tokens->count; i++) {
        const struct kith_token *token = &tokens->items[i];
        if (i > 0 && kith_is_joint(name->bytes, tokens->items, i, tokens->count)) {
            hyphen |= token->kind == KITH_TOKEN_HYPHEN ? KITH_WRITTEN_HYPHENED : 0;
            continue;
        }
        if (path->count == KITH_NAME_LIMIT) {
            path->is_too_long = true;
            return;
        }
        unsigned writings = writings_of(token, rule, is_short) | hyphen;
        hyphen = 0;
        path->steps[path->count++] = step_of(name->text, token, writings);
        if (rule == KITH_CASE_EXACT && token->shape == KITH_SHAPE_MIXED)
            path->steps[0].pattern |= KITH_WRITTEN_EXACTLY;
    }
}

enum kith_status kith_name_read(struct kith_str text, enum kith_case_rule rule,
                                bool without_quotes, struct kith_arena *arena,
                                struct kith_path *path, struct kith_error *err)
{
    struct copied_name name;
    KITH_TRY(tokenize(&name, text, arena, err));
    path->count = 0;
    path->is_too_long = false;
    path->has_quotes = false;
    for (uint32_t i = 0; i < name.tokens.count; i++)
        path->has_quotes |= name.tokens.items[i].kind == KITH_TOKEN_QUOTE;
    select_tokens(&name, without_quotes);
    take_steps(&name, rule, path);
    return KITH_OK;
}
