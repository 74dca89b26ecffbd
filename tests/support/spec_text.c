/* The text room's examples: tokens, token-kinds, sentences, fold. */
#include "support/spec.h"

#include "text/abbreviation.h"
#include "text/document.h"
#include "text/fold.h"

static void put_line_ends_as_blanks(struct kith_buf *out, struct kith_str s)
{
    for (size_t i = 0; i < s.length; i++)
        kith_buf_byte(out, s.data[i] == '\n' || s.data[i] == '\r' ? ' ' : s.data[i]);
}

/* The tokens in one line, parted by " | ". */
static enum kith_status run_tokens(struct kith_str input, struct kith_arena *arena,
                                   struct kith_buf *out, struct kith_error *err)
{
    struct kith_tokens tokens;
    KITH_TRY(kith_tokenize(input, arena, &tokens, err));
    for (uint32_t i = 0; i < tokens.count; i++) {
        kith_buf_text(out, i ? " | " : "");
        kith_buf_str(out, kith_token_text(input, &tokens.items[i]));
    }
    return KITH_OK;
}

/* A token a line: what it is, how it is written, what stands before it. */
static enum kith_status run_token_kinds(struct kith_str input, struct kith_arena *arena,
                                        struct kith_buf *out, struct kith_error *err)
{
    static const char *const kinds[] = {"word",   "number", "possessive",
                                        "hyphen", "quote",  "mark"};
    static const char *const shapes[] = {"uncased", "lower", "title", "upper", "mixed"};
    static const char *const gaps[] = {"touches", "blank", "line", "paragraph"};
    struct kith_tokens tokens;
    KITH_TRY(kith_tokenize(input, arena, &tokens, err));
    for (uint32_t i = 0; i < tokens.count; i++) {
        const struct kith_token *token = &tokens.items[i];
        kith_buf_str(out, kith_token_text(input, token));
        kith_buf_format(out, " %s", kinds[token->kind]);
        if (token->kind == KITH_TOKEN_WORD)
            kith_buf_format(out, " %s%s", shapes[token->shape],
                            token->is_dotted ? " dotted" : "");
        kith_buf_format(out, " %s\n", gaps[token->gap]);
    }
    return KITH_OK;
}

static void put_sentences(const struct kith_document *document, struct kith_buf *out)
{
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        const struct kith_sentence *sentence = &document->sentences.items[i];
        if (i && sentence->paragraph != sentence[-1].paragraph)
            kith_buf_byte(out, '\n');
        kith_buf_text(out, sentence->is_title ? "# " : "");
        put_line_ends_as_blanks(
            out, kith_str_slice(document->text, sentence->begin, sentence->end));
        kith_buf_byte(out, '\n');
    }
}

/* A sentence a line, an empty line between paragraphs, "# " before the title. */
static enum kith_status run_sentences(struct kith_str input, struct kith_arena *arena,
                                      struct kith_buf *out, struct kith_error *err)
{
    struct kith_article article = {.path = KITH_STR("example"), .bytes = input};
    struct kith_document document;
    struct kith_problems problems;
    struct kith_abbreviations *abbreviations;
    kith_problems_init(&problems, arena);
    KITH_TRY(kith_abbreviations_load("gazetteers/abbreviations.csv", &problems,
                                     &abbreviations, err));
    enum kith_status status =
        kith_document_read(&article, abbreviations, arena, &document, err);
    if (status == KITH_OK)
        put_sentences(&document, out);
    kith_abbreviations_free(abbreviations);
    return status;
}

/* The folded tokens in one line, parted by " | ". */
static enum kith_status run_fold(struct kith_str input, struct kith_arena *arena,
                                 struct kith_buf *out, struct kith_error *err)
{
    struct kith_tokens tokens;
    KITH_TRY(kith_tokenize(input, arena, &tokens, err));
    for (uint32_t i = 0; i < tokens.count; i++) {
        char folded[KITH_FOLD_LIMIT];
        kith_buf_text(out, i ? " | " : "");
        kith_buf_append(out, folded, kith_fold(input, &tokens.items[i], folded));
    }
    return KITH_OK;
}

const struct spec_runner spec_text_runners[] = {{"tokens", run_tokens},
                                                {"token-kinds", run_token_kinds},
                                                {"sentences", run_sentences},
                                                {"fold", run_fold},
                                                {NULL, NULL}};
