/* Rendering one article's rows. */
#include "output/rows.h"

#include <stdlib.h>

#include "output/cell.h"
#include "output/clean.h"

const char kith_articles_header[] = "article,path,title,date,date_from,source,language,"
                                    "url,bytes,encoding,paragraphs,sentences,mentions\n";
const char kith_sentences_header[] = "sentence,article,begin,end,text\n";
const char kith_mentions_header[] =
    "article,sentence,begin,end,surface,entity,name,type,alias,row,found,choice,"
    "score,candidates,rule\n";
const char kith_evidence_header[] =
    "edge,source,relation,target,article,sentence,begin,end,gap,trigger,rule,"
    "polarity,status,speaker\n";

/* What all rows of one article are made from. */
struct page {
    const struct kith_gazetteer *gazetteer;
    const struct kith_rules *rules;
    const struct kith_findings *findings;
    const struct kith_document *document;
    kith_id article;
};

static void comma(struct kith_buf *out)
{
    kith_buf_byte(out, ',');
}

static void write_span(struct kith_buf *out, uint32_t begin, uint32_t end)
{
    kith_buf_unsigned(out, begin);
    comma(out);
    kith_buf_unsigned(out, end);
}

static void write_place(struct kith_buf *out, struct kith_str file, uint32_t line)
{
    struct kith_buf place = {0};
    kith_cell_place(&place, file, line);
    kith_clean_csv(out, kith_buf_view(&place));
    out->is_broken |= place.is_broken;
    kith_buf_release(&place);
}

static void write_article(const struct page *page, struct kith_buf *out)
{
    static const char *const dated_names[] = {
        [KITH_UNDATED] = "",
        [KITH_DATED_BY_ARTICLE] = "article",
        [KITH_DATED_BY_PATH] = "path",
    };
    const struct kith_document *document = page->document;
    const struct kith_article *article = document->article;
    kith_cell_article(out, page->article);
    comma(out);
    kith_clean_csv(out, article->path);
    comma(out);
    kith_clean_csv(out, document->title);
    comma(out);
    kith_clean_csv(out, article->date);
    comma(out);
    kith_buf_text(out, dated_names[article->dated]);
    comma(out);
    kith_clean_csv(out, article->source);
    comma(out);
    kith_clean_csv(out, article->language);
    comma(out);
    kith_clean_csv(out, article->url);
    comma(out);
    kith_buf_unsigned(out, article->bytes.length);
    comma(out);
    kith_buf_text(out, kith_encoding_name(document->encoding));
    comma(out);
    kith_buf_unsigned(out, document->paragraph_count);
    comma(out);
    kith_buf_unsigned(out, document->sentences.count);
    comma(out);
    kith_buf_unsigned(out, page->findings->mentions.count);
    kith_buf_byte(out, '\n');
}

static void write_sentence(const struct page *page, uint32_t number, struct kith_buf *out)
{
    const struct kith_sentence *sentence = &page->document->sentences.items[number];
    kith_cell_sentence(out, page->article, number);
    comma(out);
    kith_cell_article(out, page->article);
    comma(out);
    write_span(out, sentence->begin, sentence->end);
    comma(out);
    kith_clean_csv(out,
                   kith_str_slice(page->document->text, sentence->begin, sentence->end));
    kith_buf_byte(out, '\n');
}

static void write_mention(const struct page *page, const struct kith_mention *mention,
                          struct kith_buf *out)
{
    struct kith_entity entity = kith_gazetteer_entity(page->gazetteer, mention->entity);
    struct kith_alias alias = kith_gazetteer_alias(page->gazetteer, mention->alias);
    kith_cell_article(out, page->article);
    comma(out);
    kith_cell_sentence(out, page->article, mention->sentence);
    comma(out);
    write_span(out, mention->begin, mention->end);
    comma(out);
    kith_clean_csv(out,
                   kith_str_slice(page->document->text, mention->begin, mention->end));
    comma(out);
    kith_cell_entity(out, page->gazetteer, mention->entity);
    comma(out);
    kith_clean_csv(out, entity.name);
    comma(out);
    kith_clean_csv(out, entity.type);
    comma(out);
    kith_clean_csv(out, alias.text);
    comma(out);
    write_place(out, alias.file, alias.line);
    comma(out);
    kith_buf_text(out, kith_found_name((enum kith_found)mention->found));
    comma(out);
    kith_buf_text(out, kith_choice_name((enum kith_choice)mention->choice));
    comma(out);
    kith_cell_score(out, kith_mention_score(mention));
    comma(out);
    kith_cell_candidates(out, page->gazetteer, mention);
    comma(out);
    kith_clean_csv(out, alias.rule);
    kith_buf_byte(out, '\n');
}

/* Who says so: an entity, or the words for somebody who is none. */
static void write_speaker(const struct page *page, const struct kith_statement *statement,
                          struct kith_buf *out)
{
    if (statement->speaker_begin >= statement->speaker_end)
        return;
    if (statement->speaker != KITH_NO_ID)
        kith_cell_entity(out, page->gazetteer, statement->speaker);
    else
        kith_clean_csv(out, kith_str_slice(page->document->text, statement->speaker_begin,
                                           statement->speaker_end));
}

/* The cells that only relations have. */
static void write_relation(const struct page *page, const struct kith_evidence *evidence,
                           struct kith_buf *out)
{
    const struct kith_statement *statement = &evidence->statement;
    struct kith_rule rule = kith_rules_rule(page->rules, evidence->rule);
    write_place(out, rule.file, rule.line);
    kith_buf_text(out, statement->is_denied ? ",negative" : ",positive");
    kith_buf_text(out, statement->is_unreal ? ",unreal," : ",fact,");
    write_speaker(page, statement, out);
}

/* All but the edge, which the ledger numbers. */
static void write_evidence(const struct page *page, const struct kith_evidence *evidence,
                           struct kith_buf *out)
{
    kith_cell_entity(out, page->gazetteer, evidence->source);
    comma(out);
    kith_clean_csv(out, kith_relation_name(page->rules, evidence->relation));
    comma(out);
    kith_cell_entity(out, page->gazetteer, evidence->target);
    comma(out);
    kith_cell_article(out, page->article);
    comma(out);
    kith_cell_sentence(out, page->article, evidence->sentence);
    comma(out);
    write_span(out, evidence->begin, evidence->end);
    comma(out);
    kith_buf_unsigned(out, evidence->gap);
    comma(out);
    kith_clean_csv(out, kith_str_slice(page->document->text, evidence->trigger_begin,
                                       evidence->trigger_end));
    comma(out);
    if (evidence->rule != KITH_NO_ID)
        write_relation(page, evidence, out);
    else
        kith_buf_text(out, ",,,");
    kith_buf_byte(out, '\n');
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
static bool write_sentences(const struct page *page, struct kith_buf *out)
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
    for (size_t i = 0; i < count; i++)
        if (i == 0 || numbers[i] != numbers[i - 1])
            write_sentence(page, numbers[i], out);
    free(numbers);
    return true;
}

/* The whole article */

static bool make_room(struct kith_rows *rows, uint32_t count)
{
    if (count <= rows->evidence_room)
        return true;
    size_t *ends = realloc(rows->evidence_ends, count * sizeof *ends);
    if (!ends)
        return false;
    rows->evidence_ends = ends;
    rows->evidence_room = count;
    return true;
}

static void render_evidence(struct kith_rows *rows, const struct page *page)
{
    for (uint32_t i = 0; i < page->findings->evidence_count; i++) {
        write_evidence(page, &page->findings->evidence[i], &rows->evidence);
        rows->evidence_ends[i] = rows->evidence.length;
    }
    rows->evidence_count = page->findings->evidence_count;
}

enum kith_status kith_rows_render(struct kith_rows *rows,
                                  const struct kith_gazetteer *gazetteer,
                                  const struct kith_rules *rules,
                                  const struct kith_findings *findings,
                                  struct kith_error *err)
{
    struct page page = {gazetteer, rules, findings, findings->document,
                        findings->document->article->number};
    if (!make_room(rows, findings->evidence_count) ||
        !write_sentences(&page, &rows->sentences))
        return kith_no_memory(err);
    write_article(&page, &rows->article);
    for (uint32_t i = 0; i < findings->mentions.count; i++)
        write_mention(&page, &findings->mentions.items[i], &rows->mentions);
    render_evidence(rows, &page);
    KITH_TRY(kith_buf_check(&rows->article, err));
    KITH_TRY(kith_buf_check(&rows->sentences, err));
    KITH_TRY(kith_buf_check(&rows->mentions, err));
    return kith_buf_check(&rows->evidence, err);
}

void kith_rows_write_evidence(const struct kith_rows *rows,
                              const struct kith_findings *findings,
                              struct kith_output *out)
{
    size_t begin = 0;
    for (uint32_t i = 0; i < rows->evidence_count; i++) {
        kith_buf_byte(&out->buffer, 'e');
        kith_buf_unsigned(&out->buffer, findings->evidence[i].edge);
        comma(&out->buffer);
        kith_buf_append(&out->buffer, rows->evidence.data + begin,
                        rows->evidence_ends[i] - begin);
        begin = rows->evidence_ends[i];
    }
}

void kith_rows_reset(struct kith_rows *rows)
{
    kith_buf_reset(&rows->article);
    kith_buf_reset(&rows->sentences);
    kith_buf_reset(&rows->mentions);
    kith_buf_reset(&rows->evidence);
    rows->evidence_count = 0;
}

void kith_rows_release(struct kith_rows *rows)
{
    kith_buf_release(&rows->article);
    kith_buf_release(&rows->sentences);
    kith_buf_release(&rows->mentions);
    kith_buf_release(&rows->evidence);
    free(rows->evidence_ends);
    *rows = (struct kith_rows){0};
}
