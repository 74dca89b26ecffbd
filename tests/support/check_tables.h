/* Tables of an output folder read from the outside, and complaints about them; for
 * check_output. */
#ifndef KITH_TESTS_CHECK_TABLES_H
#define KITH_TESTS_CHECK_TABLES_H

#include <stdbool.h>
#include <stddef.h>

/* Print what is wrong, one line; past the first few they are only counted. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));
unsigned long complaints(void);

/* Print and exit with 1. */
void give_up(const char *what, const char *name);

/* Zeroed, and freed by the caller. */
void *room_for(size_t count, size_t size);

struct bytes {
    char *data; /* a zero behind them */
    size_t length;
};

bool is_there(const char *folder, const char *name);
struct bytes read_file(const char *path);

/* All cells in one list, row after row; row 0 is the header. */
struct table {
    char name[32];
    char **cells;
    size_t cell_count, room, width, row_count;
    size_t cells_in_row;
};

struct table read_table(const char *folder, const char *name);
void drop_table(struct table *table);
const char *cell(const struct table *table, size_t row, size_t at);
unsigned long number(const struct table *table, size_t row, size_t at);

/* Where a column stands; the second gives `width` for one that is not there, the first
 * gives up. */
size_t column(const struct table *table, const char *name);
size_t column_if_any(const struct table *table, const char *name);

/* Rows found again by what stands in one column; open addresses. */
struct index {
    const struct table *table;
    size_t column, room;
    size_t *rows; /* 0: free, since row 0 is the header */
};

/* Complains of keys that stand twice. */
struct index index_by(const struct table *table, const char *name);
void drop_index(struct index *index);

/* The row whose key it is, or 0. */
size_t find(const struct index *index, const char *key);

#endif
