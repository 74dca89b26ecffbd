/* Text, whatever the bytes:
 *
 * - UTF-8 stays as it is, anything else becomes UTF-8;
 * - tokens are whole characters, in order, and no letter or digit stands outside them;
 * - sentences hold every token once, in order, and no more than a sentence may hold. */
#include "fuzz.h"

#include "base/file.h"
#include "base/utf8.h"
#include "text/document.h"
#include "text/fold.h"

static bool is_ascii_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void check_text(const struct kith_document *document, struct kith_str bytes)
{
    if (document->encoding == KITH_UTF8)
        FUZZ_CHECK(kith_str_equal(document->text, bytes));
    FUZZ_CHECK(kith_utf8_is_valid(document->text, NULL));
    FUZZ_CHECK(kith_encoding_name(document->encoding));
    FUZZ_CHECK(kith_utf8_is_valid(document->title, NULL));
}

static void check_gap(const struct kith_document *document, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++)
        FUZZ_CHECK(!is_ascii_word(document->text.data[i]));
}

static void check_token(const struct kith_document *document,
                        const struct kith_token *token)
{
    struct kith_str surface = kith_token_text(document->text, token);
    char folded[KITH_FOLD_LIMIT];
    FUZZ_CHECK(kith_utf8_is_valid(surface, NULL));
    FUZZ_CHECK(kith_fold(document->text, token, folded) <= KITH_FOLD_LIMIT);
    FUZZ_CHECK(kith_spelling_is_exact(surface, surface));
}

static void check_tokens(const struct kith_document *document)
{
    uint32_t before = 0;
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        const struct kith_token *token = &document->tokens.items[i];
        FUZZ_CHECK(token->begin >= before && token->end > token->begin);
        FUZZ_CHECK(i == 0 || (token->gap == KITH_GAP_NONE) == (token->begin == before));
        check_gap(document, before, token->begin);
        check_token(document, token);
        before = token->end;
    }
    FUZZ_CHECK(before <= document->text.length);
    check_gap(document, before, (uint32_t)document->text.length);
}

static void check_sentence(const struct kith_document *document,
                           const struct kith_sentence *sentence)
{
    const struct kith_token *tokens = document->tokens.items;
    FUZZ_CHECK(sentence->end_token > sentence->first_token);
    FUZZ_CHECK(sentence->end_token - sentence->first_token <= KITH_SENTENCE_LIMIT);
    FUZZ_CHECK(sentence->begin == tokens[sentence->first_token].begin);
    FUZZ_CHECK(sentence->end == tokens[sentence->end_token - 1].end);
    FUZZ_CHECK(sentence->paragraph < document->paragraph_count);
}

static void check_sentences(const struct kith_document *document)
{
    uint32_t before = 0, paragraph = 0;
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        const struct kith_sentence *sentence = &document->sentences.items[i];
        FUZZ_CHECK(sentence->first_token == before);
        FUZZ_CHECK(sentence->paragraph == paragraph ||
                   sentence->paragraph == paragraph + 1);
        FUZZ_CHECK(i == 0 || !sentence->is_title ||
                   document->sentences.items[0].is_title);
        check_sentence(document, sentence);
        before = sentence->end_token;
        paragraph = sentence->paragraph;
    }
    FUZZ_CHECK(before == document->tokens.count);
}

static void check_slug(struct kith_str text)
{
    struct kith_buf slug = {0};
    kith_slug(text, &slug);
    FUZZ_CHECK(kith_utf8_is_valid(kith_buf_view(&slug), NULL));
    kith_buf_release(&slug);
}

/* The bytes with the padding a file reader puts behind them. */
static struct kith_str pad(struct kith_arena *arena, const uint8_t *data, size_t size)
{
    char *bytes = kith_arena_zeroed(arena, size + KITH_FILE_PADDING, 1);
    FUZZ_CHECK(bytes);
    if (size)
        memcpy(bytes, data, size);
    return (struct kith_str){bytes, size};
}

/* Loaded once: the process ends with it. */
static const struct kith_abbreviations *abbreviations(struct kith_arena *arena)
{
    static struct kith_abbreviations *list;
    struct kith_problems problems;
    struct kith_error err;
    kith_problems_init(&problems, arena);
    if (!list)
        FUZZ_CHECK(kith_abbreviations_load(NULL, &problems, &list, &err) == KITH_OK);
    return list;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct kith_article article = {.bytes = pad(&arena, data, size)};
    struct kith_document document;
    struct kith_error err;
    enum kith_status status =
        kith_document_read(&article, abbreviations(&arena), &arena, &document, &err);
    FUZZ_CHECK(status == KITH_OK || status == KITH_BAD_INPUT);
    if (status == KITH_OK) {
        check_text(&document, article.bytes);
        check_tokens(&document);
        check_sentences(&document);
        check_slug(document.text);
    }
    kith_arena_release(&arena);
    return 0;
}
