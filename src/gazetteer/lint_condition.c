/* When a row is meant: dates, a priority, words for and against it. A cell that is not
 * written as kith reads it does nothing, or the wrong thing, without a word. */
#include "gazetteer/lint_table.h"

#include "base/buf.h"
#include "gazetteer/alias.h"
#include "input/date.h"
#include "text/fold.h"

/* What recognising takes of words for and against: docs/FORMATS.md, Gazetteers. */
#define WORDS_LIMIT 64
#define WORD_BYTES 128

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* ---- dates ---- */

static enum kith_status check_dates(const struct kith_lint_row *row,
                                    struct kith_error *err)
{
    struct kith_str from = row->cells[KITH_LINT_FROM],
                    until = row->cells[KITH_LINT_UNTIL];
    const struct kith_str dates[] = {from, until};
    for (int i = 0; i < 2; i++)
        if (dates[i].length > 0 && !kith_date_is_bound(dates[i]))
            return kith_lint_say(row, KITH_FAULT, "date", dates[i],
                                 "is no date; write 2014-03-18, 2014-03 or 2014", err);
    if (kith_date_is_before(until, from))
        return kith_lint_say(row, KITH_FAULT, "date", from,
                             "is later than the row's 'until', so the row is never "
                             "meant; change one of them",
                             err);
    return KITH_OK;
}

/* ---- priority ---- */

static enum kith_status check_priority(const struct kith_lint_row *row,
                                       struct kith_error *err)
{
    struct kith_str cell = row->cells[KITH_LINT_PRIORITY];
    size_t begin = cell.length > 1 && (cell.data[0] == '-' || cell.data[0] == '+');
    for (size_t i = begin; i < cell.length; i++)
        if (!is_digit(cell.data[i]))
            return kith_lint_say(row, KITH_FAULT, "priority", cell,
                                 "is no whole number, so it is no priority; write one "
                                 "such as 10",
                                 err);
    return KITH_OK;
}

/* ---- words for and against ---- */

/* "-ada-lark-": the words of a text, so that one list of words is found in another. */
static void write_words(struct kith_str text, struct kith_buf *out)
{
    kith_buf_reset(out);
    kith_buf_byte(out, '-');
    kith_slug(text, out);
    kith_buf_byte(out, '-');
}

static bool holds(struct kith_str text, struct kith_str words)
{
    for (size_t i = 0; i + words.length <= text.length; i++)
        if (memcmp(text.data + i, words.data, words.length) == 0)
            return true;
    return false;
}

struct wording {
    const struct kith_lint_row *row;
    struct kith_buf word, name;
};

static bool stands_in(struct wording *wording, struct kith_str name)
{
    write_words(kith_alias_unmark(name).text, &wording->name);
    return holds(kith_buf_view(&wording->name), kith_buf_view(&wording->word));
}

/* The first name of the row that holds the word; empty when none does. */
static struct kith_str find_own(struct wording *wording)
{
    struct kith_str name = wording->row->cells[KITH_LINT_NAME];
    struct kith_str rest = wording->row->cells[KITH_LINT_ALIASES];
    bool is_own = stands_in(wording, name);
    while (!is_own && rest.data) {
        name = kith_str_trim(kith_str_cut(&rest, '|'));
        is_own = stands_in(wording, name);
    }
    return is_own ? name : (struct kith_str){0};
}

static bool is_listed(struct kith_str cell, struct kith_str word)
{
    while (cell.data)
        if (kith_str_equal_caseless(kith_str_trim(kith_str_cut(&cell, '|')), word))
            return true;
    return false;
}

static enum kith_status check_forbidden(struct wording *wording, struct kith_str word,
                                        struct kith_error *err)
{
    const struct kith_lint_row *row = wording->row;
    write_words(word, &wording->word);
    struct kith_str name =
        wording->word.length > 2 ? find_own(wording) : (struct kith_str){0};
    if (name.length)
        return kith_problems_add(
            row->problems, KITH_FAULT, row->file, row->line, "forbid", err,
            "the forbidden word \"%.*s\" stands in the row's own name \"%.*s\", which is "
            "therefore never meant; forbid something else",
            KITH_STR_ARGS(word), KITH_STR_ARGS(name));
    if (is_listed(row->cells[KITH_LINT_CONTEXT], word))
        return kith_lint_say(row, KITH_FAULT, "forbid", word,
                             "is a word for the row and against it; keep it in one of "
                             "'context' and 'forbid'",
                             err);
    return KITH_OK;
}

static enum kith_status check_word(struct wording *wording, struct kith_str word,
                                   bool is_forbidden, struct kith_error *err)
{
    if (word.length == 0)
        return kith_lint_say(wording->row, KITH_NOTE, "list",
                             wording->row->cells[KITH_LINT_NAME],
                             "has an empty part in a list of words; drop the bar that is "
                             "too many",
                             err);
    if (word.length > WORD_BYTES)
        return kith_lint_say(
            wording->row, KITH_FAULT, "word", word,
            "is too long to be looked for in a sentence; part words by |", err);
    if (memchr(word.data, ',', word.length) || memchr(word.data, ';', word.length))
        return kith_lint_say(wording->row, KITH_NOTE, "word", word,
                             "holds a comma, and is looked for as one phrase; part words "
                             "by |",
                             err);
    return is_forbidden ? check_forbidden(wording, word, err) : KITH_OK;
}

static enum kith_status check_words(struct wording *wording, struct kith_str cell,
                                    bool is_forbidden, struct kith_error *err)
{
    uint32_t count = 0;
    if (cell.length == 0)
        return KITH_OK;
    while (cell.data) {
        struct kith_str word = kith_str_trim(kith_str_cut(&cell, '|'));
        KITH_TRY(check_word(wording, word, is_forbidden, err));
        if (count++ == WORDS_LIMIT)
            return kith_lint_say(wording->row, KITH_FAULT, "word", word,
                                 "stands behind 64 other words, and those behind these "
                                 "are not looked for; shorten the list",
                                 err);
    }
    return KITH_OK;
}

enum kith_status kith_lint_conditions(const struct kith_lint_row *row,
                                      struct kith_error *err)
{
    struct wording wording = {.row = row};
    KITH_TRY(check_dates(row, err));
    KITH_TRY(check_priority(row, err));
    enum kith_status status =
        check_words(&wording, row->cells[KITH_LINT_CONTEXT], false, err);
    if (status == KITH_OK)
        status = check_words(&wording, row->cells[KITH_LINT_FORBID], true, err);
    if (status == KITH_OK)
        status = kith_buf_check(&wording.word, err);
    if (status == KITH_OK)
        status = kith_buf_check(&wording.name, err);
    kith_buf_release(&wording.word);
    kith_buf_release(&wording.name);
    return status;
}
