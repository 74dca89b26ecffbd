/* The list of abbreviations: a small table from folded words to their uses. */
#include "text/abbreviation.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/map.h"
#include "input/csv_rows.h"
#include "text/fold.h"

/* Longer rows are no abbreviations. */
#define WORD_LIMIT 32

/* In a table value, the uses of a word listed with a capital stand above those of one
 * listed without. */
#define CAPITAL_SHIFT 8

struct kith_abbreviations {
    struct kith_map uses; /* key_of the word -> uses */
};

/* What English news cannot do without, should the file be missing. */
static const struct {
    const char *word;
    enum kith_word_use use;
} built_in[] = {
    {"Mr", KITH_USE_TITLE},      {"Mrs", KITH_USE_TITLE},    {"Ms", KITH_USE_TITLE},
    {"Dr", KITH_USE_TITLE},      {"Prof", KITH_USE_TITLE},   {"Gen", KITH_USE_TITLE},
    {"Sen", KITH_USE_TITLE},     {"Rep", KITH_USE_TITLE},    {"Gov", KITH_USE_TITLE},
    {"Lt", KITH_USE_TITLE},      {"Col", KITH_USE_TITLE},    {"Capt", KITH_USE_TITLE},
    {"Sgt", KITH_USE_TITLE},     {"St", KITH_USE_FINAL},     {"Jr", KITH_USE_FINAL},
    {"Inc", KITH_USE_FINAL},     {"Corp", KITH_USE_FINAL},   {"Ltd", KITH_USE_FINAL},
    {"Co", KITH_USE_FINAL},      {"No", KITH_USE_NUMBER},    {"vs", KITH_USE_INNER},
    {"e.g.", KITH_USE_INNER},    {"i.e.", KITH_USE_INNER},   {"a.m.", KITH_USE_TIME},
    {"p.m.", KITH_USE_TIME},     {"The", KITH_USE_STARTER},  {"A", KITH_USE_STARTER},
    {"He", KITH_USE_STARTER},    {"She", KITH_USE_STARTER},  {"It", KITH_USE_STARTER},
    {"They", KITH_USE_STARTER},  {"We", KITH_USE_STARTER},   {"But", KITH_USE_STARTER},
    {"In", KITH_USE_STARTER},    {"On", KITH_USE_STARTER},   {"At", KITH_USE_STARTER},
    {"This", KITH_USE_STARTER},  {"That", KITH_USE_STARTER}, {"His", KITH_USE_STARTER},
    {"Their", KITH_USE_STARTER}, {"said", KITH_USE_SPEECH},  {"asked", KITH_USE_SPEECH},
};

static const struct {
    const char *name;
    enum kith_word_use use;
} kinds[] = {
    {"title", KITH_USE_TITLE},       {"number", KITH_USE_NUMBER},
    {"final", KITH_USE_FINAL},       {"inner", KITH_USE_INNER},
    {"time", KITH_USE_TIME},         {"starter", KITH_USE_STARTER},
    {"calendar", KITH_USE_CALENDAR}, {"speech", KITH_USE_SPEECH},
};

/* "us" is no "U.S.", although both fold alike. */
static uint64_t key_of(struct kith_str text, const struct kith_token *word)
{
    return kith_fold_hash(text, word) + word->is_dotted;
}

unsigned kith_abbreviations_uses(const struct kith_abbreviations *list,
                                 struct kith_str text, const struct kith_token *word)
{
    if (word->end - word->begin > WORD_LIMIT)
        return 0;
    const uint32_t *uses = kith_map_find(&list->uses, key_of(text, word));
    if (!uses)
        return 0;
    unsigned any = *uses & ((1u << CAPITAL_SHIFT) - 1);
    return word->shape == KITH_SHAPE_LOWER ? any : any | *uses >> CAPITAL_SHIFT;
}

/* The one word of a row, its final dot dropped unless it is dotted; false when it is not
 * one word. `room` gets the bytes with their padding. */
static bool read_word(struct kith_str cell, char *room, struct kith_token *word,
                      struct kith_error *err)
{
    if (cell.length == 0 || cell.length > WORD_LIMIT)
        return false;
    memset(room, 0, WORD_LIMIT + KITH_FILE_PADDING);
    memcpy(room, cell.data, cell.length);
    struct kith_arena arena;
    struct kith_tokens tokens;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    bool is_word = kith_tokenize((struct kith_str){room, cell.length}, &arena, &tokens,
                                 err) == KITH_OK &&
                   tokens.count > 0 && tokens.items[0].kind == KITH_TOKEN_WORD;
    if (is_word) {
        *word = tokens.items[0];
        bool has_dot = tokens.count == 2 && room[word->end] == '.';
        is_word = word->begin == 0 && (tokens.count == 1 || has_dot);
    }
    kith_arena_release(&arena);
    return is_word;
}

static enum kith_status add(struct kith_abbreviations *list, struct kith_str text,
                            const struct kith_token *word, unsigned use,
                            struct kith_error *err)
{
    uint32_t *uses = kith_map_place(&list->uses, key_of(text, word), 0, NULL);
    if (!uses)
        return kith_no_memory(err);
    bool is_low = word->shape == KITH_SHAPE_LOWER || word->shape == KITH_SHAPE_UNCASED;
    *uses |= is_low ? use : use << CAPITAL_SHIFT;
    return KITH_OK;
}

static enum kith_status add_built_in(struct kith_abbreviations *list,
                                     struct kith_error *err)
{
    for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++) {
        char room[WORD_LIMIT + KITH_FILE_PADDING];
        struct kith_token word;
        if (!read_word(kith_str_of(built_in[i].word), room, &word, err))
            return kith_no_memory(err);
        KITH_TRY(add(list, kith_str_of(room), &word, built_in[i].use, err));
    }
    return KITH_OK;
}

/* Reading the file: the columns by their header. */
struct loader {
    struct kith_abbreviations *list;
    struct kith_problems *problems;
    const char *path;
    bool has_header;
    uint32_t word_column, kind_column;
};

static bool find_column(const struct kith_csv_row *row, const char *name,
                        uint32_t *column)
{
    for (*column = 0; *column < row->count; (*column)++)
        if (kith_str_equal(row->cells[*column], kith_str_of(name)))
            return true;
    return false;
}

static enum kith_status read_header(struct loader *loader, const struct kith_csv_row *row,
                                    struct kith_error *err)
{
    loader->has_header = true;
    if (find_column(row, "abbreviation", &loader->word_column) &&
        find_column(row, "kind", &loader->kind_column))
        return KITH_OK;
    return kith_fail(err, KITH_BAD_INPUT,
                     "%s:%llu: the columns abbreviation and kind are needed",
                     loader->path, (unsigned long long)row->line);
}

static enum kith_status refuse(struct loader *loader, const struct kith_csv_row *row,
                               const char *reason, struct kith_error *err)
{
    return kith_problems_add(loader->problems, KITH_FAULT, kith_str_of(loader->path),
                             row->line, "abbreviation", err, "%s", reason);
}

static unsigned find_use(struct kith_str kind)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kith_str_equal(kind, kith_str_of(kinds[i].name)))
            return kinds[i].use;
    return 0;
}

static enum kith_status on_row(void *context, const struct kith_csv_row *row,
                               struct kith_error *err)
{
    struct loader *loader = context;
    if (!loader->has_header)
        return read_header(loader, row, err);
    if (row->count <= loader->word_column || row->count <= loader->kind_column)
        return refuse(loader, row, "a column is missing", err);
    char room[WORD_LIMIT + KITH_FILE_PADDING];
    struct kith_token word;
    unsigned use = find_use(row->cells[loader->kind_column]);
    if (!use)
        return refuse(loader, row,
                      "kind is none of title, number, final, inner, time, starter, "
                      "calendar, speech",
                      err);
    if (!read_word(row->cells[loader->word_column], room, &word, err))
        return refuse(loader, row, "the abbreviation is not one short word", err);
    return add(loader->list, (struct kith_str){room, word.end}, &word, use, err);
}

static enum kith_status fill(struct kith_abbreviations *list, const char *path,
                             struct kith_problems *problems, struct kith_error *err)
{
    if (!path)
        return add_built_in(list, err);
    struct loader loader = {.list = list, .problems = problems, .path = path};
    return kith_csv_read(path, on_row, &loader, problems, err);
}

enum kith_status kith_abbreviations_load(const char *path, struct kith_problems *problems,
                                         struct kith_abbreviations **out,
                                         struct kith_error *err)
{
    *out = NULL;
    struct kith_abbreviations *list = calloc(1, sizeof *list);
    if (!list)
        return kith_no_memory(err);
    enum kith_status status = fill(list, path, problems, err);
    if (status != KITH_OK) {
        kith_abbreviations_free(list);
        return status;
    }
    *out = list;
    return KITH_OK;
}

void kith_abbreviations_free(struct kith_abbreviations *list)
{
    if (!list)
        return;
    kith_map_release(&list->uses);
    free(list);
}
