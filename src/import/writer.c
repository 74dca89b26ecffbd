/* Cells by RFC 4180, and as our own reader wants them: it passes over lines that begin
 * with '#', so such a cell is quoted. */
#include "import/writer.h"

/* Text is handed over in pieces of about this size. */
#define PIECE_SIZE ((size_t)64 * 1024)

/* Cells */

static bool is_control(char c)
{
    return (unsigned char)c < 0x20 || c == 0x7F;
}

static bool needs_quotes(struct kith_str cell)
{
    if (cell.length && cell.data[0] == '#')
        return true;
    for (size_t i = 0; i < cell.length; i++)
        if (cell.data[i] == ',' || cell.data[i] == '"')
            return true;
    return false;
}

/* A line end or a tab inside a name is a blank to whoever reads it. */
static void put_byte(struct kith_buf *buf, char c)
{
    if (c == '"')
        kith_buf_byte(buf, '"');
    kith_buf_byte(buf, is_control(c) ? ' ' : c);
}

static bool is_plain(struct kith_str cell)
{
    for (size_t i = 0; i < cell.length; i++)
        if (is_control(cell.data[i]))
            return false;
    return true;
}

static void put_cell(struct kith_buf *buf, struct kith_str cell)
{
    bool has_quotes = needs_quotes(cell);
    if (!has_quotes && is_plain(cell)) {
        kith_buf_str(buf, cell);
        return;
    }
    if (has_quotes)
        kith_buf_byte(buf, '"');
    for (size_t i = 0; i < cell.length; i++)
        put_byte(buf, cell.data[i]);
    if (has_quotes)
        kith_buf_byte(buf, '"');
}

static void put_aliases(struct kith_import_writer *writer,
                        const struct kith_import_entry *entry)
{
    struct kith_buf *cell = &writer->aliases;
    kith_buf_reset(cell);
    for (uint32_t i = 0; i < entry->count; i++) {
        if (i > 0)
            kith_buf_byte(cell, '|');
        kith_buf_str(cell, entry->items[i]);
    }
    put_cell(&writer->out.buffer, kith_buf_view(cell));
}

/* Text for a caller */

static enum kith_status hand_over(struct kith_import_writer *writer,
                                  struct kith_error *err)
{
    struct kith_buf *buf = &writer->out.buffer;
    KITH_TRY(kith_buf_check(buf, err));
    if (buf->length && !writer->on_text(writer->context, buf->data, buf->length))
        return kith_fail(err, KITH_CANNOT_WRITE, "the gazetteer could not be written");
    kith_buf_reset(buf);
    return KITH_OK;
}

static enum kith_status flow(struct kith_import_writer *writer, struct kith_error *err)
{
    KITH_TRY(kith_buf_check(&writer->aliases, err));
    if (!writer->on_text) {
        kith_output_flow(&writer->out);
        return KITH_OK;
    }
    return writer->out.buffer.length < PIECE_SIZE ? KITH_OK : hand_over(writer, err);
}

/* The whole */

enum kith_status kith_import_writer_open(struct kith_import_writer *writer,
                                         const char *path, kith_import_text_fn *on_text,
                                         void *context, const char *columns,
                                         unsigned column_count, struct kith_error *err)
{
    *writer = (struct kith_import_writer){
        .context = context, .columns = columns, .column_count = column_count};
    if (path)
        KITH_TRY(kith_output_open(&writer->out, path, err));
    else
        writer->on_text = on_text;
    kith_buf_text(&writer->out.buffer, "name,type,aliases,id");
    if (*columns)
        kith_buf_byte(&writer->out.buffer, ',');
    kith_buf_text(&writer->out.buffer, columns);
    kith_buf_byte(&writer->out.buffer, '\n');
    return KITH_OK;
}

enum kith_status kith_import_writer_put(struct kith_import_writer *writer,
                                        const struct kith_import_entry *entry,
                                        struct kith_error *err)
{
    struct kith_buf *buf = &writer->out.buffer;
    put_cell(buf, entry->name);
    kith_buf_byte(buf, ',');
    put_cell(buf, entry->type);
    kith_buf_byte(buf, ',');
    put_aliases(writer, entry);
    kith_buf_byte(buf, ',');
    put_cell(buf, entry->id);
    for (unsigned i = 0; i < writer->column_count; i++) {
        kith_buf_byte(buf, ',');
        put_cell(buf, entry->cells[i]);
    }
    kith_buf_byte(buf, '\n');
    return flow(writer, err);
}

enum kith_status kith_import_writer_commit(struct kith_import_writer *writer,
                                           struct kith_error *err)
{
    return writer->on_text ? hand_over(writer, err)
                           : kith_output_commit(&writer->out, err);
}

void kith_import_writer_release(struct kith_import_writer *writer)
{
    kith_output_discard(&writer->out);
    kith_buf_release(&writer->aliases);
}
