/* Articles, one after the other, read and shown. */
#include "batch/show.h"

#include "batch/reading.h"
#include "output/shown.h"
#include "text/decode.h"

struct showing {
    const struct kith_show_options *options;
    kith_show_fn *on_text;
    void *context;
    struct kith_problems *problems;
    struct kith_reader_options reading;
    struct kith_arena arena; /* of one article */
    struct kith_buf out;
    struct kith_str only; /* path of the one article that is shown, or empty */
};

static void write(struct showing *showing, const struct kith_article *article,
                  struct kith_str text)
{
    if (showing->options->as_json) {
        kith_shown_json(&showing->out, article, text);
        return;
    }
    bool has_heading = !kith_str_equal(article->path, showing->only);
    if (has_heading)
        kith_shown_heading(&showing->out, article);
    kith_buf_str(&showing->out, text);
    if (!kith_str_ends_with(text, KITH_STR("\n")))
        kith_buf_byte(&showing->out, '\n');
    if (has_heading)
        kith_buf_byte(&showing->out, '\n');
}

static enum kith_status refuse(struct showing *showing, const struct kith_unread *unread,
                               const char *kind, const struct kith_error *reason,
                               struct kith_error *err)
{
    struct kith_str path = unread->article.path;
    struct kith_str text = kith_problem_text(reason, path);
    return kith_problems_add(showing->problems, KITH_FAULT, path, unread->line, kind, err,
                             "%.*s", KITH_STR_ARGS(text));
}

static enum kith_status show(void *context, const struct kith_unread *unread,
                             struct kith_error *err)
{
    struct showing *showing = context;
    struct kith_article article;
    struct kith_str text;
    enum kith_encoding encoding;
    struct kith_error reason = {0};
    const char *kind = "unreadable";
    kith_arena_reset(&showing->arena);
    kith_buf_reset(&showing->out);
    enum kith_status status = kith_article_read(
        unread, &showing->reading, &showing->arena, &article, &kind, &reason);
    if (status == KITH_OK)
        status = kith_decode(article.bytes, article.path, &showing->arena, &text,
                             &encoding, &reason);
    if (status == KITH_NO_MEMORY)
        return kith_no_memory(err);
    if (status != KITH_OK)
        return refuse(showing, unread, kind, &reason, err);
    write(showing, &article, text);
    KITH_TRY(kith_buf_check(&showing->out, err));
    return showing->on_text(showing->context, showing->out.data, showing->out.length)
               ? KITH_OK
               : kith_fail(err, KITH_INTERRUPTED, "stopped");
}

/* Files and folders; one file that is one article needs no heading. */
static enum kith_status show_sources(struct showing *showing, struct kith_arena *kept,
                                     struct kith_error *err)
{
    const struct kith_show_options *options = showing->options;
    const struct kith_intake intake = {
        .options = showing->reading, .on_article = show, .context = showing};
    struct kith_sources sources = {0};
    KITH_TRY(kith_sources_find(&sources, options->articles, options->article_count, kept,
                               showing->problems, err));
    showing->only = sources.count == 1 ? sources.items[0] : (struct kith_str){0};
    return kith_intake_run(&intake, &sources, err);
}

/* "news.jsonl#12", "news.zip/a.txt" */
static enum kith_status show_one(struct showing *showing, const char *path,
                                 struct kith_arena *kept, struct kith_error *err)
{
    const struct kith_intake intake = {.options = showing->reading};
    struct kith_unread unread;
    showing->only = kith_str_of(path);
    KITH_TRY(kith_intake_find(&intake, showing->only, kept, &unread, err));
    return show(showing, &unread, err);
}

enum kith_status kith_show_articles(const struct kith_show_options *options,
                                    kith_show_fn *on_text, void *context,
                                    struct kith_problems *problems,
                                    struct kith_error *err)
{
    struct showing showing = {.options = options,
                              .on_text = on_text,
                              .context = context,
                              .problems = problems,
                              .reading = kith_reader_options_of(&options->columns, 0)};
    struct kith_arena kept;
    kith_arena_init(&kept, KITH_ARENA_UNCAPPED);
    kith_arena_init(&showing.arena, KITH_ARENA_UNCAPPED);
    bool is_one = options->article_count == 1 &&
                  kith_intake_is_inside(kith_str_of(options->articles[0]), &kept);
    enum kith_status status = is_one
                                  ? show_one(&showing, options->articles[0], &kept, err)
                                  : show_sources(&showing, &kept, err);
    kith_buf_release(&showing.out);
    kith_arena_release(&showing.arena);
    kith_arena_release(&kept);
    return status;
}
