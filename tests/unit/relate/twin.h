/* The table that says what a .rel file says, for tests of their sameness. Casts are left
 * out: tables have none. */
#ifndef KITH_TESTS_TWIN_H
#define KITH_TESTS_TWIN_H

#include "support/check.h"

#include "base/buf.h"

/* The cells of a row, in the order of the header. */
enum { TWIN_RELATION, TWIN_KIND, TWIN_PARENT, TWIN_FROM, TWIN_TO };
enum { TWIN_PATTERN = 5, TWIN_CONFIDENCE, TWIN_LANGUAGE, TWIN_YES, TWIN_NO };
enum { TWIN_LIST = 10, TWIN_WORD, TWIN_CELLS };

struct twin {
    struct kith_buf *out;
    struct kith_str rest;              /* lines to come */
    struct kith_str language;          /* of the relations to come */
    struct kith_str cells[TWIN_CELLS]; /* of the row to come */
};

static inline struct kith_str twin_line(struct twin *t)
{
    struct kith_str line = kith_str_trim(kith_str_cut(&t->rest, '\n'));
    bool is_example = line.length > 1 && (line.data[0] == '+' || line.data[0] == '-') &&
                      line.data[1] == ' ';
    for (size_t i = 0; i < line.length && !is_example; i++)
        if (line.data[i] == '#' && (i == 0 || line.data[i - 1] == ' '))
            line.length = i;
    return kith_str_trim(line);
}

static inline void twin_write_row(struct twin *t)
{
    for (int i = 0; i < TWIN_CELLS; i++) {
        struct kith_str cell = t->cells[i];
        kith_buf_text(t->out, i ? ",\"" : "\"");
        for (size_t k = 0; k < cell.length; k++) {
            if (cell.data[k] == '"')
                kith_buf_byte(t->out, '"');
            kith_buf_byte(t->out, cell.data[k]);
        }
        kith_buf_byte(t->out, '"');
        t->cells[i] = KITH_STR("");
    }
    kith_buf_byte(t->out, '\n');
}

/* What stands behind "list NAME =": a row a line, the name in the first alone. */
static inline void twin_write_list(struct twin *t, struct kith_str entries)
{
    for (;;) {
        bool goes_on = entries.data[entries.length - 1] == ',';
        t->cells[TWIN_WORD] = kith_str_slice(entries, 0, entries.length - goes_on);
        twin_write_row(t);
        if (!goes_on)
            return;
        entries = twin_line(t);
    }
}

static inline void twin_pass_cast(struct twin *t, struct kith_str line)
{
    while (line.data[line.length - 1] == ',')
        line = twin_line(t);
}

/* relation NAME, a kind of PARENT: FROM -> TO, whose cells wait for the first rule. */
static inline void twin_read_relation(struct twin *t, struct kith_str line)
{
    struct kith_str sides = kith_str_slice(line, strlen("relation"), line.length);
    struct kith_str parent = kith_str_cut(&sides, ':');
    t->cells[TWIN_RELATION] = kith_str_trim(kith_str_cut(&parent, ','));
    if (parent.data)
        t->cells[TWIN_PARENT] =
            kith_str_trim(kith_str_slice(parent, strlen(" a kind of"), parent.length));
    bool is_symmetric = memchr(sides.data, '=', sides.length) != NULL;
    t->cells[TWIN_KIND] = kith_str_of(is_symmetric ? "symmetric" : "directed");
    t->cells[TWIN_FROM] = kith_str_trim(kith_str_cut(&sides, is_symmetric ? '=' : '-'));
    if (!is_symmetric)
        sides = kith_str_slice(sides, 1, sides.length);
    t->cells[TWIN_TO] = kith_str_trim(sides);
    t->cells[TWIN_LANGUAGE] = t->language;
}

static inline void twin_read_line(struct twin *t, struct kith_str line)
{
    struct kith_str rest = line;
    if (kith_str_starts_with(line, KITH_STR("list "))) {
        rest = kith_str_slice(line, strlen("list "), line.length);
        t->cells[TWIN_LIST] = kith_str_trim(kith_str_cut(&rest, '='));
        twin_write_list(t, kith_str_trim(rest));
    } else if (kith_str_starts_with(line, KITH_STR("cast "))) {
        twin_pass_cast(t, line);
    } else if (kith_str_starts_with(line, KITH_STR("language "))) {
        t->language = kith_str_slice(line, strlen("language "), line.length);
    } else if (kith_str_starts_with(line, KITH_STR("relation "))) {
        twin_read_relation(t, line);
    } else if (line.data[0] == '+' || line.data[0] == '-') {
        t->cells[line.data[0] == '+' ? TWIN_YES : TWIN_NO] =
            kith_str_slice(line, 2, line.length);
        twin_write_row(t);
    } else {
        t->cells[TWIN_PATTERN] = kith_str_trim(kith_str_cut(&rest, ';'));
        t->cells[TWIN_CONFIDENCE] = rest.data ? kith_str_trim(rest) : rest;
        twin_write_row(t);
    }
}

/* Append the twin of `rel` to `out`. */
static inline void twin_write(struct kith_str rel, struct kith_buf *out)
{
    struct twin t = {.out = out, .rest = rel};
    kith_buf_text(out, "relation,kind,parent,from,to,pattern,confidence,language,"
                       "example_yes,example_no,list,word\n");
    while (t.rest.data) {
        struct kith_str line = twin_line(&t);
        if (line.length)
            twin_read_line(&t, line);
    }
}

#endif
