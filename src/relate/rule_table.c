/* Tables of rules. They are read twice: first their lists, then their rules, so that a
 * sheet may be sorted as its owner likes. What describes a relation is written once, and
 * the cells below are left empty, as people do in spreadsheets. */
#include "relate/rule_table.h"

#include "input/csv_place.h"
#include "relate/relation_line.h"
#include "relate/rule_columns.h"
#include "relate/rule_intake.h"

struct reader {
    struct kith_intake intake;
    struct kith_problems problems; /* rows that are no CSV */
    bool wants_lists;              /* this time; else rules */
    struct kith_rule_columns columns;
    struct kith_rule_piece cells[KITH_RULE_COLUMNS]; /* of the row; text {0} when empty */
    struct kith_str relation[KITH_RULE_TO + 1];      /* what described the last one */
    kith_id list; /* of the row before, or KITH_NO_ID */
};

static struct kith_str cell(const struct reader *r, enum kith_rule_column column)
{
    return r->cells[column].text;
}

static bool has(const struct reader *r, enum kith_rule_column first,
                enum kith_rule_column last)
{
    for (unsigned i = first; i <= last; i++)
        if (r->cells[i].text.length)
            return true;
    return false;
}

/* ---- lists ----------------------------------------------------------------------- */

static enum kith_status find_list(struct reader *r)
{
    const struct kith_pattern_parser *parser = &r->intake.parser;
    struct kith_str name = cell(r, KITH_RULE_LIST);
    if (!name.length)
        return KITH_OK; /* that of the row before */
    r->list = kith_word_list_find(parser->lists, parser->scope, name);
    return r->list == KITH_NO_ID ? kith_intake_open_list(&r->intake, name, &r->list)
                                 : KITH_OK;
}

static enum kith_status read_list_row(struct reader *r)
{
    const struct kith_pattern_parser *parser = &r->intake.parser;
    struct kith_str rest = cell(r, KITH_RULE_WORD);
    if (!has(r, KITH_RULE_LIST, KITH_RULE_WORD))
        return KITH_OK;
    if (has(r, KITH_RULE_RELATION, KITH_RULE_EXAMPLE_NO))
        return kith_pattern_fail(
            parser, cell(r, rest.length ? KITH_RULE_WORD : KITH_RULE_LIST).data,
            "a row holds a rule or words of a list, not both");
    KITH_TRY(find_list(r));
    if (r->list == KITH_NO_ID)
        return kith_pattern_fail(parser, rest.data,
                                 "this word is in no list: the column 'list' is empty "
                                 "here and above");
    if (!rest.length)
        return kith_pattern_fail(parser, cell(r, KITH_RULE_LIST).data,
                                 "this row has no word for the list");
    while (rest.data)
        KITH_TRY(kith_intake_add_entry(&r->intake, r->list,
                                       kith_str_trim(kith_str_cut(&rest, ','))));
    return KITH_OK;
}

/* ---- rules ----------------------------------------------------------------------- */

static enum kith_status read_kind(const struct reader *r, bool *is_symmetric)
{
    struct kith_str kind = cell(r, KITH_RULE_KIND);
    *is_symmetric = kith_str_equal_caseless(kind, KITH_STR("symmetric"));
    if (!kind.length || *is_symmetric ||
        kith_str_equal_caseless(kind, KITH_STR("directed")))
        return KITH_OK;
    return kith_pattern_fail(&r->intake.parser, kind.data,
                             "a relation is 'directed', as when nothing is said, or "
                             "'symmetric'");
}

/* True when the row says of its relation nothing that the last description does not: most
 * people repeat the name, and spreadsheets fill columns down. */
static bool is_described(const struct reader *r)
{
    for (unsigned i = KITH_RULE_RELATION; i <= KITH_RULE_TO; i++)
        if (cell(r, i).length && !kith_str_equal(cell(r, i), r->relation[i]))
            return false;
    return cell(r, KITH_RULE_RELATION).length || !has(r, KITH_RULE_KIND, KITH_RULE_TO);
}

static enum kith_status read_relation(struct reader *r)
{
    const struct kith_pattern_parser *parser = &r->intake.parser;
    struct kith_relation_words words = {
        .name = cell(r, KITH_RULE_RELATION),
        .parent = cell(r, KITH_RULE_PARENT),
        .sides = {cell(r, KITH_RULE_FROM), cell(r, KITH_RULE_TO)}};
    if (is_described(r))
        return KITH_OK;
    for (unsigned i = KITH_RULE_KIND; i <= KITH_RULE_TO && !words.name.length; i++)
        if (cell(r, i).length)
            return kith_pattern_fail(parser, cell(r, i).data,
                                     "the column 'relation' is empty here; where it is, "
                                     "leave '%s' empty, too",
                                     kith_rule_headings[i]);
    for (unsigned i = 0; i < 2; i++)
        if (!words.sides[i].length)
            return kith_pattern_fail(
                parser, words.name.data, "relation '%.*s' needs types in the column '%s'",
                KITH_STR_ARGS(words.name), kith_rule_headings[KITH_RULE_FROM + i]);
    for (unsigned i = KITH_RULE_RELATION; i <= KITH_RULE_TO; i++)
        r->relation[i] = cell(r, i);
    KITH_TRY(read_kind(r, &words.is_symmetric));
    return kith_relation_add(r->intake.rules, parser, &words, &r->intake.signature);
}

static enum kith_status read_pattern(struct reader *r)
{
    struct kith_pattern_parser *parser = &r->intake.parser;
    struct kith_str pattern = cell(r, KITH_RULE_PATTERN);
    const char *semicolon = memchr(pattern.data, ';', pattern.length);
    const char *line_end = memchr(pattern.data, '\n', pattern.length);
    parser->line = r->cells[KITH_RULE_PATTERN].line;
    if (semicolon)
        return kith_pattern_fail(parser, semicolon,
                                 "how sure a rule is stands in the column 'confidence', "
                                 "without ';'");
    if (line_end)
        return kith_pattern_fail(parser, line_end,
                                 "a cell holds one pattern; put the next in a row of its "
                                 "own");
    return kith_intake_add_rule(&r->intake, pattern, cell(r, KITH_RULE_CONFIDENCE));
}

/* Each line of the cell is an example. */
static enum kith_status read_examples(struct reader *r, enum kith_rule_column column)
{
    struct kith_str rest = cell(r, column);
    for (r->intake.parser.line = r->cells[column].line; rest.data;
         r->intake.parser.line++) {
        struct kith_str text = kith_str_trim(kith_str_cut(&rest, '\n'));
        if (text.length)
            KITH_TRY(kith_intake_add_example(&r->intake, text,
                                             column == KITH_RULE_EXAMPLE_YES));
    }
    return KITH_OK;
}

static enum kith_status read_rule_row(struct reader *r)
{
    struct kith_intake *intake = &r->intake;
    if (!has(r, KITH_RULE_RELATION, KITH_RULE_EXAMPLE_NO))
        return KITH_OK;
    KITH_TRY(read_relation(r));
    if (cell(r, KITH_RULE_LANGUAGE).length)
        intake->language = cell(r, KITH_RULE_LANGUAGE);
    enum kith_rule_column first = KITH_RULE_RELATION;
    while (!r->cells[first].text.length)
        first++;
    if (intake->signature == KITH_NO_ID)
        return kith_pattern_fail(&intake->parser, cell(r, first).data,
                                 "this row is of no relation: the column 'relation' is "
                                 "empty here and above");
    if (cell(r, KITH_RULE_PATTERN).length)
        KITH_TRY(read_pattern(r));
    else if (!has(r, KITH_RULE_EXAMPLE_YES, KITH_RULE_EXAMPLE_NO) ||
             cell(r, KITH_RULE_CONFIDENCE).length)
        return kith_pattern_fail(&intake->parser, cell(r, first).data,
                                 "this row has no pattern");
    KITH_TRY(read_examples(r, KITH_RULE_EXAMPLE_YES));
    return read_examples(r, KITH_RULE_EXAMPLE_NO);
}

/* ---- rows ------------------------------------------------------------------------ */

/* Cells outlive the row: the rules keep slices of them. */
static enum kith_status take_cells(struct reader *r, const struct kith_csv_row *row)
{
    const struct kith_pattern_parser *parser = &r->intake.parser;
    for (unsigned i = 0; i < KITH_RULE_COLUMNS; i++) {
        uint32_t number = r->columns.places[i];
        r->cells[i] = (struct kith_rule_piece){0};
        if (number >= row->count || !row->cells[number].length)
            continue;
        struct kith_csv_place place = kith_csv_place_of(row, number);
        r->cells[i] =
            (struct kith_rule_piece){kith_str_copy(parser->arena, row->cells[number]),
                                     (uint32_t)place.line, place.column};
        if (!r->cells[i].text.data)
            return kith_no_memory(parser->err);
    }
    return KITH_OK;
}

/* A row that is no CSV has been passed over: the table cannot be read. */
static enum kith_status check_problems(const struct reader *r)
{
    const struct kith_problem *first = r->problems.items;
    if (r->problems.count == 0)
        return KITH_OK;
    return kith_fail(r->intake.parser.err, KITH_BAD_INPUT, "%.*s:%llu:1: %.*s",
                     KITH_STR_ARGS(first->file), (unsigned long long)first->line,
                     KITH_STR_ARGS(first->text));
}

static enum kith_status on_row(void *context, const struct kith_csv_row *row,
                               struct kith_error *err)
{
    struct reader *r = context;
    struct kith_pattern_parser *parser = &r->intake.parser;
    KITH_TRY(check_problems(r));
    if (!r->columns.count)
        return kith_rule_columns_read(&r->columns, row, parser->path, err);
    kith_arena_reset(parser->scratch);
    parser->line = (uint32_t)row->line;
    KITH_TRY(kith_rule_columns_check(&r->columns, row, parser->path, err));
    KITH_TRY(take_cells(r, row));
    return r->wants_lists ? read_list_row(r) : read_rule_row(r);
}

static enum kith_status read_rows(struct reader *r, struct kith_str bytes,
                                  bool wants_lists)
{
    const struct kith_pattern_parser *parser = &r->intake.parser;
    r->wants_lists = wants_lists;
    r->columns.count = 0;
    KITH_TRY(kith_csv_read_bytes(bytes, parser->path.data, on_row, r, &r->problems,
                                 parser->err));
    return check_problems(r);
}

static enum kith_status read_table(struct reader *r, struct kith_str bytes)
{
    const struct kith_pattern_parser *parser = &r->intake.parser;
    KITH_TRY(kith_intake_check_encoding(parser->path, bytes, parser->err));
    KITH_TRY(read_rows(r, bytes, true));
    for (uint32_t i = 0; i < parser->lists->count; i++)
        if (parser->lists->items[i].scope == parser->scope)
            kith_phrases_sort(&parser->lists->items[i].phrases);
    return read_rows(r, bytes, false);
}

/* All tables share their lists, which stand in a sheet of their own. */
static uint32_t table_scope(struct kith_rules *rules)
{
    if (!rules->has_tables)
        rules->table_scope = rules->scope_count++;
    rules->has_tables = true;
    return rules->table_scope;
}

enum kith_status kith_rule_table_read(struct kith_rules *rules, struct kith_str path,
                                      struct kith_str bytes, struct kith_error *err)
{
    struct kith_arena scratch, problems;
    kith_arena_init(&scratch, KITH_ARENA_UNCAPPED);
    kith_arena_init(&problems, KITH_ARENA_UNCAPPED);
    struct reader r = {.intake =
                           kith_intake_of(rules, path, table_scope(rules), &scratch, err),
                       .list = KITH_NO_ID};
    r.intake.parser.pieces = r.cells;
    r.intake.parser.piece_count = KITH_RULE_COLUMNS;
    kith_problems_init(&r.problems, &problems);
    enum kith_status status = read_table(&r, bytes);
    kith_arena_release(&problems);
    kith_arena_release(&scratch);
    return status;
}
