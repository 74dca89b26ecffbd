/* Finding capitalised runs, sentence by sentence. */
#include "recognize/unknown.h"

/* Lower-case words that stand inside names, between two capitalised ones. */
static const char *const particles[] = {
    "of", "al",  "el",  "ul",  "de",  "la",  "del", "di",  "da", "do",  "dos",
    "du", "van", "von", "der", "den", "bin", "ibn", "abu", "y",  "ten", "zu"};

/* Longer runs are lists and headlines. */
#define LONGEST_RUN 8

struct reader {
    const struct kith_document *document;
    const struct kith_abbreviations *abbreviations;
    const struct kith_token *tokens;
    struct kith_arena *arena;
    struct kith_unknowns *unknowns;
};

static struct kith_str text_of(const struct reader *reader, uint32_t token)
{
    return kith_token_text(reader->document->text, &reader->tokens[token]);
}

static unsigned uses_of(const struct reader *reader, uint32_t token)
{
    return kith_abbreviations_uses(reader->abbreviations, reader->document->text,
                                   &reader->tokens[token]);
}

static bool is_capital(const struct kith_token *token)
{
    return token->kind == KITH_TOKEN_WORD &&
           (token->shape == KITH_SHAPE_TITLE || token->shape == KITH_SHAPE_UPPER ||
            token->shape == KITH_SHAPE_MIXED);
}

/* "I'm", "I’ve": English writes this pronoun with a capital. */
static bool is_pronoun(struct kith_str word)
{
    return word.length > 1 && word.data[0] == 'I' &&
           (word.data[1] == '\'' || (unsigned char)word.data[1] >= 0x80);
}

static bool is_name_word(const struct reader *reader, uint32_t token)
{
    return is_capital(&reader->tokens[token]) && !is_pronoun(text_of(reader, token)) &&
           !(uses_of(reader, token) & KITH_USE_CALENDAR);
}

static bool is_particle(const struct reader *reader, uint32_t token)
{
    struct kith_str word = text_of(reader, token);
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (kith_str_equal(word, kith_str_of(particles[i])))
            return true;
    return false;
}

/* The dot of an initial or a title, or a hyphen within a name. */
static bool is_joint(const struct reader *reader, uint32_t token)
{
    const struct kith_token *mark = &reader->tokens[token];
    const struct kith_token *before = mark - 1;
    if (mark->gap != KITH_GAP_NONE)
        return false;
    if (mark->kind == KITH_TOKEN_HYPHEN)
        return true;
    return kith_str_equal(text_of(reader, token), KITH_STR(".")) &&
           (before->end - before->begin == 1 ||
            uses_of(reader, token - 1) & KITH_USE_TITLE);
}

/* The next word of the run that ends at `at`, or `end` when the run is over. */
static uint32_t next_word(const struct reader *reader, uint32_t at, uint32_t end)
{
    uint32_t next = at;
    if (next < end && (is_joint(reader, next) || is_particle(reader, next)))
        next++;
    /* "de la", "van der" */
    if (next > at && next < end && is_particle(reader, next))
        next++;
    return next < end && is_name_word(reader, next) ? next : end;
}

static uint32_t run_end(const struct reader *reader, uint32_t first, uint32_t end)
{
    uint32_t at = first + 1;
    for (;;) {
        uint32_t word = next_word(reader, at, end);
        if (word == end)
            return at;
        at = word + 1;
    }
}

/* Drop what only stands before the name: titles with their dots, and words that begin
 * many sentences. */
static uint32_t skip_front(const struct reader *reader, uint32_t first, uint32_t end,
                           bool *has_title)
{
    while (first < end) {
        unsigned uses = uses_of(reader, first);
        bool is_title = uses & KITH_USE_TITLE;
        bool is_starter = uses & KITH_USE_STARTER;
        bool is_inner = !is_capital(&reader->tokens[first]);
        if (!is_title && !is_starter && !is_inner)
            return first;
        *has_title |= is_title;
        first++;
    }
    return end;
}

/* One letter is an initial at best, and "Corp" or "Oct" no name by itself. */
static bool says_something(const struct reader *reader, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (is_capital(&reader->tokens[i]) && !uses_of(reader, i) &&
            reader->tokens[i].end - reader->tokens[i].begin > 2)
            return true;
    return false;
}

static enum kith_status keep(struct reader *reader, uint32_t first, uint32_t end,
                             uint32_t sentence, struct kith_error *err)
{
    const struct kith_sentence *place = &reader->document->sentences.items[sentence];
    bool begins = first == place->first_token ||
                  (first == place->first_token + 1 &&
                   reader->tokens[place->first_token].kind == KITH_TOKEN_QUOTE);
    bool has_title = false;
    first = skip_front(reader, first, end, &has_title);
    /* A first word alone may be any word. */
    bool is_bare = begins && end - first == 1 && !has_title;
    if (first == end || is_bare || end - first > LONGEST_RUN ||
        !says_something(reader, first, end))
        return KITH_OK;
    if (!KITH_ARENA_PUSHABLE(reader->arena, reader->unknowns))
        return kith_no_memory(err);
    reader->unknowns->items[reader->unknowns->count++] =
        (struct kith_unknown){first, end, sentence, has_title};
    return KITH_OK;
}

/* The runs of a stretch without mentions. */
static enum kith_status read_stretch(struct reader *reader, uint32_t first, uint32_t end,
                                     uint32_t sentence, struct kith_error *err)
{
    while (first < end) {
        if (!is_name_word(reader, first)) {
            first++;
            continue;
        }
        uint32_t behind = run_end(reader, first, end);
        KITH_TRY(keep(reader, first, behind, sentence, err));
        first = behind;
    }
    return KITH_OK;
}

static bool ends_with_stop(const struct reader *reader,
                           const struct kith_sentence *sentence)
{
    struct kith_str text = reader->document->text;
    for (uint32_t i = sentence->end_token; i > sentence->first_token; i--) {
        const struct kith_token *token = &reader->tokens[i - 1];
        if (token->kind == KITH_TOKEN_MARK)
            return memchr(".!?", text.data[token->begin], 3) != NULL;
        if (token->kind != KITH_TOKEN_QUOTE)
            return token->is_dotted;
    }
    return false;
}

/* Where most words of a line without a stop are capitalised, capitals say nothing. */
static bool is_headline(const struct reader *reader, const struct kith_sentence *sentence)
{
    uint32_t words = 0, capitals = 0;
    for (uint32_t i = sentence->first_token; i < sentence->end_token; i++) {
        words += reader->tokens[i].kind == KITH_TOKEN_WORD;
        capitals += is_capital(&reader->tokens[i]);
    }
    return sentence->is_title ||
           (words > 3 && capitals * 5 > words * 3 && !ends_with_stop(reader, sentence));
}

enum kith_status kith_unknown_find(const struct kith_document *document,
                                   const struct kith_mentions *mentions,
                                   const struct kith_abbreviations *abbreviations,
                                   struct kith_arena *arena,
                                   struct kith_unknowns *unknowns, struct kith_error *err)
{
    struct reader reader = {document, abbreviations, document->tokens.items, arena,
                            unknowns};
    uint32_t mention = 0;
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        const struct kith_sentence *sentence = &document->sentences.items[i];
        bool is_read = !is_headline(&reader, sentence);
        uint32_t first = sentence->first_token;
        for (; mention < mentions->count && mentions->items[mention].sentence == i;
             mention++) {
            uint32_t begin = mentions->items[mention].first_token;
            if (is_read && first < begin)
                KITH_TRY(read_stretch(&reader, first, begin, i, err));
            if (mentions->items[mention].end_token > first)
                first = mentions->items[mention].end_token;
        }
        if (is_read)
            KITH_TRY(read_stretch(&reader, first, sentence->end_token, i, err));
    }
    return KITH_OK;
}
