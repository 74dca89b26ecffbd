/* Rows are checked here: one short word, and a kind that there is. */
#include "text/word_list.h"

#include "base/buf.h"
#include "base/file.h"
#include "input/csv_table.h"

/* The columns. */
enum { WORD, KIND };

struct reading {
    const struct kith_word_list *list;
    struct kith_problems *problems;
    const char *path;
};

static bool is_one_word(const struct kith_tokens *tokens, const char *bytes)
{
    if (tokens->count == 0 || tokens->items[0].kind != KITH_TOKEN_WORD ||
        tokens->items[0].begin != 0)
        return false;
    return tokens->count == 1 ||
           (tokens->count == 2 && bytes[tokens->items[1].begin] == '.');
}

/* Hand on the word of a cell; *is_word is false when it is not one short word. */
static enum kith_status take_word(const struct kith_word_list *list, struct kith_str cell,
                                  unsigned kind, bool *is_word, struct kith_error *err)
{
    char room[KITH_LISTED_WORD_LIMIT + KITH_FILE_PADDING] = {0};
    struct kith_tokens tokens = {0};
    struct kith_arena arena;
    *is_word = false;
    if (cell.length == 0 || cell.length > KITH_LISTED_WORD_LIMIT)
        return KITH_OK;
    memcpy(room, cell.data, cell.length);
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct kith_str text = {room, cell.length};
    enum kith_status status = kith_tokenize(text, &arena, &tokens, err);
    *is_word = status == KITH_OK && is_one_word(&tokens, room);
    if (*is_word)
        status = list->on_word(list->context, text, &tokens.items[0], kind, err);
    kith_arena_release(&arena);
    return status;
}

static enum kith_status take_built_in(const struct kith_word_list *list,
                                      struct kith_error *err)
{
    for (const struct kith_listed_word *word = list->built_in; word->text; word++) {
        bool is_word;
        KITH_TRY(take_word(list, kith_str_of(word->text), word->kind, &is_word, err));
    }
    return KITH_OK;
}

static enum kith_status refuse(const struct reading *reading, uint64_t line,
                               const char *reason, struct kith_error *err)
{
    return kith_problems_add(reading->problems, KITH_FAULT, kith_str_of(reading->path),
                             line, reading->list->heading, err, "%s; it is left out",
                             reason);
}

static enum kith_status refuse_kind(const struct reading *reading, uint64_t line,
                                    struct kith_error *err)
{
    struct kith_buf reason = {0};
    kith_buf_text(&reason, "the row's kind is none of ");
    for (const struct kith_listed_word *kind = reading->list->kinds; kind->text; kind++)
        kith_buf_format(&reason, "%s%s", kind == reading->list->kinds ? "" : ", ",
                        kind->text);
    kith_buf_byte(&reason, '\0');
    enum kith_status status = kith_buf_check(&reason, err);
    if (status == KITH_OK)
        status = refuse(reading, line, reason.data, err);
    kith_buf_release(&reason);
    return status;
}

static unsigned find_kind(const struct kith_word_list *list, struct kith_str name)
{
    for (const struct kith_listed_word *kind = list->kinds; kind->text; kind++)
        if (kith_str_equal(name, kith_str_of(kind->text)))
            return kind->kind;
    return 0;
}

static enum kith_status on_cells(void *context, const struct kith_str *cells,
                                 uint64_t line, struct kith_error *err)
{
    const struct reading *reading = context;
    unsigned kind = find_kind(reading->list, cells[KIND]);
    bool is_word;
    if (!kind)
        return refuse_kind(reading, line, err);
    KITH_TRY(take_word(reading->list, cells[WORD], kind, &is_word, err));
    return is_word ? KITH_OK
                   : refuse(reading, line, "the row does not hold one short word", err);
}

enum kith_status kith_word_list_read(const struct kith_word_list *list, const char *path,
                                     struct kith_problems *problems,
                                     struct kith_error *err)
{
    struct reading reading = {list, problems, path};
    const struct kith_csv_table table = {.headings = {list->heading, "kind"},
                                         .required = 2,
                                         .on_cells = on_cells,
                                         .context = &reading};
    return path ? kith_csv_table_read(&table, path, problems, err)
                : take_built_in(list, err);
}
