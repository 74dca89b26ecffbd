/* Rendering one article's rows. */
#include "output/rows.h"

#include <stdlib.h>

#include "base/grow.h"
#include "output/cell.h"
#include "output/clean.h"

static const char *const articles_columns[] = {
    "article",  "path",  "title",   "date",     "date_from",  "source",
    "language", "url",   "bytes",   "encoding", "paragraphs", "sentences",
    "mentions", "story", "copy_of", NULL};
static const char *const sentences_columns[] = {"sentence", "article", "begin",
                                                "end",      "text",    NULL};
static const char *const mentions_columns[] = {
    "article", "sentence", "begin", "end",    "surface", "entity",     "name", "type",
    "alias",   "row",      "found", "choice", "score",   "candidates", "rule", NULL};
static const char *const evidence_columns[] = {
    "edge", "source",  "relation", "target",   "article", "sentence", "begin", "end",
    "gap",  "trigger", "rule",     "polarity", "status",  "speaker",  NULL};

static const char *const copies_columns[] = {
    "copy_of", "edge", "source",  "relation", "target",   "article", "sentence", "begin",
    "end",     "gap",  "trigger", "rule",     "polarity", "status",  "speaker",  NULL};

static const char *const *const columns[KITH_ROW_TABLES] = {
    [KITH_ARTICLE_ROWS] = articles_columns,
    [KITH_SENTENCE_ROWS] = sentences_columns,
    [KITH_MENTION_ROWS] = mentions_columns,
    [KITH_EVIDENCE_ROWS] = evidence_columns,
    [KITH_COPY_ROWS] = copies_columns};

const char *const *kith_rows_columns(enum kith_row_table table)
{
    return columns[table];
}

void kith_rows_write_header(enum kith_row_form form, enum kith_row_table table,
                            struct kith_buf *out)
{
    kith_row_write_header(form, columns[table], out);
}

/* What all rows of one article are made from, and where they go. */
struct page {
    const struct kith_gazetteer *gazetteer;
    const struct kith_rules *rules;
    const struct kith_findings *findings;
    const struct kith_document *document;
    kith_id article;
    struct kith_rows *rows;
};

static struct kith_row row_of(const struct page *page, enum kith_row_table table)
{
    return (struct kith_row){.out = &page->rows->tables[table],
                             .form = page->rows->form,
                             .columns = columns[table]};
}

/* Cells */

static void write_article_id(const struct page *page, struct kith_row *row)
{
    kith_row_open(row);
    kith_cell_article(row->out, page->article);
    kith_row_shut(row);
}

static void write_sentence_id(const struct page *page, uint32_t sentence,
                              struct kith_row *row)
{
    kith_row_open(row);
    kith_cell_sentence(row->out, page->article, sentence);
    kith_row_shut(row);
}

static void write_entity(const struct page *page, kith_id entity, struct kith_row *row)
{
    kith_row_open(row);
    kith_cell_entity(row->out, page->gazetteer, entity);
    kith_row_shut(row);
}

static void write_span(uint32_t begin, uint32_t end, struct kith_row *row)
{
    kith_row_number(row, begin);
    kith_row_number(row, end);
}

static void write_name(const char *name, struct kith_row *row)
{
    kith_row_text(row, kith_str_of(name));
}

static void write_place(struct kith_str file, uint32_t line, struct kith_row *row)
{
    struct kith_buf place = {0};
    kith_cell_place(&place, file, line);
    kith_row_text(row, kith_buf_view(&place));
    row->out->is_broken |= place.is_broken;
    kith_buf_release(&place);
}

static struct kith_str cut(const struct page *page, uint32_t begin, uint32_t end)
{
    return kith_str_slice(page->document->text, begin, end);
}

/* Rows */

static void write_article(const struct page *page)
{
    static const char *const dated_names[] = {
        [KITH_UNDATED] = "",
        [KITH_DATED_BY_ARTICLE] = "article",
        [KITH_DATED_BY_PATH] = "path",
    };
    const struct kith_document *document = page->document;
    const struct kith_article *article = document->article;
    struct kith_row row = row_of(page, KITH_ARTICLE_ROWS);
    write_article_id(page, &row);
    kith_row_text(&row, article->path);
    kith_row_text(&row, document->title);
    kith_row_text(&row, article->date);
    write_name(dated_names[article->dated], &row);
    kith_row_text(&row, article->source);
    kith_row_text(&row, article->language);
    kith_row_text(&row, article->url);
    kith_row_number(&row, article->bytes.length);
    write_name(kith_encoding_name(document->encoding), &row);
    kith_row_number(&row, document->paragraph_count);
    kith_row_number(&row, document->sentences.count);
    kith_row_number(&row, page->findings->mentions.count);
}

static void write_sentence(const struct page *page, uint32_t number)
{
    const struct kith_sentence *sentence = &page->document->sentences.items[number];
    struct kith_row row = row_of(page, KITH_SENTENCE_ROWS);
    write_sentence_id(page, number, &row);
    write_article_id(page, &row);
    write_span(sentence->begin, sentence->end, &row);
    kith_row_text(&row, cut(page, sentence->begin, sentence->end));
    kith_row_end(&row);
}

static void write_candidates(const struct page *page, const struct kith_mention *mention,
                             struct kith_row *row)
{
    if (mention->candidates && mention->candidate_count > 1) {
        kith_row_open(row);
        kith_cell_candidates(row->out, page->gazetteer, mention);
        kith_row_shut(row);
    } else {
        kith_row_nothing(row);
    }
}

static void write_mention(const struct page *page, const struct kith_mention *mention)
{
    struct kith_entity entity = kith_gazetteer_entity(page->gazetteer, mention->entity);
    struct kith_alias alias = kith_gazetteer_alias(page->gazetteer, mention->alias);
    struct kith_row row = row_of(page, KITH_MENTION_ROWS);
    write_article_id(page, &row);
    write_sentence_id(page, mention->sentence, &row);
    write_span(mention->begin, mention->end, &row);
    kith_row_text(&row, cut(page, mention->begin, mention->end));
    write_entity(page, mention->entity, &row);
    kith_row_text(&row, entity.name);
    kith_row_text(&row, entity.type);
    kith_row_text(&row, alias.text);
    write_place(alias.file, alias.line, &row);
    write_name(kith_found_name((enum kith_found)mention->found), &row);
    write_name(kith_choice_name((enum kith_choice)mention->choice), &row);
    kith_row_open_bare(&row);
    kith_cell_score(row.out, kith_mention_score(mention));
    write_candidates(page, mention, &row);
    kith_row_text(&row, alias.rule);
    kith_row_end(&row);
}

/* Who says so: an entity, or the words for somebody who is none. */
static void write_speaker(const struct page *page, const struct kith_statement *statement,
                          struct kith_row *row)
{
    if (statement->speaker_begin >= statement->speaker_end)
        kith_row_nothing(row);
    else if (statement->speaker != KITH_NO_ID)
        write_entity(page, statement->speaker, row);
    else
        kith_row_text(row, cut(page, statement->speaker_begin, statement->speaker_end));
}

/* The cells that only relations have. */
static void write_relation(const struct page *page, const struct kith_evidence *evidence,
                           struct kith_row *row)
{
    const struct kith_statement *statement = &evidence->statement;
    struct kith_rule rule = kith_rules_rule(page->rules, evidence->rule);
    write_place(rule.file, rule.line, row);
    write_name(statement->is_denied ? "negative" : "positive", row);
    write_name(statement->is_unreal ? "unreal" : "fact", row);
    write_speaker(page, statement, row);
}

/* All but the edge, which the ledger numbers. */
static void write_evidence(const struct page *page, const struct kith_evidence *evidence)
{
    struct kith_row row = row_of(page, KITH_EVIDENCE_ROWS);
    row.cell = 1;
    write_entity(page, evidence->source, &row);
    kith_row_text(&row, kith_relation_name(page->rules, evidence->relation));
    write_entity(page, evidence->target, &row);
    write_article_id(page, &row);
    write_sentence_id(page, evidence->sentence, &row);
    write_span(evidence->begin, evidence->end, &row);
    kith_row_number(&row, evidence->gap);
    kith_row_text(&row, cut(page, evidence->trigger_begin, evidence->trigger_end));
    if (evidence->rule != KITH_NO_ID)
        write_relation(page, evidence, &row);
    else
        for (int i = 0; i < 4; i++)
            kith_row_nothing(&row);
    kith_row_end(&row);
}

/* Note where the row ends that was written last. */
static bool end_row(const struct page *page, enum kith_row_table table,
                    struct kith_row_ends *ends, uint32_t number)
{
    if (!KITH_GROW(ends->items, ends->count, ends->room))
        return false;
    ends->items[ends->count++] =
        (struct kith_row_end){page->rows->tables[table].length, number};
    return true;
}

/* Sentences */

static int by_number(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

static uint32_t sentence_of(const struct page *page, uint32_t mention)
{
    return page->findings->mentions.items[mention].sentence;
}

/* Each sentence that a row of evidence begins or ends in, once, in text order. In windows
 * wider than a sentence the two are not the same. */
static bool write_sentences(const struct page *page)
{
    size_t count = 3 * (size_t)page->findings->evidence_count;
    if (count == 0)
        return true;
    uint32_t *numbers = malloc(count * sizeof *numbers);
    if (!numbers)
        return false;
    for (uint32_t i = 0; i < page->findings->evidence_count; i++) {
        const struct kith_evidence *evidence = &page->findings->evidence[i];
        numbers[3 * i] = sentence_of(page, evidence->source_mention);
        numbers[3 * i + 1] = sentence_of(page, evidence->target_mention);
        numbers[3 * i + 2] = evidence->sentence;
    }
    qsort(numbers, count, sizeof *numbers, by_number);
    bool is_written = true;
    for (size_t i = 0; i < count && is_written; i++)
        if (i == 0 || numbers[i] != numbers[i - 1]) {
            write_sentence(page, numbers[i]);
            is_written =
                end_row(page, KITH_SENTENCE_ROWS, &page->rows->sentences, numbers[i]);
        }
    free(numbers);
    return is_written;
}

static bool write_evidences(const struct page *page)
{
    for (uint32_t i = 0; i < page->findings->evidence_count; i++) {
        write_evidence(page, &page->findings->evidence[i]);
        if (!end_row(page, KITH_EVIDENCE_ROWS, &page->rows->evidence, i))
            return false;
    }
    return true;
}

/* The whole article */

enum kith_status kith_rows_render(struct kith_rows *rows,
                                  const struct kith_gazetteer *gazetteer,
                                  const struct kith_rules *rules,
                                  const struct kith_findings *findings,
                                  struct kith_error *err)
{
    struct page page = {gazetteer,
                        rules,
                        findings,
                        findings->document,
                        findings->document->article->number,
                        rows};
    if (!write_sentences(&page) || !write_evidences(&page))
        return kith_no_memory(err);
    write_article(&page);
    for (uint32_t i = 0; i < findings->mentions.count; i++)
        write_mention(&page, &findings->mentions.items[i]);
    for (int table = 0; table < KITH_COPY_ROWS; table++)
        KITH_TRY(kith_buf_check(&rows->tables[table], err));
    return KITH_OK;
}

void kith_rows_reset(struct kith_rows *rows)
{
    for (int table = 0; table < KITH_COPY_ROWS; table++)
        kith_buf_reset(&rows->tables[table]);
    rows->sentences.count = rows->evidence.count = 0;
}

void kith_rows_release(struct kith_rows *rows)
{
    for (int table = 0; table < KITH_COPY_ROWS; table++)
        kith_buf_release(&rows->tables[table]);
    free(rows->sentences.items);
    free(rows->evidence.items);
    *rows = (struct kith_rows){.form = rows->form};
}
