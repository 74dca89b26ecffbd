/* Parsing a pattern: recursive descent over signs, with the words between them cut by the
 * same tokeniser that cuts articles, so that a rule's words and the text's always meet.
 */
#include "relate/pattern.h"

#include <stdarg.h>
#include <stdio.h>

#include "relate/phrase.h"
#include "relate/verb.h"

/* Groups within groups, at most. */
#define DEPTH_LIMIT 8

struct cursor {
    const struct kith_pattern_parser *parser;
    const char *at, *end;
    unsigned depth; /* open groups */
    uint32_t items; /* so far, in all groups */
    bool has_verb;
};

enum kith_status kith_pattern_fail(const struct kith_pattern_parser *parser,
                                   const char *place, const char *format, ...)
{
    char sentence[512];
    uint32_t line = parser->line, column = 1;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    kith_rule_pieces_locate(parser->pieces, parser->piece_count, place, &line, &column);
    return kith_fail(parser->err, KITH_BAD_INPUT, "%.*s:%u:%u: %s",
                     KITH_STR_ARGS(parser->path), line, column, sentence);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static void pass_blanks(struct cursor *c)
{
    while (c->at < c->end && is_blank(*c->at))
        c->at++;
}

static bool starts_with(const struct cursor *c, const char *text)
{
    return kith_str_starts_with((struct kith_str){c->at, (size_t)(c->end - c->at)},
                                kith_str_of(text));
}

/* A bracket that stands by itself is a bracket of the text. */
static bool stands_alone(const struct cursor *c)
{
    return c->at + 1 == c->end || is_blank(c->at[1]);
}

static enum kith_status push_item(struct cursor *c, struct kith_pattern *pattern,
                                  struct kith_item item)
{
    const struct kith_pattern_parser *parser = c->parser;
    if (++c->items > KITH_PATTERN_LIMIT)
        return kith_pattern_fail(parser, c->at,
                                 "a rule has at most %d words and signs; cut it in two",
                                 KITH_PATTERN_LIMIT);
    if (!KITH_ARENA_PUSHABLE(parser->arena, pattern))
        return kith_no_memory(parser->err);
    pattern->items[pattern->count++] = item;
    return KITH_OK;
}

/* Read the '?' behind what began at item `first`: all of it may be left out. */
static enum kith_status read_optional(struct cursor *c, struct kith_pattern *pattern,
                                      uint32_t first)
{
    const struct kith_pattern_parser *parser = c->parser;
    if (c->at == c->end || *c->at != '?')
        return KITH_OK;
    for (uint32_t i = first; i < pattern->count; i++)
        if (pattern->items[i].kind == KITH_ITEM_A ||
            pattern->items[i].kind == KITH_ITEM_B)
            return kith_pattern_fail(parser, c->at,
                                     "A and B cannot be left out; put a blank between "
                                     "them and what the '?' belongs to");
    c->at++;
    if (pattern->count == first + 1) {
        pattern->items[first].is_optional = true;
        return KITH_OK;
    }
    struct kith_pattern whole = {0};
    struct kith_str text = pattern->items[first].text;
    for (uint32_t i = first; i < pattern->count; i++)
        KITH_TRY(push_item(c, &whole, pattern->items[i]));
    text.length = (size_t)(c->at - 1 - text.data);
    struct kith_item choice = {
        .kind = KITH_ITEM_CHOICE, .is_optional = true, .text = text};
    if (!KITH_ARENA_PUSHABLE(parser->arena, &choice.choices))
        return kith_no_memory(parser->err);
    choice.choices.items[choice.choices.count++] = whole;
    pattern->count = first;
    return push_item(c, pattern, choice);
}

static enum kith_status push_slot(struct cursor *c, struct kith_pattern *pattern)
{
    if (c->depth)
        return kith_pattern_fail(c->parser, c->at,
                                 "A and B stand outside of round brackets");
    struct kith_item item = {.kind = *c->at == 'A' ? KITH_ITEM_A : KITH_ITEM_B,
                             .text = {c->at, 1}};
    KITH_TRY(push_item(c, pattern, item));
    c->at++;
    return KITH_OK;
}

static enum kith_status push_words(struct cursor *c, struct kith_pattern *pattern,
                                   struct kith_str text)
{
    struct kith_words words = {0};
    KITH_TRY(kith_words_read(c->parser, text, &words));
    for (uint32_t i = 0; i < words.count; i++)
        KITH_TRY(push_item(c, pattern,
                           (struct kith_item){.kind = KITH_ITEM_WORD,
                                              .text = words.items[i].text,
                                              .word = words.items[i].word,
                                              .plural = words.items[i].plural}));
    return KITH_OK;
}

/* The end of the run of letters and marks that begins here: a blank or a sign. */
static const char *chunk_end(const struct cursor *c)
{
    struct cursor ahead = *c;
    while (ahead.at < ahead.end && !is_blank(*ahead.at) &&
           !strchr("()|<>{}?", *ahead.at) && !starts_with(&ahead, "..."))
        ahead.at++;
    return ahead.at;
}

/* True when the chunk begins with the letter of a slot that is no part of a word: "A",
 * "B's", "B-based". */
static bool begins_with_slot(const struct cursor *c, const char *end)
{
    if (*c->at != 'A' && *c->at != 'B')
        return false;
    if (c->at + 1 == end)
        return true;
    unsigned char next = (unsigned char)c->at[1];
    return strchr("'-,", next) || starts_with(c, *c->at == 'A' ? "A’" : "B’");
}

/* What people write who know another language of patterns, and what their editors make of
 * blanks and dots. */
static enum kith_status check_chunk(const struct cursor *c, const char *end)
{
    for (const char *at = c->at; at < end; at++) {
        struct kith_str rest = {at, (size_t)(end - at)};
        if (kith_str_starts_with(rest, KITH_STR("\xC2\xA0")))
            return kith_pattern_fail(c->parser, at,
                                     "a no-break space stands here; write a blank");
        if (kith_str_starts_with(rest, KITH_STR("..")) ||
            kith_str_starts_with(rest, KITH_STR("…")))
            return kith_pattern_fail(c->parser, at,
                                     "a few words in between are three dots: ...");
        if (strchr("[]*^~=+\\", *at))
            return kith_pattern_fail(c->parser, at,
                                     "'%c' is no sign of this language; its signs are "
                                     "( | ) ? <list> {verb} ... and ;",
                                     *at);
    }
    return KITH_OK;
}

static enum kith_status read_chunk(struct cursor *c, struct kith_pattern *pattern)
{
    uint32_t first = pattern->count;
    const char *end = chunk_end(c);
    KITH_TRY(check_chunk(c, end));
    if (begins_with_slot(c, end))
        KITH_TRY(push_slot(c, pattern));
    KITH_TRY(push_words(c, pattern, (struct kith_str){c->at, (size_t)(end - c->at)}));
    c->at = end;
    return read_optional(c, pattern, first);
}

static enum kith_status read_list(struct cursor *c, struct kith_pattern *pattern)
{
    const struct kith_pattern_parser *parser = c->parser;
    const char *open = c->at;
    const char *close = memchr(open, '>', (size_t)(c->end - open));
    if (!close)
        return kith_pattern_fail(parser, open, "'<' opens a list's name, '>' is missing");
    struct kith_str name =
        kith_str_trim((struct kith_str){open + 1, (size_t)(close - open - 1)});
    struct kith_item item = {.kind = KITH_ITEM_LIST,
                             .text = {open, (size_t)(close + 1 - open)}};
    KITH_TRY(kith_word_list_use(parser, name, &item.list));
    KITH_TRY(push_item(c, pattern, item));
    c->at = close + 1;
    return read_optional(c, pattern, pattern->count - 1);
}

static enum kith_status read_sequence(struct cursor *c, struct kith_pattern *pattern);

/* Read the alternatives of a group, divided by '|', up to its ')'. */
static enum kith_status read_choices(struct cursor *c, struct kith_patterns *choices,
                                     const char *open)
{
    const struct kith_pattern_parser *parser = c->parser;
    for (;;) {
        struct kith_pattern pattern = {0};
        const char *begin = c->at;
        KITH_TRY(read_sequence(c, &pattern));
        if (c->at == c->end)
            return kith_pattern_fail(parser, open, "this '(' has no ')'");
        if (!pattern.count)
            return kith_pattern_fail(parser, begin,
                                     "nothing stands here to choose; for \"or nothing\" "
                                     "put '?' behind the bracket");
        if (!KITH_ARENA_PUSHABLE(parser->arena, choices))
            return kith_no_memory(parser->err);
        choices->items[choices->count++] = pattern;
        if (*c->at++ == ')')
            return KITH_OK;
    }
}

static enum kith_status read_group(struct cursor *c, struct kith_pattern *pattern)
{
    const char *open = c->at++;
    if (c->depth == DEPTH_LIMIT)
        return kith_pattern_fail(c->parser, open, "brackets stand too deep");
    struct kith_item item = {.kind = KITH_ITEM_CHOICE};
    c->depth++;
    KITH_TRY(read_choices(c, &item.choices, open));
    c->depth--;
    item.text = (struct kith_str){open, (size_t)(c->at - open)};
    KITH_TRY(push_item(c, pattern, item));
    return read_optional(c, pattern, pattern->count - 1);
}

static enum kith_status read_gap(struct cursor *c, struct kith_pattern *pattern)
{
    if (c->depth)
        return kith_pattern_fail(c->parser, c->at, "'...' stands outside of brackets");
    KITH_TRY(push_item(c, pattern,
                       (struct kith_item){.kind = KITH_ITEM_GAP,
                                          .limit = KITH_GAP_LIMIT,
                                          .text = {c->at, 3}}));
    c->at += 3;
    if (c->at < c->end && *c->at == '.')
        return kith_pattern_fail(c->parser, c->at,
                                 "a few words in between are three dots: ...");
    return KITH_OK;
}

static enum kith_status read_verb(struct cursor *c, struct kith_pattern *pattern)
{
    const struct kith_pattern_parser *parser = c->parser;
    const char *open = c->at;
    const char *close = memchr(open, '}', (size_t)(c->end - open));
    struct kith_item item = {.kind = KITH_ITEM_VERB};
    item.text = (struct kith_str){open, close ? (size_t)(close + 1 - open) : 0};
    if (!close)
        return kith_pattern_fail(parser, open, "'{' opens a verb, '}' is missing");
    if (c->depth || c->has_verb)
        return kith_pattern_fail(parser, open,
                                 "a rule has one verb in braces, and it stands outside "
                                 "of round brackets");
    KITH_TRY(kith_verb_parse(parser,
                             (struct kith_str){open + 1, (size_t)(close - open - 1)},
                             (struct kith_verb **)&item.verb));
    KITH_TRY(push_item(c, pattern, item));
    c->has_verb = true;
    c->at = close + 1;
    return KITH_OK;
}

/* Signs that cannot stand where they stand. */
static enum kith_status refuse(const struct cursor *c)
{
    const struct kith_pattern_parser *parser = c->parser;
    switch (*c->at) {
    case '?':
        return kith_pattern_fail(parser, c->at, "nothing stands before this '?'");
    case '|':
        return kith_pattern_fail(
            parser, c->at,
            "'|' divides choices in round brackets, whose '(' touches "
            "the first of them");
    default:
        return kith_pattern_fail(parser, c->at, "this '%c' closes nothing", *c->at);
    }
}

/* Read items up to the end, or inside a group up to its '|' or ')'. */
static enum kith_status read_sequence(struct cursor *c, struct kith_pattern *pattern)
{
    for (pass_blanks(c); c->at < c->end; pass_blanks(c)) {
        bool is_bracket = (*c->at == '(' || *c->at == ')') && stands_alone(c);
        if (c->depth && (*c->at == '|' || *c->at == ')'))
            return KITH_OK;
        if (is_bracket && !c->depth) {
            KITH_TRY(push_words(c, pattern, (struct kith_str){c->at, 1}));
            c->at++;
            KITH_TRY(read_optional(c, pattern, pattern->count - 1));
        } else if (*c->at == '(') {
            KITH_TRY(read_group(c, pattern));
        } else if (*c->at == '<') {
            KITH_TRY(read_list(c, pattern));
        } else if (*c->at == '{') {
            KITH_TRY(read_verb(c, pattern));
        } else if (starts_with(c, "...")) {
            KITH_TRY(read_gap(c, pattern));
        } else if (strchr("}>|?)", *c->at)) {
            return refuse(c);
        } else {
            KITH_TRY(read_chunk(c, pattern));
        }
    }
    return KITH_OK;
}

static uint32_t count_kind(const struct kith_pattern *pattern, enum kith_item_kind kind)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < pattern->count; i++)
        count += pattern->items[i].kind == kind;
    return count;
}

static bool has_certain_word(const struct kith_pattern *pattern);

/* True when the item cannot match without at least one word. */
static bool is_certain(const struct kith_item *item)
{
    if (item->is_optional)
        return false;
    if (item->kind != KITH_ITEM_CHOICE)
        return item->kind == KITH_ITEM_WORD || item->kind == KITH_ITEM_LIST ||
               item->kind == KITH_ITEM_VERB;
    for (uint32_t i = 0; i < item->choices.count; i++)
        if (!has_certain_word(&item->choices.items[i]))
            return false;
    return true;
}

static bool has_certain_word(const struct kith_pattern *pattern)
{
    for (uint32_t i = 0; i < pattern->count; i++)
        if (is_certain(&pattern->items[i]))
            return true;
    return false;
}

/* What holds for a whole pattern, whatever its signs. */
static enum kith_status check_pattern(const struct kith_pattern_parser *parser,
                                      const char *begin,
                                      const struct kith_pattern *pattern)
{
    uint32_t a = count_kind(pattern, KITH_ITEM_A), b = count_kind(pattern, KITH_ITEM_B);
    if (a != 1 || b != 1)
        return kith_pattern_fail(parser, begin,
                                 "a rule names A once and B once, in capitals; this one "
                                 "has A %u and B %u times",
                                 a, b);
    if (!has_certain_word(pattern))
        return kith_pattern_fail(parser, begin,
                                 "this rule would join any two names that stand near: it "
                                 "needs a word that cannot be left out");
    for (uint32_t i = 0; i < pattern->count; i++)
        if (pattern->items[i].kind == KITH_ITEM_GAP &&
            (i == 0 || i + 1 == pattern->count ||
             pattern->items[i + 1].kind == KITH_ITEM_GAP))
            return kith_pattern_fail(parser, pattern->items[i].text.data,
                                     "'...' stands between two words or names, one at a "
                                     "time");
    return KITH_OK;
}

enum kith_status kith_pattern_parse(const struct kith_pattern_parser *parser,
                                    struct kith_str text, struct kith_pattern *pattern)
{
    struct cursor c = {.parser = parser, .at = text.data, .end = text.data + text.length};
    *pattern = (struct kith_pattern){0};
    KITH_TRY(read_sequence(&c, pattern));
    return check_pattern(parser, text.data, pattern);
}
