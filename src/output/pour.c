/* Rows into files: those cells of them are written here that workers do not know. */
#include "output/pour.h"

#include "output/cell.h"

static struct kith_row row_of(const struct kith_rows *rows, enum kith_row_table table,
                              struct kith_output *files)
{
    return (struct kith_row){.out = &files[table].buffer,
                             .form = rows->form,
                             .columns = kith_rows_columns(table)};
}

static void write_article_id(struct kith_row *row, kith_id article)
{
    if (article == KITH_NO_ID) {
        kith_row_nothing(row);
        return;
    }
    kith_row_open(row);
    kith_cell_article(row->out, article);
    kith_row_shut(row);
}

static void pour_article(const struct kith_rows *rows,
                         const struct kith_findings *findings, struct kith_output *files)
{
    struct kith_row row = row_of(rows, KITH_ARTICLE_ROWS, files);
    row.cell = KITH_KNOWN_ARTICLE_CELLS;
    kith_buf_str(row.out, kith_buf_view(&rows->tables[KITH_ARTICLE_ROWS]));
    write_article_id(&row, findings->story);
    write_article_id(&row, findings->copy_of);
    kith_row_end(&row);
}

/* The bytes of row i of a table whose ends are kept. */
static struct kith_str row_at(const struct kith_rows *rows, enum kith_row_table table,
                              const struct kith_row_ends *ends, uint32_t i)
{
    return kith_str_slice(kith_buf_view(&rows->tables[table]),
                          i ? ends->items[i - 1].end : 0, ends->items[i].end);
}

static void pour_sentences(const struct kith_rows *rows,
                           const struct kith_findings *findings,
                           struct kith_output *files)
{
    for (uint32_t i = 0; i < rows->sentences.count; i++)
        if (!kith_findings_copied(findings, rows->sentences.items[i].number))
            kith_buf_str(&files[KITH_SENTENCE_ROWS].buffer,
                         row_at(rows, KITH_SENTENCE_ROWS, &rows->sentences, i));
}

static void write_edge(struct kith_row *row, uint32_t edge)
{
    if (!edge) {
        kith_row_nothing(row);
        return;
    }
    kith_row_open(row);
    kith_buf_byte(row->out, 'e');
    kith_buf_unsigned(row->out, edge);
    kith_row_shut(row);
}

/* The sentence that stood first; the article, where there is none. */
static void write_first(struct kith_row *row, const struct kith_saying *copied)
{
    kith_row_open(row);
    if (copied->copy_sentence == KITH_NO_ID)
        kith_cell_article(row->out, copied->copy_article);
    else
        kith_cell_sentence(row->out, copied->copy_article, copied->copy_sentence);
    kith_row_shut(row);
}

static void pour_evidence(const struct kith_rows *rows,
                          const struct kith_findings *findings, struct kith_output *files)
{
    for (uint32_t i = 0; i < rows->evidence.count; i++) {
        const struct kith_evidence *evidence = &findings->evidence[i];
        const struct kith_saying *copied = kith_findings_copied_row(findings, evidence);
        struct kith_row row =
            row_of(rows, copied ? KITH_COPY_ROWS : KITH_EVIDENCE_ROWS, files);
        if (copied)
            write_first(&row, copied);
        write_edge(&row, evidence->edge);
        kith_buf_str(row.out, row_at(rows, KITH_EVIDENCE_ROWS, &rows->evidence, i));
    }
}

void kith_rows_pour(const struct kith_rows *rows, const struct kith_findings *findings,
                    struct kith_output *files)
{
    pour_article(rows, findings, files);
    pour_sentences(rows, findings, files);
    kith_buf_str(&files[KITH_MENTION_ROWS].buffer,
                 kith_buf_view(&rows->tables[KITH_MENTION_ROWS]));
    pour_evidence(rows, findings, files);
    for (int table = 0; table < KITH_ROW_TABLES; table++)
        kith_output_flow(&files[table]);
}
