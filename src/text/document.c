/* A document is made in four steps: decode, tokenise, mark paragraphs, split sentences.
 */
#include "text/document.h"

#include "text/decode.h"
#include "text/paragraph.h"
#include "text/sentence.h"

static enum kith_status decode(struct kith_document *document, struct kith_arena *arena,
                               struct kith_error *err)
{
    const struct kith_article *article = document->article;
    document->encoding = KITH_UTF8;
    document->text = article->bytes;
    if (article->is_utf8_text)
        return KITH_OK;
    return kith_decode(article->bytes, article->path, arena, &document->text,
                       &document->encoding, err);
}

/* The article's own title comes from its format and is better than a guess. */
static struct kith_str choose_title(const struct kith_document *document, bool has_title)
{
    if (document->article->title.length > 0 || !has_title)
        return document->article->title;
    const struct kith_sentence *first = &document->sentences.items[0];
    return kith_str_slice(document->text, first->begin, first->end);
}

enum kith_status kith_document_read(const struct kith_article *article,
                                    const struct kith_abbreviations *abbreviations,
                                    struct kith_arena *arena,
                                    struct kith_document *document,
                                    struct kith_error *err)
{
    *document = (struct kith_document){.article = article};
    if (article->bytes.length >= UINT32_MAX)
        return kith_fail(err, KITH_LIMIT, "%.*s: longer than 4 GiB",
                         KITH_STR_ARGS(article->path));
    KITH_TRY(decode(document, arena, err));
    KITH_TRY(kith_tokenize(document->text, arena, &document->tokens, err));
    kith_paragraphs_mark(document->text, &document->tokens);
    bool has_title = kith_title_mark(document->text, &document->tokens);
    KITH_TRY(kith_sentences_split(document, has_title, abbreviations, arena, err));
    document->title = choose_title(document, has_title);
    return KITH_OK;
}

const char *kith_encoding_name(enum kith_encoding encoding)
{
    static const char *const names[] = {
        [KITH_UTF8] = "utf-8",
        [KITH_UTF16LE] = "utf-16le",
        [KITH_UTF16BE] = "utf-16be",
        [KITH_WINDOWS_1252] = "windows-1252",
        [KITH_UTF8_DAMAGED] = "utf-8 with damaged characters",
    };
    return names[encoding];
}
