/* The list of name words: a small table from folded words to what they may be. */
#include "recognize/name_words.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/map.h"
#include "input/csv_rows.h"
#include "recognize/word_key.h"

/* Longer rows are no words. Bytes. */
#define WORD_LIMIT 32

struct kith_name_words {
    struct kith_map kinds; /* kith_word_key -> bits */
};

/* What English news cannot do without, should the file be missing. */
static const struct {
    const char *word;
    enum kith_name_word kind;
} built_in[] = {
    {"Mr", KITH_NAME_TITLE},         {"Mrs", KITH_NAME_TITLE},
    {"Ms", KITH_NAME_TITLE},         {"Dr", KITH_NAME_TITLE},
    {"President", KITH_NAME_TITLE},  {"Minister", KITH_NAME_TITLE},
    {"Chancellor", KITH_NAME_TITLE}, {"Mayor", KITH_NAME_TITLE},
    {"Gen", KITH_NAME_TITLE},        {"General", KITH_NAME_TITLE},
    {"Secretary", KITH_NAME_TITLE},  {"Sen", KITH_NAME_TITLE},
    {"Foreign", KITH_NAME_BESIDE},   {"Prime", KITH_NAME_BESIDE},
    {"Monday", KITH_NAME_BESIDE},    {"Tuesday", KITH_NAME_BESIDE},
    {"Wednesday", KITH_NAME_BESIDE}, {"Thursday", KITH_NAME_BESIDE},
    {"Friday", KITH_NAME_BESIDE},    {"Saturday", KITH_NAME_BESIDE},
    {"Sunday", KITH_NAME_BESIDE},    {"bin", KITH_NAME_PARTICLE},
    {"al", KITH_NAME_PARTICLE},      {"el", KITH_NAME_PARTICLE},
    {"van", KITH_NAME_PARTICLE},     {"von", KITH_NAME_PARTICLE},
    {"de", KITH_NAME_PARTICLE},      {"der", KITH_NAME_PARTICLE},
    {"Jr", KITH_NAME_SUFFIX},        {"Sr", KITH_NAME_SUFFIX},
    {"II", KITH_NAME_SUFFIX},        {"III", KITH_NAME_SUFFIX},
    {"Bank", KITH_NAME_HEAD},        {"Ministry", KITH_NAME_HEAD},
    {"Commission", KITH_NAME_HEAD},  {"Council", KITH_NAME_HEAD},
    {"Court", KITH_NAME_HEAD},       {"Party", KITH_NAME_HEAD},
    {"Xi", KITH_NAME_FAMILY},        {"Kim", KITH_NAME_FAMILY},
    {"In", KITH_NAME_OPENER},        {"On", KITH_NAME_OPENER},
    {"At", KITH_NAME_OPENER},        {"But", KITH_NAME_OPENER},
    {"And", KITH_NAME_OPENER},       {"The", KITH_NAME_OPENER},
    {"For", KITH_NAME_OPENER},       {"As", KITH_NAME_OPENER},
};

static const struct {
    const char *name;
    enum kith_name_word kind;
} kinds[] = {
    {"title", KITH_NAME_TITLE},       {"beside", KITH_NAME_BESIDE},
    {"particle", KITH_NAME_PARTICLE}, {"suffix", KITH_NAME_SUFFIX},
    {"head", KITH_NAME_HEAD},         {"family", KITH_NAME_FAMILY},
    {"opener", KITH_NAME_OPENER},
};

unsigned kith_name_words_kinds(const struct kith_name_words *words, struct kith_str text,
                               const struct kith_token *word)
{
    if (word->kind != KITH_TOKEN_WORD || word->end - word->begin > WORD_LIMIT)
        return 0;
    const uint32_t *found = kith_map_find(&words->kinds, kith_word_key(text, word));
    return found ? *found : 0;
}

/* Enter one word, its final dot dropped; false when `cell` is not one short word. */
static enum kith_status add(struct kith_name_words *words, struct kith_str cell,
                            unsigned kind, bool *is_word, struct kith_error *err)
{
    char room[WORD_LIMIT + KITH_FILE_PADDING] = {0};
    *is_word = false;
    if (cell.length == 0 || cell.length > WORD_LIMIT)
        return KITH_OK;
    memcpy(room, cell.data, cell.length);
    struct kith_str text = {room, cell.length};
    struct kith_tokens tokens = {0};
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = kith_tokenize(text, &arena, &tokens, err);
    bool has_dot = tokens.count == 2 && room[tokens.items[1].begin] == '.';
    if (status == KITH_OK && tokens.count > 0 &&
        tokens.items[0].kind == KITH_TOKEN_WORD && (tokens.count == 1 || has_dot)) {
        *is_word = true;
        uint32_t *bits =
            kith_map_place(&words->kinds, kith_word_key(text, &tokens.items[0]), 0, NULL);
        status = bits ? KITH_OK : kith_no_memory(err);
        if (bits)
            *bits |= kind;
    }
    kith_arena_release(&arena);
    return status;
}

static enum kith_status add_built_in(struct kith_name_words *words,
                                     struct kith_error *err)
{
    for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++) {
        bool is_word;
        KITH_TRY(
            add(words, kith_str_of(built_in[i].word), built_in[i].kind, &is_word, err));
    }
    return KITH_OK;
}

/* Reading the file: the columns by their header. */
struct loader {
    struct kith_name_words *words;
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
    if (find_column(row, "word", &loader->word_column) &&
        find_column(row, "kind", &loader->kind_column))
        return KITH_OK;
    return kith_fail(err, KITH_BAD_INPUT, "%s:%llu: the columns word and kind are needed",
                     loader->path, (unsigned long long)row->line);
}

static enum kith_status refuse(const struct loader *loader,
                               const struct kith_csv_row *row, const char *reason,
                               struct kith_error *err)
{
    return kith_problems_add(loader->problems, KITH_FAULT, kith_str_of(loader->path),
                             row->line, "word", err, "%s", reason);
}

static unsigned find_kind(struct kith_str name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kith_str_equal(name, kith_str_of(kinds[i].name)))
            return kinds[i].kind;
    return 0;
}

static enum kith_status on_row(void *context, const struct kith_csv_row *row,
                               struct kith_error *err)
{
    struct loader *loader = context;
    bool is_word;
    if (!loader->has_header)
        return read_header(loader, row, err);
    if (row->count <= loader->word_column || row->count <= loader->kind_column)
        return refuse(loader, row, "a column is missing", err);
    unsigned kind = find_kind(row->cells[loader->kind_column]);
    if (!kind)
        return refuse(loader, row,
                      "kind is none of title, beside, particle, suffix, head, family, "
                      "opener",
                      err);
    KITH_TRY(add(loader->words, row->cells[loader->word_column], kind, &is_word, err));
    return is_word ? KITH_OK : refuse(loader, row, "the word is not one short word", err);
}

static enum kith_status fill(struct kith_name_words *words, const char *path,
                             struct kith_problems *problems, struct kith_error *err)
{
    if (!path)
        return add_built_in(words, err);
    struct loader loader = {.words = words, .problems = problems, .path = path};
    return kith_csv_read(path, on_row, &loader, problems, err);
}

enum kith_status kith_name_words_load(const char *path, struct kith_problems *problems,
                                      struct kith_name_words **out,
                                      struct kith_error *err)
{
    *out = NULL;
    struct kith_name_words *words = calloc(1, sizeof *words);
    if (!words)
        return kith_no_memory(err);
    enum kith_status status = fill(words, path, problems, err);
    if (status != KITH_OK) {
        kith_name_words_free(words);
        return status;
    }
    *out = words;
    return KITH_OK;
}

void kith_name_words_free(struct kith_name_words *words)
{
    if (!words)
        return;
    kith_map_release(&words->kinds);
    free(words);
}
