/* Cells are looked for in the row as it stands in the file: libcsv, which knows where
 * they begin, does not say so. */
#include "input/csv_place.h"

struct walk {
    struct kith_str text;
    size_t at;
    char separator;
    struct kith_csv_place place; /* of `at` */
};

static bool is_at(const struct walk *w, char c)
{
    return w->at < w->text.length && w->text.data[w->at] == c;
}

static void step(struct walk *w)
{
    char c = w->text.data[w->at++];
    bool ends_line = c == '\n' || (c == '\r' && !is_at(w, '\n'));
    w->place.line += ends_line;
    w->place.column =
        ends_line ? 1 : w->place.column + (((unsigned char)c & 0xC0) != 0x80);
}

static void pass_blanks(struct walk *w)
{
    while (is_at(w, ' ') || is_at(w, '\r') || is_at(w, '\n') ||
           (is_at(w, '\t') && w->separator != '\t'))
        step(w);
}

/* A quote that is doubled does not close. */
static void pass_quoted(struct walk *w)
{
    for (; w->at < w->text.length; step(w)) {
        if (!is_at(w, '"'))
            continue;
        step(w);
        if (!is_at(w, '"'))
            return;
    }
}

static struct kith_csv_place pass_cell(struct walk *w)
{
    pass_blanks(w);
    bool is_quoted = is_at(w, '"');
    if (is_quoted) {
        step(w);
        pass_blanks(w);
    }
    struct kith_csv_place place = w->place;
    if (is_quoted)
        pass_quoted(w);
    while (w->at < w->text.length && !is_at(w, w->separator))
        step(w);
    if (w->at < w->text.length)
        step(w);
    return place;
}

struct kith_csv_place kith_csv_place_of(const struct kith_csv_row *row, uint32_t cell)
{
    struct walk w = {
        .text = row->text, .separator = row->separator, .place = {row->line, 1}};
    for (uint32_t i = 0; i < cell; i++)
        pass_cell(&w);
    return pass_cell(&w);
}
