/* Choosing lines. Tables that kith writes have a row a line, and no commas in ids. */
#include "batch/chosen_rows.h"

#include "base/buf.h"
#include "input/lines.h"
#include "output/folder_table.h"

/* Longer than any row: kith_csv_read takes no longer ones. */
#define LINE_LIMIT ((size_t)16 * 1024 * 1024)

/* Rows that are taken apart together. Bytes. */
#define ENOUGH ((size_t)1024 * 1024)

struct choosing {
    const struct kith_csv_table *table;
    const struct kith_map *numbers;
    struct kith_arena *arena;
    struct kith_lines lines;
    struct kith_buf rows; /* chosen, behind the header */
    size_t header;        /* bytes of it */
};

static bool is_chosen(const struct choosing *choosing, struct kith_str line)
{
    const char *comma = memchr(line.data, ',', line.length);
    struct kith_str id = {line.data, comma ? (size_t)(comma - line.data) : 0};
    return kith_map_find(choosing->numbers, kith_cell_number(id));
}

static enum kith_status take_apart(struct choosing *choosing, struct kith_error *err)
{
    KITH_TRY(kith_buf_check(&choosing->rows, err));
    KITH_TRY(kith_written_bytes_read(choosing->table, kith_buf_view(&choosing->rows),
                                     choosing->lines.path, choosing->arena, err));
    choosing->rows.length = choosing->header;
    return KITH_OK;
}

static enum kith_status choose(struct choosing *choosing, struct kith_error *err)
{
    struct kith_str line;
    enum kith_status status;
    while ((status = kith_lines_next(&choosing->lines, &line, err)) == KITH_OK) {
        if (choosing->lines.number == 1)
            choosing->header = line.length;
        if (choosing->lines.number == 1 || is_chosen(choosing, line))
            kith_buf_str(&choosing->rows, line);
        if (choosing->rows.length > ENOUGH)
            KITH_TRY(take_apart(choosing, err));
        kith_lines_keep(&choosing->lines);
    }
    return status == KITH_END ? take_apart(choosing, err) : status;
}

enum kith_status kith_chosen_rows_read(const struct kith_csv_table *table,
                                       const char *path, const struct kith_map *numbers,
                                       struct kith_arena *arena, struct kith_error *err)
{
    struct choosing choosing = {.table = table, .numbers = numbers, .arena = arena};
    KITH_TRY(kith_lines_open(&choosing.lines, path, LINE_LIMIT, err));
    enum kith_status status = choose(&choosing, err);
    kith_lines_close(&choosing.lines);
    kith_buf_release(&choosing.rows);
    return status;
}
