/* Rows out of libcsv, one line of the file at a time.
 *
 * libcsv knows cells and quotes but no line numbers, comments or encodings. Feeding it
 * whole lines tells us the rest: a line ends its row unless a quote is open, so what
 * starts a row is known, and so is the line on which an open quote began.
 *
 * A quote that is never closed would swallow all that follows. Therefore a broken row
 * costs only the lines up to the one on which its broken cell began, and reading resumes
 * behind that line. This stays linear: the lines read again hold no quotes but doubled
 * ones (else the quote would have closed there), and such a line leaves no quote open, so
 * each is a row, or broken, by itself.
 *
 * RFC 4180 has no quotes in unquoted cells, but people write Dwayne "The Rock" Johnson
 * and mean it: such quotes are taken as they stand. */
#include "input/csv_rows.h"

#include <csv.h>
#include <strings.h>

#include "base/utf8.h"
#include "input/lines.h"

/* A row past this is a quote that never closes, or no table. */
#define MAX_ROW_SIZE ((size_t)16 * 1024 * 1024)

/* Keeps a row of nothing but separators from taking 32 bytes for each. Spreadsheets stop
 * at 16,384 columns. */
#define MAX_CELLS 16384

/* libcsv widens its buffer by this much at a time. */
#define CELL_STEP ((size_t)64 * 1024)

struct rows {
    struct kith_lines lines;
    struct csv_parser parser;
    char separator;
    kith_csv_row_fn *on_row;
    void *context;
    struct kith_problems *problems;
    bool is_at_end;

    /* The row being read. */
    struct kith_arena arena; /* its cells */
    struct kith_str *items;
    uint32_t count;
    uint32_t room;
    uint64_t line;      /* its first */
    uint64_t cell_line; /* the one on which the cell being read began */
    bool is_complete;
    bool is_too_wide;
    bool is_out_of_memory;
};

/* What libcsv calls */

static void take_cell(void *bytes, size_t length, void *context)
{
    struct rows *row = context;
    row->cell_line = row->lines.number;
    if (row->count == MAX_CELLS) {
        row->is_too_wide = true;
        return;
    }
    struct kith_str cell = kith_str_trim((struct kith_str){bytes, length});
    cell = kith_str_copy(&row->arena, cell);
    if (!cell.data || !KITH_ARENA_PUSHABLE(&row->arena, row)) {
        row->is_out_of_memory = true;
        return;
    }
    row->items[row->count++] = cell;
}

static void end_row(int ending, void *context)
{
    (void)ending;
    ((struct rows *)context)->is_complete = true;
}

/* One row */

static enum kith_status report(struct rows *rows, uint64_t line, const char *sentence,
                               struct kith_error *err)
{
    return kith_problems_add(rows->problems, KITH_FAULT, kith_str_of(rows->lines.path),
                             line, "csv", err, "%s", sentence);
}

static size_t parse(struct rows *rows, const char *bytes, size_t length)
{
    return csv_parse(&rows->parser, bytes, length, take_cell, end_row, rows);
}

/* The parser stopped at a quote. In an unquoted cell it is a character like others, and
 * libcsv takes it so when it is not strict. In a quoted cell, a parser that is not strict
 * would take the quote for open again: that one stays an error. */
static bool take_as_it_stands(struct rows *rows, const char *quote)
{
    if (csv_error(&rows->parser) != CSV_EPARSE || rows->parser.quoted)
        return false;
    csv_set_opts(&rows->parser, 0);
    size_t taken = parse(rows, quote, 1);
    csv_set_opts(&rows->parser, CSV_STRICT);
    return taken == 1;
}

/* False when libcsv found text behind a closing quote or memory is out. */
static bool feed(struct rows *rows, struct kith_str line)
{
    char last = line.data[line.length - 1];
    for (;;) {
        size_t taken = parse(rows, line.data, line.length);
        if (taken == line.length)
            break;
        if (!take_as_it_stands(rows, line.data + taken))
            return false;
        line = kith_str_slice(line, taken + 1, line.length);
    }
    bool has_end = last == '\n' || last == '\r';
    return has_end || parse(rows, "\n", 1) == 1;
}

/* The row broke in a cell that began on `cell_line`: say why, go on behind that line. */
static enum kith_status give_up(struct rows *rows, struct kith_line_mark behind_cell_line,
                                const char *sentence, struct kith_error *err)
{
    csv_fini(&rows->parser, NULL, NULL, NULL);
    kith_lines_rewind(&rows->lines, behind_cell_line);
    return report(rows, rows->cell_line, sentence, err);
}

static enum kith_status refuse_quote(struct rows *rows, struct kith_line_mark mark,
                                     struct kith_error *err)
{
    if (rows->is_out_of_memory || csv_error(&rows->parser) != CSV_EPARSE)
        return kith_no_memory(err);
    bool is_here = rows->cell_line == rows->lines.number;
    return give_up(
        rows, mark,
        is_here ? "text follows a closing quote; quotes inside quotes must be doubled"
                : "the quote opened here is not closed as it should be",
        err);
}

static enum kith_status hand_over(struct rows *rows, struct kith_error *err)
{
    struct kith_str kept = kith_lines_kept(&rows->lines);
    if (rows->is_out_of_memory)
        return kith_no_memory(err);
    if (rows->is_too_wide)
        return report(rows, rows->line, "the row has more than 16,384 cells", err);
    if (memchr(kept.data, '\0', kept.length))
        return report(rows, rows->line, "the row holds a NUL byte", err);
    if (!kith_utf8_is_valid(kept, NULL))
        return report(rows, rows->line, "the row is not UTF-8", err);
    struct kith_csv_row row = {.line = rows->line,
                               .cells = rows->items,
                               .count = rows->count,
                               .text = kith_utf8_without_mark(kept),
                               .separator = rows->separator};
    return rows->on_row(rows->context, &row, err);
}

/* Read on from the row's first line until the row ends, one way or another. */
static enum kith_status finish_row(struct rows *rows, struct kith_str line,
                                   struct kith_error *err)
{
    struct kith_line_mark behind_cell_line = kith_lines_mark(&rows->lines);
    for (;;) {
        bool is_sound = feed(rows, line);
        if (rows->cell_line == rows->lines.number)
            behind_cell_line = kith_lines_mark(&rows->lines);
        if (!is_sound)
            return refuse_quote(rows, behind_cell_line, err);
        if (rows->is_complete)
            return hand_over(rows, err);
        enum kith_status status = kith_lines_next(&rows->lines, &line, err);
        if (status == KITH_END)
            return give_up(rows, behind_cell_line,
                           "the quote opened here is never closed", err);
        if (status == KITH_LIMIT)
            return give_up(rows, behind_cell_line,
                           "the quote opened here is not closed within 16 MiB", err);
        KITH_TRY(status);
    }
}

/* Nothing, or nothing but blanks that do not separate cells. */
static bool is_empty(const struct rows *rows, struct kith_str line)
{
    for (size_t i = 0; i < line.length; i++) {
        char c = line.data[i];
        bool is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!is_blank || c == rows->separator)
            return false;
    }
    return true;
}

/* Take the byte order mark off the first line. */
static enum kith_status pass_mark(const struct rows *rows, struct kith_str *line,
                                  struct kith_error *err)
{
    *line = kith_utf8_without_mark(*line);
    if (kith_str_starts_with(*line, KITH_STR("\xFF\xFE")) ||
        kith_str_starts_with(*line, KITH_STR("\xFE\xFF")))
        return kith_fail(err, KITH_BAD_INPUT, "%s: is UTF-16; save it as UTF-8",
                         rows->lines.path);
    return KITH_OK;
}

static void begin_row(struct rows *rows)
{
    kith_lines_keep(&rows->lines);
    kith_arena_reset(&rows->arena);
    rows->items = NULL;
    rows->count = rows->room = 0;
    rows->is_complete = rows->is_too_wide = false;
}

static enum kith_status read_row(struct rows *rows, struct kith_error *err)
{
    begin_row(rows);
    struct kith_str line;
    enum kith_status status = kith_lines_next(&rows->lines, &line, err);
    if (status == KITH_LIMIT) {
        KITH_TRY(kith_lines_skip(&rows->lines, err));
        return report(rows, rows->lines.number, "the line is longer than 16 MiB", err);
    }
    rows->is_at_end = status == KITH_END;
    if (status != KITH_OK)
        return rows->is_at_end ? KITH_OK : status;
    if (rows->lines.number == 1)
        KITH_TRY(pass_mark(rows, &line, err));
    if (is_empty(rows, line) || line.data[0] == '#')
        return KITH_OK;
    rows->line = rows->cell_line = rows->lines.number;
    return finish_row(rows, line, err);
}

/* The whole file */

static char separator_of(const char *path)
{
    size_t length = strlen(path);
    return length >= 4 && strcasecmp(path + length - 4, ".tsv") == 0 ? '\t' : ',';
}

static enum kith_status read_rows(struct rows *rows, struct kith_error *err)
{
    kith_arena_init(&rows->arena, KITH_ARENA_UNCAPPED);
    csv_init(&rows->parser, CSV_STRICT);
    csv_set_delim(&rows->parser, (unsigned char)rows->separator);
    csv_set_blk_size(&rows->parser, CELL_STEP);
    enum kith_status status;
    do
        status = read_row(rows, err);
    while (status == KITH_OK && !rows->is_at_end);
    csv_free(&rows->parser);
    kith_arena_release(&rows->arena);
    kith_lines_close(&rows->lines);
    return status;
}

enum kith_status kith_csv_read(const char *path, kith_csv_row_fn *on_row, void *context,
                               struct kith_problems *problems, struct kith_error *err)
{
    struct kith_stream stream;
    KITH_TRY(kith_stream_open(&stream, path, err));
    enum kith_status status =
        kith_csv_read_stream(&stream, separator_of(path), on_row, context, problems, err);
    kith_stream_close(&stream);
    return status;
}

enum kith_status kith_csv_read_stream(struct kith_stream *stream, char separator,
                                      kith_csv_row_fn *on_row, void *context,
                                      struct kith_problems *problems,
                                      struct kith_error *err)
{
    struct rows rows = {.separator = separator,
                        .on_row = on_row,
                        .context = context,
                        .problems = problems};
    kith_lines_of_stream(&rows.lines, stream, MAX_ROW_SIZE);
    return read_rows(&rows, err);
}

enum kith_status kith_csv_read_bytes(struct kith_str bytes, const char *name,
                                     kith_csv_row_fn *on_row, void *context,
                                     struct kith_problems *problems,
                                     struct kith_error *err)
{
    struct rows rows = {.separator = separator_of(name),
                        .on_row = on_row,
                        .context = context,
                        .problems = problems};
    kith_lines_of_bytes(&rows.lines, bytes, name, MAX_ROW_SIZE);
    return read_rows(&rows, err);
}

const char *kith_csv_hint(const struct kith_csv_row *header)
{
    const struct kith_str cell = header->cells[0];
    bool is_one = header->count == 1 && cell.length && header->separator == ',';
    return is_one && memchr(cell.data, ';', cell.length)
               ? ", since semicolons divide it and not commas"
               : "";
}
