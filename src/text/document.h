/* An article as text: clean UTF-8, tokens, sentences, paragraphs.
 *
 * Every offset in the program indexes document.text. For a UTF-8 text file that is the
 * file itself, byte order mark and line ends included, so file[begin:end] is the surface
 * byte for byte, also where the UTF-8 is damaged. Other encodings are converted, and
 * offsets index the conversion. */
#ifndef KITH_TEXT_DOCUMENT_H
#define KITH_TEXT_DOCUMENT_H

#include "input/article.h"
#include "text/abbreviation.h"
#include "text/token.h"

/* What the bytes of an article were. The last two are guesses: to be reported, never
 * silent. */
enum kith_encoding {
    KITH_UTF8,
    KITH_UTF16LE,
    KITH_UTF16BE,
    KITH_WINDOWS_1252, /* the fallback for bytes that are no UTF-8 */
    KITH_UTF8_DAMAGED  /* UTF-8 for the most part; U+001A for each byte that is not */
};

/* A sentence, a headline, or a line that stands alone. No sentence spans paragraphs. One
 * that runs past KITH_SENTENCE_LIMIT tokens is cut there: it bounds the pairs a sentence
 * can hold. */
#define KITH_SENTENCE_LIMIT 400

struct kith_sentence {
    uint32_t begin, end;             /* bytes, from its first token to its last */
    uint32_t first_token, end_token; /* half-open range in document.tokens */
    uint32_t paragraph;              /* number of its paragraph, from 0 */
    bool is_title;
};

struct kith_sentences {
    struct kith_sentence *items;
    uint32_t count;
    uint32_t room;
};

/* Owned by its worker's arena. */
struct kith_document {
    const struct kith_article *article;
    struct kith_str text;
    enum kith_encoding encoding; /* what the bytes were */
    struct kith_str title;       /* a slice of text, or the article's own; may be empty */
    struct kith_tokens tokens;
    struct kith_sentences sentences;
    uint32_t paragraph_count;
};

/* Decode, tokenise and split `article`. All of it lives in `arena`. KITH_BAD_INPUT for
 * text that is binary after all (NUL bytes), KITH_LIMIT at 4 GiB. Linear. */
enum kith_status kith_document_read(const struct kith_article *article,
                                    const struct kith_abbreviations *abbreviations,
                                    struct kith_arena *arena,
                                    struct kith_document *document,
                                    struct kith_error *err);

/* The name of an encoding as run.json and problems.csv write it: "windows-1252". */
const char *kith_encoding_name(enum kith_encoding encoding);

#endif
