/* Sentence ends.
 *
 * The text is asked only where something could end: at a stop mark, at dotted initials
 * and at a paragraph. There, what stands before the stop and what follows it decide; the
 * rules are those of tests/spec/sentences.md, in their order. */
#include "text/sentence.h"

#include "text/stop.h"
#include "text/unicode.h"

/* A sentence of news has about twenty tokens. */
#define TOKENS_A_SENTENCE 16

/* Quotes and brackets looked through for the word that follows a stop. */
#define OPENER_LIMIT 4

/* Words of a name between a quotation and its verb: “Why?” Maria Zakharova said. */
#define SPEAKER_LIMIT 4

struct splitter {
    struct kith_str text;
    const struct kith_token *tokens;
    uint32_t count;
    const struct kith_abbreviations *abbreviations;
    struct kith_arena *arena;
    struct kith_sentences *sentences;
    uint32_t first; /* token that begins the present sentence */
    uint32_t paragraph;
    bool has_title;
};

static uint32_t point_of(struct kith_str text, const struct kith_token *token)
{
    return kith_char_at((const unsigned char *)text.data + token->begin).point;
}

static uint8_t gap_before(const struct splitter *splitter, uint32_t token)
{
    return token < splitter->count ? splitter->tokens[token].gap : KITH_GAP_PARAGRAPH;
}

/* The token that the next sentence would say first, quotes and brackets passed over. */
static uint32_t past_openers(const struct splitter *splitter, uint32_t i)
{
    uint32_t limit = i + OPENER_LIMIT;
    while (i + 1 < splitter->count && i < limit &&
           splitter->tokens[i + 1].gap != KITH_GAP_PARAGRAPH) {
        const struct kith_token *token = &splitter->tokens[i];
        bool opens = token->kind == KITH_TOKEN_QUOTE ||
                     (token->kind == KITH_TOKEN_MARK &&
                      kith_is_opener(point_of(splitter->text, token)));
        if (!opens)
            break;
        i++;
    }
    return i;
}

static bool is_capital_word(const struct splitter *splitter,
                            const struct kith_token *token)
{
    if (token->kind != KITH_TOKEN_WORD)
        return false;
    const unsigned char *bytes = (const unsigned char *)splitter->text.data;
    return kith_char_at(bytes + token->begin).entry & KITH_CHAR_UPPER;
}

static unsigned uses_of(const struct splitter *splitter, uint32_t i)
{
    const struct kith_token *token = &splitter->tokens[i];
    if (token->kind != KITH_TOKEN_WORD || !splitter->abbreviations)
        return 0;
    return kith_abbreviations_uses(splitter->abbreviations, splitter->text, token);
}

/* Could a sentence begin with this token? Not with a small letter, nor with a mark that
 * only goes on. */
static bool can_begin(const struct splitter *splitter, uint32_t i)
{
    const struct kith_token *token = &splitter->tokens[i];
    switch (token->kind) {
    case KITH_TOKEN_WORD:
        return is_capital_word(splitter, token) || token->shape == KITH_SHAPE_UNCASED;
    case KITH_TOKEN_NUMBER:
        return true;
    case KITH_TOKEN_POSSESSIVE:
        return false;
    case KITH_TOKEN_HYPHEN:
        return token->gap == KITH_GAP_LINE;
    case KITH_TOKEN_QUOTE:
        return true;
    default:
        break;
    }
    uint32_t point = point_of(splitter->text, token);
    bool is_dash = point >= 0x2012 && point <= 0x2015;
    if (is_dash)
        return token->gap == KITH_GAP_LINE;
    return !(point < 0x80 && strchr(",;:/%&=+.)]}!?", (int)point)) &&
           !kith_is_stop(splitter->text, token);
}

/* "said.The": a blank was forgotten. */
static bool lacks_blank(const struct splitter *splitter, const struct kith_stop *stop,
                        uint32_t next)
{
    const struct kith_token *tokens = splitter->tokens;
    if (stop->at == splitter->first || stop->is_dotted)
        return false;
    const struct kith_token *before = &tokens[stop->at - 1];
    return before->kind == KITH_TOKEN_WORD && before->shape == KITH_SHAPE_LOWER &&
           before->end - before->begin > 1 && is_capital_word(splitter, &tokens[next]) &&
           tokens[next].end - tokens[next].begin > 1;
}

/* “Why?” Peskov said: a question or cry that was spoken, and then its speaker. */
static bool names_speaker(const struct splitter *splitter, uint32_t next)
{
    for (uint32_t i = next; i < splitter->count && i <= next + SPEAKER_LIMIT; i++) {
        const struct kith_token *token = &splitter->tokens[i];
        if (uses_of(splitter, i) & KITH_USE_SPEECH)
            return i > next;
        if (!is_capital_word(splitter, token))
            return false;
    }
    return false;
}

static bool is_starter(const struct splitter *splitter, uint32_t i)
{
    return is_capital_word(splitter, &splitter->tokens[i]) &&
           uses_of(splitter, i) & KITH_USE_STARTER;
}

static bool is_quote_opened(const struct splitter *splitter, const struct kith_stop *stop)
{
    return splitter->tokens[stop->end].kind == KITH_TOKEN_QUOTE;
}

/* After U.S. or p.m., `next` is what a sentence would begin with. */
static bool dotted_ends(const struct splitter *splitter, const struct kith_stop *stop,
                        uint32_t next)
{
    unsigned uses = uses_of(splitter, stop->at);
    if (uses & KITH_USE_INNER)
        return false;
    if (uses & KITH_USE_TIME)
        return is_capital_word(splitter, &splitter->tokens[next]) &&
               !(uses_of(splitter, next) & KITH_USE_CALENDAR);
    return is_starter(splitter, next) || is_quote_opened(splitter, stop);
}

/* J. K. Rowling: a capital alone. */
static bool is_initial(const struct splitter *splitter, const struct kith_token *word)
{
    return is_capital_word(splitter, word) && word->shape == KITH_SHAPE_TITLE &&
           kith_char_at((const unsigned char *)splitter->text.data + word->begin).size ==
               word->end - word->begin;
}

/* An initial with its dot: in "M. I. Ali" the "I" begins no sentence. */
static bool is_dotted_initial(const struct splitter *splitter, uint32_t i)
{
    if (i + 1 >= splitter->count || !is_initial(splitter, &splitter->tokens[i]))
        return false;
    const struct kith_token *dot = &splitter->tokens[i + 1];
    return dot->gap == KITH_GAP_NONE && splitter->text.data[dot->begin] == '.';
}

/* The dot stands behind the word or number before it: is it theirs alone? */
static bool dot_ends(const struct splitter *splitter, const struct kith_stop *stop,
                     uint32_t next)
{
    if (stop->is_dotted)
        return dotted_ends(splitter, stop, next);
    if (stop->at == splitter->first || splitter->tokens[stop->at].gap != KITH_GAP_NONE)
        return true;
    uint32_t before = stop->at - 1;
    const struct kith_token *word = &splitter->tokens[before];
    /* "1. Moscow": the number of an item in a list. */
    if (word->kind == KITH_TOKEN_NUMBER)
        return before != splitter->first;
    if (is_initial(splitter, word))
        return is_starter(splitter, next) && !is_dotted_initial(splitter, next);
    unsigned uses = uses_of(splitter, before);
    if (uses & (KITH_USE_TITLE | KITH_USE_INNER))
        return false;
    if (uses & KITH_USE_NUMBER && splitter->tokens[next].kind == KITH_TOKEN_NUMBER)
        return false;
    if (uses & KITH_USE_FINAL)
        return is_starter(splitter, next) || is_quote_opened(splitter, stop);
    return true;
}

static bool ends_sentence(const struct splitter *splitter, const struct kith_stop *stop)
{
    uint8_t gap = gap_before(splitter, stop->end);
    if (gap == KITH_GAP_PARAGRAPH)
        return false; /* the paragraph's end ends it anyhow */
    if (stop->kind == KITH_STOP_FULL)
        return true;
    uint32_t next = past_openers(splitter, stop->end);
    if (gap == KITH_GAP_NONE)
        return lacks_blank(splitter, stop, next);
    if (!can_begin(splitter, next))
        return false;
    if (stop->kind != KITH_STOP_DOT)
        return !(stop->has_closer && next == stop->end && names_speaker(splitter, next));
    return stop->has_closer || dot_ends(splitter, stop, next);
}

static enum kith_status push_sentence(struct splitter *splitter, uint32_t end,
                                      bool is_title, struct kith_error *err)
{
    if (!KITH_ARENA_PUSHABLE(splitter->arena, splitter->sentences))
        return kith_no_memory(err);
    struct kith_sentences *sentences = splitter->sentences;
    sentences->items[sentences->count++] =
        (struct kith_sentence){.begin = splitter->tokens[splitter->first].begin,
                               .end = splitter->tokens[end - 1].end,
                               .first_token = splitter->first,
                               .end_token = end,
                               .paragraph = splitter->paragraph,
                               .is_title = is_title};
    splitter->first = end;
    return KITH_OK;
}

/* The present sentence ends before token `end`; it is cut where it is too long. */
/* Where a sentence that is too long is cut: before its limit, at a blank or behind a
 * mark, so that no name in a script without blanks is cut in two; at the limit if there
 * is neither. */
static uint32_t place_of_cut(const struct splitter *splitter)
{
    const uint32_t limit = splitter->first + KITH_SENTENCE_LIMIT;
    for (uint32_t i = limit; i > limit - KITH_SENTENCE_LIMIT / 2; i--) {
        const struct kith_token *token = &splitter->tokens[i];
        if (token->gap != KITH_GAP_NONE || token[-1].kind == KITH_TOKEN_MARK)
            return i;
    }
    return limit;
}

static enum kith_status close_at(struct splitter *splitter, uint32_t end,
                                 struct kith_error *err)
{
    while (end - splitter->first > KITH_SENTENCE_LIMIT)
        KITH_TRY(push_sentence(splitter, place_of_cut(splitter), false, err));
    return splitter->first < end ? push_sentence(splitter, end, false, err) : KITH_OK;
}

static enum kith_status close_paragraph(struct splitter *splitter, uint32_t end,
                                        struct kith_error *err)
{
    bool is_title = splitter->has_title && splitter->paragraph == 0;
    if (is_title)
        KITH_TRY(push_sentence(splitter, end, true, err));
    else
        KITH_TRY(close_at(splitter, end, err));
    splitter->paragraph++;
    return KITH_OK;
}

/* See what the landmark at token `i` is; *next is the token from which landmarks count
 * again. */
static enum kith_status visit(struct splitter *splitter, uint32_t i, uint32_t *next,
                              struct kith_error *err)
{
    const struct kith_token *token = &splitter->tokens[i];
    if (token->gap == KITH_GAP_PARAGRAPH && i > 0)
        KITH_TRY(close_paragraph(splitter, i, err));
    bool is_title = splitter->has_title && splitter->paragraph == 0;
    if (is_title || !(token->is_dotted || kith_is_stop(splitter->text, token)))
        return KITH_OK;
    struct kith_stop stop =
        kith_stop_gather(splitter->text, splitter->tokens, splitter->count, i);
    *next = stop.end;
    return ends_sentence(splitter, &stop) ? close_at(splitter, stop.end, err) : KITH_OK;
}

static enum kith_status visit_all(struct splitter *splitter,
                                  const struct kith_landmarks *landmarks,
                                  struct kith_error *err)
{
    uint32_t next = 0;
    for (uint32_t k = 0; k < landmarks->count; k++)
        if (landmarks->items[k] >= next)
            KITH_TRY(visit(splitter, landmarks->items[k], &next, err));
    return splitter->count ? close_paragraph(splitter, splitter->count, err) : KITH_OK;
}

static enum kith_status make_room(struct splitter *splitter, struct kith_error *err)
{
    struct kith_sentences *sentences = splitter->sentences;
    sentences->room = splitter->count / TOKENS_A_SENTENCE + 4;
    sentences->items =
        kith_arena_alloc(splitter->arena, sentences->room * sizeof *sentences->items);
    return sentences->items ? KITH_OK : kith_no_memory(err);
}

enum kith_status kith_sentences_split(struct kith_document *document, bool has_title,
                                      const struct kith_abbreviations *abbreviations,
                                      struct kith_arena *arena, struct kith_error *err)
{
    document->sentences = (struct kith_sentences){0};
    struct splitter splitter = {.text = document->text,
                                .tokens = document->tokens.items,
                                .count = document->tokens.count,
                                .abbreviations = abbreviations,
                                .arena = arena,
                                .sentences = &document->sentences,
                                .has_title = has_title};
    KITH_TRY(make_room(&splitter, err));
    KITH_TRY(visit_all(&splitter, &document->tokens.landmarks, err));
    document->paragraph_count = splitter.paragraph;
    return KITH_OK;
}
