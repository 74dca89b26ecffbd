/* Headings, and the slips that people make in them. */
#include "relate/rule_columns.h"

#include "base/near.h"
#include "input/csv_place.h"

const char *const kith_rule_headings[KITH_RULE_COLUMNS] = {
    "relation",   "kind",     "parent",      "from",       "to",   "pattern",
    "confidence", "language", "example_yes", "example_no", "list", "word"};

#define NOWHERE UINT32_MAX

static uint32_t find_heading(const struct kith_csv_row *header, const char *heading)
{
    for (uint32_t i = 0; i < header->count; i++)
        if (kith_str_equal_caseless(header->cells[i], kith_str_of(heading)))
            return i;
    return NOWHERE;
}

/* Fail at cell number `cell`: "file:line:column: sentence". */
static enum kith_status fail_at(const struct kith_csv_row *row, uint32_t cell,
                                struct kith_str path, struct kith_error *err,
                                const char *format, ...)
    __attribute__((format(printf, 5, 6)));

static enum kith_status fail_at(const struct kith_csv_row *row, uint32_t cell,
                                struct kith_str path, struct kith_error *err,
                                const char *format, ...)
{
    struct kith_error sentence;
    struct kith_csv_place place = kith_csv_place_of(row, cell);
    va_list arguments;
    va_start(arguments, format);
    kith_sentence(&sentence, format, arguments);
    va_end(arguments);
    return kith_fail(err, KITH_BAD_INPUT, "%.*s:%llu:%u: %s", KITH_STR_ARGS(path),
                     (unsigned long long)place.line, place.column, sentence.text);
}

/* A heading that looks like a slip of one that the table does not have. */
static enum kith_status check_slips(const struct kith_rule_columns *columns,
                                    const struct kith_csv_row *header,
                                    struct kith_str path, struct kith_error *err)
{
    for (uint32_t i = 0; i < header->count; i++)
        for (unsigned column = 0; column < KITH_RULE_COLUMNS; column++)
            if (columns->places[column] == NOWHERE &&
                kith_is_near(header->cells[i], kith_str_of(kith_rule_headings[column])))
                return fail_at(
                    header, i, path, err, "no column is called '%.*s'; is '%s' meant?",
                    KITH_STR_ARGS(header->cells[i]), kith_rule_headings[column]);
    return KITH_OK;
}

/* A table has rules, or lists, or both; each with the columns that they need. */
static enum kith_status check_needed(const struct kith_rule_columns *columns,
                                     const struct kith_csv_row *header,
                                     struct kith_str path, struct kith_error *err)
{
    static const struct {
        enum kith_rule_column column;
        bool is_of_lists;
    } needed[] = {{KITH_RULE_RELATION, false}, {KITH_RULE_PATTERN, false},
                  {KITH_RULE_FROM, false},     {KITH_RULE_TO, false},
                  {KITH_RULE_LIST, true},      {KITH_RULE_WORD, true}};
    bool has_rules = false, has_lists = false;
    for (unsigned i = 0; i < KITH_RULE_COLUMNS; i++)
        *(i < KITH_RULE_LIST ? &has_rules : &has_lists) |= columns->places[i] != NOWHERE;
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if ((needed[i].is_of_lists ? has_lists : has_rules || !has_lists) &&
            columns->places[needed[i].column] == NOWHERE)
            return fail_at(header, 0, path, err,
                           "the header has no column '%s'%s; rules stand below a line "
                           "such as relation,from,to,pattern, and lists below list,word",
                           kith_rule_headings[needed[i].column], kith_csv_hint(header));
    return KITH_OK;
}

enum kith_status kith_rule_columns_read(struct kith_rule_columns *columns,
                                        const struct kith_csv_row *header,
                                        struct kith_str path, struct kith_error *err)
{
    struct kith_str first = header->cells[0];
    columns->count = header->count;
    for (unsigned i = 0; i < KITH_RULE_COLUMNS; i++)
        columns->places[i] = find_heading(header, kith_rule_headings[i]);
    if (header->count == 1 && memchr(first.data, ';', first.length))
        return fail_at(header, 0, path, err,
                       "the cells are divided by ';'; save the table with commas between "
                       "its cells, or with tabs as .tsv");
    KITH_TRY(check_slips(columns, header, path, err));
    return check_needed(columns, header, path, err);
}

/* Types divided by commas are what most often stands without the quotes it needs. */
enum kith_status kith_rule_columns_check(const struct kith_rule_columns *columns,
                                         const struct kith_csv_row *row,
                                         struct kith_str path, struct kith_error *err)
{
    for (uint32_t i = columns->count; i < row->count; i++)
        if (row->cells[i].length)
            return fail_at(row, i, path, err,
                           "the row has more cells than the header; a comma inside a "
                           "cell needs quotes around the cell");
    return KITH_OK;
}

/* ---- which files are tables of rules --------------------------------------------- */

bool kith_rule_table_is_named(struct kith_str path)
{
    struct kith_str ending =
        kith_str_slice(path, path.length < 4 ? 0 : path.length - 4, path.length);
    return kith_str_equal_caseless(ending, KITH_STR(".csv")) ||
           kith_str_equal_caseless(ending, KITH_STR(".tsv"));
}

static bool has(const struct kith_csv_row *header, enum kith_rule_column column)
{
    return find_heading(header, kith_rule_headings[column]) != NOWHERE;
}

static enum kith_status on_header(void *context, const struct kith_csv_row *row,
                                  struct kith_error *err)
{
    bool *is_of_rules = context;
    (void)err;
    *is_of_rules = find_heading(row, "name") == NOWHERE &&
                   (has(row, KITH_RULE_RELATION) || has(row, KITH_RULE_PATTERN) ||
                    (has(row, KITH_RULE_LIST) && has(row, KITH_RULE_WORD)));
    return KITH_END;
}

bool kith_rule_table_is(const char *path)
{
    bool is_of_rules = false;
    struct kith_error unheard;
    struct kith_arena arena;
    struct kith_problems problems;
    if (!kith_rule_table_is_named(kith_str_of(path)))
        return false;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&problems, &arena);
    (void)kith_csv_read(path, on_header, &is_of_rules, &problems, &unheard);
    kith_arena_release(&arena);
    return is_of_rules;
}
