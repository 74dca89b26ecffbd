/* Reading files of rules: rows into the table. Their patterns are variant_pattern.c's. */
#include "gazetteer/variant_pattern.h"

#include "input/csv_rows.h"

/* The columns of rules, then those of nicknames. */
enum column {
    COLUMN_RULE,
    COLUMN_TYPES,
    COLUMN_WHEN,
    COLUMN_SCOPE,
    COLUMN_PATTERN,
    COLUMN_REPLACEMENTS,
    COLUMN_COST,
    COLUMN_LEAST,
    COLUMN_LANGUAGE,
    COLUMN_NAME,
    COLUMN_NICKNAMES,
    COLUMNS
};

static const char *const headings[COLUMNS] = {
    "rule", "types", "when",     "scope", "pattern",  "replacements",
    "cost", "least", "language", "name",  "nicknames"};

static const char *const scopes[] = {"word",     "first",       "last",      "name",
                                     "case",     "case-before", "case-last", "sign",
                                     "particle", "never",       "title"};

#define SCOPES (sizeof scopes / sizeof *scopes)

/* Of a row that does not say. */
#define USUAL_COST 2
#define USUAL_LEAST 1

/* A nickname is a bold guess: not every William is a Bill. */
#define NICKNAME_COST 3

static enum kith_status read_header(struct kith_rule_reader *reader,
                                    const struct kith_csv_row *row,
                                    struct kith_error *err)
{
    int32_t *columns = KITH_ARRAY(&reader->rules->arena, int32_t, COLUMNS);
    if (!columns)
        return kith_no_memory(err);
    for (size_t c = 0; c < COLUMNS; c++) {
        columns[c] = -1;
        for (uint32_t i = row->count; i-- > 0;)
            if (kith_str_equal(row->cells[i], kith_str_of(headings[c])))
                columns[c] = (int32_t)i;
    }
    reader->columns = columns;
    reader->is_nicknames = columns[COLUMN_NAME] >= 0 && columns[COLUMN_NICKNAMES] >= 0;
    if (reader->is_nicknames ||
        (columns[COLUMN_RULE] >= 0 && columns[COLUMN_SCOPE] >= 0 &&
         columns[COLUMN_PATTERN] >= 0))
        return KITH_OK;
    return kith_fail(err, KITH_BAD_INPUT,
                     "%s:%llu: the columns rule, scope and pattern are needed, or name "
                     "and nicknames",
                     reader->path, (unsigned long long)row->line);
}

static struct kith_str cell_of(const struct kith_rule_reader *reader,
                               const struct kith_csv_row *row, enum column column)
{
    int32_t at = reader->columns[column];
    if (at < 0 || (uint32_t)at >= row->count)
        return (struct kith_str){NULL, 0};
    return row->cells[at];
}

/* The number of `word` in a small list, entered when new; the list's room when it is
 * full, UINT32_MAX when memory is out. */
static uint32_t number_of(struct kith_arena *arena, struct kith_str *items,
                          uint32_t *count, struct kith_str word)
{
    for (uint32_t i = 0; i < *count; i++)
        if (kith_str_equal(items[i], word))
            return i;
    if (*count == KITH_RULE_WORDS_LIMIT)
        return KITH_RULE_WORDS_LIMIT;
    items[*count] = kith_str_copy(arena, word);
    return items[*count].data ? (*count)++ : UINT32_MAX;
}

#define NUMBER_OF(rules, list, word)                                                     \
    number_of(&(rules)->arena, (rules)->list.items, &(rules)->list.count, word)

/* The bit of a number given by number_of; a full list is the row's fault. */
static enum kith_status take_bit(struct kith_rule_reader *reader, uint32_t number,
                                 struct kith_str word, uint32_t *bits,
                                 struct kith_error *err)
{
    if (number == UINT32_MAX)
        return kith_no_memory(err);
    if (number == KITH_RULE_WORDS_LIMIT)
        return kith_rule_refuse(reader, "there are too many words like \"%.*s\"", word,
                                err);
    *bits |= 1u << number;
    return KITH_OK;
}

static enum kith_status read_types(struct kith_rule_reader *reader, struct kith_str cell,
                                   kith_variant_types *types, struct kith_error *err)
{
    if (cell.length == 0 || kith_str_equal(cell, KITH_STR("*"))) {
        *types = KITH_ALL_TYPES;
        return KITH_OK;
    }
    while (cell.data) {
        struct kith_str type = kith_str_trim(kith_str_cut(&cell, '|'));
        KITH_TRY(
            take_bit(reader, NUMBER_OF(reader->rules, types, type), type, types, err));
    }
    return KITH_OK;
}

/* A digit from 1 to 9, or `usual` for an empty cell. */
static enum kith_status read_digit(struct kith_rule_reader *reader, struct kith_str cell,
                                   uint8_t usual, uint8_t *digit, struct kith_error *err)
{
    *digit = usual;
    if (cell.length == 0)
        return KITH_OK;
    if (cell.length > 1 || cell.data[0] < '1' || cell.data[0] > '9')
        return kith_rule_refuse(reader, "\"%.*s\" is no number from 1 to 9", cell, err);
    *digit = (uint8_t)(cell.data[0] - '0');
    return KITH_OK;
}

static enum kith_status read_scope(struct kith_rule_reader *reader, struct kith_str cell,
                                   uint8_t *scope, struct kith_error *err)
{
    for (uint8_t i = 0; i < SCOPES; i++)
        if (kith_str_equal(cell, kith_str_of(scopes[i]))) {
            *scope = i;
            return KITH_OK;
        }
    return kith_rule_refuse(
        reader,
        "the scope \"%.*s\" is none of word, first, last, name, case, "
        "case-before, case-last, sign, particle, never, title",
        cell, err);
}

/* True when `language` is one of those wanted. */
static bool is_wanted(const struct kith_variant_rules *rules, struct kith_str language)
{
    struct kith_str rest = rules->languages;
    bool is_wanted = rest.length == 0 || language.length == 0;
    while (rest.data && !is_wanted)
        is_wanted = kith_str_equal(kith_str_cut(&rest, ' '), language);
    return is_wanted;
}

static enum kith_status read_language(struct kith_rule_reader *reader,
                                      struct kith_str cell, struct kith_rule_row *row,
                                      struct kith_error *err)
{
    uint32_t bits = 0;
    uint32_t number = NUMBER_OF(reader->rules, known_languages, cell);
    KITH_TRY(take_bit(reader, number, cell, &bits, err));
    row->language = (uint8_t)number;
    if (row->scope >= KITH_ON_CASE && row->scope <= KITH_ON_CASE_LAST)
        reader->rules->case_languages |= bits;
    return KITH_OK;
}

/* Begin a row in the table. */
static enum kith_status add_row(struct kith_rule_reader *reader, struct kith_str name,
                                struct kith_rule_row row, struct kith_error *err)
{
    struct kith_variant_rules *rules = reader->rules;
    row.about.name = kith_str_copy(&rules->arena, name);
    row.about.file = reader->file;
    row.about.line = (uint32_t)reader->line;
    if (!row.about.name.data || !KITH_ARENA_PUSHABLE(&rules->arena, &rules->rows))
        return kith_no_memory(err);
    rules->rows.items[rules->rows.count++] = row;
    return KITH_OK;
}

/* Add the patterns; a row with a faulty one is for no type at all. */
static enum kith_status finish_row(struct kith_rule_reader *reader,
                                   const struct kith_rule_cells *cells,
                                   struct kith_error *err)
{
    KITH_TRY(kith_rule_add_patterns(reader, cells, err));
    if (reader->is_refused)
        reader->rules->rows.items[reader->rules->rows.count - 1].types = 0;
    return KITH_OK;
}

static enum kith_status read_rule(struct kith_rule_reader *reader,
                                  const struct kith_csv_row *row, struct kith_error *err)
{
    struct kith_rule_row rule = {0};
    struct kith_str when = cell_of(reader, row, COLUMN_WHEN);
    KITH_TRY(read_scope(reader, cell_of(reader, row, COLUMN_SCOPE), &rule.scope, err));
    KITH_TRY(read_types(reader, cell_of(reader, row, COLUMN_TYPES), &rule.types, err));
    KITH_TRY(read_digit(reader, cell_of(reader, row, COLUMN_COST), USUAL_COST, &rule.cost,
                        err));
    KITH_TRY(read_digit(reader, cell_of(reader, row, COLUMN_LEAST), USUAL_LEAST,
                        &rule.least, err));
    KITH_TRY(read_language(reader, cell_of(reader, row, COLUMN_LANGUAGE), &rule, err));
    if (when.length)
        KITH_TRY(take_bit(reader, NUMBER_OF(reader->rules, traditions, when), when,
                          &rule.when, err));
    if (kith_str_equal(when, KITH_STR(KITH_NO_TRADITION)))
        reader->rules->no_tradition = rule.when;
    if (reader->is_refused)
        return KITH_OK;
    KITH_TRY(add_row(reader, cell_of(reader, row, COLUMN_RULE), rule, err));
    struct kith_rule_cells cells = {cell_of(reader, row, COLUMN_PATTERN),
                                    cell_of(reader, row, COLUMN_REPLACEMENTS)};
    return finish_row(reader, &cells, err);
}

/* A row of nicknames is two rules: the name may be short, and the short one in full. */
static enum kith_status read_nicknames(struct kith_rule_reader *reader,
                                       const struct kith_csv_row *row,
                                       struct kith_error *err)
{
    struct kith_rule_row rule = {
        .scope = KITH_ON_FIRST, .cost = NICKNAME_COST, .least = USUAL_LEAST};
    struct kith_str name = cell_of(reader, row, COLUMN_NAME);
    struct kith_str nicknames = cell_of(reader, row, COLUMN_NICKNAMES);
    if (name.length == 0 || nicknames.length == 0)
        return kith_rule_refuse(reader, "the name%.*s or its nicknames are missing",
                                KITH_STR(""), err);
    KITH_TRY(read_types(reader, KITH_STR("person"), &rule.types, err));
    KITH_TRY(add_row(reader, KITH_STR("nickname"), rule, err));
    KITH_TRY(finish_row(reader, &(struct kith_rule_cells){name, nicknames}, err));
    KITH_TRY(add_row(reader, KITH_STR("name-in-full"), rule, err));
    return finish_row(reader, &(struct kith_rule_cells){nicknames, name}, err);
}

static enum kith_status on_row(void *context, const struct kith_csv_row *row,
                               struct kith_error *err)
{
    struct kith_rule_reader *reader = context;
    if (!reader->columns)
        return read_header(reader, row, err);
    reader->line = row->line;
    reader->is_refused = false;
    struct kith_str language = cell_of(reader, row, COLUMN_LANGUAGE);
    if (language.length > 0 && NUMBER_OF(reader->rules, offered, language) == UINT32_MAX)
        return kith_no_memory(err);
    if (!is_wanted(reader->rules, language))
        return KITH_OK;
    return reader->is_nicknames ? read_nicknames(reader, row, err)
                                : read_rule(reader, row, err);
}

static enum kith_status begin(struct kith_rule_reader *reader, const char *path,
                              struct kith_error *err)
{
    reader->path = path;
    reader->file = kith_str_copy(&reader->rules->arena, kith_str_of(path));
    return reader->file.data ? KITH_OK : kith_no_memory(err);
}

enum kith_status kith_variant_rules_load(struct kith_variant_rules *rules,
                                         const char *path, struct kith_problems *problems,
                                         struct kith_error *err)
{
    struct kith_rule_reader reader = {.rules = rules, .problems = problems};
    KITH_TRY(begin(&reader, path, err));
    return kith_csv_read(path, on_row, &reader, problems, err);
}

enum kith_status kith_variant_rules_load_bytes(struct kith_variant_rules *rules,
                                               struct kith_str bytes, const char *name,
                                               struct kith_problems *problems,
                                               struct kith_error *err)
{
    struct kith_rule_reader reader = {.rules = rules, .problems = problems};
    KITH_TRY(begin(&reader, name, err));
    return kith_csv_read_bytes(bytes, name, on_row, &reader, problems, err);
}
