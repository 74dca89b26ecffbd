/* The columns of a table of rules, and which files are such tables. docs/FORMATS.md tells
 * what the columns mean. */
#ifndef KITH_RELATE_RULE_COLUMNS_H
#define KITH_RELATE_RULE_COLUMNS_H

#include "input/csv_rows.h"

enum kith_rule_column {
    KITH_RULE_RELATION, /* from here */
    KITH_RULE_KIND,
    KITH_RULE_PARENT,
    KITH_RULE_FROM,
    KITH_RULE_TO, /* to here: what describes a relation */
    KITH_RULE_PATTERN,
    KITH_RULE_CONFIDENCE,
    KITH_RULE_LANGUAGE,
    KITH_RULE_EXAMPLE_YES,
    KITH_RULE_EXAMPLE_NO, /* behind: lists */
    KITH_RULE_LIST,
    KITH_RULE_WORD,
    KITH_RULE_COLUMNS
};

extern const char *const kith_rule_headings[KITH_RULE_COLUMNS];

struct kith_rule_columns {
    uint32_t count;                     /* of the header; 0: not read yet */
    uint32_t places[KITH_RULE_COLUMNS]; /* in a row; UINT32_MAX: nowhere */
};

/* Read the header of the table at `path`. Headings that mean nothing here are the user's
 * own; KITH_BAD_INPUT when one looks like a slip, or a column is missing. */
enum kith_status kith_rule_columns_read(struct kith_rule_columns *columns,
                                        const struct kith_csv_row *header,
                                        struct kith_str path, struct kith_error *err);

/* KITH_BAD_INPUT when the row is wider than the header. */
enum kith_status kith_rule_columns_check(const struct kith_rule_columns *columns,
                                         const struct kith_csv_row *row,
                                         struct kith_str path, struct kith_error *err);

/* True when the file is called as a table is, .csv or .tsv. */
bool kith_rule_table_is_named(struct kith_str path);

/* True when the file at `path` is called so and its header is that of rules: a gazetteer
 * is a table, too. False when it cannot be read. */
bool kith_rule_table_is(const char *path);

#endif
