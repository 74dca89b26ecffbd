/* What the intake takes of a file, as lines to compare. */
#ifndef KITH_TESTS_TAKING_H
#define KITH_TESTS_TAKING_H

#include "support/check.h"
#include "support/folder.h"

#include "base/buf.h"
#include "input/intake.h"

struct check_taking {
    struct check_folder folder;
    struct kith_arena arena;
    struct kith_reader_options options;
    struct kith_buf log; /* what was taken, a line each */
    uint32_t count;
    uint32_t stops_at;
};

static inline int check_taking_begin(void **state)
{
    struct check_taking *taking = calloc(1, sizeof *taking);
    assert_non_null(taking);
    check_folder_make(&taking->folder);
    kith_arena_init(&taking->arena, KITH_ARENA_UNCAPPED);
    taking->stops_at = UINT32_MAX;
    *state = taking;
    return 0;
}

static inline int check_taking_end(void **state)
{
    struct check_taking *taking = *state;
    check_folder_remove(&taking->folder);
    kith_arena_release(&taking->arena);
    kith_buf_release(&taking->log);
    free(taking);
    return 0;
}

static inline void check_log_text(struct check_taking *taking, struct kith_str text)
{
    for (size_t i = 0; i < text.length; i++)
        kith_buf_byte(&taking->log, text.data[i] == '\n' ? '/' : text.data[i]);
    kith_buf_byte(&taking->log, '|');
}

/* "a.csv#2|2024-03-22|Title//Text|", or "!a.csv:3|empty|has no text ...|". */
static inline enum kith_status
check_log_article(void *context, const struct kith_unread *unread, struct kith_error *err)
{
    struct check_taking *taking = context;
    struct kith_article article;
    struct kith_error reason = {0};
    const char *kind = NULL;
    const char *name = unread->article.path.data + strlen(taking->folder.path) + 1;
    assert_int_equal(unread->article.number, taking->count++);
    if (unread->article.number == taking->stops_at)
        return kith_fail(err, KITH_LIMIT, "enough");
    enum kith_status status = kith_article_read(unread, &taking->options, &taking->arena,
                                                &article, &kind, &reason);
    if (status != KITH_OK)
        kith_buf_byte(&taking->log, '!');
    kith_buf_text(&taking->log, name);
    if (unread->line) {
        kith_buf_byte(&taking->log, ':');
        kith_buf_unsigned(&taking->log, unread->line);
    }
    kith_buf_byte(&taking->log, '|');
    if (status != KITH_OK) {
        check_log_text(taking, kith_str_of(kind));
    } else {
        check_log_text(taking, article.date);
        check_log_text(taking, article.bytes);
    }
    kith_buf_byte(&taking->log, '\n');
    return KITH_OK;
}

static inline enum kith_status check_take(struct check_taking *taking, const char *name,
                                          struct kith_error *err)
{
    const struct kith_intake intake = {
        .options = taking->options, .on_article = check_log_article, .context = taking};
    struct kith_str path = kith_str_of(check_path(&taking->folder, name));
    const struct kith_sources sources = {.items = &path, .count = 1};
    return kith_intake_run(&intake, &sources, err);
}

/* What is taken of the file of this name reads so. */
static inline void check_taken_of(struct check_taking *taking, const char *name,
                                  const char *wanted)
{
    struct kith_error err = {0};
    kith_buf_reset(&taking->log);
    taking->count = 0;
    assert_ok(check_take(taking, name, &err), &err);
    kith_buf_byte(&taking->log, '\0');
    assert_string_equal(taking->log.data, wanted);
}

/* The same of a file made of `bytes`. */
static inline void check_taken(struct check_taking *taking, const char *name,
                               const char *bytes, const char *wanted)
{
    check_file_bytes(&taking->folder, name, kith_str_of(bytes));
    check_taken_of(taking, name, wanted);
}

#endif
