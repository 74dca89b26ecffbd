/* Runs one case: a folder named for what it claims, with
 *
 *   article.txt       what is read
 *   names.csv         the gazetteer
 *   expected.marked   the article with names in brackets, who is meant behind a bar
 *
 * below cases/match, where all candidates of a name are given: [Jordan|jordan,jordan-2],
 * or below cases/recognize, where the one that was chosen is, and how, if the name alone
 * did not decide: [Jordan|jordan-2|article].
 *
 *   cases FOLDER            prints the difference and fails when there is one
 *   cases --update FOLDER   writes expected.marked as it now is: look at it before you
 *                           commit */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "support/recognize.h"

#define FILE_LIMIT ((uint64_t)1 << 24)

struct folder {
    const char *path;
    struct kith_arena arena;
    struct kith_problems problems;
    struct kith_gazetteer *gazetteer;
    struct kith_abbreviations *abbreviations;
    struct kith_article article;
    struct kith_document document;
    struct kith_buf marked;
};

static const char *path_of(struct folder *folder, const char *name)
{
    struct kith_buf path = {0};
    kith_buf_format(&path, "%s/%s", folder->path, name);
    char *copy = kith_arena_copy(&folder->arena, path.data, path.length);
    kith_buf_release(&path);
    return copy;
}

static enum kith_status read_case(struct folder *folder, struct kith_error *err)
{
    KITH_TRY(kith_gazetteer_new(&folder->gazetteer, err));
    KITH_TRY(kith_gazetteer_load(folder->gazetteer, path_of(folder, "names.csv"),
                                 &folder->problems, err));
    KITH_TRY(kith_gazetteer_compile(folder->gazetteer, &folder->problems, err));
    KITH_TRY(
        kith_abbreviations_load(NULL, &folder->problems, &folder->abbreviations, err));
    KITH_TRY(kith_file_read(path_of(folder, "article.txt"), FILE_LIMIT, &folder->arena,
                            &folder->article.bytes, err));
    return kith_document_read(&folder->article, folder->abbreviations, &folder->arena,
                              &folder->document, err);
}

/* ---- writing brackets ---- */

/* The text up to `begin`, a bracket, the text up to `end`, a bar. */
static void open_bracket(struct folder *folder, size_t *at, size_t begin, size_t end)
{
    struct kith_str text = folder->document.text;
    kith_buf_str(&folder->marked, kith_str_slice(text, *at, begin));
    kith_buf_byte(&folder->marked, '[');
    kith_buf_str(&folder->marked, kith_str_slice(text, begin, end));
    kith_buf_byte(&folder->marked, '|');
    *at = end;
}

static void put_key(struct folder *folder, kith_id entity)
{
    struct kith_buf room = {0};
    kith_buf_str(&folder->marked, kith_gazetteer_key(folder->gazetteer, entity, &room));
    kith_buf_release(&room);
}

static void put_rest(struct folder *folder, size_t at)
{
    struct kith_str text = folder->document.text;
    kith_buf_str(&folder->marked, kith_str_slice(text, at, text.length));
}

static enum kith_status mark_matches(struct folder *folder, struct kith_error *err)
{
    struct kith_matches matches;
    KITH_TRY(kith_match_document(folder->gazetteer, &folder->document, &folder->arena,
                                 &matches, err));
    const struct kith_token *tokens = folder->document.tokens.items;
    size_t at = 0;
    for (uint32_t m = 0; m < matches.count; m++) {
        const struct kith_match *match = &matches.items[m];
        open_bracket(folder, &at, tokens[match->first_token].begin,
                     tokens[match->end_token - 1].end);
        for (uint32_t c = match->first_candidate; c < match->end_candidate; c++) {
            kith_buf_text(&folder->marked, c > match->first_candidate ? "," : "");
            put_key(folder, matches.candidates.items[c].entity);
        }
        kith_buf_byte(&folder->marked, ']');
    }
    put_rest(folder, at);
    return KITH_OK;
}

static enum kith_status mark_mentions(struct folder *folder, struct kith_error *err)
{
    struct kith_mentions mentions;
    KITH_TRY(support_recognize(folder->gazetteer, &folder->document, &folder->arena,
                               &mentions, err));
    size_t at = 0;
    for (uint32_t m = 0; m < mentions.count; m++) {
        const struct kith_mention *mention = &mentions.items[m];
        enum kith_choice choice = (enum kith_choice)mention->choice;
        open_bracket(folder, &at, mention->begin, mention->end);
        put_key(folder, mention->entity);
        if (choice != KITH_CHOICE_ONLY)
            kith_buf_format(&folder->marked, "|%s", kith_choice_name(choice));
        kith_buf_byte(&folder->marked, ']');
    }
    put_rest(folder, at);
    return KITH_OK;
}

static enum kith_status mark(struct folder *folder, struct kith_error *err)
{
    KITH_TRY(read_case(folder, err));
    KITH_TRY(strstr(folder->path, "cases/match/") ? mark_matches(folder, err)
                                                  : mark_mentions(folder, err));
    return kith_buf_check(&folder->marked, err);
}

/* ---- what was expected ---- */

static enum kith_status update(struct folder *folder, struct kith_error *err)
{
    struct kith_output out;
    KITH_TRY(kith_output_open(&out, path_of(folder, "expected.marked"), err));
    kith_buf_str(&out.buffer, kith_buf_view(&folder->marked));
    return kith_output_commit(&out, err);
}

static enum kith_status compare(struct folder *folder, struct kith_error *err)
{
    struct kith_str expected, marked = kith_buf_view(&folder->marked);
    KITH_TRY(kith_file_read(path_of(folder, "expected.marked"), FILE_LIMIT,
                            &folder->arena, &expected, err));
    if (kith_str_equal(expected, marked))
        return KITH_OK;
    printf("%s: is to be\n%.*s\nand is\n%.*s\n", folder->path, KITH_STR_ARGS(expected),
           KITH_STR_ARGS(marked));
    return kith_fail(err, KITH_BAD_INPUT, "%s: not as expected", folder->path);
}

static void release(struct folder *folder)
{
    kith_buf_release(&folder->marked);
    kith_abbreviations_free(folder->abbreviations);
    kith_gazetteer_free(folder->gazetteer);
    kith_arena_release(&folder->arena);
}

int main(int argc, char **argv)
{
    bool updates = argc == 3 && strcmp(argv[1], "--update") == 0;
    if (argc != 2 && !updates) {
        fprintf(stderr, "usage: cases [--update] FOLDER\n");
        return 2;
    }
    struct folder folder = {.path = argv[argc - 1]};
    struct kith_error err = {{0}};
    kith_arena_init(&folder.arena, KITH_ARENA_UNCAPPED);
    kith_problems_init(&folder.problems, &folder.arena);
    enum kith_status status = mark(&folder, &err);
    if (status == KITH_OK)
        status = updates ? update(&folder, &err) : compare(&folder, &err);
    if (status != KITH_OK)
        fprintf(stderr, "%s\n", err.text);
    release(&folder);
    return status != KITH_OK;
}
