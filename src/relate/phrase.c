/* Words, phrases and lists of phrases. */
#include "relate/phrase.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/near.h"

static enum kith_status push_word(const struct kith_pattern_parser *parser,
                                  struct kith_words *words, struct kith_phrase_word word)
{
    if (!KITH_ARENA_PUSHABLE(parser->arena, words))
        return kith_no_memory(parser->err);
    words->items[words->count++] = word;
    return KITH_OK;
}

/* `text` is a padded copy of what begins at `place` in the line. */
static enum kith_status read_token(const struct kith_pattern_parser *parser,
                                   const char *place, struct kith_str text,
                                   const struct kith_token *token,
                                   struct kith_words *words)
{
    struct kith_phrase_word word = {
        .text = {place + token->begin, token->end - token->begin}};
    if (token->kind == KITH_TOKEN_QUOTE)
        return kith_pattern_fail(parser, place + token->begin,
                                 "quotation marks are passed over in articles; leave "
                                 "them out");
    word.word = kith_word_class_add(parser->classes, text, token);
    if (word.word == KITH_NO_ID)
        return kith_no_memory(parser->err);
    KITH_TRY(
        kith_word_class_plural(parser->classes, text, token, &word.plural, parser->err));
    return push_word(parser, words, word);
}

/* A possessive by itself, with no word before it to tell the tokeniser what it is. */
static size_t possessive_length(struct kith_str text)
{
    static const char *const forms[] = {"'s", "’s"};
    for (size_t i = 0; i < 2; i++)
        if (kith_str_starts_with(text, kith_str_of(forms[i])))
            return strlen(forms[i]);
    return 0;
}

enum kith_status kith_words_read(const struct kith_pattern_parser *parser,
                                 struct kith_str text, struct kith_words *words)
{
    size_t possessive = possessive_length(text);
    if (possessive) {
        KITH_TRY(
            push_word(parser, words,
                      (struct kith_phrase_word){KITH_CLASS_POSSESSIVE, KITH_NO_ID,
                                                kith_str_slice(text, 0, possessive)}));
        text = kith_str_slice(text, possessive, text.length);
    }
    struct kith_tokens tokens = {0};
    char *padded = kith_arena_zeroed(parser->scratch, text.length + KITH_FILE_PADDING, 1);
    if (!padded)
        return kith_no_memory(parser->err);
    memcpy(padded, text.data, text.length);
    struct kith_str copy = {padded, text.length};
    KITH_TRY(kith_tokenize(copy, parser->scratch, &tokens, parser->err));
    for (uint32_t i = 0; i < tokens.count; i++)
        KITH_TRY(read_token(parser, text.data, copy, &tokens.items[i], words));
    return KITH_OK;
}

/* Add `words` as one phrase; the last word stands in the plural when `is_plural`. */
static enum kith_status push_phrase(const struct kith_pattern_parser *parser,
                                    const struct kith_words *words, struct kith_str text,
                                    bool is_plural, struct kith_phrases *phrases)
{
    struct kith_phrase phrase = {
        .count = words->count, .text = text, .is_plural = is_plural};
    phrase.words = KITH_ARRAY(parser->arena, kith_id, words->count);
    if (!phrase.words || !KITH_ARENA_PUSHABLE(parser->arena, phrases))
        return kith_no_memory(parser->err);
    for (uint32_t i = 0; i < words->count; i++)
        phrase.words[i] = words->items[i].word;
    if (is_plural)
        phrase.words[words->count - 1] = words->items[words->count - 1].plural;
    phrases->items[phrases->count++] = phrase;
    return KITH_OK;
}

enum kith_status kith_phrase_add(const struct kith_pattern_parser *parser,
                                 const struct kith_words *words, struct kith_str text,
                                 struct kith_phrases *phrases)
{
    return push_phrase(parser, words, text, false, phrases);
}

enum kith_status kith_phrase_parse(const struct kith_pattern_parser *parser,
                                   struct kith_str text, struct kith_phrases *phrases)
{
    struct kith_words words = {0};
    for (size_t i = 0; i < text.length; i++)
        if (strchr("()|<>{}?", text.data[i]))
            return kith_pattern_fail(parser, text.data + i,
                                     "the entries of a list are plain words; '%c' is not "
                                     "one",
                                     text.data[i]);
    KITH_TRY(kith_words_read(parser, text, &words));
    if (!words.count)
        return kith_pattern_fail(parser, text.data, "an entry of this list is empty");
    if (words.count > KITH_PATTERN_LIMIT)
        return kith_pattern_fail(parser, text.data, "an entry has at most %d words",
                                 KITH_PATTERN_LIMIT);
    KITH_TRY(push_phrase(parser, &words, text, false, phrases));
    if (words.items[words.count - 1].plural == KITH_NO_ID)
        return KITH_OK;
    return push_phrase(parser, &words, text, true, phrases);
}

/* By first word; among those the longest first. A plural is one also when the user wrote
 * it out beside its singular: look-up takes the first of equal phrases. */
static int compare_phrases(const void *left, const void *right)
{
    const struct kith_phrase *a = left, *b = right;
    if (a->words[0] != b->words[0])
        return a->words[0] < b->words[0] ? -1 : 1;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    for (uint32_t i = 1; i < a->count; i++)
        if (a->words[i] != b->words[i])
            return a->words[i] < b->words[i] ? -1 : 1;
    return (int)b->is_plural - (int)a->is_plural;
}

void kith_phrases_sort(struct kith_phrases *phrases)
{
    if (phrases->count)
        qsort(phrases->items, phrases->count, sizeof *phrases->items, compare_phrases);
}

kith_id kith_word_list_find(const struct kith_word_lists *lists, uint32_t scope,
                            struct kith_str name)
{
    if (!name.length) /* the forms of verbs are lists without a name */
        return KITH_NO_ID;
    for (uint32_t i = lists->count; i-- > 0;)
        if (lists->items[i].scope == scope && kith_str_equal(lists->items[i].name, name))
            return i;
    return KITH_NO_ID;
}

/* The list that `name` may be a slip of, or NULL. A guess too many does no harm here, and
 * letters that have changed places are a distance of two. */
static const struct kith_word_list *near_list(const struct kith_pattern_parser *parser,
                                              struct kith_str name)
{
    const struct kith_word_lists *lists = parser->lists;
    for (uint32_t i = 0; i < lists->count; i++)
        if (lists->items[i].scope == parser->scope &&
            name.length > KITH_NEAR_DISTANCE + 1 &&
            kith_distance(name, lists->items[i].name, KITH_NEAR_DISTANCE) <=
                KITH_NEAR_DISTANCE)
            return &lists->items[i];
    return NULL;
}

enum kith_status kith_word_list_use(const struct kith_pattern_parser *parser,
                                    struct kith_str name, kith_id *list)
{
    *list = kith_word_list_find(parser->lists, parser->scope, name);
    if (*list != KITH_NO_ID) {
        parser->lists->items[*list].is_used = true;
        return KITH_OK;
    }
    const struct kith_word_list *near = near_list(parser, name);
    if (!name.length)
        return kith_pattern_fail(parser, name.data, "the name of a list is missing here");
    if (near)
        return kith_pattern_fail(parser, name.data,
                                 "no list is called '%.*s'; is '%.*s' meant?",
                                 KITH_STR_ARGS(name), KITH_STR_ARGS(near->name));
    return kith_pattern_fail(parser, name.data,
                             "no list is called '%.*s'; lists stand above the rules "
                             "that use them",
                             KITH_STR_ARGS(name));
}
