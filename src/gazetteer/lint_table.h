/* Rows as they stand in their files, before anything is made of them: what kith check
 * looks at cell by cell. */
#ifndef KITH_GAZETTEER_LINT_TABLE_H
#define KITH_GAZETTEER_LINT_TABLE_H

#include "base/problem.h"

/* The columns that mean something. */
enum kith_lint_column {
    KITH_LINT_NAME,
    KITH_LINT_TYPE,
    KITH_LINT_ALIASES,
    KITH_LINT_ID,
    KITH_LINT_DEMONYMS,
    KITH_LINT_CONTEXT,
    KITH_LINT_FORBID,
    KITH_LINT_PRIORITY,
    KITH_LINT_FROM,
    KITH_LINT_UNTIL,
    KITH_LINT_COLUMNS
};

struct kith_lint_row {
    struct kith_problems *problems;
    struct kith_str file;
    uint64_t line;
    struct kith_str cells[KITH_LINT_COLUMNS]; /* empty: the table has no such column */
};

/* Report `text`, cut to a length that can be read, and what is to be said of it. */
enum kith_status kith_lint_say(const struct kith_lint_row *row,
                               enum kith_severity severity, const char *kind,
                               struct kith_str text, const char *what,
                               struct kith_error *err);

/* The lists of a row, `aliases` and `demonyms`: parts that are empty, that stand twice or
 * that are the name; marks in the wrong place. */
enum kith_status kith_lint_lists(const struct kith_lint_row *row, struct kith_error *err);

/* The cells that say when a row is meant: dates, priority, words for and against it. */
enum kith_status kith_lint_conditions(const struct kith_lint_row *row,
                                      struct kith_error *err);

#endif
