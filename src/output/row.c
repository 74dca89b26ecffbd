/* Lines of tables. */
#include "output/row.h"

#include "output/clean.h"

void kith_row_write_header(enum kith_row_form form, const char *const *columns,
                           struct kith_buf *out)
{
    if (form == KITH_ROW_JSON)
        return;
    for (unsigned i = 0; columns[i]; i++) {
        kith_buf_text(out, i ? "," : "");
        kith_buf_text(out, columns[i]);
    }
    kith_buf_byte(out, '\n');
}

/* Up to the value of the next cell. */
static void begin_cell(struct kith_row *row)
{
    if (row->form == KITH_ROW_CSV) {
        if (row->cell++)
            kith_buf_byte(row->out, ',');
        return;
    }
    kith_buf_text(row->out, row->cell ? ",\"" : "{\"");
    kith_buf_text(row->out, row->columns[row->cell++]);
    kith_buf_text(row->out, "\":");
}

void kith_row_nothing(struct kith_row *row)
{
    if (row->form == KITH_ROW_CSV)
        begin_cell(row);
    else
        row->cell++;
}

void kith_row_text(struct kith_row *row, struct kith_str text)
{
    if (text.length == 0) {
        kith_row_nothing(row);
        return;
    }
    begin_cell(row);
    if (row->form == KITH_ROW_CSV)
        kith_clean_csv(row->out, text);
    else
        kith_clean_json(row->out, text);
}

void kith_row_number(struct kith_row *row, uint64_t number)
{
    begin_cell(row);
    kith_buf_unsigned(row->out, number);
}

void kith_row_open(struct kith_row *row)
{
    begin_cell(row);
    if (row->form == KITH_ROW_JSON)
        kith_buf_byte(row->out, '"');
}

void kith_row_shut(struct kith_row *row)
{
    if (row->form == KITH_ROW_JSON)
        kith_buf_byte(row->out, '"');
}

void kith_row_open_bare(struct kith_row *row)
{
    begin_cell(row);
}

void kith_row_end(struct kith_row *row)
{
    kith_buf_text(row->out, row->form == KITH_ROW_CSV ? "\n" : "}\n");
}
