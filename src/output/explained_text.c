/* The page for people: the answer first, then what led to it, then the words. */
#include "output/explained.h"

#include "output/clean.h"
#include "text/fold.h"
#include "text/spot.h"

/* Words of the sentence shown on either side of those in question. */
#define WORDS_AROUND 5

/* What is being written. */
struct page {
    const struct kith_explained *explained;
    const struct kith_explanation *explanation;
    struct kith_buf *out;
};

static const struct kith_token *token_at(const struct page *page, uint32_t i)
{
    return &page->explained->document->tokens.items[i];
}

static void write_place(const struct page *page)
{
    const struct kith_document *document = page->explained->document;
    uint32_t offset = token_at(page, page->explanation->asked.first)->begin;
    struct kith_position position = kith_position_of(document->text, offset);
    kith_clean_line(page->out, document->article->path);
    kith_buf_format(page->out, ":%u (line %u, column %u)\n", offset, position.line,
                    position.column);
    kith_explained_verdict(page->explained, page->explanation, page->out);
    kith_buf_text(page->out, ".\n");
}

static void write_decisions(const struct page *page)
{
    if (page->explanation->decisions.count)
        kith_buf_text(page->out, "\nDecisions, in order\n");
    for (uint32_t d = 0; d < page->explanation->decisions.count; d++) {
        kith_buf_text(page->out, "  ");
        kith_explained_decision(page->explained, page->explanation->decisions.items[d],
                                page->out);
        kith_buf_byte(page->out, '\n');
    }
}

static void write_tried(const struct page *page)
{
    kith_buf_text(page->out, "\nAliases of these words\n");
    if (page->explanation->tried.count == 0)
        kith_buf_text(page->out, "  none\n");
    for (uint32_t t = 0; t < page->explanation->tried.count; t++) {
        kith_buf_text(page->out, "  ");
        kith_explained_tried(page->explained, &page->explanation->tried.items[t],
                             page->out);
        kith_buf_byte(page->out, '\n');
    }
}

static void write_neighbours(const struct page *page)
{
    const struct kith_neighbours *neighbours = &page->explanation->neighbours;
    const uint32_t first = page->explanation->asked.first;
    if (neighbours->total == 0)
        return;
    kith_buf_text(page->out, "\nAliases that hold ");
    kith_explained_words(page->explained, (struct kith_span){first, first + 1},
                         page->out);
    kith_buf_byte(page->out, '\n');
    for (uint32_t n = 0; n < neighbours->count; n++) {
        kith_buf_text(page->out, "  ");
        kith_explained_neighbour(page->explained, &neighbours->items[n], page->out);
        kith_buf_byte(page->out, '\n');
    }
    if (neighbours->total > neighbours->count)
        kith_buf_format(page->out, "  and %u more\n",
                        neighbours->total - neighbours->count);
}

/* ---- words ---- */

static const char *kind_of(const struct kith_token *token)
{
    static const char *const words[] = {"uncased word", "word in small letters",
                                        "word with a capital", "word in capitals",
                                        "word in mixed case"};
    static const char *const kinds[] = {"word",   "number", "possessive",
                                        "hyphen", "quote",  "mark"};
    return token->kind == KITH_TOKEN_WORD ? words[token->shape] : kinds[token->kind];
}

static void write_name_word(const struct page *page, const struct kith_token *token)
{
    static const char *const kinds[] = {"a title",
                                        "stands beside names",
                                        "a particle",
                                        "a suffix",
                                        "heads a name",
                                        "a family name in front",
                                        "often begins sentences"};
    unsigned bits = kith_name_words_kinds(page->explained->words,
                                          page->explained->document->text, token);
    for (unsigned bit = 0; token->kind == KITH_TOKEN_WORD && bit < 7; bit++)
        if (bits >> bit & 1)
            kith_buf_format(page->out, ", %s", kinds[bit]);
}

static void write_word(const struct page *page, uint32_t i)
{
    const struct kith_token *token = token_at(page, i);
    struct kith_str text = page->explained->document->text;
    char folded[KITH_FOLD_LIMIT];
    bool is_asked =
        i >= page->explanation->asked.first && i < page->explanation->asked.end;
    kith_buf_format(page->out, "%c %7u  ", is_asked ? '>' : ' ', token->begin);
    kith_clean_line(page->out, kith_token_text(text, token));
    kith_buf_format(page->out, "  %s", kind_of(token));
    if (token->kind <= KITH_TOKEN_NUMBER) {
        kith_buf_text(page->out, ", folded ");
        kith_clean_line(page->out,
                        (struct kith_str){folded, kith_fold(text, token, folded)});
    }
    write_name_word(page, token);
    kith_buf_byte(page->out, '\n');
}

static void write_words(const struct page *page)
{
    const struct kith_sentences *sentences = &page->explained->document->sentences;
    struct kith_span asked = page->explanation->asked;
    uint32_t s = 0;
    while (sentences->items[s].end_token <= asked.first)
        s++;
    const struct kith_sentence *sentence = &sentences->items[s];
    uint32_t first = asked.first, end = asked.end;
    while (first > sentence->first_token && asked.first - first < WORDS_AROUND)
        first--;
    while (end < sentence->end_token && end - asked.end < WORDS_AROUND)
        end++;
    kith_buf_format(page->out, "\nWords of %s %u, which begins at byte %u\n",
                    sentence->is_title ? "the title, sentence" : "sentence", s + 1,
                    sentence->begin);
    for (uint32_t i = first; i < end; i++)
        write_word(page, i);
}

void kith_explained_text(const struct kith_explained *explained,
                         const struct kith_explanation *explanation, struct kith_buf *out)
{
    const struct page page = {explained, explanation, out};
    write_place(&page);
    write_decisions(&page);
    write_tried(&page);
    write_neighbours(&page);
    write_words(&page);
}
