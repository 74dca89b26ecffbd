/* An oracle for the matcher: texts and names are put together from pieces of which it is
 * known beforehand how they fold, how they are written and where they touch, and every
 * name is held against every place of the text. It shares nothing with the tokenizer, the
 * folding and the tables that it is there to check; its rules are those of
 * tests/spec/matching.md. */
#ifndef KITH_TESTS_ORACLE_H
#define KITH_TESTS_ORACLE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum oracle_kind { WORD, NUMBER, MARK, QUOTE, HYPHEN, POSSESSIVE, BLANK, NEWLINE, BREAK };

/* How a word is written; the order of tests/spec/matching.md's table. */
enum oracle_writing { UNCASED, LOWER, TITLE, UPPER, MIXED, DOTTED };

/* What may touch what without becoming one word with it. */
enum oracle_glue {
    ALONE,    /* letters and digits: no other word */
    LONER,    /* ideographs, Thai: each other, and letters */
    ARABIC,   /* its "and" */
    AND,      /* that: before an Arabic word */
    HANGUL,   /* a particle */
    PARTICLE, /* that: behind a word of letters */
    INNER     /* marks: before and behind anything */
};

struct oracle_piece {
    const char *bytes;
    const char *plain; /* but for composition, kind of quote and hyphen; NULL: the same */
    const char *folded;
    uint8_t kind, writing, glue;
    uint8_t letters; /* of the folded form */
};

/* A text or a name; the room for its pieces is its owner's. */
struct oracle_text {
    const struct oracle_piece **pieces;
    uint32_t count;
};

/* A piece that is a token, and where it stands. */
struct oracle_token {
    const struct oracle_piece *piece;
    uint32_t begin, end;
    uint8_t gap;     /* BLANK, NEWLINE, BREAK, or 0: it touches */
    bool is_skipped; /* a joint */
    bool is_behind_hyphen, is_behind_spaced_hyphen; /* a joint that is one */
};

struct oracle_tokens {
    struct oracle_token *items; /* room for as many as there are pieces */
    uint32_t count;
};

/* Pieces of a name. */
#define ORACLE_NAME 40

struct oracle_alias {
    uint32_t entity;
    char mark; /* '=', '~', '?' or 0 */
    struct oracle_text text;
    struct oracle_tokens tokens;         /* joints and the last dot taken out */
    struct oracle_tokens without_quotes; /* those too; count 0: it has none */
    const struct oracle_piece *piece_room[ORACLE_NAME];
    struct oracle_token token_room[2][ORACLE_NAME];
};

static inline const char *oracle_plain(const struct oracle_piece *piece)
{
    return piece->plain ? piece->plain : piece->bytes;
}

static inline void oracle_write(const struct oracle_text *text, char *out)
{
    for (uint32_t i = 0; i < text->count; i++) {
        strcpy(out, text->pieces[i]->bytes);
        out += strlen(out);
    }
    *out = '\0';
}

static inline bool oracle_is_dot(const struct oracle_token *token)
{
    return strcmp(token->piece->bytes, ".") == 0;
}

/* As in texts that were taken apart: "Jean - Claude". */
static inline bool oracle_is_spaced_hyphen(const struct oracle_token *tokens, uint32_t i,
                                           uint32_t count)
{
    return i > 0 && i + 1 < count && tokens[i].piece->kind == HYPHEN &&
           tokens[i].gap == BLANK && tokens[i + 1].gap == BLANK &&
           tokens[i - 1].piece->kind <= NUMBER && tokens[i + 1].piece->kind <= NUMBER;
}

static inline bool oracle_is_joint(const struct oracle_token *tokens, uint32_t i,
                                   uint32_t count)
{
    const struct oracle_token *token = &tokens[i];
    if (oracle_is_spaced_hyphen(tokens, i, count))
        return true;
    if (i == 0 || token->gap || i + 1 == count || tokens[i + 1].gap == BREAK)
        return false;
    if (oracle_is_dot(token))
        return token[-1].piece->kind == WORD && token[-1].piece->writing != DOTTED;
    return token->piece->kind == HYPHEN && token[-1].piece->kind <= NUMBER &&
           token[1].piece->kind <= NUMBER && token[1].gap != BLANK;
}

static inline void oracle_mark_joints(struct oracle_tokens *tokens)
{
    bool is_behind_hyphen = false, is_behind_spaced = false;
    for (uint32_t i = 0; i < tokens->count; i++) {
        struct oracle_token *token = &tokens->items[i];
        token->is_skipped = oracle_is_joint(tokens->items, i, tokens->count);
        token->is_behind_hyphen = is_behind_hyphen;
        token->is_behind_spaced_hyphen = is_behind_spaced;
        is_behind_hyphen =
            token->is_skipped && (is_behind_hyphen || token->piece->kind == HYPHEN);
        is_behind_spaced = token->is_skipped &&
                           (is_behind_spaced ||
                            oracle_is_spaced_hyphen(tokens->items, i, tokens->count));
    }
}

static inline void oracle_read(const struct oracle_text *text,
                               struct oracle_tokens *tokens)
{
    uint32_t at = 0;
    uint8_t gap = BREAK;
    tokens->count = 0;
    for (uint32_t i = 0; i < text->count; i++) {
        const struct oracle_piece *piece = text->pieces[i];
        uint32_t end = at + (uint32_t)strlen(piece->bytes);
        if (piece->kind >= BLANK) {
            gap = piece->kind > gap ? piece->kind : gap;
        } else {
            tokens->items[tokens->count++] = (struct oracle_token){
                .piece = piece, .begin = at, .end = end, .gap = gap};
            gap = 0;
        }
        at = end;
    }
    oracle_mark_joints(tokens);
}

/* ---- names ---- */

static inline void oracle_drop(const struct oracle_tokens *from, bool quotes,
                               struct oracle_tokens *to)
{
    to->count = 0;
    for (uint32_t i = 0; i < from->count; i++)
        if (!from->items[i].is_skipped &&
            !(quotes && from->items[i].piece->kind == QUOTE))
            to->items[to->count++] = from->items[i];
}

static inline void oracle_read_alias(struct oracle_alias *alias)
{
    struct oracle_token room[ORACLE_NAME];
    struct oracle_tokens all = {room, 0};
    alias->tokens.items = alias->token_room[0];
    alias->without_quotes.items = alias->token_room[1];
    oracle_read(&alias->text, &all);
    const struct oracle_token *last = &all.items[all.count - 1];
    if (all.count > 1 && oracle_is_dot(last) && !last->gap &&
        last[-1].piece->kind == WORD && last[-1].piece->writing != DOTTED)
        all.count--;
    oracle_mark_joints(&all);
    oracle_drop(&all, false, &alias->tokens);
    oracle_drop(&all, true, &alias->without_quotes);
    if (alias->without_quotes.count == alias->tokens.count)
        alias->without_quotes.count = 0;
}

static inline bool oracle_is_short(const struct oracle_tokens *name)
{
    uint32_t letters = 0;
    for (uint32_t i = 0; i < name->count; i++) {
        const struct oracle_piece *piece = name->items[i].piece;
        if (piece->kind != WORD)
            continue;
        bool is_capitals = piece->writing == UPPER || piece->writing == DOTTED ||
                           (piece->writing == TITLE && piece->letters == 1);
        if (!is_capitals && piece->letters > 0)
            return false;
        letters += piece->letters;
    }
    return letters > 0 && letters <= 5;
}

static inline bool oracle_is_mixed(const struct oracle_tokens *name)
{
    for (uint32_t i = 0; i < name->count; i++)
        if (name->items[i].piece->kind == WORD && name->items[i].piece->writing == MIXED)
            return true;
    return false;
}

/* May a word written `name` in a name stand `text` in a text? */
static inline bool oracle_may_stand(char mark, bool is_short, uint8_t name, uint8_t text)
{
    static const bool may[6][6] = {
        /* UNCASED LOWER TITLE UPPER MIXED DOTTED */
        {true, true, true, true, true, true},    /* UNCASED */
        {false, true, true, true, false, false}, /* LOWER */
        {false, false, true, true, true, false}, /* TITLE */
        {false, false, true, true, true, true},  /* UPPER */
        {false, false, true, true, true, true},  /* MIXED */
        {false, false, true, true, true, true},  /* DOTTED */
    };
    bool is_upper = name == UPPER || name == DOTTED;
    if (mark == '~')
        return true;
    if (mark != '=' && is_short && text == MIXED)
        return true;
    if (mark == '=' || is_short)
        return name == text || (is_upper && (text == UPPER || text == DOTTED));
    return may[name][text];
}

/* The text without what counts for nothing. */
static inline void oracle_spell(const struct oracle_text *text, uint32_t begin,
                                uint32_t end, char *out)
{
    uint32_t at = 0;
    char *start = out;
    *out = '\0';
    for (uint32_t i = 0; i < text->count && at < end; i++) {
        const struct oracle_piece *piece = text->pieces[i];
        bool is_blank = piece->kind >= BLANK;
        if (at >= begin && !(is_blank && out > start && out[-1] == ' ')) {
            strcpy(out, is_blank ? " " : oracle_plain(piece));
            out += strlen(out);
        }
        at += (uint32_t)strlen(piece->bytes);
    }
}

static inline bool oracle_is_exact(const struct oracle_alias *alias,
                                   const struct oracle_text *text, uint32_t begin,
                                   uint32_t end)
{
    static char surface[32768], name[4096];
    oracle_spell(text, begin, end, surface);
    oracle_spell(&alias->text, 0, UINT32_MAX, name);
    size_t length = strlen(name), other = strlen(surface);
    if (name[length - 1] == '.' && surface[other - 1] != '.')
        name[length - 1] = '\0';
    return strcmp(surface, name) == 0;
}

/* ---- matching ---- */

static inline uint32_t oracle_walk(const struct oracle_alias *alias,
                                   const struct oracle_tokens *name, bool is_short,
                                   const struct oracle_tokens *tokens, uint32_t i)
{
    for (uint32_t k = 0; k < name->count; k++, i++) {
        while (k > 0 && i < tokens->count && tokens->items[i].is_skipped)
            i++;
        if (i == tokens->count || (k > 0 && tokens->items[i].gap == BREAK))
            return 0;
        const struct oracle_piece *a = name->items[k].piece, *s = tokens->items[i].piece;
        if (strcmp(a->folded, s->folded) != 0)
            return 0;
        if (k > 0 && tokens->items[i].is_behind_spaced_hyphen &&
            !name->items[k].is_behind_hyphen)
            return 0;
        if (a->kind == WORD && !oracle_may_stand(alias->mark, is_short, a->writing,
                                                 s->kind == WORD ? s->writing : UNCASED))
            return 0;
    }
    return i;
}

/* The end of the alias at token i, or 0. */
static inline uint32_t oracle_end(const struct oracle_alias *alias,
                                  const struct oracle_text *text,
                                  const struct oracle_tokens *tokens, uint32_t i)
{
    bool is_short = oracle_is_short(&alias->tokens);
    uint32_t end = oracle_walk(alias, &alias->tokens, is_short, tokens, i);
    if (end == 0 && alias->without_quotes.count > 0)
        end = oracle_walk(alias, &alias->without_quotes, is_short, tokens, i);
    if (end > 0 && alias->mark == '=' && oracle_is_mixed(&alias->tokens) &&
        !oracle_is_exact(alias, text, tokens->items[i].begin, tokens->items[end - 1].end))
        return 0;
    return end;
}

#endif
