/* CSV rows, whatever the bytes:
 *
 * - cells are trimmed and UTF-8, and rows and problems come in the order of their lines;
 * - a file gives the same as memory;
 * - rows written out again, all quoted, read back as they were, without a problem. */
#include "fuzz.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "input/csv_rows.h"

struct reading {
    struct kith_arena arena;
    struct kith_problems problems;
    struct kith_buf rows; /* as CSV with all cells quoted */
    uint64_t line;        /* of the row or problem told last */
    char separator;
};

static void check_cell(struct kith_str cell)
{
    FUZZ_CHECK(kith_utf8_is_valid(cell, NULL));
    FUZZ_CHECK(kith_str_trim(cell).length == cell.length);
}

static void put_cell(struct kith_buf *buf, struct kith_str cell)
{
    kith_buf_byte(buf, '"');
    for (size_t i = 0; i < cell.length; i++) {
        if (cell.data[i] == '"')
            kith_buf_byte(buf, '"');
        kith_buf_byte(buf, cell.data[i]);
    }
    kith_buf_byte(buf, '"');
}

/* Problems told since the last row have lines between that row's and this one's. */
static enum kith_status take_row(void *context, const struct kith_csv_row *row,
                                 struct kith_error *err)
{
    struct reading *reading = context;
    (void)err;
    FUZZ_CHECK(row->count > 0);
    FUZZ_CHECK(row->line > reading->line);
    const struct kith_problems *problems = &reading->problems;
    if (problems->count)
        FUZZ_CHECK(row->line > problems->items[problems->count - 1].line);
    reading->line = row->line;
    for (uint32_t i = 0; i < row->count; i++) {
        check_cell(row->cells[i]);
        if (i > 0)
            kith_buf_byte(&reading->rows, reading->separator);
        put_cell(&reading->rows, row->cells[i]);
    }
    kith_buf_byte(&reading->rows, '\n');
    return KITH_OK;
}

static void begin(struct reading *reading, char separator)
{
    *reading = (struct reading){.separator = separator};
    kith_arena_init(&reading->arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&reading->problems, &reading->arena);
}

static void end(struct reading *reading)
{
    kith_buf_release(&reading->rows);
    kith_arena_release(&reading->arena);
}

static enum kith_status read_bytes(struct reading *reading, struct kith_str bytes)
{
    struct kith_error err;
    const char *name = reading->separator == '\t' ? "x.tsv" : "x.csv";
    return kith_csv_read_bytes(bytes, name, take_row, reading, &reading->problems, &err);
}

static void check_problems(const struct kith_problems *problems)
{
    for (uint32_t i = 0; i < problems->count; i++) {
        FUZZ_CHECK(problems->items[i].line > 0);
        FUZZ_CHECK(i == 0 || problems->items[i].line > problems->items[i - 1].line);
    }
}

static void check_round_trip(const struct reading *reading)
{
    struct reading again;
    begin(&again, reading->separator);
    FUZZ_CHECK(read_bytes(&again, kith_buf_view(&reading->rows)) == KITH_OK);
    FUZZ_CHECK(again.problems.count == 0);
    FUZZ_CHECK(kith_str_equal(kith_buf_view(&again.rows), kith_buf_view(&reading->rows)));
    end(&again);
}

/* The file's name ends in no .tsv, so this is for commas. */
static void check_file(const struct reading *reading, struct kith_str bytes)
{
    struct reading filed;
    struct kith_error err;
    begin(&filed, ',');
    FUZZ_CHECK(kith_csv_read(fuzz_file(bytes), take_row, &filed, &filed.problems, &err) ==
               KITH_OK);
    FUZZ_CHECK(kith_str_equal(kith_buf_view(&filed.rows), kith_buf_view(&reading->rows)));
    FUZZ_CHECK(filed.problems.count == reading->problems.count);
    end(&filed);
}

static void check_separated_by(char separator, struct kith_str bytes)
{
    struct reading reading;
    begin(&reading, separator);
    enum kith_status status = read_bytes(&reading, bytes);
    FUZZ_CHECK(status == KITH_OK || status == KITH_BAD_INPUT);
    check_problems(&reading.problems);
    if (status == KITH_OK)
        check_round_trip(&reading);
    if (status == KITH_OK && separator == ',')
        check_file(&reading, bytes);
    end(&reading);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_separated_by(',', fuzz_str(data, size));
    check_separated_by('\t', fuzz_str(data, size));
    return 0;
}
