/* A CSV table, read back cell by cell. */
#ifndef KITH_TESTS_OUTPUT_SHEET_H
#define KITH_TESTS_OUTPUT_SHEET_H

#include "input/csv_rows.h"
#include "support/check.h"

struct sheet_row {
    struct kith_str *cells;
    uint32_t count;
};

/* Row 0 is the header. */
struct sheet {
    struct kith_arena *arena;
    struct sheet_row *items;
    uint32_t count, room;
};

static inline enum kith_status sheet_take(void *context, const struct kith_csv_row *row,
                                          struct kith_error *err)
{
    (void)err;
    struct sheet *sheet = context;
    assert_true(KITH_ARENA_PUSHABLE(sheet->arena, sheet));
    struct sheet_row *copy = &sheet->items[sheet->count++];
    copy->count = row->count;
    copy->cells = KITH_ARRAY(sheet->arena, struct kith_str, row->count);
    for (uint32_t i = 0; i < row->count; i++)
        copy->cells[i] = kith_str_copy(sheet->arena, row->cells[i]);
    return KITH_OK;
}

/* Every row must have as many cells as the header, and stand on its own line. */
static inline struct sheet sheet_read(struct kith_arena *arena, struct kith_str csv)
{
    struct sheet sheet = {.arena = arena};
    struct kith_problems problems;
    struct kith_error err = {0};
    kith_problems_init(&problems, arena);
    assert_ok(kith_csv_read_bytes(csv, "table.csv", sheet_take, &sheet, &problems, &err),
              &err);
    assert_int_equal(problems.count, 0);
    uint32_t lines = 0;
    for (size_t i = 0; i < csv.length; i++)
        lines += csv.data[i] == '\n';
    assert_int_equal(sheet.count, lines);
    for (uint32_t i = 0; i < sheet.count; i++)
        assert_int_equal(sheet.items[i].count, sheet.items[0].count);
    return sheet;
}

/* The cell of a row in the column of that name. */
static inline struct kith_str sheet_cell(const struct sheet *sheet, uint32_t row,
                                         const char *column)
{
    for (uint32_t i = 0; i < sheet->items[0].count; i++)
        if (kith_str_equal(sheet->items[0].cells[i], kith_str_of(column)))
            return sheet->items[row].cells[i];
    fail_msg("no column %s", column);
    return (struct kith_str){0};
}

#endif
